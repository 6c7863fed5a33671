"""`auditdocs file`: a closed audit is archived; number, place and medium are asked for, what is in the file is listed as it is now."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from auditdocs.commands.archive_list import Built, built_for, document_rows, is_there, record_rows
from auditdocs.commands.new_file import known
from auditdocs.commands.proposal import Change, carry_out, texts_after
from auditdocs.commands.signer import no_such_person
from auditdocs.console import Console
from auditdocs.entry import Entry
from auditdocs.examine import Examined, examine, supposing
from auditdocs.inputs import File
from auditdocs.problem import AuditdocsError, Problem, Words
from auditdocs.records.attachments import folder_of
from auditdocs.records.house.person import Person
from auditdocs.records.keeping.archive import ARCHIVE_NUMBER, Archive
from auditdocs.records.keeping.archive_numbers import next_archive_number
from auditdocs.records.keeping.retention_of import ended_on
from auditdocs.sha256sums import NAME, with_digests
from auditdocs.source import Source, parse
from auditdocs.source_text import encoded_as
from auditdocs.yaml_edit import block_of, quoted, with_block, with_field

HEAD = "# 归档登记；记录与文件的清单由 auditdocs file 写入，纸质件手工补充\n"
QUESTIONS: Mapping[str, Words] = {
    "archive_number": Words("档号", "Archive number"),
    "filed_by": Words("归档人（人员编号）", "Filed by (a person's id)"),
    "location": Words("存放位置", "Location"),
    "medium": Words("载体", "Medium"),
}
FOLLOWS = ("archive.no-record-sheet", "archive.gone", "attachment.")  # of the list: it speaks of copies that are written with it
FLAGS = {"archive_number": "--number", "filed_by": "--by", "location": "--place", "medium": "--medium"}


@dataclass(frozen=True, slots=True)
class Filed:
    """What was said on the command line of the archive entry; empty where it is to be asked for."""

    archive_number: str = ""
    filed_by: str = ""
    location: str = ""
    medium: str = ""
    filed_on: date | None = None


def run_file(folder: Path, console: Console, audit: str, said: Filed, is_agreed: bool) -> int:
    """Propose the archive entry with its list, and write what was agreed to."""
    examined = examine(folder)
    sheet = known(examined, "contact_sheet", audit, "file AUD-2026-001")
    _demand_ended(examined, audit)
    archive = examined.loaded.records.get(Archive, audit)
    path = f"{sheet.path.rpartition('/')[0]}/archive.yaml"
    if archive is None and is_there(examined.workspace.root, path):
        raise AuditdocsError(f"{path} 无法读取：auditdocs check", f"{path} cannot be read: auditdocs check", exit=1)
    answers = _answers(examined, console, audit, archive, said)
    built = built_for(examined, audit)
    changes = _changes(examined, path, audit, archive, answers, built)
    wrong = tuple(_wrong_then(examined, path, changes))
    if wrong:
        console.problems(wrong, "text", texts_after(console, examined.workspace, wrong, changes))
        console.say(Words("没有归档：请先改正以上问题", "not filed: correct this first"))
        return 1
    if carry_out(examined.workspace.root, console, changes, is_agreed):
        console.result(path)
    _say_what_is_left(console, audit, built)
    return 0


def _demand_ended(examined: Examined, audit: str) -> None:
    if ended_on(examined.loaded.records, audit) is None:
        raise AuditdocsError(
            f"{audit} 还没有关闭，不能归档；先在 audit.yaml 写 closed（auditdocs todo 列出还差什么）",
            f"{audit} is not closed and cannot be filed: write 'closed' in audit.yaml first (`auditdocs todo` lists what is missing)",
            exit=1,
        )


def _wrong_then(examined: Examined, path: str, changes: Iterable[Change]) -> Iterator[Problem]:
    """The errors of the audit's records once it is filed so; a record sheet on paper, or built later, may follow."""
    folder = path.rpartition("/")[0] + "/"
    text = next(one.after for one in changes if one.path == path)
    for problem in supposing(examined, File(path, text or b"")).problems:
        follows = problem.place.path == path and problem.code.startswith(FOLLOWS)
        if problem.severity == "error" and problem.place.path.startswith(folder) and not follows:
            yield problem


def _answers(examined: Examined, console: Console, audit: str, archive: Entry[Archive] | None, said: Filed) -> dict[str, str]:
    """Each fact as it was said, as it stands, or as somebody answers now."""
    found: dict[str, str] = {}
    offered = {"archive_number": next_archive_number(examined.loaded.records, audit)}
    for name, question in QUESTIONS.items():
        standing = getattr(archive.record, name) if archive else None
        given = getattr(said, name) or standing or console.asks(question, offered.get(name, ""))
        if not given:
            raise _left_out(name, offered.get(name, "…"))
        found[name] = given
    _demand_form(found["archive_number"])
    if examined.loaded.records.get(Person, found["filed_by"]) is None:
        raise no_such_person(examined.loaded.records, found["filed_by"])
    filed_on = said.filed_on or _standing_day(examined, audit, archive) or examined.as_of
    return {"archive_number": found.pop("archive_number"), "filed_on": filed_on.isoformat(), **found}


def _left_out(name: str, offered: str) -> AuditdocsError:
    """What nobody said and nobody can be asked; a number cannot be offered before the fonds has its code."""
    question, written = QUESTIONS[name], f"{FLAGS[name]} {offered or ARCHIVE_NUMBER.example}"
    code = "records/org/organization.yaml"
    more = (
        Words("", "")
        if offered
        else Words(f"；{code} 写明 fonds_code 后由程序编号", f"; with fonds_code in {code} the next number is offered")
    )
    return AuditdocsError(f"请写明{question.zh}：{written}{more.zh}", f"say what to write for '{question.en}': {written}{more.en}")


def _demand_form(number: str) -> None:
    if not ARCHIVE_NUMBER.fits(number):
        raise AuditdocsError(
            f"档号 {number} 的写法不对，应如 {ARCHIVE_NUMBER.example}",
            f"the archive number {number} is not written like {ARCHIVE_NUMBER.example}",
        )


def _standing_day(examined: Examined, audit: str, archive: Entry[Archive] | None) -> date | None:
    """The day it was filed on, where the audit was not opened again since."""
    ended, filed = ended_on(examined.loaded.records, audit), archive.record.filed_on if archive else None
    return filed if filed and ended and filed >= ended else None


def _changes(
    examined: Examined, path: str, audit: str, archive: Entry[Archive] | None, answers: Mapping[str, str], built: Built
) -> tuple[Change, ...]:
    root = examined.workspace.root
    sheet = known(examined, "contact_sheet", audit, "")
    folder = folder_of(sheet)
    new = tuple(one for one in built.ready if is_there(root, folder + one.path) is None)  # what was filed stays as it was filed
    rows = [*record_rows(examined, path, audit), *document_rows(examined, audit, new)]
    before, sums = is_there(root, path), is_there(root, folder + NAME)
    copied = tuple(Change(folder + one.path, None, one.content) for one in new)
    digests = {one.path: hashlib.sha256(one.content).hexdigest() for one in new}
    listed = (Change(folder + NAME, sums, with_digests((sums or b"").decode(), digests).encode()),) if new else ()
    text = _written(_read(path, before.decode("utf-8-sig")) if before is not None else None, path, answers, rows)
    return (*copied, *listed, Change(path, before, encoded_as(before or b"", text)))


def _written(source: Source | None, path: str, answers: Mapping[str, str], rows: list[dict[str, str]]) -> str:
    """The archive entry: what was asked for, the list as it is now, and the rows that people wrote by hand."""
    text = source.text if source else HEAD + "".join(f"{name}: {quoted(value)}\n" for name, value in answers.items())
    for name, value in answers.items() if source else ():
        text = with_field(_read(path, text), name, value)
    found = _read(path, text)
    kept_data, kept_lines = _by_hand(found)
    kinds = _kinds(found)
    rows = [
        {"document": row["document"], "document_kind": kinds[row["document"]], **row} if row.get("document") in kinds else row
        for row in rows
    ]
    lines = [*(f"  - {{{', '.join(f'{key}: {quoted(value)}' for key, value in row.items())}}}" for row in rows), *kept_lines]
    return with_block(found, "items", lines, [*rows, *kept_data])


def _read(path: str, text: str) -> Source:
    source = parse(path, text.encode())
    assert isinstance(source, Source)
    return source


def _items(source: Source) -> list[dict[str, object]]:
    found = source.data.get("items", []) if isinstance(source.data, dict) else []
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _by_hand(source: Source) -> tuple[list[dict[str, object]], list[str]]:
    """The rows that lead to no file: paper. As data, and in the words and lines of whoever wrote them."""
    first, last = block_of(source, "items")
    lines, rows = source.text.split("\n"), _items(source)
    starts = [source.place(("items", index)).line - 1 for index in range(len(rows))]
    data: list[dict[str, object]] = []
    kept: list[str] = []
    for index, row in enumerate(rows):
        begin = _with_comment(lines, starts[index], starts[index - 1] if index else first)
        end = _with_comment(lines, starts[index + 1], starts[index]) if index + 1 < len(rows) else last
        if "record" not in row and "document" not in row:
            data.append(row)
            kept += lines[begin:end]
    return data, kept


def _with_comment(lines: list[str], start: int, floor: int) -> int:
    """Where a row begins, with the comment above it."""
    while start - 1 > floor and lines[start - 1].lstrip().startswith("#"):
        start -= 1
    return start


def _kinds(source: Source) -> dict[str, str]:
    """What kind of document each listed one is."""
    return {str(one["document"]): str(one["document_kind"]) for one in _items(source) if "document" in one and "document_kind" in one}


def _say_what_is_left(console: Console, audit: str, built: Built) -> None:
    """What is not in the file yet."""
    if built.unready:
        console.say(
            Words(
                f"未归档（草稿或工作副本）：{'、'.join(built.unready)}；提交 Git 后 auditdocs build，再 auditdocs file {audit}",
                f"not filed (drafts or working copies): {', '.join(built.unready)}; commit, auditdocs build, then auditdocs file {audit}",
            )
        )
    elif not built.ready:
        console.say(
            Words(
                f"还没有成文文件（PDF）可归档：提交 Git 后 auditdocs build，再 auditdocs file {audit}",
                f"there is no document (PDF) to file yet: commit, auditdocs build, then auditdocs file {audit}",
            )
        )
