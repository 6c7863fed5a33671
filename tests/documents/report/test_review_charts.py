"""Counts over a year become charts."""

import re

from auditdocs.documents.report.review_charts import Series, pareto_chart, trend_chart

JANUARY = (2, *([0] * 11))


def widths(svg: str) -> list[float]:
    return [float(found) for found in re.findall(r'<rect [^>]*?width="([0-9.]+)"', svg)]


def test_bars_are_as_long_as_their_counts_and_the_line_ends_at_all() -> None:
    svg = pareto_chart([("注塑", 3), ("仓储", 1)]).svg
    long, short = widths(svg)
    assert round(long / short, 2) == 3
    assert "75 %" in svg
    assert "100 %" in svg


def test_a_long_label_is_broken_and_cut_and_stays_text() -> None:
    svg = pareto_chart([("首件检验记录未经班组长确认" * 20, 1), ("<b>&", 1)]).svg
    assert "…" in svg
    assert "<b>" not in svg
    assert svg.count("<text") == 4 + 2 + 1 + 2


def test_a_label_that_is_cut_keeps_the_number_of_its_clause() -> None:
    svg = pareto_chart([("汽车行业质量管理体系要求 Automotive quality management system requirements " * 3 + "2016 8.5.1.5", 1)]).svg
    assert "2016 8.5.1.5</text>" in svg


def test_words_of_a_label_stay_whole() -> None:
    assert ">Automotive quality management</text>" in pareto_chart([("Automotive quality management systems 2016 8.5.1.5", 1)]).svg


def test_in_words_a_pareto_is_squares() -> None:
    assert pareto_chart([("注塑", 2)]).words == "■■ 2　注塑"


def test_months_have_a_column_for_each_count_and_the_legend_the_totals() -> None:
    drawn = trend_chart([Series("发现项", JANUARY), Series("关闭", (0, 1, *([0] * 10)))])
    assert len(widths(drawn.svg)) == 2 + 2
    assert drawn.words == "发现项 2\n关闭 1"


def test_nothing_is_drawn_of_nothing() -> None:
    assert trend_chart([Series("发现项", (0,) * 12)]).svg == ""
    assert pareto_chart([]).svg == ""
