"""Photographs are kept whole and without where they were taken; what is cut off, damaged or huge is refused."""

import struct
import zlib
from io import BytesIO
from random import Random

import pytest
from PIL import Image

from auditdocs.picture_file import MOST_PIXELS, cleaned, printable
from auditdocs.problem import AuditdocsError

ORIENTATION, MAKER, PLACE = 0x0112, 0x010F, 0x8825


def noise(size: tuple[int, int]) -> Image.Image:
    """The same noise each time: no pixels that by chance read like a word."""
    return Image.frombytes("RGB", size, Random(7).randbytes(size[0] * size[1] * 3))


def picture(kind: str, turn: int = 1) -> bytes:
    """A picture with where and with what it was taken."""
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKER], exif[PLACE] = turn, "Sample Phone", {1: "N", 2: (31.0, 1.0, 2.0)}
    made = noise((120, 80))
    content = BytesIO()
    made.save(content, kind, exif=exif)
    return content.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_place_and_phone_go_and_every_pixel_stays(kind: str) -> None:
    before = picture(kind)
    after = cleaned(before, "photo")
    assert b"Sample Phone" in before
    assert b"Sample Phone" not in after
    with Image.open(BytesIO(after)) as kept, Image.open(BytesIO(before)) as taken:
        assert (kept.tobytes(), dict(kept.getexif())) == (taken.tobytes(), {})


def test_which_side_is_up_stays() -> None:
    with Image.open(BytesIO(cleaned(picture("JPEG", turn=6), "photo.jpg"))) as kept:
        assert dict(kept.getexif()) == {ORIENTATION: 6}


def test_what_follows_the_end_of_a_photograph_goes() -> None:
    photo = picture("JPEG")
    assert cleaned(photo + b"a film behind it", "photo.jpg") == cleaned(photo, "photo.jpg")


def test_another_picture_behind_a_photograph_goes_with_its_place() -> None:
    photo, second = picture("JPEG"), picture("JPEG")
    after = cleaned(photo + second, "photo.jpg")
    assert after == cleaned(photo, "photo.jpg")
    assert after.count(b"\xff\xd8") == after.count(b"\xff\xd9") == 1


def segment(marker: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def behind_head(photo: bytes, *segments: bytes) -> bytes:
    """A JPEG with more segments behind its first mark."""
    return photo[:2] + b"".join(segments) + photo[2:]


@pytest.mark.parametrize(
    "told",
    [
        segment(0xE0, b"JFIF\0\1\2\0\0\1\0\1\1\1" + b"cut away"[:3]),  # a small picture of one pixel
        segment(0xE0, b"JFXX\0\x13\1\1cut away"),
        segment(0xE2, b"FPXR\0cut away"),
        segment(0xED, b"Photoshop 3.0\0cut away"),
        segment(0xFE, b"cut away"),
        b"\xff" + segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0cut away"),  # a filling byte before it
    ],
    ids=["small picture", "its extension", "more pictures", "caption", "comment", "xmp"],
)
def test_what_a_camera_or_a_program_tells_beside_the_pixels_goes(told: bytes) -> None:
    after = cleaned(behind_head(picture("JPEG"), told), "photo.jpg")
    assert b"cut" not in after
    with Image.open(BytesIO(after)) as kept, Image.open(BytesIO(picture("JPEG"))) as taken:
        assert kept.size == taken.size


@pytest.mark.parametrize("progressive", [False, True])
def test_a_photograph_of_several_scans_keeps_every_pixel(progressive: bool) -> None:
    made = BytesIO()
    noise((320, 240)).save(made, "JPEG", progressive=progressive, quality=95, restart_marker_rows=1)
    with Image.open(BytesIO(cleaned(made.getvalue(), "photo.jpg"))) as kept, Image.open(made) as taken:
        assert kept.tobytes() == taken.tobytes()


def test_a_comment_between_two_scans_goes() -> None:
    made = BytesIO()
    noise((320, 240)).save(made, "JPEG", progressive=True)
    whole = made.getvalue()
    at = whole.rfind(b"\xff\xda")
    after = cleaned(whole[:at] + segment(0xFE, b"cut away") + whole[at:], "photo.jpg")
    assert after == cleaned(whole, "photo.jpg")


def test_a_chunk_that_only_some_program_knows_goes() -> None:
    plain = BytesIO()
    Image.new("RGB", (12, 8)).save(plain, "PNG")
    whole, told = plain.getvalue(), b"cut away"
    chunk = struct.pack(">I", len(told)) + b"prVW" + told + struct.pack(">I", zlib.crc32(b"prVW" + told))
    at = whole.find(b"IDAT") - 4
    assert cleaned(whole[:at] + chunk + whole[at:], "board.png") == whole


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
@pytest.mark.parametrize("part", [0.1, 0.5, 0.9, 0.9998])
def test_a_picture_that_was_cut_off_is_refused(kind: str, part: float) -> None:
    whole = picture(kind)
    with pytest.raises(AuditdocsError, match="cut off or damaged"):
        cleaned(whole[: int(len(whole) * part)], "photo")


def test_a_bomb_of_pixels_is_refused_unloaded() -> None:
    content = BytesIO()
    Image.new("1", (MOST_PIXELS // 5000 + 1, 5000)).save(content, "PNG")
    with pytest.raises(AuditdocsError, match="pixels are too many"):
        cleaned(content.getvalue(), "bomb.png")


def test_what_is_no_picture_is_refused_by_name() -> None:
    with pytest.raises(AuditdocsError, match=r"photo\.png"):
        cleaned(b"<svg/>", "photo.png")


def test_a_picture_to_print_is_the_same_where_paper_can_show_it() -> None:
    plain = BytesIO()
    Image.new("RGB", (120, 80), (1, 2, 3)).save(plain, "PNG")
    assert printable(plain.getvalue()) == plain.getvalue()


@pytest.mark.parametrize(
    ("mode", "kind", "shown"), [("CMYK", "JPEG", "RGB"), ("I;16", "PNG", "RGB"), ("P", "PNG", "P"), ("RGBA", "PNG", "RGBA")]
)
def test_colours_of_a_printing_press_become_those_of_a_page(mode: str, kind: str, shown: str) -> None:
    content = BytesIO()
    Image.new(mode, (30, 20)).save(content, kind)
    with Image.open(BytesIO(printable(content.getvalue()))) as made:
        assert (made.mode, made.size) == (shown, (30, 20))


def test_a_picture_to_print_is_no_larger_than_paper_can_show() -> None:
    content = BytesIO()
    Image.new("P", (4000, 1000)).save(content, "PNG")
    with Image.open(BytesIO(printable(content.getvalue()))) as made:
        assert made.size == (2000, 500)
