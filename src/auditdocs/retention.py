"""A trigger and the classes of a retention schedule become the day a record may go, and why (D.7)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from auditdocs.calendar import Anchor, add_days, add_months, end_of

AuthorityKind = Literal["company", "standard", "customer", "law"]
Status = Literal["permanent", "running", "retained", "due_soon", "due"]

# Of two that ask for the same day the one outside the company is named: the company could not shorten it.
_RANK: dict[AuthorityKind, int] = {"company": 1, "standard": 2, "customer": 3, "law": 4}


@dataclass(frozen=True, slots=True)
class Period:
    """How long: years and months, or for ever."""

    years: int = 0
    months: int = 0
    permanent: bool = False


@dataclass(frozen=True, slots=True)
class Authority:
    """Who asks for a retention, and for how long at least; without a period of its own it stands behind its class's."""

    name: str
    clause: str
    kind: AuthorityKind
    period: Period | None = None
    end_of: Anchor | None = None


@dataclass(frozen=True, slots=True)
class RetentionClass:
    """An entry of the retention schedule (D.7.1).

    With `event_plus` the period counts from an event outside the record (a product's end, a person's leaving).
    """

    code: str
    period: Period
    end_of: Anchor = "exact"
    event_plus: bool = False
    authorities: tuple[Authority, ...] = ()


@dataclass(frozen=True, slots=True)
class Trigger:
    """The recorded fact a period counts from (`audit.closed.date`); without a day it has not happened yet."""

    name: str
    day: date | None


@dataclass(frozen=True, slots=True)
class Claim:
    """One reckoning: trigger + period, carried to the end of its month or year, is `until`.

    Without an authority it is the schedule's own; `until` is empty while the trigger has not happened, and for ever.
    """

    code: str
    authority: Authority | None
    trigger: Trigger
    period: Period
    end_of: Anchor
    event_plus: bool
    until: date | None


@dataclass(frozen=True, slots=True)
class Override:
    """A later day that somebody set for one record."""

    until: date


@dataclass(frozen=True, slots=True)
class Retention:
    """What the longest of all claims asks for; the losers longest first, because the index explains itself (D.7.4)."""

    winner: Claim | Override
    losers: tuple[Claim, ...]
    keep_until: date | None
    permanent: bool = False
    override_too_short: bool = False  # RET-004: an override may only lengthen; this one was not followed

    @property
    def destroy_not_before(self) -> date | None:
        """The first day on which disposal is allowed; empty while the period runs, and for what stays for ever."""
        return add_days(self.keep_until, 1) if self.keep_until else None


def claims(retention_class: RetentionClass, trigger: Trigger) -> tuple[Claim, ...]:
    """What the class itself and each authority named in it ask for."""
    own = _claim(retention_class, None, trigger)
    return (own, *(_claim(retention_class, authority, trigger) for authority in retention_class.authorities))


def retain(classes: Iterable[tuple[RetentionClass, Trigger]], override_until: date | None = None) -> Retention:
    """The longest of all claims wins (D.7.2); as long as one trigger has not happened, nothing may go."""
    all_claims = [claim for entry, trigger in classes for claim in claims(entry, trigger)]
    ranked = sorted(all_claims, key=_length, reverse=True)
    if not ranked:
        raise ValueError("a record without a retention class cannot be reckoned (RET-001)")
    longest, losers = ranked[0], tuple(ranked[1:])
    if longest.until is None:
        return Retention(longest, losers, None, permanent=longest.period.permanent)
    if override_until is not None and override_until > longest.until:
        return Retention(Override(override_until), tuple(ranked), override_until)
    too_short = override_until is not None and override_until < longest.until
    return Retention(longest, losers, longest.until, override_too_short=too_short)


def status(retention: Retention, has_come: Callable[[date], bool], due_soon_days: int = 90) -> Status:
    """Where the record stands on a day, told by which days have come by then (D.7.3); on its last day it is still kept."""
    if retention.permanent:
        return "permanent"
    if retention.keep_until is None:
        return "running"
    if has_come(add_days(retention.keep_until, 1)):
        return "due"
    return "due_soon" if has_come(add_days(retention.keep_until, -due_soon_days)) else "retained"


def disposal_after_holds(retention: Retention, releases: Iterable[date | None]) -> date | None:
    """The first day of disposal when holds were released on these days; empty while one is not released (D.7.5)."""
    earliest = retention.destroy_not_before
    for released in releases:
        if earliest is None or released is None:
            return None
        earliest = max(earliest, add_days(released, 1))
    return earliest


def _claim(retention_class: RetentionClass, authority: Authority | None, trigger: Trigger) -> Claim:
    period, anchor = retention_class.period, retention_class.end_of
    if authority is not None:
        anchor = authority.end_of or anchor
        period = authority.period or period
    return Claim(
        code=retention_class.code,
        authority=authority,
        trigger=trigger,
        period=period,
        end_of=anchor,
        event_plus=retention_class.event_plus,
        until=_until(trigger, period, anchor),
    )


def _until(trigger: Trigger, period: Period, anchor: Anchor) -> date | None:
    if trigger.day is None or period.permanent:
        return None
    return end_of(add_months(trigger.day, 12 * period.years + period.months), anchor)


def _length(claim: Claim) -> tuple[bool, bool, int, int]:
    """For ever before not yet known before the later day; then the authority that binds most."""
    rank = _RANK[claim.authority.kind] if claim.authority else 0
    months = 12 * claim.period.years + claim.period.months
    return claim.period.permanent, claim.until is None, claim.until.toordinal() if claim.until else months, rank
