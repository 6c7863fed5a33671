"""A template → all that it says by itself, marks too: a form made for one customer may still have the words of another."""

import html
import re

from auditdocs.render.archive import unpack
from auditdocs.render.press import RefusedError
from auditdocs.render.templates import family, read

_PARAGRAPH_END = re.compile(r"</w:p>|<w:br/>")
_TAG = re.compile(r"<[^>]+>")


def words_of(roots: tuple[str, ...], name: str) -> str:
    """The words of a template and of all it includes; none of one that cannot be read, of which no document is made."""
    try:
        return "\n".join(_words(each, read(roots, each)) for each in family(roots, name))
    except RefusedError:
        return ""


def _words(name: str, content: bytes) -> str:
    if not name.endswith(".docx"):
        return content.decode("utf-8", "replace")
    parts = (body for part, body in unpack(content, name).items() if part.startswith("word/") and part.endswith(".xml"))
    texts = (_TAG.sub("", _PARAGRAPH_END.sub("\n", body.decode("utf-8", "replace"))) for body in parts)
    return html.unescape("\n".join(texts))
