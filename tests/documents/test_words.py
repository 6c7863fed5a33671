"""Facts become the same words on every form."""

from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from auditdocs.documents.words import Writing, length
from auditdocs.labels import Languages
from auditdocs.records.base import DECISION, Record
from auditdocs.records.house.retention_schedule import Length
from auditdocs.records.languages import languages_of
from auditdocs.records.words import Bilingual
from auditdocs.view_parts import Box
from tests.documents.small import small

OURS, THEIRS = timezone(timedelta(hours=8)), timezone(timedelta(hours=-5))


def writing(*languages: str) -> Writing:
    chosen: Languages = tuple(one for one in ("zh", "en") if one in languages)
    return Writing(small({}), chosen)


ZH, BOTH = writing("zh"), writing("zh", "en")


def test_days_and_times_are_written_alike_in_both_languages() -> None:
    assert ZH.day(date(2026, 9, 8)) == BOTH.day(date(2026, 9, 8)) == "2026-09-08"
    assert ZH.moment(datetime(2026, 9, 8, 9, 0, tzinfo=OURS)) == "2026-09-08 09:00"
    assert ZH.moment(datetime(2026, 9, 8, 9, 0, 5, tzinfo=OURS)) == "2026-09-08 09:00:05"


def test_an_offset_stands_only_where_it_is_not_the_workspaces() -> None:
    assert ZH.moment(datetime(2026, 9, 8, 9, 0, tzinfo=THEIRS)) == "2026-09-08 09:00 -05:00"


def test_nothing_recorded_is_an_empty_cell() -> None:
    said = (ZH.day(None), ZH.moment(None), ZH.number(None), ZH.yes_no(None), ZH.text(None), ZH.choice(DECISION, None), ZH.person(None))
    assert set(said) == {""}


def test_numbers_stand_as_they_were_typed() -> None:
    assert (ZH.number(0), ZH.number(Decimal("9.50"))) == ("0", "9.50")


def test_a_text_in_two_languages_stands_below_itself_and_a_name_beside() -> None:
    both = Bilingual(zh="质量", en="Quality")
    assert (BOTH.text(both), BOTH.name(both), ZH.text(both)) == ("质量\nQuality", "质量 Quality", "质量")
    assert BOTH.text(Bilingual(plain="一\n二")) == "一\n二"


def test_lists_are_joined_as_their_language_joins_and_say_nothing_twice() -> None:
    assert ZH.listed(["甲", "", "乙", "甲"]) == "甲、乙"
    assert writing("en").listed(["a", "b"]) == "a, b"


def test_a_box_stands_for_every_choice() -> None:
    assert BOTH.boxes(DECISION, "reject") == (Box(False, "同意 Agreed"), Box(True, "不同意 Rejected"))


@pytest.mark.parametrize(("number", "name"), [("P0001", "甲示例 Jia Sample"), ("P0002", "乙示例"), ("P9999", "P9999")])
def test_a_person_is_a_name_and_an_unknown_one_a_number(number: str, name: str) -> None:
    assert BOTH.person(number) == name


def test_what_is_unknown_stands_by_its_code() -> None:
    assert (ZH.department("XX"), ZH.customer("C9999"), ZH.site("SZ9"), ZH.criterion("ISO9001-2015")) == (
        "XX",
        "C9999",
        "SZ9",
        "ISO9001-2015",
    )


def test_a_title_is_that_of_the_day() -> None:
    titles = [ZH.job_title("P0001", day) for day in (date(2026, 6, 30), date(2026, 7, 1), None)]
    assert titles == ["车间主任", "质量工程师", ""]


def test_languages_are_the_records_else_the_customers_else_the_workspaces() -> None:
    records = small({"customers/C0002/profile.yaml": "{name: N, languages: [en]}"}, ("zh", "en"))
    own = Record.model_construct(languages=("zh",))
    none = Record.model_construct(languages=())
    assert languages_of(records, own, "C0002") == ("zh",)
    assert languages_of(records, none, "C0002") == ("en",)
    assert languages_of(records, none, "C0001") == ("zh", "en")


@pytest.mark.parametrize(
    ("years", "months", "permanent", "said"),
    [(3, None, False, "3 年 3 years"), (1, 6, False, "1 年 6 个月 1 year 6 months"), (None, None, True, "永久 Permanent")],
)
def test_a_length_is_told_in_years_and_months(years: int | None, months: int | None, permanent: bool, said: str) -> None:
    assert length(BOTH, Length.model_construct(years=years, months=months, permanent=permanent)) == said
