import os
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import gettempdir

import pytest

from auditdocs.document import Due, Job, Refusal
from auditdocs.render import Order, Press
from auditdocs.render.fonts import prepare
from auditdocs.render.worker import READY, receive, send
from auditdocs.workers import render_all, time_limit
from tests.render import demo, word_template
from tests.render.conftest import press_with, press_with_html
from tests.render.test_xlsx import SHEET

pytestmark = pytest.mark.pdf

HANGS = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
SMALL = '<html lang="zh-CN"><p style="font-family: Auditdocs Sans">{{ demo.site }}'
HOARDS = "{% set a = namespace(x='x' * 9999) %}{% for _ in range(40) %}{% set a.x = a.x ~ a.x %}{% endfor %}"


class Deadly:
    """A view that ends the process that reads it."""

    def __reduce__(self) -> tuple[object, ...]:
        return (os._exit, (9,))


def job(number: int, **changes: object) -> Job:
    return replace(demo.job(), target=f"{number}.pdf", **changes)  # type: ignore[arg-type]  # fields of a Job


def with_view(made: Job, view: object) -> Job:
    return replace(made, document=replace(made.document, view=view))


@pytest.fixture
def small(tmp_path: Path) -> Press:
    (tmp_path / "slow").mkdir()
    (tmp_path / "slow" / "slow.html").write_text(HANGS)
    (tmp_path / "greedy").mkdir()
    (tmp_path / "greedy" / "greedy.html").write_text(HOARDS)
    return Press(press_with_html(tmp_path, SMALL).template_roots, prepare())


def results(jobs: list[Job], press: Press, workers: int = 2, seconds: float = 30.0) -> dict[str, bytes | Refusal]:
    return {job.target: result for job, result in render_all([Due.of(one) for one in jobs], press, workers, seconds=seconds)}


def test_every_job_comes_back_once_and_equal_jobs_give_equal_bytes(small: Press) -> None:
    made = [(one.target, result) for one, result in render_all([Due.of(job(number)) for number in range(9)], small, 2)]
    assert sorted(target for target, _ in made) == sorted(f"{number}.pdf" for number in range(9))
    assert len({result for _, result in made if isinstance(result, bytes)}) == 1


def test_word_and_excel_are_made_here_while_the_children_start(small: Press, tmp_path: Path) -> None:
    with_word = press_with(tmp_path, word_template.saved(word_template.made()))
    press = replace(small, template_roots=(*small.template_roots, *with_word.template_roots))
    word, sheet = replace(demo.job(form="docx"), target="a.docx"), replace(demo.job(SHEET, "xlsx"), target="a.xlsx")
    order = [
        one.target for one, result in render_all([Due.of(one) for one in (job(1), word, sheet)], press, 2) if isinstance(result, bytes)
    ]
    assert order == ["a.docx", "a.xlsx", "1.pdf"]


def test_without_pdf_no_child_is_started(small: Press) -> None:
    assert list(results([replace(demo.job(SHEET, "xlsx"), target="a.xlsx")], Press(()))) == ["a.xlsx"]


def test_a_job_that_takes_too_long_is_refused_and_the_others_are_made(small: Press) -> None:
    slow = replace(job(0), document=replace(demo.job().document, template="slow/slow"))
    made = results([slow, *(job(number) for number in range(1, 6))], small, seconds=4.0)
    refusal = made.pop("0.pdf")
    assert isinstance(refusal, Refusal)
    assert (refusal.sentence.code, refusal.facts["target"]) == ("document.time-limit", "0.pdf")
    assert all(isinstance(result, bytes) for result in made.values())


@dataclass(frozen=True, slots=True)
class Listed:
    """A register's view."""

    title: str
    rows: tuple[str, ...]


def test_a_register_may_take_longer_the_more_rows_it_has() -> None:
    limits = {rows: time_limit(with_view(job(0), Listed("CAR", ("row",) * rows)), 30.0) for rows in (0, 60, 200, 1000)}
    assert limits == {0: 30.0, 60: 30.0, 200: 30.0, 1000: 150.0}


def test_a_job_that_kills_its_worker_twice_is_refused_and_the_others_are_made(small: Press) -> None:
    made = results([with_view(job(0), Deadly()), *(job(number) for number in range(1, 6))], small)
    refusal = made.pop("0.pdf")
    assert isinstance(refusal, Refusal)
    assert refusal.sentence.code == "document.worker-lost"
    assert len([result for result in made.values() if isinstance(result, bytes)]) == 5


def test_a_job_that_takes_all_memory_fails_alone(small: Press) -> None:
    greedy = replace(job(0), document=replace(demo.job().document, template="greedy/greedy"))
    made = results([greedy, job(1)], small, workers=1)
    assert isinstance(made["0.pdf"], Refusal)
    assert isinstance(made["1.pdf"], bytes)


def test_a_refusal_comes_back_with_what_to_look_for(small: Press) -> None:
    made = results([with_view(job(0), replace(demo.view(), site="好😀"))], small)
    refusal = made["0.pdf"]
    assert isinstance(refusal, Refusal)
    assert (refusal.sentence.code, refusal.needle) == ("document.missing-glyph", "😀")


def test_a_style_sheet_that_cannot_be_used_refuses_documents_and_not_the_build(small: Press, tmp_path: Path) -> None:
    own = tmp_path / "own"
    (own / "shared").mkdir(parents=True)
    (own / "shared" / "print.css").write_text("body { background: url(logo.png) }")
    styled = '<html lang="zh-CN"><body>1'
    made = results([job(0), job(1)], Press((str(own), *press_with_html(tmp_path, styled).template_roots), small.fonts))
    told = {target: one.sentence.code for target, one in made.items() if isinstance(one, Refusal)}
    assert told == {"0.pdf": "document.forbidden-address", "1.pdf": "document.forbidden-address"}


def test_children_end_when_nobody_listens_any_more(small: Press) -> None:
    running = render_all([Due.of(job(number)) for number in range(6)], small, 2)
    next(running)
    team = running.gi_frame.f_locals["team"]  # type: ignore[attr-defined]  # it is a generator
    processes = [child.process for child in team.children]
    running.close()  # type: ignore[attr-defined]
    assert [process.poll() is None for process in processes] == [False] * len(processes)


def test_a_child_ends_in_the_middle_of_a_job_when_its_parent_is_gone(small: Press) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", "from auditdocs.render.worker import main; main(1 << 30)"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        send(child.stdin, small)
        send(child.stdin, Path(gettempdir()))
        assert receive(child.stdout) == READY
        slow = replace(job(0), document=replace(demo.job().document, template="slow/slow"))
        send(child.stdin, Order(slow, ()))
        child.stdin.close()
        assert child.wait(timeout=10) == 0


def test_nothing_is_left_in_the_private_folder(small: Press, tmp_path: Path) -> None:
    private = tmp_path / "private"
    private.mkdir()
    assert len(list(render_all([Due.of(job(1))], small, 1, temporary=private))) == 1
    assert list(private.iterdir()) == []
