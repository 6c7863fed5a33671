"""Whether those who go with the auditors can: there on the day, still with us, bound to secrecy, trained (PLN-008, TRN-001)."""

from collections.abc import Iterator
from datetime import date

from auditdocs.entry import Entry, Records, Violation
from auditdocs.records.audit.audit import Audit, is_inbound
from auditdocs.records.audit.audit_life import planned_start
from auditdocs.records.house.organization import parameters
from auditdocs.records.house.person import Person, is_active_on, is_away_on, is_bound_on
from auditdocs.records.house.training import example_of_training, lacks_training
from auditdocs.records.preparation.audit_plan import AuditPlan
from auditdocs.records.preparation.contact_sheet import ContactSheet
from auditdocs.room import rule
from auditdocs.source import Loc

Plan = Entry[AuditPlan]


def _participants(entry: Plan, records: Records) -> Iterator[tuple[Loc, Entry[Person], date]]:
    """Each escort and guide in each session: where it says so, who, and the day."""
    for number, session in entry.record.sessions.items():
        for name in ("escorts", "guides"):
            for index, key in enumerate(getattr(session, name)):
                person = records.get(Person, key)
                if person and session.start:
                    yield ("sessions", number, name, index), person, session.start.date()


def _once(entry: Plan, records: Records) -> Iterator[tuple[Loc, Entry[Person], date]]:
    """Each of them once, at the first session; of our own people, so not where we are the auditors."""
    told: set[str] = set()
    for loc, person, day in _participants(entry, records) if is_inbound(records, entry.key) else ():
        if person.key not in told and is_active_on(person.record, day):
            told.add(person.key)
            yield loc, person, day


@rule(
    "plan.escort-not-active",
    "003 六(三)",
    catalogue="PLN-008",
    zh="陪同人员 {person} 在 {day} 已离职",
    en="the escort {person} is no longer with us on {day}",
    do_zh="换一名在职人员",
    do_en="name somebody who is",
    severity="warning",
)
def escort_not_active(entry: Plan, records: Records) -> Iterator[Violation]:
    """A guide who left is of no department any more, and that is said."""
    for loc, person, day in _participants(entry, records):
        if "escorts" in loc and not is_active_on(person.record, day):
            yield entry.at(*loc, person=person.key, day=day)


@rule(
    "plan.escort-away",
    "001i 6.3.3",
    catalogue="PLN-008",
    zh="陪同或引导人员 {person} 在 {day} 请假外出",
    en="{person}, who escorts or guides, is away on {day}",
    do_zh="换一人；在 escort_changes 写明接替，或更正人员档案的 absences",
    do_en="name somebody else, with a line in 'escort_changes'; or correct 'absences' in the person's file",
    severity="warning",
)
def escort_away(entry: Plan, records: Records) -> Iterator[Violation]:
    for loc, person, day in _participants(entry, records):
        if is_away_on(person.record, day):
            yield entry.at(*loc, person=person.key, day=day)


@rule(
    "plan.escort-without-agreement",
    "003 六(三)",
    catalogue="PLN-008",
    zh="陪同或引导人员 {person} 在 {day} 没有有效的保密协议",
    en="{person}, who escorts or guides, has no confidentiality agreement in force on {day}",
    do_zh="签订后在人员档案写 nda_ref 和 nda_until，或换一人",
    do_en="have it signed and write 'nda_ref' and 'nda_until' in the person's file, or name somebody else",
    severity="warning",
)
def escort_without_agreement(entry: Plan, records: Records) -> Iterator[Violation]:
    is_asked = parameters(records).audit_nda
    for loc, person, day in _once(entry, records):
        if (is_asked or person.record.nda_ref) and not is_bound_on(person.record, day):
            yield entry.at(*loc, person=person.key, day=day)


@rule(
    "plan.escort-not-trained",
    "000 三",
    catalogue="TRN-001",
    zh="陪同或引导人员 {person} 在 {day} 没有有效的客户审核培训",
    en="{person}, who escorts or guides, has no training in customer audits that counts on {day}",
    do_zh="培训后在人员档案写 training: [{example}]，或换一人",
    do_en="train them and write training: [{example}] in the person's file, or name somebody else",
    at="ready",
)
def escort_not_trained(entry: Plan, records: Records) -> Iterator[Violation]:
    for loc, person, day in _once(entry, records):
        if lacks_training(person.record, day, records):
            yield entry.at(*loc, person=person.key, day=day, example=example_of_training(day))


@rule(
    "audit.coordinator-not-trained",
    "000 三",
    catalogue="TRN-001",
    zh="协调人 {person} 在 {day} 没有有效的客户审核培训",
    en="the coordinator {person} has no training in customer audits that counts on {day}",
    do_zh="培训后在人员档案写 training: [{example}]",
    do_en="train them and write training: [{example}] in the person's file",
    at="ready",
    on="audit",
)
def coordinator_not_trained(entry: Entry[Audit], records: Records) -> Iterator[Violation]:
    sheet = records.get(ContactSheet, entry.key)
    person = records.get(Person, entry.record.coordinator) if entry.record.coordinator else None
    day = planned_start(sheet, records) if sheet else None
    if person and day and lacks_training(person.record, day, records):
        yield entry.at("coordinator", person=person.key, day=day, example=example_of_training(day))


FITNESS_RULES = (escort_not_active, escort_away, escort_without_agreement, escort_not_trained, coordinator_not_trained)
