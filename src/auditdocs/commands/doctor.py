"""`auditdocs doctor`: prints what this machine and the templates lack, and what became of approved revisions."""

from pathlib import Path

from auditdocs.console import Console
from auditdocs.doctor import Finding, examine_machine, examine_revisions, examine_templates
from auditdocs.examine import examine
from auditdocs.problem import AuditdocsError, Words
from auditdocs.records.house.customer import Customer
from auditdocs.render.templates import customers_files, default_roots
from auditdocs.workspace import Workspace, find_workspace


def run_doctor(folder: Path, console: Console) -> int:
    """3 where the machine lacks something, 1 where a template or a revision is wrong."""
    try:
        workspace = find_workspace(folder)
        fonts = tuple(str((workspace.root / name).resolve()) for name in workspace.fonts.values())
        templates = examine_templates(workspace.root, _customer_codes(workspace))
        findings = [*examine_machine(fonts), *templates, *examine_revisions(workspace)]
    except AuditdocsError as error:
        findings = [*examine_machine(), Finding(Words("工作区", "workspace"), False, Words(error.zh, error.en), is_machine=False)]
    for finding in findings:
        console.result(_line(finding, console))
    bad = [finding for finding in findings if not finding.is_good]
    if any(finding.is_machine for finding in bad):
        return 3
    return 1 if bad else 0


def _customer_codes(workspace: Workspace) -> tuple[str, ...]:
    """The codes of the customers, which the folders of their own templates are named after."""
    if not customers_files(default_roots(workspace.root)):
        return ()
    records = examine(workspace.root).loaded.records
    return tuple(one.record.code for one in records.all(Customer) if one.record.code)


def _line(finding: Finding, console: Console) -> str:
    mark = Words("好  ", "ok     ") if finding.is_good else Words("缺失", "MISSING") if finding.is_machine else Words("有误", "WRONG  ")
    return f"{mark.in_(console.lang)}  {finding.what.in_(console.lang)}  {finding.more.in_(console.lang)}".rstrip()
