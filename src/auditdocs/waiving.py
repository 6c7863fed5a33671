"""Problems and the waivers of the house → the problems that remain, and what is wrong with the waivers."""

from dataclasses import replace

from auditdocs.entry import AnyEntry, Records, Violation
from auditdocs.problem import Facts, Problem, Sentence
from auditdocs.records.waivers import Waiver, Waivers
from auditdocs.room import Rooms

WAIVER_EXPIRED = Sentence(
    "waiver.expired",
    "豁免已于 {until} 到期，规则 {rule} 重新生效",
    "this waiver ended on {until}; the rule {rule} holds again",
    "请整改，或重新批准豁免",
    "mend the record, or have a new waiver approved",
    severity="warning",
)
WAIVER_USELESS = Sentence(
    "waiver.matches-nothing",
    "豁免的规则 {rule} 在 {record} 没有问题",
    "the waived rule {rule} finds nothing in {record}",
    "请删除这条豁免",
    "delete this waiver",
    severity="warning",
)
WAIVER_FIRM = Sentence(
    "waiver.not-allowed",
    "规则 {rule} 不能豁免",
    "the rule {rule} cannot be waived",
    "请整改记录",
    "mend the record",
)
WAIVER_UNKNOWN = Sentence(
    "waiver.unknown-rule",
    "没有规则 {rule}",
    "there is no rule {rule}",
    "auditdocs explain 列出全部规则",
    "`auditdocs explain` lists all rules",
)
SENTENCES = (WAIVER_EXPIRED, WAIVER_USELESS, WAIVER_FIRM, WAIVER_UNKNOWN)


def waived(found: list[Problem], records: Records, rooms: Rooms) -> list[Problem]:
    """Take out what is waived, and say what is wrong with waivers."""
    kept = found
    for entry in records.all(Waivers):
        for index, waiver in enumerate(entry.record.waivers):
            kept = _apply(waiver, entry.at("waivers", index), entry, kept, records, rooms)
    return kept


def _apply(waiver: Waiver, place: Violation, entry: AnyEntry, found: list[Problem], records: Records, rooms: Rooms) -> list[Problem]:
    facts: Facts = {"rule": waiver.rule, "record": waiver.record, "until": waiver.until or records.as_of}
    rule = next((one for one in rooms.every_rule() if one.code == waiver.rule), None)
    said = Problem(entry.place(place), WAIVER_UNKNOWN, facts)
    if rule is None:
        return [*found, said]
    if rule.firm:
        return [*found, replace(said, sentence=WAIVER_FIRM)]
    if waiver.until and waiver.until < records.as_of:
        return [*found, replace(said, sentence=WAIVER_EXPIRED, severity="warning")]
    kept = [one for one in found if not (one.code == waiver.rule and _is_about(one.place.path, waiver.record))]
    if len(kept) == len(found) and waiver.reason and waiver.approved_by and waiver.until:
        return [*found, replace(said, sentence=WAIVER_USELESS, severity="warning")]
    return kept


def _is_about(path: str, record: str) -> bool:
    """Whether a file is the record a waiver names: by path, by number, or by the audit's folder."""
    return path == record or record in path.removesuffix(".yaml").split("/")
