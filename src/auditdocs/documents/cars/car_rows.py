"""The rows and blocks of a corrective action request: finished words."""

from dataclasses import dataclass

from auditdocs.view_parts import Box


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRow:
    """One promised date: as issued, as extended, and when it was reached."""

    step: str
    due: str
    extended_to: str
    reached_on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamRow:
    """One member of the team (D1)."""

    name: str
    role: str
    department: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Nonconformity:
    """One finding the request answers, as the audit's findings record it."""

    number: str
    customer_number: str
    criterion: str  # criterion, edition and clause
    location: str
    requirement: str
    evidence: str
    statement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContainmentRow:
    """One containment action (D3)."""

    number: str
    action: str
    owner: str
    due: str
    done_on: str
    effective_check: str
    clean_point: str  # lot or date from which goods are good


@dataclass(frozen=True, slots=True, kw_only=True)
class StockRow:
    """What was sorted where: in process, in store, in transit, at the customer's."""

    containment: str  # number of its containment action
    location: str
    quantity: str
    sorted: str
    rejected: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionRow:
    """One correction of what was found."""

    number: str
    action: str
    owner: str
    due: str
    done_on: str
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyRow:
    """One step of a 5-why chain."""

    number: str
    why: str
    because: str
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyChain:
    """A 5-why chain: why it occurred, why it escaped, why the system let it."""

    type: str
    steps: tuple[WhyRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseCategory:
    """One bone of the fishbone (5M1E) and the causes on it."""

    category: str
    causes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RootCause:
    """A root cause and how it was proved."""

    type: str
    statement: str
    verified_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRow:
    """A corrective or preventive action (D5 to D7)."""

    number: str
    action: str
    type: str
    addresses: str  # the cause it removes
    owner: str
    due: str
    done_on: str
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadAcrossRow:
    """One process, product or site the cause was looked for in."""

    object: str
    applies: str
    action: str
    owner: str
    due: str
    done_on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentUpdateRow:
    """One document changed by the actions."""

    kind: str
    number: str
    from_revision: str
    to_revision: str
    date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRow:
    """What quality decided about one round of the response."""

    round: str
    decision: tuple[Box, ...]
    by: str
    date: str
    comment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionRow:
    """One package that went to the customer, and the answer."""

    number: str
    kind: str
    customer_due: str
    sent_on: str
    sent_by: str
    response: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseRow:
    """One round of the response in the words that were sent."""

    round: str
    submitted_on: str
    by: str
    cause: str
    actions: str
    sent: str  # the file that went out
    decision: str
    decided_by: str
    decided_on: str
    comment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtensionRow:
    """One promised date moved to another."""

    step: str
    from_date: str
    to_date: str
    reason: str
    approved_by: str
    customer_approved: str
