"""Writes `templates/<kind>/*.docx`; with `--check` says which of them are not what this makes."""

import argparse
import sys
from pathlib import Path

from tools.word_templates.forms import FORMS
from tools.word_templates.package import canonical

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


def main(arguments: list[str]) -> int:
    """Write or compare."""
    parser = argparse.ArgumentParser(prog="python -m tools.word_templates", description=__doc__)
    parser.add_argument("--check", action="store_true", help="only say which templates differ")
    parser.add_argument("--into", type=Path, default=TEMPLATES, help="the folder of templates")
    chosen = parser.parse_args(arguments)
    if not chosen.check:
        write(chosen.into)
        return 0
    changed = differing(chosen.into)
    for name in changed:
        sys.stderr.write(f"{name}.docx: not what tools/word_templates makes; run python -m tools.word_templates\n")
    return 1 if changed else 0


def write(templates: Path) -> None:
    """Make every template again."""
    for name, form in FORMS.items():
        file = templates / f"{name}.docx"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(form.content())


def differing(templates: Path) -> tuple[str, ...]:
    """Names of the templates that are missing or differ from what would be written."""
    return tuple(name for name, form in FORMS.items() if not _same(templates / f"{name}.docx", form.content()))


def _same(file: Path, content: bytes) -> bool:
    return file.is_file() and canonical(file.read_bytes()) == content


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
