"""All commands: what may be typed → one call each. A command's module is imported when it is asked for."""

import os
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from auditdocs import __version__
from auditdocs.chosen import AS_OF, WORKERS, YES, Chosen, Commands, Day, pass_chosen
from auditdocs.problem import Lang

FORMATS = click.Choice(["text", "concise", "json", "github", "sarif"])
EXISTING = click.Path(path_type=Path)
NEW_EXAMPLES = """\b
可新建 what can be made:
  new customer --name NAME        客户 a customer
  new person --name NAME          人员 one of ours
  new audit --customer C0001      审核的联络单 the contact sheet of an audit
  new audit --customer C0001 --outbound   我司稽核客户：稽核通知和 audit.yaml an audit of ours: its notice and audit.yaml
  new audit AUD-2026-001          审核记录 audit.yaml, which quality writes before it signs for the contact sheet
  new plan|checklist|meetings|findings|conclusion|archive AUD-2026-001
  new car AUD-2026-001 --finding F01
  new submission AUD-2026-001     提交客户的资料 a package for the customer
  new criterion CSR-ACME-3.1      审核准则 what is audited against
  new question_bank CL-ACME-2026  题库 a question bank
  new programme 2027              年度客户审核方案 the audits of a year
  new policy XY-QP-CA-02          制度：首版或下一版 its first or next revision
  new change_request XY-QP-CA-01  更改申请单 a request to change a document
  new hold AUD-2026-001           冻结 a hold: nothing of it is destroyed
  new disposal|tombstone AUD-2022-004   到期处置、注销登记 a disposal, and what stays of the file
  new access_log 2026             档案查阅登记 who looked into the files in a year
  new template car                表单模板的副本 a copy of the templates of a form
"""


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.option("-C", "folder", type=EXISTING, default=".", metavar="DIR", help="工作区文件夹 · the workspace's folder")
@click.option("--lang", type=click.Choice(["zh", "en"]), help="提示语言 · language of messages")
@click.version_option(__version__, prog_name="auditdocs", help="版本 · version")
@click.pass_context
def app(context: click.Context, folder: Path, lang: Lang | None) -> None:
    """客户审核记录（YAML）变成审核所需的文件 · Records of customer audits become the documents an audit needs."""
    context.obj = Chosen(folder, lang)


@app.command()
@click.argument("paths", nargs=-1, type=EXISTING, metavar="[PATH]…")
@click.option("--format", "style", type=FORMATS, default="text", help="输出格式 · output format")
@click.option("--show-values", is_flag=True, help="显示记录中的文字 · show the records' own words")
@AS_OF
@pass_chosen
def check(chosen: Chosen, paths: tuple[Path, ...], style: Any, show_values: bool, as_of: date | None) -> int:
    """检查记录 · Check the records."""
    from auditdocs.commands.unchanged import check_unchanged

    console = chosen.console(show_values)
    code = check_unchanged(chosen.folder, console, paths, style, as_of)
    if code is not None:
        return code
    from auditdocs.commands.check import run_check

    return run_check(chosen.folder, console, paths, style, as_of)


@app.command()
@click.argument("patterns", nargs=-1, metavar="[PATTERN]…")
@click.option("--only", metavar="FORMATS", default="", help="只做这些格式，如 pdf,docx · only these formats")
@click.option("--variant", default="", help="检查表的版式 · variant of checklists: blank preparation on_site result")
@click.option(
    "--edition",
    type=click.Choice(["internal", "customer", "archive"]),
    default="internal",
    help="版别：内部、客户（不含内部内容）、归档（PDF/A-3 附 YAML）· for whom: the house, the customer, the archive",
)
@WORKERS
@AS_OF
@click.option("--plan", "plan_only", is_flag=True, help="只列出哪些将做、哪些没有变化 · only say what would be made and what is up to date")
@click.option("--force", "is_forced", is_flag=True, help="全部重做 · make everything, changed or not")
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", help="输出格式 · output format")
@pass_chosen
def build(
    chosen: Chosen,
    patterns: tuple[str, ...],
    only: str,
    variant: str,
    edition: Any,
    workers: int | None,
    as_of: date | None,
    plan_only: bool,
    is_forced: bool,
    style: Any,
) -> int:
    """制作文件 · Make the documents."""
    console = chosen.console()
    if not (patterns or only or variant or edition != "internal" or plan_only or is_forced):
        from auditdocs.commands.unchanged import build_unchanged

        code = build_unchanged(chosen.folder, console, as_of, style)
        if code is not None:
            return code
    from auditdocs.ahead import child_ahead

    with child_ahead(chosen.folder, has_pages=not plan_only and (not only or "pdf" in only)) as reserve:
        from auditdocs.commands.build import run_build, wanted_by

        wanted = wanted_by(patterns, only, variant, edition, workers or os.cpu_count() or 1, is_forced)
        return run_build(chosen.folder, console, wanted, as_of, plan_only, style, reserve)


@app.command()
@click.argument("target", metavar="TARGET")
@AS_OF
@pass_chosen
def why(chosen: Chosen, target: str, as_of: date | None) -> int:
    """文件为何要重做：哪个输入变了 · Why a file would be made again: which input changed."""
    from auditdocs.commands.why import run_why

    return run_why(chosen.folder, chosen.console(), target, as_of)


@app.command()
@click.argument("build", required=False, default=None, type=click.Path(path_type=Path, exists=True, file_okay=False), metavar="[BUILD]")
@click.option("--rebuild", "is_rebuilt", is_flag=True, help="另行重做一遍并比较 · make everything again elsewhere and compare")
@WORKERS
@pass_chosen
def verify(chosen: Chosen, build: Path | None, is_rebuilt: bool, workers: int | None) -> int:
    """核对输出文件夹与清单 · Hold what was made against its manifest."""
    from auditdocs.commands.verify import run_verify

    return run_verify(chosen.folder, chosen.console(), build, is_rebuilt, workers or os.cpu_count() or 1)


@app.command()
@click.argument("action", type=click.Choice(["info", "prune"]))
@pass_chosen
def cache(chosen: Chosen, action: str) -> int:
    """记忆和字体缓存：查看、清理 · What is remembered, and the cut fonts: show or clear out."""
    from auditdocs.commands.cache import run_cache

    return run_cache(chosen.folder, chosen.console(), action)


@app.command()
@click.option("--mine", metavar="PERSON", default="", help="只看某人 · only this person's")
@click.option("--days", type=click.IntRange(0, 3650), default=None, metavar="N", help="只看 N 天内到期 · only what falls due within N days")
@AS_OF
@pass_chosen
def todo(chosen: Chosen, mine: str, days: int | None, as_of: date | None) -> int:
    """接下来做什么、轮到谁 · What comes next and whose turn it is."""
    from auditdocs.commands.todo import run_todo

    return run_todo(chosen.folder, chosen.console(show_values=True), mine, days, as_of)


@app.command()
@AS_OF
@pass_chosen
def status(chosen: Chosen, as_of: date | None) -> int:
    """各审核与 CAR 的状态 · Audits and CARs by state."""
    from auditdocs.commands.todo import run_status

    return run_status(chosen.folder, chosen.console(), as_of)


@app.command()
@click.argument("code", required=False, default="", metavar="[CODE|RECORD|FIELD]")
@pass_chosen
def explain(chosen: Chosen, code: str) -> int:
    """解释一条规则、一种记录或一个字段 · Explain a code, a record or a field."""
    from auditdocs.commands.explain import run_explain

    return run_explain(chosen.console(), code)


@app.command(epilog=NEW_EXAMPLES)
@click.argument("kind", metavar="KIND")
@click.argument("subject", required=False, default="", metavar="[AUDIT|NUMBER|NAME]")
@click.option("--customer", default="", metavar="C0001", help="新审核的客户 · the new audit's customer")
@click.option("--finding", default="", metavar="F01", help="CAR 针对的发现项 · the finding the CAR is for")
@click.option("--bank", default="", metavar="CL-…", help="新检查表所用的题库 · question bank whose questions the new checklist takes")
@click.option("--name", default="", help="名称 · name or title")
@click.option("--outbound", is_flag=True, help="我司稽核客户 · we audit the customer")
@click.option("--year", type=click.IntRange(2000, 2100), default=None, help="审核年份 · year of the audit's planned start")
@AS_OF
@pass_chosen
def new(
    chosen: Chosen,
    kind: str,
    subject: str,
    customer: str,
    finding: str,
    bank: str,
    name: str,
    outbound: bool,
    year: int | None,
    as_of: date | None,
) -> int:
    """新建记录：取下一个编号，写好骨架 · A new record with the next number, explained."""
    from auditdocs.commands.new import run_new
    from auditdocs.commands.new_file import Asked

    asked = Asked(subject, customer, name, finding, year or 0, bank, outbound)
    return run_new(chosen.folder, chosen.console(show_values=True), kind, asked, as_of)


@app.command()
@click.argument("record", metavar="RECORD")
@click.option("--role", required=True, type=click.Choice(["prepared", "reviewed", "approved", "confirmed", "received"]), help="角色 · role")
@click.option("--by", default="", metavar="P0001", help="签署人；默认按 Git 邮箱 · who signs; else by the Git e-mail address")
@click.option("--comment", default="", metavar="TEXT", help="说明 · comment")
@click.option("--at", type=click.DateTime(["%Y-%m-%dT%H:%M"]), default=None, help="签署时间，默认现在 · when; else now")
@click.option("--yes", "is_sure", is_flag=True, help="不再询问 · do not ask")
@pass_chosen
def approve(chosen: Chosen, record: str, role: str, by: str, comment: str, at: datetime | None, is_sure: bool) -> int:
    """签署：写入谁、何时、内容摘要 · Sign a record: who, when, and the digest of its content."""
    from auditdocs.commands.approve import Signing, run_approve

    return run_approve(chosen.folder, chosen.console(show_values=True), Signing(record, role, by, comment, is_sure, at))


@app.command()
@click.argument("file", type=EXISTING, metavar="FILE")
@click.argument("record", metavar="RECORD")
@click.option("--name", default="", help="在 attachments/ 下的名称 · its name below attachments/")
@YES
@pass_chosen
def attach(chosen: Chosen, file: Path, record: str, name: str, is_agreed: bool) -> int:
    """给记录附上证据 · Put evidence beside its record."""
    from auditdocs.commands.attach import run_attach

    return run_attach(chosen.folder, chosen.console(), file, record, name, is_agreed)


@app.command()
@click.argument("audit", metavar="AUDIT")
@click.option("--number", default="", help="档号 · archive number")
@click.option("--place", default="", help="存放位置 · where it lies")
@click.option("--medium", default="", help="载体，如 电子与纸质 · such as: electronic and paper")
@click.option("--by", default="", metavar="PERSON", help="归档人 · who files it")
@click.option("--on", type=Day(), default=None, metavar="DATE", help="归档日期，默认今天 · the day it is filed; today")
@YES
@pass_chosen
def file(chosen: Chosen, audit: str, number: str, place: str, medium: str, by: str, on: date | None, is_agreed: bool) -> int:
    """审核归档：登记档号和位置，列出卷内目录 · File an audit: its number and place, and a list of all that is in it."""
    from auditdocs.commands.file import Filed, run_file

    return run_file(chosen.folder, chosen.console(), audit, Filed(number, by, place, medium, on), is_agreed)


@app.command()
@click.argument("old", metavar="OLD")
@YES
@pass_chosen
def renumber(chosen: Chosen, old: str, is_agreed: bool) -> int:
    """换下一个编号：路径和引用一起改 · The next number for a record, in its path and in all references."""
    from auditdocs.commands.renumber import run_renumber

    return run_renumber(chosen.folder, chosen.console(), old, is_agreed)


@app.command()
@click.argument("target", type=EXISTING, metavar="DIR")
@pass_chosen
def init(chosen: Chosen, target: Path) -> int:
    """建立自己的工作区 · A workspace of your own, ready to build."""
    from auditdocs.commands.init import run_init

    return run_init(target, chosen.console())


@app.command()
@click.option("--check", "check_only", is_flag=True, help="只检查是否最新 · only say whether they are current")
@pass_chosen
def schema(chosen: Chosen, check_only: bool) -> int:
    """编辑器用的 schema · Schemas for editors."""
    from auditdocs.commands.schema import run_schema

    return run_schema(chosen.folder, chosen.console(), check_only)


@app.command()
@pass_chosen
def doctor(chosen: Chosen) -> int:
    """检查本机、模板和制度的历次版本 · What this machine and the templates lack, and which approved revisions Git remembers otherwise."""
    from auditdocs.commands.doctor import run_doctor

    return run_doctor(chosen.folder, chosen.console())
