"""Photographs among the evidence: printed whole in both formats, refused by name where they are not, never fetched."""

import hashlib
import shutil
import struct
import zlib
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from auditdocs.document import Format
from auditdocs.pipeline import Built, build
from auditdocs.render.archive import unpack
from auditdocs.selection import Wanted
from tests.render.word_reader import body_of

AUDIT = "records/audits/2026/AUD-2026-003"
CAR, EVIDENCE = f"{AUDIT}/cars/CAR-2026-0002.yaml", f"{AUDIT}/evidence.yaml"
PHOTO, BOARD = "CAR-2026-0002/photo.png", "evidence/board.jpg"
LISTED = f"items:\n  E001:\n    findings: [F01]\n    description: 模具看板\n    attachment: {BOARD}\n  E002: {{findings: [F02], attachment: evidence/other.png}}\n"
DAY = date(2026, 11, 20)
PNG_HEAD = b"\x89PNG\r\n\x1a\n"


def picture(kind: str, across: int = 120, colour: int = 90, **more: object) -> bytes:
    made = BytesIO()
    Image.new("RGB", (across, 80), (colour, 40, 40)).save(made, kind, **more)
    return made.getvalue()


def put(root: Path, file: str, content: bytes) -> str:
    path = root / AUDIT / "attachments" / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return hashlib.sha256(content).hexdigest()


@pytest.fixture
def workspace(workspace: Path) -> Path:
    """The good workspace, with a picture in a CAR and one in the list of evidence."""
    root = workspace
    text = (root / CAR).read_text("utf-8")
    (root / CAR).write_text(text.replace("CAR-2026-0002/maintenance.txt", PHOTO, 1), "utf-8")
    (root / EVIDENCE).write_text(LISTED, "utf-8")
    put(root, PHOTO, picture("PNG"))
    put(root, BOARD, picture("JPEG"))
    put(root, "evidence/other.png", picture("PNG", colour=1))
    return root


def make(root: Path, *formats: Format) -> Built:
    return build(root, Wanted(("CAR-2026-0002",), formats or ("docx",)), lambda *_: None, DAY)


def made(root: Path, form: str) -> bytes:
    [file] = (root / "build/audits/AUD-2026-003").glob(f"CAR-2026-0002*.{form}")
    return file.read_bytes()


def media(content: bytes) -> Mapping[str, bytes]:
    return {name: body for name, body in unpack(content, "x").items() if name.startswith("word/media/")}


def test_word_shows_the_very_pictures_with_number_words_file_and_digest(workspace: Path) -> None:
    make(workspace)
    photo, board = picture("PNG"), picture("JPEG")
    digests = [hashlib.sha256(one).hexdigest() for one in (photo, board)]
    assert media(made(workspace, "docx")) == {f"word/media/{digests[0]}.png": photo, f"word/media/{digests[1]}.jpg": board}
    text = body_of(made(workspace, "docx"))
    assert f"E001　模具看板\nboard.jpg · SHA-256 {digests[1][:12]}" in text
    assert f"纠正 1　模具完成保养并经尺寸确认\nphoto.png · SHA-256 {digests[0][:12]}" in text


@pytest.mark.pdf
def test_a_page_shows_the_very_pictures_and_none_of_another_finding(workspace: Path) -> None:
    make(workspace, "pdf")
    with pikepdf.open(BytesIO(made(workspace, "pdf"))) as pages:
        shown = [one for one in pages.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"]
        [jpeg] = [image for image in shown if "DCT" in str(image.Filter)]
        [png] = [image for image in shown if "Flate" in str(image.Filter)]
        assert jpeg.read_raw_bytes() == picture("JPEG")
        assert pikepdf.PdfImage(png).as_pil_image().tobytes() == Image.open(BytesIO(picture("PNG"))).tobytes()
        assert [bool(image.Interpolate) for image in shown] == [False, False]


@pytest.mark.pdf
def test_equal_pictures_give_equal_bytes_wherever_they_lie(workspace: Path, tmp_path: Path) -> None:
    other = Path(shutil.copytree(workspace, tmp_path / "elsewhere"))
    for root in (workspace, other):
        make(root, "docx", "pdf")
    assert [made(workspace, form) for form in ("docx", "pdf")] == [made(other, form) for form in ("docx", "pdf")]


def test_a_picture_that_changes_changes_the_document_that_shows_it(workspace: Path) -> None:
    make(workspace)
    assert make(workspace).made == ()
    digest = put(workspace, PHOTO, picture("PNG", colour=91))
    assert [one.target for one in make(workspace).made] == ["audits/AUD-2026-003/CAR-2026-0002 纠正措施要求单.docx"]
    assert f"word/media/{digest}.png" in media(made(workspace, "docx"))


def bomb() -> bytes:
    """The head of a picture with 169 million pixels, and a little of its body."""
    size = struct.pack(">IIBBBBB", 13_000, 13_000, 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", size), (b"IDAT", zlib.compress(b"\0" * 10_000)), (b"IEND", b""))
    return PNG_HEAD + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks
    )


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (picture("PNG")[:-20], "图片不完整或已损坏"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/hosts'/></svg>", "图片不完整或已损坏"),
        (b"%PDF-1.7", "图片不完整或已损坏"),
        (bomb(), "13000 × 13000 像素太大"),
        (None, "没有这个文件"),
    ],
    ids=["cut off", "svg", "pdf", "bomb", "gone"],
)
@pytest.mark.parametrize("form", ["docx", pytest.param("pdf", marks=pytest.mark.pdf)])
def test_what_is_no_whole_picture_refuses_its_document_at_the_field_and_no_other(
    workspace: Path, content: bytes | None, reason: str, form: Format
) -> None:
    put(workspace, PHOTO, content or b"")
    if content is None:
        (workspace / AUDIT / "attachments" / PHOTO).unlink()
    built = build(workspace, Wanted(("CAR-2026-000*",), (form,)), lambda *_: None, DAY)
    [problem] = [one for refused in built.refused for one in refused.problems]
    line = next(number for number, text in enumerate((workspace / CAR).read_text("utf-8").splitlines(), 1) if PHOTO in text)
    assert (problem.place.path, problem.place.line) == (CAR, line)
    assert (problem.facts["file"], problem.facts["field"]) == (PHOTO, "correction.0.evidence.0")
    assert getattr(problem.facts["reason"], "zh", "") == reason
    assert len(built.made) > 1


def test_a_picture_of_the_list_of_evidence_is_refused_where_it_is_named(workspace: Path) -> None:
    put(workspace, BOARD, picture("JPEG")[:400])
    [refused] = make(workspace).refused
    assert [(one.place.path, one.facts["field"]) for one in refused.problems] == [(EVIDENCE, "items.E001.attachment")]


def test_a_huge_photograph_held_sideways_is_printed_upright_and_small_and_without_its_place(workspace: Path) -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Sample Phone"
    digest = put(workspace, BOARD, picture("JPEG", across=6000, exif=exif))
    make(workspace)
    shown = media(made(workspace, "docx"))[f"word/media/{digest}.jpg"]
    with Image.open(BytesIO(shown)) as upright:
        assert upright.height == 2000
        assert upright.width < 80
        assert dict(upright.getexif()) == {}
    assert b"Sample Phone" not in shown
