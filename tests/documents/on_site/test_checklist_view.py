"""A checklist's record becomes the form's words, in the variant that the audit needs."""

from collections.abc import Mapping

import pytest

from auditdocs.documents.on_site.checklist import BlankItem, ChecklistView, OnSiteItem, PreparationItem, ResultItem
from auditdocs.view_parts import Signature
from tests.documents.small import AUDIT, made, small, subjects

BANK = """
    title: 题库甲
    scheme: points
    criterion: ISO9001-2015
    edition: "2015"
    source: 自编
    license: 自有
    sections:
      A:
        title: {zh: 过程, en: Process}
        weight: 60
        items:
          Q001: {text: 问题一, clause_refs: [8.5.1], key: true, guidance: 看现场, max_points: 10, element: A, subelement: A1,
                 evidence_expected: [记录甲, 记录乙], default_department: MFG}
    """
GRADING = """
    points:
      title: 打分法
      scoring: {kind: points, allowed: [0, 5, 10], limits: [{grade: A, at_least: 90}, {grade: B, at_least: 0}],
                averaged: [A], downgrades: [{cause: key_points, threshold: 5, to: B}]}
    """
CHECKLIST = """
    template: CL-OWN-1
    source: 客户清单
    items:
      Q001:
        customer_ref: K1
        section: A
        text: 问题一
        clause_refs: [8.5.1]
        key: true
        element: A
        owner_department: MFG
        owner: P0001
        co_departments: [QA, SAL]
        changed_by: P0002
        prep: {answer: 已备, evidence: [记录甲, 记录乙], status: ready, self_score: 9.5, gap: 缺一份}
        audit: {session: S02, result: minor, auditor_note: 有缺口,
                per_step: [{step: 注塑, points: 5}, {step: 装配, points: 10}, {step: 包装}]}
      Q002:
        section: A
        text: 问题二
        element: A
        audit: {result: conform, points: 10}
      Q003:
        section: B
        text: 问题三
        element: B
        audit: {result: not_applicable, reason: 不做}
    """
FILES = {
    "checklists/CL-OWN-1.yaml": BANK,
    "org/grading.yaml": GRADING,
    f"{AUDIT}/audit.yaml": "{grading_scheme: points}",
    f"{AUDIT}/checklist.yaml": CHECKLIST,
    f"{AUDIT}/contact_sheet.yaml": """
        customer: C0001
        audit_type: process
        planned_start: 2026-09-08
        planned_end: 2026-09-09
        visitors: [{name: 王工, role: lead}, {name: 李工, role: observer}]
        """,
    f"{AUDIT}/plan.yaml": "sessions: {S01: {clauses: ['8.5']}, S02: {clauses: ['8.50']}, S03: {clauses: [8.5.1]}}",
    f"{AUDIT}/findings.yaml": "items: {F01: {type: nc, statement: 缺口, item_refs: [Q001]}}",
}


def view(variant: str, files: Mapping[str, str] = FILES, key: str = "AUD-2026-001") -> ChecklistView:
    shown = made("checklist", key, small(files), variant).view
    assert isinstance(shown, ChecklistView)
    return shown


def test_the_head_says_audit_customer_auditors_and_where_the_questions_come_from() -> None:
    shown = view("preparation")
    assert (shown.audit, shown.customer, shown.audit_type) == ("AUD-2026-001", "样例客户", "过程审核")
    assert (shown.audit_date, shown.auditors, shown.edition) == ("2026-09-08 ~ 2026-09-09", "王工", "2015")
    assert (shown.title, shown.source, shown.scoring_rule) == ("题库甲", "客户清单\n题库：CL-OWN-1", "打分法")
    assert [(one.number, one.title) for one in shown.sections] == [("A", "过程"), ("B", "")]


def test_a_postponed_audit_has_its_new_dates() -> None:
    postponed = "postponed: [{date: 2026-09-01, by: P0002, new_start: 2026-10-12, new_end: 2026-10-13, reason: 停电}]"
    moved = {**FILES, f"{AUDIT}/audit.yaml": postponed}
    assert view("on_site", moved).audit_date == "2026-10-12 ~ 2026-10-13"


def test_a_question_of_the_library_is_blank() -> None:
    shown = view("blank", key="CL-OWN-1")
    assert (shown.audit, shown.criteria, shown.scoring_rule) == ("", "ISO9001-2015", "打分法")
    assert (shown.sections[0].title, shown.source) == ("过程 权重 60", "自编\n许可：自有")
    assert shown.sections[0].items == (
        BlankItem(
            number="Q001",
            customer_number="",
            key="★",
            clause="8.5.1",
            text="问题一",
            guidance="看现场\n应备证据：记录甲、记录乙\n要素 A、子要素 A1、满分 10",
            responsible="制造部",
        ),
    )


def test_preparation_says_who_prepared_what() -> None:
    assert view("preparation").sections[0].items[0] == PreparationItem(
        number="Q001",
        customer_number="K1",
        key="★",
        clause="8.5.1",
        text="问题一",
        responsible="制造部\n甲示例\n配合部门：质量部、销售部",
        status="已就绪",
        answer="已备",
        evidence="记录甲\n记录乙",
        self_score="9.5",
        gap="缺一份",
        changed_by="乙示例",
    )


def test_on_site_says_when_the_agenda_has_a_question() -> None:
    unanswered = {**FILES, f"{AUDIT}/checklist.yaml": "items: {Q001: {text: 问题一, clause_refs: [8.5.1]}}"}
    recorded, planned = view("on_site").sections[0].items[0], view("on_site", unanswered).sections[0].items[0]
    assert isinstance(recorded, OnSiteItem)
    assert isinstance(planned, OnSiteItem)
    assert (recorded.session, planned.session) == ("S02", "S01、S03")


def test_a_result_has_points_by_step_and_the_findings_that_name_it() -> None:
    first, second = view("result").sections[0].items
    assert isinstance(first, ResultItem)
    assert isinstance(second, ResultItem)
    assert (first.result, first.points, first.points_per_step) == ("一般不符合", "7.50", "注塑 5\n装配 10\n包装")
    assert (first.findings, first.note, second.points) == ("F01", "有缺口", "10")
    third = view("result").sections[1].items[0]
    assert isinstance(third, ResultItem)
    assert (third.result, third.reason) == ("不适用", "不做")


def test_a_result_is_scored_by_section_element_and_in_all() -> None:
    shown = view("result")
    assert [(one.number, one.subtotal, one.percent) for one in shown.sections] == [("A", "17.50 / 20", "87.50 %"), ("B", "", "")]
    (row,) = shown.scores
    assert (row.element, row.evaluated, row.points, row.possible, row.percent) == ("A 过程", "2 / 2", "17.50", "20", "87.50 %")
    assert row.bar == "■■■■■■■■□□"
    assert (shown.total, shown.total_percent, shown.grade, shown.downgrade_reasons) == ("17.50 / 20", "87.50 %", "B", ())


def test_a_lower_grade_says_why() -> None:
    lower = CHECKLIST.replace("{step: 装配, points: 10}", "{step: 装配, points: 10}, {step: 焊接, points: 10}, {step: 检验, points: 10}")
    stricter = GRADING.replace("at_least: 90", "at_least: 80")
    shown = view("result", {**FILES, f"{AUDIT}/checklist.yaml": lower, "org/grading.yaml": stricter})
    assert shown.grade == "B"
    assert shown.downgrade_reasons == ("关键项 Q001：5 分，等级不高于 B",)


def test_only_a_result_is_scored() -> None:
    for variant in ("blank", "preparation", "on_site"):
        shown = view(variant)
        assert (shown.scores, shown.total, shown.grade, shown.sections[0].subtotal) == ((), "", "", "")
        assert shown.signatures == (Signature("编制"), Signature("审核"), Signature("批准"))


OPENED = {f"{AUDIT}/meetings.yaml": "opening: {start: 2026-09-08T09:00}"}
CLOSED = {f"{AUDIT}/meetings.yaml": "opening: {start: 2026-09-08T09:00}\nclosing: {end: 2026-09-09T16:00}"}


@pytest.mark.parametrize(("more", "variant"), [({}, "preparation"), (OPENED, "on_site"), (CLOSED, "result")])
def test_an_audit_gets_the_variant_it_needs_now(more: Mapping[str, str], variant: str) -> None:
    approvals = """
        approvals:
          - {role: prepared, person: P0002, at: 2026-08-05T16:00}
          - {role: confirmed, person: P0002, at: 2026-08-06T09:00}
          - {role: received, person: P0001, at: 2026-08-06T10:30}
        """
    sheet = FILES[f"{AUDIT}/contact_sheet.yaml"] + approvals
    records = small({**FILES, f"{AUDIT}/contact_sheet.yaml": sheet, **more})
    assert subjects("checklist", records) == [("CL-OWN-1", "blank"), ("AUD-2026-001", variant)]


def test_any_other_variant_can_be_asked_for() -> None:
    records = small(FILES)
    assert subjects("checklist", records, "result") == [("AUD-2026-001", "result")]
    assert subjects("checklist", records, "blank") == [("CL-OWN-1", "blank"), ("AUD-2026-001", "blank")]
    document = made("checklist", "AUD-2026-001", records, "result")
    assert (document.name, document.template, document.variant) == ("AUD-2026-001 检查表（结果）", "checklist/result", "result")
    assert made("checklist", "CL-OWN-1", records, "blank").folder == "checklists"
