"""What visitors need who are not in the room, or walk through the workshop: a link and consent, protective equipment (LOG-002)."""

from collections.abc import Iterator

from auditdocs.entry import Entry, Records, Violation
from auditdocs.records.lacking import first_lacking
from auditdocs.records.preparation.audit_plan import AuditPlan, RemoteMeans
from auditdocs.records.preparation.contact_sheet import MODE, ContactSheet
from auditdocs.room import rule

Plan = Entry[AuditPlan]


def _is_remote(entry: Plan, records: Records) -> str:
    """The mode of an audit some of which is done from afar; empty where all are on site."""
    sheet = records.get(ContactSheet, entry.key)
    mode = sheet.record.mode if sheet else None
    return mode if mode in ("remote", "hybrid") else ""


@rule(
    "plan.without-remote-link",
    "ISO 19011 A.16",
    catalogue="LOG-002",
    zh="审核方式是{mode}，日程却没有一场写远程链接",
    en="the mode of the audit is '{mode}', but no session has a link",
    do_zh="在远程的场次写 remote_link",
    do_en="write 'remote_link' in the sessions that are held from afar",
    at="ready",
    severity="warning",
)
def without_remote_link(entry: Plan, records: Records) -> Iterator[Violation]:
    mode = _is_remote(entry, records)
    if mode and not any(session.remote_link for session in entry.record.sessions.values()):
        yield entry.at_name("sessions", mode=MODE.label(mode))


@rule(
    "plan.without-remote-consent",
    "ISO 19011 A.16",
    catalogue="LOG-002",
    zh="审核方式是{mode}，没有写{label}（{field}）",
    en="the mode of the audit is '{mode}', but this is not recorded: {label} ({field})",
    do_zh="写如 remote: {platform: 会议平台, recording: false, consent: 双方同意的内容}",
    do_en="write it like remote: {platform: name, recording: false, consent: what both sides agreed to}",
    at="ready",
    severity="warning",
)
def without_remote_consent(entry: Plan, records: Records) -> Iterator[Violation]:
    mode, means = _is_remote(entry, records), entry.record.remote or RemoteMeans()
    for name, words in first_lacking(means, "platform", "recording", "consent").items() if mode else ():
        yield entry.at("remote", mode=MODE.label(mode), field=name, label=words)


@rule(
    "plan.site-tour-without-ppe",
    "ISO 45001 8.1",
    catalogue="LOG-002",
    zh="场次 {session} 走进现场，没有写劳动防护用品",
    en="the session {session} leads through the workshop, but no protective equipment is named",
    do_zh="写 ppe: 如安全鞋、反光背心；不需要时写明",
    do_en="write 'ppe', such as safety shoes and vest; say so where none is needed",
    at="ready",
    severity="warning",
)
def site_tour_without_ppe(entry: Plan, records: Records) -> Iterator[Violation]:
    for number, session in entry.record.sessions.items():
        if session.stage == "site_tour" and not session.ppe and _is_remote(entry, records) != "remote":
            yield entry.at("sessions", number, session=number)


REMOTE_RULES = (without_remote_link, without_remote_consent, site_tour_without_ppe)
