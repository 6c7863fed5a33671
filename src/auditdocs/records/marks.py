"""Facts of a record → the marks of a life: approvals, dated events, single dates; and who did what is marked."""

from datetime import date

from auditdocs.entry import AnyEntry
from auditdocs.field import Model, field, own_name
from auditdocs.problem import Words
from auditdocs.records.ids import PersonId
from auditdocs.records.words import Day, Text
from auditdocs.room import Mark
from auditdocs.source import Loc


class Event(Model):
    """A dated fact that turns the course of a life: withdrawn, cancelled, closed, reopened."""

    date: Day = field("日期", "Date", required=True)
    by: PersonId | None = field("经办人", "By")
    reason: Text | None = field("原因", "Reason")


def approval_mark(entry: AnyEntry, role: str) -> Mark | None:
    """The newest agreement in a role."""
    agreed = [(one.at, index) for index, one in enumerate(entry.record.approvals) if one.role == role and one.decision == "agree"]
    if not agreed:
        return None
    at, index = max(agreed)
    return Mark(entry, ("approvals", index, "at"), at)


def how_to_sign(role: str) -> Words:
    """What to type to sign in a role, for a milestone; `{file}` stands for the record's path."""
    return Words(f"auditdocs approve {{file}} --role {role} --by 人员编号", f"auditdocs approve {{file}} --role {role} --by PERSON")


def fact_mark(entry: AnyEntry | None, *loc: str | int) -> Mark | None:
    """A recorded date, by the place where it stands."""
    moment = value_at(entry, loc) if entry else None
    return Mark(entry, loc, moment) if entry and isinstance(moment, date) else None


def value_at(entry: AnyEntry, loc: Loc) -> object | None:
    """What stands at a place of a record, or None where something above it is missing."""
    value: object = entry.record
    for step in loc:
        match value:
            case tuple() if isinstance(step, int):
                value = value[step]
            case dict():
                value = value.get(step)
            case Model():
                value = getattr(value, own_name(type(value), str(step)))
            case _:
                return None
    return value


def actor(mark: Mark) -> str:
    """Who did what a mark records: the `by` or `person` beside it, `received_by` beside `received_at`; empty where nobody is named."""
    group, name = mark.loc[:-1], str(mark.loc[-1])
    beside = value_at(mark.entry, group)
    names = ("by", "person", f"{name.removesuffix('_at').removesuffix('_on')}_by")
    return next((str(found) for one in names if (found := getattr(beside, one, None))), "")
