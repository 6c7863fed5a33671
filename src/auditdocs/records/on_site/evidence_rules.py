"""What a piece of evidence must say: when, from whom, of how many, and who let a copy go (ISO 19011 6.4.7, B-08)."""

from collections.abc import Iterator

from auditdocs.entry import Entry, Records, Violation
from auditdocs.problem import Free, Words
from auditdocs.records.audit.audit_folder import FOLDER_RULES
from auditdocs.records.on_site.evidence import EVIDENCE_KIND, Evidence
from auditdocs.records.on_site.meetings import Meetings
from auditdocs.records.preparation.contact_sheet import ContactSheet
from auditdocs.room import RecordType, rule

EvidenceEntry = Entry[Evidence]


@rule(
    "evidence.outside-the-audit",
    "ISO 19011 6.4.7",
    catalogue="HYG-003",
    zh="证据 {number} 的时间 {at} 不在首次会议 {opening} 与末次会议 {closing} 之间",
    en="the evidence {number} was taken at {at}, not between the opening meeting at {opening} and the closing meeting at {closing}",
    do_zh="请更正 at",
    do_en="correct 'at'",
)
def outside_the_audit(entry: EvidenceEntry, records: Records) -> Iterator[Violation]:
    meetings = records.get(Meetings, entry.key)
    opening = meetings.record.opening.start if meetings and meetings.record.opening else None
    closing = meetings.record.closing.end if meetings and meetings.record.closing else None
    for number, one in entry.record.items.items():
        if one.at and ((opening and one.at < opening) or (closing and one.at > closing)):
            yield entry.at("items", number, "at", number=number, at=one.at, opening=opening or "…", closing=closing or "…")


@rule(
    "evidence.kind-missing",
    "ISO 19011 6.4.7",
    catalogue="FND-003",
    zh="证据 {number} 没有写明是什么：缺 kind",
    en="it is not said what the evidence {number} is: 'kind' is missing",
    do_zh="写 kind: {kinds} 之一",
    do_en="write 'kind', one of: {kinds}",
    at="onsite_done",
)
def kind_missing(entry: EvidenceEntry, records: Records) -> Iterator[Violation]:
    for number, one in entry.record.items.items():
        if one.kind is None:
            yield entry.at_name("items", number, number=number, kinds=tuple(EVIDENCE_KIND.choices))


@rule(
    "evidence.larger-than-its-population",
    "ISO 19011 A.6",
    catalogue="FND-003",
    zh="证据 {number} 抽样 {size} 件，多于总数 {population}",
    en="{size} were sampled for the evidence {number}, more than the {population} there are",
    do_zh="请更正 size 或 population",
    do_en="correct 'size' or 'population'",
)
def larger_than_its_population(entry: EvidenceEntry, records: Records) -> Iterator[Violation]:
    for number, one in entry.record.items.items():
        sample = one.sample
        if sample and sample.size is not None and sample.population is not None and sample.size > sample.population:
            yield entry.at("items", number, "sample", "size", number=number, size=sample.size, population=sample.population)


@rule(
    "evidence.copy-not-approved",
    "ISO 19011 6.4.7",
    catalogue="ACC-003",
    zh="证据 {number} 的副本已给审核员，却没有写明谁批准",
    en="a copy of the evidence {number} went to the auditors, and nobody is named who allowed it",
    do_zh="在 copy_given 下写 approved_by: 人员编号",
    do_en="write 'approved_by', somebody's id, below 'copy_given'",
    at="onsite_done",
)
def copy_not_approved(entry: EvidenceEntry, records: Records) -> Iterator[Violation]:
    for number, one in entry.record.items.items():
        if one.copy_given and one.copy_given.given and one.copy_given.approved_by is None:
            yield entry.at("items", number, "copy_given", "given", number=number)


@rule(
    "evidence.photo-missing",
    "ISO 19011 6.4.7",
    catalogue="FND-003",
    severity="warning",
    zh="证据 {number} 是照片，却没有附上文件",
    en="the evidence {number} is a photo, but no file is attached",
    do_zh="把照片放入 attachments/ 并在 attachment 写其路径；没有带出照片时改为 kind: observation",
    do_en="put the photo into attachments/ and write its path as 'attachment'; where none was taken away write 'kind: observation'",
    at="onsite_done",
)
def photo_missing(entry: EvidenceEntry, records: Records) -> Iterator[Violation]:
    for number, one in entry.record.items.items():
        if one.kind == "photo" and one.attachment is None:
            yield entry.at("items", number, "kind", number=number)


@rule(
    "evidence.requested-by-other",
    "ISO 19011 6.4.7",
    catalogue="REF-003",
    zh="证据 {number} 的索取人 {name} 不在联络单的来访人员中",
    en="{name}, who asked for the evidence {number}, is none of the visitors of the contact sheet",
    do_zh="姓名照联络单写（{visitors}），或在联络单补上此人",
    do_en="write the name as on the contact sheet ({visitors}), or add the visitor there",
)
def requested_by_other(entry: EvidenceEntry, records: Records) -> Iterator[Violation]:
    sheet = records.get(ContactSheet, entry.key)
    names = tuple(one.name for one in sheet.record.visitors) if sheet and not sheet.record.names_pending else ()
    for number, one in entry.record.items.items():
        if names and one.requested_by and one.requested_by not in names:
            told = tuple(map(Free, names))
            yield entry.at("items", number, "requested_by", number=number, name=Free(one.requested_by), visitors=told)


EVIDENCE = RecordType(
    name="evidence",
    title=Words("客观证据", "Objective evidence"),
    model=Evidence,
    path="audits/{year}/{audit}/evidence.yaml",
    key="{audit}",
    scope="{audit}",
    owner="QA",
    confidentiality="confidential",
    retention="CA-3Y",
    lives=("audit",),
    rules=(
        *FOLDER_RULES,
        outside_the_audit,
        kind_missing,
        larger_than_its_population,
        copy_not_approved,
        photo_missing,
        requested_by_other,
    ),
    starts_with=(
        "items.at",
        "items.session",
        "items.findings",
        "items.requested_by",
        "items.provided_by",
        "items.kind",
        "items.description",
        "items.ref",
        "items.sample",
        "items.attachment",
    ),
    shown_to_customers=True,
)
