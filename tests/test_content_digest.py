"""What binds a signature is what the record says, not how its file is written."""

import pytest

from auditdocs.content_digest import content_digest
from auditdocs.source import Source, parse

TEXT = "title: 制度\nlevel: 2\ncopies: [QA, SAL]\napprovals:\n  - {role: prepared, at: 2026-02-03T09:00}\n"


def digest(text: str, *left_out: str) -> str:
    source = parse("sample.yaml", text.encode())
    assert isinstance(source, Source)
    return content_digest(source.root, left_out)


@pytest.mark.parametrize(
    "same",
    [
        'level: 2\n# why\ntitle: "制度"\ncopies:\n- QA\n- SAL\n',
        TEXT.replace("prepared", "approved"),
        TEXT.replace("\n", "\r\n"),
        TEXT + "note:\n",
    ],
    ids=["order, quotes and comments", "other signatures", "CRLF", "an empty field"],
)
def test_it_is_the_same_however_it_is_written(same: str) -> None:
    assert digest(same) == digest(TEXT)


def test_composed_and_decomposed_letters_are_the_same() -> None:
    assert digest("name: M\u00fcller\n") == digest("name: Mu\u0308ller\n")


@pytest.mark.parametrize("other", ["title: 制度二", "level: '3'", "copies: [SAL, QA]"])
def test_every_change_of_content_changes_it(other: str) -> None:
    name = other.partition(":")[0]
    changed = "\n".join(other if line.startswith(name) else line for line in TEXT.splitlines())
    assert digest(changed) != digest(TEXT)


def test_what_goes_on_after_the_signature_does_not_count() -> None:
    later = TEXT + "distribution: [{department: QA}]\n"
    assert digest(later) != digest(TEXT)
    assert digest(later, "distribution") == digest(TEXT)


def test_it_is_what_it_was() -> None:
    assert digest("b: 2\na: 制度\n") == "02e404799ce1235f3082b06a67d4bd5a698121cf44515b8e256573b2f27c9d4b"
