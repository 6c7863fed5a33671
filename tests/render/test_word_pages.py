"""What belongs together stays on one page of a Word file."""

from collections.abc import Sequence

from lxml import etree

from auditdocs.render.word_pages import keep_together
from auditdocs.render.wordml import W, parsed

NAMESPACE = W.strip("{}")


def row(text: str, head: bool = False, style: str = "TableText") -> str:
    properties = "<w:cantSplit/>" + ("<w:tblHeader/>" if head else "")
    content = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'
    return f"<w:tr><w:trPr>{properties}</w:trPr><w:tc>{content}</w:tc></w:tr>"


def table(*texts: str, head: bool = True, style: str = "TableText") -> str:
    rows = (row(text, head and number == 0, style) for number, text in enumerate(texts))
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def paragraph(text: str, style: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


def kept(*blocks: str) -> Sequence[str]:
    """The texts of the paragraphs that are not parted from the next one."""
    root = parsed(f'<w:body xmlns:w="{NAMESPACE}">{"".join(blocks)}</w:body>'.encode())
    keep_together(root)
    return [_text(one) for one in root.iter(f"{W}p") if one.find(f"{W}pPr/{W}keepNext") is not None]


def _text(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


def test_neither_the_first_nor_the_last_row_of_a_table_stands_alone_on_a_page() -> None:
    assert kept(table("head", "1", "2", "3", "4", "5")) == ["1", "4"]
    assert kept(table("head", "1", "2")) == ["1"]
    assert kept(table("head", "1")) == []


def test_a_few_fields_stay_on_one_page_and_many_go_on() -> None:
    assert kept(table("1", "2", "3", "4", head=False)) == ["1", "2", "3"]
    assert kept(table("1", "2", "3", "4", "5", head=False)) == []


def test_a_signature_block_takes_its_heading_and_the_end_of_what_is_signed_along() -> None:
    signed = table("role", "name", style="SignatureText")
    assert kept(table("head", "1", "2", "3", "4"), paragraph("", "Gap"), paragraph("Signatures", "Heading1"), signed) == [
        "1", "3", "4", "", "Signatures",
    ]  # fmt: skip
    assert kept(paragraph("before", "BodyText"), paragraph("last words", "BodyText"), signed) == ["last words"]


def test_small_print_does_not_part_a_signature_block_from_the_table_that_is_signed() -> None:
    signed = table("role", "name", style="SignatureText")
    assert kept(table("head", "1", "2", "3"), paragraph("small print", "TableText"), paragraph("Signatures", "Heading1"), signed) == [
        "1", "2", "3", "small print", "Signatures",
    ]  # fmt: skip


def test_a_row_longer_than_half_a_page_may_be_parted() -> None:
    long = "长" * 801
    assert kept(table("head", "1", long, "3")) == ["1"]
    assert kept(table("1", long, head=False)) == ["1"]
    assert kept(table("head", long, "2", "3")) == ["2"]


def test_a_paragraph_without_properties_is_given_them() -> None:
    bare = "<w:tbl><w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr>" + row("2") + "</w:tbl>"
    assert kept(bare) == ["1"]
