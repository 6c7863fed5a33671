"""The way of an audit from the first word of it to the archive, by the facts of its folder."""

from datetime import date

from auditdocs.entry import Entry, Records
from auditdocs.problem import Words
from auditdocs.records.audit.audit import Audit
from auditdocs.records.audit.conclusion import Conclusion
from auditdocs.records.audit.outbound_life import AUDIT, as_auditors
from auditdocs.records.keeping.disposal import executed
from auditdocs.records.keeping.disposal_life import DISPOSED
from auditdocs.records.marks import approval_mark, fact_mark, how_to_sign
from auditdocs.records.on_site.meetings import Meetings
from auditdocs.records.preparation.contact_sheet import ContactSheet
from auditdocs.records.preparation.prep_meeting import PrepMeeting
from auditdocs.room import Life, Mark, Milestone, SideState
from auditdocs.state import day_of

Sheet = Entry[ContactSheet]


def planned_start(entry: Sheet, records: Records) -> date | None:
    """The first day of the audit as planned now."""
    moved = _newest_dates(entry, records)
    return moved[0] or entry.record.planned_start


def planned_end(entry: Sheet, records: Records) -> date | None:
    """The last day of the audit as planned now."""
    moved = _newest_dates(entry, records)
    return moved[1] or entry.record.planned_end


def are_dates_sound(entry: Sheet, records: Records) -> bool:
    """Whether the planned dates agree with themselves; where not, that is said of them, and nothing is measured by them."""
    first, last = planned_start(entry, records), planned_end(entry, records)
    source = entry.record.info_source
    known = source.received_at.date() if source and source.received_at else None
    is_too_early = first and known and first < known and entry.record.audit_type != "unannounced"
    return not (is_too_early or (first and last and last < first))


def _newest_dates(entry: Sheet, records: Records) -> tuple[date | None, date | None]:
    audit = records.get(Audit, entry.key)
    if audit is None or not audit.record.postponed:
        return None, None
    newest = max(audit.record.postponed, key=lambda one: one.date)
    return newest.new_start, newest.new_end


def _notified(entry: Sheet, records: Records) -> Mark | None:
    return fact_mark(entry, "info_source", "received_at")


def _contacted(entry: Sheet, records: Records) -> Mark | None:
    return approval_mark(entry, "confirmed")


def _accepted(entry: Sheet, records: Records) -> Mark | None:
    return approval_mark(entry, "received")


def _preparing(entry: Sheet, records: Records) -> Mark | None:
    return fact_mark(records.get(PrepMeeting, entry.key), "at")


def _in_progress(entry: Sheet, records: Records) -> Mark | None:
    return fact_mark(records.get(Meetings, entry.key), "opening", "start")


def _onsite_done(entry: Sheet, records: Records) -> Mark | None:
    return fact_mark(records.get(Meetings, entry.key), "closing", "end")


def _concluded(entry: Sheet, records: Records) -> Mark | None:
    return fact_mark(records.get(Conclusion, entry.key), "received_at")


def _closed(entry: Sheet, records: Records) -> Mark | None:
    return _not_reopened(fact_mark(records.get(Audit, entry.key), "closed", "date"), entry, records)


def _archived(entry: Sheet, records: Records) -> Mark | None:
    return _not_reopened(fact_mark(records.get_of("archive", entry.key), "filed_on"), entry, records)


def _disposed(entry: Sheet, records: Records) -> Mark | None:
    return fact_mark(executed(records, entry.key), "executed_on")


def _not_reopened(mark: Mark | None, entry: Sheet, records: Records) -> Mark | None:
    """What was done before an audit was reopened has to be done again."""
    reopened = _reopened(entry, records)
    day, since = (day_of(mark.moment), day_of(reopened.moment)) if mark and reopened else (None, None)
    return None if day and since and day <= since else mark


def _postponed(entry: Sheet, records: Records) -> Mark | None:
    audit = records.get(Audit, entry.key)
    if audit is None or not audit.record.postponed:
        return None
    newest = max(range(len(audit.record.postponed)), key=lambda index: audit.record.postponed[index].date)
    return fact_mark(audit, "postponed", newest, "date")


def _cancelled(entry: Sheet, records: Records) -> Mark | None:
    """A contact sheet that was withdrawn ends its audit: the folder can have no other."""
    return fact_mark(records.get(Audit, entry.key), "cancelled", "date") or fact_mark(entry, "withdrawn", "date")


def _aborted(entry: Sheet, records: Records) -> Mark | None:
    return fact_mark(records.get(Audit, entry.key), "aborted", "date")


def _reopened(entry: Sheet, records: Records) -> Mark | None:
    return fact_mark(records.get(Audit, entry.key), "reopened", "date")


AUDIT_LIFE = Life(
    name="audit",
    title=Words("客户审核", "Customer audit"),
    anchor="contact_sheet",
    milestones=(
        Milestone(
            "notified",
            Words("已获信息", "Notified"),
            "SAL",
            Words("在联络单写明信息来源和接收时间", "write down in the contact sheet how and when we heard of the audit"),
            _notified,
            needed=False,  # the contact sheet's own rules ask for it,
            how=Words(
                "写 info_source: {channel: email, received_at: 2026-09-08T09:00, received_by: 人员编号}",
                "write info_source: {channel: email, received_at: 2026-09-08T09:00, received_by: id}",
            ),
        ),
        Milestone(
            "contacted",
            Words("联络单已发", "Contact sheet issued"),
            "SAL",
            Words("", ""),
            _contacted,
            needed=False,  # the contact sheet's own life asks for it, and says what to do
        ),
        Milestone(
            "accepted",
            Words("质量部已签收", "Accepted by quality"),
            "QA",
            Words("质量部建立 audit.yaml 后签收联络单", "quality signs for the contact sheet once audit.yaml is written"),
            _accepted,
            actors=("QA",),
            how=how_to_sign("received"),
        ),
        Milestone(
            "preparing",
            Words("准备中", "Preparing"),
            "QA",
            Words("召开审核准备会议并记录", "hold the preparation meeting and record it"),
            _preparing,
            planned_start,
            how=Words(
                "运行 auditdocs new prep_meeting {audit}，会后写 at",
                "run `auditdocs new prep_meeting {audit}`, write 'at' once it was held",
            ),
        ),
        Milestone(
            "ready",
            Words("准备完成", "Ready"),
            "QA",
            Words("完成日程和陪同、预审、接待", "complete the plan with its escorts, the pre-audit and the reception"),
            planned=planned_start,
            needed=False,
        ),
        Milestone(
            "in_progress",
            Words("审核中", "In progress"),
            "QA",
            Words("召开首次会议并记录", "hold the opening meeting and record it"),
            _in_progress,
            planned_start,
            how=Words(
                "运行 auditdocs new meetings {audit}，写 opening",
                "run `auditdocs new meetings {audit}`, write opening",
            ),
        ),
        Milestone(
            "onsite_done",
            Words("现场结束", "On-site part done"),
            "QA",
            Words("召开末次会议并记录", "hold the closing meeting and record it"),
            _onsite_done,
            planned_end,
            how=Words(
                "在 meetings.yaml 写 closing，发现项用 auditdocs new findings {audit}",
                "write closing in meetings.yaml; findings: `auditdocs new findings {audit}`",
            ),
        ),
        Milestone(
            "concluded",
            Words("结论已收", "Concluded"),
            "QA",
            Words("取得客户审核结论并登记", "obtain the customer's conclusion and record it"),
            _concluded,
            how=Words(
                "运行 auditdocs new conclusion {audit}",
                "run `auditdocs new conclusion {audit}`",
            ),
        ),
        Milestone(
            "follow_up",
            Words("整改中", "In follow-up"),
            "QA",
            Words("通报结果，为每个发现项开 CAR 或填写答复", "tell the result, issue a CAR or write a response for every finding"),
            needed=False,
        ),
        Milestone(
            "closed",
            Words("已关闭", "Closed"),
            "QA",
            Words("CAR 全部关闭、报告批准后关闭审核", "close the audit when its CARs are closed and its report is approved"),
            _closed,
            actors=("QA",),
            how=Words(
                "在 audit.yaml 写 closed: {date: 2026-09-08, by: 人员编号}",
                "write closed: {date: 2026-09-08, by: id} in audit.yaml",
            ),
        ),
        Milestone(
            "archived",
            Words("已归档", "Archived"),
            "ARC",
            Words("归档并登记 archive.yaml", "file the audit and record it in archive.yaml"),
            _archived,
            actors=("ARC",),
            how=Words(
                "运行 auditdocs file {audit}",
                "run `auditdocs file {audit}`",
            ),
        ),
        Milestone("disposed", DISPOSED, "ARC", Words("", ""), _disposed),  # years later: a to-do of its own says when
    ),
    side_states=(
        SideState("postponed", Words("已延期", "Postponed"), _postponed),
        SideState("cancelled", Words("已取消", "Cancelled"), _cancelled, ends=True),
        SideState("aborted", Words("已中止", "Aborted"), _aborted, ends=True),
        SideState("reopened", Words("已重开", "Reopened"), _reopened),
    ),
    variant=as_auditors(AUDIT, Words("稽核客户", "Audit of a customer")),
)
