"""`auditdocs approve`: who agrees to a record, when, and to which content; what would not be right is not written."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from difflib import unified_diff
from pathlib import Path

from auditdocs.check import check
from auditdocs.commands.signer import signer
from auditdocs.commands.telling import texts_of
from auditdocs.commands.which_record import which_record
from auditdocs.console import Console
from auditdocs.entry import AnyEntry, Entry
from auditdocs.examine import Examined, examine
from auditdocs.filing import read_entry
from auditdocs.inputs import File
from auditdocs.insertion import insert_item
from auditdocs.load import load
from auditdocs.problem import AuditdocsError, Problem, Words
from auditdocs.records import ROOMS
from auditdocs.records.approval_rules import digest_of
from auditdocs.records.base import ROLE, Approval, approval
from auditdocs.skeleton import yaml_text
from auditdocs.store import write_file
from auditdocs.workspace import find_workspace, read_contents

ALONE = ("prepared", "reviewed", "approved")  # one person signs in one of these (001a 二)


@dataclass(frozen=True, slots=True)
class Signing:
    """What was asked for."""

    record: str
    role: str
    by: str = ""
    comment: str = ""
    is_sure: bool = False
    at: datetime | None = None


def run_approve(folder: Path, console: Console, asked: Signing, now: datetime | None = None) -> int:
    """Show what would be written, ask, and write it."""
    moment = now or datetime.now(find_workspace(folder).settings.zone).replace(second=0, microsecond=0, tzinfo=None)
    examined = examine(folder, moment.date())
    entry = which_record(examined, folder, asked.record)
    person = signer(examined, asked.by)
    digest = digest_of(entry, examined.loaded.records)
    _demand_role(entry, asked.role)
    _refuse_again(entry, asked.role, person, digest)
    before = (examined.workspace.root / entry.path).read_bytes()
    after = insert_item(before, entry.source, "approvals", _item(asked, person, asked.at or moment, digest))
    _demand_the_same(examined, entry, after)
    wrong = tuple(_wrong_then(examined, entry, after))
    if wrong:
        console.problems(wrong, "text", texts_of(console, examined.workspace, wrong))
        console.say(Words("没有签署：请先改正以上问题", "not signed: correct this first"))
        return 1
    _show(console, entry.path, before, after)
    if not (asked.is_sure or console.agrees(Words("写入？", "Write this?"))):
        console.say(Words("没有写入；加 --yes 直接写入", "nothing was written; --yes writes without asking"))
        return 0
    write_file(examined.workspace.root / entry.path, after)
    said = ROLE.label(asked.role)
    console.say(Words(f"已签署（{said.zh}）：{entry.path}", f"signed ({said.en.lower()}): {entry.path}"))
    return 0


def _item(asked: Signing, person: str, at: datetime, digest: str) -> str:
    """The approval as one line of YAML."""
    comment = f", comment: '{asked.comment.replace(chr(39), chr(39) * 2)}'" if asked.comment else ""
    return f"{{role: {yaml_text(asked.role)}, person: {person}, at: {at:%Y-%m-%dT%H:%M}{comment}, content_sha256: {digest}}}"


def _demand_role(entry: AnyEntry, role: str) -> None:
    """Each kind of record is signed in roles of its own."""
    room = ROOMS.types[entry.type]
    if room.signed_as and role not in room.signed_as:
        roles = ", ".join(room.signed_as)
        raise AuditdocsError(
            f"{room.title.zh}不以 {role} 签署；可用：{roles}", f"a {room.title.en.lower()} is not signed as {role}; choose one of: {roles}"
        )


def _refuse_again(entry: AnyEntry, role: str, person: str, digest: str) -> None:
    """Nobody signs what is signed, and nobody signs in two roles."""
    signed, words = approval(entry.record, role), ROLE.label(role)
    if signed and signed.content_sha256 == digest:
        who = signed.person or (signed.external.name if signed.external else "?")
        raise AuditdocsError(
            f"{entry.path} 已由 {who} 在 {signed.at:%Y-%m-%d %H:%M} 签署（{words.zh}），之后内容没有改过",
            f"{entry.path} was signed by {who} on {signed.at:%Y-%m-%d %H:%M} ({words.en.lower()}), and nothing was changed since",
            exit=1,
        )
    others = (one for one in entry.record.approvals if one.role in ALONE and one.role != role and one.person == person)
    other = next(others, None) if role in ALONE else None
    if other:
        earlier = ROLE.label(other.role)
        raise AuditdocsError(
            f"{person} 已签署“{earlier.zh}”，不能再签“{words.zh}”：编制、审核、批准须由三个人签署",
            f"{person} signed as '{earlier.en.lower()}' and cannot sign as '{words.en.lower()}': these take three persons",
            exit=1,
        )


def _demand_the_same(examined: Examined, entry: AnyEntry, after: bytes) -> None:
    """Read strictly what would be written: the same record with one approval more, or nothing is written."""
    made = read_entry(File(entry.path, after), ROOMS.types[entry.type], entry.key, entry.scope, examined.workspace.settings)
    if isinstance(made, Entry):
        added: tuple[Approval, ...] = made.record.approvals
        if added[:-1] == entry.record.approvals and made.record.model_copy(update={"approvals": entry.record.approvals}) == entry.record:
            return
    raise AuditdocsError(
        f"{entry.path} 的写法不能安全地加一行；请把 approvals 改写成每条一行（“- ”开头）再试",
        f"{entry.path} is written in a way that a line cannot be added to safely; write 'approvals' one a line, behind '- ', and try again",
        exit=1,
    )


def _wrong_then(examined: Examined, entry: AnyEntry, after: bytes) -> Iterator[Problem]:
    """The errors of the record once it is signed, and those that signing it would bring elsewhere."""
    contents = read_contents(examined.workspace)
    files = tuple(replace(file, content=after) if file.path == entry.path else file for file in contents.files)
    loaded = load(files, ROOMS, examined.as_of, examined.workspace.settings, contents.attachments, contents.sums)
    known = {_told(one) for one in examined.checked.problems}
    for problem in check(loaded.records, ROOMS, loaded.problems).problems:
        if problem.severity == "error" and (problem.place.path == entry.path or _told(problem) not in known):
            yield problem


def _told(problem: Problem) -> tuple[str, str, str]:
    return (problem.place.path, problem.code, problem.message("en", show_values=True))


def _show(console: Console, path: str, before: bytes, after: bytes) -> None:
    """The lines that change."""
    for line in unified_diff(_lines(before), _lines(after), path, path, lineterm="", n=2):
        console.result(line)


def _lines(content: bytes) -> list[str]:
    return content.decode("utf-8").splitlines()
