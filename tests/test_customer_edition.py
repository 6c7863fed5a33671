"""One customer's package from the records to the bytes: files kept in the house, references to what is not its, metadata of pictures."""

import shutil
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from auditdocs.document import Format
from auditdocs.pipeline import Built, build
from auditdocs.selection import Wanted
from tests.test_build import BASE
from tests.test_editions import add, everything_in, inflated, package

DAY = date(2026, 11, 20)
AUDIT = "audits/2026/AUD-2026-001"
CAR, EVIDENCE = f"{AUDIT}/cars/CAR-2026-0001.yaml", f"{AUDIT}/evidence.yaml"
OTHERS = "audits/2026/AUD-2026-004"
PHOTO, COPY = "evidence/board-canary.png", "CAR-2026-0001/again-canary.png"
LISTED = f"attachments: [{{file: {PHOTO}, title: canary-title, confidentiality: internal}}]\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "workspace"))


def make(root: Path, *patterns: str, formats: tuple[Format, ...] = ("docx",)) -> Built:
    return build(root, Wanted(patterns, formats, edition="customer"), lambda *_: None, DAY)


def said(root: Path, tmp_path: Path, customer: str = "C0001") -> str:
    """All that is in a package, names of files too."""
    found = package(root, customer)
    assert found
    return "".join(name + everything_in(name, content, tmp_path) for name, content in found.items())


def photograph(**told: object) -> bytes:
    made = BytesIO()
    Image.new("RGB", (60, 40), (90, 40, 40)).save(made, "PNG", **told)
    return made.getvalue()


def put(root: Path, file: str, content: bytes) -> None:
    path = root / "records" / AUDIT / "attachments" / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def show(root: Path, file: str) -> None:
    """The list of evidence and a CAR give a picture as their evidence."""
    listed = root / "records" / EVIDENCE
    listed.write_text(listed.read_text("utf-8") + f"  E003: {{findings: [F01], description: seen, attachment: {file}}}\n", "utf-8")
    car = root / "records" / CAR
    car.write_text(car.read_text("utf-8").replace("evidence: [CAR-2026-0001/records.txt]", f"evidence: [{file}]"), "utf-8")


def test_a_picture_that_one_record_keeps_in_the_house_is_shown_by_none(workspace: Path, tmp_path: Path) -> None:
    put(workspace, PHOTO, photograph())
    show(workspace, PHOTO)
    make(workspace, "AUD-2026-001")
    assert "board-canary" in said(workspace, tmp_path)
    add(workspace, f"{AUDIT}/audit.yaml", LISTED)
    make(workspace, "AUD-2026-001")
    assert "canary" not in said(workspace, tmp_path)
    assert "word/media/" not in said(workspace, tmp_path)


def test_nor_is_the_same_picture_under_another_name(workspace: Path, tmp_path: Path) -> None:
    put(workspace, PHOTO, photograph())
    put(workspace, COPY, photograph())
    show(workspace, COPY)
    add(workspace, f"{AUDIT}/audit.yaml", LISTED)
    make(workspace, "AUD-2026-001")
    assert "canary" not in said(workspace, tmp_path)


def test_what_the_customer_gave_us_is_its_own_however_we_class_it(workspace: Path, tmp_path: Path) -> None:
    put(workspace, PHOTO, photograph())
    show(workspace, PHOTO)
    add(workspace, f"{AUDIT}/audit.yaml", LISTED.replace("confidentiality", "origin: customer, confidentiality"))
    make(workspace, "AUD-2026-001")
    assert "board-canary" in said(workspace, tmp_path)


@pytest.mark.parametrize("format", ["docx", pytest.param("pdf", marks=pytest.mark.pdf)])
def test_what_a_picture_tells_beside_its_pixels_is_not_in_the_package(workspace: Path, tmp_path: Path, format: Format) -> None:
    told, exif = PngImagePlugin.PngInfo(), Image.Exif()
    told.add_text("Comment", "canary-text")
    exif[0x010F], exif[0x8825] = "canary-phone", {1: "N", 2: (31.0, 1.0, 2.0)}
    put(workspace, "board.png", photograph(pnginfo=told, exif=exif) + b"canary-behind")
    show(workspace, "board.png")
    make(workspace, "AUD-2026-001", formats=(format,))
    assert "board.png" in said(workspace, tmp_path)
    assert [name for name, content in package(workspace, "C0001").items() if b"canary" in inflated(content)] == []
    assert "canary" not in said(workspace, tmp_path)


def test_a_car_of_our_own_is_not_even_numbered(workspace: Path, tmp_path: Path) -> None:
    own = (workspace / "records" / CAR).read_text("utf-8").replace("source: onsite_conclusion", "source: preaudit")
    (workspace / "records" / AUDIT / "cars/CAR-2026-0077.yaml").write_text(own, "utf-8")
    package_file = workspace / "records" / AUDIT / "submissions/SUB-2026-001.yaml"
    package_file.write_text(
        package_file.read_text("utf-8").replace("cars: [CAR-2026-0001]", "cars: [CAR-2026-0001, CAR-2026-0077]"), "utf-8"
    )
    make(workspace, "AUD-2026-001")
    assert "CAR-2026-0001" in said(workspace, tmp_path)
    assert "CAR-2026-0077" not in said(workspace, tmp_path)


def test_a_car_that_answers_a_finding_of_another_customer_too_shows_its_own_only(workspace: Path, tmp_path: Path) -> None:
    findings = workspace / "records" / OTHERS / "findings.yaml"
    findings.write_text("items:\n  F01: {type: nc, statement: canary-statement}\n", "utf-8")
    car = workspace / "records" / CAR
    car.write_text(car.read_text("utf-8").replace("findings: [F01]", "findings: [F01, AUD-2026-004/F01]", 1), "utf-8")
    make(workspace, "AUD-2026-001")
    assert "CAR-2026-0001" in said(workspace, tmp_path)
    assert [word for word in ("canary", "AUD-2026-004", "C0002", "SLEC") if word in said(workspace, tmp_path)] == []


@pytest.mark.parametrize("words", ["原因同 AUD-2026-004", "原因见 AUD-2026-004/F01", "与示例电气系统的产品相同"])
def test_a_text_that_tells_of_another_customers_audit_goes_to_no_customer(workspace: Path, words: str) -> None:
    add(workspace, CAR, f"no_action_justification: {words}\n")
    built = make(workspace, "car")
    [problem] = [one for refused in built.refused for one in refused.problems]
    assert (problem.code, problem.place.path) == ("edition.other-customer", f"records/{CAR}")
    assert not [name for name in package(workspace, "C0001") if "CAR-2026-0001" in name]


def test_a_text_that_tells_of_an_earlier_audit_of_its_own_goes(workspace: Path, tmp_path: Path) -> None:
    add(workspace, CAR, "no_action_justification: 同 AUD-2026-003\n")
    make(workspace, "car")
    assert "同 AUD-2026-003" in said(workspace, tmp_path)


def test_while_a_customers_profile_cannot_be_read_no_package_is_made(workspace: Path) -> None:
    (workspace / "records/customers/C0002/profile.yaml").write_text("name: [\n", "utf-8")
    built = make(workspace, "car")
    assert built.files == 0
    assert {problem.place.path for one in built.refused for problem in one.problems} == {"records/customers/C0002/profile.yaml"}


def test_who_of_ours_looked_at_a_round_is_not_told(workspace: Path, tmp_path: Path) -> None:
    (workspace / "records/people/P0099.yaml").write_text("name: canary-reviewer\n", "utf-8")
    car = workspace / "records" / CAR
    text = car.read_text("utf-8")
    assert "    decided_by: customer\n" in text
    car.write_text(text.replace("    decided_by: customer\n", "    decided_by: customer\n    reviewer: P0099\n"), "utf-8")
    make(workspace, "AUD-2026-001")
    assert "canary" not in said(workspace, tmp_path)


def test_a_package_holds_documents_and_nothing_beside_them(workspace: Path) -> None:
    rows = make(workspace).manifest["artefacts"]
    assert isinstance(rows, list)
    files = {f"editions/customer/{customer}/{name}" for customer in ("C0001", "C0002") for name in package(workspace, customer)}
    assert files == {row["path"] for row in rows}
    assert {Path(name).suffix for name in files} == {".docx"}
