"""Containment, correction and the analysis of causes (CAR-005 to CAR-009); the stock sorted is next door."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from auditdocs.entry import Entry, Records, Violation
from auditdocs.records.cars.car import Car
from auditdocs.records.cars.car_findings import is_fast_track, is_severe
from auditdocs.records.cars.car_measures import ANALYSIS_METHOD, CAUSE_TYPE, CauseStatement
from auditdocs.records.weak_words import stops_at_human_error
from auditdocs.records.words import Bilingual
from auditdocs.room import rule
from auditdocs.source import Loc

SAME = 0.9


def causes_of(car: Car) -> Iterator[tuple[Loc, str, Bilingual]]:
    """The root causes with their places and types: where each chain ends, and what is stated outright."""
    analysis = car.root_cause
    if analysis is None:
        return
    for index, chain in enumerate(analysis.chains):
        if chain.steps:
            last = len(chain.steps) - 1
            yield ("root_cause", "chains", index, "steps", last, "because"), chain.type, chain.steps[-1].because
    for name in CauseStatement.model_fields:
        stated: Bilingual | None = getattr(analysis.statement, name, None)
        if stated:
            yield ("root_cause", "statement", name), name, stated


@rule(
    "car.containment-missing",
    "8D D3",
    catalogue="CAR-005",
    zh="没有围堵措施",
    en="there is no containment",
    do_zh="填写 containment；不需要时在 containment_not_needed 写明理由",
    do_en="write 'containment', or in 'containment_not_needed' why none is needed",
    at="contained",
)
def containment_missing(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    car = entry.record
    if not car.containment and not car.containment_not_needed and not is_fast_track(records, entry):
        yield entry.at("containment")


@rule(
    "car.containment-not-done",
    "8D D3",
    catalogue="CAR-005",
    zh="围堵措施没有完成日期",
    en="the containment has no day of completion",
    do_zh="完成后填写 done_on",
    do_en="write 'done_on' when it is done",
    at="contained",
)
def containment_not_done(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    for index, one in enumerate(entry.record.containment):
        if not one.done_on:
            yield entry.at("containment", index)


@rule(
    "car.correction-missing",
    "ISO 9001 10.2.1",
    catalogue="CAR-006",
    zh="没有纠正",
    en="there is no correction",
    do_zh="在 correction 写明怎样纠正已发现的事实；无法纠正时在 correction_not_needed 写明理由",
    do_en="write in 'correction' how the fact found was put right, or in 'correction_not_needed' why that cannot be",
    at="contained",
)
def correction_missing(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    car = entry.record
    if not car.correction and not car.correction_not_needed and not is_fast_track(records, entry):
        yield entry.at("correction")


@rule(
    "car.root-cause-missing",
    "001i 6.4.1",
    catalogue="CAR-007",
    zh="没有根本原因",
    en="no root cause is given",
    do_zh="在 root_cause 下写原因链 chains，或 statement",
    do_en="write 'chains' or 'statement' below 'root_cause'",
    at="analysed",
)
def root_cause_missing(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    if not any(causes_of(entry.record)) and not is_fast_track(records, entry):
        yield entry.at("root_cause")


@rule(
    "car.method-not-followed",
    "001i 6.4.1",
    catalogue="CAR-007",
    zh="写的方法是“{method}”，但没有相应的内容",
    en="the method is '{method}', but its part is missing",
    do_zh="5why 填写 chains，ishikawa 填写 ishikawa；或更正 method",
    do_en="fill in 'chains' for 5why, 'ishikawa' for ishikawa, or correct 'method'",
    at="analysed",
)
def method_not_followed(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    analysis = entry.record.root_cause
    if analysis is None or analysis.method is None or not any(causes_of(entry.record)):
        return
    needed = {"5why": any(chain.steps for chain in analysis.chains), "ishikawa": analysis.ishikawa is not None}
    if not needed.get(analysis.method, True):
        yield entry.at("root_cause", "method", method=ANALYSIS_METHOD.label(analysis.method))


@rule(
    "car.analysis-without-date",
    "001i 6.4.1",
    catalogue="CAR-007",
    zh="没有原因分析的完成日期",
    en="the analysis of causes has no day of completion",
    do_zh="填写 root_cause 下的 completed_on",
    do_en="write 'completed_on' below 'root_cause'",
    at="analysed",
)
def analysis_without_date(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    analysis = entry.record.root_cause
    if analysis and not analysis.completed_on and not is_fast_track(records, entry):
        yield entry.at_name("root_cause")


@rule(
    "car.cause-repeats-problem",
    "8D D4",
    catalogue="CAR-007",
    zh="根本原因与不符合描述几乎相同",
    en="the root cause is almost the statement of the problem",
    do_zh="写明为什么会发生，而不是发生了什么",
    do_en="say why it happened, not what happened",
    severity="warning",
)
def cause_repeats_problem(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    problem = entry.record.problem
    if problem is None or problem.statement is None:
        return
    for loc, _, cause in causes_of(entry.record):
        if SequenceMatcher(None, _bare(problem.statement), _bare(cause), autojunk=False).ratio() > SAME:
            yield entry.at(*loc)


def _bare(text: Bilingual) -> str:
    """The signs that carry meaning, the first thousand: comparing costs their square."""
    return re.sub(r"\W+", "", str(text).casefold())[:1000]


@rule(
    "car.cause-types-missing",
    "8D D4",
    catalogue="CAR-008",
    zh="严重或致命不符合须分析发生、流出和系统原因，缺：{missing}",
    en="a major or critical nonconformity needs causes of occurrence, escape and system; missing: {missing}",
    do_zh="在 chains 或 statement 中补上",
    do_en="add them to 'chains' or 'statement'",
    at="analysed",
)
def cause_types_missing(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    found = {kind for _, kind, _ in causes_of(entry.record)}
    missing = tuple(words for name, words in CAUSE_TYPE.choices.items() if name not in found)
    if found and missing and is_severe(records, entry):
        yield entry.at("root_cause", missing=missing)


@rule(
    "car.cause-is-human-error",
    "8D D4",
    catalogue="CAR-009",
    zh="根本原因只写到人为失误",
    en="the root cause stops at human error",
    do_zh="继续问为什么，直到流程、文件、设备等可以改变的原因",
    do_en="go on asking why until you reach what can be changed: process, instruction, equipment",
    severity="warning",
)
def cause_is_human_error(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    for loc, _, cause in causes_of(entry.record):
        if stops_at_human_error(cause):
            yield entry.at(*loc)


ANALYSIS_RULES = (
    containment_missing,
    containment_not_done,
    correction_missing,
    root_cause_missing,
    method_not_followed,
    analysis_without_date,
    cause_repeats_problem,
    cause_types_missing,
    cause_is_human_error,
)
