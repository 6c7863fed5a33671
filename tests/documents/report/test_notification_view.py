"""The notification tells each department what it has to answer, in which way and by when."""

from auditdocs.documents.report.notification import NotificationView
from tests.documents.demonstration import job


def shown(audit: str) -> NotificationView:
    view = job("notification", audit, "pdf").document.view
    assert isinstance(view, NotificationView)
    return view


def test_every_finding_but_a_good_practice_says_how_it_is_answered() -> None:
    told = {row.number: (row.answer, row.due) for row in shown("AUD-2026-014").findings}
    assert told["F01"] == ("CAR-2026-0029", "2026-09-24")
    assert told["F04"] == ("填写答复", "2026-10-16")
    assert "F06" not in told


def test_a_nonconformity_without_a_car_waits_for_one() -> None:
    assert {row.number: row.answer for row in shown("AUD-2026-017").findings}["F02"] == "CAR to be issued"


def test_a_department_reads_its_findings_its_cars_and_its_first_date() -> None:
    rows = {row.department: (row.findings, row.cars, row.due) for row in shown("AUD-2026-014").departments}
    assert rows["制造部"] == ("F02、F03", "CAR-2026-0030、CAR-2026-0031", "2026-09-24")
    assert rows["销售部"] == ("—", "—", "—")


def test_the_report_says_what_became_of_a_dispute() -> None:
    view = job("audit_report", "AUD-2026-014", "pdf").document.view
    [row] = view.disputes  # type: ignore[attr-defined]  # the view of this kind
    assert (row.number, row.about) == ("D01", "F04")
    assert row.outcome == "改变等级\n原等级：一般不符合\n裁定理由：没有混用的证据，改为观察项"
