"""Words that stand in for a cause, a measure, a fact, a reason: what auditors look for first (practice B.10)."""

import re

from auditdocs.records.words import Bilingual

# A cause that is no more than this says who, not why (B-24) …
_HUMAN_ERROR = re.compile(
    r"操作失误|操作不当|疏忽|疏漏|粗心|大意|遗忘|忘记|意识(不强|不足|淡薄|不够|薄弱)?|责任心|不认真|不细心|人为|工作失误"
    r"|human error|operator error|operator mistake|careless|negligen|forgot|inattenti|lack of awareness",
    re.IGNORECASE,
)
# … unless the same sentence leads on to something the house can change.
_CONTROLLABLE = re.compile(
    r"流程|程序|制度|规定|文件|标准|指导书|系统|软件|设计|设备|工装|防错|表单|点检表|职责|权限|培训计划|人员配置|未包含|没有要求"
    r"|process|procedure|instruction|standard|system|software|design|equipment|fixture|poka|form|checklist|responsib",
    re.IGNORECASE,
)
# Measures that change nothing by themselves.
_APPEAL = re.compile(
    r"培训|宣贯|教育|加强管理|加强监督|加强检查|提高意识|增强意识|下次注意|今后注意|引起重视|强调|提醒|通报|发通知|口头"
    r"|加强(教育|管控|责任心)|加大.{0,4}(力度|检查)"
    r"|training|retrain|re-train|remind|awareness|notice to|careful|pay (more )?attention|toolbox talk|next time"
    r"|strengthen (the )?(management|supervision|control)",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"已(经)?(完成|整改|落实|关闭|实施完)|\b(completed|already (done|implemented)|has been (done|implemented))\b", re.IGNORECASE
)
_SEE_FILE = re.compile(
    r"(见|参见|详见|参照)(后附|附件|附图|附表)|\bsee (the )?(attach|annex|enclos|appendix)|\b(as|is) attached\b", re.IGNORECASE
)
_NOTHING = re.compile(r"n\s*[/.]?\s*a\.?|无|没有|不适用|不需要|不涉及|none|no|not (applicable|needed|required)|[-—/\\.。]+", re.IGNORECASE)


def in_every_language(text: Bilingual) -> str:
    """All the words of a text, for a search in it."""
    return "\n".join(filter(None, (text.plain, text.zh, text.en)))


def stops_at_human_error(cause: Bilingual) -> bool:
    """Whether a cause names a person's failure and nothing that can be changed."""
    words = in_every_language(cause)
    return bool(_HUMAN_ERROR.search(words)) and not _CONTROLLABLE.search(words)


def is_appeal(measure: Bilingual) -> bool:
    """Whether a measure is training, a notice, an appeal to be careful."""
    return bool(_APPEAL.search(in_every_language(measure)))


def claims_to_be_done(text: Bilingual) -> bool:
    """Whether the words say that something is done."""
    return bool(_DONE.search(in_every_language(text)))


def points_to_a_file(text: Bilingual) -> bool:
    """Whether the words send the reader to an attachment."""
    return bool(_SEE_FILE.search(in_every_language(text)))


def says_nothing(reason: Bilingual) -> bool:
    """Whether a reason is no more than `n/a`."""
    return bool(_NOTHING.fullmatch(in_every_language(reason).strip()))
