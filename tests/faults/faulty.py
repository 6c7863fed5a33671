"""File operations below a folder, each announced before it happens, so that one of them can fail or be the last.

For a forked process that ends soon: nothing is put back.
"""

import builtins
import errno
import io
import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EMFILE)

Happens = Callable[[str, str], None]  # operation, path


@dataclass(slots=True)
class Fault:
    """Let the n-th operation fail, or all from the n-th on, or let it be the last thing this process does."""

    number: int
    error: int = 0  # none: kill -9
    lasts: bool = False
    met: int = 0

    def __call__(self, operation: str, path: str) -> None:
        self.met += 1
        if self.met == self.number or (self.lasts and self.met > self.number):
            if not self.error:
                os.kill(os.getpid(), signal.SIGKILL)
            raise OSError(self.error, os.strerror(self.error), path)


@dataclass(slots=True)
class Record:
    """Write down each operation instead."""

    file: Path

    def __call__(self, operation: str, path: str) -> None:
        descriptor = _os_open(self.file, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        os.write(descriptor, f"{operation}\t{path}\n".encode())
        os.close(descriptor)


_os_open, _io_open = os.open, io.open


def announce(folders: tuple[Path, ...], happens: Happens) -> None:
    """Tell of every operation on files below these folders from now on."""
    tops = tuple(str(folder) for folder in folders)

    def tell(operation: str, path: Any) -> None:
        if not isinstance(path, int) and os.fsdecode(path).startswith(tops):
            happens(operation, os.fsdecode(path))

    def opened(path: Any, mode: str = "r", *more: Any, **named: Any) -> Any:
        tell("read" if mode.startswith("r") and "+" not in mode else "open", path)
        file = _io_open(path, mode, *more, **named)
        return file if mode.startswith("r") else _Halfway(file, lambda: tell("write", path))

    def opened_folder(path: Any, *more: Any, **named: Any) -> int:
        tell("open", path)
        return _os_open(path, *more, **named)

    vars(builtins)["open"] = vars(io)["open"] = opened
    known = vars(os)
    known["open"] = opened_folder
    for name in ("replace", "unlink", "remove", "mkdir", "rmdir", "chmod", "scandir"):
        known[name] = _announced(name, known[name], tell)
    known["fsync"] = _announced("fsync", os.fsync, lambda operation, _: happens(operation, ""))


def _announced(name: str, real: Callable[..., Any], tell: Callable[[str, Any], None]) -> Callable[..., Any]:
    def operation(*arguments: Any, **named: Any) -> Any:
        tell(name, arguments[0])
        return real(*arguments, **named)

    return operation


class _Halfway:
    """A file whose every write stops in the middle, where a full disk or a kill would cut it."""

    def __init__(self, file: Any, stop: Callable[[], None]) -> None:
        self._file, self._stop = file, stop

    def write(self, content: Any) -> int:
        half = len(content) // 2
        self._file.write(content[:half])
        self._file.flush()
        self._stop()
        self._file.write(content[half:])
        return len(content)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def __enter__(self) -> "_Halfway":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()
