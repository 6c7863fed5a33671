"""One demonstration document of each kind, as the HTML it was when somebody last looked at it."""

from pathlib import Path

import pytest

from auditdocs.document import DocumentKind
from auditdocs.documents import KINDS
from auditdocs.render import Press, html
from tests.documents.demonstration import ROOTS, job, jobs

GOLDEN = Path(__file__).parents[1] / "golden"
CHOSEN = {
    "contact_sheet": "AUD-2026-019",
    "checklist": "AUD-2026-014",
    "agenda": "AUD-2026-014",
    "preparation_minutes": "AUD-2026-014",
    "preaudit_report": "AUD-2026-014",
    "reception_sheet": "AUD-2026-019",
    "meeting_sheet": "AUD-2026-014",
    "car": "CAR-2026-0031",
    "eight_d": "CAR-2026-0034",
    "submission": "SUB-2026-007",
    "car_register": "2026",
    "record_sheet": "AUD-2026-014",
    "audit_report": "AUD-2026-014",
    "retention_index": "AUD-2025-009",
    "change_request": "DCR-2026-001",
    "external_documents": "list",
    "controlled_documents": "list",
    "obsolete_documents": "list",
    "programme": "2026",
    "management_review": "2026",
}


def subject(kind: str) -> str:
    return CHOSEN.get(kind) or jobs(kind)[0].document.subject


@pytest.mark.parametrize("kind", [kind for kind in KINDS.values() if "pdf" in kind.formats], ids=lambda kind: kind.name)
def test_a_document_says_what_it_said(kind: DocumentKind, request: pytest.FixtureRequest) -> None:
    page = html.page(job(kind.name, subject(kind.name), "pdf"), Press(ROOTS), inline=False)
    file = GOLDEN / f"{kind.name}.html"
    if request.config.getoption("--update-golden"):
        file.write_text(page, encoding="utf-8", newline="\n")
    assert page == file.read_text(encoding="utf-8")
