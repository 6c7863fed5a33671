"""Files whole or not at all, and an output folder that holds what belongs there; on real folders."""

import errno
import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from auditdocs.problem import AuditdocsError
from auditdocs.store import MANIFEST, open_output, write_file

CAR = "2026/AUD-2026-014/纠正措施.pdf"
REPORT = "2026/AUD-2026-014/report.docx"
POLICY = "policies/QP-CA-01.pdf"


def manifest_of(paths: Iterable[str], **more: Any) -> dict[str, Any]:
    rows = [{"path": path, "kind": "car", "sources": [f"records/{path}"], "template": "car.html"} for path in paths]
    return {"tool": "0.1.0", "artefacts": rows, "refused": [], **more}


def build(workspace: Path, contents: dict[str, bytes]) -> tuple[str, ...]:
    """A whole build that makes these files; the paths it removed."""
    with open_output(workspace / "build", workspace) as output:
        output.begin(contents)
        for path, content in contents.items():
            output.write(path, content)
        return output.finish(manifest_of(contents))


def files_in(folder: Path) -> dict[str, bytes]:
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in found.items() if name != MANIFEST}


def fail_at(monkeypatch: pytest.MonkeyPatch, call: int, error: int) -> None:
    """Let the n-th rename fail as the system would."""
    real, calls = os.replace, iter(range(1, 1000))

    def replace(source: Path, target: Path) -> None:
        if next(calls) == call:
            raise OSError(error, os.strerror(error))
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)


def test_a_file_is_written_with_its_folders_and_again_only_when_it_differs(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "记录.yaml"
    assert write_file(path, b"1")
    os.utime(path, (0, 0))
    assert not write_file(path, b"1")
    assert path.stat().st_mtime == 0
    assert write_file(path, b"2")
    assert path.read_bytes() == b"2"


def test_a_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "script"
    write_file(path, b"1")
    path.chmod(0o750)
    write_file(path, b"2")
    assert path.stat().st_mode & 0o777 == 0o750


def test_the_longest_possible_name_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("字" * 85)
    assert write_file(path, b"1")


def test_a_full_disk_leaves_the_old_file_whole_and_no_rubbish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "car.pdf"
    write_file(path, b"old")
    fail_at(monkeypatch, 1, errno.ENOSPC)
    with pytest.raises(AuditdocsError, match="the disk is full") as error:
        write_file(path, b"new")
    assert (error.value.exit, "磁盘已满" in error.value.zh) == (3, True)
    assert files_in(tmp_path) == {"car.pdf": b"old"}


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.EROFS, "read-only"),
        (errno.EACCES, "open in another program"),
        (errno.EPERM, "not permitted"),
        (errno.EIO, "reports an error; check it"),
        (errno.EMFILE, "build with fewer workers"),
        (errno.ELOOP, f"the system says: {os.strerror(errno.ELOOP)}"),
    ],
)
def test_what_the_machine_refuses_is_said_in_plain_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, words: str) -> None:
    fail_at(monkeypatch, 1, code)
    with pytest.raises(AuditdocsError, match=words) as error:
        write_file(tmp_path / "car.pdf", b"new")
    assert (error.value.exit, "car.pdf" in error.value.zh) == (3, True)


def test_a_file_where_a_folder_is_needed_is_named(tmp_path: Path) -> None:
    write_file(tmp_path / "a", b"")
    with pytest.raises(AuditdocsError, match="where a folder is needed"):
        write_file(tmp_path / "a" / "b", b"")
    with pytest.raises(AuditdocsError, match="where a file is needed"):
        write_file(tmp_path, b"")


def test_what_no_longer_belongs_leaves_with_its_empty_folders_and_nothing_else(tmp_path: Path) -> None:
    build(tmp_path, {CAR: b"car", REPORT: b"report", POLICY: b"policy"})
    write_file(tmp_path / "build/2026/notes of the customer.txt", b"theirs")
    assert build(tmp_path, {POLICY: b"policy"}) == (REPORT, CAR)
    assert files_in(tmp_path / "build") == {POLICY: b"policy", "2026/notes of the customer.txt": b"theirs"}
    assert not (tmp_path / "build/2026/AUD-2026-014").exists()
    build(tmp_path, {})
    assert not (tmp_path / "build/policies").exists()


def test_the_same_build_twice_writes_nothing(tmp_path: Path) -> None:
    contents = {CAR: b"car", POLICY: b"policy"}
    build(tmp_path, contents)
    for path in (tmp_path / "build").rglob("*"):
        os.utime(path, (0, 0))
    build(tmp_path, contents)
    assert {path.stat().st_mtime for path in (tmp_path / "build").rglob("*")} == {0.0}


def test_the_manifest_is_sorted_and_for_people(tmp_path: Path) -> None:
    build(tmp_path, {POLICY: b"policy", CAR: b"car"})
    text = (tmp_path / "build" / MANIFEST).read_text(encoding="utf-8")
    assert [row["path"] for row in json.loads(text)["artefacts"]] == [CAR, POLICY]
    assert text.startswith('{\n "artefacts": [\n  {"kind": "car", "path": "2026/AUD-2026-014/纠正措施.pdf"')
    assert text.endswith("}\n")


def test_a_build_that_fails_leaves_old_files_and_manifest_and_the_next_one_mends_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(tmp_path, {CAR: b"car 1", POLICY: b"policy 1"})
    old = (tmp_path / "build" / MANIFEST).read_bytes()
    with monkeypatch.context() as patch:
        fail_at(patch, 3, errno.ENOSPC)  # the journal, the report, then the car
        with pytest.raises(AuditdocsError, match="disk is full"):
            build(tmp_path, {REPORT: b"report 2", CAR: b"car 2"})
    assert files_in(tmp_path / "build") == {CAR: b"car 1", POLICY: b"policy 1", REPORT: b"report 2"}
    assert (tmp_path / "build" / MANIFEST).read_bytes() == old
    assert build(tmp_path, {CAR: b"car 2"}) == (REPORT, POLICY)
    assert files_in(tmp_path / "build") == {CAR: b"car 2"}


@pytest.mark.parametrize("call", range(1, 6))
def test_after_a_failure_at_any_step_the_next_build_is_as_clean_as_a_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: int
) -> None:
    build(tmp_path, {CAR: b"car 1", POLICY: b"policy 1"})
    with monkeypatch.context() as patch:
        fail_at(patch, call, errno.ENOSPC)
        contents = {REPORT: b"report", CAR: b"car 2", "index.html": b"index"}
        with pytest.raises(AuditdocsError, match="disk is full"):
            build(tmp_path, contents)
    for content in files_in(tmp_path / "build").values():
        assert content in {b"car 1", b"car 2", b"policy 1", b"report", b"index"}
    build(tmp_path, {POLICY: b"policy 2"})
    assert files_in(tmp_path / "build") == {POLICY: b"policy 2"}


def test_temporary_files_of_a_killed_build_are_swept(tmp_path: Path) -> None:
    build(tmp_path, {CAR: b"car"})
    with open_output(tmp_path / "build", tmp_path) as output:
        output.begin([CAR])  # and no more
    (tmp_path / "build" / CAR).with_name(".auditdocs-0123456789abcdef.tmp").write_bytes(b"half")
    build(tmp_path, {CAR: b"car"})
    assert files_in(tmp_path / "build") == {CAR: b"car"}


def test_a_build_of_some_documents_keeps_the_others(tmp_path: Path) -> None:
    build(tmp_path, {CAR: b"car 1", REPORT: b"report 1", POLICY: b"policy 1"})
    with open_output(tmp_path / "build", tmp_path) as output:
        output.begin([CAR])
        output.write(CAR, b"car 2")
        merged = output.merged(manifest_of([CAR]), matches=lambda row: row["path"].startswith("2026/"))
        assert output.finish(merged) == (REPORT,)
    assert files_in(tmp_path / "build") == {CAR: b"car 2", POLICY: b"policy 1"}
    assert build(tmp_path, {}) == (CAR, POLICY)


def test_a_merged_manifest_keeps_what_the_kept_documents_rest_on(tmp_path: Path) -> None:
    before = manifest_of(
        [CAR, POLICY],
        sources={f"records/{CAR}": "1", f"records/{POLICY}": "1", "records/unused.yaml": "1"},
        templates={"car.html": "1"},
        refused=[{"kind": "car", "subject": "CAR-2026-0031"}, {"kind": "policy", "subject": "QP-CA-02"}],
    )
    write_file(tmp_path / "build" / MANIFEST, json.dumps(before).encode())
    write_file(tmp_path / "build" / POLICY, b"policy")
    write_file(tmp_path / "build" / CAR, b"car")
    now = manifest_of([CAR], sources={f"records/{CAR}": "2"}, templates={"car.html": "2"})
    with open_output(tmp_path / "build", tmp_path) as output:
        merged = output.merged(now, matches=lambda row: row["kind"] == "car" and row.get("path") != POLICY)
    assert [row["path"] for row in merged["artefacts"]] == [CAR, POLICY]
    assert merged["sources"] == {f"records/{CAR}": "2", f"records/{POLICY}": "1"}
    assert merged["templates"] == {"car.html": "2"}
    assert merged["refused"] == [{"kind": "policy", "subject": "QP-CA-02"}]


def test_a_kept_document_that_somebody_deleted_leaves_the_manifest(tmp_path: Path) -> None:
    build(tmp_path, {CAR: b"car", POLICY: b"policy"})
    (tmp_path / "build" / POLICY).unlink()
    with open_output(tmp_path / "build", tmp_path) as output:
        assert output.merged(manifest_of([CAR]), matches=lambda row: row["path"] == CAR)["artefacts"] == list(
            manifest_of([CAR])["artefacts"]
        )


@pytest.mark.parametrize("place", [".", "..", "records", "records/audits", "templates", ".git", ".auditdocs"])
def test_a_folder_for_something_else_is_refused(tmp_path: Path, place: str) -> None:
    workspace = tmp_path / "workspace"
    (workspace / "records").mkdir(parents=True)
    with pytest.raises(AuditdocsError, match="cannot be the output folder") as error, open_output(workspace / place, workspace):
        pass
    assert error.value.exit == 2
    assert [path.name for path in workspace.iterdir()] == ["records"]


def test_a_manifest_that_names_other_peoples_files_removes_none(tmp_path: Path) -> None:
    write_file(tmp_path / "records/audit.yaml", b"record")
    write_file(tmp_path / "build/theirs.txt", b"theirs")
    outside = ["../records/audit.yaml", str(tmp_path / "records/audit.yaml"), "a/../../records/audit.yaml", MANIFEST, ""]
    write_file(tmp_path / "build" / MANIFEST, json.dumps(manifest_of(outside)).encode())
    assert build(tmp_path, {POLICY: b"policy"}) == ()
    assert (tmp_path / "records/audit.yaml").read_bytes() == b"record"
    assert (tmp_path / "build/theirs.txt").read_bytes() == b"theirs"


def test_a_link_out_of_the_output_folder_is_neither_written_nor_cleaned(tmp_path: Path) -> None:
    workspace, elsewhere = tmp_path / "workspace", tmp_path / "elsewhere"
    write_file(elsewhere / "QP-CA-01.pdf", b"theirs")
    write_file(workspace / "build" / MANIFEST, json.dumps(manifest_of([POLICY])).encode())
    (workspace / "build/policies").symlink_to(elsewhere)
    with pytest.raises(AuditdocsError, match="leads out of the output folder"):
        build(workspace, {POLICY: b"ours"})
    assert build(workspace, {}) == ()
    assert (elsewhere / "QP-CA-01.pdf").read_bytes() == b"theirs"


@pytest.mark.parametrize("damaged", ["{", "[]", '{"artefacts": [1]}', '{"artefacts": {}}', '{"sources": []}', "[" * 100_000])
def test_a_damaged_manifest_makes_no_file_ours(tmp_path: Path, damaged: str) -> None:
    build(tmp_path, {CAR: b"car"})
    write_file(tmp_path / "build" / MANIFEST, damaged.encode())
    assert build(tmp_path, {POLICY: b"policy"}) == ()
    assert files_in(tmp_path / "build") == {CAR: b"car", POLICY: b"policy"}


@pytest.mark.parametrize("path", ["../x.pdf", "/x.pdf", "a\\b.pdf", "C:/x.pdf", "", MANIFEST, "Manifest.JSON"])
def test_an_artefact_outside_the_folder_or_in_place_of_the_manifest_is_our_fault(tmp_path: Path, path: str) -> None:
    with open_output(tmp_path / "build", tmp_path) as output:
        output.begin([path])
        with pytest.raises(ValueError, match="no path inside"):
            output.write(path, b"")


def test_what_was_not_begun_is_not_written(tmp_path: Path) -> None:
    with open_output(tmp_path / "build", tmp_path) as output, pytest.raises(ValueError, match="was not begun"):
        output.write(CAR, b"car")


def test_a_second_build_is_told_who_holds_the_lock(tmp_path: Path) -> None:
    with open_output(tmp_path / "build", tmp_path):
        with pytest.raises(AuditdocsError, match=rf"process {os.getpid()}.*\.lock") as error:
            build(tmp_path, {})
        assert (error.value.exit, "锁文件" in error.value.zh) == (3, True)
    with open_output(tmp_path / "build", tmp_path), open_output(tmp_path / "other", tmp_path):
        pass  # two folders do not wait for each other


def test_the_lock_of_a_dead_process_holds_nobody_up(tmp_path: Path) -> None:
    dies = (
        "import os, sys, pathlib; from auditdocs.store import open_output; root = pathlib.Path(sys.argv[1]);"
        "folder = open_output(root / 'build', root); output = folder.__enter__(); output.begin(['a.pdf']);"
        "output.write('a.pdf', b'half a build'); (output.scratch / 'secret').write_bytes(b'1'); os._exit(9)"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    died = subprocess.run([sys.executable, "-c", dies, str(tmp_path)], env=environment, check=False)
    assert died.returncode == 9
    assert files_in(tmp_path / "build") == {"a.pdf": b"half a build"}
    with open_output(tmp_path / "build", tmp_path) as output:
        assert list(output.scratch.iterdir()) == []
    assert build(tmp_path, {POLICY: b"policy"}) == ("a.pdf",)


def test_the_memory_ignores_itself_and_keeps_no_scratch(tmp_path: Path) -> None:
    with open_output(tmp_path / "build", tmp_path) as output:
        assert output.scratch.stat().st_mode & 0o777 == 0o700
        (output.scratch / "x").write_bytes(b"1")
    assert not output.scratch.exists()
    assert (tmp_path / ".auditdocs/.gitignore").read_bytes() == b"*\n"
