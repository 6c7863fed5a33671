"""One style of Word as a value, and as the XML Word reads: its faces are named for East Asian text too."""

from dataclasses import dataclass

from tools.word_templates.xml import Element, w

LATIN = "Arial"
SONG = "宋体"  # text
HEI = "黑体"  # labels and headings: the bold of 宋体 is smeared
# Windows has ☐ and ☑ in Segoe UI Symbol since 7, so Word and WPS in China have them; 宋体 and 黑体 have only □.
SIGNS = "Segoe UI Symbol"
_CELL_MARGINS = (("top", 28), ("left", 85), ("bottom", 28), ("right", 85))
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


@dataclass(frozen=True, slots=True)
class Style:
    """One style; sizes and spaces in points."""

    id: str
    name: str
    size: float = 10.5
    face: str = SONG
    kind: str = "paragraph"
    based_on: str = "Normal"
    bold: bool = False
    italic: bool = False
    color: str = ""
    underline: bool = False
    before: float = 0
    after: float = 0
    line: float = 1.0
    align: str = ""
    indent: float = 0  # from the left
    hanging: float = 0
    keep_next: bool = False
    outline: int = -1
    list: tuple[int, int] | None = None  # numbering id, level


def styles_xml(styles: tuple[Style, ...]) -> Element:
    """The part `word/styles.xml`."""
    language = w("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA")
    defaults = w(
        "docDefaults",
        w("rPrDefault", w("rPr", faces(SONG), w("sz", val=21), w("szCs", val=21), language)),
        w("pPrDefault", w("pPr", w("spacing", before=0, after=0, line=240, lineRule="auto"))),
    )
    return w("styles", defaults, *(_style(style) for style in styles))


def _style(style: Style) -> Element:
    default = {} if style.based_on else {"default": 1}
    element = w("style", w("name", val=style.name), type=style.kind, styleId=style.id, **default)
    if style.based_on:
        element.append(w("basedOn", val=style.based_on))
    element.append(w("uiPriority", val=99 if style.kind == "table" else 1))
    element.append(w("qFormat"))
    if style.kind == "paragraph":
        element.append(_paragraph_properties(style))
    element.append(_run_properties(style))
    if style.kind == "table":
        element.append(_table_properties(style))
    return element


def _paragraph_properties(style: Style) -> Element:
    properties: list[Element] = []
    if style.keep_next:
        properties += [w("keepNext"), w("keepLines")]
    if style.list:
        properties.append(w("numPr", w("ilvl", val=style.list[1]), w("numId", val=style.list[0])))
    spacing = {"before": _twips(style.before), "after": _twips(style.after), "line": round(style.line * 240)}
    properties.append(w("spacing", **spacing, lineRule="auto"))
    if style.indent:
        properties.append(w("ind", left=_twips(style.indent), hanging=_twips(style.hanging)))
    if style.align:
        properties.append(w("jc", val=style.align))
    if style.outline >= 0:
        properties.append(w("outlineLvl", val=style.outline))
    return w("pPr", *properties)


def _run_properties(style: Style) -> Element:
    properties = [faces(style.face)]
    if style.bold:
        properties += [w("b"), w("bCs")]
    if style.italic:
        properties += [w("i"), w("iCs")]
    if style.color:
        properties.append(w("color", val=style.color))
    if style.size:
        properties += [w("sz", val=round(style.size * 2)), w("szCs", val=round(style.size * 2))]
    if style.underline:
        properties.append(w("u", val="single"))
    return w("rPr", *properties)


def faces(face: str) -> Element:
    """A face for Chinese text and the Latin one that goes with it."""
    latin = SIGNS if face == SIGNS else LATIN
    return w("rFonts", ascii=latin, hAnsi=latin, eastAsia=face, cs=latin)


def _table_properties(style: Style) -> Element:
    margins = w("tblCellMar", *(w(side, w=width, type="dxa") for side, width in _CELL_MARGINS))
    if style.id == "TableNormal":
        return w("tblPr", w("tblInd", w=0, type="dxa"), margins)
    borders = (w(side, val="single", sz=4, space=0, color="404040") for side in _SIDES)
    return w("tblPr", w("tblBorders", *borders), margins)


def _twips(points: float) -> int:
    return round(points * 20)
