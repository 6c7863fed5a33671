"""The meetings of an audit become two sheets to sign."""

from auditdocs.document import Request, Subject
from auditdocs.documents import KINDS
from auditdocs.documents.on_site.meeting_sheet import ClosingSheetView, OpeningSheetView
from auditdocs.labels import Languages
from tests.documents.small import AUDIT, DAY, made, small, subjects

SHEET = """
customer: C0001
planned_start: 2026-09-08
planned_end: 2026-09-09
visitors:
  - {name: 王工, title: SQE, org: 样例客户, role: lead}
  - {name: 李工, role: auditor}
  - {name: 赵师傅, role: driver}
"""
HELD = """
opening:
  start: 2026-09-08T09:00
  end: 2026-09-08T09:35
  place: 一号会议室
  chair: P0001
  attendees: {ours: [P0001, P0002], customer: [王工, 顾工]}
  agenda: [introductions, safety]
closing:
  start: 2026-09-09T15:00
  end: 2026-09-09T16:00
  findings_presented: true
  response_deadline: 2026-09-25
  next_steps: 两周内提交措施
"""
FINDINGS = """
items:
  F01: {type: nc, statement: 首件未确认, customer_finding_no: SAMP-1, departments: [MFG], position: agreed, confirmed_at_closing: true}
  F02: {type: observation, statement: 样件未编号}
  F03: {type: good_practice, statement: 工位绑定}
"""


def opening(meetings: str, languages: Languages = ("zh",), **others: str) -> OpeningSheetView:
    shown = _made("opening", meetings, languages, others)
    assert isinstance(shown, OpeningSheetView)
    return shown


def closing(meetings: str, languages: Languages = ("zh",), **others: str) -> ClosingSheetView:
    shown = _made("closing", meetings, languages, others)
    assert isinstance(shown, ClosingSheetView)
    return shown


def _made(variant: str, meetings: str, languages: Languages, others: dict[str, str]) -> object:
    written = {"contact_sheet": SHEET, "meetings": meetings, **others}
    files = {f"{AUDIT}/{name}.yaml": text for name, text in written.items()}
    return made("meeting_sheet", "AUD-2026-001", small(files, languages), variant).view


def test_each_meeting_has_a_sheet_of_its_own() -> None:
    records = small({f"{AUDIT}/meetings.yaml": HELD})
    assert subjects("meeting_sheet", records) == [("AUD-2026-001", "opening"), ("AUD-2026-001", "closing")]
    names = [made("meeting_sheet", "AUD-2026-001", records, one).name for one in ("opening", "closing")]
    assert names == ["AUD-2026-001 首次会议记录与签到", "AUD-2026-001 末次会议记录与签到"]


def test_the_meeting_stands_above_who_was_there() -> None:
    facts = opening(HELD).meeting
    assert (facts.customer, facts.audit_date, facts.place, facts.chair) == ("样例客户", "2026-09-08 ~ 2026-09-09", "一号会议室", "甲示例")
    assert (facts.start, facts.end) == ("2026-09-08 09:00", "2026-09-08 09:35")


def test_what_was_spoken_of_is_ticked_among_all_that_may_be() -> None:
    agenda = opening(HELD).agenda
    assert [box.words for box in agenda if box.ticked] == ["双方介绍", "安全"]
    assert len(agenda) == 8


def test_both_sides_sign_in_by_hand_with_what_they_were_on_the_day() -> None:
    shown = opening(HELD)
    assert [(row.number, row.name, row.title, row.organization, row.signature) for row in shown.ours] == [
        ("1", "甲示例", "质量工程师", "质量部", ""),
        ("2", "乙示例", "客户经理", "销售部", ""),
    ]
    assert [(row.name, row.title, row.organization) for row in shown.visitors] == [("王工", "SQE", "样例客户"), ("顾工", "", "")]


def test_before_the_meeting_the_sheet_names_who_is_expected_and_leaves_lines_for_others() -> None:
    plan = """
        sessions:
          S01: {stage: opening, start: 2026-09-08T09:00, place: 二号会议室}
          S02: {stage: process, escorts: [P0002], guides: [P0001]}
        """
    shown = opening("opening: {}", plan=plan, audit="{coordinator: P0001}")
    assert (shown.meeting.start, shown.meeting.place, shown.meeting.end) == ("2026-09-08 09:00", "二号会议室", "")
    assert [row.name for row in shown.ours] == ["甲示例", "乙示例", "", "", ""]
    assert [row.name for row in shown.visitors] == ["王工", "李工", "", "", ""]
    assert [row.number for row in shown.ours] == ["1", "2", "3", "4", "5"]


def test_every_finding_is_on_the_closing_sheet_with_what_we_said_to_it() -> None:
    shown = closing(HELD, findings=FINDINGS)
    assert [(row.number, row.type, row.position, row.confirmed) for row in shown.findings] == [
        ("F01\nSAMP-1", "不符合项", "同意", "是"),
        ("F02", "观察项", "", ""),
        ("F03", "良好实践", "", ""),
    ]
    assert shown.findings[0].departments == "制造部"


def test_a_finding_taken_back_in_a_dispute_is_not_confirmed() -> None:
    disputes = "items: {D01: {finding: F02, raised_at: 2026-09-09T14:00, outcome: withdrawn, decided_at: 2026-09-09T15:30}}"
    shown = closing(HELD, findings=FINDINGS, disputes=disputes)
    assert [row.confirmed for row in shown.findings] == ["是", "否", ""]


def test_disputes_stand_as_they_stood_when_the_meeting_ended() -> None:
    disputes = """
        items:
          D01: {finding: F01, raised_at: 2026-09-09T14:00, outcome: upheld, decided_at: 2026-09-09T15:30, auditor: 王工, reason: 有证据}
          D02: {finding: F02, raised_at: 2026-09-09T14:10, outcome: upheld, decided_at: 2026-09-12T10:00, auditor: 李工, reason: 复核过}
          D03: {finding: F02, raised_at: 2026-09-11T10:00, late: true, late_accepted_by: 王工}
        """
    shown = closing(HELD, findings=FINDINGS, disputes=disputes)
    assert [(row.number, row.outcome, row.decided) for row in shown.disputes] == [
        ("D01", "维持原判\n裁定理由：有证据", "王工\n2026-09-09 15:30"),
        ("D02", "未定", ""),
    ]


def test_a_finding_taken_back_after_the_meeting_is_not_yet_so_on_its_sheet() -> None:
    disputes = "items: {D01: {finding: F02, raised_at: 2026-09-09T14:00, outcome: withdrawn, decided_at: 2026-09-12T10:00}}"
    shown = closing(HELD, findings=FINDINGS, disputes=disputes)
    assert [row.confirmed for row in shown.findings] == ["是", "", ""]


def test_the_deadline_is_a_day_or_left_to_the_report() -> None:
    assert closing(HELD).response_deadline == "2026-09-25"
    assert closing("closing: {deadline_by_report: true}").response_deadline == "期限以书面报告为准"
    assert closing(HELD, ("en",)).findings_presented == "Yes"


def test_until_the_meeting_has_ended_there_is_room_to_write() -> None:
    assert not closing("closing: {start: 2026-09-09T15:00}").held
    assert closing(HELD).held


def test_who_signed_the_record_signed_its_closing_not_its_opening() -> None:
    signed = (
        HELD
        + """
approvals: [{role: customer, external: {name: 王工, org: 样例客户}, at: 2026-09-09T16:05}]
"""
    )
    assert [(one.role, one.name) for one in opening(signed).signatures] == [("记录人", ""), ("我方代表", ""), ("客户方代表", "")]
    assert [(one.role, one.name) for one in closing(signed).signatures][2] == ("客户方代表", "王工 样例客户")


def test_an_audit_broken_off_has_no_empty_closing_sheet() -> None:
    files = {f"{AUDIT}/meetings.yaml": "opening: {start: 2026-09-08T09:00}", f"{AUDIT}/audit.yaml": "aborted: {date: 2026-09-08}"}
    assert KINDS["meeting_sheet"].make(small(files), Subject("AUD-2026-001", "closing"), Request(DAY)) is None


def test_where_nobody_is_expected_yet_the_form_has_its_own_empty_lines() -> None:
    shown = opening("opening: {place: 一号会议室}", contact_sheet="customer: C0001")
    assert (shown.ours, shown.visitors) == ((), ())
