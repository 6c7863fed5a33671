import pytest

from auditdocs.render.filters import css_length, in_rows, in_two, is_link, is_long, stacked, with_title
from auditdocs.render.press import RefusedError


@pytest.mark.parametrize("length", ["12mm", "30%", "7.5pt", "2em"])
def test_a_length_passes(length: str) -> None:
    assert css_length(length) == length


@pytest.mark.parametrize("length", ["12", "12px", "1mm;color:red", "calc(1mm)", "url(x)", "12mm\n", "-3mm", ""])
def test_nothing_but_a_length_enters_a_style(length: str) -> None:
    with pytest.raises(RefusedError) as refused:
        css_length(length)
    assert refused.value.refusal.sentence.code == "document.unsafe-value"


@pytest.mark.parametrize("address", ["https://a.example/x?y=1#z", "HTTP://A.example", "mailto:a@b.example", "#m1-2"])
def test_addresses_that_a_document_may_lead_to(address: str) -> None:
    assert is_link(address)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " javascript:x",
        "file:///etc/passwd",
        "//host/x",
        "../x",
        "smb://h/x",
        "ms-word:ofe|u|x",
        "data:,x",
        "https://",
    ],
)
def test_addresses_that_it_may_not(address: str) -> None:
    assert not is_link(address)


def test_the_last_pair_of_a_row_takes_what_is_left_and_a_wide_one_all() -> None:
    fields = [["a", 1], ["b", 2], ["c", 3], ["d", 4, True], ["e", 5]]
    assert in_rows(fields, 2) == [[("a", 1, 1), ("b", 2, 1)], [("c", 3, 2)], [("d", 4, 2)], [("e", 5, 2)]]


def test_a_row_of_optional_pairs_stands_only_where_one_of_them_has_a_value() -> None:
    fields = [["a", "", True, "optional"], ["b", "", False, "optional"], ["c", "3", False, "optional"], ["d", "", True]]
    assert in_rows(fields, 2) == [[("b", "", 1), ("c", "3", 1)], [("d", "", 2)]]


def test_a_label_in_two_languages_breaks_between_them_where_the_second_has_room() -> None:
    assert in_two("审核编号 Audit no.", 9) == "审核编号 Audit\u00a0no."
    assert in_two("审核编号 Audit no.", 8) == "审核编号 Audit no."
    assert in_two("Audit no.", 20) == "Audit no."


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("审核报告 Audit Report", "审核报告\nAudit Report"),
        ("8D 报告 8D Report", "8D 报告\n8D Report"),
        ("Audit Report", "Audit Report"),
        ("审核 报告", "审核 报告"),
    ],
)
def test_english_stands_below_chinese(words: str, lines: str) -> None:
    assert stacked(words) == lines


def test_only_long_text_makes_a_row_long() -> None:
    assert not is_long(["x" * 800, 3])
    assert is_long(["x" * 801])


def test_what_has_no_label_in_this_edition_leaves_its_place_to_the_others() -> None:
    assert in_rows([["a", 1], ["", 2], ["c", 3], ["", 4, True]], 2) == [[("a", 1, 1), ("c", 3, 1)]]
    assert with_title([["a", "9mm", "one"], ["", "", "two"]]) == [["a", "9mm", "one"]]
