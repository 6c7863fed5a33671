"""A rendering child: a process that is begun, told, heard and ended; what it says goes to a queue."""

import os
import queue
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from auditdocs.document import Job
from auditdocs.render import Press
from auditdocs.render.worker import receive, send

START_LIMIT_SECONDS = 60.0
MEMORY_LIMIT_BYTES = 1 << 30

Process = subprocess.Popen[bytes]


@dataclass(slots=True, eq=False)
class Child:
    """One child and what it is doing."""

    process: Process
    deadline: float
    job: Job | None = None
    is_ready: bool = False
    done: int = 0


Answers = queue.SimpleQueue[tuple[Child | None, object]]  # from nobody: what is made without a child


def begin(press: Press) -> Process:
    """Start a process that imports what this press prints with."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    command = [sys.executable, "-c", f"from auditdocs.render.worker import main; main({MEMORY_LIMIT_BYTES})"]
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, env=environment)
    tell(process, press)
    return process


@contextmanager
def in_reserve(press: Press | None) -> Iterator[deque[Process]]:
    """A process that is begun before it is known what it will make; it ends here where nobody took it."""
    reserve = deque([begin(press)] if press else [])
    try:
        yield reserve
    finally:
        for process in reserve:
            end(process)


def hired(process: Process, temporary: Path, answers: Answers) -> Child:
    """A child that puts its temporary files here and is heard from now on."""
    child = Child(process, time.monotonic() + START_LIMIT_SECONDS)
    threading.Thread(target=_hear, args=(child, answers), daemon=True).start()
    tell(process, temporary)
    return child


def tell(process: Process, message: object) -> None:
    """Send to a child; one that is gone is noticed by the thread that hears it."""
    if process.stdin is not None:
        try:
            send(process.stdin, message)
        except OSError:
            return


def end(process: Process) -> None:
    """End a child; it holds nothing worth keeping."""
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            _close(stream)


def _hear(child: Child, answers: Answers) -> None:
    """Pass on what a child says until it falls silent."""
    stream = child.process.stdout
    while stream is not None:
        try:
            answers.put((child, receive(stream)))
        except (EOFError, OSError, ValueError):
            answers.put((child, EOFError()))
            return


def _close(stream: object) -> None:
    try:
        stream.close()  # type: ignore[attr-defined]  # a pipe with unsent bytes complains when its reader has gone
    except OSError:
        return
