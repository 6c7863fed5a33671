"""Pre-audit 内部预审 (`preaudit.yaml`): how we looked at ourselves before the customer came, and what was done (001i 6.2).

It never leaves the house.
"""

from typing import Annotated

from auditdocs.field import Model, field, many
from auditdocs.records.base import Record
from auditdocs.records.ids import CarId, DepartmentCode, ItemId, PersonId
from auditdocs.records.words import Day, Text, choice

METHOD = choice(self=("自查", "Self-check"), mutual=("互查", "Mutual check"), mock=("模拟审核", "Mock audit"))
SIX_S = choice(
    sort=("整理", "Sort"),
    set_in_order=("整顿", "Set in order"),
    shine=("清扫", "Shine"),
    standardize=("清洁", "Standardize"),
    sustain=("素养", "Sustain"),
    safety=("安全", "Safety"),
)
SIX_S_RESULT = choice(ok=("合格", "OK"), ng=("不合格", "Not OK"))
SEVERITY = choice(minor=("轻微", "Minor"), major=("严重", "Major"))


class PreauditPlan(Model):
    """How and when we look, and who does."""

    method: tuple[Annotated[str, METHOD], ...] = many("方式", "Methods")
    team: tuple[PersonId, ...] = many("预审人员", "Team")
    start: Day | None = field("开始", "Start")
    end: Day | None = field("结束", "End")
    scope: Text | None = field("范围", "Scope", example="检查表全部项目和参观路线|All questions of the checklist and the way of the tour")


class SixSItem(Model):
    """One of the six S in one area."""

    s: Annotated[str, SIX_S] = field("项目", "S", required=True)
    result: Annotated[str, SIX_S_RESULT] | None = field("结果", "Result")
    note: Text | None = field("说明", "Note", example="通道划线磨损|The lines of the aisle are worn")


class SixSCheck(Model):
    """The six S of one area that the auditors will see (001i 4.3.2)."""

    area: Text | None = field("区域", "Area", example="注塑车间|Moulding shop")
    department: DepartmentCode | None = field("部门", "Department")
    checked_on: Day | None = field("检查日期", "Checked on")
    by: PersonId | None = field("检查人", "Checked by")
    items: tuple[SixSItem, ...] = many("检查项目", "Items")
    closed_on: Day | None = field("整改完成日期", "Closed on", "不合格项整改后填写", "once what was not OK is put right")


class GapWaiver(Model):
    """The coordinator lets a gap stand, and says why (001i 6.2.2)."""

    by: PersonId | None = field("放行人", "Waived by", "审核协调人", "the audit's coordinator")
    reason: Text | None = field("放行理由", "Reason")


class PreauditResult(Model):
    """One check and the gap it found; a row without a gap says that none was found."""

    type: Annotated[str, METHOD] = field("方式", "Method", required=True)
    department: DepartmentCode = field("被查部门", "Department", required=True)
    checker: PersonId | None = field("检查人", "Checker")
    checked_on: Day | None = field("检查日期", "Checked on")
    item_ref: ItemId | None = field("检查项", "Question")
    gap: Text | None = field(
        "问题", "Gap", "没有发现问题就不写", "left out where nothing is missing", example="两份记录没有签字|Two records are not signed"
    )
    severity: Annotated[str, SEVERITY] | None = field("程度", "Severity")
    action: Text | None = field("措施", "Action", example="补签并说明原因|They are signed, with the reason")
    owner: PersonId | None = field("责任人", "Owner")
    due: Day | None = field("期限", "Due")
    done_on: Day | None = field("完成日期", "Done on")
    verified_by: PersonId | None = field("验证人", "Verified by")
    waived: GapWaiver | None = field("放行", "Waived")


class EarlierCar(Model):
    """A CAR of an earlier audit of this customer that is still open or did not work (ISO 19011 6.3.1)."""

    car: CarId = field("CAR", "CAR", required=True)
    progress: Text | None = field("进展", "Progress", example="措施已实施，10 月底验证|Implemented; to be verified by the end of October")


class Preaudit(Record):
    """How we looked at ourselves before one audit."""

    plan: PreauditPlan | None = field("预审方案", "Plan")
    six_s_checks: tuple[SixSCheck, ...] = many("6S 检查", "6S checks")
    results: tuple[PreauditResult, ...] = many("预审结果", "Results")
    earlier_cars: tuple[EarlierCar, ...] = many("上次审核遗留 CAR", "CARs of earlier audits")
    conclusion: Text | None = field("结论", "Conclusion", example="可以接受审核|Ready for the audit")
