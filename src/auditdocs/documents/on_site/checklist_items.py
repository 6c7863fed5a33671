"""The questions of a checklist or a question bank → the items of a form's variant."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from auditdocs.documents.on_site.checklist import BlankItem, ChecklistItem, OnSiteItem, PreparationItem, ResultItem
from auditdocs.documents.report.scores import points
from auditdocs.documents.words import Writing, labelled, lines
from auditdocs.field import label
from auditdocs.records.house.question_bank import Question
from auditdocs.records.on_site.checklist import PREPARATION, RESULT, Item, ItemResult, Preparation
from auditdocs.records.on_site.finding import Finding
from auditdocs.records.preparation.audit_plan import Session
from auditdocs.scheme import Question as Answered
from auditdocs.scheme import Scheme
from auditdocs.scoring import awarded

STAR = "★"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of an audit, and what the other records of the audit say of it."""

    number: str
    item: Item
    answered: Answered | None = None  # as the scoring sees it, where there is one
    scheme: Scheme | None = None
    sessions: Mapping[str, Session] = field(default_factory=dict)
    findings: Mapping[str, Finding] = field(default_factory=dict)


def bank_item(write: Writing, number: str, question: Question) -> BlankItem:
    """A question of the library, to be answered by hand."""
    return BlankItem(
        number=number,
        customer_number="",
        key=STAR if question.key else "",
        clause=lines(*question.clause_refs),
        text=write.text(question.text),
        guidance=lines(
            write.text(question.guidance),
            labelled(write, question, ("evidence_expected", write.listed(map(write.text, question.evidence_expected)))),
            _scoring(write, question.element, question.subelement, question.max_points),
        ),
        responsible=write.department(question.default_department),
    )


def blank_item(write: Writing, asked: Asked) -> BlankItem:
    """A question of an audit, to be answered by hand."""
    item = asked.item
    return BlankItem(
        **_said_of(write, asked),
        guidance=lines(write.text(item.guidance), _scoring(write, item.element, item.subelement, item.max_points)),
    )


def preparation_item(write: Writing, asked: Asked) -> PreparationItem:
    """A question with what its department prepared."""
    item, prep = asked.item, asked.item.prep or Preparation()
    return PreparationItem(
        **_said_of(write, asked),
        status=write.choice(PREPARATION, prep.status),
        answer=write.text(prep.answer),
        evidence=write.texts(prep.evidence),
        self_score=write.number(prep.self_score),
        gap=write.text(prep.gap),
        changed_by=write.person(item.changed_by),
    )


def on_site_item(write: Writing, asked: Asked) -> OnSiteItem:
    """A question with its prepared answer, and where the agenda has it."""
    item, prep = asked.item, asked.item.prep or Preparation()
    return OnSiteItem(
        **_said_of(write, asked),
        answer=write.text(prep.answer),
        evidence=write.texts(prep.evidence),
        session=(item.audit and item.audit.session) or write.listed(_sessions(asked)),
    )


def result_item(write: Writing, asked: Asked) -> ResultItem:
    """A question with what the auditor decided, and the findings that name it."""
    result = asked.item.audit or ItemResult()
    named = (number for number, finding in asked.findings.items() if asked.number in finding.item_refs)
    return ResultItem(
        **_said_of(write, asked),
        session=result.session or "",
        result=write.choice(RESULT, result.result),
        points=_points(write, asked, result),
        points_per_step="\n".join(f"{one.step} {write.number(one.points)}".rstrip() for one in result.per_step),
        reason=write.text(result.reason),
        note=write.text(result.auditor_note),
        findings=write.listed((*result.findings, *named)),
    )


ITEMS: Mapping[str, Callable[[Writing, Asked], ChecklistItem]] = {
    "blank": blank_item,
    "preparation": preparation_item,
    "on_site": on_site_item,
    "result": result_item,
}


def _said_of(write: Writing, asked: Asked) -> dict[str, str]:
    """What every variant says of a question, by the names of the fields."""
    item = asked.item
    return {
        "number": asked.number,
        "customer_number": item.customer_ref or "",
        "key": STAR if item.key else "",
        "clause": lines(*item.clause_refs),
        "text": write.text(item.text),
        "responsible": _responsible(write, item),
    }


def _responsible(write: Writing, item: Item) -> str:
    others = labelled(write, item, ("co_departments", write.departments(item.co_departments)))
    return lines(write.department(item.owner_department), write.person(item.owner), others)


def _scoring(write: Writing, element: str | None, subelement: str | None, most: Decimal | None) -> str:
    """What a question counts for, and how much."""
    told = {"element": element or "", "subelement": subelement or "", "max_points": write.number(most)}
    return write.listed(f"{write.words(label(Item, name))} {value}" for name, value in told.items() if value)


def _sessions(asked: Asked) -> Iterable[str]:
    """The sessions of the agenda that have one of a question's clauses, or what stands above it."""
    for number, session in asked.sessions.items():
        if any(clause == one or clause.startswith(f"{one}.") for one in session.clauses for clause in asked.item.clause_refs):
            yield number


def _points(write: Writing, asked: Asked, result: ItemResult) -> str:
    """The points that count: as given, or of several steps as the scheme reckons them."""
    counted = awarded(asked.scheme, asked.answered) if asked.scheme and asked.answered else None
    reckoned = points(Fraction(counted)) if counted is not None and result.per_step else ""
    return " / ".join(filter(None, (write.number(result.points) or reckoned, write.number(asked.item.max_points))))
