"""Deadline profiles 期限方案: how long each step of a corrective action may take, from which fact."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import cache
from typing import Annotated, get_args

from auditdocs.calendar import Deadline, Unit, add_period
from auditdocs.entry import Entry, Records, Violation
from auditdocs.field import Model, Table, field, many
from auditdocs.problem import Facts, Words, did_you_mean
from auditdocs.records.grading import schemes
from auditdocs.records.ids import CustomerId, ProfileId
from auditdocs.records.on_site.finding import GradeCode
from auditdocs.records.words import Text, YesNo, choice, whole
from auditdocs.room import RecordType, rule

UNIT = choice(h=("小时", "hours"), cd=("日历日", "calendar days"), wd=("工作日", "working days"))
START = choice(
    issued=("开具", "issue"),
    received=("签收", "receipt"),
    closing_meeting=("末次会议", "closing meeting"),
    approved=("措施批准", "approval of the plan"),
)


class Term(Model):
    """A length of time and the fact it counts from."""

    n: Annotated[int, whole(1, 2000)] = field("数量", "Number", required=True)
    unit: Annotated[str, UNIT] = field("单位", "Unit", required=True)
    from_: Annotated[str, START] = field("起算", "From", default="issued")

    @property
    def length(self) -> Unit:
        """Its unit as the calendar reckons."""
        return next(unit for unit in get_args(Unit) if unit == self.unit)

    @property
    def words(self) -> Words:
        """How the term reads: 10 个工作日, 10 working days."""
        unit, start = UNIT.label(self.unit), START.label(self.from_)
        return Words(f"{start.zh}后 {self.n} {unit.zh}", f"{self.n} {unit.en} from {start.en}")


class Terms(Model):
    """The steps of a corrective action."""

    containment: Term | None = field("围堵", "Containment")
    root_cause: Term | None = field("原因分析", "Root cause")
    plan: Term | None = field("措施计划", "Plan")
    customer_response: Term | None = field("答复客户", "Answer to the customer")
    implementation: Term | None = field("实施", "Implementation")
    verification: Term | None = field("验证", "Verification")
    effectiveness: Term | None = field("有效性确认", "Effectiveness")

    def given(self) -> Mapping[str, Term]:
        """The terms by step, those that are there."""
        found = {name: getattr(self, name) for name in Terms.model_fields}
        return {name: term for name, term in found.items() if term is not None}


class DeadlineProfile(Model):
    """The terms of one customer, scheme or grade."""

    title: Text | None = field("标题", "Title")
    items: Terms = field("期限", "Terms", required=True)
    extension: Text | None = field("延期规则", "Extension policy")
    customer: CustomerId | None = field("客户", "Customer", "只用于这个客户的审核", "holds for this customer's audits only")
    grades: tuple[GradeCode, ...] = many(
        "等级", "Grades", "只用于这些等级；不写时用于该客户的全部等级", "these grades only; none: all of that customer's"
    )
    customer_approves_plan: YesNo | None = field("措施计划须客户批准", "Customer approves the plan")
    close_before_effectiveness: YesNo | None = field(
        "可先关闭后验证有效性",
        "Closing before effectiveness",
        "关闭后到期由待办提醒",
        "a to-do asks for the result once the period has ended",
    )


class Deadlines(Table[ProfileId, DeadlineProfile]):
    """All profiles by name."""


def profiles(records: Records) -> Mapping[str, DeadlineProfile]:
    """The profiles that hold: the company's, else the program's."""
    entry = records.get(Deadlines, "deadlines")
    return (entry.record if entry else _standard()).rows


def profile_for(records: Records, customer: str | None, grade: str | None) -> str | None:
    """The profile a customer has of its own for a grade: the one that names the grade before one for all its grades."""
    own = {name: one for name, one in profiles(records).items() if customer and one.customer == customer}
    named = (name for name, one in own.items() if grade in one.grades)
    return next(named, next((name for name, one in own.items() if not one.grades), None))


def dues(profile: DeadlineProfile, starts: Mapping[str, date | datetime]) -> dict[str, Deadline]:
    """The day each step is due, by step; a step whose start (issued, received …) is not known is left out."""
    terms = profile.items.given()
    return {step: due_of(term, starts[term.from_]) for step, term in terms.items() if term.from_ in starts}


def due_of(term: Term, start: date | datetime) -> Deadline:
    """The day one term ends."""
    return add_period(start, term.n, term.length)


@cache
def _standard() -> Deadlines:
    """Practice found in the field: containment within a day, a plan within two weeks."""
    day = {"n": "24", "unit": "h"}
    major = {"containment": day, "root_cause": _wd(7), "plan": _wd(10), "implementation": _cd(45), "verification": _cd(75)}
    minor = {"containment": _wd(2), "root_cause": _wd(10), "plan": _wd(15), "implementation": _cd(60), "verification": _cd(90)}
    return Deadlines.model_validate({"iso-major": {"items": major}, "iso-minor": {"items": minor}})


def _wd(n: int) -> dict[str, str]:
    return {"n": str(n), "unit": "wd"}


def _cd(n: int) -> dict[str, str]:
    return {"n": str(n), "unit": "cd"}


@rule(
    "deadlines.customer-twice",
    "ISO 9001 10.2.1",
    catalogue="CAR-004",
    zh="{profile} 已经是客户 {customer} 这一等级的期限方案",
    en="{profile} is the profile of customer {customer} for this grade already",
    do_zh="在 grades 写明各自的等级，或删除其中一个",
    do_en="name the grades of each in 'grades', or delete one of them",
)
def customer_twice(entry: Entry[Deadlines], records: Records) -> Iterator[Violation]:
    seen: dict[tuple[str, str], str] = {}
    for name, one in entry.record.rows.items():
        for grade in (one.grades or ("",)) if one.customer else ():
            profile = seen.setdefault((one.customer or "", grade), name)
            if profile != name:
                yield entry.at(name, "customer", profile=profile, customer=one.customer or "")


@rule(
    "deadlines.grade-unknown",
    "ISO 9001 10.2.1",
    catalogue="REF-003",
    zh="没有等级 {grade}，{profile} 不会用于任何 CAR{guess_zh}",
    en="there is no grade {grade}, so {profile} holds for no CAR{guess_en}",
    do_zh="评分方案中的等级：{grades}",
    do_en="the grades of the grading schemes: {grades}",
)
def grade_unknown(entry: Entry[Deadlines], records: Records) -> Iterator[Violation]:
    known = tuple(dict.fromkeys(grade for scheme in schemes(records).values() for grade in scheme.finding_grades))
    for name, one in entry.record.rows.items():
        for index, grade in enumerate(one.grades):
            if grade not in known:
                meant = did_you_mean(grade, known)
                facts: Facts = {"grade": grade, "profile": name, "grades": known, "guess_zh": meant.zh, "guess_en": meant.en}
                yield entry.at(name, "grades", index, **facts)


DEADLINES = RecordType(
    name="deadlines",
    title=Words("期限方案", "Deadline profiles"),
    model=Deadlines,
    path="org/deadlines.yaml",
    key="deadlines",
    retention="POL-PERM",
    rules=(customer_twice, grade_unknown),
    shown_to_customers=True,
)
