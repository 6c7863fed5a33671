"""A small change of a record's text leaves every comment and every other line as it was; what cannot be changed safely is left."""

import pytest

from auditdocs.problem import AuditdocsError
from auditdocs.source import Source, parse
from auditdocs.yaml_edit import quoted, with_block, with_field, with_values

TEXT = """# a CAR
owner: P0001  # for now
findings: [F01, 'CAR-2026-0002']
responses:
  - round: 1
    cause: |
      two
      lines
  # the second
  - {round: 2, by: "CAR-2026-0002"}

# at the end
lessons:
"""


def source(text: str = TEXT) -> Source:
    found = parse("car.yaml", text.encode())
    assert isinstance(found, Source)
    return found


def test_values_change_in_their_quotes() -> None:
    changed = with_values(source(), {("findings", 1): "CAR-2026-0009", ("responses", 1, "by"): "CAR-2026-0009"})
    assert changed == TEXT.replace("CAR-2026-0002", "CAR-2026-0009")


def test_a_text_of_several_lines_is_left_to_its_author() -> None:
    with pytest.raises(AuditdocsError, match="by hand"):
        with_values(source(), {("responses", 0, "cause"): "another"})


def test_a_block_is_written_anew_and_the_comment_below_it_stays() -> None:
    changed = with_block(source(), "responses", ["  - {round: 7}"], [{"round": "7"}])
    assert changed == TEXT[: TEXT.index("responses:")] + "responses:\n  - {round: 7}\n" + TEXT[TEXT.index("\n# at the end") :]


@pytest.mark.parametrize(
    ("name", "value", "line"),
    [
        ("owner", "P0002", "owner: P0002  # for now"),
        ("lessons", "one: two", "lessons: 'one: two'"),
        ("place", "A 柜", "place: A 柜"),
    ],
)
def test_a_field_is_changed_filled_in_or_added(name: str, value: str, line: str) -> None:
    changed = with_field(source(), name, value)
    assert line in changed.splitlines()
    assert source(changed).text_at((name,)) == value


@pytest.mark.parametrize("value", ["a: b", "a # b", "[x", "it's", "- x", "{", "null", "2026-01-01", "8.10", "no"])
def test_what_yaml_would_read_otherwise_is_quoted(value: str) -> None:
    assert source(f"a: {quoted(value)}\nb: 1\n").text_at(("a",)) == value
