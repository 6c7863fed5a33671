"""A name of another customer, or a number of another's audit, is found however it is written; a customer's own is not."""

from dataclasses import dataclass

import pytest

from auditdocs.document import Document
from auditdocs.documents import ROWS
from auditdocs.entry import Records
from auditdocs.inputs import File, Settings
from auditdocs.load import load
from auditdocs.other_customers import numbers_in, other_customer_in, said_in
from auditdocs.problem import Words
from auditdocs.records import ROOMS
from auditdocs.view_parts import Inset, Markdown, Photograph, Picture
from tests.documents.demonstration import DAY
from tests.documents.probes import written

CUSTOMERS: dict[str, dict[str, object]] = {
    "C0001": {"name": {"zh": "示例汽车", "en": "Sample Auto"}, "code": "ACME"},
    "C0002": {"name": {"zh": "示例汽车部件（无锡）有限公司", "en": "Sample Auto Parts Co., Ltd."}, "code": "SLEC"},
    "C0003": {"name": {"zh": "示例北方系统公司", "en": "Northern GmbH"}, "code": "NO"},
}


@dataclass(frozen=True)
class View:
    """What a document says, in whatever way."""

    said: object


def customers(**wrong: str) -> Records:
    """Three customers; the profile of one may be unreadable."""
    files = [File(path, written(path, told).encode()) for number, told in CUSTOMERS.items() for path in (profile(number),)]
    files += [File(profile(number), text.encode()) for number, text in wrong.items()]
    return load(tuple(files), ROOMS, DAY, Settings(("zh", "en")), rows=ROWS).records


def profile(number: str) -> str:
    return f"records/customers/{number}/profile.yaml"


def document(said: object, name: str = "", folder: str = "", number: str = "") -> Document:
    return Document("car", "", folder, name, Words("", ""), number, ("zh",), View(said), ("docx",), "car/car", {})


def found(said: object, customer: str = "C0001") -> str:
    return other_customer_in(customers(), said_in(document(said)), customer)


@pytest.mark.parametrize(
    "said",
    [
        "与示例汽车部件（无锡）有限公司相同",
        "与示例汽车部件(无锡)有限公司相同",
        "与示例汽车 部件（无锡）\n有限公司相同",
        "与示例汽车\u200b部件（无锡）有限公司相同",
        "与示例汽车部件相同",
        "as at SAMPLE  auto parts co., ltd. last year",
        "as at Sample Auto Parts last year",
        "CSR-SLEC-3.1",
        "ＳＬＥＣ 的要求",
        "C0002",
        "SLEC_photo.jpg",
    ],
)
def test_another_customer_is_found_however_it_is_written(said: str) -> None:
    assert found(said) in {
        "示例汽车部件（无锡）有限公司",
        "示例汽车部件",
        "Sample Auto Parts Co., Ltd.",
        "Sample Auto Parts",
        "SLEC",
        "C0002",
    }


@pytest.mark.parametrize(
    "said",
    [
        "示例汽车的要求",
        "as Sample Auto asks",
        "ACME",
        "C0001",
        "汽车部件",
        "auto parts",
        "slecs",
        "NO",
        "no",
        "XSLECX",
        "the northern wall",
    ],
)
def test_a_customers_own_names_and_words_like_others_are_not(said: str) -> None:
    assert found(said) == ""


def test_a_name_that_holds_anothers_is_its_own() -> None:
    assert found("示例汽车部件（无锡）有限公司", "C0002") == ""
    assert found("由示例汽车部件（无锡）有限公司转交示例汽车", "C0002") == "示例汽车"


@pytest.mark.parametrize(
    "said",
    [
        (View("SLEC"),),
        Markdown("# SLEC"),
        Markdown("", Inset(Picture("<svg/>", "SLEC"), "")),
        Markdown("", Inset(Picture("<svg/>", ""), "| SLEC |")),
        Picture("<svg><title>SLEC</title></svg>", ""),
        Photograph("records/x/attachments/SLEC/1.png", "", ""),
    ],
    ids=["rows", "markdown", "alternative text", "table of a drawing", "drawing", "path of a photograph"],
)
def test_it_is_found_wherever_a_document_says_it(said: object) -> None:
    assert found(said) == "SLEC"


def test_it_is_found_in_the_name_of_the_file_and_of_its_folder() -> None:
    for one in (document("", name="x SLEC"), document("", folder="audits/SLEC"), document("", number="SLEC-1")):
        assert other_customer_in(customers(), said_in(one), "C0001") == "SLEC"


def test_where_a_profile_cannot_be_read_nothing_is_said_to_be_free_of_its_names() -> None:
    records = customers(C0004="name: [")
    assert other_customer_in(records, "free", "C0001") == ""
    assert [one.path for one in records.lost()] == [profile("C0004")]


def test_numbers_within_texts_are_told_but_not_those_that_are_all_of_a_line() -> None:
    told = document(("同 AUD-2026-002 的 CAR-2026-0007，见SUB-2026-001。", "CAR-2026-0009", "CAR-2026-0008\nx.pdf", "XAUD-2026-0033"))
    assert numbers_in(said_in(told)) == ("AUD-2026-002", "CAR-2026-0007", "SUB-2026-001")
