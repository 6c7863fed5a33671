"""Forms 表单登记: number and revision of the form each kind of document is printed on (ISO 9001 7.5.2)."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated

from auditdocs.entry import Entry, Records, Violation
from auditdocs.field import Model, Table, field
from auditdocs.problem import Words, did_you_mean
from auditdocs.records.house.organization import organization
from auditdocs.records.ids import Digest, Revision, identifier
from auditdocs.records.words import Bilingual, Day, Text
from auditdocs.room import RecordType, rule

KIND = identifier("文件种类", "kind of document", r"[a-z][a-z_]{1,40}", "car")
FORM_NUMBER = identifier("表单编号", "form number", r"[A-Z]{2,4}-[A-Z]{2}-[A-Z]{2,4}-[0-9]{2}", "XY-FM-CA-09")


class TemplateDigests(Model):
    """The templates a form's revision was approved with."""

    docx: Digest | None = field("Word 模板", "Word template")
    html: Digest | None = field("HTML 模板", "HTML template")


class Form(Model):
    """Number and revision of a form, as its header prints them."""

    number: Annotated[str, FORM_NUMBER] = field("表单编号", "Form number", required=True)
    revision: Revision = field("版本", "Revision", default="A/0")
    title: Text | None = field("名称", "Title")
    effective_on: Day | None = field("生效日期", "Effective on")
    template_sha256: TemplateDigests | None = field("模板摘要", "Digests of the templates")


class Forms(Table[Annotated[str, KIND], Form]):
    """The register of forms by kind of document."""


STANDARD_FORMS: Mapping[str, tuple[str, Bilingual]] = {
    "contact_sheet": ("FM-CA-01", Bilingual(zh="客户审核联络单", en="Customer Audit Contact Sheet")),
    "preparation_minutes": ("FM-CA-02", Bilingual(zh="审核准备会议纪要", en="Preparation Meeting Minutes")),
    "checklist": ("FM-CA-03", Bilingual(zh="检查表", en="Checklist")),
    "agenda": ("FM-CA-04", Bilingual(zh="审核日程与陪同安排", en="Agenda and Escort Plan")),
    "reception_sheet": ("FM-CA-05", Bilingual(zh="接待安排单", en="Reception Sheet")),
    "preaudit_report": ("FM-CA-06", Bilingual(zh="内部预审报告", en="Pre-audit Report")),
    "meeting_sheet": ("FM-CA-07", Bilingual(zh="首末次会议记录与签到", en="Opening and Closing Meetings")),
    "record_sheet": ("FM-CA-08", Bilingual(zh="客户审核记录单", en="Customer Audit Record Sheet")),
    "car": ("FM-CA-09", Bilingual(zh="纠正措施要求单", en="Corrective Action Request")),
    "eight_d": ("FM-CA-10", Bilingual(zh="8D 报告", en="8D Report")),
    "submission": ("FM-CA-16", Bilingual(zh="整改提交函", en="Submission of Corrective Actions")),
    "car_register": ("FM-CA-11", Bilingual(zh="CAR 跟踪表", en="CAR Register")),
    "audit_report": ("FM-CA-12", Bilingual(zh="审核报告", en="Audit Report")),
    "notification": ("FM-CA-13", Bilingual(zh="审核结果通报", en="Notification of the Audit Result")),
    "programme": ("FM-CA-14", Bilingual(zh="年度客户审核方案", en="Annual Programme of Customer Audits")),
    "management_review": ("FM-CA-15", Bilingual(zh="管理评审输入", en="Input to the Management Review")),
    "retention_index": ("FM-RC-01", Bilingual(zh="归档与存档期限索引", en="Archive and Retention Index")),
    "disposal_appraisal": ("FM-RC-02", Bilingual(zh="到期鉴定审批表", en="Appraisal and Approval of Disposal")),
    "disposal_list": ("FM-RC-03", Bilingual(zh="销毁清册", en="Destruction List")),
    "disposal_certificate": ("FM-RC-04", Bilingual(zh="销毁证明", en="Certificate of Destruction")),
    "access_log": ("FM-RC-05", Bilingual(zh="档案查阅登记表", en="Access Log")),
    "controlled_documents": ("FM-DC-01", Bilingual(zh="受控文件清单", en="Master List of Documents")),
    "distribution_list": ("FM-DC-02", Bilingual(zh="文件发放回收登记表", en="Distribution and Recall of Documents")),
    "change_request": ("FM-DC-03", Bilingual(zh="更改申请单", en="Document Change Request")),
    "external_documents": ("FM-DC-04", Bilingual(zh="外来文件清单", en="List of External Documents")),
    "obsolete_documents": ("FM-DC-05", Bilingual(zh="作废文件清单", en="List of Obsolete Documents")),
    "policy": ("FM-DC-06", Bilingual(zh="制度", en="Policy")),
}


def form_of(records: Records, kind: str, day: date | None = None) -> Form:
    """The form a kind of document is printed on (on a day): the registered one, else the program's."""
    entry = records.get(Forms, "forms")
    form = entry.record.rows.get(kind) if entry else None
    is_effective = form is not None and (day is None or form.effective_on is None or form.effective_on <= day)
    return form if form and is_effective else _standard_form(records, kind)


def _standard_form(records: Records, kind: str) -> Form:
    ours = organization(records)
    prefix = (ours and (ours.document_prefix or ours.short_code)) or "XX"
    number, title = STANDARD_FORMS.get(kind, ("FM-CA-99", Bilingual(plain=kind)))
    return Form.model_construct(number=f"{prefix}-{number}", revision="A/0", title=title, effective_on=None, template_sha256=None)


@rule(
    "forms.number-twice",
    "ISO 9001 7.5.2",
    catalogue="DOC-001",
    zh="表单编号 {number} 在 {kind} 已用过",
    en="the form number {number} is used for {kind} already",
    do_zh="每种文件用自己的表单编号，请改用另一个",
    do_en="each kind of document has a form of its own: take another number",
)
def number_twice(entry: Entry[Forms], records: Records) -> Iterator[Violation]:
    seen: dict[str, str] = {}
    for kind, form in entry.record.rows.items():
        if form.number in seen:
            yield entry.at(kind, "number", number=form.number, kind=seen[form.number])
        seen.setdefault(form.number, kind)


@rule(
    "forms.template-changed",
    "ISO 9001 7.5.3",
    catalogue="DOC-010",
    severity="warning",
    zh="模板 {template} 已不是版本 {revision} 批准时的那一份",
    en="the template {template} is no longer the one that revision {revision} was approved with",
    do_zh="提升表单版本，并登记新模板的 sha256：{digest}",
    do_en="raise the form's revision and record the new template's sha256: {digest}",
)
def template_changed(entry: Entry[Forms], records: Records) -> Iterator[Violation]:
    for kind, form in entry.record.rows.items():
        approved = form.template_sha256
        for ending, recorded in (("docx", approved.docx), ("html", approved.html)) if approved else ():
            template = f"templates/{kind}/{kind}.{ending}"
            digest = records.digest_of_file(template)
            if recorded and digest and digest != recorded:
                yield entry.at(kind, "template_sha256", ending, template=template, revision=form.revision, digest=digest)


@rule(
    "forms.unknown-kind",
    "ISO 9001 7.5.2",
    catalogue="DOC-010",
    zh="没有文件种类 {kind}，这个表单编号不会印在任何文件上{guess_zh}",
    en="there is no kind of document {kind}: no document would print this number{guess_en}",
    do_zh="文件种类：{kinds}",
    do_en="kinds of documents: {kinds}",
)
def unknown_kind(entry: Entry[Forms], records: Records) -> Iterator[Violation]:
    kinds = tuple(STANDARD_FORMS)
    for kind in entry.record.rows:
        if kind not in STANDARD_FORMS:
            meant = did_you_mean(kind, kinds)
            yield entry.at_name(kind, kind=kind, kinds=kinds, guess_zh=meant.zh, guess_en=meant.en)


FORMS = RecordType(
    name="forms",
    title=Words("表单登记", "Register of forms"),
    model=Forms,
    path="org/forms.yaml",
    key="forms",
    retention="POL-PERM",
    rules=(number_twice, template_changed, unknown_kind),
    shown_to_customers=True,
)
