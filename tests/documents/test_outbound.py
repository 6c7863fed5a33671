"""The forms of an audit of ours speak of our team and our conclusion, and in no word of visitors."""

from auditdocs.documents import KINDS
from auditdocs.documents.on_site.meeting_sheet import OpeningSheetView
from auditdocs.documents.outbound import OUTBOUND, TITLES
from auditdocs.documents.preparation.contact_sheet import ContactSheetView
from tests.documents.small import AUDIT, made, small


def test_every_word_that_is_otherwise_is_a_word_of_its_form() -> None:
    unknown = [(kind, name) for kind, words in OUTBOUND.items() for name in words if name not in KINDS[kind].words]
    assert not unknown
    assert set(TITLES) <= set(KINDS)


def test_no_word_is_said_otherwise_in_vain() -> None:
    same = [(kind, name) for kind, words in OUTBOUND.items() for name, said in words.items() if KINDS[kind].words[name] == said]
    assert not same


OURS = {
    f"{AUDIT}/audit.yaml": "direction: outbound",
    f"{AUDIT}/contact_sheet.yaml": """
        customer: C0001
        visitor_count: 1
        visitors: [{name: 甲示例, role: lead, person: P0001}]
        approvals:
          - {role: prepared, person: P0001, at: 2026-09-20T09:00}
          - {role: confirmed, external: {name: 孙工, org: 样例客户}, at: 2026-09-22T09:00}
        """,
    f"{AUDIT}/meetings.yaml": "opening: {start: 2026-10-12T09:00}",
}


def test_the_contact_sheet_of_an_audit_of_ours_is_a_notice() -> None:
    notice = made("contact_sheet", "AUD-2026-001", small(OURS))
    assert (notice.title.zh, notice.words["visitors"].zh, notice.words["channel"].zh) == ("稽核通知", "稽核组", "")
    assert isinstance(notice.view, ContactSheetView)
    assert [(one.role, one.name) for one in notice.view.signatures] == [("发出（质量部）", "甲示例"), ("客户确认", "孙工 样例客户")]
    assert notice.view.visitors[0].organization == "质量部"


def test_our_auditors_sign_in_on_our_side() -> None:
    sheet = made("meeting_sheet", "AUD-2026-001", small(OURS), "opening").view
    assert isinstance(sheet, OpeningSheetView)
    assert [one.name for one in sheet.ours][:1] == ["甲示例"]
    assert [one.name for one in sheet.visitors] == []


def test_a_contact_sheet_of_theirs_does_not_rest_on_what_says_whose_audit_it_is() -> None:
    theirs = {**OURS, f"{AUDIT}/audit.yaml": "coordinator: P0001"}
    records = small(theirs).watched()
    made("contact_sheet", "AUD-2026-001", records)
    assert f"records/{AUDIT}/audit.yaml" not in records.sources()
    records = small(OURS).watched()
    made("contact_sheet", "AUD-2026-001", records)
    assert f"records/{AUDIT}/audit.yaml" in records.sources()


def test_a_notice_leaves_out_what_only_an_announcement_has_unless_it_is_recorded() -> None:
    asked = OURS[f"{AUDIT}/contact_sheet.yaml"].rstrip() + "\n        info_source: {channel: phone}\n"
    bare, told = (made("contact_sheet", "AUD-2026-001", small(files)) for files in (OURS, {**OURS, f"{AUDIT}/contact_sheet.yaml": asked}))
    assert (bare.words["channel"].zh, bare.words["received_at"].zh) == ("", "")
    assert (told.words["channel"].zh, told.words["received_at"].zh) == ("接收渠道", "")
