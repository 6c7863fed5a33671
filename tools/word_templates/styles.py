"""The styles all forms share, in two scales of headings: a form is dense, a report breathes."""

from dataclasses import dataclass

from tools.word_templates.style import HEI, SIGNS, SONG, Style


@dataclass(frozen=True, slots=True)
class Scale:
    """Sizes in points: of titles, and of what stands in tables."""

    title: float
    headings: tuple[float, float, float]
    in_tables: float = 9
    in_wide_tables: float = 8  # of many columns


FORM = Scale(title=16, headings=(10.5, 9.5, 9))
SHEET = Scale(title=16, headings=(9, 8.5, 8), in_tables=7.5, in_wide_tables=7.5)  # everything on one page
BOOK = Scale(title=24, headings=(14, 12, 10.5))


def styles(scale: Scale) -> tuple[Style, ...]:
    """Every style a template has, in the order Word lists them."""
    return (
        Style("Normal", "Normal", based_on="", line=1.1),
        Style("DefaultParagraphFont", "Default Paragraph Font", kind="character", based_on=""),
        Style("TableNormal", "Normal Table", kind="table", based_on=""),
        Style("TableGrid", "Table Grid", kind="table", based_on="TableNormal", size=9),
        *_headings(scale),
        *_texts(),
        *_lists(),
        *_in_tables(scale.in_tables),
        *_in_wide_tables(scale.in_wide_tables),
        *_characters(),
    )


def _headings(scale: Scale) -> tuple[Style, ...]:
    sizes = (*scale.headings, scale.headings[2])
    levels = tuple(
        Style(f"Heading{level}", f"heading {level}", size, HEI, bold=True, before=7 if level == 1 else 5, after=2.5,
              keep_next=True, outline=level - 1)
        for level, size in enumerate(sizes, start=1)
    )  # fmt: skip
    contents = tuple(Style(f"TOC{level}", f"toc {level}", after=3, indent=(level - 1) * 14) for level in (1, 2, 3))
    return (
        Style("Title", "Title", scale.title, HEI, bold=True, before=6, after=6, align="center", line=1.2),
        Style("Subtitle", "Subtitle", 13, HEI, after=6, align="center", line=1.2),
        Style("CoverLine", "Cover Line", 14, HEI, before=60, after=12, align="center"),
        *levels,
        Style("TOCHeading", "TOC Heading", 14, HEI, bold=True, before=12, after=6, keep_next=True),
        *contents,
    )


def _texts() -> tuple[Style, ...]:
    return (
        Style("BodyText", "Body Text", after=5, line=1.3),
        Style("Quote", "Quote", after=5, line=1.3, indent=18, color="404040"),
        Style("Caption", "caption", 9, HEI, before=2, after=4),
        Style("CodeText", "Code Text", 9, after=5, indent=9),
        Style("Header", "header", 8),
        Style("Footer", "footer", 7.5),
        Style("HeaderTitle", "Header Title", 13, HEI, bold=True, align="center"),
        Style("HeaderCompany", "Header Company", 7.5, HEI, align="center"),
        Style("Mark", "Mark", 11, HEI, bold=True, color="C00000", align="center"),
        Style("Gap", "Gap", 3),
    )


def _lists() -> tuple[Style, ...]:
    made: list[Style] = []
    for numbering, (code, name) in enumerate((("ListBullet", "List Bullet"), ("ListNumber", "List Number")), start=1):
        for level in (1, 2, 3):
            suffix = "" if level == 1 else str(level)
            spoken = name + (f" {level}" if suffix else "")
            item = (numbering, level - 1)
            made.append(Style(code + suffix, spoken, after=3, line=1.3, indent=20 * level, hanging=20, list=item))
    return (*made, Style("ListParagraph", "List Paragraph", after=3, line=1.3, indent=20))


def _in_tables(size: float) -> tuple[Style, ...]:
    return (
        Style("TableText", "Table Text", size),
        Style("TableLabel", "Table Label", size - 0.5, HEI),
        Style("TableHead", "Table Head", size - 0.5, HEI, align="center", keep_next=True),
        Style("TableSection", "Table Section", size + 0.5, HEI, bold=True, keep_next=True),
        Style("SignatureText", "Signature Text", size, keep_next=True),
    )


def _in_wide_tables(size: float) -> tuple[Style, ...]:
    return (
        Style("TableTextSmall", "Table Text Small", size),
        Style("TableHeadSmall", "Table Head Small", size - 0.5, HEI, align="center", keep_next=True),
    )


def _characters() -> tuple[Style, ...]:
    character = "DefaultParagraphFont"
    return (
        Style("Strong", "Strong", 0, HEI, "character", character, bold=True),
        Style("Emphasis", "Emphasis", 0, SONG, "character", character, italic=True),
        Style("Hyperlink", "Hyperlink", 0, SONG, "character", character, color="0B5394", underline=True),
        Style("Code", "Code", 0, SONG, "character", character, color="404040"),
        Style("Box", "Box", 0, SIGNS, "character", character),
    )
