"""How `check` and `build` tell what was found, whether it was found now or before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from auditdocs.console import Console, Style
from auditdocs.problem import AuditdocsError, Problem, Words, counted
from auditdocs.workspace import Workspace


def tell_problems(console: Console, workspace: Workspace, problems: Sequence[Problem], style: Style, count: int, seconds: float) -> int:
    """Print problems and their number; 1 where an error stands among them."""
    console.problems(problems, style, texts_of(console, workspace, problems))
    if style in ("text", "concise"):
        console.say(summary(count, seconds, problems))
    return 1 if any(problem.severity == "error" for problem in problems) else 0


WRITTEN = (".yaml", ".yml", ".md", ".html", "SHA256SUMS")  # files with lines that people write
SHOWN = 40  # made documents listed by name; more are counted


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did, in words and numbers."""

    headline: str
    files: int
    made: tuple[tuple[Words, str], ...] = ()  # status and document with its formats
    new: int = 0
    refused: tuple[tuple[str, str], ...] = ()  # kind and subject
    removed: tuple[str, ...] = ()
    left_out: str = ""  # why PDFs were not made: Chinese, line feed, English


def tell_build(console: Console, workspace: Workspace, outcome: Outcome, problems: Sequence[Problem], seconds: float) -> None:
    """What was made, what not, and where to look."""
    console.result(outcome.headline)
    console.result(_counted(outcome).in_(console.lang))
    for status, document in outcome.made[:SHOWN]:
        console.result(f"  {status.in_(console.lang)}  {document}")
    if len(outcome.made) > SHOWN:
        rest = len(outcome.made) - SHOWN
        console.result(Words(f"  ……另有 {rest} 份", f"  … and {rest} more").in_(console.lang))
    for kind, subject in outcome.refused:
        console.result(f"  {Words('不能制作', 'refused').in_(console.lang)}  {kind} {subject}")
    for path in outcome.removed:
        console.result(f"  {Words('已移除', 'removed').in_(console.lang)}  {path}")
    _tell_errors(console, workspace, problems)
    if outcome.left_out:
        zh, _, en = outcome.left_out.partition("\n")
        console.say(Words(f"未做 PDF：{zh}", f"PDFs were left out: {en}"))
    index = f"{workspace.build}/index.html"
    done = f"done in {seconds:.1f} s, {counted(outcome.new, 'file')} → {index}"
    console.say(Words(f"{seconds:.1f} 秒，{outcome.new} 个文件 → {index}", done))


def _counted(outcome: Outcome) -> Words:
    files, new = outcome.files, outcome.new
    return Words(
        f"共 {files} 个文件：{new} 个新做，{files - new} 个没有变化",
        f"{counted(files, 'file')}: {new} made, {files - new} up to date",
    )


def _tell_errors(console: Console, workspace: Workspace, problems: Sequence[Problem]) -> None:
    errors = [problem for problem in problems if problem.severity == "error"]
    console.problems(errors, "text", texts_of(console, workspace, errors))
    warnings = len(problems) - len(errors)
    if problems:
        console.say(Words(f"{len(errors)} 个错误，{warnings} 个警告", f"{counted(len(errors), 'error')}, {counted(warnings, 'warning')}"))


def texts_of(console: Console, workspace: Workspace, problems: Iterable[Problem]) -> dict[str, str]:
    """The text of each file a problem stands in, where lines may be shown at all."""
    if not console.show_values:
        return {}
    written = (problem.place.path for problem in problems if problem.place.path.endswith(WRITTEN))
    files = {path: workspace.root / path for path in written}
    return {path: file.read_text("utf-8-sig", errors="replace") for path, file in files.items() if file.is_file()}


def summary(files: int, seconds: float, problems: Sequence[Problem]) -> Words:
    """One line that counts, and says where to read more."""
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    worst = next((one for one in problems if one.severity == "error"), problems[0] if problems else None)
    more = f"auditdocs explain {worst.code}" if worst else ""
    return Words(
        f"检查 {files} 个文件，{seconds:.1f} 秒：{errors} 个错误，{warnings} 个警告。" + (f"说明：{more}" if more else ""),
        f"checked {counted(files, 'file')} in {seconds:.1f} s: {counted(errors, 'error')}, {counted(warnings, 'warning')}."
        + (f" More: {more}" if more else ""),
    )


def chosen(problems: Iterable[Problem], workspace: Workspace, folder: Path, paths: Iterable[Path]) -> list[Problem]:
    """The problems at or below some paths; all where none is named."""
    wanted = _inside(workspace, folder, paths)
    if not wanted:
        return list(problems)
    return [one for one in problems if any(one.place.path == path or one.place.path.startswith(f"{path}/") for path in wanted)]


def _inside(workspace: Workspace, folder: Path, paths: Iterable[Path]) -> tuple[str, ...]:
    """Paths as the workspace names them; they may be given from where one stands or from the workspace's root."""
    root = workspace.root.resolve()
    found: list[str] = []
    for path in paths:
        places = (Path.cwd() / path, folder / path, root / path)
        place = next((one.resolve() for one in places if one.exists() and one.resolve().is_relative_to(root)), None)
        if place is None:
            raise AuditdocsError(f"工作区里没有 {path}", f"there is no {path} in the workspace")
        name = place.relative_to(root).as_posix()
        found.append("" if name == "." else name)
    return () if "" in found else tuple(found)
