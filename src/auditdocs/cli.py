"""A command line → what was asked for is done, and the exit code, whatever happens."""

import gc
import os
import signal
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import NoReturn

import click

from auditdocs import __version__
from auditdocs.chosen import default_language
from auditdocs.command_line import app
from auditdocs.console import Console
from auditdocs.interruption import heeded, is_pressed
from auditdocs.problem import AuditdocsError, Lang, Words
from auditdocs.usage import wrong_usage


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run a command; the one place that exits."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    gc.set_threshold(100_000, 50, 50)  # records are kept to the end: looking for garbage all the time costs a fifth
    signal.signal(signal.SIGTERM, _terminated)
    sys.exit(run(list(sys.argv[1:] if arguments is None else arguments)))


def run(arguments: list[str]) -> int:
    """Run a command line; its exit code."""
    try:
        code = app.main(arguments, prog_name="auditdocs", standalone_mode=False)
        sys.stdout.flush()
        return int(code or 0)
    except AuditdocsError as error:
        Console.of(_asked_language(arguments)).fault(error)
        return error.exit
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return 2
    except click.ClickException as error:
        Console.of(_asked_language(arguments)).say(wrong_usage(error))
        return 2
    except (KeyboardInterrupt, click.Abort):
        _interrupted(arguments)
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        from auditdocs.store.files import refused_by_machine

        Console.of(_asked_language(arguments)).fault(refused_by_machine(error))
        return 3
    except Exception:
        if is_pressed():  # where Ctrl-C meets a library, it may come out as some other complaint
            _interrupted(arguments)
            return 130
        _our_fault(_asked_language(arguments))
        return 70


def _interrupted(arguments: list[str]) -> None:
    heeded()
    Console.of(_asked_language(arguments)).say(Words("已中断", "interrupted"))


def _our_fault(lang: Lang) -> None:
    """Say that it is our fault, and leave a report to hand in."""
    import platform
    import tempfile
    import traceback

    report = f"auditdocs {__version__}, Python {platform.python_version()}, {platform.system()}\n\n{traceback.format_exc()}"
    try:
        with tempfile.NamedTemporaryFile("w", prefix="auditdocs-", suffix=".txt", delete=False, encoding="utf-8") as file:
            file.write(report)
    except OSError:  # no place for it: then it is told here
        Console.of(lang).say(Words(f"这是 auditdocs 自己的错误：\n{report}", f"this is a fault of auditdocs:\n{report}"))
        return
    Console.of(lang).say(
        Words(
            f"这是 auditdocs 自己的错误，不是记录的错误。请把报告交给维护者：{file.name}",
            f"this is a fault of auditdocs, not of your records; please hand this report in: {file.name}",
        )
    )


def _terminated(number: int, frame: object) -> NoReturn:
    sys.exit(143)


def _asked_language(arguments: Sequence[str]) -> Lang:
    """The language of messages when the command line itself could not be read."""
    for flag, value in pairwise(arguments):
        if flag == "--lang" and value in ("zh", "en"):
            return "en" if value == "en" else "zh"
    folder = next((value for flag, value in pairwise(arguments) if flag == "-C"), ".")
    return default_language(Path(folder))
