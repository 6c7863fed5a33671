"""Preparation meeting 审核准备会议 (`prep_meeting.yaml`): who came, which documents are asked for, what was decided (001i 6.2.1)."""

from datetime import date
from typing import Annotated

from auditdocs.entry import Records
from auditdocs.field import Model, field, many
from auditdocs.records.base import Record
from auditdocs.records.house.person import Person, departments_on
from auditdocs.records.ids import DepartmentCode, PersonId
from auditdocs.records.words import Day, Moment, Text, YesNo, choice

REQUEST_STATUS = choice(open=("待准备", "Open"), ready=("已就绪", "Ready"), na=("不适用", "Not applicable"))


class Attendee(Model):
    """One who was asked to the meeting."""

    person: PersonId = field("人员", "Person", required=True)
    department: DepartmentCode | None = field(
        "代表部门", "Speaks for", "代表本部门时不写", "left out by those who speak for their own department"
    )
    present: YesNo = field("出席", "Present", default=True)
    excuse: Text | None = field("请假原因", "Excuse", "缺席时填写", "of those who did not come", example="出差|On a business trip")


class DocumentRequest(Model):
    """A document that a department has ready for the auditors (001i 4.3.3)."""

    document: Text = field("资料", "Document", required=True, example="2026 年内审报告|Internal audit report 2026")
    department: DepartmentCode | None = field("责任部门", "Department")
    owner: PersonId | None = field("责任人", "Owner")
    due: Day | None = field("期限", "Due")
    status: Annotated[str, REQUEST_STATUS] = field("状态", "Status", default="open")
    evidence: tuple[Text, ...] = many(
        "资料编号", "Evidence", "资料的编号和版本", "number and revision", example="XY-IA-2026 A/0|XY-IA-2026 A/0"
    )
    reason: Text | None = field("原因", "Reason", "不适用时填写", "where it is not applicable")


class Task(Model):
    """Something to be done before the auditors come."""

    what: Text = field("任务", "Task", required=True, example="更新现场看板|Renew the boards on the shop floor")
    department: DepartmentCode | None = field("责任部门", "Department")
    owner: PersonId | None = field("责任人", "Owner")
    due: Day | None = field("期限", "Due")
    done_on: Day | None = field("完成日期", "Done on")
    result: Text | None = field("结果", "Result")


class PrepMeeting(Record):
    """The preparation meeting of one audit; who answers which question stands in the checklist."""

    at: Moment | None = field("会议时间", "Held at", "开会后填写", "once it was held")
    place: Text | None = field("地点", "Place", example="一号会议室|Meeting room 1")
    chair: PersonId | None = field("主持人", "Chair", "质量部人员", "somebody of quality")
    attendees: tuple[Attendee, ...] = many("出席人员", "Attendees")
    preparation_due: Day | None = field(
        "准备完成期限", "Preparation due", "各部门自查和准备检查内容的期限", "by when the departments have prepared their questions"
    )
    document_requests: tuple[DocumentRequest, ...] = many("资料准备清单", "Documents to prepare")
    decisions: tuple[Text, ...] = many(
        "决议", "Decisions", example="9 月 1 日前完成自查和互查|Self and mutual checks are done by 1 September"
    )
    tasks: tuple[Task, ...] = many("任务", "Tasks")


def represented(records: Records, attendee: Attendee, day: date) -> tuple[str, ...]:
    """The departments somebody speaks for in a meeting."""
    if attendee.department:
        return (attendee.department,)
    person = records.get(Person, attendee.person)
    return departments_on(person.record, day) if person else ()
