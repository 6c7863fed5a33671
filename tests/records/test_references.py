"""Every reference has somebody who knows where it leads, and advice names what was meant."""

from auditdocs.check import check
from auditdocs.entry import Records
from auditdocs.inputs import File
from auditdocs.load import load
from auditdocs.problem import Problem
from auditdocs.records import ROOMS
from auditdocs.records.references import TARGETS
from auditdocs.shape import Group, Leaf, Many, Numbered, Shape, shapes
from tests.records.small import TODAY

AUDIT = "records/audits/2026/AUD-2026-001"
CUSTOMER = {"records/customers/C0001/profile.yaml": "name: 示例客户\n"}
PEOPLE = {"records/people/P0001.yaml": "name: {zh: 王示例, en: Wang Sample}\n", "records/people/P0002.yaml": "name: 李示例\n"}


def problems_of(files: dict[str, str]) -> tuple[Problem, ...]:
    loaded = load((File(path, text.encode()) for path, text in files.items()), ROOMS, TODAY)
    return check(loaded.records, ROOMS, loaded.problems).problems


def references_of(shape: Shape) -> set[str]:
    match shape:
        case Leaf(word):
            return {word.refers} - {""}
        case Many(inner):
            return references_of(inner)
        case Numbered(inner=inner):
            return references_of(inner)
        case Group(model):
            return {name for inner in shapes(model).values() for name in references_of(inner)}


def test_every_kind_of_reference_has_a_target() -> None:
    used = {name for room in ROOMS.types.values() for name in references_of(Group(room.model))}
    assert used - {"attachment"} <= set(TARGETS)
    assert {"person", "department", "finding", "item", "session"} <= used


def test_a_name_instead_of_a_number_is_answered_with_the_number() -> None:
    for name in ("王示例", "Wang Sample", "wang sample"):
        (problem,) = problems_of({**CUSTOMER, **PEOPLE, "records/customers/C0001/profile.yaml": f"name: 客户\nregional_manager: {name}\n"})
        assert problem.code == "schema.bad-id"
        assert problem.message("zh", show_values=True).endswith("应写 P0001")
        assert problem.message("en", show_values=True).endswith("write P0001")


def test_a_name_two_people_bear_is_not_guessed() -> None:
    people = {"records/people/P0001.yaml": "name: 王示例\n", "records/people/P0002.yaml": "name: 王示例\n"}
    (problem,) = problems_of({**people, "records/customers/C0001/profile.yaml": "name: 客户\nregional_manager: 王示例\n"})
    assert "P0001" not in problem.message("zh", show_values=True)


def test_what_cannot_be_read_is_not_missing() -> None:
    files = {"records/people/P0001.yaml": "name: [\n", "records/customers/C0001/profile.yaml": "name: 客户\nregional_manager: P0001\n"}
    assert {problem.place.path for problem in problems_of(files)} == {"records/people/P0001.yaml"}


def test_an_unreadable_neighbour_does_not_silence_a_wrong_reference() -> None:
    files = {"records/people/P0001.yaml": "name: [\n", "records/customers/C0001/profile.yaml": "name: 客户\nregional_manager: P0009\n"}
    assert "reference.not-found" in {problem.code for problem in problems_of(files)}


def test_findings_of_an_unreadable_file_are_not_missed() -> None:
    files = {
        **CUSTOMER,
        f"{AUDIT}/contact_sheet.yaml": "customer: C0001\n",
        f"{AUDIT}/findings.yaml": "items: [\n",
        f"{AUDIT}/cars/CAR-2026-0001.yaml": "owner_department: QA\nfindings: [F01]\n",
    }
    assert {problem.place.path for problem in problems_of(files)} == {f"{AUDIT}/findings.yaml"}


def test_without_a_table_of_departments_its_codes_are_not_each_called_unknown() -> None:
    files = {"records/org/organization.yaml": "name: 示例公司\n", "records/people/P0001.yaml": "name: 王示例\nposts: [{department: QA}]\n"}
    assert [problem.code for problem in problems_of(files)] == ["organization.no-departments"]


def test_the_number_of_a_thing_in_its_own_table_leads_nowhere() -> None:
    files = {**CUSTOMER, f"{AUDIT}/contact_sheet.yaml": "customer: C0001\n", f"{AUDIT}/plan.yaml": "sessions:\n  S01: {place: 会议室}\n"}
    assert "reference.not-found" not in {problem.code for problem in problems_of(files)}


def test_a_finding_of_another_audit_is_named_with_its_audit() -> None:
    def codes(finding: str) -> set[str]:
        other = "records/audits/2026/AUD-2026-002"
        files = {
            **CUSTOMER,
            f"{AUDIT}/contact_sheet.yaml": "customer: C0001\n",
            f"{other}/contact_sheet.yaml": "customer: C0001\n",
            f"{other}/findings.yaml": "items:\n  F01: {type: observation, statement: 样件无编号}\n",
            f"{AUDIT}/cars/CAR-2026-0001.yaml": f"owner_department: QA\nfindings: [{finding}]\n",
        }
        return {problem.code for problem in problems_of(files)}

    assert "reference.not-found" in codes("F01")
    assert "reference.not-found" not in codes("AUD-2026-002/F01")
    assert "reference.not-found" in codes("AUD-2026-003/F01")


def test_records_know_what_was_recorded_for_an_attachment() -> None:
    loaded = load(
        (), ROOMS, TODAY, attachments={"x/attachments/a.pdf": "1" * 64}, sums={"x/attachments/SHA256SUMS": f"{'2' * 64}  a.pdf\n"}
    )
    records: Records = loaded.records
    assert records.has_file("x/attachments/a.pdf")
    assert records.digest_of_file("x/attachments/a.pdf") == "1" * 64
    assert records.recorded_digest("x/attachments/a.pdf") == "2" * 64
    assert records.recorded_digest("x/attachments/b.pdf") is None
