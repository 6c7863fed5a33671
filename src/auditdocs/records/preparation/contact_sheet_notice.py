"""The notice of an audit of ours: issued by quality, confirmed by the customer; its auditors are ours and trained (D.4.3, TRN-001)."""

from collections.abc import Iterator
from datetime import date

from auditdocs.entry import Entry, Records, Violation
from auditdocs.problem import Free
from auditdocs.records.audit.audit import where_we_audit
from auditdocs.records.audit.audit_life import planned_start
from auditdocs.records.base import approval
from auditdocs.records.house.person import Person, departments_on, has_role_on
from auditdocs.records.house.training import example_of_training, lacks_training
from auditdocs.records.marks import approval_mark
from auditdocs.records.preparation.contact_sheet import ContactSheet
from auditdocs.room import rule

Sheet = Entry[ContactSheet]


@rule(
    "contact-sheet.notice-not-by-quality",
    "records.md D.4.3",
    catalogue="CS-005",
    zh="稽核通知由 {person} 发出，此人在 {day} 不属于质量部，也不是审核员",
    en="{person}, who issued the notice of our audit, was neither of quality nor an auditor on {day}",
    do_zh="由质量部人员或审核员发出（role: prepared）",
    do_en="somebody of quality or an auditor issues it (role: prepared)",
    at="contacted",
)
@where_we_audit
def notice_not_by_quality(entry: Sheet, records: Records) -> Iterator[Violation]:
    issued, mark = approval(entry.record, "prepared"), approval_mark(entry, "prepared")
    person = records.get(Person, issued.person) if issued and issued.person else None
    if issued and mark and person and not _may_audit(person.record, issued.at.date()):
        yield entry.at(*mark.loc[:-1], "person", person=person.key, day=issued.at.date())


def _may_audit(person: Person, day: date) -> bool:
    return "QA" in departments_on(person, day) or any(has_role_on(person, role, day) for role in ("quality", "auditor"))


@rule(
    "contact-sheet.notice-not-confirmed-by-customer",
    "records.md D.4.3",
    catalogue="CS-006",
    zh="稽核通知由我司的 {person} 确认，应由客户确认",
    en="the notice of our audit was confirmed by {person} of our own; the customer confirms it",
    do_zh="改写 {role: confirmed, external: {name: 客户确认人, org: 单位}, at: …}",
    do_en="write {role: confirmed, external: {name: who of the customer, org: company}, at: …} instead",
    at="contacted",
)
@where_we_audit
def notice_not_confirmed_by_customer(entry: Sheet, records: Records) -> Iterator[Violation]:
    confirmed, mark = approval(entry.record, "confirmed"), approval_mark(entry, "confirmed")
    if confirmed and mark and confirmed.person:
        yield entry.at(*mark.loc[:-1], "person", person=confirmed.person)


@rule(
    "contact-sheet.auditor-not-named",
    "records.md D.4.3",
    catalogue="TRN-001",
    zh="稽核员 {name} 没有人员编号，无法核对其培训",
    en="the auditor {name} has no number of a person of ours, so nobody can see whether they are trained",
    do_zh="在这一行写 person: 人员编号；外聘的写 org: 单位",
    do_en="write person: id in this line; for somebody hired write org: their company",
    at="ready",
)
@where_we_audit
def auditor_not_named(entry: Sheet, records: Records) -> Iterator[Violation]:
    for index, one in enumerate(entry.record.visitors):
        if one.role in ("lead", "auditor") and one.person is None and one.org is None:
            yield entry.at("visitors", index, name=Free(one.name))


@rule(
    "contact-sheet.auditor-not-trained",
    "000 三",
    catalogue="TRN-001",
    zh="稽核员 {person} 在 {day} 没有有效的客户审核培训",
    en="the auditor {person} has no training in customer audits that counts on {day}",
    do_zh="培训后在人员档案写 training: [{example}]，或换一人",
    do_en="train them and write training: [{example}] in the person's file, or name somebody else",
    at="ready",
)
@where_we_audit
def auditor_not_trained(entry: Sheet, records: Records) -> Iterator[Violation]:
    day = planned_start(entry, records)
    for index, one in enumerate(entry.record.visitors):
        person = records.get(Person, one.person) if one.person and one.role in ("lead", "auditor") else None
        if person and day and lacks_training(person.record, day, records):
            yield entry.at("visitors", index, "person", person=person.key, day=day, example=example_of_training(day))


NOTICE_RULES = (notice_not_by_quality, notice_not_confirmed_by_customer, auditor_not_named, auditor_not_trained)
