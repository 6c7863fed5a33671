from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from auditdocs.problem import AuditdocsError
from auditdocs.render import Press
from auditdocs.render.font_cut import wanted
from auditdocs.render.fonts import FAMILY, WHOLE_FAMILY, cache_folder, covers, find_sources, prepare, write_whole
from auditdocs.render.pango import demand_pango


@pytest.fixture(scope="module")
def faces(press: Press) -> dict[tuple[str, bool], str]:
    assert press.fonts is not None
    return {(face.family, face.bold): face.path for face in press.fonts.faces}


def test_there_is_a_cut_and_a_whole_face_in_each_weight(faces: dict[tuple[str, bool], str]) -> None:
    assert set(faces) == {(family, bold) for family in (FAMILY, WHOLE_FAMILY) for bold in (False, True)}
    assert Path(faces[FAMILY, False]).stat().st_size < Path(faces[WHOLE_FAMILY, False]).stat().st_size / 4


def test_the_cut_holds_what_forms_are_written_in(faces: dict[tuple[str, bool], str]) -> None:
    with TTFont(faces[FAMILY, False], lazy=True) as face:
        held = set(face.getBestCmap())
    assert set(map(ord, "客户审核 Corrective ±℃Ω①★□→，。《》ａ")) <= held
    assert ord("喆") not in held


def test_what_the_cut_lacks_stands_in_the_whole_face(press: Press) -> None:
    assert press.fonts is not None
    assert covers("喆堃镕昇 繁體\n\t", press.fonts) == ""
    assert covers("好😀 Ł好😀", press.fonts) == "😀Ł"


def test_glyphs_of_the_cut_are_numbered_by_their_place(faces: dict[tuple[str, bool], str]) -> None:
    with TTFont(faces[FAMILY, True], lazy=True) as face:
        charset = face["CFF "].cff.topDictIndex[0].charset
    assert charset[1:4] == ["cid00001", "cid00002", "cid00003"]
    assert charset[-1] == f"cid{len(charset) - 1:05d}"


def test_a_machine_that_has_cut_them_does_not_cut_them_again(press: Press, faces: dict[tuple[str, bool], str]) -> None:
    before = {path: Path(path).stat().st_mtime_ns for path in faces.values()}
    assert prepare() == press.fonts
    assert before == {path: Path(path).stat().st_mtime_ns for path in faces.values()}


def test_the_configuration_names_our_folders_only(press: Press) -> None:
    assert press.fonts is not None
    text = Path(press.fonts.configuration).read_text()
    assert "<include" not in text
    assert text.count("<dir>") == 2


def test_named_files_are_told_apart_by_their_weight(faces: dict[tuple[str, bool], str]) -> None:
    regular, bold = faces[FAMILY, False], faces[FAMILY, True]
    assert find_sources((bold, regular)) == ((False, Path(regular)), (True, Path(bold)))


def test_a_machine_without_the_font_is_told_what_to_install(tmp_path: Path) -> None:
    with pytest.raises(AuditdocsError) as error:
        find_sources((), (str(tmp_path),))
    assert error.value.exit == 3
    assert "apt-get install fonts-noto-cjk" in error.value.zh
    assert "apt-get install fonts-noto-cjk" in error.value.en


def test_a_named_file_that_is_not_there_is_named() -> None:
    with pytest.raises(AuditdocsError, match=r"gone\.otf"):
        find_sources(("gone.otf",))


def test_a_machine_without_pango_is_told_what_to_install() -> None:
    with pytest.raises(AuditdocsError) as error:
        demand_pango(("libthere-is-none.so.9",))
    assert error.value.exit == 3
    assert "libpango" in error.value.zh
    assert "libpango" in error.value.en


@pytest.mark.parametrize(
    ("environ", "platform", "end"),
    [
        ({"XDG_CACHE_HOME": "/c"}, "linux", "/c/auditdocs"),
        ({}, "linux", ".cache/auditdocs"),
        ({}, "darwin", "Library/Caches/auditdocs"),
        ({"LOCALAPPDATA": "/l"}, "win32", "/l/auditdocs/cache"),
    ],
)
def test_the_cache_lies_where_the_system_keeps_caches(environ: dict[str, str], platform: str, end: str) -> None:
    assert cache_folder(environ, platform).as_posix().endswith(end)


def test_a_file_of_the_cache_is_written_whole(tmp_path: Path) -> None:
    write_whole(tmp_path / "a" / "face.otf", b"x" * 100_000)
    write_whole(tmp_path / "a" / "face.otf", b"y")
    assert [file.name for file in (tmp_path / "a").iterdir()] == ["face.otf"]
    assert (tmp_path / "a" / "face.otf").read_bytes() == b"y"


def test_all_of_gb_2312_is_wanted() -> None:
    places = [(row, cell) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF)]
    han = [bytes(place).decode("gb2312") for place in places if not (0xD7, 0xF9) < place < (0xD8, 0xA1)]
    assert len(han) == 6763
    assert set(map(ord, han)) <= wanted()
