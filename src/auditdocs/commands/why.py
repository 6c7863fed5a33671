"""`auditdocs why`: which input of a file changed since it was made."""

from datetime import date
from pathlib import Path

from auditdocs.console import Console
from auditdocs.document import Edition
from auditdocs.documents import ROWS
from auditdocs.due import Foreseen, foresee
from auditdocs.edition import EDITIONS, FOLDER
from auditdocs.examine import examine
from auditdocs.plan import Refused
from auditdocs.problem import Words, counted
from auditdocs.selection import Wanted


def run_why(folder: Path, console: Console, target: str, as_of: date | None) -> int:
    """Name the reasons for every file that the target means."""
    examined = examine(folder, as_of, rows=ROWS)
    outlook = foresee(examined, _wanted(_below_build(target, examined.workspace.build)))
    for file in outlook.files:
        _tell(file, console)
    for refused in outlook.refused:
        _tell_refused(refused, console)
    for path in outlook.gone:
        console.result(path)
        console.result("  " + Words("将移除：现在的记录不再要求它", "will be removed: no record asks for it any more").in_(console.lang))
    if outlook.left_out:
        zh, _, en = outlook.left_out.partition("\n")
        console.say(Words(f"未看 PDF：{zh}", f"PDFs were not looked at: {en}"))
    return 0


def _wanted(target: str) -> Wanted:
    """What the target means, in the edition whose folder it lies in."""
    parts = target.split("/")
    found: list[Edition] = [one for one in EDITIONS if parts[:2] == [FOLDER, one]]
    return Wanted((target,), edition=found[0] if found else "internal")


def _below_build(target: str, build: str) -> str:
    """A target as the workspace names it, also where it was completed from the folder one stands in."""
    return target.removeprefix("./").removeprefix(f"{build}/")


def _tell(file: Foreseen, console: Console) -> None:
    console.result(file.target)
    if not file.is_due:
        rests_on = len(file.row.get("sources", ()))
        named = file.row["template"]
        template = f"、{named}" if named else "", f" and {named}" if named else ""
        console.result(
            "  "
            + Words(f"没有变化：来自 {rests_on} 个记录{template[0]}", f"up to date: from {counted(rests_on, 'record')}{template[1]}").in_(
                console.lang
            )
        )
    for reason in file.reasons:
        console.result(f"  {Words('将重做', 'to make').in_(console.lang)}  {reason.in_(console.lang)}")


def _tell_refused(refused: Refused, console: Console) -> None:
    console.result(f"{refused.kind} {refused.subject}")
    for problem in refused.problems:
        said = f"{problem.place.path}:{problem.place.line}  {problem.message(console.lang, console.show_values)}  {problem.code}"
        console.result(f"  {Words('不能制作', 'refused').in_(console.lang)}  {said}")
