"""The only printer: problems, tables and progress, for a terminal, for logs and for programs."""

import json
import os
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal, TextIO

from auditdocs import __version__
from auditdocs.problem import AuditdocsError, Lang, Problem, Severity, Words

Style = Literal["text", "concise", "json", "github", "sarif"]
SEVERITY: Mapping[Severity, Words] = {"error": Words("错误", "error"), "warning": Words("警告", "warning")}
STAGES = {"check": Words("检查", "check"), "render": Words("制作", "render")}
_COLOURS = {"error": "31", "warning": "33", "code": "2", "place": "1", "mark": "36", "good": "32"}


@dataclass(frozen=True, slots=True)
class Console:
    """Where results and everything else go, and in which language."""

    lang: Lang
    out: TextIO
    err: TextIO
    show_values: bool = False
    colour: bool = False
    answers: TextIO = field(default_factory=lambda: sys.stdin)

    @classmethod
    def of(cls, lang: Lang, show_values: bool = False) -> "Console":
        """The console of this process; free text is shown on a terminal only."""
        terminal = sys.stdout.isatty()
        return cls(lang, sys.stdout, sys.stderr, show_values or terminal, terminal and "NO_COLOR" not in os.environ)

    def say(self, words: Words) -> None:
        """A line beside the results."""
        print(words.in_(self.lang), file=self.err, flush=True)

    def result(self, line: str = "") -> None:
        """A line of the result."""
        print(line, file=self.out)

    def agrees(self, question: Words) -> bool:
        """Ask; where nobody can be asked the answer is no."""
        answer = self.asks(question, "y/N")
        return answer.lower() in ("y", "yes", "是")

    def asks(self, question: Words, default: str = "") -> str:
        """What somebody answers; the default where the answer is empty, nothing where nobody can be asked."""
        if not self.answers.isatty():
            return ""
        print(f"{question.in_(self.lang)} [{default}] ", end="", file=self.err, flush=True)
        return self.answers.readline().strip() or default

    def fault(self, error: AuditdocsError) -> None:
        """Why we cannot go on."""
        print(self._paint("auditdocs: ", "error") + error.message(self.lang), file=self.err, flush=True)

    def problems(self, problems: Sequence[Problem], style: Style, texts: Mapping[str, str], codes: Iterable[Any] = ()) -> None:
        """All problems in one of the formats."""
        match style:
            case "text":
                for problem in problems:
                    self._text(problem, texts.get(problem.place.path, ""))
            case "concise":
                for problem in problems:
                    self.result(f"{_where(problem)}: {problem.severity} {problem.code} {problem.message(self.lang, self.show_values)}")
            case "json":
                self.result(json.dumps([as_json(one, self.show_values) for one in problems], ensure_ascii=False, indent=2))
            case "github":
                for problem in problems:
                    self.result(_github(problem, self.lang, self.show_values))
            case "sarif":
                self.result(json.dumps(_sarif(problems, self.show_values), ensure_ascii=False, indent=2))

    def _text(self, problem: Problem, text: str) -> None:
        what, advice = problem.what(self.lang, self.show_values), problem.advice(self.lang, self.show_values)
        severity = self._paint(SEVERITY[problem.severity].in_(self.lang), problem.severity)
        self.result(f"{self._paint(_where(problem), 'place')}  {severity} {what}  {self._paint(problem.code, 'code')}")
        if text and self.show_values:
            self._snippet(problem, text, advice)
        elif advice:
            self.result(f"      → {advice}")

    def _snippet(self, problem: Problem, text: str, advice: str) -> None:
        lines = text.split("\n")
        place = problem.place
        if place.line > len(lines):
            return
        line = lines[place.line - 1]
        end = place.end_column if place.end_line == place.line else len(line) + 1
        before, under = line[: place.column - 1], line[place.column - 1 : end - 1] or " "
        self.result(f"{place.line:>5} │ {_cut(line)}")
        caret = " " * width(before) + self._paint("^" * min(max(1, width(under)), 60), problem.severity)
        self.result(f"      │ {caret} {advice}".rstrip() if width(before) < 100 else f"      │ {advice}")

    def table(self, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """A table whose columns are as wide as what they hold, Chinese counted as two."""
        listed = [list(heads), *[list(row) for row in rows]]
        widths = [max(width(row[column]) for row in listed) for column in range(len(heads))]
        for number, row in enumerate(listed):
            line = "  ".join(pad(cell, size) for cell, size in zip(row, widths, strict=True)).rstrip()
            self.result(self._paint(line, "place") if number == 0 else line)

    @contextmanager
    def progress(self) -> Iterator[Callable[[str, int, int, str], None]]:
        """A bar on a terminal, a plain line now and then in a log."""
        if not self.err.isatty():
            yield self._plain_progress
            return
        from rich.console import Console as Screen
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[what]}"))
        with Progress(*columns, console=Screen(file=self.err), transient=True) as bar:
            task = bar.add_task("render", total=None, what="")
            yield lambda stage, done, of, what: bar.update(
                task, description=STAGES[stage].in_(self.lang), completed=done, total=of, what=_cut(what, 50)
            )

    def _plain_progress(self, stage: str, done: int, of: int, what: str) -> None:
        if of and (done == of or done % 25 == 0):
            print(f"{STAGES[stage].in_(self.lang)} {done}/{of}", file=self.err, flush=True)

    def _paint(self, words: str, colour: str) -> str:
        return f"\x1b[{_COLOURS[colour]}m{words}\x1b[0m" if self.colour else words


def width(text: str) -> int:
    """Columns on a terminal: Chinese characters take two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 0 if unicodedata.combining(sign) else 1 for sign in text)


def pad(text: str, columns: int) -> str:
    """A text as wide as a column."""
    return text + " " * (columns - width(text))


def as_json(problem: Problem, show_values: bool = False) -> dict[str, Any]:
    """A problem as programs read it."""
    place = problem.place
    return {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "code": problem.code,
        "severity": problem.severity,
        "message": {"zh": problem.message("zh", show_values), "en": problem.message("en", show_values)},
        "source": problem.sentence.source,
    }


def _where(problem: Problem) -> str:
    return f"{problem.place.path}:{problem.place.line}:{problem.place.column}"


def _cut(line: str, limit: int = 160) -> str:
    return line if len(line) <= limit else line[:limit] + "…"


def _github(problem: Problem, lang: Lang, show_values: bool) -> str:
    place = problem.place
    spot = f"file={_property(place.path)},line={place.line},col={place.column},endLine={place.end_line},endColumn={place.end_column}"
    return f"::{problem.severity} {spot},title={_property(problem.code)}::{_data(problem.message(lang, show_values))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _sarif(problems: Sequence[Problem], show_values: bool) -> dict[str, Any]:
    sentences = {problem.code: problem.sentence for problem in problems}
    rules = [
        {"id": code, "shortDescription": {"text": f"{sentence.zh} {sentence.en}"}, "help": {"text": sentence.source or code}}
        for code, sentence in sorted(sentences.items())
    ]
    driver = {"name": "auditdocs", "version": __version__, "rules": rules}
    results = [_sarif_result(problem, show_values) for problem in problems]
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
    }


def _sarif_result(problem: Problem, show_values: bool) -> dict[str, Any]:
    place = problem.place
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
    message = f"{problem.message('zh', show_values)} / {problem.message('en', show_values)}"
    location = {"physicalLocation": {"artifactLocation": {"uri": place.path}, "region": region}}
    return {"ruleId": problem.code, "level": problem.severity, "message": {"text": message}, "locations": [location]}
