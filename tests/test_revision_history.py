"""Git remembers which revisions were approved: `doctor` finds those that were deleted or changed since."""

from pathlib import Path

import pytest

from auditdocs.content_digest import content_digest
from auditdocs.entry import Entry
from auditdocs.filing import read_entry
from auditdocs.inputs import File, Settings
from auditdocs.records.control.policy_rules import POLICY
from auditdocs.revision_history import faults_in_revisions
from tests.test_history import Repository

PATH = "records/policies/XY-QP-CA-01/A-0.md"
TEXT = "# 1 目的\n\n规定甲。\n"


def revision(body: str = TEXT, at: str = "2026-02-20T10:00", signed: bool = True, more: str = "") -> str:
    """A revision; signed, its approval is bound to what it says."""
    approvals = "approvals:\n  - {role: approved, person: P0001, at: %s, content_sha256: %s}\n"
    draft = f"---\ntitle: 管理制度\neffective_on: 2026-03-01\n{more}{approvals % (at, '0' * 64) if signed else ''}---\n\n{body}"
    read = read_entry(File(PATH, draft.encode()), POLICY, "XY-QP-CA-01/A-0", "XY-QP-CA-01", Settings())
    assert isinstance(read, Entry)
    return draft.replace("0" * 64, content_digest(read.source.root, POLICY.goes_on))


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "workspace")


def told(repository: Repository) -> list[tuple[str, str]]:
    return [(path, said.en) for path, said in faults_in_revisions(repository.root, Settings())]


def test_an_approved_revision_that_stays_is_in_order(repository: Repository) -> None:
    repository.commit({PATH: revision(signed=False)})
    repository.commit({PATH: revision()})
    assert told(repository) == []


def test_what_goes_on_after_approval_may_be_recorded(repository: Repository) -> None:
    repository.commit({PATH: revision()})
    repository.commit({PATH: revision(more="distribution:\n  - {department: QA, copy_number: '01'}\n")})
    assert told(repository) == []


def test_a_deleted_revision_is_found_and_how_to_bring_it_back(repository: Repository) -> None:
    approved = repository.commit({PATH: revision()})
    repository.git("rm", "-q", PATH)
    gone = repository.commit({})
    [(path, said)] = told(repository)
    assert path == PATH
    assert said == f"an approved revision was deleted (commit {gone[:10]}); bring it back: git checkout {approved[:10]} -- {PATH}"
    repository.git("checkout", approved[:10], "--", PATH)
    assert told(repository) == []


def test_a_deletion_that_is_not_committed_is_found_too(repository: Repository) -> None:
    repository.commit({PATH: revision()})
    (repository.root / PATH).unlink()
    assert "was deleted" in told(repository)[0][1]


def test_a_draft_may_be_deleted(repository: Repository) -> None:
    repository.commit({PATH: revision(signed=False)})
    (repository.root / PATH).unlink()
    assert told(repository) == []


def test_other_content_under_the_same_signature_is_found_even_with_a_new_digest(repository: Repository) -> None:
    approved = repository.commit({PATH: revision()})
    repository.commit({PATH: revision(TEXT.replace("甲", "乙"))})
    [(_, said)] = told(repository)
    assert (
        said
        == f"its approval was altered or taken out: a change takes a new revision; what was approved: git show {approved[:10]}:./{PATH}"
    )


def test_other_content_beside_the_old_signature_is_found(repository: Repository) -> None:
    repository.commit({PATH: revision()})
    repository.write(PATH, revision().replace("甲", "乙"))
    assert told(repository)[0][1].startswith("its content was changed after its approval")


def test_an_approval_that_was_taken_out_is_found(repository: Repository) -> None:
    repository.commit({PATH: revision()})
    repository.commit({PATH: revision(signed=False)})
    assert told(repository)[0][1].startswith("its approval was altered or taken out")


def test_before_it_takes_effect_it_may_be_changed_and_approved_again(repository: Repository) -> None:
    repository.commit({PATH: revision()})
    repository.commit({PATH: revision(TEXT.replace("甲", "乙"), at="2026-02-25T10:00")})
    assert told(repository) == []


def test_afterwards_it_may_not(repository: Repository) -> None:
    repository.commit({PATH: revision()})
    repository.commit({PATH: revision(TEXT.replace("甲", "乙"), at="2026-03-05T10:00")})
    assert len(told(repository)) == 1


def test_without_git_or_commits_there_is_nothing_to_hold_it_against(tmp_path: Path, repository: Repository) -> None:
    repository.write(PATH, revision())
    assert told(repository) == []
    assert list(faults_in_revisions(tmp_path, Settings())) == []


def test_a_shallow_clone_says_that_it_cannot_tell(tmp_path: Path, repository: Repository) -> None:
    repository.commit({PATH: revision()})
    repository.commit({PATH: revision(more="distribution:\n  - {department: QA}\n")})
    clone = tmp_path / "clone"
    repository.git("clone", "-q", "--depth", "1", f"file://{repository.root}", str(clone))
    [(_, said)] = faults_in_revisions(clone, Settings())
    assert "git fetch --unshallow" in said.en


def test_the_workspace_may_lie_below_the_repository(tmp_path: Path) -> None:
    outer = Repository(tmp_path / "outer")
    outer.commit({f"quality/{PATH}": revision()})
    (outer.root / "quality" / PATH).unlink()
    assert [path for path, _ in faults_in_revisions(outer.root / "quality", Settings())] == [PATH]
