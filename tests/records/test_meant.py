"""What somebody probably meant is named only where it is plain."""

import re

import pytest

from auditdocs.records.meant import meant_amount, meant_day, meant_id, meant_moment, meant_whole, meant_yes_no


@pytest.mark.parametrize(
    "typed",
    ["2026/3/10", "2026.3.10", "2026-3-10", "20260310", "2026年3月10日", "10.03.2026", "2026－03－10", "2026-03-1O", "2026-03-10 上午"],
)
def test_a_day_in_another_form_is_understood(typed: str) -> None:
    assert meant_day(typed) == "2026-03-10"


@pytest.mark.parametrize("typed", ["03/10/2026", "26-03-10", "2026-03", "明天", "2026/13/10", "13812345678", ""])
def test_a_day_that_may_be_another_is_not_guessed(typed: str) -> None:
    assert meant_day(typed) == ""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026/2/3 9:05", "2026-02-03T09:05"),
        ("2026-02-03T15：00", "2026-02-03T15:00"),
        ("2026-02-03T15:00 +0800", "2026-02-03T15:00+08:00"),
        ("2026-02-03T3:00 PM", ""),
        ("2026-02-03", ""),
    ],
)
def test_a_time_in_another_form_is_understood(typed: str, meant: str) -> None:
    assert meant_moment(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"), [("3人", "3"), ("03", "3"), ("３", "3"), ("1,000", "1000"), ("-1", ""), ("1e3", ""), ("0x3", "")]
)
def test_a_number_with_its_unit_is_understood(typed: str, meant: str) -> None:
    assert meant_whole(typed) == meant


def test_amounts_and_answers_are_understood() -> None:
    assert (meant_amount("92.5%"), meant_amount("1,200.50"), meant_amount("约 90")) == ("92.5", "1200.50", "")
    assert (meant_yes_no("是"), meant_yes_no("FALSE"), meant_yes_no("也许")) == ("true", "false", "")


@pytest.mark.parametrize("typed", ["p0005", "P5", "P-0005", "Ｐ0005", "P0005 杨示例", "杨示例（P0005）", "“P0005”"])
def test_an_id_in_another_form_is_understood(typed: str) -> None:
    assert meant_id(typed, re.compile("P[0-9]{4}"), "P0102") == "P0005"


@pytest.mark.parametrize("typed", ["QA", "C0005", "P0005 P0004", "P00050"])
def test_an_id_of_something_else_is_not_guessed(typed: str) -> None:
    assert meant_id(typed, re.compile("P[0-9]{4}"), "P0102") == ""
