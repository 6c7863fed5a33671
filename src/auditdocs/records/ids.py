"""The numbers of the house: ids of people, audits, findings, clauses, files."""

import re
from dataclasses import replace
from typing import Annotated

from auditdocs.problem import Free, Words
from auditdocs.records.meant import meant_id
from auditdocs.records.word_sentences import (
    BAD_ID,
)
from auditdocs.word import Reading, Word, Wrong


def identifier(zh: str, en: str, pattern: str, example: str, refers: str = "") -> Word:
    """An id of the house, by its pattern; `refers` names the record type it leads to."""
    what, form = Words(zh, en), re.compile(pattern)

    def read(value: str, reading: Reading) -> str:
        text = str(value)
        if not form.fullmatch(text):
            raise Wrong(BAD_ID, value=Free(text), what=what, example=example, refers=refers, **_id_hint(text, form, example))
        return text

    return Word(en, read, {"type": "string", "pattern": f"^(?:{pattern})$"}, example, refers=refers)


def _id_hint(text: str, form: "re.Pattern[str]", example: str) -> dict[str, str]:
    if any(sign in text for sign in "、，,"):
        return {
            "hint_zh": "；几个值写成列表 [A, B]，用半角逗号",
            "hint_en": "; several are a list [A, B] with plain commas",
        }
    meant = meant_id(text[:80], form, example)
    if meant:
        return {"hint_zh": f"；应写 {meant}", "hint_en": f"; write {meant}"}
    return {"hint_zh": "", "hint_en": ""}


PERSON = identifier("人员编号", "person's id", r"P[0-9]{4}", "P0102", "person")
CUSTOMER = identifier("客户编号", "customer's id", r"C[0-9]{4}", "C0007", "customer")
DEPARTMENT = identifier("部门代码", "department code", r"[A-Z]{2,4}", "QA", "department")
AUDIT = identifier("审核编号", "audit number", r"AUD-[0-9]{4}-[0-9]{3}", "AUD-2026-014", "contact_sheet")
CAR = identifier("CAR 编号", "CAR number", r"CAR-[0-9]{4}-[0-9]{4}", "CAR-2026-0031", "car")
FINDING = identifier("发现项编号", "finding number", r"(AUD-[0-9]{4}-[0-9]{3}/)?F[0-9]{2}", "F01", "finding")
DISPUTE = identifier("异议编号", "dispute number", r"D[0-9]{2}", "D01", "dispute")
ITEM = identifier("检查项编号", "checklist item number", r"Q[0-9]{3}", "Q001", "item")
SESSION = identifier("场次编号", "session number", r"S[0-9]{2}", "S01", "session")
FILED = identifier(
    "记录编号（审核、客户、人员）",
    "number of an audit, a customer or a person",
    r"AUD-[0-9]{4}-[0-9]{3}|C[0-9]{4}|P[0-9]{4}",
    "AUD-2026-014",
    "filed",
)
DISPOSAL = identifier("处置编号", "disposal number", r"DSP-[0-9]{4}-[0-9]{3}", "DSP-2026-001", "disposal")
CRITERION = identifier("准则编号", "criterion", r"[A-Z0-9][A-Za-z0-9.-]{1,60}", "ISO9001-2015", "criterion")
BANK = identifier("题库编号", "question bank", r"CL-[A-Z0-9][A-Za-z0-9.-]{1,60}", "CL-ISO9001-2015", "question_bank")
SCHEME = identifier("评分体系", "grading scheme", r"[A-Za-z0-9][A-Za-z0-9_.-]{1,60}", "iso_nc", "grading_scheme")
PROFILE = identifier("期限方案", "deadline profile", r"[A-Za-z0-9][A-Za-z0-9_.-]{1,60}", "standard", "deadline_profile")
SITE = identifier("场所代码", "site code", r"[A-Z][A-Z0-9]{1,7}", "SZ1", "site")
RETENTION_CLASS = identifier("保管类别", "retention class", r"[A-Z0-9][A-Z0-9/+-]{1,20}", "CA-3Y", "retention_class")
POLICY = identifier("文件编号", "document number", r"[A-Z]{2,4}-[A-Z]{2}-[A-Z]{2,4}-[0-9]{2}", "XY-QP-CA-01")
REVISION = identifier("版本", "revision", r"[A-Z]/[0-9]", "A/0")
CLAUSE = identifier("条款号", "clause number", r"[A-Za-z0-9][A-Za-z0-9.()/*-]{0,30}", "8.5.1")
CLAUSE = replace(CLAUSE, schema={"anyOf": [CLAUSE.schema, {"type": "number"}]})  # 8.7 is a number to an editor
DIGEST = identifier("SHA-256 摘要", "SHA-256 digest", r"[0-9a-f]{64}", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
_NO_DEVICE = r"(?!(.*/)?(con|prn|aux|nul|com[1-9]|lpt[1-9]|CON|PRN|AUX|NUL|COM[1-9]|LPT[1-9])(\.|/|$))"  # no files on Windows
FILE = identifier(
    "附件路径（attachments/ 之下，用 / 分隔）",
    "path of an attachment (below attachments/, with /)",
    r"(?!.*(^|/)\.)(?!.*//)(?!.*[. /](/|$))" + _NO_DEVICE + r"[^\\/:*?\"<>|\s][^\\:*?\"<>|\n]{0,180}",
    "CAR-2026-0031/photo.jpg",
    "attachment",
)


PersonId = Annotated[str, PERSON]
CustomerId = Annotated[str, CUSTOMER]
DepartmentCode = Annotated[str, DEPARTMENT]
AuditId = Annotated[str, AUDIT]
CarId = Annotated[str, CAR]
FiledNumber = Annotated[str, FILED]
DisposalId = Annotated[str, DISPOSAL]
FindingId = Annotated[str, FINDING]
DisputeId = Annotated[str, DISPUTE]
ItemId = Annotated[str, ITEM]
SessionId = Annotated[str, SESSION]
CriterionId = Annotated[str, CRITERION]
BankId = Annotated[str, BANK]
SchemeId = Annotated[str, SCHEME]
ProfileId = Annotated[str, PROFILE]
SiteCode = Annotated[str, SITE]
RetentionClass = Annotated[str, RETENTION_CLASS]
Clause = Annotated[str, CLAUSE]
Revision = Annotated[str, REVISION]
PolicyNumber = Annotated[str, POLICY]
FilePath = Annotated[str, FILE]
Digest = Annotated[str, DIGEST]
