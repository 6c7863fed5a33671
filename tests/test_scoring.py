"""Scores by ten vectors computed by hand, by other schemes, and what must hold for all."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditdocs.scheme import VDA63, Downgrade, Limit, Question, Scheme, StepPoints
from auditdocs.scoring import Reason, Score, Share, Shortfall, awarded, half_up, score

D = Decimal
KEYS = {"P5.2", "P6.1"}
SIZES = {"P5": 7, "P6": 10, "P7": 5}
NOT_EVALUATED = None
Answer = int | str | None | list[int]


def process_audit(answers: dict[str, Answer] | None = None, otherwise: int = 10) -> tuple[Question, ...]:
    """P5 with 7, P6 with 10 and P7 with 5 questions, all of them full marks unless said."""
    numbers = [f"{element}.{n}" for element, size in SIZES.items() for n in range(1, size + 1)]
    return tuple(question(number, (answers or {}).get(number, otherwise)) for number in numbers)


def question(number: str, answer: Answer) -> Question:
    asked = Question(number, element=number[:2], key=number in KEYS)
    if isinstance(answer, list):
        return replace(asked, per_step=tuple(StepPoints(f"step {n}", D(p)) for n, p in enumerate(answer, start=1)))
    return replace(asked, points=None if answer is None else D(answer))


def share(shares: Iterable[Share], name: str) -> Share:
    return next(one for one in shares if one.name == name)


def percents(result: Score) -> tuple[str, ...]:
    return tuple(str(one.percent) for one in (result.overall, *result.elements))


def test_v1_six_points_on_an_ordinary_question_leave_the_a() -> None:
    result = score(VDA63, process_audit({"P6.3": 6}))
    assert (percents(result), result.grade, result.reasons) == (("98.18", "100.00", "96.00", "100.00"), "A", ())


def test_v2_any_question_without_points_makes_a_b() -> None:
    result = score(VDA63, process_audit({"P7.2": 0}))
    assert (percents(result), result.grade) == (("95.45", "100.00", "100.00", "80.00"), "B")
    assert result.grade_by_percent == "A"
    assert result.reasons == (Reason("points", "P7.2", D(0), "B"),)


def test_v3_four_points_on_a_key_question_make_a_b() -> None:
    result = score(VDA63, process_audit({"P5.2": 4}))
    assert (str(result.overall.percent), result.grade) == ("97.27", "B")
    assert result.reasons == (Reason("key_points", "P5.2", D(4), "B"),)


def test_v4_a_key_question_without_points_makes_a_c_and_is_named_once() -> None:
    result = score(VDA63, process_audit({"P6.1": 0}))
    assert (str(result.overall.percent), result.grade) == ("95.45", "C")
    assert result.reasons == (Reason("key_points", "P6.1", D(0), "C"),)


def test_v5_an_element_below_seventy_percent_makes_a_c() -> None:
    result = score(VDA63, process_audit({"P7.1": 6, "P7.2": 8, "P7.3": 6, "P7.4": 8, "P7.5": 6}))
    assert (percents(result), result.grade) == (("92.73", "100.00", "100.00", "68.00"), "C")
    assert result.reasons == (Reason("element_below", "P7", D("68.00"), "C"),)


def test_v6_downgrading_looks_at_the_nearest_percentage_point() -> None:
    answers: dict[str, Answer] = {f"P5.{n}": 8 for n in range(1, 6)}
    answers |= {"P5.6": 10, "P5.7": "5.65"}
    result = score(VDA63, process_audit(answers))
    assert (percents(result)[:2], result.grade) == (("93.48", "79.50"), "A")
    assert share(result.elements, "P5").whole_percent == 80
    worse = score(VDA63, process_audit({**answers, "P5.7": "5.64"}))
    assert (percents(worse)[1], worse.grade) == ("79.49", "B")


def test_v7_with_less_than_two_thirds_of_an_element_there_is_no_grade() -> None:
    result = score(VDA63, process_audit({"P7.4": NOT_EVALUATED, "P7.5": NOT_EVALUATED}))
    assert (result.verdict, result.grade) == ("not_classifiable", None)
    assert result.shortfalls == (Shortfall("element", "P7", evaluated=3, required=4),)
    assert score(VDA63, process_audit({"P7.5": NOT_EVALUATED})).grade == "A"


def test_exactly_two_thirds_of_an_element_are_enough() -> None:
    assert score(VDA63, [question(f"P2.{n}", 10 if n < 3 else None) for n in range(1, 4)]).verdict == "graded"


def test_v8_several_process_steps_give_their_mean_with_two_decimals() -> None:
    result = score(VDA63, process_audit({"P6.2": [10, 8, 4]}))
    assert (percents(result), result.grade) == (("98.79", "100.00", "97.33", "100.00"), "A")
    assert [(step.name, str(step.percent)) for step in result.steps] == [
        ("step 1", "100.00"),
        ("step 2", "98.00"),
        ("step 3", "94.00"),
    ]


def test_v9_eighty_percent_is_a_b() -> None:
    result = score(VDA63, process_audit(otherwise=8))
    assert (str(result.overall.percent), result.grade, result.reasons) == ("80.00", "B", ())


def test_v10_just_below_eighty_percent_is_a_c() -> None:
    result = score(VDA63, process_audit({"P6.10": 6}, otherwise=8))
    assert (str(result.overall.percent), result.grade) == ("79.09", "C")


def test_a_weak_process_step_is_named_although_the_mean_hides_it() -> None:
    weak: dict[str, Answer] = {f"P6.{n}": [10, 10, 10, 6] for n in range(1, 11)}
    result = score(VDA63, process_audit(weak))
    assert str(share(result.elements, "P6").percent) == "90.00"
    assert (result.grade, result.reasons) == ("C", (Reason("step_below", "step 4", D("60.00"), "C"),))


def test_a_key_question_without_points_in_one_step_is_not_hidden_by_the_others() -> None:
    result = score(VDA63, process_audit({"P6.1": [10, 10, 10, 0]}))
    assert result.reasons == (Reason("key_points", "P6.1", D(0), "C"),)


def test_a_weak_sub_element_makes_a_b_but_no_c() -> None:
    questions = [replace(one, subelement="U1") if one.number in {"P6.3", "P6.4"} else one for one in process_audit()]
    weak = [replace(one, points=D(6)) if one.subelement else one for one in questions]
    result = score(VDA63, weak)
    assert [(one.name, str(one.percent)) for one in result.subelements] == [("U1", "60.00")]
    assert (result.grade, result.reasons) == ("B", (Reason("subelement_below", "U1", D("60.00"), "B"),))


def test_a_step_with_too_few_questions_evaluated_leaves_the_process_unclassified() -> None:
    one_step: dict[str, Answer] = {f"P6.{n}": [10, 10] if n <= 6 else [10] for n in range(1, 11)}
    result = score(VDA63, process_audit(one_step))
    assert result.shortfalls == (Shortfall("step", "step 2", evaluated=6, required=7),)


def test_of_several_findings_on_one_question_the_worst_decides() -> None:
    assert awarded(VDA63, question("P5.1", [10, 4, 8])) == 4
    twice = Question("P6.2", "P6", per_step=(StepPoints("a", D(10)), StepPoints("a", D(6)), StepPoints("b", D(10))))
    assert awarded(VDA63, twice) == D("8.00")


def test_without_any_answer_there_is_no_result() -> None:
    result = score(VDA63, [question("P5.1", None)])
    assert (result.verdict, result.grade, result.overall.percent) == ("not_evaluated", None, None)
    assert score(VDA63, []).verdict == "not_evaluated"


PERCENT_GRADES = (Limit("pass", D(85)), Limit("conditional", D(70)), Limit("fail", D(0)))
WEIGHTED = Scheme("weighted", VDA63.allowed, PERCENT_GRADES, key_zeroes=True)
FOOD = Scheme(
    "yesno",
    (D(0), D(1)),
    PERCENT_GRADES,
    downgrades=(Downgrade("key_points", D(0), "fail"),),
    min_questions=20,
    min_key_questions=10,
)
SECTIONS = Scheme("percent", (), PERCENT_GRADES, section_weights=(("1", D(60)), ("2", D(40)), ("3", D(20))))


def test_weighted_items_count_by_their_maximum() -> None:
    items = [Question("1", "S", D(16), max_points=D(20)), Question("2", "S", D(10))]
    result = score(WEIGHTED, items)
    assert (str(result.overall.percent), result.grade) == ("86.67", "pass")


def test_a_key_item_without_points_makes_a_weighted_sheet_zero() -> None:
    items = [Question("1", "S", D(20), max_points=D(20)), Question("2", "S", D(0), key=True)]
    result = score(WEIGHTED, items)
    assert (result.overall.percent, result.grade) == (D("0.00"), "fail")


def test_points_are_allowed_in_proportion_to_the_items_maximum() -> None:
    assert [p for p in range(21) if WEIGHTED.is_allowed(D(p), D(20))] == [0, 8, 12, 16, 20]
    assert [p for p in range(11) if VDA63.is_allowed(D(p))] == [0, 4, 6, 8, 10]
    assert SECTIONS.is_allowed(D("72.5"))
    assert not SECTIONS.is_allowed(D(101))


def food_inspection(keys: int, normal: int, failed_key: bool = False) -> list[Question]:
    items = [Question(f"*{n}", "food", D(1), key=True) for n in range(keys)]
    items += [Question(f"{n}", "food", D(1)) for n in range(normal)]
    items.append(Question("n/a", "food", not_applicable=True))
    return [replace(items[0], points=D(0)), *items[1:]] if failed_key else items


def test_a_yes_no_table_counts_what_applies_and_fails_with_a_key_item() -> None:
    assert (score(FOOD, food_inspection(10, 10)).grade, score(FOOD, food_inspection(10, 10)).overall.questions) == ("pass", 20)
    failed = score(FOOD, food_inspection(10, 30, failed_key=True))
    assert (str(failed.overall.percent), failed.grade) == ("97.50", "fail")
    assert failed.reasons == (Reason("key_points", "*0", D(0), "fail"),)


def test_a_sample_that_is_too_small_gives_no_grade() -> None:
    result = score(FOOD, food_inspection(9, 10))
    assert result.verdict == "not_classifiable"
    assert result.shortfalls == (Shortfall("questions", "", 19, 20), Shortfall("key_questions", "", 9, 10))


def test_sections_weigh_what_the_scheme_says_and_an_empty_one_nothing() -> None:
    answers = [Question("a", "1", D(90)), Question("b", "1", D(80)), Question("c", "2", D("70.5")), Question("d", "3")]
    result = score(SECTIONS, answers)
    assert result.overall.percent == D("79.20")
    assert result.grade == "conditional"


@pytest.mark.parametrize(("value", "decimals", "written"), [("0.005", 2, "0.01"), ("79.495", 2, "79.50"), ("0.5", 0, "1"), ("2.5", 0, "3")])
def test_a_half_goes_up(value: str, decimals: int, written: str) -> None:
    assert str(half_up(Fraction(value), decimals)) == written


ALLOWED = st.sampled_from([0, 4, 6, 8, 10])
ANSWERS = st.one_of(st.none(), ALLOWED, st.lists(ALLOWED, min_size=3, max_size=3))
AUDITS = st.lists(ANSWERS, min_size=22, max_size=22).map(
    lambda answers: process_audit({one.number: answer for one, answer in zip(process_audit(), answers, strict=True)})
)


@given(AUDITS, st.data())
def test_more_points_never_make_a_result_worse(audit: tuple[Question, ...], data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(audit) - 1))
    better = replace(
        audit[index],
        points=None if audit[index].points is None else D(10),
        per_step=tuple(replace(result, points=D(10)) for result in audit[index].per_step),
    )
    before, after = score(VDA63, audit), score(VDA63, (*audit[:index], better, *audit[index + 1 :]))
    assert before.overall.percent is None or (after.overall.percent or D(0)) >= before.overall.percent
    assert (after.grade or "") <= (before.grade or "")  # A stands before C


@given(AUDITS)
def test_a_grade_is_never_better_than_its_percentage_and_every_loss_has_a_reason(audit: tuple[Question, ...]) -> None:
    result = score(VDA63, audit)
    if result.grade and result.grade_by_percent:
        assert result.grade == max([result.grade_by_percent, *(reason.to for reason in result.reasons)])
        assert (result.grade == result.grade_by_percent) == (not result.reasons)
    else:
        assert result.shortfalls or result.overall.percent is None


@given(AUDITS)
def test_the_order_of_the_questions_does_not_matter(audit: tuple[Question, ...]) -> None:
    turned = score(VDA63, audit[::-1])
    assert (turned.overall, turned.grade) == (score(VDA63, audit).overall, score(VDA63, audit).grade)
