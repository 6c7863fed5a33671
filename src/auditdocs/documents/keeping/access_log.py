"""Access log 档案查阅登记表 (FM-RC-05): who looked into which file, for what, with whose approval, and when it came back."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from auditdocs.document import INSIDE, Document, DocumentKind, Request, Subject
from auditdocs.documents.not_printed import left_to_its_keeper
from auditdocs.documents.record_form import document_about, each, writing_about
from auditdocs.documents.register import as_workbook, heading
from auditdocs.documents.rows import ATTACHMENT_WORDS, AttachmentRow
from auditdocs.documents.rows_view import attachment_rows, signatures
from auditdocs.documents.words import Writing, lines
from auditdocs.entry import Entry, Records
from auditdocs.labels import FRAME, joined
from auditdocs.problem import Words
from auditdocs.records.house.access_log import ACCESS_KIND, Access, AccessLog, category_of
from auditdocs.records.house.access_rights import CATEGORY, access_rights
from auditdocs.records.house.person import POST_ROLE, Person, post_on
from auditdocs.view_parts import Sheet, Signature

TITLE = Words("档案查阅登记表", "Access Log")
RIGHTS = Words("查阅权限", "Access rights")
APPROVAL_FIRST = Words("须先批准", "Approval first")
PAPER, WORKBOOK = "", "workbook"


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessRow:
    """One look into the files."""

    number: str
    at: str
    person: str
    role: str
    contents: str
    purpose: str
    approval: str
    return_due: str
    returned: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessLogView:
    """All of one year, and who may look at all."""

    title: str
    year: str
    rows: tuple[AccessRow, ...]
    rights: tuple["RightsRow", ...]
    attachments: tuple[AttachmentRow, ...]
    signatures: tuple[Signature, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RightsRow:
    """What a role may see."""

    role: str
    categories: str
    approval: str


WORDS: Mapping[str, Words] = {
    **ATTACHMENT_WORDS,
    "log_title": Words("题名", "Title"),
    "year": Words("年度", "Year"),
    "entries": Words("查阅登记", "Entries"),
    "at": Words("时间", "Time"),
    "person": Words("人员", "Person"),
    "department_and_role": Words("部门 / 角色", "Department / role"),
    "contents_seen": Words("内容", "Contents"),
    "purpose": Words("目的", "Purpose"),
    "approval": Words("批准", "Approval"),
    "return_due": Words("应归还", "Return due"),
    "returned": Words("归还", "Returned"),
    "rights": RIGHTS,
    "may_see": Words("可查阅", "May see"),
    "approval_first": APPROVAL_FIRST,
}
WIDTHS: Mapping[str, int] = {
    "at": 17, "person": 16, "department_and_role": 22, "contents_seen": 44, "purpose": 30, "approval": 26, "return_due": 11, "returned": 17,
}  # fmt: skip


def make(records: Records, subject: Subject, request: Request) -> Document | None:
    """One year's log, to be signed or to be filtered."""
    entry = records.get(AccessLog, subject.key)
    if entry is None:
        return None
    write = writing_about(records, entry)
    is_workbook = subject.variant == WORKBOOK
    shown: object = _sheets(write, entry) if is_workbook else _view(write, entry)
    document = document_about(ACCESS_LOG_FORM, write, entry, shown, folder="archive")
    told = replace(document, name=f"{joined(TITLE, write.languages[:1])} {entry.key}", formats=("pdf",), variant=subject.variant)
    return as_workbook(told) if is_workbook else told


def _view(write: Writing, entry: Entry[AccessLog]) -> AccessLogView:
    log = entry.record
    return AccessLogView(
        title=write.text(log.title),
        year=entry.key,
        rows=tuple(_row(write, number, access) for number, access in enumerate(log.entries, start=1)),
        rights=tuple(_rights(write)),
        attachments=attachment_rows(write, log),
        signatures=signatures(write, log, ("prepared", "reviewed")),
    )


def _row(write: Writing, number: int, access: Access) -> AccessRow:
    outside = access.external
    by = " ".join(filter(None, (outside.name, outside.title, outside.org))) if outside else ""
    kind, category = write.choice(ACCESS_KIND, access.kind), category_of(access)
    seen = write.listed((kind, write.choice(CATEGORY, category) if category else ""))
    return AccessRow(
        number=str(number),
        at=write.moment(access.at),
        person=lines(write.person(access.person), by),
        role=_role(write, access),
        contents=lines(seen, write.listed(access.records), write.text(access.items)),
        purpose=write.text(access.purpose),
        approval=lines(write.person(access.approved_by), write.moment(access.approved_at)),
        return_due=write.day(access.return_due),
        returned=write.moment(access.returned_at),
    )


def _role(write: Writing, access: Access) -> str:
    """Department and roles on that day."""
    person = write.records.get(Person, access.person) if access.person else None
    posts = post_on(person.record, access.at.date()) if person else ()
    roles = write.choices(POST_ROLE, (role for post in posts for role in post.roles))
    return lines(write.departments(post.department for post in posts), roles)


def _rights(write: Writing) -> Iterator[RightsRow]:
    for role, rights in access_rights(write.records).items():
        yield RightsRow(
            role=write.choice(POST_ROLE, role),
            categories=write.choices(CATEGORY, rights.categories),
            approval=write.words(APPROVAL_FIRST) if rights.approval else "",
        )


def _sheets(write: Writing, entry: Entry[AccessLog]) -> tuple[Sheet, ...]:
    """The log and the rights, to be filtered."""
    heads = ((write.words(FRAME["number"]), 7), *((write.words(WORDS[name]), width) for name, width in WIDTHS.items()))
    rows = tuple(_cells(_row(write, number, access)) for number, access in enumerate(entry.record.entries, start=1))
    above, beside = (heading(write, ACCESS_LOG_FORM, said=f"{write.words(title)} {entry.key}") for title in (TITLE, RIGHTS))
    log = Sheet(TITLE.in_(write.languages[0]), above, heads, rows)
    columns = ((write.words(FRAME["role"]), 18), (write.words(WORDS["may_see"]), 70), (write.words(APPROVAL_FIRST), 16))
    rights = tuple((one.role, one.categories, one.approval) for one in _rights(write))
    return log, Sheet(RIGHTS.in_(write.languages[0]), beside, columns, rights)


def _cells(row: AccessRow) -> tuple[str | int, ...]:
    told = (row.at, row.person, row.role, row.contents, row.purpose, row.approval, row.return_due, row.returned)
    return (int(row.number), *told)


ACCESS_LOG_FORM = DocumentKind(
    name="access_log",
    title=TITLE,
    templates={"access_log/access_log": (AccessLogView,)},
    formats=("pdf", "xlsx"),
    subjects=each(AccessLog, variants=(PAPER, WORKBOOK)),
    make=make,
    words=WORDS,
    editions=INSIDE,
    not_printed=left_to_its_keeper("access_log"),
)
