"""One build at a time in one folder; the lock of a process that has died holds nobody up."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from auditdocs.problem import AuditdocsError
from auditdocs.store.files import machine_refusals

if sys.platform == "win32":
    import msvcrt

    _FAR_AWAY = 1 << 30  # a locked byte cannot be read by others, who want to read the owner's number

    def _take(file: IO[bytes]) -> None:
        file.seek(_FAR_AWAY)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def hold(lock: Path, folder: Path) -> Iterator[None]:
    """Hold the lock of an output folder; the system lets go of it when the process ends, however it ends."""
    with machine_refusals(lock):
        lock.parent.mkdir(parents=True, exist_ok=True)
        file = lock.open("a+b")
    with file:
        try:
            _take(file)
        except (BlockingIOError, PermissionError):
            raise _is_held(lock, folder) from None
        with machine_refusals(lock):
            file.truncate(0)
            file.write(str(os.getpid()).encode())
            file.flush()
        yield  # the file stays: to remove it would let two others lock two files of one name


def _is_held(lock: Path, folder: Path) -> AuditdocsError:
    owner = lock.read_text(encoding="ascii", errors="replace") or "?"
    return AuditdocsError(
        zh=f"另一个生成过程（进程 {owner}）正在写入 {folder}（锁文件 {lock}）。请等它结束后重试。",
        en=f"another build (process {owner}) is writing to {folder} (lock {lock}); wait until it has ended and try again",
        exit=3,
    )
