"""The package as others install it: its wheel holds all that the program needs, and works far from the checkout."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[1]
TEMPLATES = REPOSITORY / "templates"


def run(*command: str | Path, folder: Path, expect: int = 0) -> str:
    """What a command prints, when it ends as expected; nothing of this checkout is in its environment."""
    foreign = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}
    answer = subprocess.run(
        [str(part) for part in command], cwd=folder, env=foreign, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert answer.returncode == expect, f"{command} ended with {answer.returncode}\n{answer.stdout}\n{answer.stderr}"
    return answer.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, made without network by the tool the tests have."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, folder=REPOSITORY)
    [made] = folder.glob("auditdocs-*.whl")
    return made


@pytest.fixture(scope="module")
def program(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`auditdocs` installed from its wheel; the packages it needs are borrowed from the tests' own environment."""
    place = tmp_path_factory.mktemp("elsewhere")
    venv.create(place, symlinks=os.name != "nt")
    tags = {"base": str(place), "platbase": str(place)}
    scripts, packages = (Path(sysconfig.get_path(name, scheme="venv", vars=tags)) for name in ("scripts", "purelib"))
    python = scripts / Path(sys.executable).name
    # pip of here installs there: nothing is downloaded, and the new environment needs no pip of its own.
    pip = (sys.executable, "-m", "pip", "--python", python, "--disable-pip-version-check")
    run(*pip, "install", "--quiet", "--no-deps", "--no-index", wheel, folder=place)
    # Found after the wheel. Plain folders only: what is installed editable here stays unknown there.
    borrowed = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (packages / "borrowed.pth").write_text("\n".join(sorted(borrowed)), encoding="utf-8")
    return scripts / ("auditdocs.exe" if os.name == "nt" else "auditdocs")


@pytest.fixture(scope="module")
def workspace(program: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace of one's own, as `init` makes it."""
    folder = tmp_path_factory.mktemp("own") / "my audits 审核"
    run(program, "init", folder, folder=folder.parent)
    return folder


def _templates() -> Iterator[str]:
    return (path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*") if path.is_file())


def test_the_wheel_holds_every_template_the_licence_and_the_types(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {f"auditdocs/_templates/{name}" for name in _templates()} <= set(names)
    assert "auditdocs/py.typed" in names
    assert [name for name in names if name.endswith("licenses/LICENSE")]


def test_the_wheel_holds_no_demonstration_no_test_and_no_tool(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == {"auditdocs"}
    assert not [name for name in names if "/audits/" in name or "/customers/" in name or "/people/" in name]


def test_the_program_runs_from_the_wheel_and_not_from_the_checkout(program: Path, tmp_path: Path) -> None:
    python = program.with_name(Path(sys.executable).name)
    place = run(python, "-c", "import auditdocs; print(auditdocs.__file__)", folder=tmp_path)
    assert not Path(place.strip()).is_relative_to(REPOSITORY)
    assert "check" in run(program, "--help", folder=tmp_path)


def test_a_new_workspace_has_no_problems(program: Path, workspace: Path) -> None:
    run(program, "check", folder=workspace)


def test_a_new_workspace_builds_word_documents_from_the_templates_in_the_wheel(program: Path, workspace: Path) -> None:
    run(program, "build", "--only", "docx", folder=workspace)
    assert (workspace / "build" / "index.html").is_file()
    assert list((workspace / "build").rglob("*.docx"))
    assert not (workspace / "templates").exists()
