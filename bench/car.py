"""A nonconformity → its CAR, answered, carried out, verified and closed."""

import random
from datetime import date, timedelta
from typing import Any

from bench.company import House
from bench.phrases import FAULTS, MEASURES, PLACES, PROCESSES, PRODUCTS, REASONS, sentence


def car_record(finding: str, told: dict[str, Any], issued: date, house: House, lead: str, chance: random.Random) -> dict[str, Any]:
    department = told["departments"][0]
    owner, other = chance.sample(house.people[department], 2)
    quality = house.people["QA"]
    verifier = next(one for one in quality[2:] if one not in (owner, other))
    closer = next(one for one in quality[1:] if one != owner)
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
        "closed_by": closer,
    }
