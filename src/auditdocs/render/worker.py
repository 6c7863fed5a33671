"""The child side of a rendering worker: pickled jobs come in on stdin, bytes or refusals go out on stdout."""

import gc
import os
import pickle
import queue
import signal
import struct
import sys
import tempfile
import threading
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from auditdocs.document import Refusal
from auditdocs.problem import Sentence
from auditdocs.render import fill
from auditdocs.render.frame_room import with_room
from auditdocs.render.press import Order, Press

MEMORY_LIMIT = Sentence(
    "document.memory-limit",
    zh="生成该文件需要的内存超过上限",
    en="making this document takes more memory than allowed",
    do_zh="请缩短记录中的文字，或将文件按年度、客户拆分",
    do_en="shorten the texts of the record, or cut the document by year or customer",
)
SENTENCES = (MEMORY_LIMIT,)

_HEADER = struct.Struct("!Q")
READY = b"ready"


@dataclass(frozen=True, slots=True)
class Fault:
    """Our own fault in the child, for the parent to raise."""

    trace: str


def send(stream: IO[bytes], message: object) -> None:
    """Write one message with its length before it."""
    content = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(_HEADER.pack(len(content)) + content)
    stream.flush()


def receive(stream: IO[bytes]) -> object:
    """Read one message; EOFError where the other side has gone."""
    (length,) = _HEADER.unpack(_exactly(stream, _HEADER.size))
    return pickle.loads(_exactly(stream, length))  # our own parent or child wrote it


def _exactly(stream: IO[bytes], length: int) -> bytes:
    content = stream.read(length)
    if len(content) < length:
        raise EOFError
    return content


def main(memory: int) -> None:
    """Serve jobs until the parent is gone, also in the middle of one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when to stop
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not stand among the answers
    messages: queue.SimpleQueue[object] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, messages), daemon=True).start()
    press = messages.get()
    if not isinstance(press, Press):
        raise TypeError("the first message is the press")
    fault = _warm(press)  # while it may not yet be known what is to be printed
    _keep_temporary_files_in(messages.get())
    send(answers, fault or READY)
    _limit_memory(memory)
    _serve(messages, answers, press)


@with_room
def _serve(messages: "queue.SimpleQueue[object]", answers: IO[bytes], press: Press) -> None:
    while isinstance(order := messages.get(), Order):
        send(answers, _answer(order, press))
        gc.collect()


def _listen(stream: IO[bytes], messages: "queue.SimpleQueue[object]") -> None:
    while True:
        try:
            messages.put(receive(stream))
        except (EOFError, OSError):
            os._exit(0)  # a child never outlives its parent


def _keep_temporary_files_in(folder: object) -> None:
    if not isinstance(folder, Path):
        raise TypeError("the second message is the folder for temporary files")
    os.environ.update(dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(folder)))
    tempfile.tempdir = str(folder)


def _warm(press: Press) -> OSError | Fault | None:
    """Import what pages need now; the collector then has nothing old to look at. What went wrong."""
    try:
        from auditdocs.render import pdf

        pdf.warm(press)
    except OSError as error:
        return error
    except Exception:
        return Fault(traceback.format_exc())
    gc.collect()
    gc.freeze()
    gc.disable()
    return None


def _limit_memory(size: int) -> None:
    if sys.platform != "win32":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (size, hard))


def _answer(order: Order, press: Press) -> object:
    try:
        return fill(order, press)
    except MemoryError:
        return Refusal(MEMORY_LIMIT)
    except OSError as error:  # a full disk, no permission: the parent says what the machine refused
        return error
    except Exception:  # told to the parent, which raises it as our own fault
        return Fault(traceback.format_exc())
