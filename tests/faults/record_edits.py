"""Changes in the words of records, chosen at random: anything that another record may refer to or count on becomes something else."""

import os
import random
import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from tests.faults.place import Place

SIGNS = "变更试验样例"

# What other records, documents and rules rest on: a file or files, and what in it changes.
RESTED_ON: tuple[tuple[str, str], ...] = (
    ("audits/2026/AUD-2026-001/findings.yaml", r"(?<=statement: ).+"),  # its CAR, its report
    ("audits/2026/AUD-2026-00[13]/findings.yaml", r"(?<=clause: )[\w.]+"),  # a repeated finding of a later audit
    ("audits/2026/AUD-2026-00[13]/findings.yaml", r"(?<=grade: )\w+"),
    ("audits/2026/AUD-2026-00[13]/findings.yaml", r"(?<=departments: \[)\w+"),
    ("audits/2026/AUD-2026-00[13]/cars/*.yaml", r"(?<=findings: \[)F\d+"),
    ("audits/2026/AUD-2026-00[13]/cars/*.yaml", r"(?<=owner: )P\d+"),
    ("audits/2026/AUD-2026-00[13]/cars/*.yaml", r"(?<=closed_on: )[\d-]+"),
    ("audits/2026/*/audit.yaml", r"(?<=closed: \{date: )[\d-]+"),  # retention
    ("audits/2026/*/audit.yaml", r"(?<=coordinator: )P\d+"),
    ("audits/2026/*/audit.yaml", r"(?<=grading_scheme: ).+"),
    ("audits/2026/*/conclusion.yaml", r"(?<=decision: )\w+"),
    ("audits/2026/*/conclusion.yaml", r"(?<=score: )[\d.]+"),
    ("audits/2026/*/contact_sheet.yaml", r"(?<=customer: )C\d+"),  # an earlier audit of the same customer
    ("audits/2026/*/contact_sheet.yaml", r"(?<=planned_start: )[\d-]+"),  # who escorts whom when
    ("audits/2026/*/contact_sheet.yaml", r"(?<=criteria: \[)[\w-]+"),
    ("audits/2026/*/plan.yaml", r"(?<=escorts: \[)P\d+"),
    ("audits/2026/*/plan.yaml", r"(?<=place: )\S+?(?=,|$)"),
    ("audits/2026/*/plan.yaml", r"(?<=start: )[\d-]+(?=T)"),
    ("audits/2026/*/checklist.yaml", r"(?<=item_refs: \[)Q\d+|(?<=session: )S\d+|(?<=points: )\d+"),
    ("audits/2026/*/archive.yaml", r"(?<=filed_on: )[\d-]+|(?<=filed_by: )P\d+"),
    ("people/*.yaml", r"(?<=department: )\w+"),
    ("people/*.yaml", r"(?<=name: \{zh: )[^,]+"),
    ("people/*.yaml", r"(?<=roles: \[)\w+|(?<=from: )[\d-]+"),
    ("customers/*/profile.yaml", r"(?<=name: \{zh: )[^,]+"),
    ("customers/*/profile.yaml", r"(?<=code: )\w+|(?<=abc_class: )\w+|(?<=status: )\w+"),
    ("org/organization.yaml", r"(?<=name: \{zh: )[^,]+|(?<=document_prefix: )\w+|(?<=uscc: )\w+"),
    ("org/departments.yaml", r"(?<=name: \{zh: )[^,]+|(?<=parent: )\w+"),
    ("org/forms.yaml", r"(?<=number: )[\w-]+|(?<=revision: )[\w/]+|(?<=title: \{zh: )[^,]+"),
    ("org/retention.yaml", r"(?<=years: )\d+|(?<=trigger: ).+|(?<=title: \{zh: )[^,]+"),
    ("org/deadlines.yaml", r"(?<=n: )\d+|(?<=unit: )\w+"),
    ("org/grading.yaml", r"(?<=name: \{zh: )[^,]+|(?<=requires_car: )\w+|(?<=deadline_profile: )[\w-]+"),
    ("org/parameters.yaml", r"(?<=: )\d+"),
    ("checklists/*.yaml", r"(?<=text: ).+|(?<=title: ).+|(?<=key: )\w+"),
    ("criteria/*.yaml", r"[\u4e00-\u9fff]{2,}"),
    ("policies/*/A-?.md", r"(?<=effective_on: )[\d-]+|(?<=title: \{zh: )[^,]+|(?<=at: )[\d-]+(?=T)"),
)

_SORTS: tuple[tuple[str, tuple[str, ...]], ...] = (  # a word and what may stand for it
    (r"P\d{4}", tuple(f"P{number:04}" for number in range(1, 12))),
    (r"C\d{4}", ("C0001", "C0002", "C0003")),
    (r"F\d\d", ("F01", "F02", "F03")),
    (r"Q\d{3}", ("Q001", "Q003", "Q005", "Q009")),
    (r"S\d\d", ("S01", "S02", "S03", "S09")),
    (r"AUD-\d{4}-\d{3}", ("AUD-2026-001", "AUD-2026-003", "AUD-2026-004")),
    (r"GM|QA|SAL|GEN|MFG|ENG|ARC", ("GM", "QA", "SAL", "MFG", "ENG")),
    (r"ISO9001-2015|VDA63-2023", ("ISO9001-2015", "VDA63-2023")),
    (r"8\.5\.1|8\.5\.2|7\.5\.3|7\.1\.5|P6\.4\.1|P6\.2\.1", ("8.5.1", "8.5.2", "7.5.3", "P6.4.1", "P6.2.1")),
    (r"critical|major|minor|observation|improvement|good_practice", ("major", "minor", "observation")),
    (r"iso_nc|vda63-2023-draft", ("iso_nc", "vda63-2023-draft")),
    (r"process-61d|iso-major|iso-minor", ("process-61d", "iso-major", "iso-minor")),
    (r"true|false", ("true", "false")),
    (r"approved|rejected|accepted|conditional", ("approved", "rejected", "accepted")),
)
_WORDS = "|".join(rf"(?<![\w.-])(?:{pattern})(?![\w.-])" for pattern, _ in _SORTS)
_ANY = re.compile(rf"\d{{4}}-\d\d-\d\d|{_WORDS}|(?<![\w.:/-])\d+(?![\w.:/-])|[\u4e00-\u9fff]+")


def other(word: str, chance: random.Random) -> str:
    """Something else of the same sort."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", word):
        return _other_day(word, chance)
    for pattern, words in _SORTS:
        if re.fullmatch(pattern, word):
            return chance.choice([one for one in words if one != word])
    if re.fullmatch(r"\d+", word):
        return str(int(word) + chance.choice((1, -1, 10)))
    return _other_sign(word, chance)


def _other_day(word: str, chance: random.Random) -> str:
    try:
        return (date.fromisoformat(word) + timedelta(days=chance.choice((-400, -30, -1, 1, 7, 30, 400)))).isoformat()
    except ValueError:
        return "2026-03-10"


def _other_sign(word: str, chance: random.Random) -> str:
    """The word with one Chinese character changed, else a letter: its length in bytes stays."""
    found = [place for place, sign in enumerate(word) if "\u4e00" <= sign <= "\u9fff"]
    place = chance.choice(found or range(len(word)))
    sign = chance.choice([one for one in (SIGNS if found else "ABKXabkx") if one != word[place]])
    return word[:place] + sign + word[place + 1 :]


def records(place: Place, pattern: str = "**/*") -> list[Path]:
    """The record files of a pattern, in order."""
    found = (path for path in (place.root / "records").glob(pattern) if path.is_file() and "attachments" not in path.parts)
    return sorted(path for path in found if path.suffix in (".yaml", ".md"))


def any_record(place: Place, chance: random.Random) -> Path:
    """A record, whose kind is chosen first, so that master data comes as often as CARs."""
    kinds = [
        found
        for kind in ("org/*", "people/*", "customers/*/*", "audits/*/*/*", "audits/*/*/cars/*", "c*/*", "policies/*/*")
        if (found := records(place, kind))
    ]
    return chance.choice(chance.choice(kinds))


def edit_what_others_rest_on(place: Place, chance: random.Random) -> str:
    """One of the facts that other records, documents and rules are known to read."""
    pattern, words = chance.choice(RESTED_ON)
    files = [file for file in records(place, pattern) if re.search(words, _text(file), re.M)]
    if not files:
        return f"nothing in {pattern}"
    file = chance.choice(files)
    return _replaced(place, file, chance.choice(list(re.finditer(words, _text(file), re.M))), chance)


def edit_any_word(place: Place, chance: random.Random) -> str:
    """Any word, number, day or number of a record."""
    file = any_record(place, chance)
    found = list(_ANY.finditer(_text(file)))
    return _replaced(place, file, chance.choice(found), chance) if found else f"nothing in {file.name}"


def edit_and_restore_time(place: Place, chance: random.Random) -> str:
    """A word of the same length, and the file's time put back."""
    file = any_record(place, chance)
    found = list(re.finditer(r"[\u4e00-\u9fff]+", _text(file)))
    if not found:
        return f"nothing in {file.name}"
    stat = file.stat()
    done = _replaced(place, file, chance.choice(found), chance)
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    return f"{done}, its time put back"


def drop_line(place: Place, chance: random.Random) -> str:
    """A line less."""
    file = any_record(place, chance)
    lines = _text(file).splitlines(keepends=True)
    number = chance.randrange(len(lines)) if lines else 0
    file.write_text("".join(lines[:number] + lines[number + 1 :]), "utf-8")
    return f"{name(place, file)}: line {number + 1} dropped"


def comment(place: Place, chance: random.Random) -> str:
    """A line that says nothing, in front: every place in the file moves."""
    file = any_record(place, chance)
    if file.suffix == ".md":
        return f"no comment in {file.name}"
    file.write_text("# 改\n" + _text(file), "utf-8")
    return f"{name(place, file)}: a comment in front"


def break_record(place: Place, chance: random.Random) -> str:
    """A record that cannot be read any more."""
    file = any_record(place, chance)
    broken: tuple[Callable[[str], bytes], ...] = (
        lambda text: b"",
        lambda text: (text + "\nstaus: open\n").encode(),
        lambda text: text.replace(": ", ":\t{", 1).encode(),
        lambda text: text.encode() + b"\xff\xfe",
        lambda text: (text + "\n" + text).encode(),
        lambda text: text.encode()[: len(text) // 2],
    )
    kind = chance.randrange(len(broken))
    file.write_bytes(broken[kind](_text(file)))
    return f"{name(place, file)}: broken ({kind})"


def mend(place: Place, chance: random.Random) -> str:
    """A file that has changed since the beginning, or has gone, as it was then."""
    changed = place.git("diff", "--name-only", "-z", "good", "--", "records", "templates", "fonts").split("\0")[:-1]
    if not changed:
        return "nothing to mend"
    file = place.root / chance.choice(sorted(changed))
    place.git("restore", "--source=good", "--worktree", "--", file.relative_to(place.root).as_posix())
    return f"{name(place, file)}: as at the beginning"


def name(place: Place, file: Path) -> str:
    """A file as a step names it."""
    return file.relative_to(place.root).as_posix().removeprefix("records/")


def _replaced(place: Place, file: Path, found: re.Match[str], chance: random.Random) -> str:
    text, instead = found.string, other(found[0], chance)
    file.write_text(text[: found.start()] + instead + text[found.end() :], "utf-8")
    return f"{name(place, file)}: {found[0][:20]} → {instead[:20]}"


def _text(file: Path) -> str:
    return file.read_text("utf-8", errors="replace")
