"""A job → all that its bytes depend on: view, labels, frame, template, fonts, program; and one digest of it."""

import hashlib
from collections.abc import Mapping
from dataclasses import astuple, dataclass

from auditdocs.document import Format, Job
from auditdocs.render import Press

SHORT = 16  # signs of a digest that only has to tell one version of a file from another


@dataclass(frozen=True, slots=True)
class Ingredients:
    """What goes into a document, each part by its digest or its own words, so that a change can be named."""

    kind: str
    program: str
    template: str
    fonts: str
    languages: str
    day: str  # only on kinds that print one
    frame: str
    labels: str
    view: str
    status: str = ""  # this and the rest are in the frame and the view already: they only tell what changed
    commit: str = ""
    sources: Mapping[str, str] | None = None  # record -> digest
    enclosed: str = ""  # the sources, where they are put into the file itself

    @property
    def essence(self) -> str:
        """Equal for two jobs only if they would give the same bytes with the same fonts."""
        return _digest(
            (self.kind, self.program, self.template, self.languages, self.day, self.frame, self.labels, self.view, self.enclosed)
        )

    @property
    def fingerprint(self) -> str:
        """Equal for two jobs only if they would give the same bytes."""
        return fingerprint(self.essence, self.fonts)


def fingerprint(essence: str, fonts: str) -> str:
    """All that the bytes of a job depend on, as one digest."""
    return _digest((essence, fonts))


def fonts_of(press: Press, form: Format) -> str:
    """The digest of the faces that a format is printed with; Word and Excel name theirs."""
    return _digest([face.digest for face in press.fonts.faces] if press.fonts and form == "pdf" else [])


def ingredients(job: Job, template_digest: str, fonts: str, program: str, hashes: Mapping[str, str]) -> Ingredients:
    """Take a job apart."""
    document = job.document
    return Ingredients(
        kind=f"{document.kind} {job.format}",
        program=program,
        template=template_digest,
        fonts=fonts,
        languages=" ".join(document.languages),
        day=job.frame.as_of,
        frame=_digest(astuple(job.frame)),
        labels=_digest(sorted((name, words.zh, words.en) for name, words in document.words.items())),
        view=_digest(document.view),
        enclosed=_digest([(path, hashes[path]) for path in job.sources]) if document.edition == "archive" else "",
        status=job.status,
        commit=job.commit,
        sources={path: hashes[path][:SHORT] for path in job.sources},
    )


def _digest(value: object) -> str:
    return hashlib.sha256(repr(value).encode()).hexdigest()
