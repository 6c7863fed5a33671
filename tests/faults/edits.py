"""Random sequences of changes, after each of which everything made and said equals a clean build in a fresh copy.

`python -m tests.faults.edits --seed 7 --steps 40` replays one, `--seeds 0-99` many.
"""

import argparse
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from tests.faults.ground import Ended, differences, leftovers, outputs
from tests.faults.output_edits import ask, build_a_part, forget, set_aside, set_outputs_aside, spoil_output
from tests.faults.place import Place, listed_problems, settle, told_problems, without
from tests.faults.record_edits import break_record, comment, drop_line, edit_and_restore_time, edit_any_word, edit_what_others_rest_on, mend
from tests.faults.workspace_edits import (
    add_record,
    another_day,
    change_attachment,
    change_font,
    change_option,
    change_sums,
    commit,
    commit_elsewhere,
    delete_audit,
    delete_record,
    edit_page_template,
    edit_word_template,
    lose_template,
    rename_record,
    revert,
    supersede_policy,
    waive,
)  # fmt: skip

Edit = Callable[[Place, random.Random], str]

EDITS: tuple[tuple[int, Edit], ...] = (
    (14, edit_what_others_rest_on),
    (8, edit_any_word),
    (5, edit_and_restore_time),
    (3, drop_line),
    (2, comment),
    (3, break_record),
    (12, mend),
    (3, delete_record),
    (1, delete_audit),
    (3, rename_record),
    (4, add_record),
    (3, supersede_policy),
    (2, waive),
    (4, change_attachment),
    (4, change_sums),
    (3, edit_page_template),
    (3, edit_word_template),
    (1, lose_template),
    (5, change_font),
    (4, change_option),
    (6, another_day),
    (9, commit),
    (5, commit_elsewhere),
    (3, revert),
    (3, build_a_part),
    (2, ask),
    (2, spoil_output),
    (1, forget),
    (1, set_aside),
    (1, set_outputs_aside),
)


@dataclass(frozen=True, slots=True)
class Step:
    """What was done, and what is wrong after it."""

    number: int
    done: tuple[str, ...]
    wrong: tuple[str, ...]
    files: int
    code: int


def sequence(folder: Path, seed: int, steps: int, is_real: bool = False) -> Iterator[Step]:
    """Change a workspace again and again, and judge each build of it."""
    chance = random.Random(seed)
    place = settle(folder / "工作区", chance, is_real)
    place.run(*place.build_options())
    for number in range(1, steps + 1):
        changes = chance.choices([edit for _, edit in EDITS], [weight for weight, _ in EDITS], k=chance.choice((1, 1, 1, 1, 2, 4)))
        done = tuple(change(place, chance) for change in changes)
        wrong, code = judge(place, folder / "copy", chance)
        yield Step(number, done, tuple(wrong), len(outputs(place.root, place.build)), code)


def judge(place: Place, elsewhere: Path, chance: random.Random) -> tuple[list[str], int]:
    """Build and check here and in a fresh copy; what is not equal, and what a second build wrote."""
    shutil.rmtree(elsewhere, ignore_errors=True)
    copy = place.copy(elsewhere)
    build, folder = place.build_options(), place.build
    clean = place.begin(*build, at=copy)
    check = ("check", "--format", "json", "--show-values")
    checked = place.run(*check) if chance.random() < 0.5 else None
    built = place.run(*build)
    wanted, made = without(copy, clean.wait()), outputs(copy, folder)
    shutil.rmtree(copy / ".auditdocs", ignore_errors=True)
    clean_check = place.begin(*check, at=copy)
    checked = checked or place.run(*check)
    wrong = _unlike(built, wanted) + _checked_unlike(checked, without(copy, clean_check.wait()))
    if built.code in (0, 1):
        wrong += _differing(outputs(place.root, folder), made)
        wrong += [f"left behind: {one}" for one in leftovers(place.root, folder)]
        wrong += _again(place, built, folder)
    wrong += [f"completions differ: {one}" for one in differences(outputs(place.root, "schemas"), outputs(copy, "schemas"))]
    return wrong + _asked(place, copy, chance), built.code


def _differing(found: dict[str, bytes], wanted: dict[str, bytes]) -> list[str]:
    known = {
        name: "is missing" if name not in found else "is too much" if name not in wanted else "differs"
        for name in differences(found, wanted)
    }
    wrong = [f"{name} {how}" for name, how in known.items()]
    if known.get("manifest.json") == "differs":
        lines = zip(found["manifest.json"].decode().splitlines(), wanted["manifest.json"].decode().splitlines(), strict=False)
        wrong += next(([f"the manifest says {one.strip()}, not {two.strip()}"] for one, two in lines if one != two), [])
    return wrong


def _unlike(built: Ended, wanted: Ended) -> list[str]:
    wrong = [f"exit {built.code}, not {wanted.code}: {built.said[-600:]}"] if built.code != wanted.code else []
    wrong += [f"exit {built.code}: {built.said[-2000:]}"] if built.code not in (0, 1, 2, 3) else []
    told, should = told_problems(built), told_problems(wanted)
    wrong += [f"build says too much: {line}" for line in told if line not in should]
    wrong += [f"build does not say: {line}" for line in should if line not in told]
    return wrong + (_moved(told, should) if not wrong else [])


def _moved(told: list[str], should: list[str]) -> list[str]:
    """The first line that stands elsewhere."""
    return next(([f"says {one}, not {two}"] for one, two in zip_longest(told, should) if one != two), [])


def _checked_unlike(checked: Ended, wanted: Ended) -> list[str]:
    wrong = [f"check: exit {checked.code}, not {wanted.code}: {checked.said[-600:]}"] if checked.code != wanted.code else []
    found, should = listed_problems(checked), listed_problems(wanted)
    wrong += [f"check finds too much: {one}" for one in found if one not in should]
    wrong += [f"check does not find: {one}" for one in should if one not in found]
    return wrong + (_moved(found, should) if not wrong else [])


def _again(place: Place, built: Ended, folder: str) -> list[str]:
    """A build of what is made already: it writes no file and says the same."""
    before = stamps(place.root / folder)
    again = place.run(*place.build_options())
    after = stamps(place.root / folder)
    wrong = [f"built again: {name} was written" for name in sorted({*before, *after}) if before.get(name) != after.get(name)]
    wrong += [f"built again: exit {again.code}, not {built.code}: {again.said[-600:]}"] if again.code != built.code else []
    told, should = told_problems(again), told_problems(built)
    return wrong + [f"built again: {one}" for one in _moved(told, should)]


def _asked(place: Place, copy: Path, chance: random.Random) -> list[str]:
    """What is to be done and where things stand, from what is remembered and from nothing."""
    command = chance.choice(("", "", "todo", "status"))
    if not command:
        return []
    shutil.rmtree(copy / ".auditdocs", ignore_errors=True)
    asked, wanted = place.run(command), place.run(command, at=copy)
    return (
        [] if asked == wanted else [f"{command} says something else: {asked.code} {asked.said[-400:]} / {wanted.code} {wanted.said[-400:]}"]
    )


def stamps(folder: Path) -> dict[str, tuple[int, int, int]]:
    """Each file and folder of the outputs: when it was written, and where it lies on the disk."""
    found = {path.relative_to(folder).as_posix(): path.stat() for path in folder.rglob("*")}
    return {name: (stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino) for name, stat in found.items()}


def main() -> int:
    """Replay one sequence, or many, and tell each step."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults.edits", description=__doc__)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--seeds", metavar="FIRST-LAST", help="many sequences; only what is wrong is told")
    parser.add_argument("--steps", type=int, default=20)
    parser.add_argument("--keep", action="store_true", help="leave the workspace and its fresh copy where the first wrong step left them")
    parser.add_argument("--real", action="store_true", help="set real pages: slow")
    asked = parser.parse_args()
    first, _, last = (asked.seeds or f"{asked.seed}").partition("-")
    base, seeds = Path(tempfile.mkdtemp(prefix="edits-")), range(int(first), int(last or first) + 1)
    failed = [seed for seed in seeds if not _replay(base, seed, asked.steps, bool(asked.seeds), asked.keep, asked.real)]
    sys.stdout.write(f"failed: {failed or 'none'}\n")
    return 1 if failed else 0


def _replay(base: Path, seed: int, steps: int, is_brief: bool, is_kept: bool, is_real: bool) -> bool:
    folder, began, right = base / str(seed), time.monotonic(), True
    for step in sequence(folder, seed, steps, is_real):
        if step.wrong or not is_brief:
            told = "".join(f"\n      WRONG {one[:400]}" for one in step.wrong[:12])
            sys.stdout.write(f"{seed}.{step.number:<3} {' / '.join(step.done)}  → {step.code}, {step.files} files{told}\n")
            sys.stdout.flush()
        right = right and not step.wrong
        if step.wrong and is_kept:
            sys.stdout.write(f"left in {folder}\n")
            return False
    shutil.rmtree(folder)
    sys.stdout.write(f"seed {seed}: {steps} steps, {'right' if right else 'WRONG'}, {(time.monotonic() - began) / steps:.2f} s a step\n")
    return right


if __name__ == "__main__":
    sys.exit(main())
