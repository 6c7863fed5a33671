"""Retention schedule 存档期限表: how long each kind of record is kept, from which fact, and who asks for it (D.7)."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Annotated, get_args

from auditdocs.calendar import Anchor
from auditdocs.entry import Entry, Records, Violation
from auditdocs.field import Model, Table, field, many
from auditdocs.problem import Words, nearest
from auditdocs.records.ids import RetentionClass, identifier
from auditdocs.records.words import Day, Line, Text, YesNo, choice, whole
from auditdocs.retention import Authority, AuthorityKind, Period
from auditdocs.retention import RetentionClass as Reckoned
from auditdocs.room import RecordType, Rooms, rule

TRIGGER = choice(
    **{
        "audit.closed": ("审核关闭", "the audit is closed"),
        "customer.stopped_on": ("客户终止合作", "business with the customer stopped"),
        "person.left_on": ("人员离职", "the person left"),
        "policy.superseded": ("文件作废", "the document is superseded"),
        "product.end_of_life": ("产品停产（含备件）", "the product ended, service parts included"),
        "qualification.superseded": ("资质审核被取代", "the qualification is superseded"),
        "order.filed_on": ("订单归档", "the order is filed"),
    }
)
END_OF = choice(exact=("当日", "that day"), month=("月末", "end of the month"), year=("年末", "end of the year"))
AUTHORITY_KIND = choice(
    company=("公司规定", "Company"), standard=("标准", "Standard"), customer=("客户要求", "Customer"), law=("法规", "Law")
)
DISPOSITION = choice(
    destroy=("销毁", "Destroy"), review=("鉴定", "Review"), transfer=("移交", "Transfer"), permanent=("永久保存", "Keep for ever")
)
KIND = identifier("记录类型", "record type", r"[a-z][a-z_]{1,40}", "car")
AUDIT_MINIMUM_MONTHS = 36  # 001i 6.5.2


class Length(Model):
    """How long."""

    years: Annotated[int, whole(0, 200)] | None = field("年", "Years")
    months: Annotated[int, whole(0, 2400)] | None = field("月", "Months")
    permanent: YesNo = field("永久", "Permanent", default=False)
    event_plus: YesNo = field("事件后", "After an event", "从记录以外的事件起算", "counts from an event outside the record", default=False)

    def period(self) -> Period:
        """The same as the program reckons with it."""
        return Period(self.years or 0, self.months or 0, self.permanent)

    def all_months(self) -> int | None:
        """Its months altogether; empty for ever."""
        return None if self.permanent else 12 * (self.years or 0) + (self.months or 0)


class ScheduleAuthority(Model):
    """Who asks for a class, and for how long at least."""

    name: Line = field("依据", "Authority", required=True)
    clause: Line | None = field("条款", "Clause")
    min_period: Length | None = field("最短期限", "Least period")
    kind: Annotated[str, AUTHORITY_KIND] = field("种类", "Kind", default="company")


class ScheduleRow(Model):
    """A class of the schedule."""

    title: Text | None = field("标题", "Title")
    applies_to: tuple[Annotated[str, KIND], ...] = many("适用记录", "Applies to", "记录类型", "record types")
    trigger: Annotated[str, TRIGGER] | None = field("起算事件", "Trigger")
    period: Length = field("期限", "Period", required=True)
    end_of: Annotated[str, END_OF] = field("截止到", "Until the end of", default="exact")
    authorities: tuple[ScheduleAuthority, ...] = many("依据", "Authorities", "取最长者", "the longest wins")
    disposition: Annotated[str, DISPOSITION] | None = field("到期处置", "Disposition")
    personal_data_period: Length | None = field("个人信息期限", "Period for personal data")
    note: Text | None = field("说明", "Note")
    reviewed_on: Day | None = field("评审日期", "Reviewed on", "每年一次", "once a year")


class RetentionSchedule(Table[RetentionClass, ScheduleRow]):
    """All classes by code."""


def schedule(records: Records) -> Mapping[str, ScheduleRow]:
    """The schedule that holds: the company's, else the program's."""
    entry = records.get(RetentionSchedule, "retention")
    return (entry.record if entry else _standard()).rows


def codes_for(rows: Mapping[str, ScheduleRow], kind: str, default: str) -> tuple[str, ...]:
    """The classes of a record type: those that name it, else the type's own."""
    return tuple(code for code, row in rows.items() if kind in row.applies_to) or ((default,) if default in rows else ())


def reckoned(code: str, row: ScheduleRow) -> Reckoned:
    """A class as the program reckons with it."""
    authorities = tuple(
        Authority(one.name, one.clause or "", _kind(one.kind), one.min_period.period() if one.min_period else None)
        for one in row.authorities
    )
    return Reckoned(code, row.period.period(), _anchor(row.end_of), row.period.event_plus, authorities)


def _kind(word: str) -> AuthorityKind:
    return next(kind for kind in get_args(AuthorityKind) if kind == word)


def _anchor(word: str) -> Anchor:
    return next(anchor for anchor in get_args(Anchor) if anchor == word)


@cache
def _standard() -> RetentionSchedule:
    """The schedule for a workspace without its own."""
    rows = {
        "CA-3Y": ({"zh": "客户审核文件", "en": "Customer audit file"}, "audit.closed", {"years": "3"}, "review"),
        "CF-LIFE+3": ({"zh": "客户档案", "en": "Customer file"}, "customer.stopped_on", {"years": "3"}, "review"),
        "TRN-EMP+3": ({"zh": "人员记录", "en": "People"}, "person.left_on", {"years": "3"}, "destroy"),
        "POL-PERM": ({"zh": "制度与主数据", "en": "Policies and master data"}, "policy.superseded", {"permanent": "true"}, "permanent"),
    }
    names = ("title", "trigger", "period", "disposition")
    return RetentionSchedule.model_validate({code: dict(zip(names, row, strict=True)) for code, row in rows.items()})


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


RETENTION_SCHEDULE = RecordType(
    name="retention_schedule",
    title=Words("存档期限表", "Retention schedule"),
    model=RetentionSchedule,
    path="org/retention.yaml",
    key="retention",
    owner="ARC",
    retention="POL-PERM",
    rules=(no_class, unknown_record_type, audit_class_too_short, no_length, permanent_and_limited),
    shown_to_customers=True,
)
