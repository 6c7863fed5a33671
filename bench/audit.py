"""One closed and filed audit → all its records, drawn from the audit's own seed."""

import random
from datetime import date, datetime, time, timedelta
from typing import Any

from bench.car import car_record
from bench.company import House
from bench.days import after, working_day
from bench.phrases import CLAUSES, PLACES, PROCESSES, PRODUCTS, passage, question, sentence
from bench.preparation import preparation_records
from bench.submission import submission_records

AUDITED = ("QA", "MFG", "ENG", "PUR", "LOG")


def audit_records(audit: str, day: date, number: int, house: House, chance: random.Random) -> dict[str, Any]:
    """All records of one closed and filed audit by their file names."""
    quality = house.people["QA"]
    lead = f"{chance.choice('王李张刘陈')}工"
    second = f"{chance.choice('周吴郑孙')}工程师"
    plan, sessions = _plan(day, int(audit[9:]), house, lead, second, chance)
    findings = _findings(audit, day, house, lead, chance)
    received = after(day, 3)
    issued = after(received, 1)
    cars = [f"CAR-{audit[4:8]}-{(int(audit[9:]) - 1) * 5 + place + 1:04d}" for place in range(5)]
    files: dict[str, Any] = {
        "contact_sheet.yaml": _contact_sheet(day, house, number, lead, second, chance),
        "audit.yaml": {
            "coordinator": quality[1],
            "management_contact": house.people["GM"][0],
            "label": f"{chance.choice(PRODUCTS)}年度体系审核",
            "grading_scheme": "iso_nc",
            "objectives": [{"text": "没有严重不符合", "measure": "严重不符合项数", "target": "0", "result": "0"}],
            "closed": {"date": str(after(issued, 62)), "by": quality[1]},
            "lessons_learned": [sentence(chance) for _ in range(2)],
        },
        **preparation_records(day, AUDITED, house, chance),
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
            "customer_due_date": str(after(issued, 18)),
        },
        "notification.yaml": {
            "at": f"{after(day, 3)}T16:00",
            "by": quality[1],
            "recipients": list(AUDITED),
            "summary": passage(chance, 80),
        },
        "audit_report.yaml": {
            "background": sentence(chance),
            "process": sentence(chance),
            "results": passage(chance, 200),
            "lessons": sentence(chance),
            "improvement": sentence(chance),
            "approvals": [
                {"role": "prepared", "person": quality[1], "at": f"{after(issued, 60)}T10:00"},
                {"role": "approved", "person": quality[0], "at": f"{after(issued, 61)}T10:00"},
            ],
        },
        "archive.yaml": {
            "archive_number": f"Q001-KS·{audit[4:8]}-D3-QA-{number % 10000:04d}",
            "filed_on": str(after(issued, 70)),
            "filed_by": house.people["ARC"][0],
            "location": f"档案室 {chance.choice('ABCD')} 柜 {chance.randint(1, 6)} 层",
            "medium": "电子",
        },
        **submission_records(audit, cars, issued, house, lead),
        "attachments/conclusion/report.txt": f"{audit} 客户审核结论\n",
        "attachments/cars/records.txt": f"{audit} 整改证据\n",
    }
    nonconformities = [name for name, finding in findings.items() if finding["type"] == "nc"]
    for car, finding in zip(cars, nonconformities, strict=True):
        files[f"cars/{car}.yaml"] = car_record(finding, findings[finding], issued, house, lead, chance)
    return files


def _contact_sheet(day: date, house: House, number: int, lead: str, second: str, chance: random.Random) -> dict[str, Any]:
    sales = house.people["SAL"]
    asked = working_day(day - timedelta(days=40))
    confirmed = after(asked, 2)
    customer = house.customers[number // 5 % len(house.customers)]  # seldom enough for its last audit to be closed
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
            {"name": lead, "title": "SQE 主任", "org": f"示例客户{int(customer[1:])}有限公司", "role": "lead"},
            {"name": second, "title": "SQE", "org": f"示例客户{int(customer[1:])}有限公司", "role": "auditor"},
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


def _plan(day: date, number: int, house: House, lead: str, second: str, chance: random.Random) -> tuple[dict[str, Any], list[str]]:
    """Ten sessions in one day, an escort and a guide each; audits of the same days have other escorts and buildings."""
    quality = house.people["QA"]
    turn = number % (len(quality) - 1)
    escort, building = quality[1 + turn], f"{turn + 1} 号楼"
    sessions: dict[str, Any] = {}
    start = datetime.combine(day, time(8, 30))
    for place in range(10):
        stage = "opening" if place == 0 else "closing" if place == 9 else "process"
        department = "QA" if place in (0, 9) else AUDITED[place % len(AUDITED)]
        guides = house.people[department][2:] if department == "QA" else house.people[department]
        guide = chance.choice([one for one in guides if one != escort])
        begin, end = start + timedelta(minutes=50 * place), start + timedelta(minutes=50 * place + 45)
        sessions[f"S{place + 1:02d}"] = {
            "stage": stage,
            "start": begin.isoformat(timespec="minutes"),
            "end": end.isoformat(timespec="minutes"),
            "place": f"{building} {PLACES[place % len(PLACES)]}",
            "process": PROCESSES[place % len(PROCESSES)],
            "clauses": chance.sample(CLAUSES, 2),
            "auditors": [lead, second],
            "auditee_departments": [department],
            "escorts": [escort],
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
            "response_deadline": str(after(day, 30)),
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
