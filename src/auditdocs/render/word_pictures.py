"""Photographs in a Word part → drawings in a box of one size, and their bytes as media parts named by their digests."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO

from docx.image.image import Image
from lxml import etree
from markupsafe import Markup

from auditdocs.problem import Words
from auditdocs.render.characters import demand_printable
from auditdocs.render.press import Asset, refuse
from auditdocs.render.template_faults import FAULT
from auditdocs.render.wordml import WP, W, parsed, written
from auditdocs.view_parts import Photograph

TYPES = "[Content_Types].xml"
WIDEST, HIGHEST = 80 * 36_000, 66 * 36_000  # EMU: two abreast on an upright page
_ENDINGS = {"image/jpeg": "jpg", "image/png": "png"}
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_DEFAULT = "{http://schemas.openxmlformats.org/package/2006/content-types}Default"
_MARK = "photograph"
_DRAWING = """<wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" distT="0" distB="0" distL="0" distR="0">
<wp:extent/><wp:docPr id="1" name="photograph"/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>
<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>
<pic:nvPicPr><pic:cNvPr id="0" name="photograph"/><pic:cNvPicPr/></pic:nvPicPr>
<pic:blipFill><a:blip/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>
</pic:pic></a:graphicData></a:graphic></wp:inline>"""
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def marked(shown: Photograph) -> Markup:
    """What stands in a run until the drawing takes its place."""
    mark = Markup('</w:t><w:drawing {}="{}" descr="{}"/><w:t xml:space="preserve">')
    return mark.format(_MARK, shown.sha256, demand_printable(shown.caption))


def drawn(root: etree._Element, assets: Iterable[Asset], template: str) -> dict[str, Asset]:
    """Put a drawing in the place of every mark; the assets that are shown, by their relation's id."""
    known, shown = {asset[0]: asset for asset in assets}, dict[str, Asset]()
    for mark in [one for one in root.iter(f"{W}drawing") if one.get(_MARK) is not None]:
        asset = known.get(str(mark.attrib.pop(_MARK)))
        if asset is None:
            lost = Words("照片没有随作业送到", "a photograph did not come with the job")
            raise refuse(FAULT, {"template": template, "reason": lost})
        name = f"photograph{asset[0][:16]}"
        shown[name] = asset
        mark.append(_inline(name, asset[2], str(mark.attrib.pop("descr"))))
    return shown


def _inline(name: str, content: bytes, words: str) -> etree._Element:
    """The drawing: as large as its box allows, never stretched, cropped or larger than it was taken (at 96 dots an inch)."""
    inline, image = parsed(_DRAWING.encode()), Image.from_file(BytesIO(content))
    width, height = image.px_width * 9_525, image.px_height * 9_525
    scale = min(1.0, WIDEST / width, HIGHEST / height)
    for element in (*inline.iter(f"{WP}extent"), *inline.iter(f"{_A}ext")):
        element.set("cx", str(max(1, round(width * scale))))
        element.set("cy", str(max(1, round(height * scale))))
    for properties in inline.iter(f"{WP}docPr"):
        properties.set("descr", words)
    for blip in inline.iter(f"{_A}blip"):
        blip.set(f"{_R}embed", name)
    return inline


def with_media(parts: Mapping[str, bytes], shown: Mapping[str, Mapping[str, Asset]]) -> dict[str, bytes]:
    """The parts of a package, and the photographs that some of them show (by part and id of their relation)."""
    made = dict(parts)
    for part, several in shown.items():
        if several:
            folder, name = posixpath.split(part)
            relations = f"{folder}/_rels/{name}.rels"
            made[relations] = _related(made.get(relations), folder, several)
            made |= {_media(asset): asset[2] for asset in several.values()}
    made[TYPES] = _typed(made[TYPES], {asset[1] for several in shown.values() for asset in several.values()})
    return made


def _media(asset: Asset) -> str:
    return f"word/media/{asset[0]}.{_ENDINGS[asset[1]]}"


def _related(content: bytes | None, folder: str, several: Mapping[str, Asset]) -> bytes:
    root = parsed(content or f'<Relationships xmlns="{_RELATIONS}"/>'.encode())
    for name, asset in several.items():
        target = posixpath.relpath(_media(asset), folder)
        etree.SubElement(root, f"{{{_RELATIONS}}}Relationship", {"Id": name, "Type": _IMAGE, "Target": target})
    return written(root)


def _typed(content: bytes, kinds: set[str]) -> bytes:
    if not kinds:
        return content
    root = parsed(content)
    known = {str(one.get("Extension", "")).lower() for one in root.iter(_DEFAULT)}
    for place, kind in enumerate(_missing(kinds, known)):
        root.insert(place, etree.Element(_DEFAULT, {"Extension": _ENDINGS[kind], "ContentType": kind}))
    return written(root)


def _missing(kinds: set[str], known: set[str]) -> Iterator[str]:
    return (kind for kind in sorted(kinds) if _ENDINGS[kind] not in known)
