"""The holds → a sheet of the retention index: what must stay, why, and who looked at it."""

from collections.abc import Mapping
from typing import Any

from auditdocs.documents.words import Writing, lines, period
from auditdocs.entry import Entry
from auditdocs.field import label
from auditdocs.problem import Words
from auditdocs.records.keeping.hold import HOLD_REASON, Hold, HoldReview, HoldScope
from auditdocs.view_parts import Sheet

HOLDS, NUMBER = Words("冻结登记", "Holds"), Words("冻结编号", "Hold no.")
WIDTHS: Mapping[str, int] = {
    "scope": 36, "reason": 12, "explanation": 40, "placed_by": 12, "placed_on": 11, "review_on": 11, "reviews": 36, "released": 30,
}  # fmt: skip
_KEPT = "冻结登记是内部记录，工作簿只列其内容 the workbook lists what a hold says, not how its record is kept"
_NAMES = ("owner_department", "confidentiality", "approvals", "attachments", "retention", "languages", "remarks_internal")
HOLDS_NOT_PRINTED: Mapping[str, str] = {f"hold.{name}": _KEPT for name in _NAMES}


def hold_sheet(write: Writing, above: tuple[str, ...]) -> Sheet:
    """Every hold, the released ones too."""
    columns = ((write.words(NUMBER), 14), *((write.words(label(Hold, name)), width) for name, width in WIDTHS.items()))
    rows = tuple(_cells(write, hold) for hold in write.records.all(Hold))
    return Sheet(HOLDS.in_(write.languages[0]), above, columns, rows)


def _cells(write: Writing, entry: Entry[Hold]) -> tuple[Any, ...]:
    hold = entry.record
    released = hold.released
    return (
        entry.key,
        _scope(write, hold.scope) if hold.scope else "",
        write.choice(HOLD_REASON, hold.reason),
        write.text(hold.explanation),
        write.person(hold.placed_by),
        hold.placed_on,
        hold.review_on,
        lines(*(_review(write, one) for one in hold.reviews)),
        lines(write.day(released.date), write.person(released.by), write.text(released.reason)) if released else "",
    )


def _scope(write: Writing, scope: HoldScope) -> str:
    """What is held: by number, or what must fit together."""
    customers = write.listed(map(write.customer, scope.customers))
    return lines(write.listed(scope.records), customers, scope.product or "", period(write, scope.from_, scope.to))


def _review(write: Writing, review: HoldReview) -> str:
    return " ".join(filter(None, (write.day(review.date), write.person(review.by), write.name(review.result))))
