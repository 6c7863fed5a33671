"""A job → one HTML page from `<template>.html`, with every value escaped, checked, and drawn where it is a box."""

import re
from functools import lru_cache

from jinja2 import Undefined
from markupsafe import Markup, escape

from auditdocs.document import Job
from auditdocs.render import template_lint
from auditdocs.render.characters import demand_printable
from auditdocs.render.markdown import Heading, headings, to_html, to_html_around
from auditdocs.render.press import Press
from auditdocs.render.sandbox import Sandbox
from auditdocs.render.template_faults import named_faults
from auditdocs.render.templates import context, environment, family, rendered
from auditdocs.view_parts import Box, Inset, Markdown, Photograph, Picture

_ENDLESS = re.compile(r"[!-~\u00a1-\u2fff]{400}")
_PIECES = re.compile(r".{1,100}", re.DOTALL)

STYLESHEET = "shared/print.css"


def page(job: Job, press: Press, inline: bool = True) -> str:
    """The job as HTML that stands alone (`inline`), or without its stylesheet where the caller has parsed it already."""
    name = f"{job.document.template}.html"
    template_lint.demand_safe(press.template_roots, family(press.template_roots, name))
    with named_faults(name):
        template = html_environment(press.template_roots).get_template(name)
    return rendered(template, name, {**context(job.document, job.frame), "inline": inline})


@lru_cache(maxsize=4)
def html_environment(roots: tuple[str, ...]) -> Sandbox:
    """The environment of the HTML world."""
    made = environment(roots, written)
    made.filters["headings"] = headings_of
    return made


def headings_of(text: Markdown) -> tuple[Heading, ...]:
    """The headings of a Markdown value, for a list of contents."""
    return headings(text.text)


def written(value: object) -> object:
    """One value of a view as HTML: text as typed, boxes drawn, a picture in place, Markdown set; nothing else."""
    match value:
        case Markup():
            return Markup(demand_printable(value))
        case str():
            return breakable(demand_printable(value))
        case Undefined():
            return str(value)  # raises: nothing undefined is printed as nothing
        case Box():
            return box(value)
        case Picture():
            return _figure(value)
        case Photograph():
            return Markup('<img class="photograph" alt="{}" src="asset:{}">').format(demand_printable(value.caption), value.sha256)
        case Markdown(typed, Inset() as inset):
            before, rest = to_html_around(demand_printable(typed), inset.after)
            return Markup(before) + _figure(inset.picture) + Markup(rest)  # made by our own Markdown
        case Markdown():
            return Markup(demand_printable(to_html(value.text)))
        case int() | float() if not isinstance(value, bool):
            return str(value)
        case tuple() | list() if all(isinstance(one, Box) for one in value):
            return Markup(" ").join(box(one) for one in value)
        case _:
            raise TypeError(f"{type(value).__name__} 不是文字，不能打印 · is not text and cannot be printed")


def _figure(picture: Picture) -> Markup:
    return Markup(f'<figure class="picture" title="{escape(picture.words)}">{picture.svg}</figure>')


def breakable(text: str) -> str | Markup:
    """The text, with places to break in words so long that finding one takes quadratic time."""
    if not _ENDLESS.search(text):
        return text
    return Markup("<wbr>").join(_PIECES.findall(text))


def box(drawn: Box) -> Markup:
    """A box drawn in CSS (the fonts have none) and its words."""
    state = " on" if drawn.ticked else ""
    return Markup('<span class="box"><span class="tick{}"></span>{}</span>').format(state, demand_printable(drawn.words))
