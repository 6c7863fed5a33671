"""Meetings: the opening and the closing meeting of an audit, who was there and what was said (ISO 19011 6.4.3, 6.4.10)."""

from typing import Annotated

from auditdocs.field import Model, field, many
from auditdocs.records.base import Record
from auditdocs.records.ids import PersonId
from auditdocs.records.words import Day, Line, Moment, Text, YesNo, choice

OPENING_AGENDA = choice(
    introductions=("双方介绍", "Introductions"),
    scope_criteria=("范围与准则", "Scope and criteria"),
    plan_confirmed=("确认日程", "Plan confirmed"),
    confidentiality=("保密", "Confidentiality"),
    safety=("安全", "Safety"),
    grading=("分级方法", "Grading"),
    communication=("沟通方式", "Communication"),
    guides=("陪同与引导", "Escorts and guides"),
)


class Attendees(Model):
    """Who was there."""

    ours: tuple[PersonId, ...] = many("我方", "Ours")
    customer: tuple[Line, ...] = many("客户方", "Customer", example="张示例|A. Sample")


class Opening(Model):
    """The opening meeting."""

    start: Moment | None = field("开始", "Start")
    end: Moment | None = field("结束", "End", example="{day}T10:00")
    place: Text | None = field("地点", "Place", example="一号会议室|Meeting room 1")
    chair: PersonId | None = field("主持人", "Chair", "我方主持人", "our chair")
    attendees: Attendees | None = field("出席人员", "Attendees")
    agenda: tuple[Annotated[str, OPENING_AGENDA], ...] = many("议程", "Agenda", "讲过的内容", "what was spoken of")


class ClosingMeeting(Model):
    """The closing meeting."""

    start: Moment | None = field("开始", "Start", example="{day}T15:00")
    end: Moment | None = field("结束", "End", example="{day}T16:00")
    place: Text | None = field("地点", "Place", example="一号会议室|Meeting room 1")
    chair: PersonId | None = field("主持人", "Chair", "我方主持人", "our chair")
    attendees: Attendees | None = field("出席人员", "Attendees")
    findings_presented: YesNo | None = field("已宣布发现项", "Findings presented")
    disputes_left: Text | None = field("遗留异议", "Disputes left")
    response_deadline: Day | None = field("回复期限", "Response deadline")
    deadline_by_report: YesNo | None = field("期限以书面报告为准", "Deadline by written report")
    next_steps: Text | None = field("后续安排", "Next steps", example="两周内提交措施|Actions are due within two weeks")


class DailyMeeting(Model):
    """A meeting in between."""

    start: Moment | None = field("开始", "Start")
    end: Moment | None = field("结束", "End", example="{day}T10:00")
    place: Text | None = field("地点", "Place", example="一号会议室|Meeting room 1")
    chair: PersonId | None = field("主持人", "Chair", "我方主持人", "our chair")
    attendees: Attendees | None = field("出席人员", "Attendees")
    notes: Text | None = field("内容", "Content", internal=True)


class Meetings(Record):
    """The meetings of one audit."""

    opening: Opening | None = field("首次会议", "Opening meeting")
    daily: tuple[DailyMeeting, ...] = many("每日沟通会", "Daily meetings")
    closing: ClosingMeeting | None = field("末次会议", "Closing meeting")
