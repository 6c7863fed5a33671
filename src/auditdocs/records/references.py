"""References: every id that leads to something must find it, whatever the record; what was meant is named."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from pydantic import BaseModel

from auditdocs.entry import AnyEntry, Records, Violation
from auditdocs.problem import Free, Problem, Words, nearest
from auditdocs.records.deadlines import profiles
from auditdocs.records.grading import schemes
from auditdocs.records.house.organization import Departments, organization
from auditdocs.records.house.retention_schedule import schedule
from auditdocs.records.keeping.tombstone import is_gone
from auditdocs.records.on_site.checklist import Checklist
from auditdocs.records.on_site.dispute import Disputes
from auditdocs.records.on_site.finding import Findings
from auditdocs.records.preparation.audit_plan import AuditPlan
from auditdocs.records.word_sentences import BAD_ID
from auditdocs.records.words import Bilingual
from auditdocs.room import rule
from auditdocs.shape import Spot, walk
from auditdocs.source import Loc

Known = Mapping[str, BaseModel]  # what there is, by id


@dataclass(frozen=True, slots=True)
class Target:
    """What an id leads to: its name, what there is seen from a record, and whether one is there."""

    words: Words
    known: Callable[[str, Records], Known]  # of an audit, where it is numbered within one
    is_there: Callable[[str, AnyEntry, Records], bool]


def _record(name: str, zh: str, en: str) -> Target:
    """A record of its own file, or one that was destroyed and left a tombstone."""

    def known(audit: str, records: Records) -> Known:
        found = (records.get_of(name, key) for key in records.keys_of(name))
        return {entry.key: entry.record for entry in found if entry}

    def is_there(value: str, entry: AnyEntry, records: Records) -> bool:
        return records.is_known(name, value) or is_gone(records, value)

    return Target(Words(zh, en), known, is_there)


def _row(zh: str, en: str, known: Callable[[str, Records], Known], table: str = "") -> Target:
    """A thing with a number in a file of many; where the whole `table` is missing that is said once, there."""

    def is_there(value: str, entry: AnyEntry, records: Records) -> bool:
        return value in known(entry.scope, records) or (table != "" and not records.is_known(table, table))

    return Target(Words(zh, en), known, is_there)


def _departments(audit: str, records: Records) -> Known:
    found = records.get(Departments, "departments")
    return found.record.rows if found else {}


def _sites(audit: str, records: Records) -> Known:
    ours = organization(records)
    return ours.sites if ours else {}


def _items(audit: str, records: Records) -> Known:
    found = records.get(Checklist, audit) if audit else None
    return found.record.items if found else {}


def _sessions(audit: str, records: Records) -> Known:
    found = records.get(AuditPlan, audit) if audit else None
    return found.record.sessions if found else {}


def _findings(audit: str, records: Records) -> Known:
    found = records.get(Findings, audit) if audit else None
    return found.record.items if found else {}


def _disputes(audit: str, records: Records) -> Known:
    found = records.get(Disputes, audit) if audit else None
    return found.record.items if found else {}


def _finding_is_there(value: str, entry: AnyEntry, records: Records) -> bool:
    """F01 inside its audit, AUD-2026-014/F01 outside."""
    audit, _, number = value.rpartition("/")
    if audit and is_gone(records, audit):
        return True
    return number in _findings(audit or entry.scope, records)


FILED = ("contact_sheet", "customer", "person")


def _filed(audit: str, records: Records) -> Known:
    return {entry.key: entry.record for name in FILED for key in records.keys_of(name) if (entry := records.get_of(name, key))}


def _is_filed(value: str, entry: AnyEntry, records: Records) -> bool:
    """An audit, a customer or a person of ours, destroyed ones too; that a destroyed one has no tombstone is said by its disposal."""
    if getattr(entry.record, "executed_on", None):
        return True
    return any(records.is_known(name, value) for name in FILED) or is_gone(records, value)


TARGETS: Mapping[str, Target] = {
    "person": _record("person", "人员", "person"),
    "customer": _record("customer", "客户", "customer"),
    "criterion": _record("criterion", "审核准则", "criterion"),
    "question_bank": _record("question_bank", "题库", "question bank"),
    "contact_sheet": _record("contact_sheet", "审核", "audit"),
    "car": _record("car", "CAR", "CAR"),
    "disposal": _record("disposal", "处置", "disposal"),
    "filed": Target(Words("审核、客户或人员", "audit, customer or person"), _filed, _is_filed),
    "department": _row("部门", "department", _departments, "departments"),
    "site": _row("场所", "site", _sites, "organization"),
    "grading_scheme": _row("评分方案", "grading scheme", lambda audit, records: schemes(records)),
    "deadline_profile": _row("期限方案", "deadline profile", lambda audit, records: profiles(records)),
    "retention_class": _row("保管类别", "retention class", lambda audit, records: schedule(records)),
    "item": _row("检查项", "checklist item", _items),
    "session": _row("场次", "session", _sessions),
    "dispute": _row("异议", "dispute", _disputes),
    "finding": replace(_row("发现项", "finding", _findings), is_there=_finding_is_there),
}


def references(entry: AnyEntry) -> Iterator[Spot]:
    """The places of a record that lead to something else; the number of a thing in its own table leads nowhere."""
    return (spot for spot in walk(entry.record) if spot.word.refers in TARGETS and not spot.names)


@rule(
    "reference.not-found",
    "003 四(三)3",
    catalogue="REF-003",
    firm=True,
    casts_doubt=True,
    zh="没有{what} {value}",
    en="there is no {what} {value}",
    do_zh="{hint}",
    do_en="{hint}",
)
def not_found(entry: AnyEntry, records: Records) -> Iterator[Violation]:
    for spot in references(entry):
        target = TARGETS[spot.word.refers]
        if not target.is_there(spot.value, entry, records):
            # read apart: what is asked for the advice only must not silence the problem where it cannot be read
            audit = spot.value.rpartition("/")[0] if spot.word.refers == "finding" else ""
            beside = records.watched()
            hint = _hint(spot.value, target.known(audit or entry.scope, beside))
            records.note_aside(beside.reads)
            yield entry.at(*spot.loc, what=target.words, value=spot.value, hint=hint)


@rule(
    "reference.twice",
    "ISO 9001 7.5.2",
    catalogue="REF-003",
    severity="warning",
    zh="{value} 在这个列表里写了两次",
    en="{value} stands twice in this list",
    do_zh="请删除一个，或改成要写的那一个",
    do_en="delete one of them, or write the one that was meant",
)
def twice(entry: AnyEntry, records: Records) -> Iterator[Violation]:
    seen: set[tuple[Loc, str]] = set()
    for spot in references(entry):
        if isinstance(spot.loc[-1], int):
            if (spot.loc[:-1], spot.value) in seen:
                yield entry.at(*spot.loc, value=spot.value)
            seen.add((spot.loc[:-1], spot.value))


def with_known_id(problem: Problem, records: Records) -> Problem:
    """Where a name was typed instead of an id: the same problem, naming the id."""
    target, value = TARGETS.get(str(problem.facts.get("refers", ""))), problem.facts.get("value")
    if problem.sentence is not BAD_ID or target is None or not isinstance(value, Free):
        return problem
    known = target.known("", records.watched())
    meant = by_name(value.text, known) or ("" if problem.facts["hint_en"] else nearest(value.text[:80], known))
    if not meant:
        return problem
    hints = {"hint_zh": f"；应写 {meant}", "hint_en": f"; write {meant}"}
    return replace(problem, facts={**problem.facts, **hints})


def _hint(value: str, known: Known) -> Words:
    if not known:
        return Words("目前一个也没有；请先登记", "there are none yet; record it first")
    guess = by_name(value, known) or nearest(value, known)
    if guess and len(known) > 8:
        return Words(f"是否想写 {guess}？", f"did you mean {guess}?")
    some, more = tuple(known)[:8], "…" if len(known) > 8 else ""
    there = Words(f"已有：{'、'.join(some)}{more}", f"there are: {', '.join(some)}{more}")
    return Words(f"是否想写 {guess}？{there.zh}", f"did you mean {guess}? {there.en}") if guess else there


def by_name(text: str, known: Known) -> str:
    """The id of what is called so, in either language."""
    wanted = text.strip().casefold()
    found = [key for key, thing in known.items() if wanted in _names(thing)]
    return found[0] if len(found) == 1 else ""


def _names(thing: BaseModel) -> frozenset[str]:
    """What people call a thing: its name, title, label or short code."""
    called: list[str] = []
    for name in ("name", "title", "label", "code"):
        match getattr(thing, name, None):
            case Bilingual(plain, zh, en):
                called += [plain, zh, en]
            case str(text):
                called.append(text)
    return frozenset(one.casefold() for one in called if one)


REFERENCE_RULES = (not_found, twice)
