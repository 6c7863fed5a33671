"""`explain` knows codes, kinds of records and their fields, and names what was meant."""

import io

import pytest

from auditdocs.commands.explain import run_explain
from auditdocs.console import Console
from auditdocs.problem import AuditdocsError, Lang


def explained(code: str, lang: Lang = "en") -> str:
    out = io.StringIO()
    run_explain(Console(lang, out, io.StringIO()), code)
    return out.getvalue()


def test_a_code_is_explained_in_both_languages() -> None:
    assert "there is no such day: {value}" in explained("schema.bad-date")
    assert "没有这一天：{value}" in explained("schema.bad-date")


def test_a_field_is_shown_as_it_may_be_put_into_a_record() -> None:
    assert explained("contact_sheet.mode") == (
        "## 审核方式 Mode\n##   可选 choose: onsite 现场 On site · remote 远程 Remote · hybrid 现场加远程 Hybrid\nmode: onsite\n"
    )
    assert explained("audit.objectives", "en").endswith(
        "objectives:\n  - text: A result of B or better\n    measure: Degree of fulfilment\n    target: 90% or more\n"
    )


def test_a_record_is_a_list_of_its_fields() -> None:
    lines = explained("car").splitlines()
    assert lines[0] == "纠正措施要求单 Corrective action request  records/audits/{year}/{audit}/cars/{car}.yaml"
    assert any(line.startswith("car.root_cause ") for line in lines)


def test_a_table_is_shown_by_one_of_its_rows() -> None:
    assert "\nQA:\n" in explained("departments")


def test_what_was_meant_is_named() -> None:
    with pytest.raises(AuditdocsError, match=r"did you mean contact_sheet\.mode\?"):
        explained("contact_sheet.mod")
