"""One value of a view → what stands for it inside a Word run: text as typed, boxes as signs, a picture in words, Markdown as paragraphs."""

from jinja2 import Undefined
from markupsafe import Markup, escape

from auditdocs.render.characters import demand_printable
from auditdocs.render.word_markdown import paragraphs, paragraphs_around
from auditdocs.render.word_pictures import marked
from auditdocs.view_parts import Box, Inset, Markdown, Photograph, Picture

BOX = {True: "☑", False: "☐"}  # Word takes them from Segoe UI Symbol or MS Gothic where the style's face has none
BETWEEN_BOXES = "   "
_BREAK = Markup('</w:t><w:br/><w:t xml:space="preserve">')
_TAB = Markup('</w:t><w:tab/><w:t xml:space="preserve">')


def written(value: object) -> object:
    """One value as Word's XML; whatever is not text, box or Markdown is refused."""
    match value:
        case Markup():
            return Markup(demand_printable(value))
        case str():
            return text(value)
        case Undefined():
            return str(value)  # raises: nothing undefined is printed as nothing
        case Box():
            return text(box(value))
        case Picture():
            return text(value.words)
        case Photograph():
            return marked(value)
        case Markdown(typed, Inset() as inset):
            return Markup(paragraphs_around(typed, inset.table, inset.after))
        case Markdown():
            return Markup(paragraphs(value.text))
        case int() | float() if not isinstance(value, bool):
            return str(value)
        case tuple() | list() if all(isinstance(one, Box) for one in value):
            return text(BETWEEN_BOXES.join(box(one) for one in value))
        case _:
            raise TypeError(f"{type(value).__name__} 不是文字，不能在 Word 中打印 · is not text and cannot be printed in Word")


def text(typed: str) -> Markup:
    """Text inside w:t: escaped, line breaks and tabs as Word writes them."""
    safe = escape(demand_printable(typed))
    return Markup(safe.replace("\n", _BREAK).replace("\t", _TAB))


def box(drawn: Box) -> str:
    """A box and its words."""
    return f"{BOX[drawn.ticked]} {drawn.words}".rstrip()
