"""Notification 审核结果通报: quality tells the departments how the audit ended, what each has to do and by when (001i 4.1.4)."""

from auditdocs.field import field, many
from auditdocs.records.base import Record
from auditdocs.records.ids import CarId, DepartmentCode, PersonId
from auditdocs.records.words import Moment, Text


class Notification(Record):
    """What was told to whom; findings, CARs and dates are taken from their own records."""

    at: Moment | None = field("通报时间", "Notified at")
    by: PersonId | None = field("通报人", "Notified by", "质量部人员", "somebody of quality")
    recipients: tuple[DepartmentCode, ...] = many("通报部门", "Departments told")
    summary: Text | None = field(
        "摘要",
        "Summary",
        example="有条件通过；三项措施于 9 月 25 日前提交|Approved with conditions; three measures are due by 25 September",
    )
    car_list: tuple[CarId, ...] = many(
        "CAR 清单",
        "CARs named",
        "通报时已开具的；留空则打印本次审核的全部 CAR",
        "those issued by then; left empty, all of the audit are printed",
    )
