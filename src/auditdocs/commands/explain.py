"""`auditdocs explain`: what a code means and what to do about it; what may be written in a kind of record, or in one field of it."""

from typing import Any

from auditdocs.catalogue import Explained, catalogue
from auditdocs.console import SEVERITY, Console
from auditdocs.field import label
from auditdocs.problem import AuditdocsError, Words, did_you_mean
from auditdocs.records import ROOMS
from auditdocs.room import RecordType
from auditdocs.skeleton import field_by_itself, fields_of, row_by_itself


def run_explain(console: Console, code: str) -> int:
    """Explain one code, one kind of record or one of its fields; or list all codes."""
    known, fields = catalogue(), _fields()
    if not code:
        console.table(
            ("code", Words("说明", "what it says").in_(console.lang)), [(one.code, one.what.in_(console.lang)) for one in known.values()]
        )
    elif code in known:
        _explain(console, known[code])
    elif code in ROOMS.types:
        _explain_record(console, ROOMS.types[code])
    elif code in fields:
        _explain_field(console, fields[code], code.partition(".")[2])
    else:
        every = Words("；auditdocs explain 列出全部代码", "; `auditdocs explain` lists all codes")
        meant = did_you_mean(code, [*known, *ROOMS.types, *fields], every)
        raise AuditdocsError(f"没有 {code} 这个代码、记录或字段{meant.zh}", f"no code, record or field is called {code}{meant.en}")
    return 0


def _fields() -> dict[str, RecordType[Any]]:
    """`contact_sheet.mode` → the kind of record it stands in."""
    return {f"{room.name}.{name}": room for room in ROOMS.types.values() for name in fields_of(room)}


def _explain(console: Console, one: Explained) -> None:
    console.result(f"{one.code}  {SEVERITY[one.severity].in_(console.lang)}")
    for words in (one.what, one.advice):
        if words.zh:
            console.result(f"  {words.zh}")
            console.result(f"  {words.en}")
    if one.source:
        console.result(f"  {Words('依据', 'Source').in_(console.lang)}: {one.source}" + (f" ({one.catalogue})" if one.catalogue else ""))
    if one.at.zh:
        console.result(f"  {Words('何时算错', 'When it is an error').in_(console.lang)}: {one.at.in_(console.lang)}")
    if one.firm:
        console.result(f"  {Words('不能豁免', 'cannot be waived').in_(console.lang)}")


def _explain_record(console: Console, room: RecordType[Any]) -> None:
    """Where it lies and what may stand in it."""
    names = fields_of(room)
    console.result(f"{room.title.zh} {room.title.en}  records/{room.path}")
    for line in row_by_itself(room, console.lang) if not names else ():
        console.result(line)
    if names:
        heads = (Words("字段", "field").in_(console.lang), Words("名称", "label").in_(console.lang))
        console.table(heads, [(f"{room.name}.{name}", f"{label(room.model, name).zh} {label(room.model, name).en}") for name in names])
        console.say(Words(f"某个字段：auditdocs explain {room.name}.{names[-1]}", f"one field: auditdocs explain {room.name}.{names[-1]}"))


def _explain_field(console: Console, room: RecordType[Any], name: str) -> None:
    """As it stands in a new record."""
    for line in field_by_itself(room, name, console.lang):
        console.result(line)
