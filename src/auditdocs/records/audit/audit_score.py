"""An audit's checklist → its score by the rules of its scheme; documents and rules ask here."""

from decimal import Decimal

from auditdocs.entry import AnyEntry, Entry, Records
from auditdocs.records.audit.audit_grading import scheme_of_audit
from auditdocs.records.grading import scheme_of
from auditdocs.records.on_site.checklist import NONCONFORMING, Checklist, Item
from auditdocs.scheme import Question, Scheme, StepPoints
from auditdocs.scoring import Score, score


def scoring_of(records: Records, audit_id: str) -> Scheme | None:
    """The scoring of an audit's scheme; None where it grades findings only."""
    scheme = scheme_of_audit(records, audit_id)
    return scheme_of(scheme.scoring) if scheme and scheme.scoring else None


def score_of(records: Records, audit_id: str) -> Score | None:
    """The score of an audit as we reckon it; None without a checklist or a scheme with scoring."""
    checklist = records.get(Checklist, audit_id)
    return records.derive("score", _score, checklist) if checklist else None


def _score(records: Records, checklist: AnyEntry) -> Score | None:
    scheme = scoring_of(records, checklist.key)
    return score(scheme, questions(checklist, scheme)) if scheme else None


def questions(checklist: Entry[Checklist], scheme: Scheme) -> tuple[Question, ...]:
    """The checklist's questions as the scoring sees them, in their order."""
    return tuple(_question(number, item, scheme) for number, item in checklist.record.items.items())


def _question(number: str, item: Item, scheme: Scheme) -> Question:
    result = item.audit
    return Question(
        number=number,
        element=item.element or item.section or "",
        points=_points(item, scheme),
        per_step=tuple(StepPoints(one.step, one.points) for one in result.per_step) if result else (),
        subelement=item.subelement,
        key=item.key is True,
        max_points=item.max_points,
        not_applicable=result is not None and result.result == "not_applicable",
    )


def _points(item: Item, scheme: Scheme) -> Decimal | None:
    """The points as given; where a scheme knows only yes and no, the result is the answer."""
    if item.audit is None:
        return None
    if item.audit.points is None and scheme.kind == "yesno":
        answers = {"conform": Decimal(1), **dict.fromkeys(NONCONFORMING, Decimal(0))}
        return answers.get(item.audit.result or "")
    return item.audit.points
