"""Certificate of destruction 销毁证明 (FM-RC-04): that it was done and seen, and honestly what Git still keeps."""

from collections.abc import Mapping
from dataclasses import dataclass

from auditdocs.problem import Words
from auditdocs.view_parts import Box, Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateView:
    """The certificate: what was done with the things, and honestly what Git still keeps."""

    certificate_number: str
    certified_on: str
    list_number: str
    pieces: str
    things: str
    method: tuple[Box, ...]
    place: str
    executed_on: str
    git: tuple[Box, ...]
    git_statement: str
    git_done_on: str
    git_by: str
    git_evidence: str
    signatures: tuple[Signature, ...]


WORDS: Mapping[str, Words] = {
    "basics": Words("基本信息", "Basics"),
    "certificate_number": Words("证明编号", "Certificate no."),
    "certified_on": Words("证明日期", "Certified on"),
    "list_number": Words("清册编号", "List no."),
    "pieces": Words("合计件数", "Pieces in all"),
    "things": Words("销毁的档案", "What was destroyed"),
    "destruction": Words("销毁", "Destruction"),
    "method": Words("方式", "Method"),
    "place": Words("地点", "Place"),
    "executed_on": Words("销毁日期", "Destroyed on"),
    "git": Words("Git 历史的处理", "What was done about Git's history"),
    "git_scope": Words("处理范围", "Scope"),
    "git_statement": Words("说明", "Statement"),
    "git_done_on": Words("完成日期", "Done on"),
    "git_by": Words("执行人", "By"),
    "git_evidence": Words("证明", "Evidence"),
}
