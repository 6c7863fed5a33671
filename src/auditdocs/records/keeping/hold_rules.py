"""What makes a hold hold: a scope, a reason, somebody who placed it, and a look at it once a year (HLD-002)."""

from collections.abc import Iterator
from datetime import date

from auditdocs.calendar import add_months
from auditdocs.entry import Entry, Records, Violation
from auditdocs.problem import Words
from auditdocs.records.house.organization import is_near
from auditdocs.records.keeping.hold import Hold, held_records, queried_customers
from auditdocs.records.lacking import lacking
from auditdocs.room import RecordType, rule

HoldEntry = Entry[Hold]
REVIEW_MONTHS = 12
RELEASE = "{date: 2026-09-08, by: P0102, reason: …}"


@rule(
    "hold.incomplete",
    "B-68",
    catalogue="HLD-001",
    zh="冻结登记缺少{fields}",
    en="the hold lacks: {fields}",
    do_zh="请填写",
    do_en="fill it in",
)
def incomplete(entry: HoldEntry, records: Records) -> Iterator[Violation]:
    missing = lacking(entry.record, "reason", "placed_by", "placed_on")
    if missing:
        yield entry.at(fields=tuple(missing.values()))


@rule(
    "hold.holds-nothing",
    "B-68",
    catalogue="HLD-001",
    zh="没有写明冻结哪些记录",
    en="it does not say what is held",
    do_zh="在 scope 下写 records: [{example}]，或写 customers、product、from、to",
    do_en="below 'scope' write records: [{example}], or 'customers', 'product', 'from', 'to'",
)
def holds_nothing(entry: HoldEntry, records: Records) -> Iterator[Violation]:
    if not (*held_records(entry), *queried_customers(entry)):
        yield entry.at("scope", example="AUD-2026-014")


@rule(
    "hold.released-too-early",
    "B-68",
    catalogue="HLD-001",
    zh="解除日期 {released} 早于冻结日期 {placed}",
    en="the hold was released on {released}, before it was placed on {placed}",
    do_zh="请更正其中一个日期",
    do_en="correct one of the dates",
)
def released_too_early(entry: HoldEntry, records: Records) -> Iterator[Violation]:
    placed, released = entry.record.placed_on, entry.record.released
    if placed and released and released.date < placed:
        yield entry.at("released", "date", released=released.date, placed=placed)


@rule(
    "hold.released-without-reason",
    "B-68",
    catalogue="HLD-001",
    zh="解除冻结没有写{fields}",
    en="the release of the hold lacks: {fields}",
    do_zh="写明谁因何解除",
    do_en="say who released it and why",
)
def released_without_reason(entry: HoldEntry, records: Records) -> Iterator[Violation]:
    missing = lacking(entry.record.released, "by", "reason")
    if missing:
        yield entry.at("released", fields=tuple(missing.values()))


@rule(
    "hold.no-review",
    "B-68",
    catalogue="HLD-002",
    severity="warning",
    zh="冻结自 {day} 起已 {months} 个月没有复核",
    en="nobody looked at this hold since {day}, for {months} months",
    do_zh="复核是否仍需冻结，在 reviews 下写一条；不再需要就写 released: {example}",
    do_en="see whether it is still needed and add a line below 'reviews', or write released: {example}",
)
def no_review(entry: HoldEntry, records: Records) -> Iterator[Violation]:
    hold = entry.record
    looked = _looked_at(hold)
    if looked and hold.released is None and records.has_passed(add_months(looked, REVIEW_MONTHS)):
        yield entry.at("reviews", day=looked, months=REVIEW_MONTHS, example=RELEASE)


@rule(
    "hold.review-overdue",
    "B-68",
    catalogue="HLD-002",
    severity="warning",
    zh="冻结应于 {due} 复核，没有复核记录",
    en="the hold was to be looked at again by {due}, and no review is recorded",
    do_zh="复核是否仍需冻结，在 reviews 下写一条，再写新的 review_on；不再需要就写 released: {example}",
    do_en="see whether it is still needed, add a line below 'reviews' and set a new review_on; or write released: {example}",
)
def review_overdue(entry: HoldEntry, records: Records) -> Iterator[Violation]:
    hold, due = entry.record, entry.record.review_on
    is_reviewed = due is not None and any(one.date >= due for one in hold.reviews)
    is_said = any(True for _ in no_review.run(entry, records))
    if due and hold.released is None and records.has_passed(due) and not is_reviewed and not is_said:
        yield entry.at("review_on", due=due, example=RELEASE)


@rule(
    "hold.to-be-reviewed",
    "B-68",
    catalogue="HLD-002",
    zh="冻结应于 {due} 以前复核",
    en="the hold is to be looked at again by {due}",
    do_zh="复核是否仍需冻结，在 reviews 下写一条，再写新的 review_on；不再需要就写 released: {example}",
    do_en="see whether it is still needed, add a line below 'reviews' and set a new review_on; or write released: {example}",
    todo_only=True,
    who="ARC",
)
def to_be_reviewed(entry: HoldEntry, records: Records) -> Iterator[Violation]:
    due = _next_review(entry.record)
    if due and entry.record.released is None and is_near(due, records):
        yield entry.at("review_on", due=due, example=RELEASE)


def _next_review(hold: Hold) -> date | None:
    """The day agreed on, where nobody has looked since; a year after the last look at the latest."""
    agreed = hold.review_on if hold.review_on and all(one.date < hold.review_on for one in hold.reviews) else None
    looked = _looked_at(hold)
    return min((day for day in (agreed, looked and add_months(looked, REVIEW_MONTHS)) if day), default=None)


def _looked_at(hold: Hold) -> date | None:
    """When somebody last had the hold in hand."""
    return max((*(one.date for one in hold.reviews), *((hold.placed_on,) if hold.placed_on else ())), default=None)


HOLD = RecordType(
    name="hold",
    title=Words("冻结", "Hold"),
    model=Hold,
    path="archive/holds/{hold}.yaml",
    key="{hold}",
    owner="ARC",
    confidentiality="confidential",
    retention="DSP-PERM",
    goes_on=("review_on", "reviews", "released"),
    rules=(incomplete, holds_nothing, released_too_early, released_without_reason, no_review, review_overdue, to_be_reviewed),
    indexes={"record": held_records, "query": queried_customers},
    starts_with=(
        "scope.records",
        "scope.customers",
        "scope.product",
        "scope.from",
        "scope.to",
        "reason",
        "explanation",
        "placed_by",
        "placed_on",
        "review_on",
    ),
)
