"""What any record may carry: signatures, attachments, retention, languages."""

from typing import Annotated, Self

from auditdocs.field import Model, field
from auditdocs.records.ids import DepartmentCode, Digest, FilePath, PersonId, RetentionClass
from auditdocs.records.words import Day, Language, Line, Moment, Text, choice

CONFIDENTIALITY = choice(
    public=("公开", "Public"),
    internal=("内部", "Internal"),
    confidential=("保密", "Confidential"),
    restricted=("机密", "Restricted"),
)
KEPT_INSIDE = ("internal", "restricted")  # an attachment of this class
ROLE = choice(
    prepared=("编制", "Prepared"),
    reviewed=("审核", "Reviewed"),
    approved=("批准", "Approved"),
    confirmed=("确认", "Confirmed"),
    received=("签收", "Received"),
    customer=("客户", "Customer"),
)
DECISION = choice(agree=("同意", "Agreed"), reject=("不同意", "Rejected"))
ORIGIN = choice(ours=("我方", "Ours"), customer=("客户", "Customer"), third=("第三方", "Third party"))


class Outsider(Model):
    """Somebody from another house."""

    name: Line = field("姓名", "Name", required=True)
    org: Line | None = field("单位", "Organization")
    title: Line | None = field("职务", "Title")


class Approval(Model):
    """Who agreed to a record, in which role, when."""

    role: Annotated[str, ROLE] = field("角色", "Role", required=True)
    person: PersonId | None = field("人员", "Person", "本公司人员写编号", "one of ours, by id")
    external: Outsider | None = field("外部人员", "External person", "客户等外部人员", "somebody of the customer's")
    at: Moment = field("时间", "Time", required=True)
    decision: Annotated[str, DECISION] = field("意见", "Decision", default="agree")
    comment: Text | None = field("说明", "Comment", internal=True)
    content_sha256: Digest | None = field(
        "内容摘要",
        "Digest of the content",
        "由 auditdocs approve 写入",
        "what was signed; `auditdocs approve` writes it",
        internal=True,
    )

    def for_customer(self) -> Self | None:
        """An agreement; why somebody of ours did not agree at first is our own affair."""
        return self if self.decision == "agree" or self.role == "customer" else None


class Attachment(Model):
    """A file in the `attachments/` folder of the audit (customer)."""

    file: FilePath = field("文件", "File", "attachments/ 下的路径", "its path below attachments/", required=True)
    title: Text | None = field("标题", "Title")
    origin: Annotated[str, ORIGIN] | None = field("来源", "Origin")
    confidentiality: Annotated[str, CONFIDENTIALITY] | None = field("密级", "Confidentiality")

    def for_customer(self) -> Self | None:
        """Not where it says that it stays in the house; what the customer gave us is its own."""
        return None if self.confidentiality in KEPT_INSIDE and self.origin != "customer" else self


class Retention(Model):
    """A retention class other than the kind's own, or a longer period, with its reason."""

    class_: RetentionClass | None = field("保管类别", "Retention class")
    override_until: Day | None = field("保存至", "Keep until", "只能比计算的更晚", "only later than computed")
    reason: Text | None = field("原因", "Reason", internal=True)


class Record(Model):
    """What any record may carry."""

    title: Text | None = field("标题", "Title")
    owner_department: DepartmentCode | None = field("主管部门", "Owner department")
    confidentiality: Annotated[str, CONFIDENTIALITY] | None = field("密级", "Confidentiality")
    approvals: tuple[Approval, ...] = field("签署", "Approvals", default=())
    attachments: tuple[Attachment, ...] = field("附件", "Attachments", default=())
    retention: Retention | None = field("保管期限", "Retention")
    languages: tuple[Language, ...] = field("语言", "Languages", "文件使用的语言", "languages of its documents", default=())
    remarks_internal: Text | None = field("内部备注", "Internal remarks", "不打印", "printed nowhere", internal=True)


def approval(record: Record, role: str) -> Approval | None:
    """The newest agreement in a role."""
    found = [one for one in record.approvals if one.role == role and one.decision == "agree"]
    return max(found, key=lambda one: one.at) if found else None
