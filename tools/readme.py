"""What `--help` prints → the part about commands in README.md and README.zh.md; `--check` says whether it is current."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from auditdocs.command_line import app
from auditdocs.problem import Lang, Words

REPOSITORY = Path(__file__).parents[1]
READMES: dict[str, Lang] = {"README.md": "en", "README.zh.md": "zh"}
BEGIN, END = "<!-- commands: made by `python -m tools.readme` -->", "<!-- end of commands -->"
WIDTH = 110
BEFORE = Words("写在命令之前的选项", "Options before the command")


def main(arguments: list[str]) -> int:
    """Renew the part in both files, or with --check name the files in which it is out of date."""
    stale = [name for name, lang in READMES.items() if part_in(name) != part(lang)]
    for name in stale:
        print(name)  # noqa: T201  (this is a tool)
        if "--check" not in arguments:
            _renew(REPOSITORY / name, part(READMES[name]))
    return 1 if stale and "--check" in arguments else 0


def part(lang: Lang) -> str:
    """All commands with all options, in the words of `--help`."""
    return "\n".join(["", *_group(lang), ""])


def part_in(name: str) -> str:
    """The part as it stands in a file."""
    text = (REPOSITORY / name).read_text("utf-8")
    return text.partition(f"{BEGIN}\n")[2].partition(END)[0]


def help_of(name: str = "") -> str:
    """What `auditdocs NAME --help` prints on a wide terminal."""
    top = click.Context(app, info_name="auditdocs", terminal_width=WIDTH, **app.context_settings)
    return app.commands[name].get_help(click.Context(app.commands[name], info_name=name, parent=top)) if name else app.get_help(top)


def _group(lang: Lang) -> Iterator[str]:
    yield "| | |"
    yield "|---|---|"
    for name, command in sorted(app.commands.items()):
        yield f"| `auditdocs {name}` | {_said(command.help or '', lang)} |"
    yield from _folded(BEFORE.in_(lang), help_of().partition("\nCommands:")[0])
    for name in sorted(app.commands):
        yield from _folded(f"<code>auditdocs {name}</code>", help_of(name))


def _folded(title: str, text: str) -> Iterator[str]:
    yield from ("", f"<details><summary>{title}</summary>", "", "```text", text.strip(), "```", "", "</details>")


def _said(both: str, lang: Lang) -> str:
    """One language of `中文 · English.`"""
    zh, _, en = both.strip().partition(" · ")
    return zh if lang == "zh" else en.rstrip(".")


def _renew(path: Path, text: str) -> None:
    whole = path.read_text("utf-8")
    before, _, rest = whole.partition(f"{BEGIN}\n")
    path.write_text(f"{before}{BEGIN}\n{text}{END}{rest.partition(END)[2]}", "utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
