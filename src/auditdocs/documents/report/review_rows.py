"""A year's audits and CARs as values → the rows and charts of the review."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from auditdocs.documents.chart import Bar
from auditdocs.documents.report.management_review import (
    AgeRow,
    DepartmentRow,
    FigureRow,
    MonthRow,
    OverdueRow,
    Pareto,
    RepeatRow,
    ReviewedAudit,
    ShareRow,
    SuggestionRow,
)
from auditdocs.documents.report.review_charts import Series, pareto_chart
from auditdocs.documents.report.review_year import NOTHING, Figure, ReviewedYear, age, overdue, rate
from auditdocs.documents.words import Writing
from auditdocs.field import label
from auditdocs.problem import Words
from auditdocs.records.cars.escalation import RUNG, rung_after
from auditdocs.records.house.organization import parameters
from auditdocs.records.house.programme import Evaluation
from auditdocs.records.on_site.finding import Finding

SHOWN = 9  # in a Pareto; the rest is one
OTHERS, CAUSES = Words("其余", "All others"), Words("原因类型（CAR）", "Type of cause (CARs)")
AGES: tuple[tuple[str, int], ...] = (("0–7", 7), ("8–14", 14), ("15–30", 30), ("31–60", 60), ("61–90", 90), ("> 90", 10**6))
MONTHS = tuple(f"{number:02d}" for number in range(1, 13))


def figure_rows(write: Writing, figures: Sequence[Figure], this: ReviewedYear, last: ReviewedYear) -> Iterator[FigureRow]:
    """Each figure beside that of the year before."""
    for words, reckon in figures:
        yield FigureRow(figure=write.words(words), this_year=reckon(this), last_year=reckon(last) if last.audits or last.cars else NOTHING)


def audit_rows(year: ReviewedYear) -> Iterator[ReviewedAudit]:
    """Every audit of the year."""
    for facts, review in year.audits:
        yield ReviewedAudit(
            audit=facts.audit,
            customer=facts.customer_name,
            type=facts.type,
            dates=facts.dates,
            result=review.result,
            findings=str(len(review.findings)) if facts.held_from else NOTHING,
            state=facts.state_words,
            period=review.period,
        )


def kind_bars(year: ReviewedYear) -> tuple[Bar, ...]:
    """The findings by type and grade, the most first; good practices last."""
    counted = Counter(one.kind for _, review in year.audits for one in review.findings)
    return tuple(counted.most_common())


def paretos(write: Writing, year: ReviewedYear) -> Iterator[Pareto]:
    """By clause, process, department, and by the cause that CARs found; none for what nobody wrote down."""
    found = year.findings
    views: Mapping[str, Iterable[str]] = {
        write.words(label(Finding, "criterion")): (one.clause for one in found),
        write.words(label(Finding, "process")): (one.process for one in found),
        write.words(label(Finding, "departments")): (name for one in found for name in one.departments),
        write.words(CAUSES): (name for car in year.cars for name in car.causes),
    }
    for title, words in views.items():
        bars = _ranked(write, filter(None, words))
        if bars:
            yield Pareto(title=title, chart=pareto_chart(bars), rows=tuple(share_rows(bars)))


def _ranked(write: Writing, words: Iterable[str]) -> tuple[Bar, ...]:
    ranked = sorted(Counter(words).items(), key=lambda bar: (-bar[1], bar[0]))
    rest = sum(count for _, count in ranked[SHOWN:])
    return (*ranked[:SHOWN], (write.words(OTHERS), rest)) if rest else tuple(ranked)


def share_rows(bars: Sequence[Bar]) -> Iterator[ShareRow]:
    """Each count with its share, and that of all down to it."""
    total, so_far = sum(count for _, count in bars), 0
    for what, count in bars:
        so_far += count
        shares = (rate(part, total).partition(" (")[0] for part in (count, so_far))
        yield ShareRow(what=what, count=str(count), share=next(shares), cumulative=next(shares))


def trend(key: str, year: ReviewedYear, issued_or_closed: Sequence[tuple[str, str]]) -> Mapping[str, tuple[int, ...]]:
    """Audits held, findings, CARs issued and closed in each month of the year, by the day of each."""
    days = {
        "audits": [facts.start for facts, _ in year.held],
        "findings": [facts.start for facts, _ in year.found],
        "issued": [issued for issued, _ in issued_or_closed],
        "closed": [closed for _, closed in issued_or_closed],
    }
    return {name: tuple(sum(day[:7] == f"{key}-{month}" for day in told) for month in MONTHS) for name, told in days.items()}


def month_rows(key: str, counts: Mapping[str, tuple[int, ...]]) -> Iterator[MonthRow]:
    """The months of the year, each with what it brought."""
    for at, month in enumerate(MONTHS):
        yield MonthRow(month=f"{key}-{month}", **{name: str(found[at] or "") for name, found in counts.items()})


def series(write: Writing, words: Mapping[str, Words], counts: Mapping[str, tuple[int, ...]]) -> tuple[Series, ...]:
    """What is drawn of them."""
    return tuple(Series(write.words(words[name]), counts[name]) for name in ("findings", "issued", "closed"))


def department_rows(year: ReviewedYear) -> Iterator[DepartmentRow]:
    """The CARs of each department, the most first."""
    for department, count in Counter(one.department for one in year.cars).most_common():
        theirs = [one for one in year.cars if one.department == department]
        closed = sum(bool(one.closed) for one in theirs)
        late = sum(bool(overdue(one, year.as_of)) for one in theirs)
        yield DepartmentRow(department=department, issued=str(count), closed=str(closed), open=str(count - closed), overdue=str(late))


def age_rows(year: ReviewedYear) -> Iterator[AgeRow]:
    """The CARs of the year by age: open ones until the day of the report, closed ones until they were."""
    for name, least, most in zip((one for one, _ in AGES), (-1, *(one for _, one in AGES)), (one for _, one in AGES), strict=False):
        found = [one for one in year.cars if (days := age(one, year.as_of)) is not None and least < days <= most]
        closed = sum(bool(one.closed) for one in found)
        yield AgeRow(age=name, open=str(len(found) - closed), closed=str(closed))


def overdue_rows(write: Writing, year: ReviewedYear) -> Iterator[OverdueRow]:
    """Every promised date that has passed, the longest ago first, and who of the management is told."""
    set_by = parameters(write.records)
    found = [(due, step, car) for car in year.cars for step, due in overdue(car, year.as_of)]
    for due, step, car in sorted(found, key=lambda one: (one[0], one[2].car)):
        told = write.choice(RUNG, rung_after(set_by, (year.as_of - date.fromisoformat(due)).days))
        yield OverdueRow(car=car.car, department=car.department, step=step, due=due, report_to=told, state=car.state_words)


def repeat_rows(year: ReviewedYear) -> Iterator[RepeatRow]:
    """The findings that were there before."""
    for facts, review in year.audits:
        for one in review.findings:
            if one.is_repeat:
                told = {"clause": one.clause, "departments": "\n".join(one.departments), "similar_to": one.similar_to}
                yield RepeatRow(finding=one.number, customer=facts.customer_name, **told)


def suggestion_rows(write: Writing, year: ReviewedYear, key: str, evaluation: Evaluation | None) -> Iterator[SuggestionRow]:
    """What the year's evaluation, the auditors, the audits and the CARs suggest."""
    told = (*evaluation.improvements, *evaluation.lessons) if evaluation else ()
    yield from (SuggestionRow(source=key, suggestion=write.text(one)) for one in told)
    for facts, review in year.audits:
        yield from (SuggestionRow(source=one.number, suggestion=one.statement) for one in review.findings if one.type == "improvement")
        yield from (SuggestionRow(source=facts.audit, suggestion=one) for one in review.lessons)
    yield from (SuggestionRow(source=one.car, suggestion=one.lessons) for one in year.cars if one.lessons)
