"""Figures go onto the page between their marks, and are not measured twice."""

from pathlib import Path

from bench.figures import Row, megabytes, milliseconds, seconds
from bench.page import BEGIN, END, write_page
from bench.results import keep, recall

MET = Row("no-op build 无变化", "0.42 s", "≤ 1.0 s", True)
MISSED = Row("cold build 从头", "0.61", "≤ 0.5", False, "a reason")


def test_figures_replace_those_before_and_leave_what_people_wrote(tmp_path: Path) -> None:
    page = tmp_path / "performance.md"
    page.write_text(f"# Title\n{BEGIN}\nold figures\n{END}\n## By hand\n", "utf-8")
    write_page({"b": [MET], "a": [MISSED], "c": []}, {"a": "First", "b": "Second", "c": "Empty"}, ["commit: abc"], page)
    text = page.read_text("utf-8")
    assert text.startswith("# Title\n")
    assert text.endswith("\n## By hand\n")
    assert "old figures" not in text
    assert "## Empty" not in text
    assert text.index("## First") < text.index("## Second")
    assert "| cold build 从头 | 0.61 | ≤ 0.5 | **missed 未达到** | a reason |" in text
    assert "| no-op build 无变化 | 0.42 s | ≤ 1.0 s | met 达到 |  |" in text


def test_figures_of_the_same_commit_and_sizes_are_recalled(tmp_path: Path) -> None:
    file = tmp_path / "results.json"
    assert recall(file, "check", "abc, 1000") is None
    keep(file, "check", "abc, 1000", [MET])
    keep(file, "cold", "abc, 1000", [MISSED])
    assert recall(file, "check", "abc, 1000") == [MET]
    assert recall(file, "cold", "abc, 1000") == [MISSED]
    assert recall(file, "check", "another, 1000") is None


def test_figures_are_written_as_people_say_them() -> None:
    assert (seconds(0.0421), seconds(1.2345), seconds(250)) == ("0.042 s", "1.23 s", "4 min 10 s")
    assert megabytes(148_600_000) == "149 MB"
    assert milliseconds(0.3921) == "392 ms"
