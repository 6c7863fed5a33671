"""An audit → what of us it concerns: the departments that answer for it, the areas its visitors see, whether we expect them."""

from collections.abc import Iterator

from auditdocs.entry import Records
from auditdocs.records.on_site.checklist import Checklist
from auditdocs.records.preparation.audit_plan import AuditPlan, Session
from auditdocs.records.preparation.contact_sheet import ContactSheet

ON_THE_FLOOR = ("process", "lab", "warehouse")


def allocated_departments(records: Records, audit: str) -> tuple[str, ...]:
    """Those to which the checklist is allocated; without a checklist those that the plan visits."""
    checklist, plan = records.get(Checklist, audit), records.get(AuditPlan, audit)
    if checklist and checklist.record.items:
        found = [item.owner_department for item in checklist.record.items.values() if item.owner_department]
    else:
        sessions = plan.record.sessions.values() if plan else ()
        found = [department for session in sessions for department in session.auditee_departments]
    return tuple(dict.fromkeys(found))


def toured(records: Records, audit: str) -> Iterator[tuple[str, str]]:
    """The areas that the visitors see: session and department; where no session is a tour, those on the shop floor."""
    plan, sheet = records.get(AuditPlan, audit), records.get(ContactSheet, audit)
    if plan is None or (sheet and sheet.record.mode == "remote"):
        return
    on_site = {number: session for number, session in plan.record.sessions.items() if not session.remote_link}
    tours = {number: session for number, session in on_site.items() if session.stage == "site_tour"}
    for number, session in (tours or _on_the_floor(on_site)).items():
        yield from ((number, department) for department in session.auditee_departments)


def _on_the_floor(sessions: dict[str, Session]) -> dict[str, Session]:
    return {number: session for number, session in sessions.items() if session.stage in ON_THE_FLOOR}


def is_announced(records: Records, audit: str) -> bool:
    """Whether there was time to prepare: nobody announces an unannounced audit."""
    sheet = records.get(ContactSheet, audit)
    return sheet is None or sheet.record.audit_type != "unannounced"


def expects_visitors(records: Records, audit: str) -> bool:
    """Whether somebody comes to us."""
    sheet = records.get(ContactSheet, audit)
    return sheet is None or sheet.record.mode != "remote"
