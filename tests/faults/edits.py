"""Changes that people make to a workspace, chosen at random: records, templates, options, commits, outputs."""

import os
import random
import re
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

from tests.faults.ground import build

GIT = ("git", "-c", "user.name=Sample", "-c", "user.email=sample@example.org", "-c", "commit.gpgsign=false")
SIGNS = "变更试验样例"
_HAN = re.compile("[\u4e00-\u9fff]")

Edit = Callable[[Path, random.Random], str]


def _pick(root: Path, chance: random.Random, *patterns: str) -> Path:
    return chance.choice(sorted(path for pattern in patterns for path in root.glob(pattern) if path.is_file()))


def _record(root: Path, chance: random.Random) -> Path:
    return _pick(root, chance, "records/**/*.yaml", "records/**/*.md")


def _other_sign(text: str, chance: random.Random) -> str:
    """The text with one Chinese character changed; its length in bytes stays."""
    found = list(_HAN.finditer(text))
    place = chance.choice(found).start() if found else len(text)
    return text[:place] + chance.choice(SIGNS) + text[place + 1 :]


def _with_other_number(file: Path, chance: random.Random) -> Path:
    return file.with_name(re.sub(r"\d(?=\D*$)", str(chance.randrange(10)), file.name))


def edit_record(root: Path, chance: random.Random) -> str:
    file = _record(root, chance)
    file.write_text(_other_sign(file.read_text("utf-8"), chance) + "# 改\n" * chance.randrange(2), "utf-8")
    return f"edit {file.name}"


def edit_and_restore_time(root: Path, chance: random.Random) -> str:
    file = _record(root, chance)
    stat = file.stat()
    file.write_text(_other_sign(file.read_text("utf-8"), chance), "utf-8")
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    return f"edit {file.name}, size and time as before"


def delete_record(root: Path, chance: random.Random) -> str:
    file = _pick(root, chance, "records/audits/**/*.yaml", "records/policies/**/*.md", "records/people/*.yaml")
    file.unlink()
    return f"delete {file.name}"


def rename_record(root: Path, chance: random.Random) -> str:
    file = _pick(root, chance, "records/audits/*/*/cars/*.yaml", "records/policies/*/*.md", "records/people/*.yaml")
    other = _with_other_number(file, chance)
    file.rename(other)
    return f"rename {file.name} to {other.name}"


def add_record(root: Path, chance: random.Random) -> str:
    file = _pick(root, chance, "records/audits/*/*/cars/*.yaml", "records/policies/*/*.md", "records/people/*.yaml")
    other = _with_other_number(file, chance)
    other.write_bytes(file.read_bytes())
    return f"copy {file.name} to {other.name}"


def revert(root: Path, chance: random.Random) -> str:
    subprocess.run([*GIT, "checkout", "-q", "--", "records", "templates", "auditdocs.toml"], cwd=root, check=True)
    subprocess.run([*GIT, "clean", "-fdq", "records", "templates"], cwd=root, check=True)
    return "revert all"


def commit(root: Path, chance: random.Random) -> str:
    subprocess.run([*GIT, "add", "-A", "records", "templates", "auditdocs.toml"], cwd=root, check=True)
    subprocess.run([*GIT, "commit", "-q", "--allow-empty", "-m", "records"], cwd=root, check=True)
    return "commit"


def edit_page_template(root: Path, chance: random.Random) -> str:
    file = _pick(root, chance, "templates/**/*.html", "templates/**/*.css")
    text = file.read_text("utf-8")
    file.write_text(text + "/* x */" if file.suffix == ".css" else _other_sign(text, chance) + "\n", "utf-8")
    return f"edit {file.name}"


def edit_word_template(root: Path, chance: random.Random) -> str:
    file = _pick(root, chance, "templates/contact_sheet/*.docx", "templates/car/*.docx", "templates/policy/*.docx")
    with zipfile.ZipFile(file) as held:
        parts = {one: held.read(one) for one in held.infolist()}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for one, content in parts.items():
            is_text = one.filename == "word/document.xml"
            made.writestr(one, _other_sign(content.decode(), chance).encode() if is_text else content)
    return f"edit {file.name}"


def change_option(root: Path, chance: random.Random) -> str:
    languages = chance.choice(('["zh"]', '["en"]', '["zh", "en"]', '["en", "zh"]'))
    zone = chance.choice(("+08:00", "-10:00", "+00:00"))
    (root / "auditdocs.toml").write_text(f'format = 1\nlanguages = {languages}\ntimezone = "{zone}"\n', "utf-8")
    return f"languages {languages}, time zone {zone}"


def build_a_part(root: Path, chance: random.Random) -> str:
    options = chance.choice((("--only", "docx"), ("contact_sheet",), ("policy", "--only", "pdf"), ("--variant", "blank")))
    build(root, *options)
    return f"build {' '.join(options)}"


def spoil_output(root: Path, chance: random.Random) -> str:
    file = _pick(root, chance, "build/**/*")
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2] + b"\0" * (len(content) - len(content) // 2))
    return f"spoil {file.name}"


def lose_output(root: Path, chance: random.Random) -> str:
    file = _pick(root, chance, "build/**/*")
    file.unlink()
    return f"lose {file.name}"


EDITS: tuple[Edit, ...] = (
    edit_record,
    edit_record,
    edit_and_restore_time,
    delete_record,
    rename_record,
    add_record,
    revert,
    commit,
    edit_page_template,
    edit_word_template,
    change_option,
    build_a_part,
    spoil_output,
    lose_output,
)
