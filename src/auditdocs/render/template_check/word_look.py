"""The parts of a Word template → styles that it uses and does not have, Chinese without a font, names of its authors."""

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from auditdocs.problem import Words
from auditdocs.render.word_places import Paragraph
from auditdocs.render.wordml import W, parsed

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_CP = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_APP = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"
_USES = tuple(f"{W}{name}" for name in ("pStyle", "rStyle", "tblStyle"))
_CHINESE_FONT = re.compile(
    r"[\u3400-\u9fff]|^(sim(sun|hei|kai)|nsimsun|microsoft (yahei|jhenghei)|kaiti|fangsong|dengxian|noto \w+ cjk|source han)", re.I
)
_PERSONS = (
    ("docProps/core.xml", f"{_DC}creator", Words("作者", "author")),
    ("docProps/core.xml", f"{_CP}lastModifiedBy", Words("最后修改者", "last changed by")),
    ("docProps/core.xml", f"{_DC}subject", Words("主题", "subject")),
    ("docProps/core.xml", f"{_DC}description", Words("备注", "comments")),
    ("docProps/core.xml", f"{_CP}keywords", Words("关键词", "keywords")),
    ("docProps/app.xml", f"{_APP}Company", Words("公司", "company")),
    ("docProps/app.xml", f"{_APP}Manager", Words("经理", "manager")),
)


def unknown_styles(known: frozenset[str], shown: Paragraph) -> Iterator[Words]:
    """The styles of a paragraph and its table that the file does not define."""
    table = next(shown.element.iterancestors(f"{W}tbl"), None)
    used = [*shown.element.iter(*_USES), *(table.iterfind(f"{W}tblPr/{W}tblStyle") if table is not None else ())]
    for name in dict.fromkeys(str(one.get(f"{W}val", "")) for one in used):
        if name not in known:
            yield Words(f"没有样式 {name}，Word 会改用正文样式", f"there is no style {name}; Word would print plain text")


def half_set_styles(parts: Mapping[str, bytes]) -> Iterator[Words]:
    """The styles that name a Chinese font for Latin letters only."""
    root = _part(parts, "word/styles.xml")
    for style in root.iterfind(f"{W}style") if root is not None else ():
        for told in half_set_fonts(style):
            name = str(style.get(f"{W}styleId", ""))
            yield Words(f"样式 {name}：{told.zh}", f"style {name}: {told.en}")


def style_ids(parts: Mapping[str, bytes]) -> frozenset[str]:
    """The styles that the file defines."""
    root = _part(parts, "word/styles.xml")
    return frozenset(str(one.get(f"{W}styleId", "")) for one in root.iter(f"{W}style")) if root is not None else frozenset()


def half_set_fonts(element: etree._Element) -> Iterator[Words]:
    """Chinese fonts that are named for Latin letters only, as python-docx and some programs do: Chinese does not take them."""
    for fonts in element.iter(f"{W}rFonts"):
        name = str(fonts.get(f"{W}ascii", ""))
        if _CHINESE_FONT.search(name) and not fonts.get(f"{W}eastAsia") and not fonts.get(f"{W}eastAsiaTheme"):
            zh = f"字体 {name} 只用于西文，中文不会采用；请在 Word 中把它设为中文字体"
            yield Words(
                zh, f"font {name} is set for Latin letters only, Chinese does not take it; set it as the font for Asian text in Word"
            )


def lacks_chinese_font(parts: Mapping[str, bytes]) -> bool:
    """Whether nothing says in which font Chinese characters are set, so that every computer takes another."""
    root = _part(parts, "word/styles.xml")
    if root is None:
        return True
    named = [*root.iterfind(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts")]
    named += [
        fonts
        for style in root.iterfind(f"{W}style")
        if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true", "on")
        for fonts in style.iterfind(f"{W}rPr/{W}rFonts")
    ]
    return not any(one.get(f"{W}eastAsia") or (one.get(f"{W}eastAsiaTheme") and _theme_has_chinese(parts)) for one in named)


def _theme_has_chinese(parts: Mapping[str, bytes]) -> bool:
    """Whether the theme names a font for Chinese, or Word is told to look up the one for `zh-CN`."""
    theme, settings = _part(parts, "word/theme/theme1.xml"), _part(parts, "word/settings.xml")
    fonts = list(theme.iter(f"{_A}minorFont")) if theme is not None else []
    if any(one.get("typeface") for font in fonts for one in font.iterfind(f"{_A}ea")):
        return True
    languages = settings.iter(f"{W}themeFontLang") if settings is not None else ()
    is_chinese = any(str(one.get(f"{W}eastAsia", "")).lower().startswith("zh") for one in languages)
    return is_chinese and any(one.get("script") == "Hans" for font in fonts for one in font.iterfind(f"{_A}font"))


def left_by_authors(parts: Mapping[str, bytes]) -> Words | None:
    """Names and notes in the file's properties: taken off whatever is made of it, but better not kept."""
    found = [(label, text) for name, tag, label in _PERSONS for text in _texts(_part(parts, name), tag)]
    if not found:
        return None
    zh, en = ("、".join(f"{label.zh} {text}" for label, text in found), ", ".join(f"{label.en} {text}" for label, text in found))
    return Words(f"文件属性中有 {zh}，不会带入制成的文件", f"the file's properties hold {en}; nothing of it goes into what is made")


def _texts(root: etree._Element | None, tag: str) -> Iterator[str]:
    for one in root.iter(tag) if root is not None else ():
        if one.text and one.text.strip():
            yield one.text.strip()


def _part(parts: Mapping[str, bytes], name: str) -> etree._Element | None:
    return parsed(parts[name]) if name in parts else None
