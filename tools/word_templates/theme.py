"""The theme: the faces Word offers for headings and text, and the colours a form may use."""

from tools.word_templates.style import HEI, LATIN, SONG

_COLORS = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "404040", "lt2": "F2F2F2",
    "accent1": "1F4E79", "accent2": "C00000", "accent3": "548235", "accent4": "BF8F00", "accent5": "7F7F7F",
    "accent6": "595959", "hlink": "0B5394", "folHlink": "5B3A8C",
}  # fmt: skip
_NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/main"
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="6350">{_FILL}</a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"
# Word asks for three of each, though a form uses none of them.
_FORMATS = (
    f'<a:fmtScheme name="auditdocs"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>'
    f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
)


def theme_xml() -> bytes:
    """The part `word/theme/theme1.xml`."""
    colors = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLORS.items())
    fonts = _fonts("major", HEI) + _fonts("minor", SONG)
    elements = f'<a:clrScheme name="auditdocs">{colors}</a:clrScheme><a:fontScheme name="auditdocs">{fonts}</a:fontScheme>'
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<a:theme xmlns:a="{_NAMESPACE}" name="auditdocs"><a:themeElements>{elements}{_FORMATS}</a:themeElements></a:theme>'
    ).encode()


def _fonts(name: str, east_asian: str) -> str:
    faces = f'<a:latin typeface="{LATIN}"/><a:ea typeface="{east_asian}"/><a:cs typeface="{LATIN}"/>'
    return f'<a:{name}Font>{faces}<a:font script="Hans" typeface="{east_asian}"/></a:{name}Font>'
