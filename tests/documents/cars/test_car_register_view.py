"""CARs and packages become a register: cut by year and customer, reckoned to a day."""

from auditdocs.documents.cars.car_register import CarRegisterView
from auditdocs.documents.cars.car_register_rows import car_row
from auditdocs.entry import Records
from auditdocs.view_parts import Sheet
from tests.documents.small import AUDIT, made, small, subjects

OTHER = "audits/2026/AUD-2026-002"
DUE = "due: {plan: 2026-11-18, implementation: 2026-12-01}"
FILES = {
    f"{AUDIT}/contact_sheet.yaml": "customer: C0001",
    f"{OTHER}/contact_sheet.yaml": "customer: C0002",
    "customers/C0002/profile.yaml": "{name: 别家客户, code: ELSE}",
    f"{AUDIT}/cars/CAR-2025-0009.yaml": "{owner_department: QA, source: internal, issued_on: 2025-12-30, closed_on: 2026-01-09, closed_by: P0001}",
    f"{AUDIT}/cars/CAR-2026-0001.yaml": f"{{owner_department: MFG, issued_on: 2026-11-05, received_on: 2026-11-05, {DUE}}}",
    f"{AUDIT}/cars/CAR-2026-0002.yaml": "{owner_department: MFG, issued_on: 2026-08-01, responses: [{round: 1, decision: rejected}]}",
    f"{OTHER}/cars/CAR-2026-0003.yaml": "{owner_department: SAL, issued_on: 2026-11-19, responses: [{round: 1, decision: accepted}]}",
    f"{AUDIT}/submissions/SUB-2026-001.yaml": (
        "{kind: plan, cars: [CAR-2026-0001, CAR-2026-0002], customer_due: 2026-09-20, sent_to_customer_at: 2026-09-22T09:00,"
        " sent_to_customer_by: P0002, customer_response: {at: 2026-09-23T10:00, results: {CAR-2026-0002: {result: rejected, comment: 缺证据}}}}"
    ),
    f"{OTHER}/submissions/SUB-2026-002.yaml": "{kind: plan, cars: [CAR-2026-0003], customer_due: 2026-11-10}",
}


def records() -> Records:
    return small(FILES)


def view(key: str) -> CarRegisterView:
    shown = made("car_register", key, records()).view
    assert isinstance(shown, CarRegisterView)
    return shown


def test_there_is_a_workbook_and_a_register_for_each_year_of_issue_and_each_customer() -> None:
    assert subjects("car_register", records()) == [("all", ""), ("2025", ""), ("2026", ""), ("C0001", ""), ("C0002", "")]


def test_a_customers_register_names_no_other_customer() -> None:
    shown = view("C0001")
    assert [row.number for row in shown.rows] == ["CAR-2025-0009", "CAR-2026-0001", "CAR-2026-0002"]
    assert [row.number for row in shown.packages] == ["SUB-2026-001"]
    assert "别家客户" not in repr(shown)


def test_it_asks_only_for_the_cars_of_that_customers_audits() -> None:
    asked = records().watched()
    made("car_register", "C0002", asked)
    rows = {read[2] for read in asked.reads if read[0] == "row"}
    assert rows == {"CAR-2026-0003", "SUB-2026-002"}
    assert ("index", "contact_sheet", "customer", "C0002") in asked.reads


def test_the_day_tells_the_age_and_what_is_overdue() -> None:
    rows = {row.number: row for row in view("2026").rows}
    late = rows["CAR-2026-0001"]
    assert (late.age, late.due, late.step, late.overdue, late.escalated) == ("15", "2026-11-18", "措施计划", "2", "部门负责人")
    assert (rows["CAR-2026-0002"].age, rows["CAR-2026-0002"].overdue, rows["CAR-2026-0002"].escalated) == ("111", "", "")


def test_a_closed_cars_age_ends_with_its_closing() -> None:
    (row,) = view("2025").rows
    assert (row.age, row.closed_on, row.overdue) == ("10", "2026-01-09", "")


def test_a_package_sent_or_still_to_be_sent_after_the_customers_date_is_late() -> None:
    assert {row.number: row.late for row in view("2026").packages} == {"SUB-2026-001": "2", "SUB-2026-002": "10"}


def test_the_figures_are_counted_from_the_rows() -> None:
    figures = {one.label: one.value for one in view("2026").figures}
    assert (figures["CAR 总数"], figures["未关闭"], figures["逾期"], figures["已关闭"]) == ("3", "3", "1", "0")
    assert figures["一次通过率"] == "1 / 2 (50 %)"
    assert figures["按时提交率"] == "0 / 2 (0 %)"  # one went out late, one did not go out by its day


def test_open_cars_fall_into_the_buckets_of_their_age() -> None:
    ages = {one.label: one.value for one in view("2026").ageing}
    assert ages == {"0–7 天": "1", "8–14 天": "0", "15–30 天": "1", "31–60 天": "0", "61–90 天": "0", "> 90 天": "1"}


def test_the_workbook_has_days_as_days_and_figures_as_figures() -> None:
    sheets = made("car_register", "all", records()).view
    assert isinstance(sheets, tuple)
    cars, packages = sheets
    assert isinstance(cars, Sheet)
    row = dict(zip((title for title, _ in cars.columns), cars.rows[1], strict=True))
    assert (str(row["开具日期"]), row["天数"], row["逾期天数"]) == ("2026-11-05", 15, 2)
    assert len(packages.rows) == 2


def test_a_row_is_plain_data_without_the_day() -> None:
    found = records()
    row = car_row(found, "CAR-2026-0001")
    assert row is not None
    assert row["dues"] == [["plan", "2026-11-18"], ["implementation", "2026-12-01"]]
    assert not any(read[0] in ("as_of", "day") for read in found.reads)
