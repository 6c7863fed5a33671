"""Markdown → paragraphs and tables of Word, in the styles of the template they are put into."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import cycle
from unicodedata import east_asian_width

from markdown_it.token import Token
from markupsafe import escape

from auditdocs.render.markdown import Heading, end_of_chapter, headings, tokens

STYLE_MARK = "@"  # a style asked for by its name in Word; docx.py puts the template's own id in its place
BULLET = "•"
_STEP = 420  # twentieths of a point a list goes in at each level: two Chinese characters
_WIDTH = 9000  # twentieths of a point that a table's columns share before Word fits it to the page
_NARROW, _WIDE = 8, 44  # letters: what a column is taken to need at least and at most
_BREAK = "<w:r><w:br/></w:r>"
_RULE = '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="000000"/></w:pBdr>'
_EDGES = "".join(
    f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_TOC_BEGIN = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-3" \\h \\z '
    '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
_TOC_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def paragraphs(text: str) -> str:
    """The Markdown text as block elements of Word, for `{{p car.narrative }}` alone in a paragraph."""
    return "".join(_Lists().blocks(tokens(text)))


def paragraphs_around(text: str, table: str, after: str) -> str:
    """The same with a table (Markdown) at the end of the chapter with this heading."""
    parsed = tokens(text)
    end = end_of_chapter(parsed, after)
    return "".join((*_Lists().blocks(parsed[:end]), paragraphs(table), *_Lists().blocks(parsed[end:])))


def contents(text: str) -> str:
    """A list of contents as a field that opens without a question; its lines lead to the headings."""
    lines = headings(text)
    return "".join(_contents_line(line, line is lines[0], line is lines[-1]) for line in lines)


def _contents_line(line: Heading, first: bool, last: bool) -> str:
    link = f'<w:hyperlink w:anchor="_{line.anchor}">{_run(line.words)}</w:hyperlink>'
    parts = (_TOC_BEGIN if first else "", link, _TOC_END if last else "")
    return _paragraph("".join(parts), style=f"toc {line.level}")


@dataclass(slots=True)
class _Lists:
    """Walks blocks once and remembers the lists and quotations that are open."""

    numbers: list[int | None] = field(default_factory=list)  # of each open list: the next number, None for bullets
    label: str = ""  # of the item just opened, until its first paragraph prints it
    quotations: int = 0

    def blocks(self, parsed: Sequence[Token]) -> Iterator[str]:
        index = 0
        while index < len(parsed):
            token = parsed[index]
            if token.type == "table_open":
                end = next(at for at in range(index, len(parsed)) if parsed[at].type == "table_close")
                yield _table(parsed[index:end])
                index = end
            elif token.type == "heading_open":
                yield _heading(token, parsed[index + 1])
                index += 1
            elif token.type in ("inline", "fence", "code_block", "hr") or self._is_empty_item(token):
                yield self._set(token)
            else:
                self._enter_or_leave(token)
            index += 1

    def _is_empty_item(self, token: Token) -> bool:
        return token.type == "list_item_close" and bool(self.label)

    def _enter_or_leave(self, token: Token) -> None:
        match token.type:
            case "bullet_list_open":
                self.numbers.append(None)
            case "ordered_list_open":
                start = token.attrGet("start")
                self.numbers.append(1 if start is None else int(start))
            case "bullet_list_close" | "ordered_list_close":
                self.numbers.pop()
            case "list_item_open":
                self.label = self._next_label(token.markup)
            case "blockquote_open":
                self.quotations += 1
            case "blockquote_close":
                self.quotations -= 1

    def _next_label(self, sign: str) -> str:
        number = self.numbers[-1]
        if number is None:
            return BULLET
        self.numbers[-1] = number + 1
        return f"{number}{sign or '.'}"

    def _set(self, token: Token) -> str:
        if token.type == "hr":
            return _paragraph("", properties=_RULE)
        runs = _code(token.content) if token.type in ("fence", "code_block") else _runs(token.children or ())
        label, self.label = self.label, ""
        if label:
            runs = f"{_run(label)}<w:r><w:tab/></w:r>{runs}"
        return _paragraph(runs, self._style(), self._indent(bool(label)))

    def _style(self) -> str:
        if self.numbers:
            return "list bullet" if self.numbers[-1] is None else "list number"
        return "quote" if self.quotations else ""

    def _indent(self, labelled: bool) -> str:
        """Numbers are written out, so that they are the author's; the style's own numbering is taken off."""
        depth = _STEP * (len(self.numbers) + self.quotations)
        if not depth:
            return ""
        numbering = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>' if self.numbers else ""
        tabs = f'<w:tabs><w:tab w:val="left" w:pos="{depth}"/></w:tabs>' if labelled else ""
        hanging = _STEP if labelled else 0
        return f'{numbering}{tabs}<w:ind w:left="{depth}" w:hanging="{hanging}"/>'


def _heading(opening: Token, inline: Token) -> str:
    anchor = str(opening.attrGet("id"))
    number = int(anchor[1:9], 16) % 2_000_000 * 1_000 + int(anchor.rsplit("-", 1)[1])
    runs = _runs(inline.children or ())
    marked = f'<w:bookmarkStart w:id="{number}" w:name="_{anchor}"/>{runs}<w:bookmarkEnd w:id="{number}"/>'
    return _paragraph(marked, style=f"heading {opening.tag[1:]}", properties="<w:keepNext/>")


def _table(parsed: Sequence[Token]) -> str:
    widths = _widths([token.content for token in parsed if token.type == "inline"], sum(token.type == "th_open" for token in parsed))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    column = cycle(widths)
    properties = f'<w:tblStyle w:val="{STYLE_MARK}table grid"/><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>{_EDGES}</w:tblBorders>'
    rows = "".join(_table_part(token, parsed[at - 1], column) for at, token in enumerate(parsed))
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>{_paragraph('')}"


def _widths(cells: Sequence[str], columns: int) -> tuple[int, ...]:
    """Columns share the page by their longest cells, within reason: a column of numbers does not take what sentences need."""
    wanted = [min(max(_NARROW, *map(_breadth, cells[place::columns])), _WIDE) for place in range(columns)]
    return tuple(_WIDTH * each // sum(wanted) for each in wanted)


def _breadth(text: str) -> int:
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def _table_part(token: Token, before: Token, column: Iterator[int]) -> str:
    match token.type:
        case "tr_open":
            repeated = "<w:tblHeader/>" if before.type == "thead_open" else ""
            return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>"
        case "th_open" | "td_open":
            shade = '<w:shd w:val="clear" w:color="auto" w:fill="E4E9EF"/>' if token.type == "th_open" else ""
            return f'<w:tc><w:tcPr><w:tcW w:w="{next(column)}" w:type="dxa"/>{shade}</w:tcPr>'
        case "inline":
            return _paragraph(_runs(token.children or (), bold=before.type == "th_open"), properties=_aligned(before))
        case "th_close" | "td_close":
            return "</w:tc>"
        case "tr_close":
            return "</w:tr>"
        case _:
            return ""


def _aligned(cell: Token) -> str:
    side = str(cell.attrGet("style") or "").removeprefix("text-align:")
    return f'<w:jc w:val="{side}"/>' if side in ("center", "right") else ""


def _paragraph(runs: str, style: str = "", properties: str = "") -> str:
    named = f'<w:pStyle w:val="{STYLE_MARK}{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{runs}</w:p>"


def _runs(children: Sequence[Token], bold: bool = False) -> str:
    strong, emphasised, set_runs = int(bold), 0, []
    for child in children:
        match child.type:
            case "strong_open" | "strong_close":
                strong += child.nesting
            case "em_open" | "em_close":
                emphasised += child.nesting
            case "hardbreak":
                set_runs.append(_BREAK)
            case _ if child.content:
                set_runs.append(_run(child.content, strong > 0, emphasised > 0))
    return "".join(set_runs)


def _code(typed: str) -> str:
    return _BREAK.join(_run(line) for line in typed.removesuffix("\n").split("\n"))


def _run(typed: str, bold: bool = False, italic: bool = False) -> str:
    look = f"{'<w:b/><w:bCs/>' if bold else ''}{'<w:i/><w:iCs/>' if italic else ''}"
    shown = str(escape(typed)).replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    return f'<w:r>{f"<w:rPr>{look}</w:rPr>" if look else ""}<w:t xml:space="preserve">{shown}</w:t></w:r>'
