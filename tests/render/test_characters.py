import pytest

from auditdocs.render.characters import named, unprintable
from tests.render.naughty import PRINTABLE, UNPRINTABLE


@pytest.mark.parametrize("text", PRINTABLE)
def test_what_people_type_is_printable(text: str) -> None:
    assert unprintable(text) == ()


@pytest.mark.parametrize("text", UNPRINTABLE, ids=ascii)
def test_what_nobody_can_see_is_not(text: str) -> None:
    assert unprintable(text)


def test_every_character_that_xml_forbids_is_unprintable() -> None:
    allowed = {0x9, 0xA}
    forbidden = [point for point in (*range(0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF) if point not in allowed]
    assert len(unprintable("".join(map(chr, forbidden)))) == len(forbidden)


def test_the_variation_of_an_emoji_and_rare_chinese_are_left_to_the_fonts() -> None:
    assert unprintable("⚠\ufe0f 𠮷 😀") == ()


def test_characters_are_named_so_that_they_can_be_looked_up() -> None:
    assert named(("\u202e", "\x00")) == "U+202E RIGHT-TO-LEFT OVERRIDE, U+0000"
