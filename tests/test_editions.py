"""`build --edition`: a package for one customer, an archive's PDF with its sources in it; from the records to the bytes."""

import contextlib
import re
import subprocess
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from auditdocs.document import Edition, Format
from auditdocs.examine import examine
from auditdocs.pipeline import Built, build
from auditdocs.rebuild import rebuild
from auditdocs.selection import Wanted
from tests.test_build import DAY, change, commit, digests, workspace  # noqa: F401  # the fixture

CAR = "audits/2026/AUD-2026-001/cars/CAR-2026-0001.yaml"
SHEET = "audits/2026/AUD-2026-001/contact_sheet.yaml"
FOR_CUSTOMERS = ("meeting_sheet", "contact_sheet", "agenda", "car", "eight_d", "submission", "audit_report", "meetings")
INSIDE = {  # where somebody writes what no customer may read
    CAR: "remarks_internal: canary-remarks\ncost: canary-cost\nlessons: canary-lessons\nrisk_update: canary-risk\n",
    SHEET: "remarks_internal: canary-sheet\n",
    "audits/2026/AUD-2026-001/audit.yaml": "remarks_internal: canary-audit\n",
    "audits/2026/AUD-2026-001/preaudit.yaml": "remarks_internal: canary-preaudit\n",
    "customers/C0001/profile.yaml": "remarks_internal: canary-customer\nreason: canary-class\n",
    "people/P0005.yaml": "remarks_internal: canary-person\nnda_ref: canary-agreement\n",
}


def make(root: Path, edition: Edition, *patterns: str, formats: tuple[Format, ...] = ("docx",)) -> Built:
    return build(root, Wanted(patterns, formats, edition=edition), lambda *_: None, DAY)


def whole(root: Path, edition: Edition = "internal") -> Built:
    """A build of all, without a pattern and in all formats."""
    return build(root, Wanted(edition=edition), lambda *_: None, DAY)


def add(root: Path, path: str, lines: str) -> None:
    """Write fields below a record."""
    file = root / "records" / path
    names = tuple(line.partition(":")[0] + ":" for line in lines.splitlines())
    kept = [line for line in file.read_text("utf-8").splitlines() if not line.startswith(names)]
    file.write_text("\n".join(kept) + "\n" + lines, "utf-8")


def package(root: Path, customer: str) -> dict[str, bytes]:
    """The files of one customer's package."""
    folder = root / "build" / "editions" / "customer" / customer
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def everything_in(name: str, content: bytes, folder: Path) -> str:
    """All words of a file: its text, its properties, its attachments."""
    file = folder / "looked-at"
    file.write_bytes(content)
    if name.endswith(".pdf"):
        commands = (["pdftotext", file, "-"], ["pdfinfo", file], ["pdfinfo", "-meta", file], ["pdfdetach", "-list", file])
        return "\n".join(subprocess.run(list(map(str, one)), capture_output=True, check=True, text=True).stdout for one in commands)
    with zipfile.ZipFile(file) as parts:
        found = (parts.read(part).decode("utf-8", "replace") for part in parts.namelist())
        return "\n".join(re.sub(r"<[^>]+>", "", part) + part for part in found)


def strings_in(content: bytes) -> list[str]:
    """Every string of a PDF's objects, on no page too: properties, bookmarks, alternative texts, names of files."""
    with pikepdf.open(BytesIO(content)) as pages:
        return [text for each in (*pages.objects, pages.trailer) for text in _strings(each)]


def _strings(each: object) -> Iterator[str]:
    if isinstance(each, pikepdf.String):
        yield str(each)
    elif isinstance(each, pikepdf.Array):
        for one in each:
            yield from () if is_apart(one) else _strings(one)
    elif isinstance(each, pikepdf.Dictionary | pikepdf.Stream):
        for one in each.values():
            yield from () if is_apart(one) else _strings(one)


def is_apart(one: object) -> bool:
    """Whether it stands among the objects by itself."""
    return isinstance(one, pikepdf.Object) and one.is_indirect


def inflated(content: bytes) -> bytes:
    """A PDF with the streams that hold its objects unpacked."""
    found = [content]
    for packed in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", content, re.DOTALL):
        with contextlib.suppress(zlib.error):
            found.append(zlib.decompress(packed))
    return b"\n".join(found)


def edition_rows(built: Built, edition: str) -> list[dict[str, Any]]:
    rows: Any = built.manifest["artefacts"]
    return [row for row in rows if row.get("edition", "internal") == edition]


def codes(built: Built) -> list[str]:
    return [problem.code for one in built.refused for problem in one.problems]


def test_a_package_holds_nothing_internal_and_nothing_of_another(workspace: Path, tmp_path: Path) -> None:  # noqa: F811
    for path, lines in INSIDE.items():
        add(workspace, path, lines)
    make(workspace, "customer")
    words = {name: everything_in(name, content, tmp_path) for name, content in package(workspace, "C0001").items()}
    assert len(words) >= 5
    assert [name for name, said in words.items() if "canary" in said or "canary" in name] == []
    assert [
        name for name, said in words.items() for other in ("C0002", "SLEC", "示例电气系统", "AUD-2026-002") if other in said + name
    ] == []
    assert any("岗位变动单增加移交栏" in said for said in words.values())


@pytest.mark.pdf
def test_pdfs_of_a_package_hold_nothing_internal_either(workspace: Path, tmp_path: Path) -> None:  # noqa: F811
    for path, lines in INSIDE.items():
        add(workspace, path, lines)
    make(workspace, "customer", "AUD-2026-001", formats=("pdf",))
    words = {name: everything_in(name, content, tmp_path) for name, content in package(workspace, "C0001").items()}
    assert len(words) >= 5
    assert [name for name, said in words.items() if "canary" in said or "C0002" in said] == []
    assert all("客户版" in said and "0 embedded files" in said for said in words.values())


@pytest.mark.pdf
def test_nor_do_their_titles_bookmarks_and_alternative_texts(workspace: Path) -> None:  # noqa: F811
    for path, lines in INSIDE.items():
        add(workspace, path, lines)
    make(workspace, "customer", "CAR-2026-0001", formats=("pdf",))
    [content] = package(workspace, "C0001").values()
    said = strings_in(content)
    assert any("CAR-2026-0001" in one for one in said)
    assert [one for one in said for word in ("canary", "C0002", "SLEC", "示例电气系统") if word in one] == []


def test_the_house_reads_what_the_customer_does_not(workspace: Path, tmp_path: Path) -> None:  # noqa: F811
    add(workspace, CAR, INSIDE[CAR])
    make(workspace, "internal", "CAR-2026-0001")
    [form] = (workspace / "build" / "audits" / "AUD-2026-001").glob("CAR-2026-0001*.docx")
    said = everything_in(form.name, form.read_bytes(), tmp_path)
    assert "canary-cost" in said
    assert "canary-remarks" not in said


def test_rows_of_the_manifest_say_the_edition(workspace: Path) -> None:  # noqa: F811
    make(workspace, "internal")
    built = make(workspace, "customer")
    assert edition_rows(built, "internal")
    rows = edition_rows(built, "customer")
    assert {row["path"].split("/")[2] for row in rows} == {"C0001", "C0002"}
    assert [row["path"] for row in rows if row["kind"] not in FOR_CUSTOMERS] == []
    assert [path for row in rows for path in row["sources"] if {"C0001", "C0002"} - {row["path"].split("/")[2]} & {*path.split("/")}] == []


def test_a_record_that_is_restricted_goes_to_no_customer(workspace: Path) -> None:  # noqa: F811
    add(workspace, CAR, "confidentiality: restricted\n")
    built = make(workspace, "customer", "C0001", "car")
    assert "edition.restricted" in codes(built)
    assert not [name for name in package(workspace, "C0001") if "CAR-2026-0001" in name]


def test_a_text_that_names_another_customer_goes_to_no_customer(workspace: Path) -> None:  # noqa: F811
    add(workspace, CAR, "no_action_justification: 与示例电气系统有限公司的产品相同\n")
    built = make(workspace, "customer", "car")
    [problem] = [one for refused in built.refused for one in refused.problems]
    assert (problem.code, problem.place.path) == ("edition.other-customer", f"records/{CAR}")
    assert not [name for name in package(workspace, "C0001") if "CAR-2026-0001" in name]


def test_an_attachment_that_is_internal_is_not_even_named(workspace: Path, tmp_path: Path) -> None:  # noqa: F811
    add(workspace, CAR, "attachments: [{file: CAR-2026-0001/records.txt, title: canary-title, confidentiality: internal}]\n")
    make(workspace, "customer", "AUD-2026-001")
    said = "".join(everything_in(name, content, tmp_path) for name, content in package(workspace, "C0001").items())
    assert "canary-title" not in said
    assert "records.txt" not in said


def test_a_round_that_quality_sent_back_stays_in_the_house(workspace: Path, tmp_path: Path) -> None:  # noqa: F811
    change(workspace, CAR, "    decided_by: customer\n", "    decided_by: qa\n")
    change(workspace, CAR, "    cause: 岗位变动流程没有移交首件确认权限\n", "    cause: canary-cause\n    comment: canary-comment\n")
    make(workspace, "customer", "CAR-2026-0001")
    said = "".join(everything_in(name, content, tmp_path) for name, content in package(workspace, "C0001").items())
    assert "CAR-2026-0001" in said
    assert "canary" not in said


def test_our_own_cars_stay_in_the_house(workspace: Path) -> None:  # noqa: F811
    file = workspace / "records" / CAR
    file.write_text(re.sub(r"(?m)^source: .*$", "source: preaudit", file.read_text("utf-8")), "utf-8")
    make(workspace, "customer")
    assert [name for name in package(workspace, "C0001") if "CAR-2026-0001" in name] == []


def test_a_whole_build_keeps_the_packages_current(workspace: Path) -> None:  # noqa: F811
    make(workspace, "customer", "CAR-2026-0001")
    before = package(workspace, "C0001")
    built = build(workspace, Wanted((), (), is_forced=False), lambda *_: None, DAY)
    assert {name for name in package(workspace, "C0001") if name.endswith(".docx")} == {*before}
    assert len(edition_rows(built, "customer")) >= 1
    change(workspace, CAR, "岗位变动单增加移交栏；", "移交单增加一栏；")
    build(workspace, Wanted(), lambda *_: None, DAY)
    assert package(workspace, "C0001")[next(iter(before))] != before[next(iter(before))]


@pytest.mark.pdf
def test_the_archives_pdf_holds_the_records_it_was_made_from(workspace: Path, tmp_path: Path) -> None:  # noqa: F811
    built = build(workspace, Wanted(("CAR-2026-0001",), edition="archive"), lambda *_: None, DAY)
    [row] = edition_rows(built, "archive")
    file = workspace / "build" / row["path"]
    assert row["path"].startswith("editions/archive/audits/AUD-2026-001/CAR-2026-0001")
    subprocess.run(["pdfdetach", "-saveall", "-o", str(tmp_path), str(file)], check=True, capture_output=True)
    for path in row["sources"]:
        name = path.removeprefix("records/").replace("/", "__")
        assert (tmp_path / name).read_bytes() == (workspace / path).read_bytes()
    said = inflated(file.read_bytes())
    assert len(re.findall(rb"/AFRelationship ?/Source", said)) == len(row["sources"])
    assert len(re.findall(rb"/ModDate ?\(D:20000101000000Z\)", said)) == len(row["sources"])


@pytest.mark.pdf
def test_the_archives_pdf_is_the_same_bytes_again(workspace: Path, tmp_path: Path) -> None:  # noqa: F811
    wanted = Wanted(("CAR-2026-0001",), edition="archive", is_forced=True)
    first = build(workspace, wanted, lambda *_: None, DAY).manifest
    before = digests(workspace / "build" / "editions")
    assert build(workspace, wanted, lambda *_: None, DAY).manifest["artefacts"] == first["artefacts"]
    assert digests(workspace / "build" / "editions") == before
    rebuilt = rebuild(examine(workspace, DAY), first, 1, tmp_path, lambda *_: None)
    assert (rebuilt.same, rebuilt.differences) == (tuple(before_path(before)), ())


def before_path(found: dict[str, str]) -> list[str]:
    return [f"editions/{path}" for path in found]


@pytest.mark.pdf
def test_a_source_that_prints_nothing_new_changes_the_archives_pdf(workspace: Path) -> None:  # noqa: F811
    wanted = Wanted(("CAR-2026-0001",), edition="archive")
    build(workspace, wanted, lambda *_: None, DAY)
    before = digests(workspace / "build" / "editions")
    add(workspace, CAR, "remarks_internal: 只给自己看\n")
    commit(workspace, "2026-06-02T09:00:00+08:00")
    build(workspace, wanted, lambda *_: None, DAY)
    assert digests(workspace / "build" / "editions") != before
