"""The company whose audits these are: settings, organization and people, the same for every size; more audits come of more customers."""

import random
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.phrases import person
from bench.yaml_files import dump

ROOT = Path(__file__).parents[1]
STAFF = {"GM": 1, "QA": 10, "SAL": 6, "GEN": 4, "MFG": 14, "ENG": 8, "PUR": 4, "LOG": 4, "ARC": 2}
CUSTOMERS, EACH = 80, 0.08  # at least, and per audit


@dataclass(frozen=True, slots=True)
class House:
    """Who works there: ids by department, the first of each being its head."""

    people: dict[str, list[str]]
    customers: tuple[str, ...]


def write_master_data(folder: Path, audits: int, chance: random.Random) -> House:
    """All records that are there before the first audit."""
    demonstration = ROOT / "records"
    shutil.copytree(ROOT / "templates", folder / "templates")
    (folder / "auditdocs.toml").write_text('format = 1\nlanguages = ["zh"]\ntimezone = "+08:00"\n', "utf-8")
    (folder / ".gitignore").write_text("/build/\n/.auditdocs/\n", "utf-8")
    for name in ("org/organization.yaml", "org/departments.yaml", "org/forms.yaml", "org/parameters.yaml", "org/deadlines.yaml",
                 "org/grading.yaml", "criteria/ISO9001-2015.yaml"):  # fmt: skip
        target = folder / "records" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(demonstration / name, target)
    people: dict[str, list[str]] = {}
    number = 0
    for department, size in STAFF.items():
        for rank in range(size):
            number += 1
            people.setdefault(department, []).append(f"P{number:04d}")
            dump(folder / "records" / "people" / f"P{number:04d}.yaml", _person(department, rank, chance))
    customers = tuple(f"C{index:04d}" for index in range(1, max(CUSTOMERS, int(audits * EACH)) + 1))
    for index, customer in enumerate(customers, start=1):
        dump(folder / "records" / "customers" / customer / "profile.yaml", _customer(index, people, chance))
    return House(people, customers)


def _person(department: str, rank: int, chance: random.Random) -> dict[str, Any]:
    roles = {"GM": ["gm", "manager"], "QA": ["quality"], "SAL": ["sales"], "ARC": ["archivist"]}.get(department, ["dept"])
    post = {"department": department, "title": "经理" if rank == 0 else "工程师", "roles": roles, "head": rank == 0, "from": "2000-01-03"}
    return {"name": {"zh": person(chance), "en": f"Sample {department} {rank}"}, "posts": [post]}


def _customer(index: int, people: dict[str, list[str]], chance: random.Random) -> dict[str, Any]:
    return {
        "name": {"zh": f"示例客户{index}有限公司", "en": f"Sample Customer {index}"},
        "code": f"EX{index:03d}",
        "relationship": "direct",
        "status": "active",
        "region": chance.choice(("华东", "华南", "华北", "西南")),
        "contact_person_ours": chance.choice(people["SAL"]),
    }
