"""What was made is held against its manifest, and made again to compare: every change has a name and exit code 4."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from tests.typed import CAR, DAY, FORM, Typed, change, lay_in_car_form

GIT = ("git", "-c", "user.name=Sample", "-c", "user.email=sample@example.org", "-c", "commit.gpgsign=false")


def test_what_was_just_made_is_whole(built: Path, typed: Typed) -> None:
    code, out, said = typed("verify")
    assert (code, out) == (0, "")
    assert "4 files as the manifest says" in said  # three forms and the index


def spoil(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


def put_a_link_in_its_place(file: Path) -> None:
    file.rename(file.parent.parent / "moved")
    file.symlink_to(file.parent.parent / "moved")


@pytest.mark.parametrize(
    ("harm", "en", "zh"),
    [(spoil, "changed", "被改动"), (put_a_link_in_its_place, "changed", "被改动"), (Path.unlink, "missing", "缺少")],
)
@pytest.mark.parametrize("path", [FORM, "index.html"])
def test_a_file_that_is_not_what_it_was_is_named(
    built: Path, typed: Typed, harm: Callable[[Path], object], en: str, zh: str, path: str
) -> None:
    harm(built / path)
    code, out, said = typed("verify")
    assert code == 4
    assert f"{en}  {path}" in out.splitlines()
    assert "`auditdocs build` makes them again" in said
    assert f"{zh}  {path}" in typed("verify", lang="zh")[1].splitlines()


def test_a_build_mends_what_verify_found(built: Path, typed: Typed) -> None:
    spoil(built / FORM)
    (built / "index.html").unlink()
    typed("build", "car", "--only", "docx", *DAY)
    assert typed("verify")[0] == 0


def test_a_file_that_is_not_ours_is_only_mentioned(built: Path, typed: Typed) -> None:
    (built / "audits" / "note.txt").write_text("mine", "utf-8")
    code, out, _ = typed("verify")
    assert (code, out) == (0, "not ours  audits/note.txt\n")


def test_a_copy_elsewhere_is_verified_by_its_own_manifest(built: Path, typed: Typed, tmp_path: Path) -> None:
    copy = shutil.copytree(built, tmp_path / "copy")
    assert typed("verify", copy)[0] == 0
    spoil(copy / FORM)
    assert typed("verify", copy)[0] == 4
    assert typed("verify")[0] == 0


def test_without_a_manifest_there_is_nothing_to_verify(workspace: Path, typed: Typed) -> None:
    code, _, said = typed("verify")
    assert code == 2
    assert "run `auditdocs build` first" in said


@pytest.mark.parametrize(
    "content",
    [
        "{",
        "[]",
        '{"artefacts": [{"path": "../../secret", "sha256": "0"}]}',
        '{"artefacts": [{"path": "a.docx"}]}',
    ],
)
def test_a_damaged_manifest_is_an_integrity_failure(built: Path, typed: Typed, content: str) -> None:
    (built / "manifest.json").write_text(content, "utf-8")
    code, _, said = typed("verify")
    assert code == 4
    assert "is damaged" in said


def test_made_again_from_the_same_records_it_is_the_same(built: Path, typed: Typed) -> None:
    before = {path: path.read_bytes() for path in built.rglob("*") if path.is_file()}
    code, out, said = typed("verify", "--rebuild")
    assert (code, out) == (0, "")
    assert "made again: 3 the same, 0 different" in said
    assert {path: path.read_bytes() for path in built.rglob("*") if path.is_file()} == before


def test_a_variant_that_was_asked_for_is_made_again_as_that(workspace: Path, typed: Typed) -> None:
    assert typed("build", "AUD-2026-001", "--variant", "preparation", "--only", "docx", *DAY)[0] == 0
    code, _, said = typed("verify", "--rebuild")
    assert code == 0
    assert "made again: 1 the same, 0 different" in said


def test_a_record_changed_since_is_the_reason(built: Path, workspace: Path, typed: Typed) -> None:
    change(workspace / CAR, "issued_by: P0005", "issued_by: P0003")
    code, out, said = typed("verify", "--rebuild")
    assert code == 4
    assert out.splitlines()[:2] == [f"comes out different  {FORM}", f"    the record changed: {CAR}"]
    assert "made again: 2 the same, 1 different" in said


def test_a_record_that_is_gone_is_told(built: Path, workspace: Path, typed: Typed) -> None:
    (workspace / CAR).unlink()
    code, out, _ = typed("verify", "--rebuild")
    assert code == 4
    assert out.splitlines() == [f"comes out different  {FORM}", "    the records as they are now ask for no such document"]


def test_a_record_that_cannot_be_read_is_told_with_its_place(built: Path, workspace: Path, typed: Typed) -> None:
    (workspace / CAR).write_text("findings: [\n", "utf-8")
    code, out, _ = typed("verify", "--rebuild")
    assert code == 4
    assert f"    it cannot be made now: {CAR}:" in out


def test_a_template_changed_since_is_the_reason(built: Path, workspace: Path, typed: Typed) -> None:
    own = str(lay_in_car_form(workspace))
    assert typed("verify", "--rebuild")[0] == 0  # the same template, at another place
    document = Document(own)
    document.add_paragraph("another line")
    document.save(own)
    code, out, _ = typed("verify", "--rebuild")
    assert code == 4
    assert out.splitlines()[:2] == [
        f"comes out different  {FORM}",
        "    the template changed: templates/car/car.docx, or one that it includes",
    ]


def test_a_commit_made_since_is_the_reason(workspace: Path, typed: Typed) -> None:
    clock = {**os.environ, "GIT_AUTHOR_DATE": "2026-06-01T09:00:00+08:00", "GIT_COMMITTER_DATE": "2026-06-01T09:00:00+08:00"}
    subprocess.run([*GIT, "init", "-q"], cwd=workspace, check=True)
    typed("build", "CAR-2026-0001", "--only", "docx", *DAY)
    subprocess.run([*GIT, "add", "-A"], cwd=workspace, check=True)
    subprocess.run([*GIT, "commit", "-q", "-m", "records"], cwd=workspace, check=True, env=clock)
    code, out, _ = typed("verify", "--rebuild")
    assert code == 4
    assert out.splitlines() == [f"comes out different  {FORM}", "    its status: was WORKING COPY, is ready"]


def test_another_version_of_the_program_is_the_reason(built: Path, typed: Typed) -> None:
    """A manifest of a time when other bytes came out."""
    file = built / "manifest.json"
    manifest = json.loads(file.read_text("utf-8"))
    tool, manifest["tool"] = manifest["tool"], "auditdocs 0.0.9"
    for row in manifest["artefacts"]:
        row["sha256"] = "0" * 64
    file.write_text(json.dumps(manifest), "utf-8")
    code, out, _ = typed("verify", "--rebuild")
    assert code == 4
    assert out.count("comes out different") == 3
    assert out.count(f"    the program: was auditdocs 0.0.9, is {tool}") == 3


def test_a_difference_that_nothing_explains_is_told_as_that(built: Path, typed: Typed) -> None:
    file = built / "manifest.json"
    manifest = json.loads(file.read_text("utf-8"))
    for row in manifest["artefacts"]:
        row["sha256"] = "0" * 64
    manifest["as_of"] = "2026-11-20"
    file.write_text(json.dumps(manifest), "utf-8")
    assert typed("verify", "--rebuild")[1].count("    the manifest does not tell why") == 3
    manifest["as_of"] = "yesterday"
    file.write_text(json.dumps(manifest), "utf-8")
    assert typed("verify", "--rebuild")[0] == 4
