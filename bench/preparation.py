"""What goes before an audit: the preparation meeting, the pre-audit of every department and the reception, as plain records."""

import random
from datetime import date, timedelta
from typing import Any

from bench.company import House
from bench.days import after, working_day
from bench.phrases import sentence

SIX_S = ("sort", "set_in_order", "shine", "standardize", "sustain", "safety")


def preparation_records(day: date, departments: tuple[str, ...], house: House, chance: random.Random) -> dict[str, Any]:
    """The records of the weeks before this day, by their file names."""
    met = working_day(day - timedelta(days=24))
    return {
        "prep_meeting.yaml": _meeting(met, departments, house, chance),
        "preaudit.yaml": _preaudit(after(met, 6), departments, house, chance),
        "logistics.yaml": _logistics(day, house),
    }


def _meeting(met: date, departments: tuple[str, ...], house: House, chance: random.Random) -> dict[str, Any]:
    due = str(after(met, 10))
    return {
        "at": f"{met}T09:00",
        "place": "一号会议室",
        "chair": house.people["QA"][0],
        "attendees": [{"person": house.people[one][0]} for one in departments],
        "preparation_due": due,
        "document_requests": [
            {"document": sentence(chance), "department": one, "owner": house.people[one][0], "due": due, "status": "ready"}
            for one in departments
        ],
        "decisions": [sentence(chance) for _ in range(2)],
        "tasks": [{"what": sentence(chance), "owner": house.people[one][0], "due": due, "done_on": due} for one in departments[:2]],
    }


def _preaudit(looked: date, departments: tuple[str, ...], house: House, chance: random.Random) -> dict[str, Any]:
    """Every department looks at itself, and at the next one; one gap is found and closed."""
    checks = [("self", one, house.people[one][0]) for one in departments]
    checks += [("mutual", one, house.people[other][0]) for one, other in zip(departments, departments[1:] + departments[:1], strict=True)]
    results: list[dict[str, Any]] = [
        {"type": kind, "department": one, "checker": checker, "checked_on": str(looked)} for kind, one, checker in checks
    ]
    gap = {"gap": sentence(chance), "severity": "minor", "action": sentence(chance), "owner": house.people[departments[0]][0]}
    results[0] |= {**gap, "due": str(looked), "done_on": str(looked)}
    items = [{"s": one, "result": "ok"} for one in SIX_S]
    return {
        "plan": {"method": ["self", "mutual"], "team": house.people["QA"][:2], "start": str(looked), "scope": "检查表全部项目"},
        "six_s_checks": [
            {"area": f"{one} 现场", "department": one, "checked_on": str(looked), "by": house.people["QA"][1], "items": items}
            for one in departments
        ],
        "results": results,
        "conclusion": "可以接受审核。",
    }


def _logistics(day: date, house: House) -> dict[str, Any]:
    owner = house.people["GEN"][0]
    kinds = ("pickup", "lodging", "meals", "meeting_room", "welcome_board", "tea")
    return {
        "contact": owner,
        "items": [{"kind": one, "for_date": str(day), "owner": owner, "status": "done"} for one in kinds],
    }
