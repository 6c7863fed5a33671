"""A CAR's record becomes an 8D report where the customer asks for one, told from D0 to D8."""

import pytest

from auditdocs.document import Request
from auditdocs.documents import KINDS
from auditdocs.documents.cars.eight_d import EightDView
from auditdocs.labels import Languages
from tests.documents.small import AUDIT, DAY, made, small, subjects

SHEET = {f"{AUDIT}/contact_sheet.yaml": "customer: C0001"}


def asked(car: str, conclusion: str = "") -> bool:
    more = {f"{AUDIT}/conclusion.yaml": conclusion} if conclusion else {}
    records = small({f"{AUDIT}/cars/CAR-2026-0001.yaml": f"{{owner_department: MFG, {car}}}", **SHEET, **more})
    kind, request = KINDS["eight_d"], Request(DAY, "")
    (subject,) = kind.all_subjects(records, request)
    return kind.make(records, subject, request) is not None


def view(car: str, languages: Languages = ("zh",)) -> EightDView:
    records = small({f"{AUDIT}/cars/CAR-2026-0001.yaml": f"{{owner_department: MFG, customer_form: 8D, {car}}}", **SHEET}, languages)
    shown = made("eight_d", "CAR-2026-0001", records).view
    assert isinstance(shown, EightDView)
    return shown


@pytest.mark.parametrize("form", ["8D", "8d 报告", "8-D report", "G8D", "8D/5Why", "SQ-8D-04", "8 disciplines", "客户8D表"])
def test_it_is_made_where_the_cars_form_says_8d(form: str) -> None:
    assert asked(f"customer_form: {form}")


@pytest.mark.parametrize("form", ["QF-18D", "8D04", "客户 CAR 表式", "28 days"])
def test_a_number_that_holds_an_8_and_a_d_asks_for_nothing(form: str) -> None:
    assert not asked(f"customer_form: {form}")


def test_without_a_form_of_its_own_the_customers_conclusion_decides() -> None:
    assert asked("title: 甲", "response_format: {zh: 8D 报告, en: 8D report}")
    assert not asked("title: 甲", "response_format: 客户 CAR 表式")
    assert not asked("customer_form: 客户 CAR 表式", "response_format: 8D")


def test_what_the_customer_wants_of_findings_says_nothing_of_a_car_of_the_house() -> None:
    assert not asked("source: internal", "response_format: 8D")
    assert asked("source: internal, customer_form: 8D")


def test_every_car_that_can_be_read_is_looked_at() -> None:
    assert subjects("eight_d", small({f"{AUDIT}/cars/CAR-2026-0001.yaml": "owner_department: MFG", **SHEET})) == [("CAR-2026-0001", "")]


ROUNDS = """responses: [
    {round: 1, submitted_at: 2026-09-20T08:00, decision: rejected, decided_by: customer, decided_at: 2026-09-21T09:00, comment: 缺证据},
    {round: 2, submitted_at: 2026-09-23T17:00%s}]"""


def test_it_is_the_newest_round_and_says_who_accepted_it() -> None:
    open_round = view(ROUNDS % "")
    assert (open_round.round, open_round.submitted_on, open_round.accepted_by) == ("R2", "2026-09-23 17:00", "")
    done = view(ROUNDS % ", decision: accepted, decided_by: customer, decided_at: 2026-09-25T10:00")
    assert (done.round, done.accepted_by, done.accepted_on) == ("R2", "客户", "2026-09-25 10:00")


def test_the_disciplines_are_the_cars_own_words() -> None:
    shown = view(
        """owner: P0001, team: [{person: P0002, role: 工艺}], problem: {statement: 缺签字},
        containment: [{action: 全检}], correction: [{action: 补签}],
        root_cause: {chains: [{type: occurrence, steps: [{because: 无人接替}]}]},
        corrective_actions: [{action: 流程加移交, addresses: [occurrence], done_on: 2026-10-01}],
        effectiveness: {criterion: 20 班次, result: effective}, preventive_actions: [{action: 装配同改}], lessons: 调岗要移交,
        recognition: {zh: 感谢小组, en: Thanks to the team}"""
    )
    assert (shown.leader, shown.team[0].name, shown.statement) == ("甲示例", "乙示例", "缺签字")
    assert (shown.containment[0].action, shown.correction[0].action, shown.root_causes[0].statement) == ("全检", "补签", "无人接替")
    assert (shown.corrective_actions[0].addresses, shown.corrective_actions[0].done_on) == ("发生", "2026-10-01")
    assert shown.effectiveness_criterion == "20 班次"
    assert (shown.preventive_actions[0].action, shown.lessons, shown.recognition) == ("装配同改", "调岗要移交", "感谢小组")


def test_its_words_are_those_of_its_languages() -> None:
    assert view("owner: P0001", ("en", "zh")).department == "Manufacturing 制造部"


def test_it_shows_the_pictures_of_its_findings_and_of_its_own_evidence() -> None:
    car = "{owner_department: MFG, customer_form: 8D, findings: [F01], corrective_actions: [{action: 加联锁, evidence: [lock.png]}]}"
    seen = "items: {E001: {findings: [F01], description: 看板, attachment: board.jpg}, E002: {findings: [F02], attachment: other.jpg}}"
    records = small({f"{AUDIT}/cars/CAR-2026-0001.yaml": car, f"{AUDIT}/evidence.yaml": seen, **SHEET})
    shown = made("eight_d", "CAR-2026-0001", records).view
    assert isinstance(shown, EightDView)
    assert [one.caption.split("\n")[0] for one in shown.pictures] == ["E001　看板", "纠正措施 1　加联锁"]
