"""Deadline profiles 期限方案: how long each step of a corrective action may take, from which fact."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from typing import Annotated, get_args

from auditdocs.calendar import Deadline, Unit, add_period
from auditdocs.entry import Records
from auditdocs.field import Model, Table, field
from auditdocs.problem import Words
from auditdocs.records.ids import ProfileId
from auditdocs.records.words import Text, choice, whole
from auditdocs.room import RecordType

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


class Deadlines(Table[ProfileId, DeadlineProfile]):
    """All profiles by name."""


def profiles(records: Records) -> Mapping[str, DeadlineProfile]:
    """The profiles that hold: the company's, else the program's."""
    entry = records.get(Deadlines, "deadlines")
    return (entry.record if entry else _standard()).rows


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


DEADLINES = RecordType(
    name="deadlines",
    title=Words("期限方案", "Deadline profiles"),
    model=Deadlines,
    path="org/deadlines.yaml",
    key="deadlines",
    retention="POL-PERM",
    shown_to_customers=True,
)
