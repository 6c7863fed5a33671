"""A contact sheet's record becomes the finished words of its form."""

from auditdocs.documents.preparation.contact_sheet import ContactSheetView, RequestRow
from auditdocs.labels import Languages
from auditdocs.view_parts import Box, Signature
from tests.documents.small import AUDIT, made, small


def view(sheet: str, languages: Languages = ("zh",)) -> ContactSheetView:
    shown = made("contact_sheet", "AUD-2026-001", small({f"{AUDIT}/contact_sheet.yaml": sheet}, languages)).view
    assert isinstance(shown, ContactSheetView)
    return shown


def test_a_skeleton_has_lines_for_all_that_may_be_asked() -> None:
    shown = view("customer: C0001")
    assert (shown.number, shown.audit, shown.customer_code, shown.customer_class) == ("CS-2026-001", "AUD-2026-001", "C0001 SAMP", "B 级")
    assert [row.document for row in shown.customer_documents] == ["审核清单", "现场评估表", "审核日程表", "保密协议", "顾客特殊要求"]
    assert not any(box.ticked for row in shown.customer_documents for box in row.state)
    assert shown.logistics_needs[0] == RequestRow(subject="接送", request="")
    assert shown.signatures == (Signature("发起（销售部）"), Signature("部门负责人确认"), Signature("质量部签收"))
    assert (shown.visitors, shown.open_items, shown.events, shown.revisions) == ((), (), (), ())


def test_who_prepared_it_initiated_it_with_the_department_of_that_day() -> None:
    prepared = "approvals: [{role: prepared, person: P0001, at: 2026-06-30T16:00}]"
    shown = view(f"customer: C0001\n{prepared}")
    assert (shown.initiator, shown.initiating_department, shown.initiated_on) == ("甲示例", "制造部", "2026-06-30")
    assert view(f"customer: C0001\nowner_department: SAL\n{prepared}").initiating_department == "销售部"


def test_choices_are_boxes_ticked_and_unticked() -> None:
    shown = view("{customer: C0001, mode: remote, management_systems: [QMS, EMS], audit_purpose: [other], audit_purpose_note: 换线}")
    assert shown.mode == (Box(False, "现场"), Box(True, "远程"), Box(False, "现场加远程"))
    assert [box.words for box in shown.management_systems if box.ticked] == ["质量", "环境"]
    assert shown.audit_purpose_note == "换线"


def test_a_visitors_risk_and_privacy_stand_in_the_remarks() -> None:
    (row,) = view(
        "{customer: C0001, visitors: [{name: 王工, role: lead, language: zh, is_competitor_risk: true, privacy: sensitive}]}"
    ).visitors
    assert (row.number, row.name, row.role, row.language) == ("1", "王工", "审核组长", "中文")
    assert row.remark == "竞争风险\n敏感个人信息"


def test_names_to_come_stand_below_the_number_of_visitors() -> None:
    shown = view("{customer: C0001, visitor_count: 3, names_pending: true, names_due: 2026-09-01}")
    assert shown.visitor_count == "3\n名单待定\n名单期限：2026-09-01"


def test_documents_are_recorded_first_and_the_others_left_to_tick() -> None:
    rows = view("{customer: C0001, customer_documents: [{kind: nda, state: not_required, reason: 已有总协议}]}").customer_documents
    assert [row.document for row in rows] == ["保密协议", "审核清单", "现场评估表", "审核日程表", "顾客特殊要求"]
    assert ([box.words for box in rows[0].state if box.ticked], rows[0].reason) == (["不需要"], "已有总协议")


def test_requests_answer_yes_no_or_in_words() -> None:
    rows = view("{customer: C0001, special_requests: {diet: 素食, photo_allowed: false}}").special_requests
    assert {row.subject: row.request for row in rows if row.request} == {"饮食": "素食", "允许拍照": "否"}


def test_text_in_two_languages_stands_one_below_the_other() -> None:
    shown = view("customer: C0001\ncustomer_profile: {zh: 供应商, en: A supplier}", ("zh", "en"))
    assert shown.customer_profile == "供应商\nA supplier"
    assert shown.customer == "样例客户 Sample Customer"


def test_changes_and_a_withdrawal_stay_on_the_form() -> None:
    shown = view(
        """
        customer: C0001
        revisions: [{date: 2026-08-10, by: P0002, changed: 日期推迟一周, reason: 客户要求}]
        withdrawn: {date: 2026-08-20, by: P0002, reason: 项目取消}
        """
    )
    assert [(row.date, row.by, row.changed, row.reason) for row in shown.revisions] == [
        ("2026-08-10", "乙示例", "日期推迟一周", "客户要求")
    ]
    assert [(row.date, row.event, row.by, row.reason) for row in shown.events] == [("2026-08-20", "撤回", "乙示例", "项目取消")]


def test_it_is_named_by_its_audits_number() -> None:
    document = made("contact_sheet", "AUD-2026-001", small({f"{AUDIT}/contact_sheet.yaml": "customer: C0001"}))
    assert (document.folder, document.name, document.number) == ("audits/AUD-2026-001", "CS-2026-001 客户审核联络单", "CS-2026-001")
