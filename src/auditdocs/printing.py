"""Jobs → bytes or refusals: those of a template that is wrong are refused at once, the others go to the presses."""

from collections import deque
from collections.abc import Iterator, MutableMapping, Sequence
from functools import cache
from pathlib import Path

from auditdocs.children import Process
from auditdocs.document import Due, Job, Refusal
from auditdocs.documents import KINDS
from auditdocs.problem import Words, said
from auditdocs.render import Press
from auditdocs.render.press import RefusedError
from auditdocs.render.template_check import check_template, handed
from auditdocs.render.templates import is_shipped
from auditdocs.template_names import general_name, template_of
from auditdocs.workers import Pictures, Result, no_pictures, render_all


def print_all(
    due: Sequence[Due],
    press: Press,
    workers: int,
    temporary: Path | None = None,
    pictures: Pictures = no_pictures,
    reserve: deque[Process] | None = None,
    sound: MutableMapping[str, str] | None = None,
) -> Iterator[tuple[Job, Result]]:
    """Every job with its bytes or its refusal, as they come.

    Each template of the workspace is checked once, those known to be `sound` not again; tests check those that came with the program.
    """
    against = cache(lambda kind, template: _against(press, kind, template, sound))
    good: list[Due] = []
    for one in due:
        refusal = against(one.kind, one.template)
        if refusal:
            yield one.job(), refusal
        else:
            good.append(one)
    yield from render_all(good, press, workers, temporary=temporary, pictures=pictures, reserve=reserve)


def _against(press: Press, name: str, template: str, sound: MutableMapping[str, str] | None) -> Refusal | None:
    """Why a template cannot be used for a kind of document: its first fault, and how many more there are."""
    kind = KINDS.get(name)
    if not template or kind is None or _came_with_the_program(press, template):
        return None
    found = check_template(press.template_roots, template, handed(kind, general_name(template_of(template)[0])), sound)
    return _with_others(found) if found else None


def _came_with_the_program(press: Press, template: str) -> bool:
    try:
        return is_shipped(press.template_roots, template)
    except RefusedError:
        return False  # the check says what is wrong with it


def _with_others(found: tuple[Refusal, ...]) -> Refusal:
    first, more = found[0], len(found) - 1
    if not more:
        return first
    told = first.facts.get("reason", "")
    zh = f"{said(told, 'zh')}；另有 {more} 处，见 auditdocs doctor"
    en = f"{said(told, 'en')}; and {more} more, which `auditdocs doctor` lists"
    return Refusal(first.sentence, {**first.facts, "reason": Words(zh, en)}, first.needle)
