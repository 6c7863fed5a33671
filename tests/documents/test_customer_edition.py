"""A customer's edition holds nothing internal, nothing of another customer; what it does hold is written down and looked at."""

import inspect
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from pydantic import BaseModel

from auditdocs.document import INSIDE, DocumentKind, Edition, Job, Request
from auditdocs.documents import KINDS, ROWS
from auditdocs.documents.on_site.meeting_sheet import OpeningSheetView, SignInRow
from auditdocs.documents.record_form import record_form
from auditdocs.entry import Records
from auditdocs.field import is_internal, is_personal
from auditdocs.inputs import File, Settings
from auditdocs.load import load
from auditdocs.plan import plan
from auditdocs.records import ROOMS
from auditdocs.room import RecordType
from auditdocs.shape import Group, Leaf, Many, Numbered, Shape, shapes
from tests.documents.demonstration import DAY, no_sources
from tests.documents.probes import ABSENT, PRESENT, Spot, probe, spots, written
from tests.documents.test_nothing_recorded_lost import BASE, DIGEST, every_room, plain, printed
from tests.render.pdf_reader import squeezed

LIST = Path(__file__).parents[1] / "golden" / "customer_edition.txt"
FOR_CUSTOMERS = [kind for kind in KINDS.values() if "customer" in kind.editions]
OUTSIDE = ("contact_sheet", "agenda", "meeting_sheet", "car", "eight_d", "submission", "audit_report")
OTHER_AUDIT = "records/audits/2026/AUD-2026-777"
# repeat findings across audits; and a CAR's grade is the gravest of its findings, also of one that should not stand there
REPEATS = {("audit_report", "findings.items.statement"), ("car", "findings.items.grade")}
OTHER: dict[str, object] = {
    "records/customers/C0777/profile.yaml": {"name": "Seventh Example Works", "code": "SEVENTH"},
    f"{OTHER_AUDIT}/contact_sheet.yaml": {"customer": "C0777", "previous_audit": "AUD-2026-001", "owner_department": "QA"},
    f"{OTHER_AUDIT}/meetings.yaml": {"opening": {"start": "2026-02-01T09:00"}, "closing": {"end": "2026-02-01T16:00"}},
    f"{OTHER_AUDIT}/findings.yaml": {
        "items": {"F01": {"type": "nc", "statement": "the seventh statement", "similar_to": ["AUD-2026-001/F01"], "repeat": "true"}}
    },
    f"{OTHER_AUDIT}/cars/CAR-2026-0777.yaml": {"owner_department": "QA", "findings": ["F01", "AUD-2026-001/F01"]},
    f"{OTHER_AUDIT}/submissions/SUB-2026-777.yaml": {"cars": ["CAR-2026-0777", "CAR-2026-0001"]},
}


def loaded(*files: File) -> Records:
    """These records among the others: two customers."""
    paths = {file.path for file in files}
    others = (File(path, written(path, told).encode()) for path, told in {**BASE, **OTHER}.items() if path not in paths)
    found = load((*files, *others), ROOMS, DAY, Settings(("zh", "en")), rows=ROWS)
    assert [problem.message("en", show_values=True) for problem in found.problems] == []
    return found.records


def jobs(records: Records, customer: str) -> tuple[Job, ...]:
    """What goes to a customer."""
    return tuple(job for job in planned(records, "customer") if f"/{customer}/" in job.target)


def planned(records: Records, edition: Edition) -> tuple[Job, ...]:
    hashes = {entry.path: "" for entry in records.everything()}
    return plan(records, KINDS.values(), (), Request(DAY, edition=edition), no_sources(hashes)).jobs


def read(made: tuple[Job, ...]) -> str:
    """All that is read on the pages, in the names of files and in the rows of the manifest but for the sources."""
    return printed(made) + squeezed("\n".join(f"{job.target} {job.document.subject} {job.document.number}" for job in made))


def seen(made: tuple[Job, ...]) -> str:
    return DIGEST.sub("", repr([(job.target, job.frame, job.document.view) for job in made]))


def ours(room: RecordType[BaseModel]) -> dict[str, str]:
    """What every probe has otherwise: the audit is this customer's."""
    return {**plain(room), "contact_sheet.customer": "C0001"}


def kept_back(room: RecordType[BaseModel]) -> set[str]:
    """The fields that say of themselves, or of the group they stand in, that no customer reads them."""
    return set(_kept_back(room.name, Group(room.model), not room.shown_to_customers))


def _kept_back(path: str, shape: Shape, is_kept: bool) -> Iterator[str]:
    match shape:
        case Leaf():
            yield from (path,) if is_kept else ()
        case Many(inner) | Numbered(_, inner):
            yield from _kept_back(path, inner, is_kept)
        case Group(model):
            for name, inner in shapes(model).items():
                below = path if name == "root" else f"{path}.{name}"
                yield from _kept_back(below, inner, is_kept or is_internal(model, name) or is_personal(model, name))


@cache
def gone_out(room: RecordType[BaseModel]) -> tuple[str, ...]:
    """The fields whose words a customer reads; of few words: whose other word changes something."""
    file, said = probe(room, ours(room))
    made = jobs(loaded(file), "C0001")
    text = read(made)
    return tuple(
        spot.path for spot in spots(room) if (_changes(room, spot, made) if spot.is_common else squeezed(said[spot.path])[:10] in text)
    )


def _changes(room: RecordType[BaseModel], spot: Spot, made: tuple[Job, ...]) -> bool:
    change = PRESENT if plain(room).get(spot.path) == ABSENT else spot.change
    return seen(made) != seen(jobs(loaded(probe(room, {**ours(room), spot.path: change})[0]), "C0001"))


@every_room
def test_nothing_that_is_internal_or_personal_reaches_a_customer(room: RecordType[BaseModel]) -> None:
    assert [path for path in gone_out(room) if path in kept_back(room)] == []


def test_what_reaches_a_customer_is_what_was_looked_at(request: pytest.FixtureRequest) -> None:
    now = "".join(f"{path}\n" for room in ROOMS.types.values() for path in gone_out(room))
    if request.config.getoption("--update-golden"):
        LIST.write_text(now, "utf-8")
    assert LIST.read_text("utf-8") == now


@every_room
def test_nothing_of_one_customer_reaches_another(room: RecordType[BaseModel]) -> None:
    if room.scope != "{audit}" and room.name != "customer":
        return
    file, said = probe(room, ours(room))
    text = read(jobs(loaded(file), "C0777"))
    assert "theseventhstatement" in text
    own = [spot for spot in spots(room) if not spot.is_common and len(said[spot.path]) > 5]
    assert [spot.path for spot in own if squeezed(said[spot.path]) in text and not is_master_data(spot)] == []
    assert [number for number in ("AUD-2026-001", "CAR-2026-0001", "C0001") if number in text] == []


@every_room
def test_the_houses_own_of_one_customers_audit_tells_of_anothers_only_what_repeats(room: RecordType[BaseModel]) -> None:
    if room.scope != "{audit}":
        return
    file, said = probe(room, ours(room))
    made = [job for job in planned(loaded(file), "internal") if job.target.startswith("audits/AUD-2026-777/")]
    told = {job.document.kind: read((job,)) for job in made}
    assert len(told) >= 5
    words = {
        spot.path: squeezed(said[spot.path])
        for spot in spots(room)
        if not spot.is_common and len(said[spot.path]) > 5 and not is_master_data(spot)
    }
    found = {(kind, path) for kind, text in told.items() for path, word in words.items() if word in text}
    assert found <= REPEATS


def is_master_data(spot: Spot) -> bool:
    """Whether the word is a number or name that all customers' documents share."""
    return spot.word.refers in ("criterion", "question_bank", "department", "grading_scheme", "site")


def test_only_these_kinds_go_to_customers() -> None:
    assert {kind.name for kind in FOR_CUSTOMERS} == {*OUTSIDE}
    assert {kind.editions for kind in KINDS.values() if kind.name not in OUTSIDE} == {INSIDE}


@pytest.mark.parametrize("kind", [DocumentKind, record_form], ids=lambda made: made.__name__)
def test_no_kind_of_document_leaves_the_house_because_nobody_said_where_it_goes(kind: Callable[..., object]) -> None:
    assert inspect.signature(kind).parameters["editions"].default is inspect.Parameter.empty


def test_no_customer_is_given_a_workbook_or_a_calendar() -> None:
    assert {form for kind in FOR_CUSTOMERS for form in kind.formats} == {"docx", "pdf"}
    assert {form for customer in ("C0001", "C0777") for job in jobs(loaded(), customer) for form in job.document.formats} == {"docx", "pdf"}


def test_our_people_at_a_meeting_are_named_with_title_and_department_and_nothing_else() -> None:
    """What somebody of another house reads anyway when both sides sign (practice: keep name and title)."""
    person = {"name": "Q. Sample", "nda_ref": "canary-agreement", "git_emails": ["canary@example.com"], "remarks_internal": "canary"}
    posts = [{"department": "QA", "title": "Quality manager", "roles": ["quality", "manager"], "head": "true", "from": "2020-01-01"}]
    meetings = {"opening": {"start": "2026-01-01T09:00", "attendees": {"ours": ["P0001", "P0002"]}}}
    files = {
        "records/people/P0001.yaml": {**person, "posts": posts},
        "records/org/departments.yaml": {"QA": {"name": "Quality"}},
        "records/audits/2026/AUD-2026-001/meetings.yaml": meetings,
    }
    records = loaded(*(File(path, written(path, told).encode()) for path, told in files.items()))
    [sheet] = {job.document.view for job in jobs(records, "C0001") if job.document.template == "meeting_sheet/opening"}
    assert isinstance(sheet, OpeningSheetView)
    assert sheet.ours == (SignInRow(number="1", name="Q. Sample", title="Quality manager", organization="Quality", signature=""),)
    assert [word for word in ("canary", "P0001", "P0002") if word in read(jobs(records, "C0001"))] == []


def test_a_customers_document_says_whom_it_is_for() -> None:
    made = jobs(loaded(), "C0777")
    assert {job.frame.confidentiality.split(" · ")[1] for job in made} == {"客户版 Customer's edition"}
    assert {job.target.split("/")[:3] == ["editions", "customer", "C0777"] for job in made} == {True}


def test_no_field_that_a_record_must_have_is_kept_back() -> None:
    assert [path for room in ROOMS.types.values() if room.shown_to_customers for path in required_and_kept_back(room)] == []


def required_and_kept_back(room: RecordType[BaseModel]) -> list[str]:
    """What would take the whole group with it."""
    fields = room.model.model_fields
    return [f"{room.name}.{name}" for name, info in fields.items() if info.is_required() and is_internal(room.model, name)]
