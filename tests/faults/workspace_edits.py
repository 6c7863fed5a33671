"""Changes beside the words of records, chosen at random: files, attachments, templates, fonts, options, days, commits."""

import hashlib
import random
import re
import shutil
import zipfile
from datetime import timedelta
from pathlib import Path

from tests.faults.place import Place, write_options
from tests.faults.record_edits import name, other, records
from tests.faults.stand_ins import write_font

RENAMED = ("audits/*/*/cars/*", "policies/*/*", "people/*", "customers/*/*", "audits/*/*/*", "c*/*")


def delete_record(place: Place, chance: random.Random) -> str:
    """A record less."""
    file = chance.choice(
        records(place, chance.choice(("audits/*/*/*", "audits/*/*/cars/*", "policies/*/*", "people/*", "c*/**/*", "org/*")))
        or records(place)
    )
    file.unlink()
    return f"{name(place, file)}: deleted"


def delete_audit(place: Place, chance: random.Random) -> str:
    """An audit with everything in its folder."""
    folders = _folders(place, "audits/*/*")
    if len(folders) < 2:
        return "no audit to delete"
    folder = chance.choice(folders)
    shutil.rmtree(folder)
    return f"{name(place, folder)}: deleted"


def rename_record(place: Place, chance: random.Random) -> str:
    """A record, or the folder it lies in, under another number."""
    found = records(place, chance.choice(RENAMED)) + _folders(place, chance.choice(("audits/*/*", "customers/*", "policies/*")))
    if not found:
        return "nothing to rename"
    path = chance.choice(found)
    renamed = _with_other_number(path, chance)
    if renamed.exists():
        return f"{renamed.name} is there already"
    path.rename(renamed)
    return f"{name(place, path)}: now {renamed.name}"


def add_record(place: Place, chance: random.Random) -> str:
    """A copy of a record or of a folder of records under another number."""
    found = records(place, chance.choice(RENAMED)) + _folders(place, chance.choice(("audits/*/*", "customers/*", "policies/*")))
    if not found:
        return "nothing to copy"
    path = chance.choice(found)
    copied = _with_other_number(path, chance)
    if copied.exists():
        return f"{copied.name} is there already"
    _ = shutil.copytree(path, copied) if path.is_dir() else shutil.copy(path, copied)
    return f"{name(place, path)}: copied to {copied.name}"


def supersede_policy(place: Place, chance: random.Random) -> str:
    """The next revision of a policy comes, or goes again."""
    old, new = (place.root / "records/policies/XY-QP-CA-01" / f"{revision}.md" for revision in ("A-1", "A-2"))
    if new.exists():
        new.unlink()
        return "A-2.md: deleted"
    if not old.exists():
        return "no A-1.md"
    new.write_text(old.read_text("utf-8", errors="replace").replace("2026-0", "2026-1", chance.randrange(1, 4)), "utf-8")
    return "A-2.md: written"


def waive(place: Place, chance: random.Random) -> str:
    """A waiver for a rule that may well be broken, or none."""
    rule = chance.choice(("attachment.changed", "car.due-before-issue", "reference.unknown", "finding.without-car", "retention.too-short"))
    subject = chance.choice(("AUD-2026-001", "CAR-2026-0001", "AUD-2026-003"))
    row = f"  - {{rule: {rule}, record: {subject}, reason: 客户书面指定, approved_by: P0001, until: 2026-{chance.choice((11, 12))}-20}}"
    (place.root / "records/org/waivers.yaml").write_text("waivers: []\n" if chance.random() < 0.3 else f"waivers:\n{row}\n", "utf-8")
    return f"waivers: {rule} {subject}"


def change_attachment(place: Place, chance: random.Random) -> str:
    """Evidence is changed, added, removed, turned into a link, or its sum is rewritten."""
    files = sorted(path for path in (place.root / "records").rglob("attachments/**/*") if path.is_file() and path.name != "SHA256SUMS")
    if not files:
        return "no attachments"
    file = chance.choice(files)
    what = chance.choice(("change", "change", "add", "remove", "link"))
    match what:
        case "change":
            file.write_bytes(file.read_bytes() + b"\n" if not file.is_symlink() else b"x")
        case "add":
            file.with_name(f"more-{chance.randrange(3)}.txt").write_text("新的证据\n", "utf-8")
        case "remove":
            file.unlink()
        case "link":
            file.unlink()
            file.symlink_to("elsewhere.txt")
    return f"{name(place, file)}: {what}"


def change_sums(place: Place, chance: random.Random) -> str:
    """A list of sums follows its files, loses a line, gets a wrong one, or goes."""
    folders = _folders(place, "audits/*/*/attachments") + _folders(place, "customers/*/attachments")
    if not folders:
        return "no attachments"
    folder = chance.choice(folders)
    sums = folder / "SHA256SUMS"
    what = chance.choice(("follow", "follow", "lose", "wrong", "go"))
    lines = sums.read_text("utf-8").splitlines(keepends=True) if sums.exists() else []
    if what == "follow":
        files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != "SHA256SUMS" and not path.is_symlink())
        lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}\n" for path in files]
    elif what == "lose":
        lines = lines[1:]
    elif what == "wrong":
        lines = [f"{'0' * 64}{line[64:]}" if number == 0 else line for number, line in enumerate(lines)]
    else:
        sums.unlink(missing_ok=True)
        return f"{name(place, sums)}: deleted"
    sums.write_text("".join(lines), "utf-8")
    return f"{name(place, sums)}: {what}"


def edit_page_template(place: Place, chance: random.Random) -> str:
    """A word or a rule of style in a template, also in one that others include."""
    files = sorted([*(place.root / "templates").rglob("*.html"), *(place.root / "templates").rglob("*.css")])
    if not files:
        return "no templates"
    file = chance.choice(files)
    text = file.read_text("utf-8")
    file.write_text(text + "/* x */\n" if file.suffix == ".css" else _with_other_sign(text, chance) + "\n", "utf-8")
    return f"{name(place, file)}: edited"


def edit_word_template(place: Place, chance: random.Random) -> str:
    """A word in a Word template."""
    files = sorted((place.root / "templates").rglob("*.docx"))
    if not files:
        return "no templates"
    file = chance.choice(files)
    with zipfile.ZipFile(file) as held:
        parts = {one: held.read(one) for one in held.infolist()}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for one, content in parts.items():
            is_text = one.filename == "word/document.xml"
            made.writestr(one, _with_other_sign(content.decode(), chance).encode() if is_text else content)
    return f"{name(place, file)}: edited"


def lose_template(place: Place, chance: random.Random) -> str:
    """A template of the workspace goes: the shipped one takes its place."""
    files = sorted(path for path in (place.root / "templates").rglob("*") if path.is_file())
    if not files:
        return "no templates"
    file = chance.choice(files)
    file.unlink()
    return f"{name(place, file)}: deleted"


def change_font(place: Place, chance: random.Random) -> str:
    """Another font file under a name that the configuration gives."""
    which = chance.choice(("regular", "bold"))
    write_font(place.root / "fonts" / f"{which}.ttf", which == "bold", chance.randrange(5, 50))
    return f"fonts/{which}.ttf: another"


def change_option(place: Place, chance: random.Random) -> str:
    """Languages, time zone, fonts or the folder for what is made."""
    languages = chance.choice(('["zh"]', '["zh"]', '["en"]', '["zh", "en"]', '["en", "zh"]'))
    zone, fonts, build = (
        chance.choice(("+08:00", "-10:00", "+00:00")),
        chance.choice(("", "", "other-")),
        chance.choice(("build", "build", "out")),
    )
    write_options(place, languages, zone, fonts, build)
    return f"languages {languages}, time zone {zone}, fonts {fonts or 'as before'}, build {build}"


def another_day(place: Place, chance: random.Random) -> str:
    """The next day, or one before, after a holiday, in another year."""
    place.day += timedelta(days=chance.choice((1, 1, 1, 7, 30, -1, 400)))
    if not 2025 < place.day.year < 2029:
        place.day = place.day.replace(year=2026)
    return f"it is {place.day}"


def commit(place: Place, chance: random.Random) -> str:
    """Everything, or one file only."""
    changed = place.git("status", "--porcelain", "-z", "--no-renames", "-uall", "--", "records").split("\0")[:-1]
    if changed and chance.random() < 0.3:
        path = chance.choice(sorted(line[3:] for line in changed))
        place.git("add", "-A", "--", path)
        place.git("commit", "-q", "--allow-empty", "-m", "one record")
        return f"commit {path}"
    place.commit()
    return "commit"


def commit_elsewhere(place: Place, chance: random.Random) -> str:
    """The same content under another commit, or another commit under the same files."""
    what = chance.choice(("amend", "branch", "good", "pack", "ignore", "hide"))
    match what:
        case "amend":
            place.git("commit", "-q", "--amend", "--allow-empty", "-m", f"amended {chance.random()}")
        case "branch":
            place.git("switch", "-q", "-C", f"side-{chance.randrange(3)}")
        case "good":
            place.git("reset", "-q", "good")
        case "pack":
            place.git("pack-refs", "--all")
            place.git("gc", "-q")
        case "ignore":
            (place.root / ".gitignore").write_text("build/\nout/\n" + chance.choice(("", "records/people/\n", "*.md\n")), "utf-8")
        case "hide":
            listed = place.git("ls-files", "-z", "records").split("\0")[:-1]
            place.git("update-index", chance.choice(("--assume-unchanged", "--no-assume-unchanged")), "--", chance.choice(listed))
    return f"git: {what}"


def revert(place: Place, chance: random.Random) -> str:
    """Everything as it was committed last, or at the beginning."""
    source = chance.choice(("HEAD", "good"))
    place.git("restore", f"--source={source}", "--staged", "--worktree", "--", "records", "templates", "fonts", "auditdocs.toml")
    place.git("clean", "-fdqx", "records", "templates")
    return f"all as in {source}"


def _folders(place: Place, pattern: str) -> list[Path]:
    return sorted(path for path in (place.root / "records").glob(pattern) if path.is_dir())


def _with_other_number(path: Path, chance: random.Random) -> Path:
    return path.with_name(re.sub(r"\d(?=\D*$)", str(chance.randrange(10)), path.name))


def _with_other_sign(text: str, chance: random.Random) -> str:
    found = list(re.finditer(r"[\u4e00-\u9fff]+", text))
    if not found:
        return text
    one = chance.choice(found)
    return text[: one.start()] + other(one[0], chance) + text[one.end() :]
