"""`python -m bench.workspace N DIR`: a workspace with N believable audits, one commit each, from a fixed seed."""

import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from bench.audit import audit_records
from bench.company import write_master_data
from bench.days import working_day
from bench.git_history import Step, write_history
from bench.yaml_files import write

SEED = 20260908
MASTER_DATA = ("auditdocs.toml", ".gitignore", "templates", "records/org", "records/criteria", "records/people", "records/customers")


def main(arguments: list[str]) -> None:
    """The number of audits and the folder to make."""
    make(int(arguments[0]), Path(arguments[1]))


def make(count: int, folder: Path) -> None:
    """Write the workspace and its history."""
    folder.mkdir(parents=True)
    house = write_master_data(folder, count, random.Random(SEED))
    steps = [Step("master data", date(2015, 1, 1), MASTER_DATA)]
    for number, (audit, day) in enumerate(_numbers(count)):
        place = f"records/audits/{audit[4:8]}/{audit}"
        write(folder / place, audit_records(audit, day, number, house, random.Random(f"{SEED} {audit}")))
        steps.append(Step(audit, day + timedelta(days=80), (place,)))
    write_history(folder, sorted(steps, key=lambda step: step.day))


def _numbers(count: int) -> Iterator[tuple[str, date]]:
    """Numbers and days: spread over five years, more where numbers of three digits run out."""
    years = max(5, -(-count // 450))
    first, most = 2026 - years, max(1, -(-count // years))
    for index in range(count):
        year, place = first + index % years, index // years
        yield f"AUD-{year}-{place + 1:03d}", working_day(date(year, 1, 10) + timedelta(days=place * 240 // most))


if __name__ == "__main__":
    main(sys.argv[1:])
