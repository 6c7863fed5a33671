"""New controlled texts: the next revision of a policy, and copies of the shipped templates that then win."""

from typing import Any

from auditdocs.commands.new_file import Asked, NewFile, demand_name, file_of, samples_of, taken
from auditdocs.documents import KINDS
from auditdocs.examine import Examined
from auditdocs.problem import AuditdocsError, did_you_mean
from auditdocs.records import ROOMS
from auditdocs.records.control.policy import Policy, revision_of, revisions
from auditdocs.records.ids import POLICY
from auditdocs.render.templates import default_roots, find
from auditdocs.skeleton import next_number, skeleton, yaml_text


def new_policy(examined: Examined, asked: Asked) -> tuple[NewFile, ...]:
    """The next revision of a policy from the newest, without its signatures; or the first of a new one."""
    records = examined.loaded.records
    if not asked.subject:
        raise AuditdocsError("请写明文件编号：new policy XY-QP-CA-02", "name the document: new policy XY-QP-CA-02")
    if not ROOMS.types["policy"].match(f"policies/{asked.subject}/A-0.md"):
        raise AuditdocsError(
            f"{asked.subject} 不是文件编号，写法如 XY-QP-CA-02", f"{asked.subject} is no document number; it looks like XY-QP-CA-02"
        )
    known = sorted(key.partition("/")[2] for key in records.keys(Policy, asked.subject))
    if not known:
        name = asked.name or demand_name("制度", "policy")
        return (NewFile(f"records/policies/{asked.subject}/A-0.md", _policy(examined, f"{asked.subject} A/0", name)),)
    newest = records.get(Policy, f"{asked.subject}/{known[-1]}")
    if newest and newest.record.effective_on is None:
        raise AuditdocsError(
            f"{known[-1]} 还没有生效日：请继续编辑 {newest.path}", f"{known[-1]} has no effective date yet: go on with {newest.path}"
        )
    revision = _next_revision(known[-1])
    body = str(newest.record.body or "") if newest else ""
    title = str(newest.record.title) if newest else asked.subject
    return (
        NewFile(
            f"records/policies/{asked.subject}/{revision}.md",
            _policy(examined, f"{asked.subject} {revision.replace('-', '/')}", title, body),
        ),
    )


def _policy(examined: Examined, number: str, title: str, body: str = "") -> bytes:
    chapters = ("目的", "适用范围", "定义", "职责", "流程图", "工作程序", "相关文件", "记录", "附则")
    text = body or "\n\n".join(f"## {number} {chapter}\n\n无" for number, chapter in enumerate(chapters, start=1))
    room: Any = ROOMS.types["policy"]
    head = skeleton(room, number, {"title": yaml_text(title)}, None, samples_of(examined, "", "policy"))
    return f"---\n{head}---\n\n{text}\n".encode()


def _next_revision(revision: str) -> str:
    """A-0 → A-1 … A-9 → B-0."""
    letter, digit = revision[0], int(revision[2])
    return f"{letter}-{digit + 1}" if digit < 9 else f"{chr(ord(letter) + 1)}-0"


def new_change_request(examined: Examined, asked: Asked) -> tuple[NewFile, ...]:
    """A request to change a document, from its newest revision to the next."""
    if not asked.subject or not POLICY.fits(asked.subject):
        raise AuditdocsError(
            "请写明文件或表单的编号：new change_request XY-QP-CA-01", "name the document or form: new change_request XY-QP-CA-01"
        )
    number = next_number(f"DCR-{asked.year or examined.as_of.year}-{{:03d}}", taken(examined, "change_request"))
    given = {"document": asked.subject, "requested_on": examined.as_of.isoformat()}
    found = revisions(examined.loaded.records, asked.subject)
    if found:
        newest = revision_of(found[-1].key)
        given |= {"from_revision": newest, "to_revision": _next_revision(newest.replace("/", "-")).replace("-", "/")}
    return (file_of(examined, "change_request", number, given, request=number),)


def new_template(examined: Examined, asked: Asked) -> tuple[NewFile, ...]:
    """The shipped templates of a kind, copied into the workspace, where they then win."""
    if not asked.subject:
        known = "、".join(KINDS), ", ".join(KINDS)
        raise AuditdocsError(
            f"请写明文件种类：new template car；可用：{known[0]}", f"name the document kind: new template car; known: {known[1]}"
        )
    if asked.subject not in KINDS:
        meant = did_you_mean(asked.subject, KINDS)
        raise AuditdocsError(
            f"没有文件种类 {asked.subject}；可用：{'、'.join(KINDS)}{meant.zh}",
            f"no document kind {asked.subject}; known: {', '.join(KINDS)}{meant.en}",
        )
    roots = default_roots(examined.workspace.root)
    names = [f"{template}.{ending}" for template in KINDS[asked.subject].templates for ending in ("docx", "html")]
    found = ((name, find(roots, name)) for name in names)
    return tuple(NewFile(f"templates/{name}", path.read_bytes()) for name, path in found if path)
