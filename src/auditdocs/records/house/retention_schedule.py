"""Retention schedule 存档期限表: how long each kind of record is kept, from which fact, and who asks for it (D.7)."""

from collections.abc import Mapping
from functools import cache
from typing import Annotated, get_args

from auditdocs.calendar import Anchor
from auditdocs.entry import Records
from auditdocs.field import Model, Table, field, many
from auditdocs.records.ids import RetentionClass, identifier
from auditdocs.records.words import Day, Line, Text, YesNo, choice, whole
from auditdocs.retention import Authority, AuthorityKind, Period
from auditdocs.retention import RetentionClass as Reckoned

TRIGGER = choice(
    **{
        "audit.closed": ("审核关闭", "the audit is closed"),
        "customer.stopped_on": ("客户终止合作", "business with the customer stopped"),
        "person.left_on": ("人员离职", "the person left"),
        "policy.superseded": ("文件作废", "the document is superseded"),
        "product.end_of_life": ("产品停产（含备件）", "the product ended, service parts included"),
        "qualification.superseded": ("资质审核被取代", "the qualification is superseded"),
        "log.year_ended": ("登记年度结束", "the year of the log ended"),
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
        "DSP-PERM": ({"zh": "处置与冻结登记", "en": "Disposals and holds"}, None, {"permanent": "true"}, "permanent"),
        "LOG-6M+": ({"zh": "查阅登记", "en": "Access logs"}, "log.year_ended", {"years": "3"}, "destroy"),
        "POL-PERM": ({"zh": "制度与主数据", "en": "Policies and master data"}, "policy.superseded", {"permanent": "true"}, "permanent"),
    }
    names = ("title", "trigger", "period", "disposition")
    given = {code: zip(names, row, strict=True) for code, row in rows.items()}
    return RetentionSchedule.model_validate({code: {name: said for name, said in row if said} for code, row in given.items()})
