"""`python -m bench.workspace N DIR`: a workspace with N believable audits, one commit each, from a fixed seed."""

import hashlib
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import yaml

from auditdocs.calendar import is_working_day
from bench.phrases import CLAUSES, FAULTS, MEASURES, PLACES, PROCESSES, PRODUCTS, REASONS, passage, person, question, sentence

ROOT = Path(__file__).parents[1]
SEED = 20260908
STAFF = {"GM": 1, "QA": 10, "SAL": 6, "GEN": 4, "MFG": 14, "ENG": 8, "PUR": 4, "LOG": 4, "ARC": 2}
AUDITED = ("QA", "MFG", "ENG", "PUR", "LOG")
CUSTOMERS = 40


@dataclass(frozen=True, slots=True)
class House:
    """Who works there: ids by department, the first of each being its head."""

    people: dict[str, list[str]]
    customers: tuple[str, ...]


def main(arguments: list[str]) -> None:
    count, folder = int(arguments[0]), Path(arguments[1])
    make(count, folder)


def make(count: int, folder: Path, history: bool = True) -> None:
    """Write the workspace and its history."""
    chance = random.Random(SEED)
    folder.mkdir(parents=True)
    house = _write_master_data(folder, chance)
    commit = _Commits(folder) if history else None
    if commit:
        commit.take("master data", date(2015, 1, 1))
    for number, (audit, day) in enumerate(_numbers(count)):
        _write(folder / "records" / "audits" / audit[4:8] / audit, _audit(audit, day, number, house, random.Random(f"{SEED} {audit}")))
        if commit:
            commit.take(audit, day + timedelta(days=80))


class _Commits:
    """One commit after another, at the days the records speak of."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._git("init", "-q")

    def take(self, message: str, when: date) -> None:
        stamp = f"{when}T18:00:00+08:00"
        clock = {**os.environ, "GIT_AUTHOR_DATE": stamp, "GIT_COMMITTER_DATE": stamp}
        self._git("add", "-A")
        self._git("-c", "user.name=Sample", "-c", "user.email=sample@example.org", "commit", "-q", "-m", message, env=clock)

    def _git(self, *words: str, env: dict[str, str] | None = None) -> None:
        subprocess.run(["git", "-c", "gc.auto=0", *words], cwd=self.folder, check=True, env=env)


def _numbers(count: int) -> Iterator[tuple[str, date]]:
    """Numbers and days: spread over five years, more where numbers of three digits run out."""
    years = max(5, -(-count // 900))
    first = 2026 - years
    for index in range(count):
        year, place = first + index % years, index // years
        yield f"AUD-{year}-{place + 1:03d}", _working_day(date(year, 1, 10) + timedelta(days=(place * 240 // max(1, -(-count // years)))))


def _working_day(day: date) -> date:
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def _after(day: date, days: int) -> date:
    return _working_day(day + timedelta(days=days))


def _write_master_data(folder: Path, chance: random.Random) -> House:
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
            _dump(folder / "records" / "people" / f"P{number:04d}.yaml", _person(department, rank, chance))
    customers = tuple(f"C{index:04d}" for index in range(1, CUSTOMERS + 1))
    for index, customer in enumerate(customers, start=1):
        _dump(folder / "records" / "customers" / customer / "profile.yaml", _customer(index, people, chance))
    return House(people, customers)


def _person(department: str, rank: int, chance: random.Random) -> dict[str, Any]:
    roles = {"GM": ["gm", "manager"], "QA": ["quality"], "SAL": ["sales"], "ARC": ["archivist"]}.get(department, ["dept"])
    post = {"department": department, "title": "经理" if rank == 0 else "工程师", "roles": roles, "head": rank == 0, "from": "2010-01-04"}
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


def _audit(audit: str, day: date, number: int, house: House, chance: random.Random) -> dict[str, Any]:
    """All records of one closed and filed audit by their file names."""
    quality = house.people["QA"]
    lead = f"{chance.choice('王李张刘陈')}工"
    second = f"{chance.choice('周吴郑孙')}工程师"
    plan, sessions = _plan(day, house, lead, second, chance)
    findings = _findings(audit, day, house, lead, chance)
    received = _after(day, 3)
    issued = _after(received, 1)
    cars = [f"CAR-{audit[4:8]}-{(int(audit[9:]) - 1) * 5 + place + 1:04d}" for place in range(5)]
    files: dict[str, Any] = {
        "contact_sheet.yaml": _contact_sheet(day, house, number, lead, second, chance),
        "audit.yaml": {
            "coordinator": quality[1],
            "management_contact": house.people["GM"][0],
            "label": f"{chance.choice(PRODUCTS)}年度体系审核",
            "grading_scheme": "iso_nc",
            "objectives": [{"text": "没有严重不符合", "measure": "严重不符合项数", "target": "0", "result": "0"}],
            "closed": {"date": str(_after(issued, 62)), "by": quality[1]},
            "lessons_learned": [sentence(chance) for _ in range(2)],
        },
        "plan.yaml": plan,
        "checklist.yaml": {"source": "客户审核清单", "items": _items(house, sessions, findings, chance)},
        "meetings.yaml": _meetings(day, house, lead, second),
        "findings.yaml": {"items": findings},
        "conclusion.yaml": {
            "source": "written_report",
            "received_at": f"{received}T10:00",
            "received_by": quality[1],
            "document": "conclusion/report.txt",
            "decision": "approved",
            "strengths": [sentence(chance)],
            "summary": passage(chance, 200),
            "customer_due_date": str(_after(issued, 18)),
        },
        "archive.yaml": {
            "archive_number": f"Q001-KS·{audit[4:8]}-D3-QA-{number % 10000:04d}",
            "filed_on": str(_after(issued, 70)),
            "filed_by": house.people["ARC"][0],
            "location": f"档案室 {chance.choice('ABCD')} 柜 {chance.randint(1, 6)} 层",
            "medium": "电子",
        },
        "attachments/conclusion/report.txt": f"{audit} 客户审核结论\n",
        "attachments/cars/records.txt": f"{audit} 整改证据\n",
    }
    nonconformities = [name for name, finding in findings.items() if finding["type"] == "nc"]
    for car, finding in zip(cars, nonconformities, strict=True):
        files[f"cars/{car}.yaml"] = _car(finding, findings[finding], issued, house, lead, chance)
    return files


def _contact_sheet(day: date, house: House, number: int, lead: str, second: str, chance: random.Random) -> dict[str, Any]:
    sales = house.people["SAL"]
    asked = _working_day(day - timedelta(days=40))
    confirmed = _after(asked, 2)
    customer = house.customers[number % len(house.customers)]
    amount = chance.randint(3, 90) * 100
    return {
        "customer": customer,
        "auditing_party": {"type": "customer"},
        "customer_profile": f"汽车零部件一级供应商，采购我司{chance.choice(PRODUCTS)}等产品多年，年采购额 {amount} 万元。",
        "info_source": {"channel": "email", "received_at": f"{asked}T09:20", "received_by": sales[1]},
        "audit_type": "system",
        "audit_purpose": ["annual"],
        "management_systems": ["QMS"],
        "criteria": ["ISO9001-2015"],
        "scope": {"sites": ["SZ1"], "products": chance.sample(PRODUCTS, 2), "processes": chance.sample(PROCESSES, 3), "shifts": ["day"]},
        "mode": "onsite",
        "planned_start": str(day),
        "planned_end": str(day),
        "dates_confirmed": {"with": lead, "at": f"{asked}T15:00", "by": sales[1]},
        "visitor_count": 2,
        "auditor_count": 2,
        "visitors": [
            {"name": lead, "title": "SQE 主任", "org": f"示例客户{number % CUSTOMERS + 1}有限公司", "role": "lead"},
            {"name": second, "title": "SQE", "org": f"示例客户{number % CUSTOMERS + 1}有限公司", "role": "auditor"},
        ],
        "customer_documents": [
            {"kind": "audit_list", "state": "requested"},
            {"kind": "onsite_evaluation_form", "state": "not_required", "reason": "客户以书面报告代替"},
            {"kind": "agenda", "state": "requested"},
        ],
        "approvals": [
            {"role": "prepared", "person": sales[1], "at": f"{confirmed}T09:00"},
            {"role": "confirmed", "person": sales[0], "at": f"{confirmed}T10:00"},
            {"role": "received", "person": house.people["QA"][1], "at": f"{confirmed}T14:00"},
        ],
    }


def _plan(day: date, house: House, lead: str, second: str, chance: random.Random) -> tuple[dict[str, Any], list[str]]:
    """Ten sessions in one day, an escort and a guide each."""
    quality = house.people["QA"]
    sessions: dict[str, Any] = {}
    start = datetime.combine(day, time(8, 30))
    for place in range(10):
        stage = "opening" if place == 0 else "closing" if place == 9 else "process"
        department = "QA" if place in (0, 9) else AUDITED[place % len(AUDITED)]
        guide = chance.choice(house.people[department][2:] if department == "QA" else house.people[department])
        begin, end = start + timedelta(minutes=50 * place), start + timedelta(minutes=50 * place + 45)
        sessions[f"S{place + 1:02d}"] = {
            "stage": stage,
            "start": begin.isoformat(timespec="minutes"),
            "end": end.isoformat(timespec="minutes"),
            "place": PLACES[place % len(PLACES)],
            "process": PROCESSES[place % len(PROCESSES)],
            "clauses": chance.sample(CLAUSES, 2),
            "auditors": [lead, second],
            "auditee_departments": [department],
            "escorts": [quality[1]],
            "guides": [guide],
        }
    return {"agenda_source": "customer", "sessions": sessions}, list(sessions)


def _meetings(day: date, house: House, lead: str, second: str) -> dict[str, Any]:
    ours = [house.people["GM"][0], *house.people["QA"][:3], house.people["MFG"][0]]
    attendees = {"ours": ours, "customer": [lead, second]}
    ticks = ["introductions", "scope_criteria", "plan_confirmed", "confidentiality", "safety", "grading", "communication", "guides"]
    return {
        "opening": {"start": f"{day}T08:30", "end": f"{day}T09:10", "chair": ours[1], "attendees": attendees, "agenda": ticks},
        "closing": {
            "start": f"{day}T16:20",
            "end": f"{day}T17:10",
            "chair": ours[1],
            "attendees": attendees,
            "findings_presented": True,
            "response_deadline": str(_after(day, 30)),
            "next_steps": "客户三日内发出书面报告，我司按报告开具 CAR。",
        },
    }


def _findings(audit: str, day: date, house: House, lead: str, chance: random.Random) -> dict[str, Any]:
    """Five nonconformities and a good practice; a few are as long as customers write them."""
    findings: dict[str, Any] = {}
    for place in range(6):
        kind = "nc" if place < 5 else "good_practice"
        size = chance.choice((60, 90, 150, 300, 700, 1_500, 4_000)) if place == 0 else chance.choice((40, 80, 160))
        department = AUDITED[(place + int(audit[9:])) % len(AUDITED)]
        findings[f"F{place + 1:02d}"] = {
            "type": kind,
            "grade": "minor" if kind == "nc" else kind,
            "criterion": {"criterion": "ISO9001-2015", "clause": chance.choice(CLAUSES)},
            "requirement": f"应按{chance.choice(PROCESSES)}作业规定保持完整记录。",
            "statement": passage(chance, size)[:4000],
            "evidence": [sentence(chance) for _ in range(2)],
            "process": f"{chance.choice(PROCESSES)} {audit[4:]}",
            "location": chance.choice(PLACES),
            "departments": [department],
            "auditor": lead,
            "raised_at": f"{day}T{10 + place}:20",
            "confirmed_at_closing": True,
            "position": "agreed",
            "repeat": False,
            **({"item_refs": [f"Q{place + 1:03d}"]} if kind == "nc" else {}),
        }
    return findings


def _items(house: House, sessions: list[str], findings: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    referred = {reference for finding in findings.values() for reference in finding.get("item_refs", ())}
    items: dict[str, Any] = {}
    for place in range(60):
        number, department = f"Q{place + 1:03d}", AUDITED[place % len(AUDITED)]
        result = "minor" if number in referred else "conform"
        items[number] = {
            "section": f"第 {7 + place // 15} 章",
            "text": question(chance),
            "clause_refs": [chance.choice(CLAUSES)],
            "owner_department": department,
            "owner": chance.choice(house.people[department]),
            "prep": {
                "answer": "已按要求准备",
                "evidence": [f"{chance.choice(PROCESSES)}记录 {chance.randint(2, 30)} 份"],
                "status": "ready",
            },
            "audit": {"session": chance.choice(sessions), "result": result, "auditor_note": sentence(chance)},
        }
    return items


def _car(finding: str, told: dict[str, Any], issued: date, house: House, lead: str, chance: random.Random) -> dict[str, Any]:
    department = told["departments"][0]
    owner, other = chance.sample(house.people[department], 2)
    quality = house.people["QA"]
    verifier = next(one for one in quality[2:] if one not in (owner, other))
    due = {
        "containment": issued + timedelta(days=2), "root_cause": issued + timedelta(days=10), "plan": issued + timedelta(days=14),
        "customer_response": issued + timedelta(days=18), "implementation": issued + timedelta(days=40),
        "verification": issued + timedelta(days=60),
    }  # fmt: skip
    evidence = ["cars/records.txt"]
    done = issued + timedelta(days=30)
    reasons = chance.sample(REASONS, 3)

    def action(words: str, **more: Any) -> dict[str, Any]:
        return {"action": words, **more, "owner": owner, "due": str(due["implementation"]), "done_on": str(done), "evidence": evidence}

    return {
        "findings": [finding],
        "customer_car_no": f"EX-SCAR-{chance.randint(1000, 9999)}",
        "source": "written_report",
        "owner_department": department,
        "owner": owner,
        "issued_on": str(issued),
        "issued_by": quality[1],
        "received_on": str(issued),
        "problem": {
            "statement": sentence(chance),
            "what": chance.choice(FAULTS),
            "where": told["location"],
            "how_many": "抽查 8 份，2 份不符合",
        },
        "due": {name: str(day) for name, day in due.items()},
        "containment": [
            {
                "action": f"{chance.choice(PRODUCTS)}在库和在制品全检",
                "owner": owner,
                "due": str(due["containment"]),
                "done_on": str(issued + timedelta(days=1)),
                "stock": [{"location": "成品库", "qty": 600, "sorted": 600, "ng": chance.randint(0, 3)}],
                "clean_point": f"批号 {issued:%y%m%d}A 起",
            }
        ],
        "correction": [
            {
                "action": "补充确认并注明原因",
                "owner": owner,
                "due": str(due["containment"]),
                "done_on": str(issued + timedelta(days=1)),
                "evidence": evidence,
            }
        ],
        "root_cause": {
            "method": "5why",
            "completed_on": str(issued + timedelta(days=9)),
            "chains": [
                {
                    "type": "occurrence",
                    "steps": [{"why": "为何发生", "because": reasons[0]}, {"why": "为何没有规定", "because": reasons[1]}],
                },
                {"type": "escape", "steps": [{"why": "为何未被发现", "because": reasons[2]}]},
            ],
        },
        "corrective_actions": [
            action(chance.choice(MEASURES), type="process", addresses=["occurrence"]),
            action(chance.choice(MEASURES), type="error_proofing", addresses=["escape"]),
        ],
        "preventive_actions": [action(f"{chance.choice(PLACES)}同样修改：{chance.choice(MEASURES)}")],
        "read_across": [{"process": chance.choice(PROCESSES), "applies": True}],
        "documents_updated": [
            {"kind": "WI", "id": f"XY-WI-MFG-{chance.randint(10, 99)}", "from_rev": "A/0", "to_rev": "A/1", "date": str(done)}
        ],
        "responses": [
            {
                "round": 1,
                "submitted_at": f"{issued + timedelta(days=13)}T16:00",
                "by": owner,
                "cause": reasons[0],
                "actions": chance.choice(MEASURES),
                "decision": "accepted",
                "decided_by": "customer",
                "decided_at": f"{issued + timedelta(days=16)}T10:00",
            }
        ],
        "implementation_check": {"by": verifier, "date": str(issued + timedelta(days=35)), "result": "pass"},
        "effectiveness": {
            "criterion": "连续 20 班次记录完整",
            "period_start": str(done),
            "period_end": str(issued + timedelta(days=55)),
            "data": "抽查 40 份记录，全部完整",
            "result": "effective",
            "by": verifier,
            "date": str(issued + timedelta(days=56)),
        },
        "customer_confirmation": {
            "by": lead,
            "date": str(issued + timedelta(days=58)),
            "channel": "email",
            "result": "accepted",
            "reference": "关闭通知",
        },
        "closed_on": str(issued + timedelta(days=59)),
        "closed_by": quality[1],
    }


class _WithoutAnchors(yaml.CSafeDumper):
    """Writes every value out: records know no anchors."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _write(folder: Path, files: dict[str, Any]) -> None:
    sums: dict[str, str] = {}
    for name, content in files.items():
        target = folder / name
        if isinstance(content, str):
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(content, "utf-8")
            sums[name.removeprefix("attachments/")] = hashlib.sha256(content.encode()).hexdigest()
        else:
            _dump(target, content)
    listed = "".join(f"{digest}  {name}\n" for name, digest in sorted(sums.items()))
    (folder / "attachments" / "SHA256SUMS").write_text(listed, "utf-8")


def _dump(target: Path, content: Any) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.dump(content, Dumper=_WithoutAnchors, allow_unicode=True, sort_keys=False, width=1_000_000)
    target.write_text(text, "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
