"""The way of an audit of ours at the customer's: the same milestones, other turns and other words (records.md D.4.3)."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from auditdocs.entry import AnyEntry, Records
from auditdocs.problem import Words
from auditdocs.records.audit.audit import is_inbound
from auditdocs.room import Life

Changes = Mapping[str, Mapping[str, Any]]  # milestone → what of it is otherwise
CONFIRMED = Words("稽核通知已确认", "Notice confirmed")


def _never(entry: AnyEntry, records: Records) -> bool:
    return False


AUDIT: Changes = {
    "notified": {"applies": _never},  # nobody tells us of an audit of our own
    "contacted": {"who": "QA", "words": CONFIRMED},
    "accepted": {"applies": _never},  # nor does quality receive what it has issued
    "ready": {"todo": Words("完成日程", "complete the plan")},
    "concluded": {"todo": Words("作出稽核结论并登记", "draw the conclusion of the audit and record it")},
}
NOTICE: Changes = {
    "issued": {"who": "QA", "todo": Words("填写稽核通知并发出", "fill in the notice of the audit and issue it")},
    "confirmed": {
        "who": "QA",
        "todo": Words("请客户确认稽核通知并登记", "let the customer confirm the notice, and record it"),
        "how": Words(
            "在 approvals 下写 - {role: confirmed, external: {name: 客户确认人, org: 单位}, at: 2026-09-08T09:00}",
            "below approvals write - {role: confirmed, external: {name: who of the customer, org: company}, at: 2026-09-08T09:00}",
        ),
    },
    "received": {"applies": _never},
}


def as_auditors(changes: Changes, title: Words) -> Callable[[Life, AnyEntry, Records], Life]:
    """The variant of a life for the audits in which we are the auditors."""

    def variant(life: Life, anchor: AnyEntry, records: Records) -> Life:
        if is_inbound(records, anchor.key):
            return life
        steps = tuple(replace(step, **changes.get(step.name, {})) for step in life.milestones)
        return replace(life, title=title, milestones=steps, variant=None)

    return variant
