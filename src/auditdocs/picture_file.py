"""The bytes of a photograph → the same picture, known to be whole, without where and by whom it was taken; upright and small to print."""

import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

from auditdocs.problem import AuditdocsError, Words

MOST_PIXELS = 40_000_000
MOST_ACROSS = 2_000  # pixels that paper can show: 80 mm at 600 dpi
_JPEG, _PNG = b"\xff\xd8", b"\x89PNG\r\n\x1a\n"
_JPEG_END, _PNG_END = b"\xff\xd9", b"IEND\xaeB`\x82"
_ORIENTATION = 0x0112
_COMMENT, _SCAN, _FILL = 0xFE, 0xDA, 0xFF
_KEPT_SEGMENTS = {0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}  # how it looks, not where it was taken
_JFIF = b"JFIF\0"  # rewritten: behind it may stand a small picture of what was cut away
_AMONG_PIXELS = frozenset((b"\0", *(bytes((mark,)) for mark in range(0xD0, 0xD8))))
_KEPT_CHUNKS = frozenset(
    (b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"bKGD", b"pHYs", b"sPLT", b"hIST")
)


DAMAGED = Words("图片不完整或已损坏", "the picture is cut off or damaged")
_PRINTED_MODES = ("1", "L", "LA", "P", "RGB", "RGBA")  # not the colours of a press (CMYK): pages are sRGB


class PictureFault(Exception):
    """What is the matter with a picture."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


def cleaned(content: bytes, name: str) -> bytes:
    """The picture as it was taken but for its metadata; refuses what is cut off, damaged or too large to print."""
    try:
        return _without_metadata(content, _examined(content).turn)
    except PictureFault as fault:
        zh, en = fault.words.zh, fault.words.en
        raise AuditdocsError(
            f"{name}：{zh}；请取原图，或另存为较小的 JPEG", f"{name}: {en}; take the original, or save a smaller JPEG", exit=1
        ) from fault


def printable(content: bytes) -> bytes:
    """What a document shows of a picture: the same without metadata, or made upright and no larger than paper can show."""
    found = _examined(content)
    if found.turn == 1 and found.across <= MOST_ACROSS and found.mode in _PRINTED_MODES:
        return _without_metadata(content, 1)
    return _redrawn(content, found.mode)


def is_jpeg(content: bytes) -> bool:
    """Whether this picture is a JPEG, not a PNG."""
    return content.startswith(_JPEG)


@dataclass(frozen=True, slots=True)
class _Found:
    """How the camera was held, the longer side in pixels, and the kind of colours."""

    turn: int
    across: int
    mode: str


def _redrawn(content: bytes, mode: str) -> bytes:
    made = BytesIO()
    with _opened(content) as picture:
        picture.draft(None, (MOST_ACROSS, MOST_ACROSS))  # a JPEG need not be unpacked whole to be shown small
        upright, stays = ImageOps.exif_transpose(picture), mode in ("L", "RGB", "RGBA")
        shown = upright if stays else upright.convert("RGBA" if mode in ("LA", "P") else "RGB")
        shown.thumbnail((MOST_ACROSS, MOST_ACROSS))
        shown.info = {key: value for key, value in shown.info.items() if key == "icc_profile" and stays}
        shown.save(made, "JPEG" if is_jpeg(content) else "PNG", quality=90)
    return made.getvalue()


def _without_metadata(content: bytes, turn: int) -> bytes:
    return b"".join(_jpeg_parts(content, turn) if is_jpeg(content) else _png_parts(content))


def _examined(content: bytes) -> _Found:
    """Load every pixel, and say what was found."""
    with _opened(content) as picture:
        found = _Found(int(picture.getexif().get(_ORIENTATION, 1)), max(picture.size), picture.mode)
        picture.load()
        if (_JPEG_END if is_jpeg(content) else _PNG_END) not in content:
            raise ValueError("no end")  # Pillow forgives the last few bytes
        return found


@contextmanager
def _opened(content: bytes) -> Iterator[Image.Image]:
    try:
        quiet = warnings.catch_warnings(action="ignore", category=Image.DecompressionBombWarning)  # our own limit is lower
        with _whole_only(), quiet, Image.open(BytesIO(content), formats=("JPEG", "PNG")) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                size = f"{picture.width} × {picture.height}"
                raise PictureFault(Words(f"{size} 像素太大", f"{size} pixels are too many"))
            yield picture
    except (
        UnidentifiedImageError,
        OSError,
        SyntaxError,
        ValueError,
        Image.DecompressionBombError,
    ) as fault:
        raise PictureFault(DAMAGED) from fault


@contextmanager
def _whole_only() -> Iterator[None]:
    """No picture that was cut off, whatever another library has told Pillow (WeasyPrint takes them)."""
    before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _jpeg_parts(content: bytes, turn: int) -> Iterator[bytes]:
    """Every segment but those with metadata; how the camera was held is said anew, by itself."""
    yield _JPEG
    if turn != 1:
        yield _orientation(turn)
    for marker, segment in _segments(content):
        yield from _kept_segment(marker, segment)
    yield _JPEG_END


def _segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Each segment with its kind up to the first end: behind it phones append a film, a voice, another picture with its own place."""
    at = 2
    while content[at : at + 1] == b"\xff" and at + 4 <= len(content):
        marker, size = content[at + 1], struct.unpack(">H", content[at + 2 : at + 4])[0]
        if marker == _FILL:
            at += 1
            continue
        end = at + 2 + size if marker != _SCAN else _end_of_scan(content, at + 2 + size)
        yield marker, content[at:end]
        at = end
        if content[at : at + 2] == _JPEG_END:
            return
    raise PictureFault(DAMAGED)


def _end_of_scan(content: bytes, at: int) -> int:
    """Where the next segment begins: among pixels a 0xFF is followed by 0, or by the mark of a restart."""
    while (at := content.find(b"\xff", at)) >= 0:
        if content[at + 1 : at + 2] not in _AMONG_PIXELS:
            return at
        at += 2
    return len(content)


def _kept_segment(marker: int, segment: bytes) -> Iterator[bytes]:
    """A segment that pixels are drawn from; of the others what says how they look."""
    told = segment[4:]
    if marker == 0xE0 and told.startswith(_JFIF):
        yield segment[:2] + struct.pack(">H", 16) + told[:12] + b"\0\0"
    elif (marker in _KEPT_SEGMENTS and told.startswith(_KEPT_SEGMENTS[marker])) or (not 0xE0 <= marker <= 0xEF and marker != _COMMENT):
        yield segment


def _orientation(turn: int) -> bytes:
    """The one line of EXIF that says which side is up."""
    entry = struct.pack(">HHIHH", _ORIENTATION, 3, 1, turn, 0)
    exif = b"Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x01" + entry + b"\x00\x00\x00\x00"
    return b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif


def _png_parts(content: bytes) -> Iterator[bytes]:
    """Every chunk up to the end that pixels are drawn from; none that only some program knows."""
    yield _PNG
    at = len(_PNG)
    while at < len(content):
        size, kind = struct.unpack(">I", content[at : at + 4])[0], content[at + 4 : at + 8]
        if kind in _KEPT_CHUNKS:
            yield content[at : at + 12 + size]
        at += 12 + size
        if kind == b"IEND":
            return
