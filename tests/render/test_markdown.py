from contextlib import suppress

import pytest

from auditdocs.render.markdown import LONGEST, headings, to_html
from auditdocs.render.press import RefusedError


def code(text: str) -> str:
    with pytest.raises(RefusedError) as refused:
        to_html(text)
    return refused.value.refusal.sentence.code


def test_markup_in_markdown_is_text() -> None:
    assert "&lt;script&gt;" in to_html("<script>x</script>")
    assert "&lt;!-- hidden --&gt;" in to_html("<!-- hidden -->")


def test_headings_carry_anchors_and_are_listed() -> None:
    text = "# 目的\n\n## 范围 *Scope*\n\ntext\n"
    first, second = headings(text)
    assert (first.level, first.words, second.level, second.words) == (1, "目的", 2, "范围 Scope")
    assert f'<h1 id="{first.anchor}">目的</h1>' in to_html(text)
    assert first.anchor != second.anchor


def test_the_same_text_gives_the_same_page_twice() -> None:
    text = "# a\n\nline\nline\n\n[x](https://a.example)\n"
    assert to_html(text) == to_html(text)


@pytest.mark.parametrize(
    ("text", "joined"), [("审核\n范围", "审核范围"), ("audit\nscope", "audit scope"), ("审核\nscope", "审核 scope"), ("，\n范围", "，范围")]
)
def test_a_line_end_is_a_blank_only_where_words_need_one(text: str, joined: str) -> None:
    assert f"<p>{joined}</p>" in to_html(text)


def test_the_address_of_a_link_is_printed_because_paper_has_no_links() -> None:
    assert "(https://a.example/x)" in to_html("[see](https://a.example/x)")
    assert to_html("<https://a.example/x>").count("https://a.example/x") == 2


@pytest.mark.parametrize("address", ["../x", "//host/x", "smb://h/x", "ms-word:x", "x.html", "#part"])
def test_links_lead_nowhere_else(address: str) -> None:
    assert code(f"[see]({address})") == "document.markdown-link"


def test_a_javascript_link_stays_text() -> None:
    assert "[see](javascript:alert(1))" in to_html("[see](javascript:alert(1))")


def test_pictures_are_refused() -> None:
    assert code("![x](https://a.example/x.png)") == "document.markdown-picture"


@pytest.mark.parametrize("text", ["> " * 40 + "deep", "".join("  " * level + "- x\n" for level in range(40))])
def test_what_is_nested_so_deep_that_it_would_be_dropped_is_refused(text: str) -> None:
    assert code(text) == "document.markdown-too-deep"


def test_ten_levels_of_lists_are_fine() -> None:
    assert to_html("".join("  " * level + f"- level{level}\n" for level in range(10))).count("<li>") == 10


@pytest.mark.parametrize(
    "text", ["| a | b |\n|---|---|\n| 1 | 2 | 3 |\n", "> | a | b |\n> |---|---|\n> | 1 | 2 | 3 |\n", "a|b\n-|-\n1|2|3"]
)
def test_a_cell_that_would_be_dropped_is_refused(text: str) -> None:
    assert code(text) == "document.markdown-lost-cell"


def test_an_escaped_bar_is_no_cell() -> None:
    assert "<td>2|3</td>" in to_html("| a | b |\n|---|---|\n| 1 | 2\\|3 |\n")


def test_nothing_is_swallowed_as_a_reference_or_struck_out() -> None:
    assert "[a]: https://x.example" in to_html("[a]: https://x.example")
    assert "~~x~~" in to_html("~~x~~")


def test_the_limit_is_in_bytes() -> None:
    assert code("字" * (LONGEST // 3 + 1)) == "document.markdown-too-long"


@pytest.mark.parametrize("text", ["![[]()" * 5_000, "*a **a " * 8_000, "[" * 20_000, "`" * 20_000, "> > " * 15_000, '"' * 60_000])
def test_pathological_texts_end(text: str) -> None:
    with suppress(RefusedError):
        assert to_html(text).startswith('<div class="markdown">')


def test_characters_that_cannot_be_printed_are_refused() -> None:
    assert code("a\u202eb") == "document.illegal-character"


def test_an_entity_is_what_was_typed_and_smuggles_nothing_in() -> None:
    assert "&amp;#x202e; &amp;copy;" in to_html("&#x202e; &copy;")


def test_the_title_of_a_link_is_printed_too() -> None:
    assert "“clause 9.2”" in to_html('[see](https://a.example "clause 9.2")')
