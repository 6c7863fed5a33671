"""The workspace that is measured: always the same, without a problem, all of it committed."""

import json
import subprocess
from pathlib import Path

import pytest

from bench.ground import Ground, auditdocs
from bench.stamps import stamps, written_since
from bench.workspace import make


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bench") / "two"
    make(2, folder)
    return folder


def git(folder: Path, *words: str) -> str:
    return subprocess.run(["git", *words], cwd=folder, capture_output=True, text=True, check=True).stdout


def test_it_has_no_problems(workspace: Path) -> None:
    assert json.loads(auditdocs(workspace, "check", "--format", "json").said) == []


def test_years_of_audits_have_none_either_and_follow_each_other(tmp_path: Path) -> None:
    make(7, tmp_path / "years")
    assert json.loads(auditdocs(tmp_path / "years", "check", "--format", "json").said) == []
    days = git(tmp_path / "years", "log", "--format=%cs").splitlines()
    assert days == sorted(days, reverse=True)


def test_each_audit_came_in_a_commit_of_its_day(workspace: Path) -> None:
    log = git(workspace, "log", "--format=%cs %s").splitlines()
    assert [line[11:] for line in log] == ["AUD-2022-001", "AUD-2021-001", "master data"]
    assert log[-1].startswith("2015-01-01")
    assert git(workspace, "status", "--porcelain") == ""


def test_it_is_the_same_each_time(workspace: Path, tmp_path: Path) -> None:
    make(2, tmp_path / "again")
    assert git(tmp_path / "again", "rev-parse", "HEAD^{tree}") == git(workspace, "rev-parse", "HEAD^{tree}")


def test_an_audit_becomes_all_that_it_needs(workspace: Path) -> None:
    told = json.loads(auditdocs(workspace, "build", "--plan", "--format", "json").said)
    first = [one for one in told if one["path"].startswith("audits/AUD-2021-001/")]
    assert 30 <= len(first) <= 45


def test_the_ground_makes_a_workspace_once(tmp_path: Path) -> None:
    ground = Ground(tmp_path, audits=1, sample=1, many=1, rounds=1)
    first = ground.workspace(1)
    before = stamps(first / "records")
    assert ground.workspace(1) == first
    assert written_since(before, stamps(first / "records")) == ()
    assert ground.workspace(1, "check") != first
