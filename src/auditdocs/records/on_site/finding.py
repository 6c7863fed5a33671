"""Findings 发现项 (`findings.yaml`): what the auditors found, with its requirement, its evidence and our answer."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from auditdocs.entry import Records
from auditdocs.field import Computed, Model, field, many, numbered
from auditdocs.problem import Words
from auditdocs.records.base import Record
from auditdocs.records.ids import Clause, CriterionId, DepartmentCode, FindingId, ItemId, PersonId, identifier
from auditdocs.records.words import Day, Line, Moment, Text, YesNo, choice

FINDING_TYPE = choice(
    nc=("不符合项", "Nonconformity"),
    observation=("观察项", "Observation"),
    improvement=("改进项", "Opportunity for improvement"),
    good_practice=("良好实践", "Good practice"),
)
POSITION = choice(agreed=("同意", "Agreed"), disputed=("有异议", "Disputed"), partly=("部分同意", "Partly agreed"))
FINDING_NUMBER = identifier("发现项编号", "finding number", r"F[0-9]{2}", "F01")
GRADE = identifier("等级代码", "grade", r"[A-Za-z][A-Za-z0-9_-]{0,30}", "minor")

FindingNumber = Annotated[str, FINDING_NUMBER]
FindingType = Annotated[str, FINDING_TYPE]
GradeCode = Annotated[str, GRADE]


class ClauseOfCriterion(Model):
    """The clause a finding is raised against; the edition is the criterion's."""

    computed: ClassVar[Computed] = {
        "edition": Words(
            "版本由准则文件给出，criterion 写文件名，如 ISO9001-2015", "the criterion's file has it: write 'criterion' like ISO9001-2015"
        )
    }

    criterion: CriterionId | None = field("准则", "Criterion")
    clause: Clause | None = field("条款", "Clause")


class FindingResponse(Model):
    """What a department does about a finding that needs no CAR (001i 6.3.4)."""

    cause: Text | None = field("原因", "Cause", example="规定没有要求样件编号|The rule did not ask for numbers on samples")
    correction: Text | None = field("纠正", "Correction", example="2 件样件已编号|Both samples were numbered")
    action: Text | None = field("措施", "Action", example="修订样件管理规定|The rule about samples is revised")
    preventive: Text | None = field(
        "预防措施", "Preventive action", example="新检具验收单增加一栏|Acceptance form of gauges gets a line for it"
    )
    owner: PersonId | None = field("责任人", "Owner")
    due: Day | None = field("期限", "Due")
    done_on: Day | None = field("完成日期", "Done on")
    verified_by: PersonId | None = field("验证人", "Verified by")


class Finding(Model):
    """One finding (ISO 19011 6.4.8)."""

    customer_finding_no: Line | None = field("客户编号", "Customer no.")
    type: FindingType = field("类别", "Type", required=True)
    grade: GradeCode | None = field("等级", "Grade", "审核所用评分体系中的等级", "a grade of the audit's grading scheme")
    criterion: ClauseOfCriterion | None = field("准则条款", "Criterion and clause")
    requirement: Text | None = field(
        "要求",
        "Requirement",
        "用自己的话或客户的话",
        "in our own words or the customer's",
        example="首件须经班组长确认（作业指导书 5.3）|The team leader confirms the first piece (work instruction 5.3)",
    )
    statement: Text = field(
        "不符合描述",
        "Statement",
        required=True,
        example="首件检验记录未经班组长确认|The first-piece record was not confirmed by the team leader",
    )
    evidence: tuple[Text, ...] = many(
        "证据",
        "Evidence",
        example="3 号机 9 月 7 日夜班记录无签字；抽查 10 班，1 班缺|Machine 3, night of 7 September: no signature; 1 of 10 shifts",
    )
    process: Line | None = field("过程", "Process", example="注塑|Injection moulding")
    location: Line | None = field("位置", "Location", example="注塑车间 3 号机|Moulding shop, machine 3")
    departments: tuple[DepartmentCode, ...] = many("责任部门", "Departments")
    item_refs: tuple[ItemId, ...] = many("检查项", "Checklist items")
    auditor: Line | None = field("审核员", "Auditor", example="张示例|A. Sample")
    raised_at: Moment | None = field("提出时间", "Raised at")
    confirmed_at_closing: YesNo | None = field("末次会议确认", "Confirmed at closing")
    position: Annotated[str, POSITION] | None = field("我方意见", "Our position")
    similar_to: tuple[FindingId, ...] = many("以往同类", "Similar to", "以前的发现项", "earlier findings")
    repeat: YesNo | None = field("重复发现", "Repeat finding")
    risk: Text | None = field("风险", "Risk", internal=True)
    response: FindingResponse | None = field("答复", "Response", "不开 CAR 时由责任部门填写", "where no CAR is raised")


class Findings(Record):
    """All findings of an audit, by number."""

    items: dict[FindingNumber, Finding] = numbered("发现项", "Findings")


def findings_of(records: Records, audit_id: str) -> Mapping[str, Finding]:
    """The findings of an audit by their numbers."""
    found = records.get(Findings, audit_id)
    return found.record.items if found else {}


def finding_at(records: Records, audit_id: str, reference: str) -> Finding | None:
    """The finding a reference leads to: `F01` inside its audit, `AUD-2026-014/F01` outside."""
    audit, _, number = reference.rpartition("/")
    return findings_of(records, audit or audit_id).get(number)
