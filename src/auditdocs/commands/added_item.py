"""A record and one more item of one of its lists → the change of its file, read again before anybody may write it."""

from auditdocs.commands.proposal import Change
from auditdocs.entry import AnyEntry, Entry
from auditdocs.examine import Examined
from auditdocs.filing import read_entry
from auditdocs.inputs import File
from auditdocs.insertion import insert_item
from auditdocs.problem import AuditdocsError
from auditdocs.records import ROOMS


def with_item(examined: Examined, entry: AnyEntry, name: str, item: str) -> Change:
    """The record with an item, written as YAML on one line, at the end of a list."""
    before = (examined.workspace.root / entry.path).read_bytes()
    after = insert_item(before, entry.source, name, item)
    _demand_the_same(examined, entry, name, after)
    return Change(entry.path, before, after)


def _demand_the_same(examined: Examined, entry: AnyEntry, name: str, after: bytes) -> None:
    """Read strictly what would be written: the same record with one item more, or nothing is written."""
    made = read_entry(File(entry.path, after), ROOMS.types[entry.type], entry.key, entry.scope, examined.workspace.settings)
    if isinstance(made, Entry):
        had = getattr(entry.record, name)
        if getattr(made.record, name)[:-1] == had and made.record.model_copy(update={name: had}) == entry.record:
            return
    raise AuditdocsError(
        f"{entry.path} 的写法不能安全地加一行；请把 {name} 改写成每条一行（“- ”开头）再试",
        f"{entry.path} is written in a way that a line cannot be added to safely; write '{name}' one a line, behind '- ', and try again",
        exit=1,
    )
