"""`auditdocs renumber`: a record that has not left the house gets the next number, in its path and in all references to it."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from auditdocs.commands.new_file import taken
from auditdocs.commands.proposal import Change, carry_out
from auditdocs.console import Console
from auditdocs.examine import examine
from auditdocs.front_matter import read_front_matter
from auditdocs.problem import AuditdocsError, Words
from auditdocs.records import ROOMS
from auditdocs.room import RecordType
from auditdocs.skeleton import next_number
from auditdocs.source import Loc, Source, parse, scalars
from auditdocs.source_text import encoded_as
from auditdocs.workspace import read_contents
from auditdocs.yaml_edit import with_values

NUMBER = re.compile(r"([A-Z]{3})-([0-9]{4})-([0-9]{3,4})")
LEFT = ("customer_confirmation", "customer_car_no", "sent_to_customer_at")  # the customer knows the number
ANSWERS = ("responses", "sent")
Files = Mapping[str, bytes]  # every record by its path


def run_renumber(folder: Path, console: Console, old: str, is_agreed: bool) -> int:
    """Propose the new number, the moved file and the changed references, and write what was agreed to."""
    examined = examine(folder)
    files = {file.path: file.content for file in read_contents(examined.workspace).files}
    path, room = _meant(files, old)
    number = Path(path).stem
    new = next_number(f"{number[:9]}{{:0{len(number) - 9}d}}", taken(examined, room.name))
    moved = str(Path(path).with_name(f"{new}.yaml"))
    others = _claimants(files, number) != (path,)
    changes, mentions = _references(files, path, number, new, only_beside=others)
    own = next((one for one in changes if one.path == path), None)
    content = own.after if own else files[path]
    changes = [one for one in changes if one.path != path]
    if carry_out(examined.workspace.root, console, [Change(moved, None, content), *changes, Change(path, files[path], None)], is_agreed):
        console.result(f"{number} → {new}")
    for mention in mentions:
        console.say(
            Words(f"文字中也提到 {number}，请自行核对：{mention}", f"{number} is also named in a text, see for yourself: {mention}")
        )
    return 0


def _meant(files: Files, old: str) -> tuple[str, RecordType[Any]]:
    """The one file that is meant by a number or a path."""
    found = (old.removeprefix("./"),) if old.endswith(".yaml") else _claimants(files, old)
    there = [path for path in found if path in files]
    paths = [path for path in there if not _has_left(_source(files, path))]
    if there and not paths:
        raise AuditdocsError(
            f"{'、'.join(there)} 已经给过客户，编号不能再改；请与客户商定",
            f"the customer has {', '.join(there)} under this number, so it stays; settle it with the customer",
            exit=1,
        )
    if not paths:
        raise AuditdocsError(
            f"没有可以改号的 {old}；请写 CAR 等的编号（CAR-2026-0031）或文件路径",
            f"there is no {old} to renumber; write the number of a CAR or the like (CAR-2026-0031), or the path of its file",
        )
    if len(paths) > 1:
        raise AuditdocsError(
            f"{old} 有 {len(paths)} 个文件，请写明路径：{'、'.join(paths)}", f"{old} has {len(paths)} files; name one: {', '.join(paths)}"
        )
    room = next((one for one in ROOMS.types.values() if one.match(paths[0].removeprefix("records/"))), None)
    if room is None or room.key in ("{audit}", "{customer}", "{person}") or not NUMBER.fullmatch(Path(paths[0]).stem):
        raise AuditdocsError(
            f"{paths[0]} 的编号不能更改：审核、客户和人员的编号就是它们的文件夹或文件",
            f"the number of {paths[0]} cannot be changed: audits, customers and people are their folders and files",
        )
    return paths[0], room


def _claimants(files: Files, number: str) -> tuple[str, ...]:
    return tuple(path for path in files if Path(path).name == f"{number}.yaml")


def _source(files: Files, path: str) -> Source:
    source = parse(path, files[path])
    if not isinstance(source, Source):
        raise AuditdocsError(f"{path} 无法读取：auditdocs check", f"{path} cannot be read: auditdocs check", exit=1)
    return source


def _has_left(source: Source) -> bool:
    """Whether the customer knows it by this number."""
    responses = source.data.get(ANSWERS[0], []) if isinstance(source.data, dict) else []
    sent = any(isinstance(one, dict) and ANSWERS[1] in one for one in responses) if isinstance(responses, list) else False
    return sent or any(source.has((name,)) for name in LEFT)


def _references(files: Files, path: str, old: str, new: str, only_beside: bool) -> tuple[list[Change], tuple[str, ...]]:
    """The records that refer to a number, with the new one; and where a text names it.

    Of two that have one number only the records of the same audit are meant.
    """
    home = str(Path(path).parents[1])
    changes, mentions = [], []
    for place, content in files.items():
        if old.encode() not in content:
            continue
        source = read_front_matter(place, content) if place.endswith(".md") else parse(place, content)
        if not isinstance(source, Source):
            continue
        exact = {loc: new for loc, text in scalars(source.root) if text == old}
        is_own = not only_beside or place.startswith(f"{home}/")
        mentions += [f"{place}:{source.place(loc).line}" for loc in _mentioned(source, old)]
        if exact and is_own and not place.endswith(".md"):
            changes.append(Change(place, content, encoded_as(content, with_values(source, exact))))
        elif exact:
            mentions += [f"{place}:{source.place(loc).line}" for loc in exact]
    return changes, tuple(sorted(mentions))


def _mentioned(source: Source, old: str) -> Iterator[Loc]:
    """Texts that name a number among other words; the folder of its attachments keeps its name."""
    return (loc for loc, text in scalars(source.root) if old in text and text != old and not text.startswith(f"{old}/"))
