"""Weak causes and weak actions are told from strong ones, in Chinese and in English (B-24)."""

import pytest

from auditdocs.records.cars.car_action_rules import only_weak_actions
from auditdocs.records.cars.car_analysis_rules import cause_is_human_error, cause_repeats_problem, causes_of
from tests.records.small import car_of


@pytest.mark.parametrize(
    ("cause", "weak"),
    [
        ("操作人员疏忽", True),
        ("员工质量意识不强", True),
        ("Operator error", True),
        ("人为因素", True),
        ("夜班班组长调岗后无人接替确认职责", False),
        ("检验员漏看，因为点检表没有这一项", False),
        ("Operator error was possible because the fixture accepts both sides", False),
    ],
)
def test_a_cause_that_stops_at_a_person_is_weak(cause: str, weak: bool) -> None:
    records, car = car_of(f"root_cause: {{chains: [{{type: occurrence, steps: [{{because: {cause}}}]}}]}}\n")
    assert bool(tuple(cause_is_human_error.run(car, records))) is weak


@pytest.mark.parametrize(
    ("actions", "weak"),
    [
        ("[{action: 对夜班人员再次培训}]", True),
        ("[{action: 发通知提醒班组长}, {action: Retrain all operators}]", True),
        ("[{action: 岗位技能评价, type: training}]", True),
        ("[{action: 加强培训}, {action: 无确认不得放行, type: error_proofing}]", False),
        ("[{action: 培训流程增加移交一栏, type: process}]", False),
        ("[]", False),
        *(
            (f"[{{action: {words}}}]", True)
            for words in (
                "加强管理",
                "加强教育",
                "提高意识",
                "下次注意",
                "加大检查力度",
                "Strengthen the supervision",
                "Be careful next time",
            )
        ),
    ],
)
def test_actions_that_only_appeal_are_weak_together(actions: str, weak: bool) -> None:
    records, car = car_of(f"corrective_actions: {actions}\n")
    assert bool(tuple(only_weak_actions.run(car, records))) is weak


@pytest.mark.parametrize(("cause", "same"), [("首件记录，没有班组长确认。", True), ("岗位变动流程没有移交确认权限", False)])
def test_a_cause_in_the_words_of_the_problem_is_seen_through_its_punctuation(cause: str, same: bool) -> None:
    records, car = car_of(f"problem: {{statement: 首件记录没有班组长确认}}\nroot_cause: {{statement: {{occurrence: {cause}}}}}\n")
    assert bool(tuple(cause_repeats_problem.run(car, records))) is same


def test_the_last_because_of_a_chain_and_every_statement_are_root_causes() -> None:
    _, car = car_of(
        """root_cause:
  chains:
    - {type: occurrence, steps: [{because: 无人接替}, {because: 流程没有规定}]}
    - {type: escape}
  statement: {systemic: {zh: 制度未定, en: No rule}}
"""
    )
    assert [(kind, str(text)) for _, kind, text in causes_of(car.record)] == [("occurrence", "流程没有规定"), ("systemic", "制度未定")]
