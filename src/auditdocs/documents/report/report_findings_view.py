"""Findings of an audit → what the report says of each and of all: sections 5 to 7, the counts of section 4, section 10."""

from collections.abc import Iterable, Iterator, Mapping

from auditdocs.documents.chart import bar_chart
from auditdocs.documents.report.report_rows import AnalysisRow, CountRow, FindingBlock, GoodPracticeRow, ImprovementRow, PositionRow
from auditdocs.documents.words import Writing, labelled, lines
from auditdocs.field import label
from auditdocs.problem import Words
from auditdocs.records.audit.audit_grading import scheme_of_audit
from auditdocs.records.cars.car import Car
from auditdocs.records.cars.car_findings import cars_of
from auditdocs.records.on_site.finding import FINDING_TYPE, POSITION, Finding, FindingResponse
from auditdocs.state import standing
from auditdocs.view_parts import Picture

GOOD_PRACTICE = "good_practice"
ANSWERED = ("observation", "improvement")  # by a response of their own, where no CAR was issued
UNGRADED = Words("未分级", "Not graded")

Numbered = Mapping[str, Finding]


def grade_words(write: Writing, audit_id: str, grade: str | None) -> str:
    """The name its scheme gives a grade; the code where it has none."""
    scheme = scheme_of_audit(write.records, audit_id)
    graded = scheme.finding_grades.get(grade) if scheme and grade else None
    return write.name(graded.name) if graded else grade or ""


def findings_in_full(write: Writing, audit_id: str, findings: Numbered) -> Iterator[FindingBlock]:
    """Every finding but the good practices."""
    for number, one in findings.items():
        if one.type != GOOD_PRACTICE:
            yield _block(write, audit_id, number, one)


def _block(write: Writing, audit_id: str, number: str, one: Finding) -> FindingBlock:
    kind, response = write.choice(FINDING_TYPE, one.type), one.response or FindingResponse()
    return FindingBlock(
        number=number,
        customer_number=one.customer_finding_no or "",
        type=kind,
        grade=_unless(kind, grade_words(write, audit_id, one.grade)),
        criterion=_criterion(write, one),
        items=write.listed(one.item_refs),
        process=one.process or "",
        location=one.location or "",
        departments=write.departments(one.departments),
        auditor=one.auditor or "",
        raised_at=write.moment(one.raised_at),
        confirmed_at_closing=write.yes_no(one.confirmed_at_closing),
        position=write.choice(POSITION, one.position),
        requirement=write.text(one.requirement),
        evidence=write.texts(one.evidence),
        statement=write.text(one.statement),
        repeat=" ".join(filter(None, (write.yes_no(one.repeat), write.listed(one.similar_to)))),
        risk=write.text(one.risk),
        cars=lines(*_cars(write, audit_id, number)) or ("—" if one.response else ""),
        response=labelled(write, response, "cause", "correction", "action", "preventive"),
        response_owner=write.person(response.owner),
        response_due=write.day(response.due),
        response_done=" ".join(filter(None, (write.day(response.done_on), write.person(response.verified_by)))),
    )


def _unless(known: str, words: str) -> str:
    """Words that say more than what is known already: an observation graded `observation` is said once."""
    return "" if words == known else words


def _criterion(write: Writing, one: Finding) -> str:
    return write.clause(one.criterion.criterion, one.criterion.clause) if one.criterion else ""


def _cars(write: Writing, audit_id: str, number: str) -> Iterator[str]:
    for car in cars_of(write.records, audit_id, number):
        found = standing(write.records, car, "car")
        yield " ".join(filter(None, (car.key, write.words(found.words) if found else "")))


def good_practices(write: Writing, audit_id: str, findings: Numbered) -> Iterator[GoodPracticeRow]:
    """What others may learn from; with what else is recorded of it."""
    for number, one in findings.items():
        if one.type != GOOD_PRACTICE:
            continue
        block = _block(write, audit_id, number, one)
        position = "" if one.position == "agreed" else block.position
        written = (("item_refs", block.items), ("similar_to", block.repeat), ("position", position), ("response", block.response))
        more = labelled(write, one, "customer_finding_no", "requirement", "evidence", "risk", *written)
        answered = " ".join(filter(None, (block.response_owner, block.response_due, block.response_done)))
        yield GoodPracticeRow(
            number=number,
            criterion=block.criterion,
            statement=lines(block.statement, more, answered),
            location=lines(block.process, block.location),
            departments=block.departments,
            auditor=lines(block.auditor, block.raised_at),
        )


def positions(write: Writing, findings: Numbered) -> Iterator[PositionRow]:
    """The findings with which a department does not, or not wholly, agree."""
    for number, one in findings.items():
        if one.position in ("disputed", "partly"):
            yield PositionRow(
                finding=number,
                position=write.choice(POSITION, one.position),
                departments=write.departments(one.departments),
                statement=write.text(one.statement),
            )


def groups(write: Writing, audit_id: str, findings: Numbered) -> dict[tuple[str, str], tuple[str, ...]]:
    """Numbers of the findings by type and grade, in the order of the lists: the gravest first."""
    scheme = scheme_of_audit(write.records, audit_id)
    grades = (*(scheme.finding_grades if scheme else ()), *sorted({one.grade for one in findings.values() if one.grade}), None)
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for kind in FINDING_TYPE.choices:
        for grade in dict.fromkeys(grades):
            numbers = tuple(number for number, one in findings.items() if (one.type, one.grade) == (kind, grade))
            if numbers:
                found[kind, grade or ""] = numbers
    return found


def count_rows(write: Writing, audit_id: str, findings: Numbered) -> Iterator[CountRow]:
    """How many findings of each type and grade."""
    for (kind, grade), numbers in groups(write, audit_id, findings).items():
        yield CountRow(
            type=write.choice(FINDING_TYPE, kind),
            grade=grade_words(write, audit_id, grade) or write.words(UNGRADED),
            count=str(len(numbers)),
            numbers=write.listed(numbers),
        )


def chart(write: Writing, audit_id: str, findings: Numbered) -> Picture:
    """The same counts drawn: a bar for each type and grade."""
    return bar_chart([(_short(row), int(row.count)) for row in count_rows(write, audit_id, findings)])


def _short(row: CountRow) -> str:
    return row.type if row.type == row.grade else f"{row.type} · {row.grade}"


def analysis(write: Writing, findings: Numbered) -> Iterator[AnalysisRow]:
    """On which clauses, processes and departments the findings lie, the most first; good practices do not count."""
    counted = {number: one for number, one in findings.items() if one.type != GOOD_PRACTICE}
    of: Mapping[str, Mapping[str, Iterable[str]]] = {
        "criterion": {number: (_criterion(write, one),) for number, one in counted.items()},
        "process": {number: (one.process or "",) for number, one in counted.items()},
        "departments": {number: map(write.department, one.departments) for number, one in counted.items()},
    }
    for name, values in of.items():
        yield from _ranked(write, write.words(label(Finding, name)), values)


def _ranked(write: Writing, by: str, values: Mapping[str, Iterable[str]]) -> Iterator[AnalysisRow]:
    numbers: dict[str, list[str]] = {}
    for number, found in values.items():
        for one in filter(None, found):
            numbers.setdefault(one, []).append(number)
    for what, found in sorted(numbers.items(), key=lambda pair: -len(pair[1])):
        yield AnalysisRow(by=by, what=what, count=str(len(found)), numbers=write.listed(found))


def improvements(write: Writing, findings: Numbered) -> Iterator[ImprovementRow]:
    """What the auditors suggest, and what is made of it."""
    for number, one in findings.items():
        if one.type in ANSWERED:
            response = one.response or FindingResponse()
            yield ImprovementRow(
                number=number,
                type=write.choice(FINDING_TYPE, one.type),
                statement=write.text(one.statement),
                action=write.text(response.action),
                owner=write.person(response.owner),
                due=write.day(response.due),
                done_on=write.day(response.done_on),
            )


def lessons(write: Writing, learned: Iterable[str], cars: Iterable[tuple[str, Car]]) -> Iterator[str]:
    """What the audit taught, and what its CARs did."""
    yield from learned
    for number, car in cars:
        if car.lessons:
            yield f"{number} {write.text(car.lessons)}"
