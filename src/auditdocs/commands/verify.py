"""`auditdocs verify`: whether what was made is still what the manifest says, and whether it comes out the same again."""

import tempfile
from datetime import date
from pathlib import Path

from auditdocs.console import Console
from auditdocs.documents import ROWS
from auditdocs.examine import examine
from auditdocs.problem import AuditdocsError, Words, counted
from auditdocs.rebuild import Rebuilt, rebuild
from auditdocs.store import Integrity, examine_output
from auditdocs.workspace import find_workspace

MISSING = Words("缺少", "missing")
CHANGED = Words("被改动", "changed")
FOREIGN = Words("不是本程序的文件", "not ours")
DIFFERENT = Words("重做结果不同", "comes out different")


def run_verify(folder: Path, console: Console, build: Path | None, is_rebuilt: bool, workers: int) -> int:
    """Compare and tell; 4 where a file is not what it was, 3 where this machine could not compare all."""
    place = build or find_workspace(folder).build_folder
    found = examine_output(place)
    _tell_files(found, console, place)
    if not is_rebuilt:
        return 0 if found.is_whole else 4
    again = _rebuild(folder, console, found, workers)
    _tell_rebuilt(again, console)
    if again.differences or not found.is_whole:
        return 4
    return 3 if again.left_out else 0


def _rebuild(folder: Path, console: Console, found: Integrity, workers: int) -> Rebuilt:
    examined = examine(folder, _day(found), rows=ROWS, is_fresh=True)
    with tempfile.TemporaryDirectory(prefix="auditdocs-") as scratch, console.progress() as progress:
        return rebuild(examined, found.manifest, workers, Path(scratch), progress)


def _day(found: Integrity) -> date:
    try:
        return date.fromisoformat(str(found.manifest.get("as_of")))
    except ValueError as error:
        raise AuditdocsError(
            "清单 manifest.json 里没有可用的日期 as_of；请用 `auditdocs build --force` 重新制作",
            "manifest.json has no usable day as_of; make everything again with `auditdocs build --force`",
            exit=4,
        ) from error


def _tell_files(found: Integrity, console: Console, place: Path) -> None:
    for what, paths in ((MISSING, found.missing), (CHANGED, found.changed), (FOREIGN, found.foreign)):
        for path in paths:
            console.result(f"{what.in_(console.lang)}  {path}")
    count, digest = len(found.whole), found.digest
    if found.is_whole:
        console.say(Words(f"{place}：{count} 个文件与清单一致", f"{place}: {counted(count, 'file')} as the manifest says"))
    else:
        zh = f"{place}：{len(found.missing)} 个缺少，{len(found.changed)} 个被改动，{count} 个与清单一致；`auditdocs build` 会重新制作"
        en = f"{place}: {len(found.missing)} missing, {len(found.changed)} changed, {count} whole; `auditdocs build` makes them again"
        console.say(Words(zh, en))
    console.say(Words(f"清单的 SHA-256：{digest}", f"SHA-256 of the manifest: {digest}"))


def _tell_rebuilt(again: Rebuilt, console: Console) -> None:
    for one in again.differences:
        console.result(f"{DIFFERENT.in_(console.lang)}  {one.path}")
        for reason in one.reasons:
            console.result(f"    {reason.in_(console.lang)}")
    if again.more:
        more = len(again.more)
        zh = f"另有 {more} 个文件尚未制作，不作比较；`auditdocs build --plan` 列出全部"
        console.say(Words(zh, f"{counted(more, 'file')} not made yet and not compared; `auditdocs build --plan` lists all"))
    if again.left_out:
        zh, _, en = again.left_out.partition("\n")
        console.say(Words(f"未比较 PDF：{zh}", f"PDFs were not compared: {en}"))
    same, others = len(again.same), len(again.differences)
    console.say(Words(f"重做：{same} 个相同，{others} 个不同", f"made again: {same} the same, {others} different"))
