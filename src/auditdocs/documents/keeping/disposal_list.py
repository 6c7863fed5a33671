"""Destruction list 销毁清册 (FM-RC-03), kept for ever: name, quantity and time of everything that went."""

from collections.abc import Mapping
from dataclasses import dataclass

from auditdocs.problem import Words
from auditdocs.view_parts import Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """One line of the list, as it is kept for ever."""

    number: str
    archive_number: str
    title: str
    form: str
    quantity: str
    copies: str
    pages: str
    confidentiality: str
    period: str
    reason: str
    method: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView:
    """The list of what is destroyed."""

    title: str
    place: str
    executed_on: str
    items: tuple[ListRow, ...]
    pieces: str
    signatures: tuple[Signature, ...]  # who proposed and approved it
    witnesses: tuple[Signature, ...]  # who did it and who saw it


WORDS: Mapping[str, Words] = {
    "basics": Words("基本信息", "Basics"),
    "batch_title": Words("题名", "Title"),
    "items": Words("清册", "List"),
    "archive_number": Words("档号 / 编号", "Archive no. / number"),
    "record_title": Words("题名", "Title"),
    "form": Words("形式", "Form"),
    "quantity": Words("数量", "Pieces"),
    "copies": Words("份数", "Copies"),
    "pages": Words("页数", "Pages"),
    "item_class": Words("密级", "Class"),
    "period": Words("保管期限", "Retention"),
    "reason": Words("销毁原因", "Reason"),
    "method": Words("方式", "Method"),
    "place": Words("地点", "Place"),
    "executed_on": Words("销毁日期", "Destroyed on"),
    "pieces": Words("合计件数", "Pieces in all"),
    "witnessing": Words("执行与监销", "Execution and witnesses"),
}
