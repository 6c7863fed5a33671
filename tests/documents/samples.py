"""Views to look at and to test templates with: empty, short, very long, English, both languages; made from the types."""

import base64
import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, get_args, get_origin, get_type_hints

from auditdocs.document import Document, Frame
from auditdocs.documents.cars import car, car_register, eight_d, submission
from auditdocs.documents.control import (
    change_request,
    controlled_documents,
    distribution_list,
    external_documents,
    obsolete_documents,
    policy,
)
from auditdocs.documents.keeping import access_log, disposal_appraisal, disposal_certificate, disposal_list, retention_index
from auditdocs.documents.on_site import checklist, meeting_sheet
from auditdocs.documents.preparation import agenda, contact_sheet, preaudit_report, preparation_minutes, programme, reception_sheet
from auditdocs.documents.report import audit_report, management_review, notification, record_sheet
from auditdocs.labels import Languages
from auditdocs.problem import Words
from auditdocs.render import Asset
from auditdocs.view_parts import Box, Markdown, Photograph, Picture
from tests.documents.phrases import phrase

Say = Callable[[str], str]  # a field's path → its words
BOTH: Languages = ("zh", "en")


DOT = "iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAAAAAC4HznGAAAAEElEQVR4nGOMYmBgYmBgAAACjgBegttRawAAAABJRU5ErkJggg=="
PHOTOGRAPH: Asset = ("0" * 64, "image/png", base64.b64decode(DOT))  # what every photograph of a sample shows


@dataclass(frozen=True, slots=True)
class Sample:
    """A view, and the languages its document is in."""

    name: str
    view: Any
    languages: Languages = ("zh",)


@dataclass(frozen=True, slots=True)
class Target:
    """A template and the type of view it prints; a union in the view is settled by `item`."""

    view: type
    words: Mapping[str, Words]
    title: Words
    form: str
    item: type | None = None


TARGETS: Mapping[str, Target] = {
    "contact_sheet/contact_sheet": Target(
        contact_sheet.ContactSheetView,
        contact_sheet.WORDS,
        Words("客户审核联络单", "Customer Audit Contact Sheet"),
        "XY-FM-CA-01",
    ),
    **{
        f"checklist/{variant}": Target(
            checklist.ChecklistView, checklist.WORDS, Words(f"检查表（{zh}）", f"Checklist ({en})"), "XY-FM-CA-03", item
        )
        for variant, zh, en, item in (
            ("blank", "空白", "blank", checklist.BlankItem),
            ("preparation", "准备", "preparation", checklist.PreparationItem),
            ("on_site", "现场", "on site", checklist.OnSiteItem),
            ("result", "结果", "result", checklist.ResultItem),
        )
    },
    "preparation_minutes/preparation_minutes": Target(
        preparation_minutes.PreparationMinutesView,
        preparation_minutes.WORDS,
        Words("审核准备会议纪要", "Preparation Meeting Minutes"),
        "XY-FM-CA-02",
    ),
    "preaudit_report/preaudit_report": Target(
        preaudit_report.PreauditReportView, preaudit_report.WORDS, Words("内部预审报告", "Pre-audit Report"), "XY-FM-CA-06"
    ),
    "agenda/agenda": Target(agenda.AgendaView, agenda.WORDS, Words("审核日程与陪同安排", "Agenda and Escort Plan"), "XY-FM-CA-04"),
    "reception_sheet/reception_sheet": Target(
        reception_sheet.ReceptionSheetView, reception_sheet.WORDS, Words("接待安排单", "Reception Sheet"), "XY-FM-CA-05"
    ),
    **{
        f"meeting_sheet/{name}": Target(
            view, meeting_sheet.WORDS, Words(f"{zh}会议记录与签到", f"Record of the {en} Meeting"), "XY-FM-CA-07"
        )
        for name, view, zh, en in (
            ("opening", meeting_sheet.OpeningSheetView, "首次", "Opening"),
            ("closing", meeting_sheet.ClosingSheetView, "末次", "Closing"),
        )
    },
    "car/car": Target(car.CarView, car.WORDS, Words("纠正措施要求单", "Corrective Action Request (CAR)"), "XY-FM-CA-09"),
    "eight_d/eight_d": Target(eight_d.EightDView, eight_d.WORDS, Words("8D 报告", "8D Report"), "XY-FM-CA-10"),
    "record_sheet/record_sheet": Target(
        record_sheet.RecordSheetView, record_sheet.WORDS, Words("客户审核记录单", "Customer Audit Record Sheet"), "XY-FM-CA-08"
    ),
    "submission/submission": Target(
        submission.SubmissionView, submission.WORDS, Words("整改提交函", "Submission of Corrective Actions"), "XY-FM-CA-16"
    ),
    "car_register/car_register": Target(
        car_register.CarRegisterView, car_register.WORDS, Words("CAR 跟踪表", "CAR Register"), "XY-FM-CA-11"
    ),
    "audit_report/audit_report": Target(audit_report.AuditReportView, audit_report.WORDS, Words("审核报告", "Audit Report"), "XY-FM-CA-12"),
    "notification/notification": Target(
        notification.NotificationView,
        notification.WORDS,
        Words("审核结果通报", "Notification of the Audit Result"),
        "XY-FM-CA-13",
    ),
    "policy/policy": Target(policy.PolicyView, policy.WORDS, Words("客户审核管理制度", "Customer Audit Management Policy"), ""),
    "disposal_appraisal/disposal_appraisal": Target(
        disposal_appraisal.AppraisalView,
        disposal_appraisal.WORDS,
        Words("到期鉴定审批表", "Appraisal and Approval of Disposal"),
        "XY-FM-RC-02",
    ),
    "disposal_list/disposal_list": Target(
        disposal_list.ListView, disposal_list.WORDS, Words("销毁清册", "Destruction List"), "XY-FM-RC-03"
    ),
    "disposal_certificate/disposal_certificate": Target(
        disposal_certificate.CertificateView, disposal_certificate.WORDS, Words("销毁证明", "Certificate of Destruction"), "XY-FM-RC-04"
    ),
    "access_log/access_log": Target(access_log.AccessLogView, access_log.WORDS, Words("档案查阅登记表", "Access Log"), "XY-FM-RC-05"),
    "change_request/change_request": Target(
        change_request.ChangeRequestView, change_request.WORDS, Words("更改申请单", "Document Change Request"), "XY-FM-DC-03"
    ),
    "distribution_list/distribution_list": Target(
        distribution_list.DistributionView,
        distribution_list.WORDS,
        Words("文件发放回收登记表", "Distribution and Recall of Documents"),
        "XY-FM-DC-02",
    ),
    "controlled_documents/controlled_documents": Target(
        controlled_documents.ControlledDocumentsView,
        controlled_documents.WORDS,
        Words("受控文件清单", "Master List of Documents"),
        "XY-FM-DC-01",
    ),
    "external_documents/external_documents": Target(
        external_documents.ExternalDocumentsView,
        external_documents.WORDS,
        Words("外来文件清单", "List of External Documents"),
        "XY-FM-DC-04",
    ),
    "obsolete_documents/obsolete_documents": Target(
        obsolete_documents.ObsoleteDocumentsView,
        obsolete_documents.WORDS,
        Words("作废文件清单", "List of Obsolete Documents"),
        "XY-FM-DC-05",
    ),
    "programme/programme": Target(
        programme.ProgrammeView, programme.WORDS, Words("年度客户审核方案", "Annual Programme of Customer Audits"), "XY-FM-CA-14"
    ),
    "management_review/management_review": Target(
        management_review.ManagementReviewView,
        management_review.WORDS,
        Words("管理评审输入", "Input to the Management Review"),
        "XY-FM-CA-15",
    ),
    "retention_index/year": Target(
        retention_index.YearIndexView,
        retention_index.WORDS,
        Words("归档目录与存档期限索引", "Archive and Retention Index"),
        "XY-FM-RC-01",
    ),
    "retention_index/audit": Target(
        retention_index.AuditIndexView,
        retention_index.WORDS,
        Words("归档目录与存档期限索引", "Archive and Retention Index"),
        "XY-FM-RC-01",
    ),
}


def filled(kind: Any, say: Say, rows: int = 2, item: type | None = None, path: str = "") -> Any:
    """A value of this type, its text said by `say`, its tuples `rows` long."""
    if kind is str:
        return say(path)
    if kind is bool:
        return path.endswith("0.ticked")
    if kind is Picture:
        return Picture("<svg/>", say(f"{path}.picture"))
    if kind is Photograph:
        return Photograph(f"records/{path}.png", PHOTOGRAPH[0], say(f"{path}.caption"))
    if kind is Markdown:
        return Markdown(say(f"{path}.markdown"))
    if get_origin(kind) is tuple:
        inner = get_args(kind)[0]
        return tuple(filled(inner, say, rows, item, f"{path}.{number}") for number in range(rows))
    if isinstance(kind, types.UnionType) and item is not None:
        return filled(item, say, rows, item, path)
    assert isinstance(kind, type), kind
    assert is_dataclass(kind), kind
    hints = get_type_hints(kind)
    made = {one.name: filled(hints[one.name], say, rows, item, f"{path}.{one.name}") for one in fields(kind)}
    return kind(**made)


def sample(template: str, say: Say, rows: int = 2) -> Any:
    """A view for this template."""
    target = TARGETS[template]
    return filled(target.view, say, rows, target.item)


def document(template: str, shown: Sample) -> Document:
    """The document that prints this sample."""
    target = TARGETS[template]
    return Document(
        kind=template.split("/", maxsplit=1)[0],
        subject="CAR-2026-0031",
        folder="audits/AUD-2026-014",
        name="sample",
        title=target.title,
        number="CAR-2026-0031",
        languages=shown.languages,
        view=shown.view,
        formats=("docx", "pdf"),
        template=template,
        words=target.words,
    )


def frame(template: str, shown: Sample) -> Frame:
    """The frame around it: a draft, so that the mark is seen."""
    target = TARGETS[template]
    said = {"zh": target.title.zh, "en": target.title.en}
    company = {"zh": "示例精密电子有限公司", "en": "Example Precision Electronics Co., Ltd."}
    return Frame(
        company=" ".join(company[lang] for lang in shown.languages),
        title=" ".join(said[lang] for lang in shown.languages),
        number="CAR-2026-0031",
        form_number=target.form,
        revision="A/0",
        confidentiality="内部" if shown.languages[0] == "zh" else "Internal",
        retention="CA-3Y",
        mark="草稿" if shown.languages == ("zh",) else "",
        sources="3f2a9c1e7b04 · sha256 9b1c55e0a7d2",
        as_of="2026-09-30" if template == "retention_index/year" else "",
        note="打印件为非受控" if template.startswith("policy") else "",
    )


def _samples(template: str) -> tuple[Sample, ...]:
    return (
        Sample("blank", blank(template)),
        Sample("short", sample(template, lambda path: phrase(path, "zh"))),
        Sample("long", sample(template, lambda path: phrase(path, "zh", long=True), rows=1)),
        Sample("english", sample(template, lambda path: phrase(path, "en")), ("en",)),
        Sample("both", sample(template, lambda path: phrase(path, "zh") + "\n" + phrase(path, "en")), BOTH),
    )


def blank(template: str) -> Any:
    """What is printed to be filled in by hand: no rows, but boxes, signatures and a checklist's questions."""
    target = TARGETS[template]
    hints = get_type_hints(target.view)
    printed = {"signatures", "sections", "legend", "customer_documents", "dues", "special_requests", "logistics_needs"}
    made = {
        name: filled(kind, _form_words, 3, target.item, f".{name}")
        if name in printed or kind == tuple[Box, ...]
        else filled(kind, lambda path: "", 0)
        for name, kind in hints.items()
    }
    return target.view(**made)


def _form_words(path: str) -> str:
    """What stands on a form before anybody writes on it."""
    name = path.rsplit(".", 1)[-1]
    kept = ("words", "role", "number", "text", "title", "clause", "key", "sign", "meaning", "document", "step", "subject")
    return phrase(path, "zh") if name in kept else ""


SAMPLES: Mapping[str, tuple[Sample, ...]] = {template: _samples(template) for template in TARGETS}

__all__ = ["BOTH", "SAMPLES", "TARGETS", "Sample", "document", "filled", "frame", "sample"]
