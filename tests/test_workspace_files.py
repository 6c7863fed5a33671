"""What may lie under records/ besides records: links, pipes, names that steer a terminal, what editors leave."""

import os
from pathlib import Path

import pytest

from auditdocs.workspace import Contents, find_workspace, read_contents


def contents(root: Path) -> Contents:
    (root / "auditdocs.toml").write_text("format = 1\n", "utf-8")
    return read_contents(find_workspace(root))


@pytest.fixture
def people(tmp_path: Path) -> Path:
    folder = tmp_path / "records" / "people"
    folder.mkdir(parents=True)
    return folder


def test_a_ring_of_links_is_no_file(tmp_path: Path, people: Path) -> None:
    (people / "P0011.yaml").symlink_to("P0011.yaml")
    assert [file.leads_outside for file in contents(tmp_path).files] == [True]


def test_a_link_out_of_the_workspace_is_not_read(tmp_path: Path, people: Path) -> None:
    (people / "P0011.yaml").symlink_to("/etc/passwd")
    (file,) = contents(tmp_path).files
    assert (file.leads_outside, file.content) == (True, b"")


def test_a_link_within_the_workspace_is_read(tmp_path: Path, people: Path) -> None:
    (people / "P0001.yaml").write_text("name: 赵示例\n", "utf-8")
    (people / "P0002.yaml").symlink_to("P0001.yaml")
    assert [file.content.decode() for file in contents(tmp_path).files] == ["name: 赵示例\n"] * 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
def test_a_pipe_does_not_stop_the_reader(tmp_path: Path, people: Path) -> None:
    attachments = tmp_path / "records" / "customers" / "C0001" / "attachments"
    attachments.mkdir(parents=True)
    os.mkfifo(people / "P0011.yaml")
    os.mkfifo(attachments / "licence.pdf")
    found = contents(tmp_path)
    assert [file.leads_outside for file in found.files] == [True]
    assert list(found.attachments.values()) == [""]


@pytest.mark.skipif(os.name == "nt", reason="Windows takes no such name")
def test_a_name_that_steers_a_terminal_is_written_out(tmp_path: Path, people: Path) -> None:
    (people / "a\nb\x1b[31m.yaml").write_text("name: x\n", "utf-8")
    assert [file.path for file in contents(tmp_path).files] == ["records/people/a\\u000ab\\u001b[31m.yaml"]


def test_what_editors_leave_is_not_looked_at(tmp_path: Path, people: Path) -> None:
    for name in (".P0001.yaml.swp", "P0001.yaml~", "~$P0001.yaml", ".DS_Store", ".~lock.P0001.yaml#"):
        (people / name).write_text("x", "utf-8")
    assert contents(tmp_path).files == ()
