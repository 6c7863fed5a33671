"""A document kind that exists only in tests: one form with everything the presses can print."""

from dataclasses import dataclass, replace

from auditdocs.document import Document, Format, Frame, Job
from auditdocs.labels import Languages
from auditdocs.problem import Lang, Words
from auditdocs.view_parts import Box, Markdown, Signature

__all__ = ["Lang"]

WORDS = {
    "basics": Words("基本信息", "Basics"),
    "customer": Words("客户", "Customer"),
    "site": Words("场所", "Site"),
    "types": Words("审核类型", "Audit type"),
    "owner": Words("责任人", "Owner"),
    "due": Words("期限", "Due"),
    "measure": Words("措施", "Measure"),
    "description": Words("不符合事实", "Nonconformity"),
    "actions": Words("纠正措施", "Corrective actions"),
    "items": Words("项", "Items"),
}

NARRATIVE = Markdown("# 目的\n\n本程序规定 **审核** 的*要求*。\n\n1. 第一步\n   - 子项\n2. 第二步\n\n| 项 | 值 |\n|---|---|\n| a | 1 |\n")


@dataclass(frozen=True, slots=True)
class Action:
    number: str
    measure: str
    owner: str
    due: str
    emphasis: str = ""


@dataclass(frozen=True, slots=True)
class Demo:
    number: str
    customer: str
    site: str
    types: tuple[Box, ...]
    description: str
    actions: tuple[Action, ...]
    narrative: Markdown
    signatures: tuple[Signature, ...]


def frame(title: str = "纠正措施要求单 Corrective Action Request", **changes: str) -> Frame:
    made = Frame(
        company="样例精密部件有限公司 Sample Precision Parts Co., Ltd.",
        title=title,
        number="CAR-2026-0031",
        form_number="FM-CA-09",
        revision="A/2",
        confidentiality="内部 Internal",
        retention="QA-10Y",
        sources="3f2a91c0d4e5 · 摘要 Digest 91ab77e2c0ff",
        subject="CAR-2026-0031 纠正措施要求单",
    )
    return replace(made, **changes)


def view(text: str = "喷涂线 3 号槽温度记录缺失 <5 min> & 未签字。") -> Demo:
    return Demo(
        number="CAR-2026-0031",
        customer=text,
        site="苏州 一厂",
        types=(Box(True, "体系审核 System"), Box(False, "过程审核 Process"), Box(True, "产品审核 Product")),
        description=text,
        actions=(
            Action("1", text, "P0310", "2026-03-01"),
            Action("2", "修订作业指导书\n并培训 Train the shift", "P0222", "2026-04-15", "strong"),
        ),
        narrative=NARRATIVE,
        signatures=(Signature("编制 Prepared", "王样", "2026-03-01"), Signature("审核 Reviewed"), Signature("批准 Approved")),
    )


def job(
    shown: object | None = None,
    form: Format = "pdf",
    languages: Languages = ("zh", "en"),
    template: str = "demo/demo",
    framed: Frame | None = None,
) -> Job:
    document = Document(
        kind="demo",
        subject="CAR-2026-0031",
        folder="demo",
        name="CAR-2026-0031",
        title=Words("纠正措施要求单", "Corrective Action Request"),
        number="CAR-2026-0031",
        languages=languages,
        view=shown if shown is not None else view(),
        formats=(form,),
        template=template,
        words=WORDS,
    )
    return Job(document, form, f"demo/CAR-2026-0031.{form}", framed or frame(), "ready")
