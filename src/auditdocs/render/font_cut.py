"""One font file → two: the whole Simplified Chinese face, and one cut to what forms are written in."""

import re
from io import BytesIO
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.ttLib import TTCollection, TTFont

from auditdocs.problem import AuditdocsError
from auditdocs.render.fonts import FAMILY, WHOLE_FAMILY, write_whole

_RANGES = (
    (0x0020, 0x007F), (0x00A0, 0x0250), (0x02B0, 0x0300), (0x0370, 0x0530), (0x1E00, 0x1F00),  # Latin, Greek, Cyrillic
    (0x2000, 0x2070), (0x2070, 0x20D0), (0x2100, 0x2400),  # punctuation, super- and subscript, currency, arrows, operators
    (0x2460, 0x27C0), (0x2E80, 0x2FE0), (0x3000, 0x3130), (0x3200, 0x3400), (0xFF00, 0xFFF0),  # enclosed, drawn, kana, widths
)  # fmt: skip
_SIMPLIFIED = re.compile(r" (SC|CN)( (Regular|Bold))?$")
_FEATURES = ("ccmp", "kern", "liga", "locl", "mark", "mkmk")


def write_faces(source: Path, folder: Path, bold: bool) -> None:
    """Write `whole.otf` and `cut.otf` into the folder, each whole or not at all."""
    with _simplified_chinese(source) as whole:
        _name(whole, WHOLE_FAMILY, bold)
        write_whole(folder / "whole.otf", _saved(whole))
    with _simplified_chinese(source) as cut:
        _subset(cut)
        _name(cut, FAMILY, bold)
        write_whole(folder / "cut.otf", _with_plain_numbers(_saved(cut)))


def wanted() -> set[int]:
    """The code points of the cut: GB 2312 and the signs of the ranges above."""
    points = {point for first, end in _RANGES for point in range(first, end)}
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            points.update(map(ord, bytes((row, cell)).decode("gb2312", errors="ignore")))
    return points


def _simplified_chinese(source: Path) -> Any:
    if source.suffix.lower() not in (".ttc", ".otc"):
        return TTFont(source, lazy=True, recalcTimestamp=False)
    with TTCollection(source, lazy=True) as collection:
        names = [face["name"].getDebugName(1) for face in collection.fonts]
    for number, name in enumerate(names):
        if _SIMPLIFIED.search(name):
            return TTFont(source, fontNumber=number, lazy=True, recalcTimestamp=False)
    raise AuditdocsError(
        f"字体文件 {source.name} 中没有简体中文（SC）字体：请在 auditdocs.toml 的 `fonts` 中写明含该字体的文件",
        f"the font file {source.name} has no Simplified Chinese (SC) face: name a file that has one in auditdocs.toml as `fonts`",
        exit=3,
    )


def _subset(font: Any) -> None:
    options = subset.Options(hinting=False, layout_features=list(_FEATURES), notdef_outline=True, glyph_names=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=wanted())
    cutter.subset(font)


def _with_plain_numbers(content: bytes) -> bytes:
    """Number the glyphs of a cut face anew: a PDF names them by position, and readers look for that number in the face."""
    font = TTFont(BytesIO(content), lazy=True, recalcTimestamp=False)
    if "CFF " not in font or not hasattr(font["CFF "].cff.topDictIndex[0], "ROS"):
        return content
    top = font["CFF "].cff.topDictIndex[0]
    plain = [".notdef", *(f"cid{number:05d}" for number in range(1, len(top.charset)))]
    new_names = dict(zip(top.charset, plain, strict=True))
    top.CharStrings.charStrings = {new_names[name]: place for name, place in top.CharStrings.charStrings.items()}
    top.charset = plain
    return _saved(font)


def _name(font: Any, family: str, bold: bool) -> None:
    """Give the face a name of ours, so that no font of the machine can stand in its place."""
    style = "Bold" if bold else "Regular"
    names = font["name"]
    names.names = [record for record in names.names if record.nameID in (0, 13, 14)]  # the licence stays with the face
    words = {1: family, 2: style, 3: f"{family} {style}", 4: f"{family} {style}", 6: f"{family.replace(' ', '')}-{style}"}
    for number, word in words.items():
        names.setName(word, number, 3, 1, 0x409)


def _saved(font: Any) -> bytes:
    content = BytesIO()
    font.save(content)
    return content.getvalue()
