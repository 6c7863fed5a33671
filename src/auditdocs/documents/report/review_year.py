"""All audits and CARs → what belongs to one year, and its figures as numbers."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from statistics import median

from auditdocs.documents.cars.car_register_rows import SUBMISSION_ROW, Row, sent_in_time
from auditdocs.documents.report.audit_facts import AuditFacts, all_audits
from auditdocs.documents.report.review_facts import AUDIT_REVIEW, CAR_REVIEW, AuditReview, CarReview, FindingFacts
from auditdocs.documents.row_names import row_key
from auditdocs.entry import Records
from auditdocs.labels import Languages
from auditdocs.problem import Words
from auditdocs.records.cars.car import Car
from auditdocs.records.cars.submission import Submission
from auditdocs.records.house.programme import Programme
from auditdocs.records.on_site.finding import FindingType

NOTHING = "—"
PRAISE: FindingType = "good_practice"


@dataclass(frozen=True, slots=True)
class ReviewedYear:
    """The audits and CARs of one year, and its programme."""

    audits: tuple[tuple[AuditFacts, AuditReview], ...]
    cars: tuple[CarReview, ...]  # but for void ones
    packages: tuple[Row, ...]  # those the customer wanted in this year
    planned: frozenset[str]  # numbers in the programme that were not called off
    linked: frozenset[str]  # the audits that came of it
    as_of: date

    @property
    def held(self) -> tuple[tuple[AuditFacts, AuditReview], ...]:
        return tuple(one for one in self.audits if one[0].held_from)

    @property
    def found(self) -> Iterator[tuple[AuditFacts, FindingFacts]]:
        """Every finding with its audit, but for good practices."""
        return ((facts, one) for facts, review in self.audits for one in review.findings if one.type != PRAISE)

    @property
    def findings(self) -> tuple[FindingFacts, ...]:
        """The findings alone."""
        return tuple(one for _, one in self.found)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The audits, CARs and packages of all years, asked for once for the years that are held side by side."""

    audits: tuple[AuditFacts, ...]
    cars: tuple[CarReview, ...]
    packages: tuple[Row, ...]

    @classmethod
    def of(cls, records: Records, languages: Languages) -> "Reviewed":
        """All there are."""
        packages = (records.row(SUBMISSION_ROW, key) for key in records.keys(Submission))
        return cls(tuple(all_audits(records, languages)), tuple(all_cars(records, languages)), tuple(filter(None, packages)))


def all_cars(records: Records, languages: Languages) -> Iterator[CarReview]:
    """Every CAR that can be read."""
    told = (records.row(CAR_REVIEW, row_key(key, languages)) for key in records.keys(Car))
    return (CarReview.of(one) for one in told if one)


def review_of_year(records: Records, whole: Reviewed, year: str, languages: Languages, as_of: date) -> ReviewedYear:
    """What belongs to a year."""
    audits = sorted((one for one in whole.audits if one.year == year), key=lambda one: (one.start, one.audit))
    told = ((one, records.row(AUDIT_REVIEW, row_key(one.audit, languages))) for one in audits)
    programme = records.get(Programme, year)
    progress = programme.record.progress if programme else {}
    planned = frozenset(programme.record.audits if programme else ())
    return ReviewedYear(
        tuple((one, AuditReview.of(review)) for one, review in told if review),
        tuple(one for one in whole.cars if one.year == year and not one.is_void),
        tuple(one for one in whole.packages if one["customer_due"][:4] == year),
        planned,
        frozenset(one.audit for number, one in progress.items() if one.audit and number in planned),
        as_of,
    )


Figure = tuple[Words, Callable[[ReviewedYear], str]]


def rate(part: int, whole: int) -> str:
    """`66.7 % (2/3)`; a dash where there is nothing to count."""
    if whole == 0:
        return NOTHING
    percent = (Decimal(100 * part) / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{percent} % ({part}/{whole})"


def days_between(pairs: Iterable[tuple[str, str]]) -> str:
    """The median of days, and of how many."""
    days = [(date.fromisoformat(end) - date.fromisoformat(start)).days for start, end in pairs if start and end]
    return f"{Decimal(str(median(days))).normalize():f} ({len(days)})" if days else NOTHING


def age(car: CarReview, as_of: date) -> int | None:
    """Days from its issue to its closing, or to the day of the report."""
    if not car.issued:
        return None
    end = date.fromisoformat(car.closed) if car.closed else as_of
    return max(0, (end - date.fromisoformat(car.issued)).days)


def overdue(car: CarReview, as_of: date) -> tuple[tuple[str, str], ...]:
    """The promised dates that have passed."""
    return tuple((step, due) for step, due in car.open_dues if date.fromisoformat(due) < as_of)


def _per_audit(year: ReviewedYear) -> str:
    if not year.held:
        return NOTHING
    return str((Decimal(len(year.findings)) / len(year.held)).quantize(Decimal("0.1"), ROUND_HALF_UP))


def _receipts(year: ReviewedYear) -> str:
    told = [review.receipt for _, review in year.audits if review.receipt]
    return rate(told.count("on_time"), len(told))


def _submitted_in_time(year: ReviewedYear) -> str:
    held = sent_in_time(year.packages, year.as_of)
    return rate(sum(held), len(held))


def _accepted_at_once(year: ReviewedYear) -> str:
    answers = [one.first_answer for one in year.cars if one.first_answer]
    return rate(answers.count("accepted"), len(answers))


def _effective(year: ReviewedYear) -> str:
    effects = [one.effect for one in year.cars if one.effect in ("effective", "not_effective")]
    return rate(effects.count("effective"), len(effects))


def _count_of(types: tuple[str, ...]) -> Callable[[ReviewedYear], str]:
    return lambda year: str(sum(one.type in types for _, review in year.audits for one in review.findings))


def _days_to(name: str) -> Callable[[ReviewedYear], str]:
    return lambda year: days_between((one.issued, getattr(one, name)) for one in year.cars)


FIGURES: tuple[Figure, ...] = (
    (Words("已进行的审核", "Audits held"), lambda year: str(len(year.held))),
    (
        Words("按方案进行的审核", "Held of those in the programme"),
        lambda year: rate(sum(one.audit in year.linked for one, _ in year.held), len(year.planned)),
    ),
    (
        Words("取消或中止的审核", "Audits cancelled or broken off"),
        lambda year: str(sum(one.state in ("cancelled", "aborted") for one, _ in year.audits)),
    ),
    (Words("联络单及时签收", "Contact sheets received in time"), _receipts),
    (Words("不符合项", "Nonconformities"), _count_of(("nc",))),
    (Words("观察项和改进项", "Observations and improvements"), _count_of(("observation", "improvement"))),
    (Words("良好实践", "Good practices"), _count_of((PRAISE,))),
    (Words("平均每次审核的发现项", "Findings an audit"), _per_audit),
    (Words("重复发现", "Repeat findings"), lambda year: rate(sum(one.is_repeat for one in year.findings), len(year.findings))),
)
PERFORMANCE: tuple[Figure, ...] = (
    (Words("开具", "Issued"), lambda year: str(len(year.cars))),
    (Words("已关闭", "Closed"), lambda year: rate(sum(bool(one.closed) for one in year.cars), len(year.cars))),
    (Words("逾期", "Overdue"), lambda year: str(sum(bool(overdue(one, year.as_of)) for one in year.cars))),
    (Words("按客户期限提交", "Submitted by the customer's date"), _submitted_in_time),
    (Words("首轮即接受", "Accepted at the first round"), _accepted_at_once),
    (Words("措施有效", "Actions effective"), _effective),
    (Words("重开", "Reopened"), lambda year: str(sum(one.was_reopened for one in year.cars))),
    (Words("到围堵的天数，中位数（份数）", "Days to containment, median (CARs)"), _days_to("contained")),
    (Words("到原因分析的天数，中位数（份数）", "Days to the analysis, median (CARs)"), _days_to("analysed")),
    (Words("到实施的天数，中位数（份数）", "Days to implementation, median (CARs)"), _days_to("implemented")),
    (Words("到关闭的天数，中位数（份数）", "Days to closing, median (CARs)"), _days_to("closed")),
)
