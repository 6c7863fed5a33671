"""A CAR's record becomes the finished words of its form."""

from collections.abc import Mapping

from auditdocs.documents.cars.car import CarView
from auditdocs.documents.cars.car_rows import DueRow, ExtensionRow
from auditdocs.inputs import File
from auditdocs.labels import Languages
from auditdocs.load import load
from auditdocs.records import ROOMS
from auditdocs.view_parts import Signature
from tests.documents.small import AUDIT, DAY, made, small, subjects

SHEET = {f"{AUDIT}/contact_sheet.yaml": "customer: C0001"}
FINDINGS = {
    f"{AUDIT}/audit.yaml": "{label: 年度审核, grading_scheme: iso_nc}",
    f"{AUDIT}/findings.yaml": """
        items:
          F01:
            type: nc
            grade: minor
            customer_finding_no: X-1
            criterion: {criterion: ISO9001-2015, clause: 8.5.1}
            requirement: 要求甲
            statement: 描述乙
            evidence: [证据一, 证据二]
            location: 三车间
        """,
    "criteria/ISO9001-2015.yaml": """
        title: {zh: 质量管理体系, en: Quality management systems}
        edition: "2015"
        clauses: [{clause: 8.5.1, title: {zh: 生产控制, en: Control of production}}]
        """,
}


def view(car: str, more: Mapping[str, str] = SHEET, languages: Languages = ("zh",)) -> CarView:
    records = small({f"{AUDIT}/cars/CAR-2026-0001.yaml": car, **more}, languages)
    shown = made("car", "CAR-2026-0001", records).view
    assert isinstance(shown, CarView)
    return shown


def test_a_skeleton_is_a_form_to_fill_in_by_hand() -> None:
    shown = view("owner_department: MFG")
    assert (shown.number, shown.department, shown.customer) == ("CAR-2026-0001", "制造部", "样例客户")
    assert [row.step for row in shown.dues] == ["围堵", "原因分析", "措施计划", "回复客户", "实施", "验证", "客户关闭"]
    assert not any(box.ticked for box in (*shown.source, *shown.method, *shown.confirmation_result))
    assert shown.signatures == (Signature("编制"), Signature("审核"), Signature("批准"))
    assert (shown.title, shown.owner, shown.state, shown.containment, shown.attachments) == ("", "", "草稿", (), ())


def test_there_is_room_to_answer_until_there_are_actions_and_to_close_until_it_is_closed_or_void() -> None:
    ended = "closed_on: 2026-03-01", "void: {date: 2026-03-01, by: P0001, reason: 误开}"
    action = "corrective_actions: [{action: 修订指导书}]"
    shown = [view(f"{{owner_department: MFG, {more}}}") for more in ("title: 甲", action, *ended)]
    assert [(one.answered, one.ended) for one in shown] == [(False, False), (True, False), (True, True), (True, True)]


def test_a_record_says_its_words_in_the_documents_languages() -> None:
    shown = view("{owner_department: MFG, owner: P0001, source: complaint}", languages=("en", "zh"))
    assert (shown.department, shown.owner) == ("Manufacturing 制造部", "Jia Sample 甲示例")
    assert [box.words for box in shown.source if box.ticked] == ["Complaint 投诉"]


def test_type_grade_and_facts_are_those_of_its_finding() -> None:
    shown = view("{owner_department: MFG, findings: [F01]}", {**SHEET, **FINDINGS})
    assert (shown.audit, shown.type, shown.grade) == ("AUD-2026-001 年度审核", "不符合项", "一般不符合")
    (row,) = shown.nonconformities
    assert (row.number, row.customer_number, row.location) == ("F01", "X-1", "三车间")
    assert row.criterion == "质量管理体系 2015 8.5.1 生产控制"
    assert (row.requirement, row.statement, row.evidence) == ("要求甲", "描述乙", "证据一\n证据二")


def test_a_finding_that_is_not_there_leaves_its_number() -> None:
    (row,) = view("{owner_department: MFG, findings: [F07]}").nonconformities
    assert (row.number, row.statement) == ("F07", "")


def test_a_moved_date_stands_beside_the_one_first_promised() -> None:
    shown = view(
        """
        owner_department: MFG
        due: {containment: 2026-09-11, implementation: 2026-11-27}
        extensions:
          - {which: implementation, from: 2026-10-20, to: 2026-11-27, reason: 交货推迟, approved_by: P0001, customer_approved: true}
        containment: [{action: 全检, done_on: 2026-09-10}]
        received_on: 2026-09-09
        """
    )
    rows = {row.step: row for row in shown.dues}
    assert rows["围堵"] == DueRow(step="围堵", due="2026-09-11", extended_to="", reached_on="2026-09-10")
    assert rows["实施"] == DueRow(step="实施", due="2026-10-20", extended_to="2026-11-27", reached_on="")
    assert shown.extensions == (
        ExtensionRow(
            step="实施",
            from_date="2026-10-20",
            to_date="2026-11-27",
            reason="交货推迟",
            approved_by="甲示例",
            customer_approved="是",
        ),
    )


def test_a_members_department_is_that_of_the_day_of_issue() -> None:
    before = view("{owner_department: MFG, issued_on: 2026-06-30, team: [{person: P0001, role: 组长}]}")
    after = view("{owner_department: MFG, issued_on: 2026-07-01, team: [{person: P0001, role: 组长}]}")
    assert (before.team[0].department, after.team[0].department) == ("制造部", "质量部")


def test_causes_are_those_stated_and_else_where_the_chains_end() -> None:
    shown = view(
        """
        owner_department: MFG
        root_cause:
          method: 5why
          statement: {escape: 巡检表缺项}
          verified_by: 重现试验
          ishikawa: {man: 调岗}
          chains:
            - {type: occurrence, steps: [{why: 为何, because: 无人接替}, {why: 再问, because: 流程缺移交}]}
            - {type: escape, steps: [{because: 没有看}]}
        """
    )
    causes = [(row.type, row.statement, row.verified_by) for row in shown.root_causes]
    assert causes == [("发生", "流程缺移交", "重现试验"), ("流出", "巡检表缺项", "重现试验")]
    assert [(row.category, row.causes) for row in shown.ishikawa][:2] == [("人", "调岗"), ("机", "")]
    assert [step.number for step in shown.chains[0].steps] == ["1", "2"]


PLAN = """
    kind: plan
    cars: [CAR-2026-0001]
    customer_due: 2026-09-25
    sent_to_customer_at: 2026-09-24T09:00
    sent_to_customer_by: P0002
    customer_response: {at: 2026-09-25T10:00+09:00, results: {CAR-2026-0001: {result: accepted, comment: 请附照片}}}
    """


def test_a_package_for_the_customer_is_a_submission_and_a_round_for_quality_a_review() -> None:
    shown = view(
        """
        owner_department: MFG
        due: {customer_response: 2026-09-25}
        responses:
          - {round: 1, submitted_at: 2026-09-20T08:00, by: P0001,
             decision: rejected, decided_by: qa, decided_at: 2026-09-21T09:00, comment: 缺证据}
          - {round: 2, submitted_at: 2026-09-23T17:00, by: P0001,
             decision: accepted, decided_by: customer, decided_at: 2026-09-25T10:00+09:00}
        """,
        {**SHEET, f"{AUDIT}/submissions/SUB-2026-001.yaml": PLAN},
    )
    (review,) = shown.reviews
    assert (review.round, review.by, review.date, review.comment) == ("R1", "质量部", "2026-09-21 09:00", "缺证据")
    assert [box.words for box in review.decision if box.ticked] == ["退回"]
    (sent,) = shown.submissions
    assert (sent.number, sent.customer_due, sent.sent_on, sent.sent_by) == ("SUB-2026-001", "2026-09-25", "2026-09-24 09:00", "乙示例")
    assert sent.response == "接受\n2026-09-25 10:00 +09:00\n请附照片"
    assert {row.step: row.reached_on for row in shown.dues}["回复客户"] == "2026-09-24"
    assert [row.round for row in shown.responses] == ["R1", "R2"]


def test_what_took_it_off_its_way_is_told_with_who_and_why() -> None:
    shown = view(
        """
        owner_department: MFG
        void: {date: 2026-10-01, by: P0001, reason: 重复, approved_by: P0002, duplicate_of: CAR-2026-0009, dispute: D01}
        """
    )
    (event,) = shown.events
    assert (event.date, event.event) == ("2026-10-01", "作废")
    assert event.by == "甲示例\n批准人：乙示例"
    assert event.reason == "重复\n重复于：CAR-2026-0009\n异议：D01"


def test_a_rejection_stays_beside_the_agreement_that_followed() -> None:
    shown = view(
        """
        owner_department: MFG
        approvals:
          - {role: approved, person: P0002, at: 2026-10-02T09:00}
          - {role: approved, person: P0001, at: 2026-10-01T09:00, decision: reject, comment: 证据不足}
          - {role: customer, external: {name: 王工, title: 主任, org: 样例客户}, at: 2026-10-03T09:00}
        """
    )
    assert shown.signatures == (
        Signature("编制"),
        Signature("审核"),
        Signature("批准：不同意", "甲示例", "2026-10-01 09:00\n证据不足"),
        Signature("批准", "乙示例", "2026-10-02 09:00"),
        Signature("客户", "王工 主任 样例客户", "2026-10-03 09:00"),
    )


def test_files_named_as_evidence_are_listed_once_after_those_with_a_title() -> None:
    shown = view(
        """
        owner_department: MFG
        attachments: [{file: a/photo.jpg, title: 照片, origin: ours, confidentiality: restricted}]
        correction: [{action: 补签, evidence: [a/photo.jpg, a/list.pdf]}]
        customer_confirmation: {attachment: a/list.pdf}
        """
    )
    rows = [(row.number, row.title, row.file, row.origin, row.confidentiality) for row in shown.attachments]
    assert rows == [("1", "照片", "a/photo.jpg", "我方", "机密"), ("2", "纠正 1", "a/list.pdf", "", "")]


def test_it_is_kept_and_named_as_its_record_says() -> None:
    records = small({f"{AUDIT}/cars/CAR-2026-0001.yaml": "{owner_department: MFG, languages: [en]}", **SHEET})
    document = made("car", "CAR-2026-0001", records)
    assert document.folder == "audits/AUD-2026-001"
    assert document.name == "CAR-2026-0001 Corrective Action Request"
    assert (document.confidentiality, document.retention) == ("confidential", "CA-3Y 3 years")
    assert document.about == (f"records/{AUDIT}/cars/CAR-2026-0001.yaml",)


def test_a_car_that_cannot_be_read_is_a_subject_too() -> None:
    broken = File(f"records/{AUDIT}/cars/CAR-2026-0002.yaml", b"owner: [")
    assert subjects("car", load([broken], ROOMS, DAY).records) == [("CAR-2026-0002", "")]
