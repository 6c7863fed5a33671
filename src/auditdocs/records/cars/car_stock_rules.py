"""Stock sorted for a containment: looked for everywhere, and its figures add up (CAR-005)."""

import re
from collections.abc import Iterator

from auditdocs.entry import Entry, Records, Violation
from auditdocs.field import label
from auditdocs.problem import Words
from auditdocs.records.cars.car import Car
from auditdocs.records.cars.car_findings import is_severe
from auditdocs.records.cars.car_measures import Stock
from auditdocs.room import rule

# Where goods may be that left the line (B-26), as people write it in `location`.
FAR_STOCK = {
    Words("客户处", "at the customer's"): re.compile(r"客户|顾客|主机厂|customer", re.IGNORECASE),
    Words("在途", "in transit"): re.compile(r"在途|途中|运输|transit", re.IGNORECASE),
}


@rule(
    "car.stock-not-checked",
    "8D D3",
    catalogue="CAR-005",
    zh="严重或致命不符合须排查外部库存，缺：{missing}",
    en="a major or critical nonconformity needs stock outside the house checked; missing: {missing}",
    do_zh="在围堵措施的 stock 中列出，没有库存的写 qty: 0",
    do_en="list it below 'stock' of the containment, with 'qty: 0' where there is none",
    at="contained",
)
def stock_not_checked(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    if not is_severe(records, entry) or not entry.record.containment:
        return
    places = "\n".join(stock.location or "" for one in entry.record.containment for stock in one.stock)
    missing = tuple(words for words, pattern in FAR_STOCK.items() if not pattern.search(places))
    if missing:
        yield entry.at("containment", missing=missing)


@rule(
    "car.stock-more-than-there-is",
    "ISO 9001 8.7",
    catalogue="CAR-005",
    zh="{part} {count} 多于 {whole} {of}",
    en="{count} are '{part}', more than the {of} of '{whole}'",
    do_zh="请更正数量",
    do_en="correct the figures",
)
def stock_more_than_there_is(entry: Entry[Car], records: Records) -> Iterator[Violation]:
    for index, one in enumerate(entry.record.containment):
        for row, stock in enumerate(one.stock):
            for part, whole in (("sorted", "qty"), ("ng", "sorted")):
                count, of = getattr(stock, part), getattr(stock, whole)
                if count is not None and of is not None and count > of:
                    names = {"part": label(Stock, part), "whole": label(Stock, whole)}
                    yield entry.at("containment", index, "stock", row, part, count=count, of=of, **names)


STOCK_RULES = (stock_not_checked, stock_more_than_there_is)
