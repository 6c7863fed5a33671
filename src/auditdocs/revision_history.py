"""The revisions of policies as Git holds them, against those that lie here: what was approved stays as it was (ISO 9001 7.5.3)."""

from collections.abc import Iterator
from pathlib import Path

from auditdocs.content_digest import content_digest
from auditdocs.entry import AnyEntry, Entry
from auditdocs.filing import read_entry
from auditdocs.history import Commit, Version, read_history, versions_below
from auditdocs.inputs import File, Settings
from auditdocs.problem import Words
from auditdocs.records.base import Approval, approval
from auditdocs.records.control.policy_rules import POLICY

RECORDS, POLICIES = "records/", "records/policies"
SHALLOW = Words(
    "克隆不完整，无法对照历次版本；请运行 git fetch --unshallow",
    "the clone is shallow, so that revisions cannot be held against it; run git fetch --unshallow",
)


def faults_in_revisions(root: Path, settings: Settings) -> Iterator[tuple[str, Words]]:
    """Each approved revision that is gone or no longer what was approved, by its path."""
    if read_history(root).kind == "shallow":
        yield POLICIES, SHALLOW
        return
    by_path: dict[str, list[Version]] = {}
    for version in versions_below(root, POLICIES):
        by_path.setdefault(version.path, []).append(version)
    for path, versions in sorted(by_path.items()):
        approved = _as_approved(versions, settings)
        fault = _fault(root, path, approved, versions, settings) if approved else None
        if fault:
            yield path, fault


def _as_approved(versions: list[Version], settings: Settings) -> tuple[Commit, AnyEntry] | None:
    """The revision as it was first approved; approved again before it took effect, as it was approved then."""
    found: tuple[Commit, AnyEntry] | None = None
    for version in versions:
        entry = _read(version.path, version.content, settings)
        if entry is None or not _is_bound(entry):
            continue
        if found is None or _is_approved_again(found[1], entry):
            found = version.commit, entry
    return found


def _fault(root: Path, path: str, approved: tuple[Commit, AnyEntry], versions: list[Version], settings: Settings) -> Words | None:
    commit, before = approved
    file = root / path
    if not file.is_file():
        return _deleted(path, commit, versions[-1])
    now = _read(path, file.read_bytes(), settings)
    if now is None or (_is_bound(now) and _is_approved_again(before, now)):
        return None  # what cannot be read is said by `check`
    if _signed(before) not in now.record.approvals:
        return _changed(path, commit, Words("批准签署已被更改或删除", "its approval was altered or taken out"))
    if _digest(now) != _digest(before):
        return _changed(path, commit, Words("批准之后内容改过", "its content was changed after its approval"))
    return None


def _deleted(path: str, commit: Commit, last: Version) -> Words:
    when = f"{last.commit.id[:10]}" if last.content is None else "-"
    return Words(
        f"已批准的版本被删除（提交 {when}）；请找回：git checkout {commit.id[:10]} -- {path}",
        f"an approved revision was deleted (commit {when}); bring it back: git checkout {commit.id[:10]} -- {path}",
    )


def _changed(path: str, commit: Commit, what: Words) -> Words:
    return Words(
        f"{what.zh}，应另出新版；批准时的内容：git show {commit.id[:10]}:./{path}",
        f"{what.en}: a change takes a new revision; what was approved: git show {commit.id[:10]}:./{path}",
    )


def _read(path: str, content: bytes | None, settings: Settings) -> AnyEntry | None:
    """A revision of a policy that can be read."""
    named = POLICY.match(path.removeprefix(RECORDS))
    if named is None or content is None:
        return None
    read = read_entry(File(path, content), POLICY, *named, settings)
    return read if isinstance(read, Entry) else None


def _is_bound(entry: AnyEntry) -> bool:
    """Whether it is approved, and its approval is bound to what it says."""
    signed = _signed(entry)
    return signed is not None and signed.content_sha256 == _digest(entry)


def _is_approved_again(before: AnyEntry, now: AnyEntry) -> bool:
    """Whether it was approved once more before it took effect: only then it may say something else."""
    first, again, effective_on = _signed(before), _signed(now), before.record.effective_on
    return bool(first and again and again.at > first.at and effective_on and again.at.date() <= effective_on)


def _signed(entry: AnyEntry) -> Approval | None:
    return approval(entry.record, "approved")


def _digest(entry: AnyEntry) -> str:
    return content_digest(entry.source.root, POLICY.goes_on)
