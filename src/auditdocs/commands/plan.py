"""`auditdocs build --plan`: what a build would make, leave, refuse and remove, without doing it."""

import json
from typing import Literal

from auditdocs.console import Console
from auditdocs.due import Foreseen, Outlook, foresee
from auditdocs.examine import Examined
from auditdocs.problem import Words, counted
from auditdocs.selection import Wanted

STATUS = {"ready": Words("完成", "made"), "draft": Words("草稿", "draft"), "working_copy": Words("副本", "copy")}
DUE, CURRENT = Words("将制作", "to make"), Words("没有变化", "up to date")


def show_plan(examined: Examined, console: Console, wanted: Wanted, style: Literal["text", "json"]) -> int:
    """Tell what a build would do; 1 where an error stands among the records."""
    outlook = foresee(examined, wanted)
    if style == "json":
        console.result(json.dumps([_as_json(file) for file in outlook.files], ensure_ascii=False, indent=2))
    else:
        _show(outlook, console)
    return 1 if any(problem.severity == "error" for problem in examined.checked.problems) else 0


def status_words(status: str) -> Words:
    """How a document stands."""
    return STATUS[status]


def _show(outlook: Outlook, console: Console) -> None:
    told = ((DUE if one.is_due else CURRENT, status_words(one.row["status"]), one.target) for one in outlook.files)
    rows = [(due.in_(console.lang), status.in_(console.lang), target) for due, status, target in told]
    console.table(("", "", ""), rows)
    for refused in outlook.refused:
        console.result(f"{Words('不能制作', 'refused').in_(console.lang)}  {refused.kind} {refused.subject}")
    for path in outlook.gone:
        console.result(f"{Words('将移除', 'to remove').in_(console.lang)}  {path}")
    if outlook.left_out:
        zh, _, en = outlook.left_out.partition("\n")
        console.say(Words(f"不做 PDF：{zh}", f"PDFs would be left out: {en}"))
    console.say(_counted(outlook))


def _counted(outlook: Outlook) -> Words:
    files, due = len(outlook.files), sum(one.is_due for one in outlook.files)
    return Words(
        f"共 {files} 个文件：{due} 个将制作，{files - due} 个没有变化", f"{counted(files, 'file')}: {due} to make, {files - due} up to date"
    )


def _as_json(file: Foreseen) -> dict[str, object]:
    told = {name: file.row[name] for name in ("path", "kind", "subject", "status")}
    reasons = [{"zh": reason.zh, "en": reason.en} for reason in file.reasons]
    return {**told, "due": file.is_due, "reasons": reasons}
