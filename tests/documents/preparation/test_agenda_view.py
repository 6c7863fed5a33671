"""An audit's plan becomes the finished words of its agenda."""

from auditdocs.documents.preparation.agenda import AgendaView
from auditdocs.labels import Languages
from tests.documents.small import AUDIT, made, small

SHEET = """
customer: C0001
mode: onsite
planned_start: 2026-09-08
planned_end: 2026-09-09
visitors: [{name: 王工, role: lead}, {name: 李工}]
"""


def view(plan: str, languages: Languages = ("zh",), **others: str) -> AgendaView:
    files = {f"{AUDIT}/{name}.yaml": text for name, text in {"contact_sheet": SHEET, "plan": plan, **others}.items()}
    shown = made("agenda", "AUD-2026-001", small(files, languages)).view
    assert isinstance(shown, AgendaView)
    return shown


def test_the_audit_stands_above_its_sessions() -> None:
    shown = view("agenda_source: ours", audit="{coordinator: P0001}")
    assert (shown.customer, shown.audit_date, shown.team) == ("样例客户", "2026-09-08 ~ 2026-09-09", "王工 审核组长、李工")
    assert (shown.mode, shown.coordinator, shown.agenda_source, shown.direction) == ("现场", "甲示例", "我方", "")


def test_sessions_follow_one_another_whatever_their_numbers() -> None:
    shown = view("""
        sessions:
          S01: {stage: closing, start: 2026-09-09T15:00, end: 2026-09-09T16:00}
          S02: {stage: other}
          S03: {stage: opening, start: 2026-09-08T09:00, end: 2026-09-08T09:30}
        """)
    assert [(row.session, row.date, row.time) for row in shown.sessions] == [
        ("S03", "2026-09-08", "09:00 ~ 09:30"),
        ("S01", "2026-09-09", "15:00 ~ 16:00"),
        ("S02", "", ""),
    ]


def test_a_session_that_ends_on_another_day_says_so() -> None:
    shown = view("sessions: {S01: {stage: process, start: 2026-09-08T22:00, end: 2026-09-09T02:00}}")
    assert (shown.sessions[0].date, shown.sessions[0].time) == ("2026-09-08", "22:00 ~ 2026-09-09 02:00")


def test_a_session_names_escorts_guides_and_what_is_needed() -> None:
    plan = """
        sessions:
          S01: {stage: site_tour, place: 车间, process: 注塑, clauses: [8.5.1], auditors: [王工], auditee_departments: [MFG],
                escorts: [P0001], guides: [P0002], ppe: 安全鞋, remote_link: https://meet.example/1, interpreter: 赵工}
        """
    row = view(plan).sessions[0]
    assert (row.stage, row.place, row.departments) == ("现场走线", "车间\n注塑\n条款：8.5.1", "制造部")
    assert (row.escorts, row.guides) == ("甲示例", "乙示例")
    assert row.remark == "翻译：赵工\n劳动防护用品：安全鞋\n远程链接：https://meet.example/1"
    assert view(plan, ("en",)).sessions[0].escorts == "Jia Sample"


def test_who_agreed_to_a_change_stands_with_it() -> None:
    shown = view("""
        revisions:
          - {changed: 增加实验室, reason: 客户要求, confirmed_with: 王工, confirmed_at: 2026-09-07T14:20}
          - {changed: 提前结束, during_audit: true}
        """)
    assert [(row.number, row.when, row.confirmed_with, row.confirmed_at) for row in shown.revisions] == [
        ("1", "审核前", "王工", "2026-09-07 14:20"),
        ("2", "审核中变更", "", ""),
    ]


def test_a_change_of_escort_names_both_and_who_was_told() -> None:
    change = "{from: P0001, to: P0002, reason: 生病, notified_at: 2026-09-08T08:00, notified_to: P0001}"
    row = view(f"sessions: {{S04: {{escort_changes: [{change}]}}}}").escort_changes[0]
    assert (row.session, row.replaced, row.substitute, row.reason) == ("S04", "甲示例", "乙示例", "生病")
    assert (row.notified_at, row.notified_to) == ("2026-09-08 08:00", "甲示例")


def test_after_the_closing_meeting_nothing_is_left_to_fill_in() -> None:
    assert not view("agenda_source: ours", meetings="{closing: {start: 2026-09-09T15:00}}").ended
    assert view("agenda_source: ours", meetings="{closing: {end: 2026-09-09T16:00}}").ended


def test_what_both_sides_agreed_on_an_audit_from_afar_is_printed() -> None:
    shown = view("remote: {platform: 会议软件, recording: false, consent: 只共享屏幕}")
    assert (shown.platform, shown.recording, shown.consent) == ("会议软件", "否", "只共享屏幕")


def test_our_audit_of_a_customer_says_that_it_is_ours() -> None:
    assert view("agenda_source: ours", audit="{direction: outbound}").direction == "我司稽核客户"
