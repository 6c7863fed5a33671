"""What holds of an audit programme: it plans its own year, each audit once, and says why; what was due is in it."""

from collections.abc import Iterator, Mapping

from auditdocs.entry import Entry, Records, Violation
from auditdocs.field import label
from auditdocs.problem import Words
from auditdocs.records.base import approval
from auditdocs.records.house.programme import Move, PlannedAudit, Programme, Resources
from auditdocs.records.house.programme_audit_rules import AUDIT_RULES, audits_linked
from auditdocs.records.life_rules import LIFE_RULES
from auditdocs.records.marks import Event, approval_mark
from auditdocs.room import RecordType, rule
from auditdocs.source import Loc

Year = Entry[Programme]
OF_THE_YEAR = ("responsible", "objectives", "basis", "resources", "audits")
OF_EACH = ("audit_type", "priority", "reason", "responsible")


@rule(
    "programme.month-outside-year",
    "ISO 19011 5.5.2",
    catalogue="PRG-001",
    zh="{number} 计划在 {month}，不在本方案的 {year} 年",
    en="{number} is planned for {month}, which is not in the year of this programme, {year}",
    do_zh="改月份，或写进那一年的方案；改期写在 progress 的 moved",
    do_en="correct the month, or write it in that year's programme; a later change goes into 'moved' below progress",
)
def month_outside_year(entry: Year, records: Records) -> Iterator[Violation]:
    for number, one in entry.record.audits.items():
        if one.month[:4] != entry.key:
            yield entry.at("audits", number, "month", number=number, month=one.month, year=entry.key)


@rule(
    "programme.progress-without-plan",
    "ISO 19011 5.5.2",
    catalogue="PRG-002",
    zh="progress 写了 {number}，audits 里没有这个序号",
    en="progress speaks of {number}, which is not among the audits",
    do_zh="更正序号，或在 audits 中补上",
    do_en="correct the number, or add it to 'audits'",
)
def progress_without_plan(entry: Year, records: Records) -> Iterator[Violation]:
    for number in entry.record.progress:
        if number not in entry.record.audits:
            yield entry.at_name("progress", number, number=number)


@rule(
    "programme.turn-incomplete",
    "ISO 19011 5.6",
    catalogue="PRG-003",
    zh="{number} 的{turn}没有写 {field}（{label}）",
    en="{number}: '{turn}' lacks {field} ({label})",
    do_zh="写明谁、为什么",
    do_en="say who and why",
)
def turn_incomplete(entry: Year, records: Records) -> Iterator[Violation]:
    for number, loc, turn in _turns(entry.record):
        for name in ("by", "reason"):
            if not getattr(turn, name):
                yield entry.at_name(*loc, number=number, turn=_name(turn), field=name, label=label(type(turn), name))


@rule(
    "programme.incomplete",
    "000 2.1",
    catalogue="PRG-004",
    at="prepared",
    zh="年度方案缺少{fields}",
    en="the programme lacks: {fields}",
    do_zh="编制人签署以前请填写",
    do_en="fill it in before it is signed",
)
def incomplete(entry: Year, records: Records) -> Iterator[Violation]:
    missing = [label(Programme, name) for name in OF_THE_YEAR if not getattr(entry.record, name)]
    needs = entry.record.resources
    missing += [label(Resources, name) for name in ("people",) if needs and not getattr(needs, name)]
    if missing:
        yield entry.at(fields=tuple(missing))


@rule(
    "programme.audit-incomplete",
    "ISO 19011 5.5.2",
    catalogue="PRG-004",
    at="prepared",
    zh="{number} 缺少{fields}",
    en="{number} lacks: {fields}",
    do_zh="签署以前写明类型、优先级和依据、负责人",
    do_en="say its type, its priority and why, and who is responsible, before the programme is signed",
)
def audit_incomplete(entry: Year, records: Records) -> Iterator[Violation]:
    for number, one in entry.record.audits.items():
        missing = tuple(label(PlannedAudit, name) for name in OF_EACH if not getattr(one, name))
        if missing:
            yield entry.at_name("audits", number, number=number, fields=missing)


@rule(
    "programme.approved-by-author",
    "000 2.1",
    catalogue="PRG-005",
    firm=True,
    zh="{person} 自己编制，又自己批准",
    en="{person} both prepared and approved the programme",
    do_zh="请由管理层的另一人批准",
    do_en="let another person, of the management, approve it",
)
def approved_by_author(entry: Year, records: Records) -> Iterator[Violation]:
    approved, mark, prepared = approval(entry.record, "approved"), approval_mark(entry, "approved"), approval(entry.record, "prepared")
    if approved and mark and prepared and approved.person and approved.person == prepared.person:
        yield entry.at(*mark.loc[:-1], "person", person=approved.person)


def _turns(programme: Programme) -> Iterator[tuple[str, Loc, Event | Move]]:
    """Every change of the plan: its planned audit, its place, itself."""
    for number, one in programme.progress.items():
        for index, move in enumerate(one.moved):
            yield number, ("progress", number, "moved", index), move
        if one.cancelled:
            yield number, ("progress", number, "cancelled"), one.cancelled


def _name(turn: Event | Move) -> Words:
    words: Mapping[type, Words] = {Move: Words("改期", "moved"), Event: Words("取消", "cancelled")}
    return words[type(turn)]


PROGRAMME = RecordType(
    name="programme",
    title=Words("年度客户审核方案", "Audit programme"),
    model=Programme,
    path="programme/{year}.yaml",
    key="{year}",
    retention="POL-PERM",
    lives=("programme",),
    signed_as=("prepared", "reviewed", "approved"),
    goes_on=("progress", "evaluation"),
    indexes={"audit": audits_linked},
    rules=(
        month_outside_year,
        progress_without_plan,
        turn_incomplete,
        incomplete,
        audit_incomplete,
        approved_by_author,
        *AUDIT_RULES,
        *LIFE_RULES,
    ),
    starts_with=(
        "responsible",
        "objectives",
        "basis",
        "resources.people",
        "resources.budget",
        "resources.material",
        "audits.customer",
        "audits.month",
        "audits.audit_type",
        "audits.priority",
        "audits.reason",
        "audits.responsible",
    ),
)
