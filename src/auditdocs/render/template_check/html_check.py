"""An HTML template → its faults by line: unsafe places of values, syntax, and all that it asks for in vain."""

from collections.abc import Iterator
from functools import lru_cache

from jinja2 import nodes

from auditdocs.document import Refusal
from auditdocs.render.html import html_environment
from auditdocs.render.press import RefusedError
from auditdocs.render.template_check.following import faults_along
from auditdocs.render.template_check.values import Scope
from auditdocs.render.template_faults import UNDEFINED, UNSAFE, at_line, named_faults
from auditdocs.render.template_lint import faults_in
from auditdocs.render.templates import family, read


def faults_in_html(roots: tuple[str, ...], name: str, scope: Scope) -> Iterator[Refusal]:
    """Everything that is wrong with a page's template and with what it includes."""
    unsafe = tuple(_unsafe(roots, name))
    yield from unsafe
    if unsafe:
        return
    environment = html_environment(roots)

    def parse(each: str) -> nodes.Template:
        return _tree(roots, each, read(roots, each).decode("utf-8"))

    try:
        with named_faults(name):
            environment.get_template(name)  # filters that do not exist are found here
            faults = faults_along(environment, parse, name, scope)
    except RefusedError as refused:
        yield refused.refusal
        return
    for fault in faults:
        yield Refusal(UNDEFINED, {"template": fault.template, **at_line(fault.line), "reason": fault.reason})


@lru_cache(maxsize=128)  # most pages need the same few others
def _tree(roots: tuple[str, ...], name: str, source: str) -> nodes.Template:
    return html_environment(roots).parse(source, name)


def _unsafe(roots: tuple[str, ...], name: str) -> Iterator[Refusal]:
    for each in family(roots, name):
        for line, reason in faults_in(read(roots, each).decode("utf-8")) if each.endswith(".html") else ():
            yield Refusal(UNSAFE, {"template": f"{each}:{line}", "reason": reason})
