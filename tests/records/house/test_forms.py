"""A document prints the registered form, else the program's with the company's prefix."""

from datetime import date

from auditdocs.records.house.forms import form_of
from tests.records.small import records_of

REGISTER = "car: {number: XY-FM-CA-19, revision: B/2, title: 整改单, effective_on: 2026-07-01}\n"
COMPANY = "name: 示例公司\ndocument_prefix: AB\n"
DEPARTMENTS = "QA: {name: 质量部}\n"


def test_the_register_says_number_and_revision() -> None:
    form = form_of(records_of({"records/org/forms.yaml": REGISTER}), "car")
    assert (form.number, form.revision, str(form.title)) == ("XY-FM-CA-19", "B/2", "整改单")


def test_a_form_counts_from_the_day_it_takes_effect() -> None:
    records = records_of({"records/org/forms.yaml": REGISTER})
    assert form_of(records, "car", date(2026, 7, 1)).revision == "B/2"
    assert form_of(records, "car", date(2026, 6, 30)).revision == "A/0"


def test_a_form_that_is_not_registered_has_the_companys_prefix() -> None:
    records = records_of({"records/org/organization.yaml": COMPANY, "records/org/departments.yaml": DEPARTMENTS})
    form = form_of(records, "audit_report")
    assert (form.number, form.revision) == ("AB-FM-CA-12", "A/0")
    assert form.title
    assert form.title.en == "Audit Report"
