"""Photographs are kept whole and without where they were taken; what is cut off, damaged or huge is refused."""

from io import BytesIO

import pytest
from PIL import Image

from auditdocs.picture_file import MOST_PIXELS, cleaned, printable
from auditdocs.problem import AuditdocsError

ORIENTATION, MAKER, PLACE = 0x0112, 0x010F, 0x8825


def picture(kind: str, turn: int = 1) -> bytes:
    """A picture with where and with what it was taken."""
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKER], exif[PLACE] = turn, "Sample Phone", {1: "N", 2: (31.0, 1.0, 2.0)}
    made = Image.effect_noise((120, 80), 40).convert("RGB")
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
