"""The rows and blocks of an audit report: finished words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """One member of the audit team or one of our participants."""

    name: str
    title: str
    organization: str  # or department
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedActualRow:
    """One thing as planned and as it was."""

    item: str
    planned: str
    actual: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRow:
    """The opening or the closing meeting, or a daily one."""

    meeting: str
    start: str
    end: str
    chair: str
    attendance: str
    notes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveRow:
    """One objective of the audit and whether it was reached."""

    objective: str
    measure: str
    target: str
    result: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRow:
    """One session of the agenda as it was planned."""

    number: str
    time: str
    stage: str
    place: str
    auditors: str
    departments: str
    escorts: str
    guides: str
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultRow:
    """A figure as the customer states it, and as our records give it."""

    item: str
    stated: str
    computed: str
    agreement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CountRow:
    """How many findings of one type and grade."""

    type: str
    grade: str
    count: str
    numbers: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingBlock:
    """One finding with all that was said about it."""

    number: str
    customer_number: str
    type: str
    grade: str
    criterion: str
    items: str  # questions of the checklist
    process: str
    location: str
    departments: str
    auditor: str
    raised_at: str
    confirmed_at_closing: str
    position: str
    requirement: str
    evidence: str
    statement: str
    repeat: str  # repeat of which findings
    risk: str
    cars: str
    response: str  # cause, correction, action and prevention of a finding answered without a CAR
    response_owner: str
    response_due: str
    response_done: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoodPracticeRow:
    """One good practice."""

    number: str
    criterion: str
    statement: str
    location: str
    departments: str
    auditor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionRow:
    """A finding with which we do not, or not wholly, agree."""

    finding: str
    position: str
    departments: str
    statement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonRow:
    """One audit of the same customer, this one last."""

    audit: str
    type: str
    date: str
    score: str
    grade: str
    major: str  # and critical
    minor: str
    other: str  # observations and improvements
    repeats: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RepeatRow:
    """A finding that repeats an earlier one."""

    finding: str
    previous: str
    clause: str
    statement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysisRow:
    """How many nonconformities, observations and improvements fall on one clause, process or department."""

    by: str
    what: str
    count: str
    numbers: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRow:
    """One action of the rectification plan."""

    car: str  # and the findings it answers; of a finding answered without a CAR its number only
    department: str
    action: str
    owner: str
    due: str
    done_on: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RollUpRow:
    """How far one department is."""

    department: str
    cars: str
    actions: str
    done: str
    open: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImprovementRow:
    """An opportunity for improvement or an observation, and what is made of it."""

    number: str
    type: str
    statement: str
    action: str
    owner: str
    due: str
    done_on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecipientRow:
    """Who gets the report."""

    department: str
    recipient: str
    form: str
    date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRow:
    """What was ready for one question of the checklist, and what the auditor decided about it."""

    item: str
    evidence: str
    provided_by: str
    session: str
    result: str
    findings: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceRow:
    """One person at the opening and closing meetings."""

    name: str
    title: str
    organization: str
    opening: str
    closing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedRow:
    """A document of the same audit that belongs to the report: checklist, plan, contact sheet."""

    number: str
    title: str
