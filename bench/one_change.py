"""One CAR is changed and committed: how long the build takes, and whether it makes exactly what depends on that CAR."""

import json
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from bench.documents_text import text_of
from bench.figures import Row, megabytes, seconds
from bench.ground import PROGRAM, Ground, build_first, chosen_cars
from bench.measure import Cost, best, run
from bench.stamps import stamps, written_since

FIGURE = re.compile(r"抽查 (\d+) 份")
FRAME_DIGESTS = re.compile(r"(提交[0-9a-f]{10}·)?摘要[0-9a-f]{12}")
OF_THE_BUILD = ("index.html", "manifest.json")


@dataclass(frozen=True, slots=True)
class Change:
    """What one change cost and wrote."""

    cost: Cost
    written: tuple[str, ...]
    expected: tuple[str, ...]
    in_vain: tuple[str, ...]  # a register that says what it said before


def change_one(ground: Ground) -> list[Row]:
    """Each round changes a CAR of another audit."""
    workspace = ground.workspace(ground.audits)
    build_first(ground, workspace)
    changes = [_change(workspace, car) for car in chosen_cars(ground, workspace)]
    cost = best([one.cost for one in changes])
    wrong = sorted(
        {name for one in changes for name in {*one.written} ^ {*one.expected}} | {name for one in changes for name in one.in_vain}
    )
    size = f"{ground.audits:,}"
    return [
        Row(f"one CAR changed in {size} audits: wall 改一份 CAR", seconds(cost.wall), "≤ 2.5 s", cost.wall <= 2.5, megabytes(cost.memory)),
        Row("one CAR changed: files made 重做的文件", _said(changes[0].written), "its dependents", not wrong, _said(tuple(wrong))),
    ]


def _change(workspace: Path, car: Path) -> Change:
    build = workspace / "build"
    before, registers = stamps(build), _registers(build, car)
    kept = {name: _rows(build / name) for name in registers}
    _edit(workspace, car)
    cost = run([*PROGRAM, "build"], workspace, codes=(0, 1))  # the audit is filed: that its CAR was changed is told
    written = tuple(name for name in written_since(before, stamps(build)) if name not in OF_THE_BUILD)
    made = {name for name in registers if name in written}
    in_vain = tuple(sorted(name for name in made if _rows(build / name) == kept[name]))
    return Change(cost, written, tuple(sorted({*_dependents(build, car), *made})), in_vain)


def _registers(build: Path, car: Path) -> tuple[str, ...]:
    """Those in which this CAR may have a row: its audit's list of what is filed, and all that stand above audits."""
    own = (build / "audits" / car.parents[1].name).glob(f"{car.parents[1].name} 归档目录*")
    return tuple(file.relative_to(build).as_posix() for file in (*own, *(build / "registers").iterdir()))


def _rows(register: Path) -> str:
    """What a register says, without the commit and the digest in its frame."""
    return FRAME_DIGESTS.sub("", text_of(register))


def _edit(workspace: Path, car: Path) -> None:
    """One more sample was drawn; committed the day of the last commit, so that nothing but the CAR has changed."""
    text = car.read_text("utf-8")
    car.write_text(FIGURE.sub(lambda found: f"抽查 {int(found[1]) + 1} 份", text, count=1), "utf-8")
    day = subprocess.run(["git", "log", "-1", "--format=%cI"], cwd=workspace, capture_output=True, text=True, check=True).stdout.strip()
    who = ("-c", "user.name=Sample", "-c", "user.email=sample@example.org")
    words = ["git", *who, "commit", "-q", "-m", f"{car.stem}: one more sample", "--date", day, "--", str(car)]
    subprocess.run(["env", f"GIT_COMMITTER_DATE={day}", *words], cwd=workspace, check=True)


def _dependents(build: Path, car: Path) -> tuple[str, ...]:
    """The documents that name this CAR among their sources: the form, the report, what goes to the customer."""
    rows = json.loads((build / "manifest.json").read_text("utf-8"))["artefacts"]
    source = car.relative_to(build.parent).as_posix()
    found = tuple(row["path"] for row in rows if source in row.get("sources", ()))
    assert any(car.stem in path for path in found), car
    return found


def _said(names: tuple[str, ...]) -> str:
    return "<br>".join(name.rpartition("/")[2] for name in names)
