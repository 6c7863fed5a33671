"""`python -m bench.rival_inputs WORKSPACE COUNT OUT`: the same CARs as HTML, Word and, for Typst, JSON, for others to print."""

import json
import sys
from pathlib import Path
from typing import Any

from lxml import etree, html

from auditdocs.render import render
from auditdocs.render.html import page
from bench.jobs import jobs_of


def main(arguments: list[str]) -> None:
    """One file of each format for each CAR."""
    workspace, count, out = Path(arguments[0]), int(arguments[1]), Path(arguments[2])
    jobs, press = jobs_of(workspace)
    cars = [job for job in jobs if job.document.kind == "car"]
    for job in [job for job in cars if job.format == "pdf"][:count]:
        text = page(job, press)
        (out / f"{job.document.number}.html").write_text(text, "utf-8")
        (out / f"{job.document.number}.json").write_text(json.dumps(blocks(text), ensure_ascii=False), "utf-8")
    for job in [job for job in cars if job.format == "docx"][:count]:
        content = render(job, press)
        if not isinstance(content, bytes):
            raise TypeError(content.sentence.code)
        (out / f"{job.document.number}.docx").write_bytes(content)


def blocks(text: str) -> dict[str, Any]:
    """A page as values: header, footer, and the headings, tables and texts between them."""
    root = html.document_fromstring(text)
    body = root.find(".//main")
    if body is None:
        raise ValueError("a page has a main part")
    return {
        "header": [_words(cell) for cell in root.findall(".//div[@class='page-header']//td")],
        "footer": [_words(one) for one in root.findall(".//div[@class='page-footer']/span")],
        "blocks": [block for element in body.iter() if (block := _block(element))],
    }


def _block(element: etree._Element) -> dict[str, Any] | None:
    if element.tag in ("h2", "h3"):
        return {"kind": element.tag, "text": _words(element)}
    if element.tag == "table":
        return {
            "kind": "table",
            "columns": [_width(column) for column in element.iter("col")],
            "rows": [_row(row) for row in element.iter("tr")],
        }
    if element.tag == "div" and element.get("class") in ("label", "v") and not any(one.tag == "td" for one in element.iterancestors()):
        return {"kind": "text", "text": _words(element)}
    return None


def _row(row: etree._Element) -> list[dict[str, Any]]:
    return [{"text": _words(cell), "label": cell.tag == "th", "span": int(cell.get("colspan", "1"))} for cell in row]


def _width(column: etree._Element) -> str:
    """`31mm`; empty where the column takes what is left."""
    return str(column.get("style", "")).removeprefix("width: ").rstrip(";")


def _words(element: etree._Element) -> str:
    for box in element.iterfind(".//span[@class='tick on']"):
        box.text = "■ "
    return "".join(str(piece) for piece in element.itertext()).strip()


if __name__ == "__main__":
    main(sys.argv[1:])
