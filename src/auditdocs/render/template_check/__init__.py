"""A template and the type of its view → everything in it that cannot become a document, each with its place; nothing is made."""

from collections.abc import MutableMapping
from dataclasses import dataclass
from functools import lru_cache

from auditdocs.document import DocumentKind, Frame, Refusal
from auditdocs.labels import FRAME
from auditdocs.render.press import RefusedError
from auditdocs.render.template_check.html_check import faults_in_html
from auditdocs.render.template_check.values import FLAG, TEXT, Many, Names, Scope, value_of
from auditdocs.render.template_check.word_check import faults_in_word
from auditdocs.render.templates import digest


@dataclass(frozen=True, slots=True)
class Handed:
    """What a template will be handed: its view under the kind's name, and the labels."""

    kind: str
    view: tuple[type, ...]  # and, where its rows may be of several types, which of them
    labels: tuple[str, ...]


def handed(kind: DocumentKind, template: str) -> Handed:
    """What one of the templates of a document kind will be handed."""
    return Handed(kind.name, tuple(kind.templates[template]), tuple(kind.words))


def check_template(roots: tuple[str, ...], name: str, handed: Handed, sound: MutableMapping[str, str] | None = None) -> tuple[Refusal, ...]:
    """Everything that stands against this template; worked out once as long as it and what it includes stay the same.

    `sound` has the digests of those in which nothing was found, also in earlier runs of the same program.
    """
    try:
        now = digest(roots, name)
        if sound is not None and sound.get(f"{handed.kind} {name}") == now:
            return ()
        found = _checked(roots, name, now, handed)
    except RefusedError as refused:
        return (refused.refusal,)
    if sound is not None and not found:
        sound[f"{handed.kind} {name}"] = now
    return found


@lru_cache(maxsize=512)
def _checked(roots: tuple[str, ...], name: str, _digest: str, handed: Handed) -> tuple[Refusal, ...]:
    find = faults_in_word if name.endswith(".docx") else faults_in_html
    return tuple(find(roots, name, scope_of(handed)))


def scope_of(handed: Handed) -> Scope:
    """The names a template may use, as `render.templates.context` hands them."""
    labels: Scope = dict.fromkeys((*FRAME, *handed.labels), TEXT)
    return {
        handed.kind: value_of(handed.view[0], handed.view[1:]),
        "t": Names(labels, "labels"),
        "frame": value_of(Frame),
        "languages": Many(TEXT),
        "lang": TEXT,
        "inline": FLAG,
    }


__all__ = ["Handed", "check_template", "handed", "scope_of"]
