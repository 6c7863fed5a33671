"""Measures of a CAR: containment, correction, the analysis of causes, actions, read-across, documents changed."""

from typing import Annotated

from auditdocs.field import Model, field, many
from auditdocs.records.ids import FilePath, PersonId
from auditdocs.records.words import Day, Line, Text, Whole, YesNo, choice

METHOD = {
    "5why": ("5 个为什么", "5 why"),
    "ishikawa": ("鱼骨图", "Ishikawa"),
    "fta": ("故障树", "Fault tree"),
    "is_isnot": ("是/非分析", "Is / is not"),
    "other": ("其他", "Other"),
}
ANALYSIS_METHOD = choice(**METHOD)
CAUSE_TYPE = choice(occurrence=("发生", "Occurrence"), escape=("流出", "Escape"), systemic=("系统", "Systemic"))
ACTION_TYPE = choice(
    elimination=("消除原因", "Elimination"),
    error_proofing=("防错", "Error proofing"),
    process=("流程", "Process"),
    document=("文件", "Document"),
    training=("培训", "Training"),
    other=("其他", "Other"),
)


class Stock(Model):
    """What was sorted where: in process, in store, in transit, at the customer's (B-26)."""

    location: Line | None = field("位置", "Location", example="成品库|Finished goods store")
    qty: Whole | None = field("数量", "Quantity")
    sorted: Whole | None = field("已挑选", "Sorted")
    ng: Whole | None = field("不良数", "Rejected")


class Containment(Model):
    """What keeps the problem from the customer at once (D3)."""

    action: Text = field(
        "围堵措施", "Containment action", required=True, example="追溯当班产品 1,200 件全检|Sort the 1,200 parts of that shift"
    )
    owner: PersonId | None = field("责任人", "Owner")
    due: Day | None = field("期限", "Due")
    done_on: Day | None = field("完成日期", "Done on")
    effective_check: Text | None = field("效果确认", "Check of effect")
    stock: tuple[Stock, ...] = many("库存排查", "Stock sorted")
    clean_point: Line | None = field("断点", "Clean point", "从哪个批号或日期起为合格品", "lot or date from which goods are good")


class Correction(Model):
    """What put the found fact right (ISO 9001 10.2.1)."""

    action: Text = field("纠正", "Correction", required=True, example="补充确认并注明原因|Confirm it afterwards and say why")
    owner: PersonId | None = field("责任人", "Owner")
    due: Day | None = field("期限", "Due")
    done_on: Day | None = field("完成日期", "Done on")
    evidence: tuple[FilePath, ...] = many("证据", "Evidence")


class Why(Model):
    """One step of a 5-why chain."""

    why: Text | None = field("为什么", "Why", example="为何缺签|Why was it not signed")
    because: Text = field(
        "因为",
        "Because",
        required=True,
        example="夜班班组长调岗后无人接替确认职责|Nobody took over when the team leader of the night shift moved",
    )
    evidence: Text | None = field("证据", "Evidence")


class Chain(Model):
    """A chain of whys to one kind of cause."""

    type: Annotated[str, CAUSE_TYPE] = field("原因类型", "Type of cause", required=True)
    steps: tuple[Why, ...] = many("步骤", "Steps")


class Ishikawa(Model):
    """The fishbone's six bones (5M1E)."""

    man: Text | None = field("人", "Man")
    machine: Text | None = field("机", "Machine")
    material: Text | None = field("料", "Material")
    method: Text | None = field("法", "Method")
    environment: Text | None = field("环", "Environment")
    measurement: Text | None = field("测", "Measurement")


class CauseStatement(Model):
    """The root cause of each kind in one sentence."""

    occurrence: Text | None = field("发生原因", "Cause of occurrence")
    escape: Text | None = field("流出原因", "Cause of escape")
    systemic: Text | None = field("系统原因", "Systemic cause")


class RootCause(Model):
    """The analysis (D4)."""

    method: Annotated[str, ANALYSIS_METHOD] | None = field("方法", "Method")
    completed_on: Day | None = field("分析完成日期", "Completed on")
    chains: tuple[Chain, ...] = many("原因链", "Chains of causes")
    ishikawa: Ishikawa | None = field("鱼骨图", "Ishikawa")
    statement: CauseStatement | None = field("根本原因", "Root cause", "没有原因链时填写", "where no chain leads to it")
    verified_by: Text | None = field("验证方式", "How it was proved", "怎样证明是根本原因", "the test that proved it")


class CorrectiveAction(Model):
    """What removes a cause (D5, D6)."""

    action: Text = field(
        "纠正措施",
        "Corrective action",
        required=True,
        example="岗位变动单增加首件确认权限移交栏|The form for a change of post gets a line for this right",
    )
    type: Annotated[str, ACTION_TYPE] | None = field("类型", "Type")
    addresses: tuple[Annotated[str, CAUSE_TYPE], ...] = many("针对的原因", "Causes addressed")
    owner: PersonId | None = field("责任人", "Owner")
    due: Day | None = field("期限", "Due")
    done_on: Day | None = field("完成日期", "Done on")
    evidence: tuple[FilePath, ...] = many("证据", "Evidence")


class PreventiveAction(CorrectiveAction):
    """What keeps the cause from arising elsewhere (D7)."""

    action: Text = field("预防措施", "Preventive action", required=True, example="装配车间同样修改|The same in the assembly shop")


class ReadAcross(Model):
    """A process, product or site the cause was looked for in (IATF 10.2.3)."""

    process: Line | None = field("过程", "Process", example="装配|Assembly")
    product: Line | None = field("产品", "Product")
    site: Line | None = field("场所", "Site")
    applies: YesNo | None = field("适用", "Applies")
    reason: Text | None = field("理由", "Reason")
    action: Text | None = field("措施", "Action")
    owner: PersonId | None = field("责任人", "Owner")
    due: Day | None = field("期限", "Due")
    done_on: Day | None = field("完成日期", "Done on")


class DocumentUpdate(Model):
    """A document changed by the actions."""

    kind: Line | None = field("文件类型", "Kind", example="作业指导书|Work instruction")
    id: Line | None = field("文件编号", "Number", example="XY-WI-MFG-12")
    from_rev: Line | None = field("原版本", "From revision", example="A/2")
    to_rev: Line | None = field("新版本", "To revision", example="A/3")
    date: Day | None = field("日期", "Date")
