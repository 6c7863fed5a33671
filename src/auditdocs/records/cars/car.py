"""Corrective action request 纠正措施要求单 (`cars/CAR-….yaml`): from the fact found to the customer's confirmation."""

from datetime import date
from typing import Annotated, ClassVar, Self

from auditdocs.field import Computed, Model, field, many
from auditdocs.problem import Words
from auditdocs.records.base import Outsider, Record
from auditdocs.records.cars.car_answers import (
    CustomerConfirmation,
    Effectiveness,
    Extension,
    ImplementationCheck,
    Response,
    Void,
)
from auditdocs.records.cars.car_measures import (
    Containment,
    Correction,
    CorrectiveAction,
    DocumentUpdate,
    PreventiveAction,
    ReadAcross,
    RootCause,
)
from auditdocs.records.ids import DepartmentCode, FindingId, PersonId
from auditdocs.records.marks import Event
from auditdocs.records.words import Day, Line, Text, choice

SOURCE = choice(
    onsite_conclusion=("现场结论", "On-site conclusion"),
    written_report=("书面报告", "Written report"),
    complaint=("投诉", "Complaint"),
    preaudit=("预审", "Pre-audit"),
    internal=("内部", "Internal"),
)
PARTY = choice(ours=("我司", "Ours"), external=("客户", "The customer"))
INTERNAL = frozenset(("internal", "preaudit"))  # closed by quality, without a customer (D.4.2)


class ProblemStatement(Model):
    """The fact found, told by 5W2H."""

    statement: Text | None = field(
        "不符合描述", "Statement", example="首件检验记录未经班组长确认|The first-piece record was not confirmed by the team leader"
    )
    what: Text | None = field("何事", "What", example="3 号机首件检验记录缺签字|A signature is missing in the first-piece record")
    where: Text | None = field("何处", "Where", example="注塑车间|Moulding shop")
    when: Text | None = field("何时", "When", example="9 月 7 日夜班|Night shift of 7 September")
    who: Text | None = field("何人", "Who")
    which: Text | None = field("哪个", "Which")
    how: Text | None = field("如何发生", "How")
    how_many: Text | None = field("多少", "How many", example="抽查 10 班次，1 班次缺|1 of 10 shifts")
    evidence: tuple[Text, ...] = many("证据", "Evidence")


class Dues(Model):
    """The dates promised, computed from the profile when the CAR is made and then kept."""

    containment: Day | None = field("围堵期限", "Containment due")
    root_cause: Day | None = field("原因分析期限", "Root cause due")
    plan: Day | None = field("措施计划期限", "Plan due")
    customer_response: Day | None = field("回复客户期限", "Customer response due", "客户指定的提交日期", "the date the customer set")
    implementation: Day | None = field("实施期限", "Implementation due")
    verification: Day | None = field("验证期限", "Verification due")
    customer_close: Day | None = field("客户关闭期限", "Closing due", "客户指定的关闭日期", "where the customer set one")


class TeamMember(Model):
    """One of the team (D1)."""

    person: PersonId = field("人员", "Person", required=True)
    role: Line | None = field("角色", "Role")


class Car(Record):
    """A corrective action request; its type and grade are its finding's."""

    computed: ClassVar[Computed] = {
        "type": Words("类别来自 findings 所列的发现项", "its type is that of its findings"),
        "grade": Words("等级来自 findings 所列的发现项", "its grade is that of its findings"),
    }

    findings: tuple[FindingId, ...] = many("发现项", "Findings")
    customer_car_no: Line | None = field("客户 CAR 编号", "Customer CAR no.")
    customer_form: Line | None = field(
        "客户表式",
        "Customer form",
        "写 8D 时另出 8D 报告；不写时看结论的 response_format",
        "with 8D an 8D report is made too; without this the conclusion's response_format says it",
        example="8D",
    )
    source: Annotated[str, SOURCE] | None = field("来源", "Source")
    owner_department: DepartmentCode = field("责任部门", "Responsible department", required=True)
    owner: PersonId | None = field("责任人", "Owner")
    responsible_party: Annotated[str, PARTY] | None = field(
        "责任方", "Responsible party", "我司稽核客户、由客户整改时写 external", "external: the customer we audit answers it"
    )
    responder: Outsider | None = field("客户责任人", "Owner at the customer's", "责任方是客户时", "where the customer is responsible")
    co_departments: tuple[DepartmentCode, ...] = many("配合部门", "Supporting departments")
    issued_on: Day | None = field("开具日期", "Issued on")
    issued_by: PersonId | None = field("开具人", "Issued by")
    received_on: Day | None = field("接收日期", "Received on")
    problem: ProblemStatement | None = field("不符合事实", "Problem")
    due: Dues | None = field("期限", "Due dates")
    extensions: tuple[Extension, ...] = many("延期", "Extensions")
    team: tuple[TeamMember, ...] = many("小组成员", "Team")
    containment: tuple[Containment, ...] = many("围堵措施", "Containment")
    containment_not_needed: Text | None = field("不需围堵的理由", "Why no containment is needed")
    correction: tuple[Correction, ...] = many("纠正", "Correction")
    correction_not_needed: Text | None = field("不需纠正的理由", "Why no correction is needed")
    root_cause: RootCause | None = field("原因分析", "Root cause")
    corrective_actions: tuple[CorrectiveAction, ...] = many("纠正措施", "Corrective actions")
    no_action_justification: Text | None = field("不采取措施的理由", "Why no action is taken")
    preventive_actions: tuple[PreventiveAction, ...] = many("预防措施", "Preventive actions")
    preventive_not_needed: Text | None = field("不需预防措施的理由", "Why no preventive action is needed")
    read_across: tuple[ReadAcross, ...] = many("横向展开", "Read-across")
    documents_updated: tuple[DocumentUpdate, ...] = many("文件更新", "Documents updated")
    responses: tuple[Response, ...] = many("回复轮次", "Rounds of response")
    implementation_check: ImplementationCheck | None = field("实施验证", "Check of implementation")
    effectiveness: Effectiveness | None = field("有效性验证", "Effectiveness")
    customer_confirmation: CustomerConfirmation | None = field("客户确认", "Customer confirmation")
    closed_on: Day | None = field("关闭日期", "Closed on")
    closed_by: PersonId | None = field("关闭人", "Closed by")
    void: Void | None = field("作废", "Void")
    reopened: Event | None = field("重开", "Reopened")
    risk_update: Text | None = field("风险更新", "Update of risks", internal=True)
    lessons: Text | None = field("经验教训", "Lessons learned", internal=True)
    recognition: Text | None = field("小组认可", "Recognition of the team", "8D 的 D8", "D8 of an 8D report")
    cost: Line | None = field("质量损失", "Cost of poor quality", internal=True)

    def for_customer(self) -> Self | None:
        """What our own look found is our own affair (D.4.2)."""
        return None if self.source in INTERNAL else self


def is_external(car: Car) -> bool:
    """Whether the customer we audited answers it (D.4.3)."""
    return car.responsible_party == "external"


def day_of_issue(car: Car) -> date | None:
    """The day it was issued; none where its receipt lies before it: one of the two is wrong, and that is said."""
    issued_on = car.issued_on
    return None if issued_on and car.received_on and car.received_on < issued_on else issued_on
