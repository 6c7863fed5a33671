"""The numbering of lists: 1 is bullets, 2 is numbers; the styles List Bullet and List Number point at them."""

from tools.word_templates.xml import Element, w

_BULLETS = ("•", "–", "·")
_NUMBERS = (("decimal", "%1."), ("lowerLetter", "%2)"), ("lowerRoman", "%3."))


def numbering_xml() -> Element:
    """The part `word/numbering.xml`."""
    bullets = (_level(level, "bullet", sign, "ListBullet") for level, sign in enumerate(_BULLETS))
    numbers = (_level(level, form, text, "ListNumber") for level, (form, text) in enumerate(_NUMBERS))
    return w(
        "numbering",
        w("abstractNum", w("multiLevelType", val="hybridMultilevel"), *bullets, abstractNumId=0),
        w("abstractNum", w("multiLevelType", val="hybridMultilevel"), *numbers, abstractNumId=1),
        w("num", w("abstractNumId", val=0), numId=1),
        w("num", w("abstractNumId", val=1), numId=2),
    )


def _level(level: int, form: str, text: str, style: str) -> Element:
    suffix = "" if level == 0 else str(level + 1)
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val=form),
        w("pStyle", val=style + suffix),
        w("lvlText", val=text),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=400 * (level + 1), hanging=400)),
        ilvl=level,
    )
