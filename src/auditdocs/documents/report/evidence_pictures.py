"""Pictures among the attachments of records → photographs with captions: evidence number, what it shows, file and digest."""

from collections.abc import Iterable, Iterator, Mapping

from auditdocs.documents.rows_view import named_at
from auditdocs.documents.words import Writing, lines
from auditdocs.entry import AnyEntry, Entry
from auditdocs.problem import Words
from auditdocs.records.attachments import folder_of
from auditdocs.records.ids import FILE
from auditdocs.records.on_site.evidence import Evidence
from auditdocs.shape import walk
from auditdocs.view_parts import Photograph

SHOWN = (".png", ".jpg", ".jpeg")  # what the press can prove to be whole
SIGNS = 12  # of a digest, to find the file in SHA256SUMS
PICTURE_WORDS: Mapping[str, Words] = {"pictures": Words("证据图片", "Evidence pictures")}


def of_evidence(write: Writing, entry: Entry[Evidence] | None, findings: Iterable[str] | None = None) -> Iterator[Photograph]:
    """The pictures of the list of evidence, or of what there is for these findings."""
    if entry is None:
        return
    wanted = None if findings is None else _in_full(entry.scope, findings)
    for number, one in entry.record.items.items():
        if one.attachment and (wanted is None or not wanted.isdisjoint(_in_full(entry.scope, one.findings))):
            yield from _shown(write, entry, one.attachment, number, write.text(one.description))


def _in_full(audit_id: str, findings: Iterable[str]) -> frozenset[str]:
    """The findings with their audit: inside it they are named without."""
    return frozenset(name if "/" in name else f"{audit_id}/{name}" for name in findings)


def of_record(write: Writing, entry: AnyEntry) -> Iterator[Photograph]:
    """The pictures that a record names: those it lists as attachments, and those its fields give as evidence."""
    titles = {one.file: write.text(one.title) for one in entry.record.attachments}
    for spot in walk(entry.record):
        if spot.word is FILE:
            part, number = named_at(write, entry.record, spot.loc)
            title = titles.get(spot.value) or write.text(getattr(part, "action", None))
            yield from _shown(write, entry, spot.value, number, title)


def once(photographs: Iterable[Photograph]) -> tuple[Photograph, ...]:
    """Each picture at the first place that shows it."""
    first: dict[str, Photograph] = {}
    for one in photographs:
        first.setdefault(one.path, one)
    return tuple(first.values())


def _shown(write: Writing, entry: AnyEntry, file: str, number: str, title: str) -> Iterator[Photograph]:
    if not file.lower().endswith(SHOWN):
        return
    path = folder_of(entry) + file
    digest = write.records.digest_of_file(path) or ""
    said = f"{file.rpartition('/')[2]} · SHA-256 {digest[:SIGNS]}"
    yield Photograph(path, digest, lines("　".join(filter(None, (number, title))), said))
