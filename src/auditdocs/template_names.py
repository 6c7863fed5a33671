"""A template's name and a customer's code → the name of the customer's own template, and back."""

import re
from collections.abc import Mapping

from auditdocs.document import Format

FOLDER = "customers"
ENDINGS: Mapping[Format, str] = {"docx": ".docx", "pdf": ".html"}
_CODE = re.compile(r"[A-Z0-9]{2,8}")


def own_name(code: str, template: str) -> str:
    """`car/car` of ACME → `customers/ACME/car`; `checklist/blank` → `customers/ACME/checklist/blank`; nothing without a proper code."""
    kind, _, variant = template.partition("/")
    if not template or not _CODE.fullmatch(code):
        return ""
    return "/".join((FOLDER, code, kind) if kind == variant else (FOLDER, code, template))


def file_of(template: str, form: Format) -> str:
    """The file a document in a format is made from; a workbook has none."""
    return template + ENDINGS[form] if template and form in ENDINGS else ""


def template_of(file: str) -> tuple[str, Format]:
    """The template and the format that a file is for."""
    name, _, ending = file.rpartition(".")
    return name, "docx" if ending == "docx" else "pdf"


def general_name(template: str) -> str:
    """The template that a customer's own one stands for; any other is its own."""
    folder, _, rest = template.partition("/")
    if folder != FOLDER:
        return template
    name = rest.partition("/")[2]
    return name if "/" in name else f"{name}/{name}"


def code_of(template: str) -> str:
    """The customer's code in the name of its own template."""
    parts = template.split("/")
    return parts[1] if parts[0] == FOLDER and len(parts) > 2 else ""
