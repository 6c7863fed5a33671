"""`auditdocs approve`: who agrees to a record, when, and to which content; what would not be right is not written."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from auditdocs.commands.added_item import with_item
from auditdocs.commands.proposal import Change, carry_out
from auditdocs.commands.signer import signer
from auditdocs.commands.telling import texts_of
from auditdocs.commands.which_record import which_record
from auditdocs.console import Console
from auditdocs.entry import AnyEntry
from auditdocs.examine import Examined, examine, supposing
from auditdocs.inputs import File
from auditdocs.problem import AuditdocsError, Problem, Words
from auditdocs.records import ROOMS
from auditdocs.records.approval_rules import digest_of
from auditdocs.records.base import ROLE, approval
from auditdocs.skeleton import yaml_text
from auditdocs.workspace import find_workspace

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
    change = with_item(examined, entry, "approvals", _item(asked, person, asked.at or moment, digest))
    wrong = tuple(_wrong_then(examined, change))
    if wrong:
        console.problems(wrong, "text", texts_of(console, examined.workspace, wrong))
        console.say(Words("没有签署：请先改正以上问题", "not signed: correct this first"))
        return 1
    if carry_out(examined.workspace.root, console, (change,), asked.is_sure):
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


def _wrong_then(examined: Examined, change: Change) -> Iterator[Problem]:
    """The errors of the record once it is signed, and those that signing it would bring elsewhere."""
    assert change.after is not None
    known = {_told(one) for one in examined.checked.problems}
    for problem in supposing(examined, File(change.path, change.after)).problems:
        if problem.severity == "error" and (problem.place.path == change.path or _told(problem) not in known):
            yield problem


def _told(problem: Problem) -> tuple[str, str, str]:
    return (problem.place.path, problem.code, problem.message("en", show_values=True))
