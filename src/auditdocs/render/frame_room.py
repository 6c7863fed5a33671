"""A function → the same function, with room for deep calls below it.

CPython keeps the frames of calls in pieces of 16 kB and gives a piece back to the system as soon as a call returns out of
it. Where a deep recursion, as WeasyPrint's layout is one, swings about such a border, each call asks the system for memory
and returns it: a tenth of the time a page takes. Called from a frame that needs a large piece, all calls below find room in it.
"""

from collections.abc import Callable
from types import FunctionType
from typing import TypeVar

Called = TypeVar("Called", bound=Callable[..., object])

FRAME_SLOTS = 70_000  # 560 kB, rounded up to a piece of 1 MB; never touched, so it costs addresses only


def with_room(function: Called) -> Called:
    """The same function; what it calls finds room for its frames in one piece."""
    if isinstance(function, FunctionType):
        function.__code__ = function.__code__.replace(co_stacksize=FRAME_SLOTS)
    return function
