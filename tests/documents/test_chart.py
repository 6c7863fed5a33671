"""Counts become a chart."""

import re

from auditdocs.documents.chart import bar_chart


def test_every_count_has_a_bar_as_long_as_its_share() -> None:
    svg = bar_chart([("一般不符合", 4), ("观察项", 2)]).svg
    long, short = (float(part.split('"')[1]) for part in svg.split("<rect")[1:] for part in [part[part.index("width=") :]])
    assert long == 2 * short > 0
    assert "一般不符合" in svg
    assert ">4</text>" in svg


def test_a_long_label_stands_in_lines_and_leaves_room_for_its_bar() -> None:
    svg = bar_chart([("不符合项 Nonconformity " * 8, 4), ("观察项", 2)]).svg
    long, short = (float(part) for part in re.findall(r'<rect [^>]*?width="([0-9.]+)"', svg))
    assert round(long / short, 2) == 2
    assert long > 300
    assert svg.count('<text x="0"') == 4 + 1


def test_a_label_is_text_and_no_markup() -> None:
    assert "<b>" not in bar_chart([("<b>&", 1)]).svg


def test_in_words_a_square_stands_for_each_and_the_bars_begin_at_one_edge() -> None:
    assert bar_chart([("一般不符合", 3), ("观察项", 1)]).words == "■■■ 3　一般不符合\n■ 1　观察项"


def test_many_share_the_squares_and_something_is_never_none() -> None:
    first, second = bar_chart([("minor", 300), ("major", 1)]).words.split("\n")
    assert (first.count("■"), second.count("■")) == (15, 1)


def test_without_findings_there_is_no_bar() -> None:
    assert "<rect" not in bar_chart([]).svg
    assert bar_chart([]).words == ""
