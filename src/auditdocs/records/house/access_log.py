"""Access log 档案查阅登记 (a file a year): who looked into which file, for what, and brought it back (003 五(二)2)."""

from collections.abc import Iterator
from typing import Annotated

from auditdocs.entry import Entry, Records, Violation
from auditdocs.field import Model, field, many
from auditdocs.problem import Words
from auditdocs.records.base import Outsider, Record
from auditdocs.records.house.access_rights import CATEGORY, RoleRights, access_rights
from auditdocs.records.house.person import Person, is_bound_on, post_on
from auditdocs.records.ids import FiledNumber, PersonId
from auditdocs.records.words import Day, Moment, Text, choice
from auditdocs.room import rule

ACCESS_KIND = choice(viewed=("查阅", "Viewed"), lent=("借出", "Lent"), copied=("复制", "Copied"))


class Access(Model):
    """One look into the files."""

    at: Moment = field("时间", "Time", required=True)
    person: PersonId | None = field("人员", "Person", "本公司人员写编号", "one of ours, by id")
    external: Outsider | None = field("外部人员", "External person", "须经批准", "needs an approval")
    kind: Annotated[str, ACCESS_KIND] = field("方式", "Kind", default="viewed")
    category: Annotated[str, CATEGORY] | None = field("类别", "Category")
    records: tuple[FiledNumber, ...] = many("档案", "Files", "审核、客户、人员的编号", "numbers of audits, customers, people")
    items: Text | None = field("内容", "Contents", example="CAR 及整改证据|CARs and evidence")
    purpose: Text | None = field("目的", "Purpose", example="准备年度审核|Preparation of the yearly audit")
    approved_by: PersonId | None = field("批准人", "Approved by")
    approved_at: Moment | None = field("批准时间", "Approved at")
    return_due: Day | None = field("应归还", "Return due")
    returned_at: Moment | None = field("归还时间", "Returned at")


class AccessLog(Record):
    """All looks into the files in one year."""

    entries: tuple[Access, ...] = many("查阅登记", "Entries")


LogEntry = Entry[AccessLog]


def category_of(access: Access) -> str:
    """What kind of file it was: as recorded, else by its number."""
    kinds = {"AUD-": "audit", "P": "person", "C": "basic"}
    return access.category or next((kinds[start] for start in kinds for number in access.records if number.startswith(start)), "")


def rights_of(records: Records, access: Access) -> tuple[RoleRights, ...] | None:
    """The rights of somebody's roles on that day; None for somebody from outside, or nobody we know."""
    person = records.get(Person, access.person) if access.person else None
    if person is None:
        return None
    rights = access_rights(records)
    roles = dict.fromkeys(role for post in post_on(person.record, access.at.date()) for role in post.roles)
    return tuple(rights[role] for role in roles if role in rights)


@rule(
    "access.not-allowed",
    "003 五(二)1",
    catalogue="ACC-001",
    firm=True,
    zh="{person} 当日的角色不能查阅“{category}”",
    en="by the roles held that day {person} may not see '{category}'",
    do_zh="请核实查阅人和类别；确有需要时由有权的人代查，或修改 org/access.yaml",
    do_en="check person and category; let somebody who may look it up, or change org/access.yaml",
)
def not_allowed(entry: LogEntry, records: Records) -> Iterator[Violation]:
    for index, access in enumerate(entry.record.entries):
        rights, category = rights_of(records, access), category_of(access)
        if rights is not None and category and not any(category in one.categories for one in rights):
            yield entry.at("entries", index, person=access.person or "", category=CATEGORY.label(category))


@rule(
    "access.not-approved",
    "003 五(二)1",
    catalogue="ACC-002",
    firm=True,
    zh="这次查阅须先批准，没有写批准人和时间",
    en="this access needs an approval first; who gave it and when is missing",
    do_zh="请填写 approved_by 和 approved_at",
    do_en="fill in approved_by and approved_at",
)
def not_approved(entry: LogEntry, records: Records) -> Iterator[Violation]:
    for index, access in enumerate(entry.record.entries):
        is_approved = access.approved_by is not None and access.approved_at is not None
        if _needs_approval(records, access) and not is_approved:
            yield entry.at("entries", index)


def _needs_approval(records: Records, access: Access) -> bool:
    """Where none of somebody's roles may see it by itself; whoever comes from outside always."""
    rights, category = rights_of(records, access), category_of(access)
    allowed = [one for one in rights or () if category in one.categories]
    return access.external is not None or (bool(allowed) and all(one.approval for one in allowed))


@rule(
    "access.approved-afterwards",
    "003 五(二)1",
    catalogue="ACC-002",
    firm=True,
    zh="批准时间 {approved} 晚于查阅时间 {at}",
    en="it was approved at {approved}, after the access at {at}",
    do_zh="须先批准后查阅；请更正时间",
    do_en="the approval comes first: correct the times",
)
def approved_afterwards(entry: LogEntry, records: Records) -> Iterator[Violation]:
    for index, access in enumerate(entry.record.entries):
        if access.approved_at and access.approved_at > access.at:
            yield entry.at("entries", index, "approved_at", approved=access.approved_at, at=access.at)


@rule(
    "access.approved-by-oneself",
    "003 五(二)1",
    catalogue="ACC-002",
    firm=True,
    zh="{person} 批准了自己的查阅",
    en="{person} approved their own access",
    do_zh="由另一人批准",
    do_en="somebody else approves it",
)
def approved_by_oneself(entry: LogEntry, records: Records) -> Iterator[Violation]:
    for index, access in enumerate(entry.record.entries):
        if access.person and access.person == access.approved_by:
            yield entry.at("entries", index, "approved_by", person=access.person)


@rule(
    "access.incomplete",
    "003 五(二)2",
    catalogue="ACC-004",
    severity="warning",
    zh="查阅登记缺少{fields}",
    en="this entry of the access log lacks: {fields}",
    do_zh="写明谁、看了什么、为什么",
    do_en="say who saw what, and why",
)
def incomplete(entry: LogEntry, records: Records) -> Iterator[Violation]:
    for index, access in enumerate(entry.record.entries):
        missing = tuple(_missing(access))
        if missing:
            yield entry.at("entries", index, fields=missing)


def _missing(access: Access) -> Iterator[Words]:
    if access.person is None and access.external is None:
        yield Words("人员", "the person")
    if not access.records and access.items is None:
        yield Words("内容", "the contents")
    if access.purpose is None:
        yield Words("目的", "the purpose")
    if access.kind == "lent" and access.return_due is None and access.returned_at is None:
        yield Words("应归还日期", "the day of return")


@rule(
    "access.without-agreement",
    "003 六(三)",
    catalogue="SEC-001",
    severity="warning",
    zh="{person} 查阅了档案，人员资料中没有当日有效的保密协议",
    en="{person} looked into the files, and no confidentiality agreement of theirs that was valid that day is recorded",
    do_zh="签订后在其人员资料写 nda_ref: 协议编号（有期限的写 nda_until）",
    do_en="once it is signed, write its number as 'nda_ref' in the person's record, and its end, if it has one, as 'nda_until'",
)
def without_agreement(entry: LogEntry, records: Records) -> Iterator[Violation]:
    told: set[str] = set()
    for index, access in enumerate(entry.record.entries):
        person = records.get(Person, access.person) if access.person and access.person not in told else None
        if person and not is_bound_on(person.record, access.at.date()):
            told.add(person.key)
            yield entry.at("entries", index, "person", person=person.key)


@rule(
    "access.another-year",
    "003 五(二)2",
    catalogue="REF-001",
    zh="这一条是 {day} 的，不属于 {year} 年的登记表",
    en="this entry is of {day} and does not belong into the log of {year}",
    do_zh="请更正日期，或移到该年的文件",
    do_en="correct the day, or move it to that year's file",
)
def another_year(entry: LogEntry, records: Records) -> Iterator[Violation]:
    for index, access in enumerate(entry.record.entries):
        if str(access.at.year) != entry.key:
            yield entry.at("entries", index, "at", day=access.at.date(), year=entry.key)


ACCESS_RULES = (not_allowed, not_approved, approved_afterwards, approved_by_oneself, incomplete, without_agreement, another_year)
