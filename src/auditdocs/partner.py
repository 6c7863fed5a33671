"""A second process that reads and judges half of a large workspace, while this one does the other half.

It is forked, so that it starts with all that is known here; what it finds comes back as plain data. Where it dies, its half is done here.
"""

import multiprocessing
import queue
import signal
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from auditdocs.check import judge, units
from auditdocs.entry import Records, recall_nothing
from auditdocs.load import put_together
from auditdocs.room import Rooms
from auditdocs.steps import Steps, packed
from auditdocs.store import Kept, as_text
from auditdocs.survey import Row, Rows, Sight, no_entries, read, survey
from auditdocs.workspace import Seen

WORTH_IT = 300  # files to read; below, a fork costs more than it saves


@dataclass(slots=True)
class Partner:
    """The second process, if there is one."""

    connection: Connection | None = None
    process: BaseProcess | None = None
    share: frozenset[str] = frozenset()  # the files it reads
    hearing: threading.Thread | None = None
    judged: "queue.SimpleQueue[object]" = field(default_factory=queue.SimpleQueue)  # what it has told; None: it has died

    def rows(self) -> dict[str, Row]:
        """What it has read of its share; nothing where it has died."""
        told = self._receive()
        return told if isinstance(told, dict) else {}

    def ask(self, rows: Rows, as_of: date, names: Sequence[str]) -> None:
        """Tell it what the whole workspace is, and which units to judge; it is heard meanwhile, or it would wait with a full pipe."""
        self._send((rows, as_of, tuple(names)))
        if self.connection is not None:
            self.hearing = threading.Thread(target=_hear, args=(self.connection, len(names), self.judged), daemon=True)
            self.hearing.start()

    def learn(self, steps: Steps, count: int) -> None:
        """Take in what it has judged."""
        if self.hearing is not None:
            for told in (self.judged.get() for _ in range(count)):
                if not isinstance(told, tuple):
                    return
                steps.take("check", *told)

    def end(self) -> None:
        """It holds nothing worth keeping."""
        if self.process is not None and self.connection is not None:
            self.process.kill()
            self.process.join()
            self.process.close()
            if self.hearing is not None:
                self.hearing.join()  # it hears the end: what it listens to must not be closed under it
            self.connection.close()
        self.connection = self.process = None

    def _send(self, message: object) -> None:
        try:
            if self.connection is not None:
                self.connection.send(message)
        except OSError:
            self.end()

    def _receive(self) -> object:
        try:
            return self.connection.recv() if self.connection is not None else None
        except (OSError, EOFError):
            self.end()
            return None


def _hear(connection: Connection, count: int, judged: "queue.SimpleQueue[object]") -> None:
    try:
        for _ in range(count):
            judged.put(connection.recv())
    except (OSError, EOFError):
        judged.put(None)


def find_partner(sight: Sight) -> Partner:
    """Somebody for half of the files that are due, where there are many and the system can fork."""
    if len(sight.due) < WORTH_IT or sys.platform != "linux" or multiprocessing.cpu_count() < 2:
        return Partner()
    share = _half(sight.due)
    fork = multiprocessing.get_context("fork")
    here, there = fork.Pipe()
    process = fork.Process(target=_work, args=(there, here, sight, share), daemon=True)
    process.start()
    there.close()
    return Partner(here, process, frozenset(one.name for one in share))


def judge_together(partner: Partner, records: Records, rooms: Rooms, steps: Steps, rows: Rows, as_of: date) -> None:
    """Work out the judgements that are due, each half where its records were read; what was read last is still open, so it is first."""
    due = {name: members for name, members in reversed(units(records).items()) if not steps.is_known("check", name)}
    theirs = [name for name, members in due.items() if members[0].path in partner.share]
    partner.ask(rows, as_of, theirs)
    for name, members in due.items():
        if members[0].path not in partner.share:
            records.told("check", name, partial(judge, rooms=rooms, unit=name, members=members))
    partner.learn(steps, len(theirs))


def _half(due: Sequence[Seen]) -> tuple[Seen, ...]:
    """Every other folder, so that what belongs together is read in one place."""
    folders = {folder: number for number, folder in enumerate(dict.fromkeys(_folder(one.name) for one in due))}
    return tuple(one for one in due if folders[_folder(one.name)] % 2)


def _folder(name: str) -> str:
    """An audit's folder whole; else the folder a file lies in."""
    parts = name.split("/")
    return "/".join(parts[:4] if parts[1:2] == ["audits"] else parts[:-1])


def _work(connection: Connection, other_end: Connection, sight: Sight, share: Sequence[Seen]) -> None:
    """What the second process does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who asked decides when to stop
    other_end.close()
    entries = no_entries()
    try:
        connection.send(read(sight, share, entries))
        rows, as_of, names = connection.recv()
        found, settings = survey(sight, rows, entries), sight.workspace.settings
        nothing = recall_nothing()
        loaded = put_together(found.readings, found.opened, sight.rooms, as_of, settings, found.attachments, found.sums, {}, nothing)
        members = units(loaded.records)
        for name in names:
            watched = loaded.records.watched()
            value = judge(watched, sight.rooms, name, members[name])
            connection.send((name, Kept(as_text(value), packed(watched.reads))))
    except (OSError, EOFError):
        return  # the one who asked has gone
