"""How all tests run: the quick ones first, those that print PDF pages last, and no test judged by the machine's speed."""

import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from auditdocs.cli import run
from tests.typed import BASE, DAY, Typed

pytest_plugins = ("tests.faults.tally",)

settings.register_profile("auditdocs", deadline=None)
settings.load_profile("auditdocs")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` writes down what documents say now; look at the difference as you look at code."""
    parser.addoption("--update-golden", action="store_true", help="rewrite tests/golden by what documents say now")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put what prints pages at the end, so that a plain mistake is told within seconds."""
    items.sort(key=lambda item: item.get_closest_marker("pdf") is not None)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """The good workspace of the cases, to be changed at will."""
    return Path(shutil.copytree(BASE, tmp_path / "workspace", ignore=shutil.ignore_patterns(".auditdocs", "build")))


@pytest.fixture
def typed(workspace: Path, capsys: pytest.CaptureFixture[str]) -> Typed:
    """Type a command in the workspace: its exit code, its results, and what it says beside them."""

    def ran(*arguments: object, lang: str = "en") -> tuple[int, str, str]:
        code = run(["-C", str(workspace), "--lang", lang, *map(str, arguments)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return ran


@pytest.fixture
def built(workspace: Path, typed: Typed) -> Path:
    """The output folder of a build of the CARs' Word files."""
    assert typed("build", "car", "--only", "docx", *DAY)[0] == 0
    return workspace / "build"
