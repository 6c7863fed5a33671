"""A made-up audit from the first call to the archive, one fact at a time: where it stands, what comes next, what is wrong."""

from dataclasses import replace
from datetime import date

import pytest

from auditdocs.check import Checked, Todo, check
from auditdocs.entry import Records
from auditdocs.inputs import File
from auditdocs.load import load
from auditdocs.records import ROOMS
from auditdocs.state import Standing, standing
from auditdocs.workspace import Contents, find_workspace
from tests.life_story import (
    AUDIT,
    BASE,
    DRAFT,
    FOLDER,
    LOGISTICS,
    MASTER_DATA,
    MEETINGS,
    NEWER,
    SHEET,
    STORY,
    Step,
    base,
    before,
    whole,
    without,
)

YEAR_END = date(2026, 12, 31)


def workspace(records: dict[str, str]) -> Contents:
    """Master data and what was recorded of this audit so far; attachments lie there once a record names them."""
    contents = base()
    told = {f"{FOLDER}{name}.yaml": text for name, text in records.items()}
    kept = tuple(file for file in contents.files if file.path.startswith(MASTER_DATA) and file.path != NEWER)
    files = (*kept, *(File(path, text.encode()) for path, text in told.items()))
    home, text = FOLDER + "attachments/", "".join(told.values())
    attachments = {
        path: digest
        for path, digest in contents.attachments.items()
        if path.startswith(MASTER_DATA) or (path.startswith(home) and path.removeprefix(home) in text)
    }
    ours = {path: digest for path, digest in sorted(attachments.items()) if path.startswith(home)}
    sums = {path: lines for path, lines in contents.sums.items() if path.startswith(MASTER_DATA)}
    if ours:
        sums[home + "SHA256SUMS"] = "".join(f"{digest}  {path.removeprefix(home)}\n" for path, digest in ours.items())
    return replace(contents, files=files, attachments=attachments, sums=sums)


def said(todo: Todo) -> str:
    what = todo.problem.code if todo.problem else todo.words.en if todo.words else ""
    return f"{todo.who}: {what}"


def judged(records: dict[str, str], day: date) -> tuple[Records, Checked]:
    contents = workspace(records)
    loaded = load(contents.files, ROOMS, day, find_workspace(BASE).settings, contents.attachments, contents.sums)
    return loaded.records, check(loaded.records, ROOMS, loaded.problems)


def codes(checked: Checked) -> tuple[str, ...]:
    return tuple(problem.code for problem in checked.problems)


def stands(records: Records, life: str) -> Standing | None:
    subject = records.get_of("car", "CAR-2026-0001") if life == "car" else records.get_of("contact_sheet", "AUD-2026-001")
    return standing(records, subject, life) if subject else None


def state(records: Records, life: str) -> str:
    found = stands(records, life)
    return found.state if found else ""


def after(steps: tuple[Step, ...]) -> tuple[Records, Checked]:
    return judged({step.file: step.text for step in steps}, steps[-1].day)


@pytest.mark.parametrize("count", range(1, len(STORY) + 1), ids=lambda count: STORY[count - 1].told)
def test_an_audit_goes_its_way_one_fact_at_a_time(count: int) -> None:
    step = STORY[count - 1]
    records, checked = after(STORY[:count])
    assert (state(records, "audit"), state(records, "contact_sheet"), state(records, "car")) == (step.audit, step.sheet, step.car)
    assert sorted(dict.fromkeys(map(said, checked.todos))) == sorted(step.todos)
    assert codes(checked) == step.problems


def test_a_session_without_an_escort_is_silent_then_a_todo_then_an_error() -> None:
    code = "plan.session-without-escort"
    steps = {step.told: step for step in STORY}
    drafted = steps["a plan is drafted with a session without an escort"]
    met = steps["the preparation meeting is held"]
    opened = steps["the opening meeting is held all the same"]
    assert code not in str((drafted.todos, drafted.problems))
    assert f"QA: {code}" in met.todos
    assert code not in met.problems
    assert code in opened.problems


def test_the_visit_drawing_near_makes_a_todo_although_the_checklist_is_not_there() -> None:
    drafted = {step.file: step.text for step in STORY[:7]}
    _, long_before = judged(drafted, date(2026, 2, 23))
    _, two_weeks_before = judged(drafted, date(2026, 2, 24))
    assert "QA: plan.session-without-escort" not in map(said, long_before.todos)
    assert "QA: plan.session-without-escort" in map(said, two_weeks_before.todos)


def test_a_postponed_audit_is_postponed_until_its_next_fact() -> None:
    later = "postponed: [{date: 2026-03-02, by: P0005, reason: 客户产线搬迁, new_start: 2026-04-14, new_end: 2026-04-15}]\n"
    put_off = {"contact_sheet": SHEET, "audit": before(AUDIT, "closed:") + later}
    records, _ = judged(put_off, date(2026, 3, 3))
    assert state(records, "audit") == "postponed"
    opened = before(MEETINGS, "daily:").replace("2026-03-10", "2026-04-14")
    moved, reception = (text.replace("2026-03-10", "2026-04-14").replace("2026-03-11", "2026-04-15") for text in (DRAFT, LOGISTICS))
    held = {"meetings": opened, "plan": moved.replace("2026-03-09", "2026-04-13"), "logistics": reception}
    ready = {name: whole(name) for name in ("prep_meeting", "preaudit", "checklist")}
    records, checked = judged({**put_off, **held, **ready}, date(2026, 4, 14))
    assert state(records, "audit") == "in_progress"
    assert codes(checked) == ()


def test_after_a_cancelled_audit_nothing_is_to_do_and_nothing_is_missing() -> None:
    cancelled = before(AUDIT, "closed:") + "cancelled: {date: 2026-03-02, by: P0005, reason: 客户取消}\n"
    records, checked = judged({"contact_sheet": SHEET, "audit": cancelled, "archive": whole("archive")}, YEAR_END)
    assert state(records, "audit") == "cancelled"
    assert [said(todo) for todo in checked.todos] == []
    assert "life.milestone-missing" not in codes(checked)


def test_a_withdrawn_contact_sheet_ends_its_audit() -> None:
    withdrawn = SHEET + "withdrawn: {date: 2026-02-20, by: P0003, reason: 客户改为书面调查}\n"
    records, checked = judged({"contact_sheet": withdrawn, "audit": before(AUDIT, "closed:")}, date(2026, 2, 23))
    assert (state(records, "contact_sheet"), state(records, "audit")) == ("withdrawn", "cancelled")
    assert checked.todos == ()


def test_a_reopened_audit_is_closed_and_archived_anew() -> None:
    everything = {step.file: step.text for step in STORY}
    reopened = AUDIT + "reopened: {date: 2026-06-15, by: P0004, approved_by: P0001, reason: 同一问题再次发生}\n"
    records, checked = judged({**everything, "audit": reopened}, YEAR_END)
    assert state(records, "audit") == "reopened"
    assert [said(todo) for todo in checked.todos] == ["QA: close the audit when its CARs are closed and its report is approved"]
    assert codes(checked) == ("retention.trigger-missing",)  # half a year after it was reopened
    closed_again = reopened.replace("closed: {date: 2026-05-20", "closed: {date: 2026-07-20")
    records, checked = judged({**everything, "audit": closed_again}, YEAR_END)
    assert state(records, "audit") == "closed"
    assert [said(todo) for todo in checked.todos] == ["ARC: file the audit and record it in archive.yaml"]


def test_the_sheet_of_an_unannounced_audit_may_follow_the_visit() -> None:
    follows = SHEET.replace("audit_type: system", "audit_type: unannounced")
    for announced, arrived in (
        ("received_at: 2026-02-02T09:20", "received_at: 2026-03-10T08:30"),
        ("2026-02-03T16:00", "2026-03-11T08:00"),
        ("2026-02-04T09:00", "2026-03-11T08:30"),
        ("2026-02-04T10:30", "2026-03-11T09:00"),
    ):
        follows = follows.replace(announced, arrived)
    held = {name: whole(name) for name in ("plan", "meetings", "checklist")} | {"findings": without(whole("findings"), "      done_on:")}
    records, checked = judged({"contact_sheet": follows, "audit": before(AUDIT, "closed:"), **held}, date(2026, 3, 12))
    assert codes(checked) == ()
    assert state(records, "audit") == "onsite_done"


def test_a_contact_sheet_confirmed_by_its_initiator_does_not_count_as_confirmed() -> None:
    alone = before(SHEET, "  - {role: received").replace("role: prepared, person: P0003", "role: prepared, person: P0002")
    records, checked = judged({"contact_sheet": alone}, date(2026, 2, 4))
    assert state(records, "audit") == "notified"
    assert codes(checked) == ("contact-sheet.confirmed-by-initiator",)
