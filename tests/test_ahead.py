"""A child that is begun before it is known what it will print."""

from pathlib import Path

import pytest

from auditdocs.ahead import child_ahead
from auditdocs.document import Due
from auditdocs.render import Press
from auditdocs.render.fonts import prepare
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
