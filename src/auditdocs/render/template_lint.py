"""HTML templates → a refusal where a value would stand in a style, a script, an address or an unquoted attribute."""

import re
from collections.abc import Iterator
from functools import lru_cache

from auditdocs.problem import Words
from auditdocs.render.press import refuse
from auditdocs.render.template_faults import UNSAFE
from auditdocs.render.templates import environment, read

_OPENING = re.compile(r"<(!--|[a-zA-Z][\w:-]*)")
_RAW = re.compile(r"</(script|style)\s*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*(["']?)""")
_ADDRESSES = frozenset(["href", "src", "action", "data", "srcset", "poster", "xlink:href", "formaction", "cite"])
# Outermost filters that let nothing but the right thing through.
_CHECKED = {"style": ("css_length",), "address": ("link",), "text": ()}


def demand_safe(roots: tuple[str, ...], names: tuple[str, ...]) -> None:
    """Refuse the first of these templates that puts a value where escaping does not protect the reader."""
    for name in names:
        if name.endswith(".html"):
            faults = faults_in(read(roots, name).decode("utf-8"))
            if faults:
                line, reason = faults[0]
                raise refuse(UNSAFE, {"template": f"{name}:{line}", "reason": reason})


@lru_cache(maxsize=256)
def faults_in(source: str) -> tuple[tuple[int, Words], ...]:
    """Line and reason of every value that stands where it must not."""
    return tuple(_faults(source))


def _faults(source: str) -> Iterator[tuple[int, Words]]:
    html = ""
    expression: list[str] | None = None
    for line, kind, text in environment((), str).lex(source):
        if kind == "data":
            html = _after(html + text)
        elif kind == "variable_begin":
            expression = []
        elif kind == "variable_end":
            reason = _reason(html, "".join(expression or ()))
            if reason:
                yield line, reason
            expression = None
            html += "0" if html else ""  # text between tags decides nothing
        elif expression is not None and kind != "whitespace":
            expression.append(text)


def _after(html: str) -> str:
    """What of the text so far still decides where we are: from the last open tag or raw element on."""
    place = 0
    while (opening := _OPENING.search(html, place)) is not None:
        end = _end_of(html, opening)
        if end is None:
            return html[opening.start() :]
        place = end
    return html[-1:] if html.endswith("<") else "</" if html.endswith("</") else ""


def _end_of(html: str, opening: re.Match[str]) -> int | None:
    if opening[1] == "!--":
        closed = html.find("-->", opening.end())
        return None if closed < 0 else closed + 3
    end = _end_of_tag(html, opening.end())
    if end is None or opening[1].lower() not in ("script", "style"):
        return end
    raw = _RAW.search(html, end)
    return raw.end() if raw else None


def _end_of_tag(html: str, place: int) -> int | None:
    quote = ""
    for index in range(place, len(html)):
        sign = html[index]
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'":
            quote = sign
        elif sign == ">":
            return index + 1
    return None


def _reason(html: str, expression: str) -> Words | None:
    if not html:
        return None
    if html in ("<", "</"):
        return Words("取值作了标签名", "a value as the name of a tag")
    if html.startswith("<!--"):
        return Words("注释中有取值", "a value inside a comment")
    opening = _OPENING.match(html)
    end = _end_of_tag(html, opening.end() if opening else 1)
    if end is not None:
        return Words("script 或 style 中有取值", "a value inside script or style")
    return _reason_in_tag(html, expression)


def _reason_in_tag(html: str, expression: str) -> Words | None:
    name, quote = _open_attribute(html)
    if not quote:
        return Words("标签内引号外有取值", "a value in a tag outside quotes")
    if name.startswith("on"):
        return Words(f"属性 {name} 中有取值", f"a value in {name}")
    kind = "style" if name == "style" else "address" if name in _ADDRESSES else "text"
    allowed = _CHECKED[kind]
    if allowed and not expression.endswith(tuple(f"|{each}" for each in allowed)):
        ends = ", ".join(f"|{each}" for each in allowed)
        return Words(f"属性 {name} 中的取值须以 {ends} 结尾", f"a value in {name} must end in {ends}")
    return None


def _open_attribute(html: str) -> tuple[str, str]:
    """Name and quote of the attribute whose value is still open at the end of this text."""
    place = 1
    while (attribute := _ATTRIBUTE.search(html, place)) is not None:
        name, quote = attribute[1].lower(), attribute[2]
        closed = html.find(quote, attribute.end()) if quote else -1
        if not quote and re.search(r"[\s]", html[attribute.end() :]) is None:
            return name, ""
        if quote and closed < 0:
            return name, quote
        place = closed + 1 if quote else attribute.end()
    return "", ""
