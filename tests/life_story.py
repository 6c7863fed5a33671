"""The story of a made-up audit: what is recorded day by day, and what is said of it after each fact."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from auditdocs.workspace import Contents, find_workspace, read_contents

BASE = Path(__file__).parent / "cases" / "bases" / "complete"
FOLDER = "records/audits/2026/AUD-2026-001/"
CAR = "cars/CAR-2026-0001"
PLAN_SENT, EVIDENCE_SENT = "submissions/SUB-2026-001", "submissions/SUB-2026-002"
MASTER_DATA = tuple(f"records/{folder}/" for folder in ("org", "people", "customers", "criteria"))
NEWER = "records/org/external_documents.yaml"  # what it says was looked up while this audit went its way


@dataclass(frozen=True)
class Step:
    """One fact more, and what is said of the audit after it."""

    told: str
    day: date
    file: str
    text: str
    audit: str  # where the audit stands
    sheet: str  # where its contact sheet stands
    car: str = ""  # where its CAR stands
    todos: tuple[str, ...] = ()  # "whose turn: what"
    problems: tuple[str, ...] = ()


def base() -> Contents:
    return read_contents(find_workspace(BASE))


FINAL = {file.path.removeprefix(FOLDER): file.content.decode() for file in base().files if file.path.startswith(FOLDER)}


def whole(name: str) -> str:
    """The record as it is in the end."""
    return FINAL[f"{name}.yaml"]


def before(text: str, mark: str) -> str:
    """The record as it was before the line that begins so was written."""
    lines = text.splitlines(keepends=True)
    return "".join(lines[: next(index for index, line in enumerate(lines) if line.startswith(mark))])


def without(text: str, *beginnings: str) -> str:
    """The record without the lines that begin so."""
    lines = text.splitlines(keepends=True)
    assert all(any(line.startswith(one) for line in lines) for one in beginnings)
    return "".join(line for line in lines if not line.startswith(beginnings))


SHEET, AUDIT, PLAN, CHECKLIST = (whole(name) for name in ("contact_sheet", "audit", "plan", "checklist"))
PREPARED, PREAUDIT, LOGISTICS = (whole(name) for name in ("prep_meeting", "preaudit", "logistics"))
MEETINGS, FINDINGS, CONCLUSION, ACTION = whole("meetings"), whole("findings"), whole("conclusion"), whole(CAR)
TO_PREPARE = PREPARED.replace("owner: P0007, due: 2026-03-03, status: ready", "owner: P0007, due: 2026-03-03")
TO_PREPARE = TO_PREPARE.replace(", done_on: 2026-03-03, result: 已更新", "")
LOOKED_AT = without(PREAUDIT, "    closed_on:", "conclusion:").replace(", done_on: 2026-03-02, verified_by: P0005", "")
LOOKED_AT = LOOKED_AT.replace(", waived: {by: P0005, reason: 新封面三月底统一更换，不影响审核}", "")
TO_ARRANGE = LOGISTICS.replace("owner: P0010, status: done", "owner: P0010")
# what the plan says of the days after it was drafted: a change of the agenda, another escort
NEWS = before(PLAN, "sessions:").partition("revisions:")[2], PLAN[PLAN.index("    escort_changes:") : PLAN.index("  S05:")]
DRAFT = PLAN.replace(f"revisions:{NEWS[0]}", "").replace(NEWS[1], "").replace("[P0003]", "[P0010]")
NO_ESCORT = DRAFT.replace("    escorts: [P0005]\n    guides: [P0006]\n", "    guides: [P0006]\n")
REPORT = whole("audit_report")
DISPUTED = before(whole("disputes"), "    outcome:")
TO_CUSTOMER, TO_CLOSE = (whole(f"submissions/SUB-2026-00{number}") for number in (1, 2))
ANSWER = FINDINGS[FINDINGS.index("    response:\n") : FINDINGS.index("  F03:")]
PLANNED = without(before(ACTION, "implementation_check:"), "    done_on: 2026-04", "  - {kind: WI")
UNDECIDED = without(PLANNED, "    decision", "    decided")
CLOSED = "closed_on: 2026-05-18\nclosed_by: P0005\n"

STORY = (
    Step(
        "sales hears of the audit",
        date(2026, 2, 2),
        "contact_sheet",
        before(SHEET, "audit_type:"),
        "notified",
        "draft",
        todos=(
            "SAL: fill in the contact sheet and issue it",
            "SAL: contact-sheet.customer-document-missing",
            "SAL: contact-sheet.dates-or-scope-missing",
            "SAL: contact-sheet.incomplete",
            "SAL: contact-sheet.not-confirmed-with-customer",
        ),
    ),
    Step(
        "the contact sheet is complete",
        date(2026, 2, 3),
        "contact_sheet",
        before(SHEET, "approvals:"),
        "notified",
        "draft",
        todos=("SAL: fill in the contact sheet and issue it",),
    ),
    Step(
        "sales issues it",
        date(2026, 2, 3),
        "contact_sheet",
        before(SHEET, "  - {role: confirmed"),
        "notified",
        "issued",
        todos=("SAL: the head of sales confirms it",),
    ),
    Step(
        "the head of sales confirms it",
        date(2026, 2, 4),
        "contact_sheet",
        before(SHEET, "  - {role: received"),
        "contacted",
        "confirmed",
        todos=("QA: quality signs for the contact sheet and writes audit.yaml", "QA: audit.record-missing"),
    ),
    Step(
        "quality signs for it",
        date(2026, 2, 4),
        "contact_sheet",
        SHEET,
        "accepted",
        "received",
        todos=("QA: checklist.missing", "QA: hold the preparation meeting and record it"),
        problems=("audit.record-missing",),
    ),
    Step(
        "quality names a coordinator",
        date(2026, 2, 5),
        "audit",
        before(AUDIT, "closed:"),
        "accepted",
        "received",
        todos=("QA: checklist.missing", "QA: hold the preparation meeting and record it"),
    ),
    Step(
        "a plan is drafted with a session without an escort",
        date(2026, 2, 6),
        "plan",
        NO_ESCORT,
        "accepted",
        "received",
        todos=("QA: checklist.missing", "QA: hold the preparation meeting and record it"),
    ),
    Step(
        "the checklist is allocated",
        date(2026, 2, 10),
        "checklist",
        without(CHECKLIST, "    audit:"),
        "accepted",
        "received",
        todos=("QA: hold the preparation meeting and record it",),
    ),
    Step(
        "the preparation meeting is held",
        date(2026, 2, 12),
        "prep_meeting",
        TO_PREPARE,
        "preparing",
        "received",
        todos=("GEN: logistics.missing", "QA: plan.session-without-escort", "QA: preaudit.missing", "QA: prep-meeting.document-open"),
    ),
    Step(
        "general affairs lists what to arrange",
        date(2026, 2, 13),
        "logistics",
        TO_ARRANGE,
        "preparing",
        "received",
        todos=("GEN: logistics.item-open", "QA: plan.session-without-escort", "QA: preaudit.missing", "QA: prep-meeting.document-open"),
    ),
    Step(
        "the pre-audit finds gaps",
        date(2026, 2, 26),
        "preaudit",
        LOOKED_AT,
        "preparing",
        "received",
        todos=(
            "QA: checklist.result-missing",
            "GEN: logistics.item-open",
            "QA: plan.session-without-escort",
            "QA: preaudit.gap-open",
            "QA: preaudit.six-s-open",
            "QA: prep-meeting.document-open",
        ),
    ),
    Step(
        "they are closed",
        date(2026, 3, 2),
        "preaudit",
        PREAUDIT,
        "preparing",
        "received",
        todos=(
            "QA: checklist.result-missing",
            "GEN: logistics.item-open",
            "QA: plan.session-without-escort",
            "QA: prep-meeting.document-open",
        ),
    ),
    Step(
        "the last document is ready",
        date(2026, 3, 3),
        "prep_meeting",
        PREPARED,
        "preparing",
        "received",
        todos=("QA: checklist.result-missing", "GEN: logistics.item-open", "QA: plan.session-without-escort"),
    ),
    Step(
        "everything is arranged",
        date(2026, 3, 5),
        "logistics",
        LOGISTICS,
        "preparing",
        "received",
        todos=("QA: checklist.result-missing", "QA: plan.session-without-escort"),
    ),
    Step(
        "an escort is found",
        date(2026, 3, 6),
        "plan",
        DRAFT,
        "ready",
        "received",
        todos=("QA: checklist.result-missing", "QA: hold the opening meeting and record it"),
    ),
    Step(
        "the escort is taken away",
        date(2026, 3, 9),
        "plan",
        NO_ESCORT,
        "preparing",
        "received",
        todos=("QA: checklist.result-missing", "QA: plan.session-without-escort"),
    ),
    Step(
        "the opening meeting is held all the same",
        date(2026, 3, 10),
        "meetings",
        before(MEETINGS, "daily:"),
        "in_progress",
        "received",
        todos=("QA: checklist.result-missing", "QA: hold the closing meeting and record it"),
        problems=("plan.session-without-escort",),
    ),
    Step(
        "the escort who came is recorded",
        date(2026, 3, 10),
        "plan",
        PLAN,
        "in_progress",
        "received",
        todos=("QA: checklist.result-missing", "QA: hold the closing meeting and record it"),
    ),
    Step(
        "the auditors raise three findings",
        date(2026, 3, 11),
        "findings",
        FINDINGS.replace(ANSWER, ""),
        "in_progress",
        "received",
        todos=("QA: checklist.result-missing", "QA: hold the closing meeting and record it"),
    ),
    Step(
        "what they looked at is listed",
        date(2026, 3, 11),
        "evidence",
        whole("evidence"),
        "in_progress",
        "received",
        todos=("QA: checklist.result-missing", "QA: hold the closing meeting and record it"),
    ),
    Step(
        "one of them is disputed",
        date(2026, 3, 11),
        "disputes",
        DISPUTED,
        "in_progress",
        "received",
        todos=("QA: checklist.result-missing", "QA: hold the closing meeting and record it"),
    ),
    Step(
        "their results are written down",
        date(2026, 3, 11),
        "checklist",
        CHECKLIST,
        "in_progress",
        "received",
        todos=("QA: hold the closing meeting and record it",),
    ),
    Step(
        "the closing meeting is held",
        date(2026, 3, 11),
        "meetings",
        MEETINGS,
        "onsite_done",
        "received",
        todos=("QA: obtain the customer's conclusion and record it",),
        problems=("dispute.not-noted-at-the-closing-meeting",),
    ),
    Step(
        "the auditor's decision on the dispute is written down",
        date(2026, 3, 11),
        "disputes",
        whole("disputes"),
        "onsite_done",
        "received",
        todos=("QA: obtain the customer's conclusion and record it",),
    ),
    Step(
        "the written report comes",
        date(2026, 3, 13),
        "conclusion",
        CONCLUSION,
        "concluded",
        "received",
        todos=("QA: finding.without-car", "QA: finding.without-answer", "QA: notification.missing"),
    ),
    Step(
        "the departments are told",
        date(2026, 3, 13),
        "notification",
        whole("notification"),
        "concluded",
        "received",
        todos=("QA: finding.without-car", "QA: finding.without-answer"),
    ),
    Step(
        "a CAR is drafted",
        date(2026, 3, 16),
        CAR,
        before(ACTION, "issued_on:"),
        "concluded",
        "received",
        car="draft",
        todos=(
            "QA: finding.without-answer",
            "QA: complete problem, owner and due dates, and issue the CAR",
            "QA: car.dues-missing",
            "QA: car.issuer-missing",
            "QA: car.problem-missing",
        ),
    ),
    Step(
        "the CAR is issued",
        date(2026, 3, 16),
        CAR,
        without(before(ACTION, "containment:"), "received_on:"),
        "concluded",
        "received",
        car="issued",
        todos=(
            "QA: finding.without-answer",
            "DEP: the department takes the CAR over: write received_on",
            "DEP: car.containment-missing",
            "DEP: car.correction-missing",
            "DEP: car.root-cause-missing",
            "DEP: car.due-soon",
        ),
    ),
    Step(
        "production takes the CAR over",
        date(2026, 3, 16),
        CAR,
        before(ACTION, "containment:"),
        "concluded",
        "received",
        car="received",
        todos=(
            "QA: finding.without-answer",
            "DEP: finish the containment and write its done_on",
            "DEP: car.containment-missing",
            "DEP: car.correction-missing",
            "DEP: car.root-cause-missing",
            "DEP: car.due-soon",
        ),
    ),
    Step(
        "engineering answers the observation",
        date(2026, 3, 16),
        "findings",
        FINDINGS.replace(ANSWER, without(ANSWER, "      done_on:", "      verified_by:")),
        "follow_up",
        "received",
        car="received",
        todos=(
            "QA: close the audit when its CARs are closed and its report is approved",
            "QA: report.missing",
            "QA: finding.answer-not-verified",
            "DEP: finish the containment and write its done_on",
            "DEP: car.containment-missing",
            "DEP: car.correction-missing",
            "DEP: car.root-cause-missing",
            "DEP: car.due-soon",
        ),
    ),
    Step(
        "the lot is sorted",
        date(2026, 3, 17),
        CAR,
        before(ACTION, "root_cause:"),
        "follow_up",
        "received",
        car="contained",
        todos=(
            "QA: close the audit when its CARs are closed and its report is approved",
            "QA: report.missing",
            "QA: finding.answer-not-verified",
            "DEP: finish the analysis of causes and write completed_on",
            "DEP: car.corrective-action-missing",
            "DEP: car.preventive-action-missing",
            "DEP: car.root-cause-missing",
            "DEP: car.due-soon",
        ),
    ),
    Step(
        "the causes are found",
        date(2026, 3, 26),
        CAR,
        before(ACTION, "corrective_actions:"),
        "follow_up",
        "received",
        car="analysed",
        todos=(
            "QA: close the audit when its CARs are closed and its report is approved",
            "QA: report.missing",
            "QA: finding.answer-not-verified",
            "DEP: set the actions and submit the response",
            "DEP: car.corrective-action-missing",
            "DEP: car.preventive-action-missing",
            "DEP: car.due-soon",
        ),
    ),
    Step(
        "the plan is sent",
        date(2026, 3, 30),
        CAR,
        UNDECIDED,
        "follow_up",
        "received",
        car="planned",
        todos=(
            "QA: close the audit when its CARs are closed and its report is approved",
            "QA: report.missing",
            "QA: finding.answer-not-verified",
            "QA: review the plan; record the decision of quality or of the customer",
        ),
    ),
    Step(
        "quality gathers it and hands it to sales",
        date(2026, 3, 31),
        PLAN_SENT,
        before(TO_CUSTOMER, "sent_to_customer_at"),
        "follow_up",
        "received",
        car="planned",
        todos=(
            "QA: close the audit when its CARs are closed and its report is approved",
            "QA: report.missing",
            "QA: finding.answer-not-verified",
            "QA: review the plan; record the decision of quality or of the customer",
            "SAL: sales sends it to the customer by the customer's date",
        ),
    ),
    Step(
        "sales sends it to the customer",
        date(2026, 3, 31),
        PLAN_SENT,
        before(TO_CUSTOMER, "customer_response"),
        "follow_up",
        "received",
        car="planned",
        todos=(
            "QA: close the audit when its CARs are closed and its report is approved",
            "QA: report.missing",
            "QA: finding.answer-not-verified",
            "QA: review the plan; record the decision of quality or of the customer",
            "SAL: obtain the customer's answer and record the result of each CAR",
        ),
    ),
    Step(
        "the customer answers and sales tells quality",
        date(2026, 4, 2),
        PLAN_SENT,
        TO_CUSTOMER,
        "follow_up",
        "received",
        car="planned",
        todos=(
            "QA: close the audit when its CARs are closed and its report is approved",
            "QA: report.missing",
            "QA: finding.answer-not-verified",
            "QA: review the plan; record the decision of quality or of the customer",
        ),
        problems=("submission.result-not-in-car",),
    ),
    Step(
        "the customer accepts the plan",
        date(2026, 4, 2),
        CAR,
        PLANNED,
        "follow_up",
        "received",
        car="plan_approved",
        todos=(
            "QA: close the audit when its CARs are closed and its report is approved",
            "QA: report.missing",
            "QA: finding.answer-not-verified",
            "DEP: finish all actions; write done_on and the evidence",
        ),
    ),
    Step(
        "the actions are done",
        date(2026, 4, 28),
        CAR,
        before(ACTION, "implementation_check:"),
        "follow_up",
        "received",
        car="implemented",
        todos=(
            "QA: close the audit when its CARs are closed and its report is approved",
            "QA: report.missing",
            "QA: finding.answer-not-verified",
            "DEP: finding.answer-due-soon",
            "QA: check the implementation",
        ),
    ),
    Step(
        "quality has checked them",
        date(2026, 4, 30),
        CAR,
        before(ACTION, "effectiveness:"),
        "follow_up",
        "received",
        car="verified",
        todos=(
            "QA: close the audit when its CARs are closed and its report is approved",
            "QA: report.missing",
            "QA: finding.answer-not-verified",
            "DEP: finding.answer-due-soon",
            "QA: once it proves effective gather the closing evidence; sales submits it to the customer",
        ),
    ),
    Step(
        "they prove effective",
        date(2026, 5, 15),
        CAR,
        before(ACTION, "customer_confirmation:"),
        "follow_up",
        "received",
        car="verified",
        todos=(
            "QA: close the audit when its CARs are closed and its report is approved",
            "QA: report.missing",
            "QA: finding.answer-not-verified",
            "QA: once it proves effective gather the closing evidence; sales submits it to the customer",
        ),
        problems=("finding.answer-overdue",),
    ),
    Step(
        "the closing evidence goes to the customer",
        date(2026, 5, 15),
        EVIDENCE_SENT,
        before(TO_CLOSE, "customer_response"),
        "follow_up",
        "received",
        car="submitted",
        todos=(
            "QA: close the audit when its CARs are closed and its report is approved",
            "QA: report.missing",
            "QA: finding.answer-not-verified",
            "QA: close it once it is effective and the customer has confirmed",
            "QA: car.not-submitted",
            "SAL: obtain the customer's answer and record the result of each CAR",
        ),
        problems=("finding.answer-overdue",),
    ),
    Step(
        "the CAR is closed without the customer",
        date(2026, 5, 18),
        CAR,
        before(ACTION, "customer_confirmation:") + CLOSED,
        "follow_up",
        "received",
        car="submitted",
        todos=(
            "QA: close the audit when its CARs are closed and its report is approved",
            "QA: report.missing",
            "QA: finding.answer-not-verified",
            "QA: close it once it is effective and the customer has confirmed",
            "QA: car.not-submitted",
            "SAL: obtain the customer's answer and record the result of each CAR",
        ),
        problems=("car.closed-without-customer-confirmation", "finding.answer-overdue"),
    ),
    Step(
        "the customer answers and sales tells quality again",
        date(2026, 5, 18),
        EVIDENCE_SENT,
        TO_CLOSE,
        "follow_up",
        "received",
        car="submitted",
        todos=(
            "QA: close the audit when its CARs are closed and its report is approved",
            "QA: report.missing",
            "QA: finding.answer-not-verified",
            "QA: close it once it is effective and the customer has confirmed",
        ),
        problems=("car.closed-without-customer-confirmation", "finding.answer-overdue"),
    ),
    Step(
        "the customer confirms it",
        date(2026, 5, 18),
        CAR,
        ACTION,
        "follow_up",
        "received",
        car="closed",
        todos=(
            "QA: close the audit when its CARs are closed and its report is approved",
            "QA: report.missing",
            "QA: finding.answer-not-verified",
        ),
        problems=("finding.answer-overdue",),
    ),
    Step(
        "the report is written",
        date(2026, 5, 19),
        "audit_report",
        before(REPORT, "  - {role: approved"),
        "follow_up",
        "received",
        car="closed",
        todos=(
            "QA: close the audit when its CARs are closed and its report is approved",
            "QA: report.not-approved",
            "QA: finding.answer-not-verified",
        ),
        problems=("finding.answer-overdue",),
    ),
    Step(
        "the report is approved",
        date(2026, 5, 19),
        "audit_report",
        REPORT,
        "follow_up",
        "received",
        car="closed",
        todos=("QA: close the audit when its CARs are closed and its report is approved", "QA: finding.answer-not-verified"),
        problems=("finding.answer-overdue",),
    ),
    Step(
        "the audit is closed with an answer unverified",
        date(2026, 5, 20),
        "audit",
        AUDIT,
        "closed",
        "received",
        car="closed",
        todos=("ARC: file the audit and record it in archive.yaml",),
        problems=("finding.answer-not-verified",),
    ),
    Step(
        "the answer is verified",
        date(2026, 5, 20),
        "findings",
        FINDINGS,
        "closed",
        "received",
        car="closed",
        todos=("ARC: file the audit and record it in archive.yaml",),
    ),
    Step("the file is archived", date(2026, 5, 28), "archive", whole("archive"), "archived", "received", car="closed"),
)
