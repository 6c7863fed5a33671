"""The milestones of an audit and of its CARs become a chart in lanes, and a table that says the same."""

import re
from collections.abc import Mapping
from xml.etree import ElementTree

import pytest

from auditdocs.documents.control.flow_chart import flow_chart, flow_svg, steps
from auditdocs.documents.control.policy import PolicyView
from auditdocs.labels import WHO, Languages
from auditdocs.records import ROOMS
from auditdocs.render.html import written as in_html
from auditdocs.render.word_values import written as in_word
from auditdocs.view_parts import Markdown
from tests.documents.demonstration import job
from tests.documents.small import made, small

LANGUAGES: tuple[Languages, ...] = (("zh",), ("en",), ("zh", "en"))
SVG = "{http://www.w3.org/2000/svg}"
TEXT = "# 1 目的\n\n甲。\n\n# 5 流程图\n\n乙。\n\n## 5.1 说明\n\n丙。\n\n# 6 程序\n\n丁。\n"


def texts(svg: str) -> list[str]:
    return [str(one.text) for one in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def body(front: str) -> Markdown:
    policy = {"policies/XY-QP-CA-01/A-0.md": f"---\ntitle: 管理制度\n{front}---\n\n{TEXT}"}
    view = made("policy", "XY-QP-CA-01/A-0", small(policy)).view
    assert isinstance(view, PolicyView)
    return view.body


def test_the_steps_of_a_car_come_where_the_audit_is_in_follow_up() -> None:
    names = [(one.milestone.name, one.is_inner) for one in steps(ROOMS.lives, "audit")]
    at = names.index(("follow_up", False))
    assert names[at + 1] == ("issued", True)
    assert names[at + 1 + len(ROOMS.lives["car"].milestones)] == ("closed", False)
    assert [name for name, is_inner in names if not is_inner] == [one.name for one in ROOMS.lives["audit"].milestones]


@pytest.mark.parametrize("languages", LANGUAGES, ids="_".join)
@pytest.mark.parametrize("name", ["audit", "car"])
def test_every_step_is_drawn_and_stands_in_the_table_in_every_language(name: str, languages: Languages) -> None:
    chart = flow_chart(ROOMS.lives, name, languages)
    drawn = " ".join(texts(chart.picture.svg))
    for step in steps(ROOMS.lives, name):
        for lang in languages:
            for words in (step.milestone.words, WHO[step.milestone.who]):
                assert words.in_(lang) in drawn
                assert words.in_(lang) in chart.table


def test_the_states_beside_the_way_are_named_below() -> None:
    below = " ".join(texts(flow_svg(ROOMS.lives, "audit", ("zh",))))
    assert all(state.words.zh in below for life in ("audit", "car") for state in ROOMS.lives[life].side_states)


def test_a_step_stands_in_the_lane_of_whose_turn_it_is_below_the_step_before() -> None:
    svg = flow_svg(ROOMS.lives, "car", ("en",))
    placed = {str(one.text): (float(one.attrib["x"]), float(one.attrib["y"])) for one in ElementTree.fromstring(svg).iter(f"{SVG}text")}
    assert placed["Issued"][0] == placed["Quality"][0]
    assert placed["Received"][0] == placed["Contained"][0] != placed["Issued"][0]
    assert placed["Issued"][1] < placed["Received"][1] < placed["Contained"][1] < placed["Verified"][1]


def test_nothing_stands_outside_the_drawing_and_it_fits_a_page() -> None:
    for languages in LANGUAGES:
        root = ElementTree.fromstring(flow_svg(ROOMS.lives, "audit", languages))
        width, height = (float(side) for side in root.attrib["viewBox"].split()[2:])
        assert all(0 <= float(one.attrib["x"]) <= width and 0 < float(one.attrib["y"]) <= height for one in root.iter(f"{SVG}text"))
        assert float(root.attrib["height"].removesuffix("mm")) <= 212
        assert float(root.attrib["width"].removesuffix("mm")) <= 170


def test_the_same_milestones_give_the_same_drawing() -> None:
    assert flow_svg(ROOMS.lives, "audit", ("zh", "en")) == flow_svg(ROOMS.lives, "audit", ("zh", "en"))


def test_a_policy_that_asks_for_no_chart_has_none() -> None:
    assert body("").inset is None


def test_the_chart_stands_at_the_end_of_the_chapter_on_the_flow() -> None:
    page = str(in_html(body("flow: audit\n")))
    assert page.index("丙。") < page.index("<svg") < page.index("6 程序") < page.index("丁。")
    assert re.findall(r'id="m[0-9a-f]{8}-(\d)"', page) == ["1", "2", "3", "4"]


def test_in_word_the_table_stands_there() -> None:
    page = str(in_word(body("flow: audit\n")))
    assert page.index("丙。") < page.index("<w:tbl>") < page.index("6 程序") < page.index("丁。")
    assert page.index("<w:tbl>") < page.index("质量部已签收") < page.index("6 程序")


@pytest.mark.parametrize("heading", ["", "7 没有这一章"])
def test_without_such_a_chapter_it_stands_at_the_end(heading: str) -> None:
    chart = flow_chart(ROOMS.lives, "car", ("zh",), heading)
    page = str(in_html(Markdown(TEXT, chart)))
    assert page.index("丁。") < page.index("<svg")


def test_the_policy_in_force_shows_the_audit_with_its_cars() -> None:
    for key, word in (("XY-QP-CA-01/A-2", "措施已批准"), ("XY-QP-CA-01/A-2.en", "Plan approved")):
        view = job("policy", key, "pdf").document.view
        assert isinstance(view, PolicyView)
        assert view.body.inset is not None
        assert word in texts(view.body.inset.picture.svg)


def words_of(table: str) -> Mapping[str, int]:
    return {line.split("|")[2].strip(): number for number, line in enumerate(table.split("\n"))}


def test_the_table_has_the_steps_in_their_order() -> None:
    found = words_of(flow_chart(ROOMS.lives, "audit", ("en",)).table)
    assert found["Ready"] < found["In progress"] < found["Plan approved"] < found["Archived"]
