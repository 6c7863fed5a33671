"""Every Word template that ships: its name, its page, its scale, its blocks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tools.word_templates.forms import checklist, disposal, meeting_sheet
from tools.word_templates.forms.agenda import agenda
from tools.word_templates.forms.audit_report import audit_report
from tools.word_templates.forms.car import car
from tools.word_templates.forms.change_request import change_request
from tools.word_templates.forms.contact_sheet import contact_sheet
from tools.word_templates.forms.distribution_list import distribution_list
from tools.word_templates.forms.eight_d import eight_d
from tools.word_templates.forms.management_review import management_review
from tools.word_templates.forms.notification import notification
from tools.word_templates.forms.policy import policy
from tools.word_templates.forms.preaudit_report import preaudit_report
from tools.word_templates.forms.preparation_minutes import preparation_minutes
from tools.word_templates.forms.reception_sheet import reception_sheet
from tools.word_templates.forms.record_sheet import record_sheet
from tools.word_templates.forms.submission import submission
from tools.word_templates.package import package
from tools.word_templates.page import Page
from tools.word_templates.styles import BOOK, FORM, SHEET, Scale
from tools.word_templates.xml import Blocks

_UPRIGHT, _LYING = Page(), Page(landscape=True)


@dataclass(frozen=True, slots=True)
class Form:
    """One template."""

    blocks: Callable[[], Blocks]
    scale: Scale = FORM
    page: Page = _UPRIGHT

    def content(self) -> bytes:
        """The bytes of its .docx."""
        return package(self.page, self.scale, self.blocks())


FORMS: Mapping[str, Form] = {
    "contact_sheet/contact_sheet": Form(contact_sheet),
    "checklist/blank": Form(checklist.blank, page=_LYING),
    "checklist/preparation": Form(checklist.preparation, page=_LYING),
    "checklist/on_site": Form(checklist.on_site, page=_LYING),
    "checklist/result": Form(checklist.result, page=_LYING),
    "preparation_minutes/preparation_minutes": Form(preparation_minutes),
    "preaudit_report/preaudit_report": Form(preaudit_report, page=_LYING),
    "agenda/agenda": Form(agenda, page=_LYING),
    "reception_sheet/reception_sheet": Form(reception_sheet),
    "meeting_sheet/opening": Form(meeting_sheet.opening),
    "meeting_sheet/closing": Form(meeting_sheet.closing),
    "car/car": Form(car),
    "eight_d/eight_d": Form(eight_d),
    "record_sheet/record_sheet": Form(record_sheet, SHEET),
    "submission/submission": Form(submission),
    "audit_report/audit_report": Form(audit_report, BOOK),
    "notification/notification": Form(notification),
    "disposal_appraisal/disposal_appraisal": Form(disposal.appraisal, page=_LYING),
    "disposal_list/disposal_list": Form(disposal.destruction_list, page=_LYING),
    "disposal_certificate/disposal_certificate": Form(disposal.certificate),
    "management_review/management_review": Form(management_review),
    "policy/policy": Form(policy, BOOK),
    "change_request/change_request": Form(change_request),
    "distribution_list/distribution_list": Form(distribution_list, page=_LYING),
}
