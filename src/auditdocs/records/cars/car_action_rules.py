"""Actions of a CAR: enough of them, strong enough, done and shown; read-across and documents (CAR-010, 011, 015 to 017)."""

from collections.abc import Iterator

from auditdocs.entry import Entry, Records, Violation
from auditdocs.problem import Words
from auditdocs.records.cars.car import Car, day_of_issue, is_external
from auditdocs.records.cars.car_analysis_rules import causes_of
from auditdocs.records.cars.car_findings import is_fast_track
from auditdocs.records.cars.car_marks import actions_of
from auditdocs.records.cars.car_measures import CAUSE_TYPE, CorrectiveAction
from auditdocs.records.weak_words import is_appeal
from auditdocs.room import rule

STRONG_TYPES = frozenset(("elimination", "error_proofing", "process"))
PLANNING = {"owner": Words("责任人", "owner"), "due": Words("期限", "due date")}


@rule(
    "car.only-weak-actions",
    "8D D4",
    catalogue="CAR-010",
    zh="纠正措施全部是培训、通知或“加强管理”一类",
    en="all corrective actions are training, notices or appeals",
    do_zh="补充能消除原因或防错的措施，并写明 type",
    do_en="add one that removes the cause or makes the error impossible, with its 'type'",
    at="planned",
    severity="warning",
)
def only_weak_actions(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    actions = entry.record.corrective_actions
    if actions and all(map(_is_weak, actions)):
        yield entry.at("corrective_actions")


def _is_weak(action: CorrectiveAction) -> bool:
    if action.type == "training":
        return True
    return action.type not in STRONG_TYPES and is_appeal(action.action)


@rule(
    "car.corrective-action-missing",
    "001i 6.3.4",
    catalogue="CAR-011",
    zh="没有纠正措施",
    en="there is no corrective action",
    do_zh="填写 corrective_actions；不采取措施时在 no_action_justification 写明理由",
    do_en="write 'corrective_actions', or in 'no_action_justification' why none is taken",
    at="planned",
)
def corrective_action_missing(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    if not entry.record.corrective_actions and not entry.record.no_action_justification:
        yield entry.at("corrective_actions")


@rule(
    "car.cause-without-action",
    "IATF 16949 10.2.3",
    catalogue="CAR-011",
    zh="{causes}原因没有针对它的纠正措施",
    en="no corrective action addresses the cause of: {causes}",
    do_zh="补充措施，或在已有措施的 addresses 中写明针对的原因",
    do_en="add an action, or name the cause in 'addresses' of an existing one",
    at="planned",
)
def cause_without_action(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    addressed = {cause for action in entry.record.corrective_actions for cause in action.addresses}
    found = {kind for _, kind, _ in causes_of(entry.record)}
    # who names no cause at any action leaves it to the reader
    causes = tuple(words for name, words in CAUSE_TYPE.choices.items() if name in found - addressed)
    if addressed and causes:
        yield entry.at("corrective_actions", causes=causes)


@rule(
    "car.preventive-action-missing",
    "001i 6.3.4",
    catalogue="CAR-011",
    zh="没有预防措施",
    en="there is no preventive action",
    do_zh="填写 preventive_actions；不需要时在 preventive_not_needed 写明理由",
    do_en="write 'preventive_actions', or in 'preventive_not_needed' why none is needed",
    at="planned",
)
def preventive_action_missing(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    car = entry.record
    answered = car.preventive_actions or car.preventive_not_needed or car.no_action_justification
    if not answered and not is_fast_track(records, entry):
        yield entry.at("preventive_actions")


@rule(
    "car.action-not-assigned",
    "001i 6.3.4",
    catalogue="CAR-011",
    zh="这项措施没有{missing}",
    en="this action lacks: {missing}",
    do_zh="填写 owner 和 due",
    do_en="write 'owner' and 'due'",
    at="planned",
)
def action_not_assigned(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    at_the_customers = ("owner",) if is_external(entry.record) else ()  # its people have no number here
    for loc, action in actions_of(entry.record):
        missing = tuple(words for name, words in PLANNING.items() if name not in at_the_customers and not getattr(action, name))
        if missing:
            yield entry.at(*loc, missing=missing)


@rule(
    "car.action-due-after-implementation",
    "001i 6.4.1",
    catalogue="CAR-011",
    zh="措施的期限 {due} 晚于 CAR 的实施期限 {limit}",
    en="the action is due on {due}, later than {limit}, by which the CAR promises implementation",
    do_zh="请改早，或先登记实施期限的延期",
    do_en="set it earlier, or record an extension of the CAR's date first",
    severity="warning",
)
def action_due_after_implementation(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    limit, issued_on = entry.record.due.implementation if entry.record.due else None, day_of_issue(entry.record)
    if limit is None or (issued_on and limit < issued_on):
        return  # then the CAR's own date is wrong, and that is said
    for loc, action in actions_of(entry.record):
        if action.due and action.due > limit:
            yield entry.at(*loc, "due", due=action.due, limit=limit)


@rule(
    "car.read-across-missing",
    "IATF 16949 10.2.3",
    catalogue="CAR-015",
    zh="没有横向展开：类似的过程、产品、场所是否也有此问题",
    en="there is no read-across to similar processes, products and sites",
    do_zh="填写 read_across，每处写 applies: true 或 false",
    do_en="write 'read_across', with 'applies: true' or 'false' for each",
    at="closed",
)
def read_across_missing(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    if not entry.record.read_across and not is_fast_track(records, entry):
        yield entry.at("read_across")


@rule(
    "car.read-across-not-answered",
    "IATF 16949 10.2.3",
    catalogue="CAR-015",
    zh="这处横向展开没有回答是否适用；不适用的须写理由",
    en="this read-across does not say whether it applies, or why not",
    do_zh="填写 applies；applies: false 时填写 reason",
    do_en="write 'applies', and 'reason' where it is false",
    at="closed",
)
def read_across_not_answered(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    for index, one in enumerate(entry.record.read_across):
        if one.applies is None or (not one.applies and not one.reason):
            yield entry.at("read_across", index)


@rule(
    "car.no-document-updated",
    "IATF 16949 10.2.3 f",
    catalogue="CAR-016",
    zh="有系统原因，却没有更新任何文件",
    en="there is a systemic cause, but no document was updated",
    do_zh="在 documents_updated 列出修订的程序、作业指导书、控制计划或 FMEA",
    do_en="list the procedures, instructions, control plans or FMEAs revised in 'documents_updated'",
    at="closed",
    severity="warning",
)
def no_document_updated(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    if not entry.record.documents_updated and any(kind == "systemic" for _, kind, _ in causes_of(entry.record)):
        yield entry.at("documents_updated")


@rule(
    "car.action-before-issue",
    "001i 6.4.1",
    catalogue="CAR-017",
    zh="措施的完成日期 {done_on} 早于 CAR 的开具日期 {issued_on}",
    en="the action was done on {done_on}, before the CAR was issued on {issued_on}",
    do_zh="当场所做的写在 correction 或 containment；日期写错时更正",
    do_en="what was done on the spot belongs to 'correction' or 'containment'; correct the date if it is wrong",
)
def action_before_issue(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    issued_on = day_of_issue(entry.record)
    for loc, action in actions_of(entry.record):
        if issued_on and action.done_on and action.done_on < issued_on:
            yield entry.at(*loc, "done_on", done_on=action.done_on, issued_on=issued_on)


@rule(
    "car.correction-not-done",
    "ISO 9001 10.2.1",
    catalogue="CAR-017",
    zh="纠正没有完成日期",
    en="the correction has no day of completion",
    do_zh="填写 done_on",
    do_en="write 'done_on'",
    at="implemented",
)
def correction_not_done(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    for index, one in enumerate(entry.record.correction):
        if not one.done_on:
            yield entry.at("correction", index)


@rule(
    "car.action-without-evidence",
    "001i 6.4.1",
    catalogue="CAR-017",
    zh="措施已完成，但没有证据",
    en="the action is done, but there is no evidence",
    do_zh="先运行 auditdocs attach 文件 {car}，再在这条措施下写 evidence: [文件路径]",
    do_en="run `auditdocs attach FILE {car}`, then write evidence: [path of the file] with this action",
    at="implemented",
    severity="warning",
)
def action_without_evidence(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    for index, one in enumerate(entry.record.correction):
        if one.done_on and not one.evidence:
            yield entry.at("correction", index, car=entry.key)
    for loc, action in actions_of(entry.record):
        if action.done_on and not action.evidence:
            yield entry.at(*loc, car=entry.key)


ACTION_RULES = (
    only_weak_actions,
    corrective_action_missing,
    cause_without_action,
    preventive_action_missing,
    action_not_assigned,
    action_due_after_implementation,
    read_across_missing,
    read_across_not_answered,
    no_document_updated,
    action_before_issue,
    correction_not_done,
    action_without_evidence,
)
