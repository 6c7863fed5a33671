"""What the pages say of rules and fields is what the program knows."""

import pytest

from tools.reference import DOCS, pages


@pytest.mark.parametrize("name", sorted(pages()))
def test_a_generated_page_is_current(name: str) -> None:
    assert (DOCS / name).read_text("utf-8") == pages()[name], "run: python -m tools.reference"
