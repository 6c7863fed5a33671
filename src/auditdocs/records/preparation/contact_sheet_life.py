"""The way of a contact sheet: sales issues it, its head confirms it, quality signs for it."""

from auditdocs.entry import Entry, Records
from auditdocs.problem import Words
from auditdocs.records.audit.outbound_life import NOTICE, as_auditors
from auditdocs.records.marks import approval_mark, fact_mark, how_to_sign
from auditdocs.records.preparation.contact_sheet import ContactSheet
from auditdocs.room import Life, Mark, Milestone, SideState


def _prepared(entry: Entry[ContactSheet], records: Records) -> Mark | None:
    return approval_mark(entry, "prepared")


def _confirmed(entry: Entry[ContactSheet], records: Records) -> Mark | None:
    return approval_mark(entry, "confirmed")


def _received(entry: Entry[ContactSheet], records: Records) -> Mark | None:
    return approval_mark(entry, "received")


def _withdrawn(entry: Entry[ContactSheet], records: Records) -> Mark | None:
    return fact_mark(entry, "withdrawn", "date")


CONTACT_SHEET_LIFE = Life(
    name="contact_sheet",
    title=Words("客户审核联络单", "Customer audit contact sheet"),
    anchor="contact_sheet",
    # what to do for the receipt is said by the audit, which begins with it
    milestones=(
        Milestone(
            "issued",
            Words("已发起", "Issued"),
            "SAL",
            Words("填写联络单并发起", "fill in the contact sheet and issue it"),
            _prepared,
            how=how_to_sign("prepared"),
        ),
        Milestone(
            "confirmed",
            Words("已确认", "Confirmed"),
            "SAL",
            Words("销售部负责人确认", "the head of sales confirms it"),
            _confirmed,
            how=how_to_sign("confirmed"),
        ),
        Milestone("received", Words("已签收", "Received"), "QA", Words("", ""), _received),
    ),
    side_states=(SideState("withdrawn", Words("已撤回", "Withdrawn"), _withdrawn, ends=True),),
    variant=as_auditors(NOTICE, Words("稽核通知", "Notice of the audit")),
)
