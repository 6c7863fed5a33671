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
_KEPT_SEGMENTS = (0xE0, 0xE2, 0xEE)  # JFIF, colour profile, Adobe's colour transform: how it looks, not where it was taken
_DROPPED_CHUNKS = (b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME")


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
        raise PictureFault(Words("图片不完整或已损坏", "the picture is cut off or damaged")) from fault


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
    at = 2
    while content[at : at + 1] == b"\xff" and content[at + 1] != 0xDA:
        marker, size = content[at + 1], struct.unpack(">H", content[at + 2 : at + 4])[0]
        is_metadata = 0xE0 <= marker <= 0xEF and marker not in _KEPT_SEGMENTS
        if not is_metadata and marker != 0xFE:  # a comment
            yield content[at : at + 2 + size]
        at += 2 + size
    end = content.rfind(b"\xff\xd9")
    yield content[at : end + 2]  # what some phones append behind the end is a film, a voice, another picture


def _orientation(turn: int) -> bytes:
    """The one line of EXIF that says which side is up."""
    entry = struct.pack(">HHIHH", _ORIENTATION, 3, 1, turn, 0)
    exif = b"Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x01" + entry + b"\x00\x00\x00\x00"
    return b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif


def _png_parts(content: bytes) -> Iterator[bytes]:
    """Every chunk up to the end but those with metadata."""
    yield _PNG
    at = len(_PNG)
    while at < len(content):
        size, kind = struct.unpack(">I", content[at : at + 4])[0], content[at + 4 : at + 8]
        if kind not in _DROPPED_CHUNKS:
            yield content[at : at + 12 + size]
        at += 12 + size
        if kind == b"IEND":
            return
