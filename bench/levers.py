"""What each lever brings: the same documents made with all levers, and with one of them switched off."""

import json

from bench.figures import Row, milliseconds
from bench.ground import Ground, python

WORDS = {
    "cut-face": ("pdf", "face cut once to what forms need 预先裁剪的字体"),
    "frozen-collector": ("pdf", "frozen garbage collector 冻结垃圾回收"),
    "fixed-tables": ("pdf", "fixed table layouts 固定列宽"),
    "parsed-once": ("pdf", "one font configuration and parsed style sheet 一次解析样式表"),
    "frame-room": ("pdf", "room for the frames of deep calls 调用栈空间"),
    "prepared-word": ("docx", "Word templates prepared once Word 模板只准备一次"),
}


def pull_levers(ground: Ground) -> list[Row]:
    """A round takes every lever in turn, so that a machine that is busy for a while is so for all."""
    found: dict[str, float] = {}
    for _ in range(ground.rounds):
        for lever in ("", *WORDS):
            form = WORDS[lever][0] if lever else "pdf"
            found[lever] = min(found.get(lever, float("inf")), _making(ground, form, lever))
        found["docx"] = min(found.get("docx", float("inf")), _making(ground, "docx", ""))
    return [_row(lever, found[lever], found["docx" if form == "docx" else ""]) for lever, (form, _) in WORDS.items()]


def _making(ground: Ground, form: str, lever: str) -> float:
    """CPU seconds of one document."""
    words = [ground.workspace(ground.sample), form, ground.sample * 5, *(("--without", lever) if lever else ())]
    told = json.loads(python("bench.sample", words).said)
    return float(told["making"]) / float(told["files"])


def _row(lever: str, without: float, with_it: float) -> Row:
    form, words = WORDS[lever]
    saved = f"−{(without - with_it) / without:.0%}" if without > with_it else "none"
    return Row(f"{words} ({form})", saved, note=f"{milliseconds(without)} → {milliseconds(with_it)}")
