"""`auditdocs doctor`: prints what this machine and the templates lack, and what became of approved revisions."""

from pathlib import Path

from auditdocs.console import Console
from auditdocs.doctor import Finding, examine_machine, examine_revisions, examine_templates
from auditdocs.problem import AuditdocsError, Words
from auditdocs.workspace import find_workspace


def run_doctor(folder: Path, console: Console) -> int:
    """3 where the machine lacks something, 1 where a template or a revision is wrong."""
    try:
        workspace = find_workspace(folder)
        fonts = tuple(str((workspace.root / name).resolve()) for name in workspace.fonts.values())
        findings = [*examine_machine(fonts), *examine_templates(workspace.root), *examine_revisions(workspace)]
    except AuditdocsError as error:
        findings = [*examine_machine(), Finding(Words("工作区", "workspace"), False, Words(error.zh, error.en), is_machine=False)]
    for finding in findings:
        console.result(_line(finding, console))
    bad = [finding for finding in findings if not finding.is_good]
    if any(finding.is_machine for finding in bad):
        return 3
    return 1 if bad else 0


def _line(finding: Finding, console: Console) -> str:
    mark = Words("好  ", "ok     ") if finding.is_good else Words("缺失", "MISSING") if finding.is_machine else Words("有误", "WRONG  ")
    return f"{mark.in_(console.lang)}  {finding.what.in_(console.lang)}  {finding.more.in_(console.lang)}".rstrip()
