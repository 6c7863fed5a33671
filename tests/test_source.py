"""Reading one record: what its author sees is what is kept, and where it stands."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditdocs.problem import Problem
from auditdocs.source import Source, parse


def read(text: str) -> Source:
    source = parse("record.yaml", text.encode())
    assert isinstance(source, Source), [problem.message("en") for problem in source]
    return source


def refused(raw: bytes) -> list[tuple[int, int, str]]:
    found = parse("record.yaml", raw)
    assert not isinstance(found, Source)
    return [(problem.place.line, problem.place.column, problem.code) for problem in found]


@pytest.mark.parametrize("text", ["8.10", "no", "09:30", "0012", "3.1", "1e3", "0x10", "2026-02-30", "=", "1_000"])
def test_every_plain_scalar_is_text(text: str) -> None:
    assert read(f"value: {text}\n").data == {"value": text}


def test_an_empty_value_means_not_given() -> None:
    assert read("a:\nb: 1\n").data == {"b": "1"}


def test_a_bom_and_crlf_are_accepted() -> None:
    source = parse("record.yaml", b"\xef\xbb\xbfa: 1\r\nb: |\r\n  x\r\n  y\r\n")
    assert isinstance(source, Source)
    assert source.data == {"a": "1", "b": "x\ny\n"}


def test_columns_count_code_points_and_the_end_is_exclusive() -> None:
    place = read("名称: 张三丰\nb: {c: [d, 日本]}\n").place(("b", "c", 1))
    assert (place.line, place.column, place.end_line, place.end_column) == (2, 12, 2, 14)


def test_a_missing_field_is_placed_at_what_stands_above_it() -> None:
    place = read("a: 1\nplan:\n  S01: {x: 1}\n").place(("plan", "S01", "escorts"))
    assert (place.line, place.column, place.end_column) == (3, 3, 6)


def test_a_comment_behind_a_plain_value_is_known() -> None:
    data = read("a: part #5\nb: 'part #5'\nc: part#5\n").data
    assert isinstance(data, dict)
    assert [value.comment for value in data.values()] == [True, False, False]


def test_several_faults_are_all_named() -> None:
    assert refused(b"a: &x 1\na: 2\nb: !!int 3\n") == [
        (1, 4, "yaml.anchor"),
        (2, 1, "yaml.duplicate-key"),
        (3, 4, "yaml.tag"),
    ]


@pytest.mark.parametrize("key", ["'a'", '"a"', "a"])
def test_a_key_stands_once_however_it_is_quoted(key: str) -> None:
    assert refused(f"a: 1\n{key}: 2\n".encode()) == [(2, 1, "yaml.duplicate-key")]


def test_composed_and_decomposed_keys_are_one() -> None:
    assert refused("\u00e9: 1\ne\u0301: 2\n".encode()) == [(2, 1, "yaml.duplicate-key")]


@pytest.mark.parametrize(
    "raw",
    [
        b"a: " + b"[" * 100_000,
        b"a: " + b"{a: " * 100_000,
        b"- " * 50_000,
        b"? " * 50_000,
        b"a: &a [x]\n" + b"".join(b"b%d: [*a, *a, *a]\n" % number for number in range(9)),
        b"\xff\xfea\x00",
        b"a: " + b"9" * 1_000_001,
        b"%TAG ! tag:x,2000:\n--- !x a\n",
        b"a: \xc2\x85b",
        b"<<: *x\n",
        b"\x00",
        b'a: "\\U00110000"',
    ],
)
def test_a_hostile_file_is_refused_in_words(raw: bytes) -> None:
    found = parse("record.yaml", raw)
    assert not isinstance(found, Source)
    assert all(isinstance(problem, Problem) and problem.message("zh") and problem.message("en") for problem in found)


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_but_never_a_crash(text: str) -> None:
    found = parse("record.yaml", text.encode("utf-8", "surrogatepass"))
    assert isinstance(found, Source) or all(problem.place.line >= 1 for problem in found)


@given(
    st.text(st.characters(min_codepoint=0x20, max_codepoint=0x9FFF, exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp", "Co")), min_size=1)
)
def test_quoted_text_comes_out_as_it_went_in(text: str) -> None:
    quoted = text.replace("'", "''")
    assert read(f"value: '{quoted}'\n").data == {"value": text}


def test_a_file_of_the_demonstration_is_found_again_by_its_words(tmp_path: Path) -> None:
    source = read("a: {b: 你好}\nc: [x, 世界]\n")
    assert source.find("世") == ("c", 1)
    assert source.find("nowhere") is None


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("a: 汉(hàn)\n", True),
        ("a: 汉\n  (hàn)\n", False),
        ("a: none\n", False),
        (r'a: "\u6c49(hàn)"' + "\n", True),  # written as an escape: the value has to be looked at
    ],
)
def test_a_glance_at_the_text_misses_no_value(text: str, may: bool) -> None:
    source = read(text)
    signs = re.compile(r"[\u4e00-\u9fff]\([a-zà]+\)")
    assert source.may_say(signs) is may
    assert may or not any(signs.search(str(value)) for value in source.data.values())  # type: ignore[attr-defined]  # a mapping


@pytest.mark.parametrize(("text", "is_composed"), [("a: é\n", True), ("a: e\u0301\n", False), (r'a: "e\u0301"' + "\n", False)])
def test_decomposed_characters_are_told_from_the_whole_text(text: str, is_composed: bool) -> None:
    assert read(text).is_composed is is_composed
