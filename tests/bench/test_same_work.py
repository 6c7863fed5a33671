"""The plain loop and the build make the same documents, and the comparison would notice if they did not."""

import zipfile
from pathlib import Path

import pytest

from bench.cold import Comparison, compare
from bench.ground import auditdocs, python
from bench.rival_inputs import blocks
from bench.workspace import make

PAGE = """<html><body><div class="page-header"><table><tr><td>示例公司</td><td>要求单</td></tr></table></div>
<div class="page-footer"><span>来源</span></div><main><h2>A 基本信息</h2>
<table><colgroup><col style="width: 31mm"><col></colgroup><tr><th>类型</th><td class="v" colspan="2"><span class="box"><span class="tick on">
</span>过程</span></td></tr></table><div class="block"><div class="label">说明</div><div class="v">一行</div></div></main></body></html>"""


@pytest.mark.pdf
def test_one_car_says_the_same_from_both(tmp_path: Path) -> None:
    workspace, out = tmp_path / "one", tmp_path / "plain"
    make(1, workspace)
    auditdocs(workspace, "build", "CAR-*-0001")
    python("bench.plain", (workspace, out, "car", 2))
    assert compare(workspace / "build", out) == Comparison(2, (), (), ())


def test_other_words_and_files_that_are_missing_are_noticed(tmp_path: Path) -> None:
    write_word(tmp_path / "ours" / "a.docx", "首件检验")
    write_word(tmp_path / "ours" / "b.docx", "巡检")
    write_word(tmp_path / "ours" / "c.docx", "点检")
    write_word(tmp_path / "plain" / "a.docx", "首件检验")
    write_word(tmp_path / "plain" / "b.docx", "巡检记录")
    assert compare(tmp_path / "ours", tmp_path / "plain") == Comparison(2, ("c.docx",), ("b.docx",), ())


def write_word(file: Path, text: str) -> None:
    file.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("word/document.xml", f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>')


def test_a_page_is_taken_apart_for_others_to_print() -> None:
    told = blocks(PAGE)
    assert told["header"] == ["示例公司", "要求单"]
    assert told["footer"] == ["来源"]
    assert told["blocks"] == [
        {"kind": "h2", "text": "A 基本信息"},
        {
            "kind": "table",
            "columns": ["31mm", ""],
            "rows": [[{"text": "类型", "label": True, "span": 1}, {"text": "■ 过程", "label": False, "span": 2}]],
        },
        {"kind": "text", "text": "说明"},
        {"kind": "text", "text": "一行"},
    ]
