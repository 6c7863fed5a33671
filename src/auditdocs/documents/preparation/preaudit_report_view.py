"""An audit's pre-audit → the internal report of it."""

from collections.abc import Iterator, Mapping

from auditdocs.document import INSIDE
from auditdocs.documents.not_printed import left_to_its_keeper
from auditdocs.documents.preparation.preaudit_report import (
    TITLE,
    WORDS,
    EarlierCarRow,
    OpenGapRow,
    PreauditReportView,
    PreauditResultRow,
    SixSRow,
)
from auditdocs.documents.record_form import record_form
from auditdocs.documents.report.audit_words import audit_name, customer_of, dates_of
from auditdocs.documents.rows_view import attachment_rows, signatures
from auditdocs.documents.words import Writing, lines, period
from auditdocs.entry import Entry
from auditdocs.problem import Words
from auditdocs.records.preparation.preaudit import (
    METHOD,
    SEVERITY,
    SIX_S,
    SIX_S_RESULT,
    GapWaiver,
    Preaudit,
    PreauditPlan,
    PreauditResult,
    SixSCheck,
)

ROLES: Mapping[str, Words] = {
    "prepared": Words("编制（协调人）", "Prepared by the coordinator"),
    "reviewed": Words("审核（质量部）", "Reviewed by quality"),
    "approved": Words("批准", "Approved"),
}
NO_GAP = Words("未发现问题", "No gap")
OPEN, WAIVED, CLOSED = Words("未关闭，未放行", "Open, not waived"), Words("放行", "Waived"), Words("已关闭", "Closed")


def view(write: Writing, entry: Entry[Preaudit]) -> PreauditReportView:
    """How we looked, what we found, what is left."""
    preaudit, plan = entry.record, entry.record.plan or PreauditPlan()
    return PreauditReportView(
        audit=audit_name(write, entry.key),
        title=write.text(preaudit.title),
        customer=customer_of(write, entry.key),
        audit_date=dates_of(write, entry.key),
        method=write.choices(METHOD, plan.method),
        held=period(write, plan.start, plan.end),
        team=write.people(plan.team),
        scope=write.text(plan.scope),
        six_s_checks=tuple(_six_s(write, one) for one in preaudit.six_s_checks),
        results=tuple(_result(write, number, one) for number, one in enumerate(preaudit.results, start=1)),
        open_gaps=tuple(_open_gaps(write, preaudit)),
        earlier_cars=tuple(EarlierCarRow(car=one.car, progress=write.text(one.progress)) for one in preaudit.earlier_cars),
        conclusion=write.text(preaudit.conclusion),
        signatures=signatures(write, preaudit, tuple(ROLES), ROLES),
        attachments=attachment_rows(write, preaudit),
    )


def _six_s(write: Writing, check: SixSCheck) -> SixSRow:
    results = {name: write.choices(SIX_S_RESULT, (one.result or "" for one in check.items if one.s == name)) for name in SIX_S.choices}
    return SixSRow(
        area=write.text(check.area),
        department=write.department(check.department),
        checked_on=write.day(check.checked_on),
        checker=write.person(check.by),
        **results,
        notes=lines(*(write.told(write.choice(SIX_S, one.s), write.text(one.note)) for one in check.items)),
        closed_on=write.day(check.closed_on),
    )


def _result(write: Writing, number: int, one: PreauditResult) -> PreauditResultRow:
    return PreauditResultRow(
        number=str(number),
        type=write.choice(METHOD, one.type),
        department=write.department(one.department),
        checker=write.person(one.checker),
        checked_on=write.day(one.checked_on),
        question=one.item_ref or "",
        gap=write.text(one.gap) or write.words(NO_GAP),
        severity=write.choice(SEVERITY, one.severity),
        action=write.text(one.action),
        owner=write.person(one.owner),
        due=write.day(one.due),
        done_on=write.day(one.done_on),
        verified_by=write.person(one.verified_by),
    )


def _open_gaps(write: Writing, preaudit: Preaudit) -> Iterator[OpenGapRow]:
    """What is not closed, and what was let stand, by its row among the results."""
    for number, one in enumerate(preaudit.results, start=1):
        if one.waived or (one.gap and one.done_on is None):
            waiver = one.waived or GapWaiver()
            yield OpenGapRow(
                number=str(number),
                department=write.department(one.department),
                gap=write.text(one.gap),
                state=write.words(CLOSED if one.done_on else WAIVED if one.waived else OPEN),
                waived_by=write.person(waiver.by),
                reason=write.text(waiver.reason),
            )


PREAUDIT_REPORT = record_form(
    Preaudit,
    view,
    name="preaudit_report",
    title=TITLE,
    shows=PreauditReportView,
    words=WORDS,
    editions=INSIDE,
    not_printed=left_to_its_keeper("preaudit"),
)
