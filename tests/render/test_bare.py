"""What a child prints of a view without its class is what the view itself would give."""

from dataclasses import replace

import pytest

from auditdocs.render import Press, render
from auditdocs.render.bare import Bare, bare
from auditdocs.view_parts import Box, Markdown, Sheet
from tests.render import demo


def test_fields_keep_their_names_and_parts_that_presses_know_their_class() -> None:
    shown = bare(demo.view())
    assert isinstance(shown, Bare)
    assert list(vars(shown)) == list(demo.Demo.__dataclass_fields__)
    assert {type(one) for one in shown.types} == {Box}
    assert {type(one) for one in shown.actions} == {Bare}
    assert type(shown.narrative) is Markdown
    assert shown.actions[0].measure == demo.view().actions[0].measure


def test_a_sheet_stays_a_sheet() -> None:
    sheet = Sheet("CAR", (), (("A", 10),), (("1",),))
    assert bare((sheet,)) == (sheet,)


@pytest.mark.pdf
def test_the_pages_are_the_same_byte_by_byte(press: Press) -> None:
    job = demo.job()
    without = replace(job, document=replace(job.document, view=bare(job.document.view)))
    assert render(without, press) == render(job, press)
