"""Jobs → bytes or refusals, PDF in long-lived children that a bad document cannot take along, the rest in a thread meanwhile."""

import queue
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from pathlib import Path
from tempfile import gettempdir

from auditdocs.children import Answers, Child, Process, begin, end, hired, tell
from auditdocs.document import Due, Job, Refusal
from auditdocs.problem import AuditdocsError, Sentence
from auditdocs.render import Asset, Order, Press, fill
from auditdocs.render.bare import bare
from auditdocs.render.worker import Fault

TIME_LIMIT_SECONDS = 30.0  # of a document with no more rows than these:
ROWS_IN_TIME = 200
RECYCLED_AFTER = 300  # documents
TRIES = 2
STARTS_LOST = 4  # in a row; then this machine starts none

TIME_LIMIT = Sentence(
    "document.time-limit",
    zh="生成 {target} 超过 {seconds} 秒，已停止",
    en="making {target} took more than {seconds} seconds and was stopped",
    do_zh="请缩短记录中的文字，或将文件按年度、客户拆分",
    do_en="shorten the texts of the record, or cut the document by year or customer",
)
WORKER_LOST = Sentence(
    "document.worker-lost",
    zh="生成 {target} 时工作进程两次中断（可能内存不足）",
    en="the process that made {target} died twice (perhaps out of memory)",
    do_zh="请缩短记录中的文字，或减少并行数",
    do_en="shorten the texts of the record, or build with fewer workers",
)
SENTENCES = (TIME_LIMIT, WORKER_LOST)

Result = bytes | Refusal
Pictures = Callable[[Job], tuple[Asset, ...] | Refusal]  # what a job prints, read when its turn comes: nothing keeps it


def no_pictures(job: Job) -> tuple[Asset, ...]:
    """What a job prints that shows no photograph."""
    return ()


@dataclass(slots=True)
class _Team:
    """The children, the jobs that wait, and how often each was tried."""

    press: Press
    size: int
    temporary: Path
    seconds: float
    waiting: deque[Due]
    desk: deque[Due]  # what needs no child: Word, Excel, HTML, calendars
    pictures: Pictures
    reserve: deque[Process]  # begun before this team
    children: list[Child] = field(default_factory=list)
    at_desk: Job | None = None
    tries: dict[str, int] = field(default_factory=dict)
    lost_starts: int = 0  # since a child last came up
    answers: Answers = field(default_factory=queue.SimpleQueue)

    @property
    def is_busy(self) -> bool:
        """Whether anything waits or is being made."""
        return bool(self.waiting or self.desk or self.at_desk or any(child.job for child in self.children))

    def hire(self) -> None:
        """Take the child that was begun before, or begin one."""
        process = self.reserve.popleft() if self.reserve else begin(self.press)
        self.children.append(hired(process, self.temporary, self.answers))

    def dismiss(self, child: Child) -> None:
        """End a child of this team."""
        self.children.remove(child)
        end(child.process)

    def fill(self) -> None:
        """Give the desk and every idle child a job, and hire where too few are left for what waits."""
        if self.desk and self.at_desk is None:
            self.at_desk = self.desk.popleft().job()
            self._begin(None, self.at_desk)
        for child in self.children:
            if self.waiting and child.is_ready and child.job is None:
                child.job = self.waiting.popleft().job()
                child.deadline = time.monotonic() + time_limit(child.job, self.seconds)
                self._begin(child, child.job)
        while len(self.children) < min(self.size, len(self.waiting) + sum(child.job is not None for child in self.children)):
            self.hire()

    def _begin(self, child: Child | None, job: Job) -> None:
        """Have a child make a job; at the desk a thread, so that a workbook of many rows keeps no child waiting."""
        assets = self.pictures(job)
        if isinstance(assets, Refusal):
            self.answers.put((child, assets))  # as if it had been tried: nobody need be asked
        elif child is None:
            threading.Thread(target=_fill, args=(Order(job, assets), self.press, self.answers), daemon=True).start()
        else:
            tell(child.process, Order(replace(job, document=replace(job.document, view=bare(job.document.view))), assets))

    def heard(self, timeout: float) -> Iterator[tuple[Job, Result]]:
        """What the children or the desk said, waiting no longer than this for a word."""
        try:
            child, answer = self.answers.get(timeout=timeout)
        except queue.Empty:
            yield from self._late()
            return
        if child is None:
            yield self._cleared(), _told(answer)
        elif child in self.children:
            yield from self._taken(child, answer)

    def _cleared(self) -> Job:
        job, self.at_desk = self.at_desk, None
        assert job is not None
        return job

    def _taken(self, child: Child, answer: object) -> Iterator[tuple[Job, Result]]:
        job, child.job = child.job, None
        if isinstance(answer, EOFError):
            yield from self._lost(child, job, WORKER_LOST)
        elif isinstance(answer, OSError):
            raise answer
        elif isinstance(answer, Fault):
            raise RuntimeError(f"a rendering worker failed:\n{answer.trace}")
        elif job is None:
            child.is_ready, child.deadline, self.lost_starts = True, float("inf"), 0
        elif isinstance(answer, bytes | Refusal):
            child.done, child.deadline = child.done + 1, float("inf")
            if child.done >= RECYCLED_AFTER:
                self.dismiss(child)
            yield job, answer

    def _late(self) -> Iterator[tuple[Job, Result]]:
        now = time.monotonic()
        for child in [child for child in self.children if child.deadline < now]:
            yield from self._lost(child, child.job, TIME_LIMIT)

    def _lost(self, child: Child, job: Job | None, sentence: Sentence) -> Iterator[tuple[Job, Result]]:
        """Replace a dead or stuck child; its job gets one more try, then it is refused by name."""
        self.dismiss(child)
        if job is None and child.is_ready:
            return  # it died idle: nothing is lost
        if job is None:
            self.lost_starts += 1
            if self.lost_starts > STARTS_LOST:
                raise _do_not_start()
            return  # another is hired in its place
        self.tries[job.target] = self.tries.get(job.target, 0) + 1
        if self.tries[job.target] < TRIES:
            self.waiting.append(Due.of(job))
        else:
            yield job, Refusal(sentence, {"target": job.target, "seconds": int(time_limit(job, self.seconds))})

    def next_deadline(self) -> float:
        """Seconds until a child has taken too long."""
        nearest = min((child.deadline for child in self.children), default=float("inf"))
        return min(max(nearest - time.monotonic(), 0.01), 1.0)


def render_all(
    due: Sequence[Due],
    press: Press,
    workers: int,
    temporary: Path | None = None,
    seconds: float = TIME_LIMIT_SECONDS,
    pictures: Pictures = no_pictures,
    reserve: deque[Process] | None = None,
) -> Iterator[tuple[Job, Result]]:
    """Every job with its bytes or its refusal, as they come; children end with this iterator."""
    pages, others = (deque(one for one in due if (one.format == "pdf") is is_page) for is_page in (True, False))
    team = _Team(press, workers, temporary or Path(gettempdir()), seconds, pages, others, pictures, deque() if reserve is None else reserve)
    try:
        team.fill()
        while team.is_busy:
            yield from team.heard(team.next_deadline())
            team.fill()
    finally:
        for child in list(team.children):
            team.dismiss(child)


def time_limit(job: Job, seconds: float) -> float:
    """Seconds that a document may take: a register of a thousand rows is none that has got stuck."""
    view = job.document.view
    lists = (getattr(view, one.name) for one in fields(view)) if is_dataclass(view) else ()
    rows = max((len(each) for each in lists if isinstance(each, tuple)), default=0)
    return seconds * max(1.0, rows / ROWS_IN_TIME)


def _do_not_start() -> AuditdocsError:
    return AuditdocsError(
        zh="制作 PDF 的工作进程无法启动（可能内存不足）：请关闭其他程序后重试，或用 --only docx,xlsx,ics 先做其他格式",
        en="the processes that make PDFs cannot be started (perhaps out of memory): close other programs and try again,"
        " or make the other formats first with --only docx,xlsx,ics",
        exit=3,
    )


def _fill(order: Order, press: Press, answers: Answers) -> None:
    """What the thread at the desk does; a fault is the parent's to raise."""
    try:
        answers.put((None, fill(order, press)))
    except BaseException as error:
        answers.put((None, error))


def _told(answer: object) -> Result:
    if isinstance(answer, BaseException):
        raise answer
    assert isinstance(answer, bytes | Refusal)
    return answer
