"""A calendar is what RFC 5545 asks for: folded, escaped, with the day after as its end, and the same each time."""

import re
from dataclasses import replace
from datetime import date

import pytest

from auditdocs.document import Refusal
from auditdocs.render import Press, render
from auditdocs.render.ics import folded
from auditdocs.view_parts import Calendar, CalendarEvent
from tests.render import demo
from tests.render.naughty import PRINTABLE, UNPRINTABLE

EVENT = CalendarEvent("6ab9ce2a", date(2026, 12, 30), date(2026, 12, 31), "客户审核", "第一行\n第二行", "苏州一厂", "审核")


def made(*events: CalendarEvent, confidentiality: str = "internal") -> bytes:
    job = demo.job(Calendar("年度方案 2026", events), "ics", framed=demo.frame(as_of="2026-11-20"))
    result = render(replace(job, document=replace(job.document, confidentiality=confidentiality)), Press(()))
    assert isinstance(result, bytes), result
    return result


def values(content: bytes) -> dict[str, str]:
    """Names and values of the lines, unfolded; of a name that stands twice the last."""
    lines = content.decode().replace("\r\n ", "").split("\r\n")
    return {name.partition(";")[0]: value for name, _, value in (line.partition(":") for line in lines)}


def unescaped(text: str) -> str:
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], text)


def test_every_line_ends_with_cr_and_lf_and_has_at_most_75_octets() -> None:
    content = made(replace(EVENT, description="首件检验记录未经班组长确认，" * 40, summary="x" * 500))
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert max(len(line) for line in content.split(b"\r\n")) <= 75


@pytest.mark.parametrize("sign", ["a", "é", "审", "𠮷"])
def test_a_line_is_folded_between_characters_and_comes_back_whole(sign: str) -> None:
    line = f"SUMMARY:{sign * 200}"
    pieces = folded(line).encode().removesuffix(b"\r\n").split(b"\r\n")
    assert [len(piece) for piece in pieces if len(piece) > 75] == []
    assert "".join(piece.decode().removeprefix(" " if at else "") for at, piece in enumerate(pieces)) == line


def test_a_line_of_75_octets_stays_one() -> None:
    assert folded("x" * 75) == "x" * 75 + "\r\n"
    assert folded("x" * 76) == "x" * 75 + "\r\n x\r\n"


@pytest.mark.parametrize("text", [*PRINTABLE, "a;b,c\\d\ne"], ids=ascii)
def test_a_text_comes_back_as_it_was(text: str) -> None:
    assert unescaped(values(made(replace(EVENT, description=text)))["DESCRIPTION"]) == text


@pytest.mark.parametrize("text", UNPRINTABLE, ids=ascii)
def test_what_cannot_be_printed_is_refused(text: str) -> None:
    found = render(demo.job(Calendar("x", (replace(EVENT, summary=text),)), "ics", framed=demo.frame(as_of="2026-11-20")), Press(()))
    assert isinstance(found, Refusal)
    assert found.sentence.code == "document.illegal-character"


def test_whole_days_end_on_the_day_after() -> None:
    told = values(made(EVENT))
    assert (told["DTSTART"], told["DTEND"]) == ("20261230", "20270101")


def test_the_stamp_is_the_day_of_the_document_and_the_bytes_are_the_same() -> None:
    assert values(made(EVENT))["DTSTAMP"] == "20261120T000000Z"
    assert made(EVENT) == made(EVENT)


@pytest.mark.parametrize(("level", "access"), [("public", "PUBLIC"), ("internal", "PRIVATE"), ("restricted", "CONFIDENTIAL")])
def test_who_may_see_it_is_said(level: str, access: str) -> None:
    assert values(made(EVENT, confidentiality=level))["CLASS"] == access


def test_a_calendar_without_events_is_one() -> None:
    assert b"VEVENT" not in made()
    assert values(made())["NAME"] == "年度方案 2026"


def test_what_is_no_calendar_is_our_own_fault() -> None:
    with pytest.raises(TypeError, match="not a calendar"):
        render(demo.job(form="ics"), Press(()))
