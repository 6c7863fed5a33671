"""What may be named: a kind, a subject, an audit, the number that is printed on the form, a file."""

import pytest

from auditdocs.selection import is_named

TARGET = "audits/AUD-2026-014/CS-2026-014 客户审核联络单.pdf"
NAMES = ("contact_sheet", "AUD-2026-014")


@pytest.mark.parametrize("pattern", ["contact_sheet", "AUD-2026-014", "CS-2026-014", "CS-*", "*.pdf", "audits/AUD-2026-014/*", TARGET])
def test_a_document_is_known_by_all_its_names(pattern: str) -> None:
    assert is_named(TARGET, NAMES, (pattern,))


@pytest.mark.parametrize("pattern", ["car", "AUD-2026-01", "CS-2026-01", "2026", "客户审核联络单"])
def test_a_part_of_a_name_is_none(pattern: str) -> None:
    assert not is_named(TARGET, NAMES, (pattern,))
