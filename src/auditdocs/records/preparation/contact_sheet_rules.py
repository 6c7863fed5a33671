"""What a contact sheet must say before it goes out (CS-001, CS-002, CS-008, CS-009); here all its rules come together."""

from collections.abc import Iterator

from auditdocs.entry import Entry, Records, Violation
from auditdocs.problem import Words
from auditdocs.records.audit.audit import Audit, where_we_are_audited
from auditdocs.records.base import approval
from auditdocs.records.lacking import first_lacking, lacking
from auditdocs.records.life_rules import LIFE_RULES
from auditdocs.records.preparation.contact_sheet import ContactSheet, DatesConfirmed
from auditdocs.records.preparation.contact_sheet_documents import DOCUMENT_RULES
from auditdocs.records.preparation.contact_sheet_notice import NOTICE_RULES
from auditdocs.records.preparation.contact_sheet_scope import SCOPE_RULES
from auditdocs.records.preparation.contact_sheet_signatures import SIGNATURE_RULES
from auditdocs.records.preparation.contact_sheet_visitors import VISITOR_RULES
from auditdocs.records.privacy_rules import cross_border, visitor_data_kept
from auditdocs.room import RecordType, rule

Sheet = Entry[ContactSheet]
MIN_PROFILE = 20  # characters: what the departments need to know of the customer does not fit in fewer
ALWAYS = ("auditing_party", "customer_profile", "info_source", "audit_type", "audit_purpose", "management_systems", "mode", "visitor_count")
AGREED = ("planned_start", "planned_end", "scope", "auditor_count")


@rule(
    "contact-sheet.incomplete",
    "001i 6.1.2",
    catalogue="CS-001",
    zh="联络单缺少 {field}（{label}）",
    en="the contact sheet lacks {field} ({label})",
    do_zh="请填写 {field}",
    do_en="fill in {field}",
    at="contacted",
)
@where_we_are_audited
def incomplete(entry: Sheet, records: Records) -> Iterator[Violation]:
    for name, words in lacking(entry.record, *ALWAYS).items():
        yield entry.at(name, field=name, label=words)
    for name, words in lacking(entry.record.auditing_party, "type").items():
        yield entry.at("auditing_party", name, field=f"auditing_party.{name}", label=words)


@rule(
    "contact-sheet.source-incomplete",
    "001i 4.2.1",
    catalogue="CS-001",
    zh="信息来源缺少 {field}（{label}）",
    en="the source of the information lacks {field} ({label})",
    do_zh="在 info_source 下填写 {field}",
    do_en="fill in {field} below info_source",
    at="contacted",
)
@where_we_are_audited
def source_incomplete(entry: Sheet, records: Records) -> Iterator[Violation]:
    for name, words in lacking(entry.record.info_source, "channel", "received_at", "received_by").items():
        yield entry.at("info_source", name, field=name, label=words)


@rule(
    "contact-sheet.profile-too-short",
    "001i 6.1.2",
    catalogue="CS-001",
    zh="客户简介只有 {count} 个字符，至少 {least} 个",
    en="the customer profile has {count} characters, at least {least} are needed",
    do_zh="写明行业、合作年限、产品和采购额",
    do_en="say in which industry, since when, what and how much the customer buys",
    at="contacted",
)
@where_we_are_audited
def profile_too_short(entry: Sheet, records: Records) -> Iterator[Violation]:
    profile = entry.record.customer_profile
    if profile and len(str(profile)) < MIN_PROFILE:
        yield entry.at("customer_profile", count=len(str(profile)), least=MIN_PROFILE)


@rule(
    "contact-sheet.dates-or-scope-missing",
    "001i 6.1.1",
    catalogue="CS-002",
    zh="还没有同客户商定 {field}（{label}）",
    en="{field} ({label}) is not settled with the customer",
    do_zh="向客户确认后填写 {field}",
    do_en="ask the customer and fill in {field}",
    at="contacted",
)
def dates_or_scope_missing(entry: Sheet, records: Records) -> Iterator[Violation]:
    for name, words in lacking(entry.record, *AGREED).items():
        yield entry.at(name, field=name, label=words)


@rule(
    "contact-sheet.not-confirmed-with-customer",
    "001i 6.1.1",
    catalogue="CS-002",
    zh="没有写明客户何时、由谁确认了审核日期、范围和人数：缺少 {field}（{label}）",
    en="it is not recorded who of the customer confirmed dates, scope and numbers, and when: {field} ({label}) is missing",
    do_zh="写 dates_confirmed: {example}",
    do_en="write dates_confirmed: {example}",
    at="contacted",
)
@where_we_are_audited
def not_confirmed_with_customer(entry: Sheet, records: Records) -> Iterator[Violation]:
    confirmed = entry.record.dates_confirmed or DatesConfirmed.model_construct(with_=None, at=None, by=None)
    for name, words in first_lacking(confirmed, "with_", "at", "by").items():
        example = "{with: …, at: 2026-08-05T15:00, by: P0021}"
        yield entry.at("dates_confirmed", field=name.rstrip("_"), label=words, example=example)


@rule(
    "contact-sheet.confirmed-with-customer-late",
    "001i 6.1.1",
    catalogue="CS-002",
    zh="{confirmed} 才同客户确认日期、范围和人数，联络单已于 {sent} 发出",
    en="dates, scope and numbers were confirmed with the customer at {confirmed}, after the contact sheet went out at {sent}",
    do_zh="应先同客户确认，再发联络单；请更正时间，发出后的变更写 revisions",
    do_en="this comes before the contact sheet goes out; correct the time, or record a later change below 'revisions'",
)
def confirmed_with_customer_late(entry: Sheet, records: Records) -> Iterator[Violation]:
    confirmed, sent, issued = entry.record.dates_confirmed, approval(entry.record, "confirmed"), approval(entry.record, "prepared")
    audit = records.get(Audit, entry.key)
    was_changed = entry.record.revisions or (audit and audit.record.postponed)
    if confirmed and confirmed.at and sent and confirmed.at > sent.at and not was_changed and not (issued and issued.at > sent.at):
        yield entry.at("dates_confirmed", "at", confirmed=confirmed.at, sent=sent.at)


@rule(
    "contact-sheet.ends-before-it-starts",
    "001i 6.1.1",
    catalogue="CS-009",
    zh="计划结束 {end} 早于计划开始 {start}",
    en="the planned end {end} lies before the planned start {start}",
    do_zh="请更正 planned_start 或 planned_end",
    do_en="correct planned_start or planned_end",
)
def ends_before_it_starts(entry: Sheet, records: Records) -> Iterator[Violation]:
    start, end = entry.record.planned_start, entry.record.planned_end
    if start and end and end < start:
        yield entry.at("planned_end", end=end, start=start)


@rule(
    "contact-sheet.starts-before-it-was-known",
    "001i 4.2.1",
    catalogue="CS-009",
    zh="计划开始 {start} 早于获得审核信息的 {received_at}",
    en="the planned start {start} lies before the audit became known on {received_at}",
    do_zh="请更正日期；飞行审核写 audit_type: unannounced",
    do_en="correct the date; for an unannounced audit write audit_type: unannounced",
)
def starts_before_it_was_known(entry: Sheet, records: Records) -> Iterator[Violation]:
    sheet = entry.record
    known = sheet.info_source.received_at if sheet.info_source else None
    if known and sheet.planned_start and sheet.planned_start < known.date() and sheet.audit_type != "unannounced":
        yield entry.at("planned_start", start=sheet.planned_start, received_at=known.date())


def customer_of(entry: Entry[ContactSheet]) -> Iterator[str]:
    """The audits of one customer."""
    yield entry.record.customer


def customer_and_year(entry: Entry[ContactSheet]) -> Iterator[str]:
    """The audits of one customer in one year."""
    yield f"{entry.record.customer} {entry.key[4:8]}"


CONTACT_SHEET = RecordType(
    name="contact_sheet",
    title=Words("客户审核联络单", "Customer audit contact sheet"),
    model=ContactSheet,
    path="audits/{year}/{audit}/contact_sheet.yaml",
    key="{audit}",
    scope="{audit}",
    owner="SAL",
    confidentiality="internal",
    retention="CA-3Y",
    lives=("contact_sheet", "audit"),
    signed_as=("prepared", "confirmed", "received"),
    goes_on=("revisions", "withdrawn"),
    rules=(
        incomplete,
        source_incomplete,
        profile_too_short,
        dates_or_scope_missing,
        not_confirmed_with_customer,
        *DOCUMENT_RULES,
        confirmed_with_customer_late,
        ends_before_it_starts,
        starts_before_it_was_known,
        *VISITOR_RULES,
        *SIGNATURE_RULES,
        *NOTICE_RULES,
        *SCOPE_RULES,
        *LIFE_RULES,
        visitor_data_kept,
        cross_border,
    ),
    indexes={"customer": customer_of, "customer and year": customer_and_year},
    starts_with=(
        "customer",
        "auditing_party.type",
        "customer_profile",
        "info_source.channel",
        "info_source.received_at",
        "info_source.received_by",
        "audit_type",
        "audit_purpose",
        "management_systems",
        "criteria",
        "scope.sites",
        "scope.products",
        "scope.processes",
        "scope.shifts",
        "mode",
        "planned_start",
        "planned_end",
        "visitor_count",
        "auditor_count",
        "visitors.name",
        "visitors.title",
        "visitors.role",
        "visitors.language",
    ),
    shown_to_customers=True,
)
