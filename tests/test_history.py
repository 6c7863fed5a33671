"""What Git knows, read from real repositories made for each test."""

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from auditdocs.history import Commit, names_on_all_branches, read_history
from auditdocs.problem import AuditdocsError

CAR = "records/审核/纠正措施 甲.yaml"
SHEET = "records/contact_sheet.yaml"


class Repository:
    """A repository whose commits are an hour apart, so that their ids are the same in every run."""

    def __init__(self, root: Path) -> None:
        self.root, self.hour = root, 0
        root.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str, hour: int | None = None) -> str:
        moment = f"2026-09-08T{self.hour if hour is None else hour:02}:00:00+08:00"
        person = {"NAME": "Sample", "EMAIL": "sample@example.com", "DATE": moment}
        environment = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in person.items()}
        neutral = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        command = ["git", "-C", str(self.root), *arguments]
        return subprocess.run(command, env=os.environ | environment | neutral, check=True, capture_output=True, text=True).stdout.strip()

    def write(self, path: str, text: str) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8")

    def commit(self, texts: dict[str, str], hour: int | None = None) -> str:
        self.hour += 1
        for path, text in texts.items():
            self.write(path, text)
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "a change", hour=hour)
        return self.git("rev-parse", "HEAD")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "workspace")


def changed_by(repository: Repository, *paths: str) -> str | None:
    commit = read_history(repository.root).changed_by(paths)
    return commit.id if commit else None


def test_a_folder_outside_git_has_no_history(tmp_path: Path) -> None:
    history = read_history(tmp_path)
    assert (history.kind, history.head, history.dirty_paths) == ("none", None, frozenset())
    assert history.changed_by([SHEET]) is None
    assert history.uncommitted([SHEET]) == (SHEET,)
    assert names_on_all_branches(tmp_path, "records/") == ()


def test_a_repository_without_commits_has_a_branch_and_new_files(repository: Repository) -> None:
    repository.write(CAR, "owner_department: QA")
    history = read_history(repository.root)
    assert (history.kind, history.head) == ("repository", None)
    assert history.dirty_paths == {CAR}
    assert history.changed_by([CAR]) is None


def test_head_is_a_commit_with_its_moment_and_zone(repository: Repository) -> None:
    commit = repository.commit({CAR: "1"})
    head = read_history(repository.root).head
    assert head == Commit(datetime(2026, 9, 7, 17, 0, tzinfo=UTC), commit)
    assert head.committed_at.isoformat() == "2026-09-08T01:00:00+08:00"


def test_a_file_is_changed_by_its_own_commits_only(repository: Repository) -> None:
    first = repository.commit({CAR: "1", SHEET: "1"})
    second = repository.commit({CAR: "2"})
    third = repository.commit({"README.md": "1"})
    assert changed_by(repository, SHEET) == first
    assert changed_by(repository, CAR) == second
    assert changed_by(repository, SHEET, CAR) == second
    assert changed_by(repository, SHEET, CAR, "README.md") == third
    assert changed_by(repository, "records/nowhere.yaml") is None
    assert changed_by(repository) is None


def test_the_latest_commit_is_the_one_with_the_latest_date_not_the_last_in_line(repository: Repository) -> None:
    late = repository.commit({CAR: "1"}, hour=20)
    repository.commit({CAR: "2"}, hour=5)
    assert changed_by(repository, CAR) == late


def test_of_two_commits_at_the_same_moment_the_greater_id_wins(repository: Repository) -> None:
    ids = [repository.commit({CAR: str(n)}, hour=9) for n in range(4)]
    assert changed_by(repository, CAR) == max(ids)


def test_every_kind_of_change_is_seen_as_uncommitted(repository: Repository) -> None:
    repository.commit({CAR: "1", SHEET: "1", "records/gone.yaml": "1", "records/same.yaml": "1", "old.yaml": "1"})
    repository.write(CAR, "2")
    repository.write("records/人员/新 P0012.yaml", "1")
    (repository.root / "records/gone.yaml").unlink()
    repository.git("mv", "old.yaml", "new.yaml")
    repository.write("staged.yaml", "1")
    repository.git("add", "staged.yaml")
    history = read_history(repository.root)
    expected = {CAR, "records/人员/新 P0012.yaml", "records/gone.yaml", "old.yaml", "new.yaml", "staged.yaml"}
    assert history.dirty_paths == expected
    assert history.uncommitted([CAR, "records/same.yaml"]) == (CAR,)


def test_a_clean_workspace_has_nothing_uncommitted(repository: Repository) -> None:
    repository.commit({CAR: "1"})
    history = read_history(repository.root)
    assert history.dirty_paths == frozenset()
    assert history.uncommitted([CAR]) == ()


def test_a_file_that_git_ignores_is_uncommitted(repository: Repository) -> None:
    repository.commit({".gitignore": "private/\n"})
    repository.write("private/P0012.yaml", "1")
    history = read_history(repository.root)
    assert history.dirty_paths == frozenset()
    assert history.uncommitted(["private/P0012.yaml"]) == ("private/P0012.yaml",)


@pytest.mark.parametrize("trick", ["--assume-unchanged", "--skip-worktree"])
def test_a_change_hidden_from_git_status_is_uncommitted(repository: Repository, trick: str) -> None:
    repository.commit({CAR: "1", SHEET: "1"})
    repository.git("update-index", trick, CAR)
    repository.write(CAR, "2")
    assert repository.git("status", "--porcelain") == ""
    assert read_history(repository.root).dirty_paths == {CAR}


def test_paths_count_from_a_workspace_inside_a_larger_repository(repository: Repository) -> None:
    inside = repository.commit({f"质量/audits/{CAR}": "1"})
    repository.commit({CAR: "outside"})
    repository.write(f"质量/audits/{SHEET}", "new")
    repository.write(SHEET, "new outside")
    repository.git("config", "diff.relative", "true")
    workspace = repository.root / "质量" / "audits"
    history = read_history(workspace)
    assert history.dirty_paths == {SHEET}
    commit = history.changed_by([CAR])
    assert commit is not None
    assert commit.id == inside
    assert names_on_all_branches(workspace, "records/") == (CAR,)


def test_a_merge_counts_for_what_it_changed_itself_and_only_for_that(repository: Repository) -> None:
    repository.commit({CAR: "1", SHEET: "1"})
    repository.git("checkout", "-q", "-b", "side")
    on_side = repository.commit({CAR: "side", SHEET: "side"})
    repository.git("checkout", "-q", "main")
    repository.commit({CAR: "main"})
    with pytest.raises(subprocess.CalledProcessError):
        repository.git("merge", "side")
    merge = repository.commit({CAR: "both"})
    assert len(repository.git("rev-parse", "HEAD^@").split()) == 2
    assert changed_by(repository, CAR) == merge
    assert changed_by(repository, SHEET) == on_side


def test_an_unresolved_merge_is_uncommitted(repository: Repository) -> None:
    repository.commit({CAR: "1"})
    repository.git("checkout", "-q", "-b", "side")
    repository.commit({CAR: "side"})
    repository.git("checkout", "-q", "main")
    repository.commit({CAR: "main"})
    with pytest.raises(subprocess.CalledProcessError):
        repository.git("merge", "side")
    assert read_history(repository.root).dirty_paths == {CAR}


def test_a_change_merged_with_ours_alone_still_counts(repository: Repository) -> None:
    repository.commit({CAR: "1"})
    repository.git("checkout", "-q", "-b", "side")
    on_side = repository.commit({CAR: "2"})
    repository.git("checkout", "-q", "main")
    repository.commit({SHEET: "1"})
    repository.git("merge", "-q", "-s", "ours", "-m", "keep ours", "side")
    assert changed_by(repository, CAR) == on_side


def test_a_rename_changes_the_old_and_the_new_name(repository: Repository) -> None:
    repository.commit({CAR: "1\n2\n3\n"})
    repository.git("mv", CAR, SHEET)
    renamed = repository.commit({})
    assert changed_by(repository, CAR) == renamed
    assert changed_by(repository, SHEET) == renamed


def test_a_name_with_a_line_feed_or_quotes_is_one_name(repository: Repository) -> None:
    names = ['a "quoted".yaml', "two\nlines.yaml", "\nfirst.yaml", "tab\t.yaml"]
    commit = repository.commit(dict.fromkeys(names, "1"))
    assert [changed_by(repository, name) for name in names] == [commit] * 4
    repository.write(names[1], "2")
    assert read_history(repository.root).dirty_paths == {names[1]}


def test_a_shallow_clone_never_names_a_commit(repository: Repository, tmp_path: Path) -> None:
    repository.commit({CAR: "1"})
    repository.commit({SHEET: "1"})
    clone = tmp_path / "clone"
    repository.git("clone", "-q", "--depth", "1", f"file://{repository.root}", str(clone))
    history = read_history(clone)
    assert history.kind == "shallow"
    assert history.head is not None
    assert history.changed_by([CAR, SHEET]) is None


def test_a_detached_head_is_known_by_its_commit(repository: Repository) -> None:
    commit = repository.commit({CAR: "1"})
    repository.git("checkout", "-q", "--detach")
    history = read_history(repository.root)
    assert history.head is not None
    assert history.head.id == commit


def test_names_are_seen_on_every_local_and_remote_branch(repository: Repository, tmp_path: Path) -> None:
    repository.commit({"records/audits/2026/AUD-2026-001/audit.yaml": "1", "README.md": "1"})
    repository.git("checkout", "-q", "-b", "theirs")
    repository.commit({"records/audits/2026/AUD-2026-002/审核.yaml": "1"})
    clone = Repository(tmp_path / "clone")
    clone.git("fetch", "-q", str(repository.root), "refs/heads/*:refs/remotes/origin/*")
    clone.commit({"records/audits/2026/AUD-2026-003/audit.yaml": "1"})
    assert names_on_all_branches(clone.root, "records/audits/2026/") == (
        "records/audits/2026/AUD-2026-001/audit.yaml",
        "records/audits/2026/AUD-2026-002/审核.yaml",
        "records/audits/2026/AUD-2026-003/audit.yaml",
    )


def test_variables_and_settings_of_the_user_do_not_change_what_is_read(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit = repository.commit({CAR: "1"})
    settings = {"core.quotepath": "on", "log.showRoot": "false", "color.ui": "always", "status.showUntrackedFiles": "no"}
    for key, value in (settings | {"log.showSignature": "true", "i18n.logOutputEncoding": "UTF-16"}).items():
        repository.git("config", key, value)
    other = Repository(tmp_path / "other")
    monkeypatch.setenv("GIT_DIR", str(other.root / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))
    monkeypatch.setenv("GIT_CONFIG_COUNT", "broken")
    repository.write(SHEET, "new")
    history = read_history(repository.root)
    assert history.dirty_paths == {SHEET}
    assert history.head is not None
    assert history.head.id == commit
    assert changed_by(repository, CAR) == commit


def test_reading_writes_nothing_into_the_repository(repository: Repository) -> None:
    repository.commit({CAR: "1"})
    os.utime(repository.root / CAR, (0, 0))  # the index would like to remember the new time
    before = (repository.root / ".git" / "index").read_bytes()
    assert read_history(repository.root).dirty_paths == frozenset()
    assert (repository.root / ".git" / "index").read_bytes() == before


def test_without_git_a_folder_outside_git_needs_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert read_history(tmp_path).kind == "none"


def test_without_git_a_repository_is_not_taken_for_a_folder_without_history(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit({CAR: "1"})
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(AuditdocsError, match="install Git") as error:
        read_history(repository.root / "records")
    assert error.value.exit == 3


def test_a_damaged_repository_is_not_taken_for_a_folder_without_history(repository: Repository) -> None:
    repository.commit({CAR: "1"})
    (repository.root / ".git" / "HEAD").write_text("ref: refs/heads/main", encoding="utf-8")
    (repository.root / ".git" / "refs" / "heads" / "main").write_text("f" * 40 + "\n", encoding="utf-8")
    with pytest.raises(AuditdocsError, match="git status") as error:
        read_history(repository.root)
    assert error.value.exit == 3
    assert "Git 无法读取" in error.value.zh
