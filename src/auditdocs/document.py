"""What will be said and in which format: Frame, Document, Job, Due, Artefact, DocumentKind, Refusal."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal

from auditdocs.labels import Languages, Status
from auditdocs.problem import Facts, Sentence, Words

if TYPE_CHECKING:
    from auditdocs.entry import Records, RowOf

Format = Literal["docx", "pdf", "xlsx", "ics"]
Edition = Literal["internal", "customer", "archive"]
INSIDE: tuple[Edition, ...] = ("internal", "archive")  # of what never leaves the house
EVERYWHERE: tuple[Edition, ...] = ("internal", "customer", "archive")


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame on every page: finished words."""

    company: str
    title: str
    number: str
    form_number: str = ""
    revision: str = ""
    confidentiality: str = ""
    retention: str = ""
    mark: str = ""  # 草稿 DRAFT, 工作副本 WORKING COPY, 受控 CONTROLLED; empty on a ready form
    sources: str = ""  # commit and digest, or why there is none
    as_of: str = ""  # only on dated kinds
    note: str = ""  # 打印件为非受控 on policies and registers
    subject: str = ""  # one line that says what it is about, for the title of the file


@dataclass(frozen=True, slots=True)
class Document:
    """What will be said, about which records: made by a document kind's room."""

    kind: str
    subject: str  # an id: AUD-2026-014, CAR-2026-0031, "2026"
    folder: str  # where it goes below build/: audits/AUD-2026-014
    name: str  # file name without ending: `CAR-2026-0031 纠正措施要求单`
    title: Words
    number: str  # what the frame prints as record number
    languages: Languages
    view: object  # a frozen dataclass of finished words, a Sheet or several, or a Calendar
    formats: tuple[Format, ...]
    template: str  # `car/car` (without ending)
    words: Mapping[str, Words]  # labels a template asks for as t.name
    confidentiality: str = "internal"
    retention: str = ""
    revision: str = ""  # its own, where it is not a form: a policy's A/1
    variant: str = ""
    mark: Words | None = None  # a policy's own mark
    dated: bool = False
    about: tuple[str, ...] = ()  # paths of the records it is about: their errors make it a draft
    scope: str = ""  # a register says what it covers instead of its sources, and as_of instead of a commit
    edition: Edition = "internal"  # set by the plan: who it is for


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that is put into a PDF: its name there, where it came from, its bytes."""

    name: str
    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Job:
    """A document in one format, with its frame."""

    document: Document
    format: Format
    target: str  # path below build/
    frame: Frame
    status: Status
    commit: str = ""
    digest: str = ""
    sources: tuple[str, ...] = ()  # paths the view read
    enclosed: tuple[Enclosure, ...] = ()  # the sources themselves, in an archive's edition


@dataclass(frozen=True, slots=True)
class Due:
    """A job that is to be made, worked out only when its turn comes: a thousand views need not be there at once."""

    target: str
    format: Format
    job: Callable[[], Job]
    kind: str = ""
    template: str = ""  # its file, `car/car.docx`; none for a workbook

    @classmethod
    def of(cls, job: Job) -> "Due":
        return cls(job.target, job.format, lambda: job)


@dataclass(frozen=True, slots=True)
class Artefact:
    """A file that was made, without the document in it: a build makes tens of thousands."""

    target: str
    format: Format
    kind: str
    variant: str
    status: Status

    @classmethod
    def of(cls, job: Job) -> "Artefact":
        return cls(job.target, job.format, job.document.kind, job.document.variant, job.status)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A document that cannot be made, and why."""

    sentence: Sentence
    facts: Facts = field(default_factory=dict)
    needle: str = ""  # text or characters to look for in the source records, to name the field


@dataclass(frozen=True, slots=True)
class Request:
    """What a build was asked for, as far as it changes what documents say."""

    as_of: date
    variant: str = ""
    edition: Edition = "internal"


@dataclass(frozen=True, slots=True)
class Subject:
    """What one document of a kind is about; its reads are the document's sources."""

    key: str  # AUD-2026-014, CAR-2026-0031, 2026, all
    variant: str = ""


RowNames = Callable[["Records", str], Iterable[str]]


def no_rows(records: "Records", audit: str) -> tuple[str, ...]:
    """Rows that no audit brings."""
    return ()


@dataclass(frozen=True, slots=True)
class Listed:
    """What a register keeps of each thing it lists, and the names of those rows that an audit brings."""

    row: "RowOf"
    of_audit: RowNames = no_rows


Subjects = Callable[["Records", Request], Iterable[Subject]]


def no_subjects(records: "Records", request: Request) -> tuple[Subject, ...]:
    """Nobody."""
    return ()


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A room of what people read: its name, its subjects, and how records become its documents."""

    name: str  # also the name under which a template sees the view, and the form's key in org/forms.yaml
    title: Words
    templates: Mapping[str, tuple[type, ...]]  # `car/car`, without ending; its view, then which rows where a view may hold several
    formats: tuple[Format, ...]
    subjects: Subjects  # also of records that cannot be read
    make: Callable[["Records", Subject, Request], Document | None]  # None: nothing to say yet
    words: Mapping[str, Words]
    editions: tuple[Edition, ...]  # INSIDE or EVERYWHERE: each kind says whether it leaves the house
    variants: tuple[str, ...] = ()
    dated: bool = False  # prints as_of
    inside: Mapping[str, str] = field(default_factory=dict)  # what of a view is for the house only -> the label that goes with it
    later: Subjects = no_subjects  # who they are rests on rows: asked for when all others are planned
    rows: Mapping[str, Listed] = field(default_factory=dict)
    not_printed: Mapping[str, str] = field(default_factory=dict)  # "car.remarks_internal" -> reason

    def all_subjects(self, records: "Records", request: Request) -> tuple[Subject, ...]:
        """Everything there is a document of this kind about."""
        return (*self.subjects(records, request), *self.later(records, request))
