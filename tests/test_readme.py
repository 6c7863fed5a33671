"""The README and the pages beside it are true: commands, exit codes, documents, links, and the first ten minutes as they are told."""

import ast
import re
import shlex
import subprocess
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from auditdocs.cli import main
from auditdocs.command_line import app
from auditdocs.document import DocumentKind
from auditdocs.documents import KINDS
from tools.pictures import LIMIT, PAGES, PICTURES
from tools.readme import READMES, WIDTH, part, part_in

REPOSITORY = Path(__file__).resolve().parents[1]
WRITTEN = sorted([*REPOSITORY.glob("*.md"), *REPOSITORY.glob("docs/**/*.md")])
DAY = "2026-11-23"  # on which the first ten minutes were written down
LINK = re.compile(r"(?:\]\(|src=\"|href=\")([^)\"#\s]+)")
NAMED = re.compile(r"`((?:src|tests|templates|tools|records|docs|schemas)/[\w./-]+)`")
BLOCK = re.compile(r"```(console|yaml)\n(.*?)```", re.DOTALL)
COMMIT, SECONDS = re.compile(r"@ [0-9a-f]{7}"), re.compile(r"\d+\.\d+(?= s\b| ?秒)")


@pytest.mark.parametrize("name", READMES)
def test_the_part_about_commands_is_current(name: str) -> None:
    assert part_in(name) == part(READMES[name]), "run: python -m tools.readme"


@pytest.mark.parametrize("command", ["", *app.commands])
def test_the_part_about_commands_is_what_help_prints(command: str) -> None:
    printed = CliRunner().invoke(app, [*filter(None, [command]), "--help"], prog_name="auditdocs", terminal_width=WIDTH).output
    assert printed.partition("\nCommands:")[0].strip() in part_in("README.md")


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.name)
def test_every_link_leads_to_a_file(path: Path) -> None:
    links = {link for link in LINK.findall(_prose(path)) if not link.startswith(("http", "mailto:"))}
    assert [link for link in sorted(links) if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("name", [*READMES, "docs/architecture.md", "docs/templates.md", "docs/templates.zh.md"])
def test_every_file_that_is_named_is_there(name: str) -> None:
    ours = {named for named in NAMED.findall(_prose(REPOSITORY / name)) if not named.startswith(("templates/car", "templates/customers"))}
    assert [named for named in sorted(ours) if not (REPOSITORY / named).exists()] == []


def test_the_storeys_are_those_that_imports_are_held_to() -> None:
    contract = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"][0]
    drawn = (REPOSITORY / "docs/architecture.md").read_text("utf-8").partition("\n## The storeys")[2].split("```")[1]
    assert [line.partition("  ")[0] for line in drawn.strip().splitlines()] == contract["layers"]


def test_both_readmes_have_the_same_parts_pictures_and_links() -> None:
    english, chinese = (_prose(REPOSITORY / name) for name in READMES)
    assert len(re.findall(r"^#+ ", english, re.MULTILINE)) == len(re.findall(r"^#+ ", chinese, re.MULTILINE))
    told = [[link.replace(".zh.md", ".md") for link in LINK.findall(text)] for text in (english, chinese)]
    assert told[0] == told[1]


@pytest.mark.parametrize("name", READMES)
def test_the_exit_codes_are_those_of_the_program(name: str) -> None:
    text = (REPOSITORY / name).read_text("utf-8")
    told = {int(code) for row in re.findall(r"^\| ([\d, ]+) \|", text, re.MULTILINE) for code in row.split(",")}
    assert told == set(_exit_codes())


@pytest.mark.parametrize("name", READMES)
@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_every_kind_of_document_stands_in_the_table_with_its_formats(kind: DocumentKind, name: str) -> None:
    [row] = [line for line in (REPOSITORY / name).read_text("utf-8").splitlines() if line.startswith("|") and f"`{kind.name}`" in line]
    assert set(row.rstrip(" |").rpartition("|")[2].strip().split(", ")) == set(kind.formats)
    assert f"docs/pictures/{kind.name}.png" in row


def test_the_pictures_are_those_of_the_tool_and_small() -> None:
    assert {path.stem for path in PICTURES.glob("*")} == set(PAGES)
    assert all(path.stat().st_size <= LIMIT for path in PICTURES.glob("*.png"))


@pytest.mark.pdf
@pytest.mark.parametrize("name", READMES)
def test_the_first_ten_minutes_go_as_they_are_told(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", {"en": "en_US.UTF-8", "zh": "zh_CN.UTF-8"}[READMES[name]])
    for variable in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{variable}_NAME", "Sample")
        monkeypatch.setenv(f"GIT_{variable}_EMAIL", "sample@example.com")
    steps = tuple(_steps((REPOSITORY / name).read_text("utf-8").split("\n## ")[2]))
    assert sum(step.command.startswith("auditdocs") for step in steps) == 6
    for step in steps:
        output = _carry_out(step, READMES[name], monkeypatch, capsys)
        assert _missing(step.output, output) == [], f"{step.command}\n{output}"


@dataclass(frozen=True)
class Step:
    """A command of the page and what it is said to print; or a file to write, whose first line names it."""

    command: str
    output: tuple[str, ...] = ()
    file: str = ""


def _steps(text: str) -> Iterator[Step]:
    for language, block in BLOCK.findall(text):
        if language == "yaml":
            yield Step("", file=block)
            continue
        for one in block.split("$ ")[1:]:
            command, *output = one.rstrip("\n").split("\n")
            yield Step(command, tuple(output))


def _carry_out(step: Step, lang: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    words = shlex.split(step.command)
    if step.file:
        Path(step.file.partition("\n")[0].removeprefix("# ")).write_text(step.file, "utf-8")
    elif words[0] == "cd":
        monkeypatch.chdir(words[1])
    elif words[0] == "git":
        subprocess.run(words, check=True, capture_output=True)
        _choose(lang)
    elif words[0] == "auditdocs":
        return _run(words[1:], capsys)
    return ""


def _choose(lang: str) -> None:
    """The page says: write `languages = ["en"]` in `auditdocs.toml`."""
    settings = Path("auditdocs.toml")
    settings.write_text(settings.read_text("utf-8").replace('languages = ["zh"]  ', f'languages = ["{lang}"]  '), "utf-8")


def _run(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """Run a command on the page's day, as on a terminal; mistakes are mended once `check` has shown them."""
    if arguments[0] in ("check", "todo", "new", "build"):
        arguments = [*arguments, "--as-of", DAY]
    if arguments[0] == "check":
        arguments = [*arguments, "--show-values"]
    with pytest.raises(SystemExit):
        main(arguments)
    if arguments[0] == "check":
        _mend(Path("records/audits/2026/AUD-2026-001/contact_sheet.yaml"))
    printed = capsys.readouterr()
    return printed.out + printed.err


def _mend(sheet: Path) -> None:
    text = sheet.read_text("utf-8").replace("计划开始", "planned_start").replace("visitor_cuont", "visitor_count")
    sheet.write_text(text.replace("2027-01-32", "2027-01-13"), "utf-8")


def _missing(told: tuple[str, ...], output: str) -> list[str]:
    """The lines that the page tells and the program did not print."""
    printed = {_timeless(line) for line in output.splitlines()}
    return [line for line in told if line != "…" and _timeless(line) not in printed]


def _timeless(line: str) -> str:
    return SECONDS.sub("0.0", COMMIT.sub("@ 0000000", line))


def _prose(path: Path) -> str:
    """A page without its code blocks, which tell of other places."""
    return re.sub(r"```.*?```", "", path.read_text("utf-8"), flags=re.DOTALL)


def _exit_codes() -> Iterator[int]:
    """Every number with which the program can end."""
    for path in sorted((REPOSITORY / "src/auditdocs").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.keyword(arg="exit", value=ast.Constant(value=int(code))):
                    yield code
                case ast.Call(func=ast.Attribute(value=ast.Name(id="sys"), attr="exit"), args=[ast.Constant(value=int(code))]):
                    yield code
                case ast.FunctionDef() if path.name == "cli.py" or path.parent.name == "commands":
                    if node.name == "run" or node.name.startswith("run_") or node.name == "_exit_code":
                        yield from _returned(node)


def _returned(function: ast.FunctionDef) -> Iterator[int]:
    for node in ast.walk(function):
        if isinstance(node, ast.Return) and node.value is not None:
            values = [node.value.body, node.value.orelse] if isinstance(node.value, ast.IfExp) else [node.value]
            yield from (one.value for one in values if isinstance(one, ast.Constant) and type(one.value) is int)
