"""A reception's record becomes the finished words of its sheet."""

from auditdocs.documents.preparation.reception_sheet import ReceptionSheetView
from auditdocs.labels import Languages
from auditdocs.records.preparation.logistics import LOGISTICS_KIND
from tests.documents.small import AUDIT, made, small

SHEET = "{customer: C0001, planned_start: 2026-09-08, planned_end: 2026-09-09, visitor_count: 1, visitors: [{name: 王工, role: lead}]}"


def view(reception: str, languages: Languages = ("zh",)) -> ReceptionSheetView:
    records = small({f"{AUDIT}/contact_sheet.yaml": SHEET, f"{AUDIT}/logistics.yaml": reception}, languages)
    shown = made("reception_sheet", "AUD-2026-001", records).view
    assert isinstance(shown, ReceptionSheetView)
    return shown


def test_what_nobody_mentioned_has_a_line_to_fill_in() -> None:
    rows = view("items: [{kind: tea, status: arranged, owner: P0001}]").items
    assert len(rows) == len(LOGISTICS_KIND.choices)
    assert (rows[0].item, rows[0].status, rows[0].owner) == ("茶水", "已安排", "甲示例")
    assert {(row.status, row.detail, row.owner) for row in rows[1:]} == {("", "", "")}


def test_who_comes_and_when_is_the_contact_sheets() -> None:
    shown = view("welcome_text: 欢迎")
    assert (shown.customer, shown.audit_date, shown.visitor_count) == ("样例客户", "2026-09-08 ~ 2026-09-09", "1")
    assert [(guest.name, guest.role) for guest in shown.guests] == [("王工", "审核组长")]


def test_the_limit_of_a_gift_stands_with_it() -> None:
    row = view("items: [{kind: gift_policy, detail: 茶叶, status: arranged, limit: 每人 100 元}]").items[0]
    assert row.detail == "茶叶\n限额：每人 100 元"
    english = view("items: [{kind: gift_policy, status: open, limit: 100 CNY}]", ("en",)).items[0]
    assert (english.item, english.detail, english.status) == ("Gifts", "Limit: 100 CNY", "Open")
