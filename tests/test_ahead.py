"""A child that is begun before it is known what it will print."""

from collections import deque
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from auditdocs.ahead import child_ahead
from auditdocs.children import Process
from auditdocs.document import Due
from auditdocs.plan import Planned
from auditdocs.preparation import second_ahead
from auditdocs.render import Press
from auditdocs.render.fonts import prepare
from auditdocs.units import Unit
from auditdocs.workers import render_all
from tests.render.conftest import press_with_html
from tests.test_workers import SMALL, job

pytestmark = pytest.mark.pdf


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "auditdocs.toml").write_text("format = 1\n")
    (tmp_path / "records").mkdir()
    prepare()  # so that the faces are cut
    return tmp_path


def test_the_team_takes_it_and_begins_no_other(workspace: Path) -> None:
    (workspace / "templates").mkdir()
    press = Press(press_with_html(workspace / "templates", SMALL).template_roots, prepare())
    with child_ahead(workspace, has_pages=True) as reserve:
        (process,) = reserve
        running = render_all([Due.of(job(1)), Due.of(job(2))], press, 1, reserve=reserve)
        made = [next(running)]
        (child,) = running.gi_frame.f_locals["team"].children  # type: ignore[attr-defined]  # it is a generator
        made += list(running)
        assert child.process is process
        assert not reserve
    assert [(one.target, type(result)) for one, result in made] == [("1.pdf", bytes), ("2.pdf", bytes)]


def test_it_ends_where_nobody_took_it(workspace: Path) -> None:
    with child_ahead(workspace, has_pages=True) as reserve:
        (process,) = reserve
        assert process.poll() is None
    assert process.poll() is not None


def test_a_second_is_begun_only_where_several_pages_were_planned_anew(workspace: Path) -> None:
    one, other = (Planned(f"{number}.pdf", "pdf", "", {}, cast(Unit, None), job(number)) for number in (1, 2))
    form, kept = replace(other, format="docx"), replace(other, job=None)
    with child_ahead(workspace, has_pages=True) as reserve:
        press, (first,) = Press((), prepare()), reserve
        for files, workers in (([one], 2), ([one, form], 2), ([one, kept], 2), ([one, other], 1)):
            second_ahead(reserve, files, press, workers)
            assert [*reserve] == [first]
        second_ahead(reserve, [one, other], press, 2)
        second_ahead(reserve, [one, other], press, 2)
        _, second = reserve
    assert second.poll() is not None
    nobody: deque[Process] = deque()
    second_ahead(nobody, [one, other], press, 2)  # none was begun, because fonts were not cut: the team begins its own
    assert not nobody


def test_without_pages_there_is_none(workspace: Path) -> None:
    with child_ahead(workspace, has_pages=False) as reserve:
        assert not reserve


def test_where_fonts_are_missing_or_not_yet_cut_nobody_waits_for_them(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (workspace / "auditdocs.toml").write_text('format = 1\n[fonts]\nregular = "none.otf"\nbold = "none.otf"\n')
    with child_ahead(workspace, has_pages=True) as reserve:
        assert not reserve
    (workspace / "auditdocs.toml").write_text("format = 1\n")
    monkeypatch.setenv("XDG_CACHE_HOME", str(workspace / "cache"))
    with child_ahead(workspace, has_pages=True) as reserve:
        assert not reserve
    assert not (workspace / "cache").exists()
