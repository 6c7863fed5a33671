"""What a field of a sample says, by its name: believable words in Chinese or English, short or very long."""

from auditdocs.problem import Lang

LONG = 4_000  # characters

_DATES = ("date", "due", "_on", "_at", "until", "before", "start", "end", "opening", "closing", "raised", "extended_to")
_PROSE = {
    "statement", "evidence", "requirement", "action", "actions", "cause", "causes", "comment", "because", "why", "text",
    "answer", "note", "notes", "explanation", "summary", "customer_profile", "lessons", "gap", "opinion", "handling",
    "description", "reason", "response", "markdown", "implementation_result", "effectiveness_data", "risk_update",
    "containment_not_needed", "no_action_justification", "what", "how", "objective", "item", "changed",
}  # fmt: skip
_SHORT: dict[str, tuple[str, str]] = {
    "number": ("F0{n}", "F0{n}"),
    "round": ("R{n}", "R{n}"),
    "key": ("★", "★"),
    "clause": ("8.5.1", "8.5.1"),
    "customer": ("示例汽车部件有限公司", "Sample Automotive Parts Co., Ltd."),
    "audit": ("AUD-2026-014", "AUD-2026-014"),
    "car": ("CAR-2026-003{n}", "CAR-2026-003{n}"),
    "cars": ("CAR-2026-003{n}", "CAR-2026-003{n}"),
    "owner": ("张三", "Zhang San"),
    "by": ("李四", "Li Si"),
    "name": ("王五", "Wang Wu"),
    "department": ("制造部", "Manufacturing"),
    "departments": ("制造部、技术部", "Manufacturing, Engineering"),
    "role": ("编制", "Prepared"),
    "type": ("严重不符合", "Major nonconformity"),
    "grade": ("B", "B"),
    "percent": ("87.50 %", "87.50 %"),
    "total_percent": ("87.50 %", "87.50 %"),
    "bar": ("■■■■■■■■■□", "■■■■■■■■■□"),
    "points": ("8", "8"),
    "possible": ("10", "10"),
    "quantity": ("1200", "1200"),
    "subtotal": ("45 / 50", "45 / 50"),
    "total": ("190 / 220", "190 / 220"),
    "responsible": ("制造部\n张三\n配合：技术部", "Manufacturing\nZhang San\nwith: Engineering"),
    "title": ("首件检验记录未经班组长确认", "First-piece record not confirmed by the team leader"),
    "step": ("围堵措施", "Containment"),
    "criterion": ("IATF 16949:2016  8.5.1.3", "IATF 16949:2016  8.5.1.3"),
    "location": ("注塑车间 3#", "Moulding shop, press 3"),
    "file": ("CAR-2026-0031/resigned-record.jpg", "CAR-2026-0031/resigned-record.jpg"),
    "digest": ("9b1c55e0a7d2", "9b1c55e0a7d2"),
    "archive_number": ("Q001-KS·2026-D10-QA-0014", "Q001-KS·2026-D10-QA-0014"),
    "retention_class": ("CA-3Y", "CA-3Y"),
    "formula": ("2026-03-15 + 3 年", "2026-03-15 + 3 years"),
    "document": ("审核日程表", "Agenda"),
    "subject": ("翻译", "Interpreter"),
    "sign": ("N.A.", "n.a."),
    "meaning": ("不适用，须说明理由", "not applicable, with a reason"),
    "count": ("2", "2"),
    "session": ("S03", "S03"),
    "findings": ("F03", "F03"),
    "subtitle": ("Customer Audit Management Policy", "客户审核管理制度"),
}
_SENTENCE = (
    "抽查注塑 3# 机台 10 个班次的首件检验记录，其中 1 个班次缺少班组长签字，不符合作业指导书 XY-WI-MFG-12 第 4.2 条的要求。",
    "Of ten shifts sampled at press 3 one first-piece record lacks the team leader's signature (XY-WI-MFG-12, 4.2).",
)
_WORD = ("按规定执行", "as specified")
_BOXES = (
    ("现场审核结论", "书面报告", "顾客投诉", "内部预审"),
    ("On-site conclusion", "Written report", "Complaint", "Pre-audit"),
)
_MARKDOWN = (
    "# 目的\n\n规定客户审核的准备、实施和整改。\n\n## 适用范围\n\n- 体系审核\n- **过程审核**\n\n1. 先围堵\n2. 再分析\n\n"
    "| 步骤 | 期限 |\n|---|---|\n| 围堵 | 24 小时 |\n| 原因 | 10 个工作日 |\n\n",
    "# Purpose\n\nHow customer audits are prepared, held and answered.\n\n## Scope\n\n- system audits\n- **process audits**\n\n"
    "1. contain\n2. analyse\n\n| Step | Due |\n|---|---|\n| Containment | 24 h |\n| Cause | 10 working days |\n\n",
)


def phrase(path: str, lang: Lang, long: bool = False) -> str:
    """The words of the field at this path (`.containment.0.action`)."""
    spoken = 0 if lang == "zh" else 1
    *_, place, name = ["0", "", *path.split(".")]
    if name == "markdown":
        return _lengthened(f"{path.split('.')[1]}\n\n{_MARKDOWN[spoken]}", _SENTENCE[spoken] + "\n\n", long)
    if name == "words":
        return _BOXES[spoken][int(place) % 4]
    if name in _PROSE:
        return _lengthened(_SENTENCE[spoken], _SENTENCE[spoken], long)
    if name in _SHORT:
        return _SHORT[name][spoken].replace("{n}", str(int(place) + 1) if place.isdigit() else "1")
    if any(part in name for part in _DATES):
        return "2026-09-08"
    return _WORD[spoken]


def _lengthened(text: str, more: str, long: bool) -> str:
    return (text + more * (LONG // len(more) + 1))[:LONG] if long else text
