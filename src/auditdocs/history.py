"""A folder under Git becomes values: its commit, what is not committed, and which commit last changed which file."""

import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Literal

from auditdocs.problem import AuditdocsError

Kind = Literal["repository", "shallow", "none"]

_HEADER = re.compile(r"\x01([0-9a-f]{40,64}) (\S+)\x01")
_FORMAT = "--format=%x01%H %cI%x01"

# What a user's own configuration could change in the output, or let run, is set here.
_SETTINGS = {
    "core.quotepath": "off",
    "core.fsmonitor": "false",
    "core.checkStat": "default",
    "core.trustctime": "true",
    "core.ignoreStat": "false",
    "i18n.logOutputEncoding": "UTF-8",
    "log.follow": "false",
    "log.showRoot": "true",
    "log.showSignature": "false",
}
_ENVIRONMENT = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}


@dataclass(frozen=True, slots=True, order=True)
class Commit:
    """A commit; of two the greater is the later, and of two at the same moment the one with the greater id."""

    committed_at: datetime
    id: str


@dataclass(frozen=True, slots=True)
class LastChanges:
    """Which commit last changed which file, as seen from a commit."""

    head: str
    commits: Mapping[str, Commit]  # by path


@dataclass(frozen=True)  # no slots: the log is read when it is first asked for, and kept
class History:
    """What Git knows of a workspace; paths are relative to the workspace, with slashes."""

    kind: Kind
    root: Path
    prefix: str = ""  # where the workspace lies in its repository: "" or "quality/audits/"
    head: Commit | None = None  # none: a repository without commits
    dirty_paths: frozenset[str] = frozenset()
    tracked_paths: frozenset[str] = field(default=frozenset(), repr=False)
    earlier: LastChanges | None = field(default=None, repr=False)  # as they were known at an earlier commit

    def uncommitted(self, paths: Iterable[str]) -> tuple[str, ...]:
        """Those whose content no commit holds: changed, new, or ignored by Git."""
        return tuple(sorted(path for path in paths if path in self.dirty_paths or path not in self.tracked_paths))

    def changed_by(self, paths: Iterable[str]) -> Commit | None:
        """Of the commits that changed one of these paths the latest; never one of a shallow clone."""
        return max((self.last_changes.commits[path] for path in paths if path in self.last_changes.commits), default=None)

    @cached_property
    def last_changes(self) -> LastChanges:
        """One pass over the log; over what came since, where an earlier one is known."""
        if self.kind != "repository" or self.head is None:
            return LastChanges("", {})
        since = self.earlier if self.earlier and _is_ancestor(self.root, self.earlier.head, self.head.id) else None
        if since and since.head == self.head.id:
            return since
        # Without --full-history a side branch whose change came back another way would be left out.
        arguments = ("log", "-z", "-c", "--name-only", "--no-renames", "--no-relative", "--no-color", _FORMAT)
        span = f"{since.head}..{self.head.id}" if since else self.head.id
        last = dict(since.commits) if since else {}
        for commit, path in _parse_log(_git(self.root, *arguments, "--full-history", span, "--", ".")):
            if path.startswith(self.prefix):
                inside = path.removeprefix(self.prefix)
                last[inside] = max(commit, last.get(inside, commit))
        return LastChanges(self.head.id, last)


def read_history(root: Path, earlier: LastChanges | None = None) -> History:
    """What Git knows now of the workspace at this root; a folder outside Git has the kind `none`."""
    found = _find_repository(root)
    if found is None:
        return History("none", root)
    shallow, prefix = found
    head_id, changed = _parse_status(_git(root, *_STATUS))
    listed = dict(_parse_index(_git(root, "ls-files", "-z", "-v", "--", ".")))
    return History(
        kind="shallow" if shallow else "repository",
        root=root,
        prefix=prefix,
        head=_read_commit(root, head_id) if head_id else None,
        dirty_paths=frozenset(path.removeprefix(prefix) for path in changed) | _hidden(listed),
        tracked_paths=frozenset(listed),
        earlier=earlier,
    )


def names_on_all_branches(root: Path, prefix: str) -> tuple[str, ...]:
    """Every path under a folder of the workspace on any branch known here, so that no number is taken twice."""
    found = _find_repository(root)
    if found is None:
        return ()
    inside = found[1]
    refs = _git(root, "for-each-ref", "--format=%(objectname)", "refs/heads", "refs/remotes").split()
    paths: set[str] = set()
    for commit in sorted(set(refs)):
        listing = _git(root, "ls-tree", "-r", "-z", "--name-only", "--full-tree", commit, "--", inside + prefix)
        paths.update(path.removeprefix(inside) for path in listing.split("\0") if path)
    return tuple(sorted(paths))


@dataclass(frozen=True, slots=True)
class Version:
    """A file as a commit left it; without content where the commit deleted it."""

    path: str
    commit: Commit
    content: bytes | None


def versions_below(root: Path, folder: str) -> Iterator[Version]:
    """Every version of every file below a folder of the workspace, oldest first, that leads to HEAD."""
    found = _find_repository(root)
    if found is None or _run(root, "rev-parse", "--verify", "-q", "HEAD").returncode != 0:
        return
    arguments = ("log", "-z", "-c", "--name-only", "--no-renames", "--no-relative", "--no-color", _FORMAT, "--full-history", "--topo-order")
    for commit, path in _parse_log(_git(root, *arguments, "--reverse", "HEAD", "--", folder)):
        shown = _run(root, "show", f"{commit.id}:{path}")
        yield Version(path.removeprefix(found[1]), commit, shown.stdout if shown.returncode == 0 else None)


def _is_ancestor(root: Path, earlier: str, head: str) -> bool:
    """Whether a commit is another, or lies behind it; one that is no longer there does not."""
    return earlier == head or _run(root, "merge-base", "--is-ancestor", earlier, head).returncode == 0


_STATUS = ("status", "--porcelain=v2", "--branch", "-z", "--untracked-files=all", "--no-renames", "--", ".")


def _find_repository(root: Path) -> tuple[bool, str] | None:
    """Whether the repository around the root is shallow, and where in it the root lies."""
    try:
        answer = _run(root, "rev-parse", "--is-inside-work-tree", "--is-shallow-repository", "--show-prefix")
    except FileNotFoundError:
        if any((folder / ".git").exists() for folder in (root.resolve(), *root.resolve().parents)):
            raise _git_is_missing() from None
        return None
    if answer.returncode != 0 and b"(or any" in answer.stderr:
        return None
    inside, shallow, *prefix = _text_of(answer, "rev-parse").split("\n", 2)
    return (shallow == "true", prefix[0].removesuffix("\n")) if inside == "true" else None


def _parse_status(status: str) -> tuple[str | None, frozenset[str]]:
    """HEAD and the paths that differ from it; the paths count from the top of the repository."""
    head, changed = None, set()
    for line in filter(None, status.split("\0")):
        match line.split(" ", 2):
            case ["#", "branch.oid", oid]:
                head = oid if oid != "(initial)" else None
            case ["1", *_]:
                changed.add(line.split(" ", 8)[8])
            case ["u", *_]:
                changed.add(line.split(" ", 10)[10])
            case ["?", *_]:
                changed.add(line[2:])
            case _:
                continue  # git documents that further headers may come
    return head, frozenset(changed)


def _parse_index(listing: str) -> Iterator[tuple[str, bool]]:
    """Each file in the index, and whether Git looks for changes in it (not told `assume-unchanged` or `skip-worktree`)."""
    return ((entry[2:], entry[0] == "H") for entry in listing.split("\0") if entry)


def _hidden(listed: dict[str, bool]) -> frozenset[str]:
    """Nobody can vouch for what Git was told not to look at, so it counts as changed (threats G4)."""
    return frozenset(path for path, is_watched in listed.items() if not is_watched)


def _parse_log(log: str) -> Iterator[tuple[Commit, str]]:
    """Commits with the paths they changed: after the header comes a line feed, or for a merge an empty name."""
    commit, first = None, False
    for token in log.split("\0"):
        if header := _HEADER.fullmatch(token):
            commit, first = Commit(datetime.fromisoformat(header[2]), header[1]), True
        elif commit and token:
            yield commit, token.removeprefix("\n") if first else token
            first = False
        else:
            first = False


def _read_commit(root: Path, commit: str) -> Commit:
    [header] = _HEADER.findall(_git(root, "log", "-1", "--no-color", _FORMAT, commit))
    return Commit(datetime.fromisoformat(header[1]), header[0])


def address_of_user(root: Path) -> str:
    """The e-mail address that commits made here would bear; empty where none is set."""
    try:
        return _run(root, "config", "user.email").stdout.decode("utf-8", "replace").strip()
    except OSError:
        return ""


def _git(root: Path, *arguments: str) -> str:
    return _text_of(_run(root, *arguments), arguments[0])


def _run(root: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    settings = [word for key, value in _SETTINGS.items() for word in ("-c", f"{key}={value}")]
    command = ["git", "--no-pager", *settings, "-C", str(root), *arguments]
    foreign = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return subprocess.run(command, env=foreign | _ENVIRONMENT, stdin=subprocess.DEVNULL, capture_output=True, check=False)


def _text_of(answer: subprocess.CompletedProcess[bytes], command: str) -> str:
    if answer.returncode != 0:
        said = next(iter(answer.stderr.decode("utf-8", "replace").splitlines()), f"exit {answer.returncode}")
        raise AuditdocsError(
            zh=f"Git 无法读取本工作区的历史（git {command}）：{said}。请先用 `git status` 查明原因并修复。",
            en=f"Git cannot read the history of this workspace (git {command}): {said}. Find out why with `git status`.",
            exit=3,
        )
    return answer.stdout.decode("utf-8", "surrogateescape")


def _git_is_missing() -> AuditdocsError:
    return AuditdocsError(
        zh="本工作区在 Git 仓库中，但本机没有 git 程序，无法判断文件所属的提交。请安装 Git（https://git-scm.com）并确认它在 PATH 中。",
        en="this workspace lies in a Git repository, but there is no git program on this machine to tell which commit a file"
        " belongs to; install Git (https://git-scm.com) and see that it is on the PATH",
        exit=3,
    )
