"""What every press needs besides the job, and how a press says that it cannot go on."""

from dataclasses import dataclass

from auditdocs.document import Job, Refusal
from auditdocs.problem import Facts, Sentence


@dataclass(frozen=True, slots=True)
class Face:
    """One font file in the cache: its family, its weight, and where its bytes came from."""

    family: str
    bold: bool
    path: str
    digest: str  # sha256 of the file
    source: str  # sha256 of the font file it was cut from


@dataclass(frozen=True, slots=True)
class Fonts:
    """The faces that pages are set in, and the fontconfig file that names only these."""

    faces: tuple[Face, ...]
    configuration: str


Asset = tuple[str, str, bytes]  # name, media type, content: `asset:name` in a page


@dataclass(frozen=True, slots=True)
class Press:
    """Where templates lie, searched in order, and the fonts (none where no PDF is wanted)."""

    template_roots: tuple[str, ...]
    fonts: Fonts | None = None
    assets: tuple[Asset, ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """A job and the pictures it prints, as a press is handed them."""

    job: Job
    assets: tuple[Asset, ...] = ()


class RefusedError(Exception):
    """Carries a refusal from the depth of a template to the press that runs it."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.sentence.code)
        self.refusal = refusal


def refuse(sentence: Sentence, facts: Facts | None = None, needle: str = "") -> RefusedError:
    """The exception to raise for this sentence."""
    return RefusedError(Refusal(sentence, facts or {}, needle))
