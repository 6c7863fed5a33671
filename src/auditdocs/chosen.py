"""What every command may be told beside its own words: the folder, the language, the day; and how its help speaks."""

import os
from datetime import date
from pathlib import Path
from typing import Any

import click

from auditdocs.console import Console
from auditdocs.problem import AuditdocsError, Lang


class Day(click.ParamType[date]):
    """A day as records write it."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value) if len(value) == 10 else self.fail(f"{value}: 2026-09-08")
        except ValueError:
            self.fail(f"{value}: 2026-09-08", param, ctx)


class Chosen:
    """What was said before the command: where the workspace is, and in which language to speak."""

    def __init__(self, folder: Path, lang: Lang | None) -> None:
        self.folder, self.lang = folder, lang

    def console(self, show_values: bool = False) -> Console:
        return Console.of(self.lang or default_language(self.folder), show_values)


class Spoken:
    """A command whose --help is explained in both languages."""

    def get_help_option(self, context: click.Context) -> click.Option | None:
        option = super().get_help_option(context)  # type: ignore[misc]  # of click.Command, which it is mixed into
        if isinstance(option, click.Option):
            option.help = "显示本说明 · show this help"
            return option
        return None


class Command(Spoken, click.Command):
    """One command."""


class Commands(Spoken, click.Group):
    """All commands."""

    command_class = Command


pass_chosen = click.make_pass_decorator(Chosen)
AS_OF = click.option("--as-of", type=Day(), metavar="DATE", help="以这一天为“今天” · take this day as today")
WORKERS = click.option("-j", "workers", type=click.IntRange(1, 64), default=None, metavar="N", help="并行数 · workers")
YES = click.option("--yes", "is_agreed", is_flag=True, help="不询问，直接写入 · write without asking")


def default_language(folder: Path) -> Lang:
    """The workspace's first language, else the locale's."""
    from auditdocs.workspace import find_workspace

    try:
        return find_workspace(folder).settings.languages[0]
    except (AuditdocsError, OSError):
        spoken = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
        return "zh" if spoken.lower().startswith("zh") or spoken.partition(".")[0] in ("", "C", "POSIX") else "en"
