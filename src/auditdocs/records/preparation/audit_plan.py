"""Audit plan (`plan.yaml`): the agenda, who escorts the auditors and who guides them in each session (001i 6.2.1, 6.3)."""

from typing import Annotated

from auditdocs.field import Model, field, many, numbered
from auditdocs.records.base import Record
from auditdocs.records.ids import Clause, DepartmentCode, PersonId, SessionId, SiteCode
from auditdocs.records.words import Line, Moment, Text, Whole, YesNo, choice

AGENDA_SOURCE = choice(customer=("客户", "Customer"), ours=("我方", "Ours"))
STAGE = choice(
    **{"break": ("休息", "Break")},  # a word Python keeps for itself
    opening=("首次会议", "Opening meeting"),
    document=("文件审核", "Document review"),
    site_tour=("现场走线", "Site tour"),
    process=("过程审核", "Process audit"),
    interview=("面谈", "Interview"),
    lab=("实验室", "Laboratory"),
    warehouse=("仓库", "Warehouse"),
    closing=("末次会议", "Closing meeting"),
    other=("其他", "Other"),
)


class EscortChange(Model):
    """An escort who cannot come, and who comes instead (001i 6.3.3)."""

    from_: PersonId | None = field("原陪同人员", "Escort replaced")
    to: PersonId | None = field("替补人员", "Substitute")
    reason: Text | None = field("原因", "Reason")
    notified_at: Moment | None = field("通知时间", "Notified at")
    notified_to: PersonId | None = field("通知对象", "Notified to", "质量部人员", "somebody of quality")


class Session(Model):
    """One stretch of the agenda."""

    stage: Annotated[str, STAGE] | None = field("阶段", "Stage", example="opening")
    start: Moment | None = field("开始", "Start")
    end: Moment | None = field("结束", "End", example="{day}T10:00")
    place: Text | None = field("地点", "Place", example="一号会议室|Meeting room 1")
    site: SiteCode | None = field("场所", "Site")
    process: Text | None = field("过程", "Process", example="注塑|Injection moulding")
    clauses: tuple[Clause, ...] = many("条款", "Clauses")
    auditors: tuple[Line, ...] = many(
        "审核员", "Auditors", "与联络单上的姓名一致", "by their names on the contact sheet", example="张示例|A. Sample"
    )
    auditee_departments: tuple[DepartmentCode, ...] = many("受审部门", "Departments audited")
    escorts: tuple[PersonId, ...] = many("陪同人员", "Escorts")
    guides: tuple[PersonId, ...] = many("引导人员", "Guides", "受审部门熟悉业务的员工", "staff of the department who know the work")
    interpreter: Line | None = field("翻译", "Interpreter")
    ppe: Text | None = field("劳动防护用品", "Protective equipment", example="安全鞋、耳塞|Safety shoes, ear plugs")
    remote_link: Line | None = field("远程链接", "Remote link")
    escort_changes: tuple[EscortChange, ...] = many("陪同变更", "Changes of escort", internal=True)


class PlanRevision(Model):
    """A change of the agenda, and which auditor agreed to it when (001i 6.3.1)."""

    changed: Text | None = field("变更内容", "Change")
    reason: Text | None = field("原因", "Reason")
    confirmed_with: Line | None = field("确认的审核员", "Confirmed with")
    confirmed_at: Moment | None = field("确认时间", "Confirmed at")
    during_audit: YesNo = field("审核中变更", "Changed during the audit", default=False)


class RemoteMeans(Model):
    """How an audit is held from afar, and what both sides agreed to (ISO 19011 A.16)."""

    platform: Line | None = field("会议平台", "Platform")
    recording: YesNo | None = field("录音录像", "Recording")
    consent: Text | None = field(
        "同意事项",
        "Consent",
        "资料共享、录音录像由谁同意",
        "who agreed to sharing and recording",
        example="双方同意共享屏幕，不录像|Both agree to share the screen and not to record",
    )


class AuditPlan(Record):
    """The agenda of one audit."""

    agenda_source: Annotated[str, AGENDA_SOURCE] | None = field("日程来源", "Source of the agenda")
    revision: Whole | None = field("客户日程的版本", "Revision of the customer's agenda")
    revisions: tuple[PlanRevision, ...] = many("变更记录", "Revisions")
    remote: RemoteMeans | None = field("远程审核", "Held from afar")
    sessions: dict[SessionId, Session] = numbered("场次", "Sessions")
