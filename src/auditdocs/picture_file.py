"""The bytes of a photograph → the same picture, known to be whole, without where and by whom it was taken (threats I1–I3)."""

import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from PIL import Image, ImageFile, UnidentifiedImageError

from auditdocs.problem import AuditdocsError

MOST_PIXELS = 40_000_000
_JPEG, _PNG = b"\xff\xd8", b"\x89PNG\r\n\x1a\n"
_ORIENTATION = 0x0112
_KEPT_SEGMENTS = (0xE0, 0xE2, 0xEE)  # JFIF, colour profile, Adobe's colour transform: how it looks, not where it was taken
_DROPPED_CHUNKS = (b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME")


def cleaned(content: bytes, name: str) -> bytes:
    """The picture as it was taken but for its metadata; refuses what is cut off, damaged or too large to print."""
    turn = _examined(content, name)
    if content.startswith(_JPEG):
        return b"".join(_jpeg_parts(content, turn))
    return b"".join(_png_parts(content))


def _examined(content: bytes, name: str) -> int:
    """Load every pixel, and say how the camera was held."""
    try:
        with _whole_only(), warnings.catch_warnings(), Image.open(BytesIO(content), formats=("JPEG", "PNG")) as picture:
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            if picture.width * picture.height > MOST_PIXELS:
                raise _refusal(
                    name, f"{picture.width} × {picture.height} 像素太大", f"{picture.width} × {picture.height} pixels are too many"
                )
            turn = int(picture.getexif().get(_ORIENTATION, 1))
            picture.load()
            return turn
    except (
        UnidentifiedImageError,
        OSError,
        SyntaxError,
        ValueError,
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,
    ) as fault:
        raise _refusal(name, "图片不完整或已损坏", "the picture is cut off or damaged") from fault


@contextmanager
def _whole_only() -> Iterator[None]:
    """No picture that was cut off, whatever another library has told Pillow (WeasyPrint takes them)."""
    before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _refusal(name: str, zh: str, en: str) -> AuditdocsError:
    return AuditdocsError(
        f"{name}：{zh}；请取原图，或另存为较小的 JPEG", f"{name}: {en}; take the original, or save a smaller JPEG", exit=1
    )


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
