"""What `new` writes: the next number, records that pass `check` but for what it says is missing, examples that are right, dates by the profile."""

import io
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, RootModel

from auditdocs.commands.init import run_init
from auditdocs.commands.new import KINDS, run_new
from auditdocs.commands.new_file import Asked
from auditdocs.console import Console
from auditdocs.examine import Examined, examine
from auditdocs.inputs import File
from auditdocs.load import load
from auditdocs.problem import AuditdocsError, Problem
from auditdocs.records import ROOMS
from auditdocs.room import RecordType
from auditdocs.shape import Group, Many, Numbered, shapes
from auditdocs.skeleton import field_by_itself, fields_of, row_by_itself

TODAY = date(2026, 11, 23)
AUDIT = "AUD-2026-001"
FOLDER = f"records/audits/2026/{AUDIT}"
SHEET = """customer: C0001
planned_start: 2026-11-16
planned_end: 2026-11-17
info_source: {channel: email, received_at: 2026-11-02T09:00, received_by: P0001}
approvals:
  - {role: received, person: P0001, at: 2026-11-03T09:00}
"""
FINDINGS = """items:
  F01: {type: nc, grade: minor, statement: 'Two, signatures: missing', evidence: [record 7], departments: [MFG], position: agreed,
        criterion: {criterion: ISO9001-2015, clause: 8.5.1}}
"""
CAR = """findings: [F01]
source: onsite_conclusion
owner_department: MFG
issued_on: 2026-11-17
issued_by: P0001
received_on: 2026-11-18
due: {plan: 2026-11-24, customer_response: 2026-11-27}
responses:
  - {round: 1, submitted_at: 2026-11-20T09:00, by: P0001, cause: nobody took over, actions: the form gets a line}
"""
MUST_BE_FILLED_IN = {
    "hold": {"hold.incomplete", "hold.holds-nothing"},
    "disposal": {"disposal.not-due"},  # the audit of the test is not closed
    "tombstone": {"tombstone.incomplete"},
    "audit": {"audit.coordinator-missing"},
    "car": {"car.owner-missing", "car.issuer-missing"},
}
ONE_PERSON_ONLY = {"disposal.too-few-appraisers"}  # there is but one to stand in the example
WITHOUT_EXAMPLES = {"template", "submission"}  # what a package starts with is taken from its CARs
PARTS = {  # any other record is one of the audit
    "prep_meeting": Asked("AUD-2026-002"),
    "checklist": Asked(AUDIT, bank="CL-ISO9001-2015"),
    "findings": Asked("AUD-2026-002"),
    "car": Asked(AUDIT, finding="F01"),
    "customer": Asked(name="Sample: Motors, Ltd. #1"),
    "person": Asked("王示例"),
    "criterion": Asked("CSR-ACME-3.1"),
    "question_bank": Asked("CL-ACME-2026"),
    "programme": Asked("2026"),
    "policy": Asked("XY-QP-CA-02", name="示例制度"),
    "change_request": Asked("XY-FM-CA-09"),
    "hold": Asked(),
    "access_log": Asked("2026"),
    "template": Asked("car"),
}


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A new workspace with a customer, two audits and a finding."""
    folder = tmp_path / "own"
    run_init(folder, Console("en", io.StringIO(), io.StringIO()))
    new(folder, "customer", Asked(name="Sample Motors"))
    write(folder, f"{FOLDER}/contact_sheet.yaml", SHEET)
    write(folder, f"{FOLDER}/findings.yaml", FINDINGS)
    write(folder, "records/audits/2026/AUD-2026-002/contact_sheet.yaml", SHEET)
    write(folder, "records/audits/2026/AUD-2026-002/audit.yaml", "{coordinator: P0001, grading_scheme: iso_nc}\n")
    return folder


def write(folder: Path, path: str, text: str) -> None:
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, "utf-8")


def new(folder: Path, kind: str, asked: Asked, day: date = TODAY) -> list[str]:
    out = io.StringIO()
    run_new(folder, Console("en", out, io.StringIO()), kind, asked, day)
    return out.getvalue().splitlines()


def prepare(folder: Path, kind: str) -> None:
    """What there must be before some records can be made."""
    if kind == "car":
        write(folder, f"{FOLDER}/audit.yaml", "{coordinator: P0001, grading_scheme: iso_nc}\n")
    if kind == "submission":
        write(folder, f"{FOLDER}/cars/CAR-2026-0001.yaml", CAR)


def problems(folder: Path, path: str) -> list[Problem]:
    return [one for one in seen(folder).checked.problems if one.place.path == path]


def seen(folder: Path) -> Examined:
    return examine(folder, TODAY)


def uncommented(text: str) -> str:
    return "".join(line.removeprefix("# ") for line in text.splitlines(keepends=True))


def asked_for(kind: str) -> Asked:
    return PARTS.get(kind, Asked(AUDIT))


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_record_passes_but_for_what_must_be_filled_in_and_says_so(workspace: Path, kind: str) -> None:
    prepare(workspace, kind)
    path, *said = new(workspace, kind, asked_for(kind))
    found = problems(workspace, path)
    assert {one.code for one in found} == MUST_BE_FILLED_IN.get(kind, set())
    assert all(any(one.what("en", show_values=True) in line for line in said) for one in found)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in WITHOUT_EXAMPLES])
def test_its_examples_are_right_once_they_are_uncommented(workspace: Path, kind: str) -> None:
    prepare(workspace, kind)
    if kind == "meetings":
        write(workspace, f"{FOLDER}/prep_meeting.yaml", "{at: 2026-11-04T09:00, chair: P0001}\n")
    path = new(workspace, kind, replace(asked_for(kind), bank=""))[0]
    before = (workspace / path).read_text("utf-8")
    write(workspace, path, uncommented(before))
    assert uncommented(before) != before
    assert {one.code for one in problems(workspace, path)} <= MUST_BE_FILLED_IN.get(kind, set()) | ONE_PERSON_ONLY


@pytest.mark.parametrize("room", ROOMS.types.values(), ids=lambda room: room.name)
def test_a_skeleton_starts_with_a_few_fields_that_there_are(room: RecordType[Any]) -> None:
    assert len({path.partition(".")[0] for path in room.starts_with}) <= 15
    assert [path for path in room.starts_with if not _leads_somewhere(room.model, path)] == []


def _leads_somewhere(model: type[BaseModel], path: str) -> bool:
    name, _, rest = path.partition(".")
    shape = shapes(model).get(name)
    while isinstance(shape, Many | Numbered):
        shape = shape.inner
    return shape is not None and (not rest or (isinstance(shape, Group) and _leads_somewhere(shape.model, rest)))


@pytest.mark.parametrize("room", [room for room in ROOMS.types.values() if not room.front_matter], ids=lambda room: room.name)
def test_what_explain_shows_of_a_field_may_be_put_into_a_record(room: RecordType[Any]) -> None:
    names = {
        "year": "2026",
        "audit": AUDIT,
        "car": "CAR-2026-0001",
        "submission": "SUB-2026-001",
        "person": "P0001",
        "customer": "C0001",
        "criterion": "X1",
        "checklist": "CL-X1",
        "hold": "HLD-2026-001",
        "disposal": "DSP-2026-001",
        "filed": AUDIT,
        "request": "DCR-2026-001",
    }
    path = "records/" + room.file_of(**names)
    texts = ["\n".join(row_by_itself(room, "zh"))] if issubclass(room.model, RootModel) else []
    texts += ["\n".join(field_by_itself(room, name, "zh")) for name in fields_of(room)]
    for text in texts:
        loaded = load([File(path, text.encode())], ROOMS, TODAY)
        assert {one.code for one in loaded.problems} <= {"schema.missing-field", "yaml.empty-file"}, text


def test_numbers_are_the_next_ones_of_all_branches(workspace: Path) -> None:
    for command in (
        "init -q -b main",
        "add -A",
        "-c user.name=Sample -c user.email=sample@example.com commit -q -m start",
        "switch -q -c other",
    ):
        subprocess.run(["git", *command.split()], cwd=workspace, check=True)
    write(workspace, "records/audits/2026/AUD-2026-009/contact_sheet.yaml", SHEET)
    write(workspace, "records/customers/C0041/profile.yaml", "name: Sample\n")
    subprocess.run(["git", "add", "-A"], cwd=workspace, check=True)
    commit = "-c user.name=Sample -c user.email=sample@example.com commit -q -m more"
    subprocess.run(["git", *commit.split()], cwd=workspace, check=True)
    subprocess.run(["git", "switch", "-q", "main"], cwd=workspace, check=True)
    assert new(workspace, "audit", Asked(customer="C0001"))[0] == "records/audits/2026/AUD-2026-010/contact_sheet.yaml"
    assert new(workspace, "audit", Asked(customer="C0001"))[0] == "records/audits/2026/AUD-2026-011/contact_sheet.yaml"
    assert new(workspace, "audit", Asked(customer="C0001", year=2027))[0] == "records/audits/2027/AUD-2027-001/contact_sheet.yaml"
    assert new(workspace, "customer", Asked(name="Sample"))[0] == "records/customers/C0042/profile.yaml"
    assert new(workspace, "person", Asked(name="Sample"))[0] == "records/people/P0002.yaml"


def test_a_cars_dates_are_those_of_the_grades_profile(workspace: Path) -> None:
    write(workspace, f"{FOLDER}/audit.yaml", "{coordinator: P0001, grading_scheme: iso_nc}\n")
    text = (workspace / new(workspace, "car", Asked(AUDIT, finding="F01"))[0]).read_text("utf-8")
    assert text.partition("\ndue:\n")[2].partition("\n\n")[0].splitlines() == [
        "  containment: 2026-11-25",  # 2 working days
        "  root_cause: 2026-12-07",  # 10
        "  plan: 2026-12-14",  # 15
        "  implementation: 2027-01-22",  # 60 days
        "  verification: 2027-02-21",  # 90
    ]
    assert "按期限方案 iso-minor 自开具日 2026-11-23 计算" in text
    assert "findings: [F01]\n" in text
    assert "statement: 'Two, signatures: missing'\n" in text


def test_a_package_holds_the_cars_that_wait_for_it_with_the_customers_date(workspace: Path) -> None:
    write(workspace, f"{FOLDER}/cars/CAR-2026-0001.yaml", CAR)
    write(workspace, f"{FOLDER}/cars/CAR-2026-0002.yaml", CAR.partition("responses:")[0])
    write(workspace, f"{FOLDER}/cars/CAR-2026-0003.yaml", CAR.replace("onsite_conclusion", "internal"))
    path = new(workspace, "submission", Asked(AUDIT))[0]
    assert path == f"{FOLDER}/submissions/SUB-2026-001.yaml"
    text = (workspace / path).read_text("utf-8")
    assert "\nkind: plan\n" in text
    assert "\ncars: [CAR-2026-0001]\n" in text
    assert "\ncustomer_due: 2026-11-27\n" in text


def test_without_a_car_that_waits_there_is_no_package(workspace: Path) -> None:
    with pytest.raises(AuditdocsError, match="no CAR of AUD-2026-001 waits"):
        new(workspace, "submission", Asked(AUDIT))


def test_they_are_never_later_than_the_customers(workspace: Path) -> None:
    write(workspace, f"{FOLDER}/audit.yaml", "{coordinator: P0001, grading_scheme: iso_nc}\n")
    write(workspace, f"{FOLDER}/conclusion.yaml", "customer_due_date: 2026-12-01\n")
    text = (workspace / new(workspace, "car", Asked(AUDIT, finding="F01"))[0]).read_text("utf-8")
    assert "  root_cause: 2026-12-01\n  plan: 2026-12-01\n  customer_response: 2026-12-01\n" in text


def test_they_are_never_before_the_day_of_issue_where_the_customers_has_passed(workspace: Path) -> None:
    write(workspace, f"{FOLDER}/audit.yaml", "{coordinator: P0001, grading_scheme: iso_nc}\n")
    write(workspace, f"{FOLDER}/conclusion.yaml", "{received_at: 2026-11-16T09:00, customer_due_date: 2026-11-18}\n")
    path = new(workspace, "car", Asked(AUDIT, finding="F01"))[0]
    text = (workspace / path).read_text("utf-8")
    assert "  containment: 2026-11-23\n  root_cause: 2026-11-23\n  plan: 2026-11-23\n  customer_response: 2026-11-18\n" in text
    codes = {one.code for one in examine(workspace, date(2026, 11, 23)).checked.problems if one.place.path == path}
    assert "car.overdue" in codes
    assert codes.isdisjoint({"car.due-before-issue", "car.dues-out-of-order", "car.due-after-customer-date"})


def test_without_a_profile_they_are_left_to_the_author(workspace: Path) -> None:
    text = (workspace / new(workspace, "car", Asked(AUDIT, finding="F01"))[0]).read_text("utf-8")
    assert "\ndue:\n#   containment: 2026-11-23\n" in text


def test_a_checklist_takes_all_questions_of_a_bank(workspace: Path) -> None:
    new(workspace, "checklist", Asked(AUDIT, bank="CL-ISO9001-2015"))
    records = seen(workspace).loaded.records
    bank, checklist = records.get_of("question_bank", "CL-ISO9001-2015"), records.get_of("checklist", AUDIT)
    assert bank
    assert checklist
    assert checklist.record.template == "CL-ISO9001-2015"
    asked = {number: one for section in bank.record.sections.values() for number, one in section.items.items()}
    assert list(checklist.record.items) == list(asked)
    assert all(str(item.text) == str(asked[number].text) for number, item in checklist.record.items.items())


@pytest.mark.parametrize(
    ("kind", "asked", "said"),
    [
        ("audit", Asked(), "name the customer: --customer C0001; there are: C0001"),
        ("audit", Asked(customer="C001"), "there is no customer C001; did you mean C0001?"),
        ("audit", Asked(customer="C0009"), "there is no customer C0009"),
        ("plan", Asked(), "name the audit: new audit_plan AUD-2026-001; there are: AUD-2026-001, AUD-2026-002"),
        ("car", Asked(AUDIT), "name the finding: --finding F01; there are: F01"),
        ("car", Asked("AUD-2026-002"), "AUD-2026-002 has no findings yet: auditdocs new findings AUD-2026-002"),
        ("person", Asked(), "name the person: --name NAME"),
        ("plam", Asked(AUDIT), "cannot make a new plam; known: "),
    ],
)
def test_what_is_missing_on_the_command_line_is_named_with_what_there_is(workspace: Path, kind: str, asked: Asked, said: str) -> None:
    with pytest.raises(AuditdocsError) as error:
        new(workspace, kind, asked)
    assert error.value.message("en").startswith(said)


def test_what_cannot_be_read_is_not_said_to_be_missing(workspace: Path) -> None:
    write(workspace, "records/customers/C0001/profile.yaml", "name: [")
    with pytest.raises(AuditdocsError, match="C0001 cannot be read: auditdocs check"):
        new(workspace, "audit", Asked(customer="C0001"))


def test_what_is_there_is_not_touched(workspace: Path) -> None:
    with pytest.raises(AuditdocsError, match="is there already and was not touched"):
        new(workspace, "findings", Asked(AUDIT))
    assert (workspace / f"{FOLDER}/findings.yaml").read_text("utf-8") == FINDINGS


def test_a_policy_gets_its_next_revision_once_the_last_is_in_force(workspace: Path) -> None:
    first = new(workspace, "policy", Asked("XY-QP-CA-02", name="示例制度"))[0]
    with pytest.raises(AuditdocsError, match="A-0 has no effective date yet"):
        new(workspace, "policy", Asked("XY-QP-CA-02"))
    text = (workspace / first).read_text("utf-8")
    write(workspace, first, text.replace("effective_on:", "effective_on: 2026-11-01"))
    assert new(workspace, "policy", Asked("XY-QP-CA-02"))[0] == "records/policies/XY-QP-CA-02/A-1.md"


def test_examples_speak_the_language_of_the_workspace(workspace: Path) -> None:
    settings = workspace / "auditdocs.toml"
    settings.write_text(settings.read_text("utf-8").replace('["zh"]', '["en"]'), "utf-8")
    text = (workspace / new(workspace, "person", Asked(name="A. Sample"))[0]).read_text("utf-8")
    assert "#     title: Quality engineer\n" in text
