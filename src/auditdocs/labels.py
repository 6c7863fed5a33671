"""The words that several rooms share, and how words are written in a document's languages."""

from collections.abc import Iterable, Mapping
from typing import Literal

from auditdocs.problem import Lang, Words

Languages = tuple[Lang, ...]
Status = Literal["ready", "draft", "working_copy"]

FRAME: Mapping[str, Words] = {
    "form_number": Words("表单编号", "Form no."),
    "revision": Words("版本", "Rev."),
    "record_number": Words("记录编号", "Record no."),
    "confidentiality": Words("密级", "Class"),
    "page": Words("页", "Page"),
    "page_before": Words("第", "Page"),
    "page_between": Words("页 共", "of"),
    "page_after": Words("页", ""),
    "retention": Words("保存期限", "Retention"),
    "sources": Words("数据来源", "Sources"),
    "as_of": Words("截至", "As of"),
    "digest": Words("摘要", "Digest"),
    "uncontrolled": Words("打印件为非受控", "Uncontrolled when printed"),
    "signatures": Words("签署", "Signatures"),
    "role": Words("角色", "Role"),
    "name": Words("姓名", "Name"),
    "date": Words("日期", "Date"),
    "signature": Words("签名", "Signature"),
    "number": Words("序号", "No."),
    "attachments": Words("附件", "Attachments"),
    "remarks": Words("备注", "Remarks"),
    "contents": Words("目录", "Contents"),
    "nothing_to_come": Words("—", "—"),
    "not_applicable": Words("不适用", "N/A"),
    "none": Words("无", "None"),
    "total": Words("合计", "Total"),
    "not_listed": Words("无法读取而未列入的记录", "Records not listed because they cannot be read"),
}

MARKS: Mapping[Status, Words] = {
    "ready": Words("", ""),
    "draft": Words("草稿", "DRAFT"),
    "working_copy": Words("工作副本", "WORKING COPY"),
}

UNVERSIONED = Words("无版本", "UNVERSIONED")
NO_HISTORY = Words("历史不全", "NO HISTORY")
WORKING_COPY = MARKS["working_copy"]

CONFIDENTIALITY: Mapping[str, Words] = {
    "public": Words("公开", "Public"),
    "internal": Words("内部", "Internal"),
    "confidential": Words("保密", "Confidential"),
    "restricted": Words("机密", "Restricted"),
}

# whose turn a step of a life is
WHO: Mapping[str, Words] = {
    "SAL": Words("销售", "Sales"),
    "QA": Words("质量", "Quality"),
    "DEP": Words("责任部门", "Responsible department"),
    "GEN": Words("综合", "General affairs"),
    "MGT": Words("管理层", "Management"),
    "ARC": Words("档案", "Archive"),
    "CUS": Words("客户", "Customer"),
}


def joined(words: Words, languages: Languages, between: str = " ") -> str:
    """A label in the document's languages, the first one first: `审核类型 Audit type`."""
    parts: list[str] = []
    for lang in languages:
        word = words.in_(lang)
        if word and word not in parts:
            parts.append(word)
    return between.join(parts)


def table(languages: Languages, *words_by_name: Mapping[str, Words]) -> dict[str, str]:
    """All labels a template may ask for by name, written in the document's languages."""
    return {name: joined(words, languages) for group in words_by_name for name, words in group.items()}


def listed(items: Iterable[str], languages: Languages) -> str:
    """Several short words in one cell."""
    return ("、" if languages and languages[0] == "zh" else ", ").join(items)
