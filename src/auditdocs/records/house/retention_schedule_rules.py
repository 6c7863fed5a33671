"""What a retention schedule must say, and which of its classes are too short (RET-001, RET-003, RET-006)."""

from collections.abc import Iterator

from auditdocs.calendar import add_months
from auditdocs.entry import Entry, Records, Violation
from auditdocs.problem import Free, Words, nearest
from auditdocs.records.house.retention_schedule import RetentionSchedule, codes_for
from auditdocs.room import RecordType, Rooms, rule

AUDIT_MINIMUM_MONTHS = 36  # 001i 6.5.2
ORDER_MINIMUM_MONTHS = 12  # 001e 六.3
REVIEW_MONTHS = 12  # B-72


@rule(
    "retention.no-class",
    "001i 6.5.2",
    catalogue="RET-001",
    firm=True,
    zh="存档期限表没有这些记录的类别：{kinds}",
    en="the schedule has no class for: {kinds}",
    do_zh="在某一类的 applies_to 中写上记录类型，或补上类别 {codes}",
    do_en="name the record types in 'applies_to' of a class, or add the class {codes}",
)
def no_class(entry: Entry[RetentionSchedule], records: Records) -> Iterator[Violation]:
    rooms = records.rooms
    types = rooms.types.values() if isinstance(rooms, Rooms) else ()
    without = [one for one in types if not codes_for(entry.record.rows, one.name, one.retention)]
    if without:
        codes = tuple(dict.fromkeys(one.retention for one in without if one.retention))
        yield entry.at(kinds=tuple(one.name for one in without), codes=codes)


@rule(
    "retention.unknown-record-type",
    "001i 6.5.2",
    catalogue="RET-001",
    zh="没有记录类型 {kind}",
    en="there is no record type {kind}",
    do_zh="{hint}",
    do_en="{hint}",
)
def unknown_record_type(entry: Entry[RetentionSchedule], records: Records) -> Iterator[Violation]:
    rooms = records.rooms
    known = tuple(rooms.types) if isinstance(rooms, Rooms) else ()
    for code, row in entry.record.rows.items():
        for index, kind in enumerate(row.applies_to):
            if kind not in known:
                yield entry.at(code, "applies_to", index, kind=kind, hint=_hint(kind, known))


def _hint(kind: str, known: tuple[str, ...]) -> Words:
    guess = nearest(kind, known)
    if guess:
        return Words(f"是否想写 {guess}？", f"did you mean {guess}?")
    return Words("可用：" + "、".join(known), "known: " + ", ".join(known))


@rule(
    "retention.audit-class-too-short",
    "001i 6.5.2",
    catalogue="RET-003",
    zh="审核文件至少保存三年，这一类只有 {months} 个月",
    en="audit files are kept three years at least; this class has {months} months",
    do_zh="请改为三年或更长（years: 3）",
    do_en="make it three years (years: 3) or more",
)
def audit_class_too_short(entry: Entry[RetentionSchedule], records: Records) -> Iterator[Violation]:
    rooms = records.rooms
    types = rooms.types.values() if isinstance(rooms, Rooms) else ()
    of_audits = [one for one in types if "audit" in one.lives or one.name == "contact_sheet"]
    rows = entry.record.rows
    for code in dict.fromkeys(code for one in of_audits for code in codes_for(rows, one.name, one.retention)):
        months = rows[code].period.all_months()
        if months and months < AUDIT_MINIMUM_MONTHS:
            yield entry.at(code, "period", months=months)


@rule(
    "retention.no-length",
    "001i 6.5.2",
    catalogue="RET-003",
    zh="没有写明保存多久",
    en="it does not say how long records are kept",
    do_zh="在 period 下写 years、months 或 permanent: true",
    do_en="write 'years', 'months' or 'permanent: true' below 'period'",
)
def no_length(entry: Entry[RetentionSchedule], records: Records) -> Iterator[Violation]:
    for code, row in entry.record.rows.items():
        if not (row.period.years or row.period.months or row.period.permanent or row.period.event_plus):
            yield entry.at_name(code, "period")


@rule(
    "retention.permanent-and-limited",
    "001i 6.5.2",
    catalogue="RET-003",
    zh="既写永久保存，又写了年或月",
    en="it says both 'permanent' and a number of years or months",
    do_zh="只保留一个",
    do_en="keep one of the two",
)
def permanent_and_limited(entry: Entry[RetentionSchedule], records: Records) -> Iterator[Violation]:
    for code, row in entry.record.rows.items():
        if row.period.permanent and (row.period.years or row.period.months):
            yield entry.at_name(code, "period")


@rule(
    "retention.order-class-too-short",
    "001e 六.3",
    catalogue="RET-003",
    zh="订单文件至少保存一年，这一类只有 {months} 个月",
    en="order files are kept one year at least; this class has {months} months",
    do_zh="请改为一年或更长（years: 1）",
    do_en="make it one year (years: 1) or more",
)
def order_class_too_short(entry: Entry[RetentionSchedule], records: Records) -> Iterator[Violation]:
    for code, row in entry.record.rows.items():
        months = row.period.all_months()
        if row.trigger == "order.filed_on" and months and months < ORDER_MINIMUM_MONTHS:
            yield entry.at(code, "period", months=months)


@rule(
    "retention.shorter-than-authority",
    "B-63",
    catalogue="RET-006",
    severity="warning",
    zh="这一类的期限短于{authority}要求的最短期限",
    en="the period of this class is shorter than what {authority} asks for at least",
    do_zh="按较长者保存；请把 period 改为不短于它",
    do_en="the longer one is followed; let 'period' be no shorter",
)
def shorter_than_authority(entry: Entry[RetentionSchedule], records: Records) -> Iterator[Violation]:
    for code, row in entry.record.rows.items():
        own = row.period.all_months()
        for index, authority in enumerate(row.authorities):
            least = authority.min_period.all_months() if authority.min_period else 0
            is_shorter = own is not None and (least is None or own < least)
            if authority.kind != "company" and is_shorter and not row.period.event_plus:
                yield entry.at(code, "authorities", index, authority=Free(authority.name))


@rule(
    "retention.review-overdue",
    "ISO 15489-1",
    catalogue="RET-006",
    severity="warning",
    zh="这一类的期限 {day} 以后没有评审过，应每年评审一次",
    en="the period of this class was not reviewed since {day}; once a year it is",
    do_zh="核对依据后更新 reviewed_on",
    do_en="look at its authorities and update 'reviewed_on'",
)
def review_overdue(entry: Entry[RetentionSchedule], records: Records) -> Iterator[Violation]:
    for code, row in entry.record.rows.items():
        if row.reviewed_on and records.has_passed(add_months(row.reviewed_on, REVIEW_MONTHS)):
            yield entry.at(code, "reviewed_on", day=row.reviewed_on)


RETENTION_SCHEDULE = RecordType(
    name="retention_schedule",
    title=Words("存档期限表", "Retention schedule"),
    model=RetentionSchedule,
    path="org/retention.yaml",
    key="retention",
    owner="ARC",
    retention="POL-PERM",
    rules=(
        no_class,
        unknown_record_type,
        audit_class_too_short,
        no_length,
        permanent_and_limited,
        order_class_too_short,
        shorter_than_authority,
        review_overdue,
    ),
    shown_to_customers=True,
)
