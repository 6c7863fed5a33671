"""Ctrl-C that does not get lost.

Python raises KeyboardInterrupt wherever it is just then. Some places drop what is raised in them, such as the callbacks that run
while modules are imported: then a build would go on as if nobody had asked it to stop. So it is raised again until it is on its way.
"""

import signal
import sys
from types import FrameType

AGAIN_AFTER_SECONDS = 0.2
_presses: list[int] = []  # no Event: a second press within the first would wait for its lock for ever


def heed() -> None:
    """From now on Ctrl-C is heeded, unless whoever began this process has it ignored, as `nohup` does."""
    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        return
    signal.signal(signal.SIGINT, _interrupt)
    if hasattr(signal, "setitimer"):  # not on Windows
        signal.signal(signal.SIGALRM, _interrupt)


def is_pressed() -> bool:
    """Whether somebody has asked to stop; what is raised then may be the same in another guise."""
    return bool(_presses)


def heeded() -> None:
    """It has arrived and is not raised again, also where the time for that has just come."""
    if is_pressed() and hasattr(signal, "SIGALRM"):
        signal.signal(signal.SIGALRM, signal.SIG_IGN)


def _interrupt(number: int, frame: FrameType | None) -> None:
    """Interrupt what runs, but not what is being tidied up because of it."""
    _presses.append(number)
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, AGAIN_AFTER_SECONDS)
    if not _is_on_its_way(sys.exc_info()[1]):
        raise KeyboardInterrupt


def _is_on_its_way(error: BaseException | None) -> bool:
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__context__
    return error is not None
