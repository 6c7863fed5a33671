"""One record that is bad among many, one that goes, a file that is not ours: everything else stays as it is, byte by byte."""

import os
from pathlib import Path

import pytest

from tests.faults.ground import build, clean, differences, edit, ground, leftovers, outputs
from tests.faults.tally import Tally

pytestmark = pytest.mark.skipif(os.name != "posix", reason="processes are forked")

CAR = "records/audits/2026/AUD-2026-003/cars/CAR-2026-0002.yaml"
BAD = {
    "not UTF-8": b"\xd6\xd0\xce\xc4",
    "empty": b"",
    "a tab in front": b"\tfindings: [F01]\n",
    "an alias bomb": b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
    "two keys of one name": b"findings: [F01]\nfindings: [F02]\n",
    "ten thousand brackets": b"findings: " + b"[" * 10_000,
    "conflict markers": b"<<<<<<< HEAD\nfindings: [F01]\n=======\nfindings: [F02]\n>>>>>>> side\n",
    "a control character": 'owner: "P\u0007"\n'.encode(),
}


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four audits that are built."""
    root = ground(tmp_path_factory.mktemp("many") / "工作区")
    assert build(root, known=root.parent).code == 0
    return root


def test_one_bad_record(good: Path, tally: Tally) -> None:
    """One CAR that cannot be read: exit 1, one message, all other documents as they are in a build without it"""
    file, as_it_was = good / CAR, (good / CAR).read_bytes()
    before = outputs(good)
    file.write_bytes(b"\xff")
    expected = {Path(name).stem for name in clean(good, known=good.parent)[1]}
    for what, content in {**BAD, "a key that does not exist": as_it_was + b"\nstaus: open\n"}.items():
        file.write_bytes(content)
        ended = build(good, known=good.parent)
        found = outputs(good)
        messages = [line for line in ended.said.splitlines() if f"{CAR}:" in line]
        elsewhere = [line for line in ended.said.splitlines() if ": error" in line and CAR not in line]
        wrong = [f"exit {ended.code}"] if ended.code != 1 else []
        wrong += [f"{len(messages)} messages: {messages}"] if len(messages) != 1 else []
        wrong += [f"told of others: {elsewhere}"] if elsewhere else []
        wrong += [f"{name} is gone" for name in before if Path(name).stem in expected and name not in found]
        wrong += [f"{name} changed" for name in differences(found, before) if name in found and not _may_change(name)]
        tally.judge(what, wrong)
    file.write_bytes(as_it_was)
    mended = build(good, known=good.parent)
    tally.judge("mended", differences(outputs(good), before) + ([] if mended.code == 0 else [mended.said]))


def _may_change(name: str) -> bool:
    """What speaks of the bad record, and what lists all documents."""
    return (
        name in ("index.html", "manifest.json")
        or "AUD-2026-003" in name.rsplit("/", maxsplit=1)[-1]
        or name.startswith(("registers/", "programme/"))
    )


def test_what_is_not_ours(good: Path, tally: Tally) -> None:
    """A record is deleted: its documents leave in the same build, and a file that somebody put beside them stays"""
    before = outputs(good)
    foreign = [
        good / "build/audits/AUD-2026-003/我的笔记.txt",
        good / "build/CAR-2026-0002.pdf",
        good / "build/audits/AUD-2026-003/CAR-2026-0002.docx",
    ]
    for file in foreign:
        file.write_text("不是 auditdocs 的文件\n", "utf-8")
    stamps = {file: (file.stat().st_mtime_ns, file.stat().st_ino) for file in foreign}
    kept = (good / CAR).read_bytes()
    (good / CAR).unlink()
    build(good, known=good.parent)
    gone = [name for name in before if "CAR-2026-0002" in name]
    tally.judge(
        "a deleted record", [f"{name} is still there" for name in gone if name in outputs(good)] + ([] if len(gone) == 2 else [f"{gone}"])
    )
    for file in foreign:
        touched = [] if file.exists() and (file.stat().st_mtime_ns, file.stat().st_ino) == stamps[file] else [f"{file.name} was touched"]
        tally.judge(file.name, touched)
        file.unlink()
    (good / CAR).write_bytes(kept)
    build(good, known=good.parent)
    tally.judge("it comes back", differences(outputs(good), before) + leftovers(good))


def test_a_foreign_file_stands_where_ours_would(good: Path, tally: Tally) -> None:
    """A manifest that somebody wrote paths of other files into: none of them is removed"""
    manifest = good / "build/manifest.json"
    before, whole = outputs(good), manifest.read_text("utf-8")
    victim = good / "notes.txt"
    victim.write_text("x", "utf-8")
    for path in ("../notes.txt", "../records/org/forms.yaml", str(victim), "audits/../../notes.txt", "..\\\\notes.txt"):
        manifest.write_text(whole.replace('"artefacts": [', f'"artefacts": [{{"path": "{path}"}},', 1), "utf-8")
        build(good, known=good.parent)
        lost = [one.name for one in (victim, good / "records/org/forms.yaml") if not one.exists()]
        tally.judge(path, lost + differences(outputs(good), before))


def test_an_edit_remakes_exactly_its_dependents(good: Path, tally: Tally) -> None:
    """A record is changed and changed back: only files that say something else are written"""
    for path, old, new in (
        ("records/people/P0005.yaml", "示例", "样例"),
        ("records/org/departments.yaml", "制造部", "生产部"),
        ("records/audits/2026/AUD-2026-001/findings.yaml", "没有班组长确认", "缺班组长确认"),
    ):
        before, written = outputs(good), _written(good)
        edit(good, path, old, new)
        build(good, known=good.parent)
        after, now = outputs(good), _written(good)
        same = [name for name in after if after[name] == before.get(name) and now[name] != written[name]]
        nothing = [] if differences(after, before) else ["nothing was made again"]
        tally.judge(path, [f"{name} was written, and says the same" for name in same] + nothing)
        edit(good, path, new, old)
        build(good, known=good.parent)
        tally.judge(f"{path} as before", differences(outputs(good), before))


def _written(root: Path) -> dict[str, int]:
    return {name: (root / "build" / name).stat().st_mtime_ns for name in outputs(root)}
