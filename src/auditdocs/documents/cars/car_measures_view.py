"""The measures of a CAR's record (containment, causes, actions, read-across) → rows of its form, sections C to F."""

from collections.abc import Iterable, Iterator

from auditdocs.documents.cars.car_rows import (
    ActionRow,
    CauseCategory,
    ContainmentRow,
    CorrectionRow,
    DocumentUpdateRow,
    ReadAcrossRow,
    RootCause,
    StockRow,
    WhyChain,
    WhyRow,
)
from auditdocs.documents.words import Writing, lines
from auditdocs.field import label
from auditdocs.records.cars import car_measures as record
from auditdocs.records.cars.car import Car
from auditdocs.records.cars.car_measures import ACTION_TYPE, CAUSE_TYPE


def containment_rows(write: Writing, car: Car) -> Iterator[ContainmentRow]:
    """The containment actions (D3)."""
    for number, one in enumerate(car.containment, start=1):
        yield ContainmentRow(
            number=str(number),
            action=write.text(one.action),
            owner=write.person(one.owner),
            due=write.day(one.due),
            done_on=write.day(one.done_on),
            effective_check=write.text(one.effective_check),
            clean_point=one.clean_point or "",
        )


def stock_rows(write: Writing, car: Car) -> Iterator[StockRow]:
    """What was sorted, each with the number of its containment action."""
    for number, one in enumerate(car.containment, start=1):
        for stock in one.stock:
            yield StockRow(
                containment=str(number),
                location=stock.location or "",
                quantity=write.number(stock.qty),
                sorted=write.number(stock.sorted),
                rejected=write.number(stock.ng),
            )


def correction_rows(write: Writing, car: Car) -> Iterator[CorrectionRow]:
    """What put the found fact right."""
    for number, one in enumerate(car.correction, start=1):
        yield CorrectionRow(
            number=str(number),
            action=write.text(one.action),
            owner=write.person(one.owner),
            due=write.day(one.due),
            done_on=write.day(one.done_on),
            evidence=lines(*one.evidence),
        )


def why_chains(write: Writing, cause: record.RootCause) -> Iterator[WhyChain]:
    """The 5-why chains (D4)."""
    for chain in cause.chains:
        steps = (
            WhyRow(number=str(number), why=write.text(one.why), because=write.text(one.because), evidence=write.text(one.evidence))
            for number, one in enumerate(chain.steps, start=1)
        )
        yield WhyChain(type=write.choice(CAUSE_TYPE, chain.type), steps=tuple(steps))


def cause_categories(write: Writing, cause: record.RootCause) -> Iterator[CauseCategory]:
    """The six bones of a fishbone; none where nobody drew one."""
    for name in record.Ishikawa.model_fields if cause.ishikawa else ():
        causes = write.text(getattr(cause.ishikawa, name))
        yield CauseCategory(category=write.words(label(record.Ishikawa, name)), causes=causes)


def root_causes(write: Writing, cause: record.RootCause) -> Iterator[RootCause]:
    """The root cause of each kind: as it was stated, else where its chains end."""
    verified_by = write.text(cause.verified_by)
    found = {name: _root_cause(write, cause, name) for name in CAUSE_TYPE.choices}
    rows = [(write.choice(CAUSE_TYPE, name), statement) for name, statement in found.items() if statement]
    for kind, statement in rows or ([("", "")] if verified_by else []):
        yield RootCause(type=kind, statement=statement, verified_by=verified_by)


def _root_cause(write: Writing, cause: record.RootCause, name: str) -> str:
    stated = write.text(getattr(cause.statement, name, None))
    ends = (write.text(chain.steps[-1].because) for chain in cause.chains if chain.type == name and chain.steps)
    return stated or lines(*ends)


def action_rows(write: Writing, actions: Iterable[record.CorrectiveAction]) -> Iterator[ActionRow]:
    """Corrective or preventive actions (D5 to D7)."""
    for number, one in enumerate(actions, start=1):
        yield ActionRow(
            number=str(number),
            action=write.text(one.action),
            type=write.choice(ACTION_TYPE, one.type),
            addresses=write.choices(CAUSE_TYPE, one.addresses),
            owner=write.person(one.owner),
            due=write.day(one.due),
            done_on=write.day(one.done_on),
            evidence=lines(*one.evidence),
        )


def read_across_rows(write: Writing, car: Car) -> Iterator[ReadAcrossRow]:
    """Where else the cause was looked for (D7), and why it does not apply there."""
    for one in car.read_across:
        yield ReadAcrossRow(
            object=lines(one.process or "", one.product or "", one.site or ""),
            applies=lines(write.yes_no(one.applies), write.text(one.reason)),
            action=write.text(one.action),
            owner=write.person(one.owner),
            due=write.day(one.due),
            done_on=write.day(one.done_on),
        )


def document_rows(write: Writing, car: Car) -> Iterator[DocumentUpdateRow]:
    """The documents that the actions changed."""
    for one in car.documents_updated:
        yield DocumentUpdateRow(
            kind=one.kind or "",
            number=one.id or "",
            from_revision=one.from_rev or "",
            to_revision=one.to_rev or "",
            date=write.day(one.date),
        )
