"""What was worked out before is told again as long as no answer it rests on has changed."""

import hashlib
import json
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from auditdocs.entry import Step
from auditdocs.recent import Recent
from auditdocs.shelf import Read
from auditdocs.store import Batch, Folded, Kept, as_text

KINDS = ("check", "row", "document")
ASKED_BY_STEPS = ("row",)  # where no step of another kind had to be worked out, nobody asks for these
READ = 16_000_000  # signs of the rows that are held as data; as data they take some five times as much


class Steps:
    """The steps of a workspace by kind and name; `pending` marks what changed since those of a kind were worked out."""

    def __init__(self, kept: Callable[[str], dict[str, Kept]], pending: Mapping[str, Iterable[int]]) -> None:
        self._kept = kept  # what is remembered of a kind
        self._pending = {kind: set(pending.get(kind, ())) for kind in KINDS}
        self._known: dict[str, dict[str, Kept]] = {}
        self._stale: dict[str, dict[str, Kept]] = {}  # those of the known whose answers have changed
        self._new: dict[str, Folded] = {kind: Folded() for kind in KINDS}
        self._asked: dict[str, set[str]] = {kind: set() for kind in KINDS}
        self._read: Recent[str, Any] = Recent(READ)  # rows as data: several registers look at each

    def recall(self, kind: str, name: str, step: Step) -> Any:
        """The result of a step, worked out only where nothing is known that still holds."""
        self._open(kind)
        self._asked[kind].add(name)
        if kind in ASKED_BY_STEPS and (known := self._read.get(name)) is not None:
            return known
        kept = self._new[kind].get(name) or self._known[kind].get(name)
        if kept is None or not kept.text:
            reads, value = step()
            kept = self.learn(kind, name, reads, value)
        if kind in ASKED_BY_STEPS:
            return self._read.keep(name, json.loads(kept.text), len(kept.text))
        value = json.loads(kept.text)
        if name in self._known[kind]:
            self._known[kind][name] = Kept("", kept.reads)  # told once: what it said need not be held twice
        return value

    def learn(self, kind: str, name: str, reads: Iterable[Read], value: Any) -> Kept:
        """Take in what a step gave."""
        return self.take(kind, name, Kept(as_text(value), packed(reads)))

    def take(self, kind: str, name: str, kept: Kept) -> Kept:
        """Take in what a step gave elsewhere."""
        self._open(kind)
        self._new[kind][name] = kept
        self._read.forget(name)
        self._stale[kind].pop(name, None)
        return kept

    def is_known(self, kind: str, name: str) -> bool:
        """Whether a step need not be worked out."""
        self._open(kind)
        return name in self._new[kind] or name in self._known[kind]

    def text(self, kind: str, name: str) -> str:
        """The result of a step that is known, as JSON."""
        return (self._new[kind].get(name) or self._known[kind][name]).text

    def stale(self, kind: str) -> dict[str, str]:
        """The steps that have to be worked out anew, with what they gave before."""
        self._open(kind)
        return {name: kept.text for name, kept in self._stale[kind].items()}

    def changed(self, kind: str, reads: Iterable[Read]) -> None:
        """These answers have changed for the steps of a kind."""
        marks = set(map(mark, reads))
        self._pending[kind] |= marks
        if kind in self._known:  # else when it is opened
            self._set_aside(kind, marks)

    def forget(self, kind: str) -> None:
        """Nothing that is known of a kind holds."""
        self._open(kind)
        for name in self._known[kind]:
            self._read.forget(name)
        self._stale[kind].update(self._known[kind])
        self._known[kind].clear()

    def touched(self, kind: str, reads: Iterable[Read]) -> Iterator[str]:
        """The steps that asked one of these questions, whether they hold or not."""
        self._open(kind)
        marks = set(map(mark, reads))
        before = {name: kept.reads for held in (self._known[kind], self._stale[kind]) for name, kept in held.items()}
        return (name for name, reads in {**before, **self._new[kind].reads()}.items() if not marks.isdisjoint(array("Q", reads)))

    def batches(self, done: Iterable[str]) -> Iterator[Batch]:
        """What is to be remembered; of the kinds that are `done`, what is stale still or was not asked for is forgotten."""
        settled = frozenset(done)
        for kind in KINDS:
            gone = set(self._stale.get(kind, ())) if kind in settled else set()
            if kind in settled and kind not in ASKED_BY_STEPS:
                gone |= self._known.get(kind, {}).keys() - self._asked[kind]
            yield Batch(kind, self._new[kind], gone)

    def pending(self, done: Iterable[str]) -> dict[str, list[int]]:
        """What the next run must still hold against the steps of each kind."""
        settled = frozenset(done)
        return {kind: [] if kind in settled else sorted(self._pending[kind]) for kind in KINDS}

    def _open(self, kind: str) -> None:
        if kind not in self._known:
            self._known[kind] = self._kept(kind)
            self._stale[kind] = {}
            self._set_aside(kind, self._pending[kind])

    def _set_aside(self, kind: str, marks: set[int]) -> None:
        known = self._known[kind]
        for name in [name for name, kept in known.items() if not marks.isdisjoint(array("Q", kept.reads))] if marks else ():
            self._stale[kind][name] = known.pop(name)
            self._read.forget(name)


@lru_cache(maxsize=1 << 18)
def mark(read: Read) -> int:
    """A question as a number of 64 bits; two alike could only make too much stale, never too little."""
    return int.from_bytes(hashlib.blake2b("\0".join(read).encode("utf-8", "surrogateescape"), digest_size=8).digest(), "little")


def packed(reads: Iterable[Read]) -> bytes:
    """The marks of questions, in order."""
    return array("Q", sorted(set(map(mark, reads)))).tobytes()
