"""What is remembered comes back as it was, or not at all."""

import os
import random
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from auditdocs.problem import Fact, Free, Place, Problem, Sentence, Words
from auditdocs.problem_data import as_data, from_data
from auditdocs.store.folded import Folded
from auditdocs.store.memory import FILE, FOLDER, Kept, open_memory
from auditdocs.store.stats import look


def test_what_was_put_is_there_in_the_next_run(tmp_path: Path) -> None:
    with open_memory(tmp_path, "1") as memory:
        memory.put("made", {"a": {"digest": "x", "n": 1}, "b": ["列表"]})
    with open_memory(tmp_path, "1") as memory:
        assert memory.get("made", "a") == {"digest": "x", "n": 1}
        assert memory.all("made") == {"a": {"digest": "x", "n": 1}, "b": ["列表"]}
        memory.put("made", {}, forget=["a"])
        assert memory.get("made", "a") is None


def test_another_version_of_the_program_knows_nothing(tmp_path: Path) -> None:
    with open_memory(tmp_path, "1") as memory:
        memory.put("made", {"a": 1})
    with open_memory(tmp_path, "2") as memory:
        assert memory.get("made", "a") is None


def test_a_damaged_memory_is_a_miss_and_never_wrong(tmp_path: Path) -> None:
    with open_memory(tmp_path, "1") as memory:
        memory.put("made", {str(number): ["值", number] for number in range(50)})
    file = tmp_path / FOLDER / FILE
    whole = file.read_bytes()
    chance = random.Random(7)
    damages = [whole[: len(whole) * part // 40] for part in range(40)]
    for _ in range(120):
        place, bit = chance.randrange(len(whole)), 1 << chance.randrange(8)
        damages.append(whole[:place] + bytes([whole[place] ^ bit]) + whole[place + 1 :])
    for damaged in damages:
        file.write_bytes(damaged)
        with open_memory(tmp_path, "1") as memory:
            found = {name: memory.get("made", name) for name in map(str, range(50))}
            assert all(value is None or value == ["值", int(name)] for name, value in found.items())
            memory.put("made", {"again": 1})


@pytest.mark.parametrize("column", ["space", "name", "reads", "value"])
def test_an_entry_whose_text_became_bytes_is_a_miss(tmp_path: Path, column: str) -> None:
    with open_memory(tmp_path, "1") as memory:
        memory.put("made", {"a": 1, "b": 2})
    with closing(sqlite3.connect(tmp_path / FOLDER / FILE)) as file, file:
        kind = "TEXT" if column == "reads" else "BLOB"
        file.execute(f"UPDATE entry SET {column} = CAST({column} AS {kind}) WHERE name = 'a'")
    with open_memory(tmp_path, "1") as memory:
        assert memory.all("made") == {"b": 2}


def test_a_folder_that_cannot_be_written_means_no_memory(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("a file where the folder should be", "utf-8")
    with open_memory(tmp_path, "1") as memory:
        memory.put("made", {"a": 1})
        assert memory.get("made", "a") is None


@pytest.mark.parametrize(
    "fact",
    [
        "x",
        7,
        Decimal("1.50"),
        date(2026, 9, 8),
        datetime(2026, 9, 8, 9, tzinfo=UTC),
        Words("中", "en"),
        Free("自由"),
        ("a", Words("乙", "b")),
    ],
)
def test_a_problem_is_told_again_as_it_was(fact: Fact) -> None:
    problem = Problem(Place("a.yaml", 1, 2, 3, 4), Sentence("a.b", "中 {fact}", "en {fact}", "做", "do", "001i"), {"fact": fact}, "warning")
    again = from_data(as_data(problem))
    assert again == problem
    assert again.message("zh", show_values=True) == problem.message("zh", show_values=True)


def test_a_look_notices_every_change(tmp_path: Path) -> None:
    folder, missing = tmp_path / "records", tmp_path / "missing"
    (folder / "a").mkdir(parents=True)
    inside, beside = folder / "a" / "y.yaml", folder / "y.yaml"
    before = look([folder, missing])
    for change in (
        lambda: inside.write_text("a: 1\n", "utf-8"),
        lambda: inside.write_text("a: 22\n", "utf-8"),
        lambda: inside.rename(beside),
        beside.unlink,
        lambda: missing.write_text("", "utf-8"),
        (folder / "empty").mkdir,
    ):
        change()
        after = look([folder, missing])
        assert after.digest != before.digest
        before = after
    assert look([folder, missing]) == before


def test_an_edit_that_restores_size_and_time_shows(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("a: 1\n", "utf-8")
    stat = file.stat()
    before = look([file])
    while look([file]).digest == before.digest:  # the clock of the file system must have moved on
        file.write_text("a: 2\n", "utf-8")
        os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert file.stat().st_mtime_ns == stat.st_mtime_ns
    assert file.stat().st_size == stat.st_size


@pytest.mark.parametrize("text", ["[]", '"' + "第3道工序 " * 400 + '"'], ids=["short", "long"])
def test_what_waits_to_be_kept_comes_back_as_it_was(text: str) -> None:
    waiting = Folded()
    waiting["step"] = Kept(text, b"12345678")
    assert waiting["step"] == Kept(text, b"12345678")
    assert list(waiting) == ["step"]
    assert "other" not in waiting
