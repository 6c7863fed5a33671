"""Every word that an author may type is found in some document, or stands in `not_printed` with its reason."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

import pytest
from pydantic import BaseModel

from auditdocs.document import Job
from auditdocs.documents import KINDS, ROWS
from auditdocs.documents.not_printed import NOT_PRINTED
from auditdocs.inputs import File, Settings
from auditdocs.labels import joined
from auditdocs.load import load
from auditdocs.records import ROOMS
from auditdocs.room import RecordType
from tests.documents.demonstration import DAY, planned
from tests.documents.probes import ABSENT, NAMES, PRESENT, Spot, probe, spots, written
from tests.documents.views import texts
from tests.render.pdf_reader import squeezed

AUDIT = "records/audits/2026/AUD-2026-001"
# one of each that refers to the others, so that what is said of people, customers and criteria is asked for
BASE: Mapping[str, object] = {
    f"{AUDIT}/contact_sheet.yaml": {
        "customer": NAMES["customer"],
        "criteria": [NAMES["criterion"]],
        "owner_department": "QA",
        "scope": {"sites": ["SZ1"]},
        "approvals": [{"role": "prepared", "person": NAMES["person"], "at": "2026-01-01T08:00"}],
    },
    f"{AUDIT}/audit.yaml": {"grading_scheme": "iso_nc", "closed": {"date": "2026-01-02"}},
    f"{AUDIT}/meetings.yaml": {
        "opening": {"start": "2026-01-01T09:00", "attendees": {"ours": [NAMES["person"]]}},
        "closing": {"end": "2026-01-01T16:00"},
    },
    f"{AUDIT}/conclusion.yaml": {"received_at": "2026-01-01T17:00"},
    f"{AUDIT}/archive.yaml": {"filed_on": "2026-01-03"},
    f"{AUDIT}/checklist.yaml": {"template": NAMES["checklist"], "items": {"Q001": {"section": "P6", "text": "?"}}},
    f"{AUDIT}/findings.yaml": {
        "items": {
            "F01": {
                "type": "nc",
                "statement": "!",
                "grade": "minor",
                "criterion": {"criterion": NAMES["criterion"], "clause": "8.5.1"},
            }
        }
    },
    f"{AUDIT}/cars/CAR-2026-0001.yaml": {"owner_department": "QA", "findings": ["F01"]},
    "records/archive/disposal/DSP-2026-001.yaml": {"items": [{"record": NAMES["filed"]}], "executed_on": "2026-01-05"},
    "records/archive/access_log/2026.yaml": {"entries": [{"at": "2026-01-02T08:00", "person": NAMES["person"]}]},
    f"{AUDIT}/submissions/SUB-2026-001.yaml": {"cars": ["CAR-2026-0001"]},
    "records/policies/XY-QP-CA-01/A-0.md": {"title": "?"},
}
# what would take another field its meaning is left away: who left has no post, what stays for ever has no period
LASTING = (
    *("person.posts.to", "person.left_on", "retention_schedule.period.permanent"),
    *("retention_schedule.authorities.min_period.permanent", "retention_schedule.personal_data_period.permanent"),
)
LATER = "2090-01-01"  # an override counts where it is later than what was reckoned


def plain(room: RecordType[BaseModel]) -> dict[str, str]:
    """What every probe of a record type has otherwise."""
    return {**dict.fromkeys(LASTING, ABSENT), f"{room.name}.retention.override_until": LATER}


DIGEST = re.compile(r"\b[0-9a-f]{10,64}\b")
every_room = pytest.mark.parametrize("room", ROOMS.types.values(), ids=lambda room: room.name)
REASONS = {**NOT_PRINTED, **{path: reason for kind in KINDS.values() for path, reason in kind.not_printed.items()}}


def documents(file: File) -> tuple[Job, ...]:
    """Everything that is printed where this record stands among the others."""
    others = (File(path, written(path, told).encode()) for path, told in BASE.items() if path != file.path)
    loaded = load((file, *others), ROOMS, DAY, Settings(("zh", "en")), rows=ROWS)
    assert [problem.message("en", show_values=True) for problem in loaded.problems] == []
    return tuple(job for kind in KINDS.values() for variant in kind.variants or ("",) for job in planned(loaded.records, kind, variant))


def printed(jobs: Iterable[Job]) -> str:
    """All that is read on these documents."""
    return squeezed("\n".join(word for job in jobs for word in _printed(job)))


def _printed(job: Job) -> Iterator[str]:
    yield from texts(job.document.view)
    yield from texts(job.frame)
    yield joined(job.document.title, job.document.languages)


def is_excused(path: str) -> bool:
    """Whether a field, or the group it stands in, is said not to be printed."""
    return any(path == one or path.startswith(f"{one}.") for one in REASONS)


@cache
def unprinted(room: RecordType[BaseModel]) -> tuple[str, ...]:
    """The fields whose words no document shows; of few words: whose other word changes nothing."""
    file, said = probe(room, plain(room))
    jobs = documents(file)
    shown = printed(jobs)
    return tuple(
        spot.path for spot in spots(room) if not (_changes(room, spot, jobs) if spot.is_common else squeezed(said[spot.path])[:10] in shown)
    )


def _changes(room: RecordType[BaseModel], spot: Spot, jobs: tuple[Job, ...]) -> bool:
    """Whether another word, or none, is seen on paper."""
    change = PRESENT if plain(room).get(spot.path) == ABSENT else spot.change
    others = documents(probe(room, {**plain(room), spot.path: change})[0])
    return _seen(jobs) != _seen(others)


def _seen(jobs: tuple[Job, ...]) -> str:
    """What is printed, but for digests of files: they change with every word."""
    return DIGEST.sub("", repr([(job.frame, job.document.view) for job in jobs]))


@every_room
def test_every_word_of_a_record_is_printed_or_it_is_said_why_not(room: RecordType[BaseModel]) -> None:
    assert [path for path in unprinted(room) if not is_excused(path)] == []


def test_what_is_said_not_to_be_printed_is_not() -> None:
    fields = {path for room in ROOMS.types.values() for path in unprinted(room)}
    needless = [one for one in REASONS if not any(path == one or path.startswith(f"{one}.") for path in fields)]
    assert needless == []


def test_everything_not_printed_has_its_reason() -> None:
    assert [path for path, reason in REASONS.items() if not reason] == []
