"""Parts of a page that were written before: told again as long as they would be made from the same."""

from collections.abc import Callable
from typing import Any

from auditdocs.store.memory import Memory

SPACE = "fragment"


class Fragments:
    """What was written, by name."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._known: dict[str, Any] = memory.all(SPACE)
        self._new: dict[str, Any] = {}
        self._asked: set[str] = set()

    def __call__(self, name: str, made_from: str, make: Callable[[], list[Any]]) -> list[Any]:
        """A part of the page."""
        self._asked.add(name)
        known = self._known.get(name)
        if known is None or known["from"] != made_from:
            known = self._new[name] = {"from": made_from, "part": make()}
        part: list[Any] = known["part"]
        return part

    def keep(self) -> None:
        """Write down what is new, forget what nobody asked for."""
        self._memory.put(SPACE, self._new, forget=self._known.keys() - self._asked)
