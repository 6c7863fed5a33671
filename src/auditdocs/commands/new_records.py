"""New records: an audit and the files of its folder, a CAR with its dates, a customer, a person, what is audited against."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import count
from types import MappingProxyType

from auditdocs.calendar import Deadline
from auditdocs.commands.new_file import Asked, NewFile, demand_name, file_of, known, samples_of, taken
from auditdocs.examine import Examined
from auditdocs.problem import AuditdocsError, Words
from auditdocs.records import ROOMS
from auditdocs.records.audit.audit import is_inbound
from auditdocs.records.audit.conclusion import Conclusion
from auditdocs.records.cars.car import Dues
from auditdocs.records.cars.car_findings import profile_name
from auditdocs.records.deadlines import dues, profiles
from auditdocs.records.house.question_bank import QuestionBank, questions_of
from auditdocs.records.on_site.finding import Finding, findings_of
from auditdocs.skeleton import next_number, skeleton, yaml_list, yaml_text

BEFORE_THE_ANSWER = ("containment", "root_cause", "plan")  # never later than the day the customer set
Maker = Callable[[Examined, Asked], tuple[NewFile, ...]]


def new_audit(examined: Examined, asked: Asked) -> tuple[NewFile, ...]:
    """The contact sheet of a new audit; of one that is there already, quality's own record; of one of ours both."""
    direction = {"direction": "outbound"} if asked.is_outbound else {}
    if asked.subject:
        return part("audit", direction)(examined, asked)
    known(examined, "customer", asked.customer, "--customer C0001")
    year = asked.year or examined.as_of.year
    number = next_number(f"AUD-{year}-{{:03d}}", taken(examined, "contact_sheet"))
    sheet = file_of(examined, "contact_sheet", number, {"customer": asked.customer}, year=str(year), audit=number)
    return (sheet, file_of(examined, "audit", number, direction, year=str(year), audit=number)) if direction else (sheet,)


def part(kind: str, given: Mapping[str, str] = MappingProxyType({})) -> Maker:
    """Another file in an audit's folder."""

    def make(examined: Examined, asked: Asked) -> tuple[NewFile, ...]:
        audit = known(examined, "contact_sheet", asked.subject, f"new {kind} AUD-2026-001").key
        return (file_of(examined, kind, audit, given, year=audit[4:8], audit=audit),)

    return make


def new_checklist(examined: Examined, asked: Asked) -> tuple[NewFile, ...]:
    """A checklist to fill in, or one with all questions of a question bank."""
    audit = known(examined, "contact_sheet", asked.subject, "new checklist AUD-2026-001").key
    given, said = {}, {"template": f"带入题库的全部问题 with all its questions: auditdocs new checklist {audit} --bank CL-ISO9001-2015"}
    if asked.bank:
        bank = known(examined, "question_bank", asked.bank, "--bank CL-ISO9001-2015").record
        given = {"template": asked.bank, "items": _questions(bank)}
    return (file_of(examined, "checklist", audit, given, {} if asked.bank else said, year=audit[4:8], audit=audit),)


def _questions(bank: QuestionBank) -> str:
    """The questions of a bank as they stand in a checklist."""
    lines = []
    for placed in questions_of(bank):
        asked = placed.question
        lines += ["", f"  {placed.number}:", f"    section: {yaml_text(placed.section)}"]
        lines += [f"    text: {yaml_text(' '.join(str(asked.text).split()))}"] if asked.text else []
        lines += [f"    clause_refs: [{', '.join(yaml_text(one) for one in asked.clause_refs)}]"] if asked.clause_refs else []
        lines += ["    key: true"] if asked.key else []
        lines += [f"    {name}: {yaml_text(str(value))}" for name in ("element", "subelement") if (value := getattr(asked, name))]
        lines += [f"    max_points: {asked.max_points}"] if asked.max_points is not None else []
        lines += [f"    owner_department: {asked.default_department or ''}".rstrip(), "    owner:"]
    return "\n".join(lines)


def new_car(examined: Examined, asked: Asked) -> tuple[NewFile, ...]:
    """A CAR for one finding: department, dates and statement are taken over, the dates with how they came about."""
    audit = known(examined, "contact_sheet", asked.subject, "new car AUD-2026-001 --finding F01").key
    finding = _finding(examined, audit, asked.finding)
    number = next_number(f"CAR-{examined.as_of.year}-{{:04d}}", taken(examined, "car"))
    given = {"findings": yaml_list([asked.finding]), "issued_on": examined.as_of.isoformat(), "source": "onsite_conclusion"}
    given |= _answered_by(examined, audit, finding)
    given["problem"] = f"\n  statement: {yaml_text(' '.join(str(finding.statement).split()))}"
    given["due"], said = _promised(examined, audit, finding.grade or "")
    return (file_of(examined, "car", number, given, {"due": said}, year=audit[4:8], audit=audit, car=number),)


def _answered_by(examined: Examined, audit: str, finding: Finding) -> Mapping[str, str]:
    """The department that has to answer; where we audit, the customer, and quality follows it up."""
    if is_inbound(examined.loaded.records, audit):
        return {"owner_department": next(iter(finding.departments), "")}
    return {"owner_department": "QA", "responsible_party": "external", "responder": ""}


def _finding(examined: Examined, audit: str, number: str) -> Finding:
    findings = findings_of(examined.loaded.records, audit)
    if not findings:
        raise AuditdocsError(
            f"{audit} 还没有发现项：auditdocs new findings {audit}", f"{audit} has no findings yet: auditdocs new findings {audit}"
        )
    if number not in findings:
        there = Words("、".join(findings), ", ".join(findings))
        if not number:
            raise AuditdocsError(
                f"请写明发现项：--finding F01；已有：{there.zh}", f"name the finding: --finding F01; there are: {there.en}"
            )
        raise AuditdocsError(f"{audit} 没有发现项 {number}；已有：{there.zh}", f"{audit} has no finding {number}; there are: {there.en}")
    return findings[number]


def _promised(examined: Examined, audit: str, grade: str) -> tuple[str, str]:
    """The dates by the profile of the finding's grade, and how they were computed."""
    records = examined.loaded.records
    name = profile_name(records, audit, grade) or ""
    profile = profiles(records).get(name)
    if profile is None:
        return "", "期限方案未定：请逐项填写 no deadline profile: fill in the dates"
    found = dues(profile, {"issued": examined.as_of})
    conclusion = records.get(Conclusion, audit)
    asked_for = conclusion.record.customer_due_date if conclusion else None
    if asked_for:
        last = max(asked_for, examined.as_of)  # where the customer's day has passed, everything is due on the day of issue
        found |= {name: Deadline(min(found[name].day, last), found[name].provisional) for name in BEFORE_THE_ANSWER if name in found}
        found["customer_response"] = Deadline(asked_for, False)
    lines = [f"  {name}: {found[name].day.isoformat()}" for name in Dues.model_fields if name in found]
    how = f"按期限方案 {name} 自开具日 {examined.as_of} 计算 computed from the profile and the day of issue"
    how += f"；不晚于客户要求的 {asked_for} never after the customer's date" if asked_for else ""
    provisional = any(one.provisional for one in found.values())
    return "\n" + "\n".join(lines), how + ("；日历未公布，暂定 provisional" if provisional else "")


def new_customer(examined: Examined, asked: Asked) -> tuple[NewFile, ...]:
    """A customer's file."""
    number = next_number("C{:04d}", taken(examined, "customer"))
    name = asked.name or asked.subject or demand_name("客户", "customer")
    return (file_of(examined, "customer", number, {"name": yaml_text(name)}, customer=number),)


def new_person(examined: Examined, asked: Asked) -> tuple[NewFile, ...]:
    """One of ours."""
    number = next_number("P{:04d}", taken(examined, "person"))
    name = asked.name or asked.subject or demand_name("人员", "person")
    return (file_of(examined, "person", number, {"name": yaml_text(name)}, person=number),)


def new_programme(examined: Examined, asked: Asked) -> tuple[NewFile, ...]:
    """The programme of a year; where none is named, of the first from now on that has none."""
    year = asked.subject or str(asked.year or "")
    if year and not ROOMS.types["programme"].match(f"programme/{year}.yaml"):
        raise AuditdocsError("请写明年份：new programme 2027", "name the year: new programme 2027")
    there = examined.loaded.records.keys_of("programme")
    year = year or next(str(one) for one in count(examined.as_of.year) if str(one) not in there)
    samples = replace(samples_of(examined, "", "programme"), day=f"{year}-12-01")
    text = skeleton(ROOMS.types["programme"], year, {}, samples=samples)
    return (NewFile(f"records/programme/{year}.yaml", text.encode()),)


def keyed(kind: str, piece: str, example: str) -> Maker:
    """A record whose file has the name one gives it: a criterion, a question bank."""

    def make(examined: Examined, asked: Asked) -> tuple[NewFile, ...]:
        path = ROOMS.types[kind].file_of(**{piece: asked.subject})
        if not asked.subject or not ROOMS.types[kind].match(path):
            raise AuditdocsError(f"请写明编号：new {kind} {example}", f"name it: new {kind} {example}")
        given = {"title": yaml_text(asked.name)} if asked.name else {}
        return (file_of(examined, kind, asked.subject, given, None, **{piece: asked.subject}),)

    return make
