"""Hold 冻结: while it lasts nothing that it covers is destroyed, whatever the schedule says (B-68)."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from auditdocs.entry import Entry, Records
from auditdocs.field import Model, field, many
from auditdocs.records.audit.audit_life import planned_end, planned_start
from auditdocs.records.base import Record
from auditdocs.records.ids import CustomerId, FiledNumber, PersonId
from auditdocs.records.marks import Event
from auditdocs.records.preparation.contact_sheet import ContactSheet
from auditdocs.records.words import Day, Line, Text, choice

HOLD_REASON = choice(
    litigation=("诉讼", "Litigation"),
    complaint=("投诉", "Complaint"),
    recall=("召回", "Recall"),
    authority=("主管机关要求", "Authority"),
    customer=("客户要求", "Customer"),
)
ANY_CUSTOMER = "*"


class HoldScope(Model):
    """What is held: records by number, or the audit files that match everything said of customer, product and period."""

    records: tuple[FiledNumber, ...] = many("记录", "Records", "审核、客户、人员的编号", "numbers of audits, customers, people")
    customers: tuple[CustomerId, ...] = many("客户", "Customers", "其档案和审核案卷", "their files and audit files")
    product: Line | None = field(
        "产品", "Product", "联络单的产品中有这些字", "these words stand in a contact sheet's products", example="支架|bracket"
    )
    from_: Day | None = field("审核日期自", "Audited from")
    to: Day | None = field("审核日期至", "Audited to")


class HoldReview(Model):
    """Somebody looked whether the hold is still needed."""

    date: Day = field("日期", "Date", required=True)
    by: PersonId | None = field("复核人", "By")
    result: Text | None = field("结论", "Result", example="诉讼未结，继续冻结|The case is open: the hold stays")


class Hold(Record):
    """What must stay, why, and until when it is looked at again."""

    scope: HoldScope | None = field("冻结范围", "Scope")
    reason: Annotated[str, HOLD_REASON] | None = field("冻结原因", "Reason")
    explanation: Text | None = field(
        "说明",
        "Explanation",
        example="客户就焊点提出索赔，法务要求保留证据|The customer claims damages for weld points; legal asks to keep the evidence",
    )
    placed_by: PersonId | None = field("冻结人", "Placed by")
    placed_on: Day | None = field("冻结日期", "Placed on")
    review_on: Day | None = field("下次复核", "Next review")
    reviews: tuple[HoldReview, ...] = many("复核记录", "Reviews")
    released: Event | None = field("解除", "Released")


def holds_on(records: Records, number: str) -> tuple[Entry[Hold], ...]:
    """All holds on an audit's, a customer's or a person's file, released ones too."""
    sheet = records.get(ContactSheet, number)
    queried = (sheet.record.customer, ANY_CUSTOMER) if sheet else (number,)
    found = [*records.where(Hold, "record", number)]
    found += [hold for value in queried for hold in records.where(Hold, "query", value) if _matches(hold.record.scope, sheet, records)]
    return tuple({hold.key: hold for hold in found}.values())


def _matches(scope: HoldScope | None, sheet: Entry[ContactSheet] | None, records: Records) -> bool:
    """Whether an audit fits what a hold says of product and period; a customer's own file is held as a whole."""
    if scope is None or sheet is None:
        return scope is not None
    first, last = planned_start(sheet, records), planned_end(sheet, records) or planned_start(sheet, records)
    is_within = (scope.from_ is None or (last or date.max) >= scope.from_) and (scope.to is None or (first or date.min) <= scope.to)
    return is_within and (scope.product is None or _is_about(sheet.record, scope.product))


def _is_about(sheet: ContactSheet, product: str) -> bool:
    products = sheet.scope.products if sheet.scope else ()
    return any(product.casefold() in text.casefold() for one in products for text in (one.plain, one.zh, one.en))


def held_records(entry: Entry[Hold]) -> Iterator[str]:
    """The records a hold names."""
    yield from entry.record.scope.records if entry.record.scope else ()


def queried_customers(entry: Entry[Hold]) -> Iterator[str]:
    """The customers whose files a hold looks through; any, where only product or period are said."""
    scope = entry.record.scope
    if scope:
        yield from scope.customers or ((ANY_CUSTOMER,) if scope.product or scope.from_ or scope.to else ())
