import zipfile
from io import BytesIO

import pytest

from auditdocs.render.archive import MOST_PARTS, pack, unpack
from auditdocs.render.press import RefusedError


def zipped(*parts: tuple[str, bytes]) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package:
        for name, body in parts:
            package.writestr(zipfile.ZipInfo(name), body, zipfile.ZIP_DEFLATED)  # the clock stays out of it
    return content.getvalue()


def code(content: bytes) -> str:
    with pytest.raises(RefusedError) as refused:
        unpack(content, "car/car.docx")
    return refused.value.refusal.sentence.code


def test_parts_come_back_as_they_were() -> None:
    parts = {"b.xml": b"b", "[Content_Types].xml": b"t", "a/c.xml": b"c"}
    assert unpack(pack(parts), "x") == parts


def test_neither_clock_nor_order_changes_the_bytes() -> None:
    parts = {"b.xml": b"b" * 1000, "[Content_Types].xml": b"t", "a.xml": b""}
    assert pack(parts) == pack(dict(reversed(parts.items())))
    with zipfile.ZipFile(BytesIO(pack(parts))) as package:
        assert package.namelist() == ["[Content_Types].xml", "a.xml", "b.xml"]
        assert {member.date_time for member in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_part_packed_too_tightly_is_a_bomb() -> None:
    assert code(zipped(("a.xml", b"\0" * 20_000_000))) == "document.bad-package"


def test_many_bombs_below_the_ratio_are_one_too() -> None:
    block = bytes(range(256)) * 80  # repeats often enough to pack well, not so well as to be noticed alone
    parts = tuple((f"{number}.bin", block * 500) for number in range(12))
    assert code(zipped(*parts)) == "document.bad-package"


def test_too_many_parts_are_refused() -> None:
    assert code(zipped(*((f"{number}.xml", b"x") for number in range(MOST_PARTS + 1)))) == "document.bad-package"


def test_two_parts_of_one_name_are_refused_in_any_case() -> None:
    assert code(zipped(("word/document.xml", b"a"), ("WORD/document.xml", b"b"))) == "document.bad-package"


@pytest.mark.parametrize("content", [b"", b"not a zip", zipped(("a", b"hello world" * 99))[:-30]])
def test_what_is_no_package_is_refused(content: bytes) -> None:
    assert code(content) == "document.bad-package"
