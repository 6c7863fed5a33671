"""Check characters by GB 32100."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditdocs.uscc import ALPHABET, is_uscc, uscc_check_digit

BODIES = st.text(ALPHABET, min_size=17, max_size=17)


@pytest.mark.parametrize("code", ["91350100M000100Y43", "91440300708461136T"])
def test_a_published_code_is_right(code: str) -> None:
    assert is_uscc(code)
    assert uscc_check_digit(code[:17]) == code[17]


@pytest.mark.parametrize(
    "code",
    [
        "91350100M000100Y44",
        "91350100M000100Y4",
        "91350100M000100Y433",
        "91350100m000100y43",
        "9135010OM000100Y43",
        "９1350100M000100Y43",
        "",
    ],
)
def test_a_code_with_a_wrong_character_or_length_is_not(code: str) -> None:
    assert not is_uscc(code)


def test_a_body_outside_the_alphabet_has_no_check_digit() -> None:
    with pytest.raises(ValueError, match="GB 32100"):
        uscc_check_digit("9135010OM000100Y4")


@given(BODIES, st.integers(0, 16), st.sampled_from(ALPHABET))
def test_every_single_misread_character_is_noticed(body: str, place: int, other: str) -> None:
    code = body + uscc_check_digit(body)
    misread = code[:place] + other + code[place + 1 :]
    assert is_uscc(code)
    assert is_uscc(misread) == (misread == code)
