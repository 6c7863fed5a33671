"""What an HTML template asks for in vain is found without a document: in both branches, in loops, through macros and includes."""

from dataclasses import replace
from pathlib import Path

import pytest

from auditdocs.documents import KINDS
from auditdocs.render.template_check import check_template, handed
from tests.render.template_check.own import LINE, SHIPPED, of_html, told

SHIPPED_TEMPLATES = [
    (kind.name, template, ending)
    for kind in KINDS.values()
    for template in kind.templates
    for form, ending in (("docx", ".docx"), ("pdf", ".html"))
    if form in kind.formats
]
WRONG = (
    ("{{ car.due_dat }}", "car.due_dat — no such field"),
    ("{{ car.numbr }}", "car.numbr — no such field; did you mean car.number?"),
    ("{% if car.ended %}{{ car.number }}{% else %}{{ car.numbr }}{% endif %}", "car.numbr — no such field; did you mean car.number?"),
    ("{% if car.numbr %}{% endif %}", "car.numbr — no such field; did you mean car.number?"),
    ("{% for row in car.dues %}{{ row.duo }}{% endfor %}", "row.duo — no such field; did you mean row.due?"),
    ("{% for row in car.dues %}{% else %}{{ car.numbr }}{% endfor %}", "car.numbr — no such field"),
    ("{% for c in car.chains %}{% for s in c.steps %}{{ s.wy }}{% endfor %}{% endfor %}", "s.wy — no such field; did you mean s.why?"),
    ("{{ row.due }}", "row — no such name here"),
    ("{{ car.dues.due }}", "car.dues is a list of rows and has no fields; loop over it (for row in car.dues, then row.due)"),
    ("{{ car.dues[0].duo }}", "car.dues[0].duo — no such field; did you mean car.dues[0].due?"),
    ("{{ t.ownr }}", "t.ownr — no such field; did you mean t.owner?"),
    ("{{ frame.compny }}", "frame.compny — no such field; did you mean frame.company?"),
    ("{{ number }}", "number — no such name here; did you mean car.number?"),
    ("{{ car.dues }}", "car.dues — is a list of rows and cannot be printed; loop over it"),
    ("{{ car.ended }}", "car.ended — says yes or no and cannot be printed"),
    ("{% for one in car.title %}{{ one }}{% endfor %}", "car.title is text, not a list to loop over"),
    ('{{ "no. " ~ car.dues }}', "car.dues is a list of rows and cannot be joined with ~"),
    ("{{ car.numbr|default('') }}", "car.numbr — no such field"),
    ("{{ car.number|uper }}", "No filter named 'uper'"),
    ("{{ car.dues|stacked }}", "car.dues is a list of rows: |stacked cannot be used"),
    ('{{ car.dues|map(attribute="duo")|join(", ") }}', "duo — no such field"),
    ("{% set x = car.numbr %}", "car.numbr — no such field"),
    ("{{ form.data_tabel([], car.dues) }}", "form.data_tabel — no such field; did you mean form.data_table?"),
    ('{{ form.data_table([[t.due, "", "duo"]], car.dues) }}', "duo — no such field; did you mean row.due?"),
    ('{{ form.data_table([[t.due, "18 mm", "due"]], car.dues) }}', "“18 mm” is no width"),
    ('{{ form.data_table([[t.due, "", "due"]], car.dues, blnk=3) }}', "data_table has no argument blnk; did you mean blank?"),
    ('{{ form.data_table([[t.due, "", "due"]], car.title) }}', "rows is text, not a list to loop over"),
    ("{{ form.field_table([[t.due, car.dues]], 1) }}", "value — is a list of rows and cannot be printed"),
    ("{{ form.signatures(t, car.dues) }}", "each.role — no such field"),
    ("{{ car.title() }}", "car.title is text and cannot be called"),
    ("{% macro mine(x) %}{{ car.numbr }}{% endmacro %}", "car.numbr — no such field"),
    ("{% with x = car %}{{ x.numbr }}{% endwith %}", "x.numbr — no such field; did you mean x.number?"),
)


@pytest.mark.parametrize(("kind", "template", "ending"), SHIPPED_TEMPLATES, ids=lambda part: part)
def test_every_shipped_template_is_in_order(kind: str, template: str, ending: str) -> None:
    assert check_template((str(SHIPPED),), template + ending, handed(KINDS[kind], template)) == ()


def test_what_was_found_sound_is_not_read_through_again_until_it_or_what_it_includes_changes(tmp_path: Path) -> None:
    roots, asked, sound = (str(tmp_path), str(SHIPPED)), handed(KINDS["car"], "car/car"), dict[str, str]()
    assert check_template(roots, "car/car.html", asked, sound) == ()
    assert list(sound) == ["car car/car.html"]
    assert check_template(roots, "car/car.html", replace(asked, view=(int,)), sound) == ()  # nothing of this view would be found
    (tmp_path / "shared").mkdir()
    included = (SHIPPED / "shared/base.html").read_text("utf-8")
    (tmp_path / "shared/base.html").write_text(included + "{{ nobody }}", "utf-8")
    assert check_template(roots, "car/car.html", asked, sound)


def test_a_wrong_template_is_told_again_and_again(tmp_path: Path) -> None:
    of_html(tmp_path, "{{ car.numbr }}")
    roots, asked, sound = (str(tmp_path), str(SHIPPED)), handed(KINDS["car"], "car/car"), dict[str, str]()
    found = [check_template(roots, "car/car.html", asked, sound) for _ in range(2)]
    assert [len(each) for each in found] == [1, 1]
    assert not sound


@pytest.mark.parametrize(("wrong", "said"), WRONG)
def test_what_a_page_asks_for_in_vain_is_named(tmp_path: Path, wrong: str, said: str) -> None:
    found = of_html(tmp_path, wrong)
    assert [one for one in found if f"template car/car.html, line {LINE}: " in one and said in one], found


def test_the_sentence_is_chinese_too(tmp_path: Path) -> None:
    assert of_html(tmp_path, "{{ car.numbr }}", "zh") == [
        f"模板 car/car.html，第 {LINE} 行：car.numbr：没有这个字段；是否想写 car.number？"
    ]
    [said] = of_html(tmp_path, "{% endfi %}", "zh")
    assert said == f"模板 car/car.html，第 {LINE} 行：写法不对：没有标记“endfi”；“block”还没有结束（缺少 endblock）"


@pytest.mark.parametrize(
    "right",
    [
        "{% for row in car.dues %}{{ loop.index }} {{ row.due or row.step }}{% endfor %}",
        "{% set seen = namespace(any=false) %}{% for row in car.dues %}{% set seen.any = true %}{% endfor %}{% if seen.any %}x{% endif %}",
        "{% if extra is defined %}{{ extra }}{% endif %}",
        '{{ car.dues|map(attribute="due")|join(", ") }}',
        "{{ car.source }}{{ car.source[0] }}",
        "{% for role, name in [[t.owner, car.owner], [t.department, car.department]] %}{{ role }} {{ name|upper }}{% endfor %}",
        "{% macro mine(rows, what='due') %}{% for row in rows %}{{ row[what] }}{% endfor %}{% endmacro %}{{ mine(car.dues) }}{{ mine(car.team, 'name') }}",
        "{{ (car.title ~ car.number).split('-')[0] }}",
    ],
)
def test_what_a_page_may_do_is_left_alone(tmp_path: Path, right: str) -> None:
    assert of_html(tmp_path, right) == []


def test_a_mistake_in_an_included_file_is_told_there(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    source = (SHIPPED / "shared/base.html").read_text("utf-8")
    (tmp_path / "shared/base.html").write_text(source.replace("{{ frame.title|stacked }}", "{{ frame.titel|stacked }}"), "utf-8")
    assert [one.partition(": ")[2] for one in told(tmp_path, "car/car.html")] == ["frame.titel — no such field; did you mean frame.title?"]
    assert told(tmp_path, "car/car.html")[0].startswith("template shared/base.html, line ")


def test_a_block_that_the_frame_does_not_have_is_found(tmp_path: Path) -> None:
    (tmp_path / "car").mkdir()
    (tmp_path / "car/car.html").write_text(
        '{% extends "shared/base.html" %}\n{% block contents %}{{ car.number }}{% endblock %}\nlost', "utf-8"
    )
    assert told(tmp_path, "car/car.html") == [
        "template car/car.html, line 2: the template it extends has no block contents, which is not printed; did you mean content?",
        "template car/car.html, line 2: this stands outside every block and is not printed",
    ]


def test_a_variant_of_the_checklist_has_its_own_rows(tmp_path: Path) -> None:
    (tmp_path / "checklist").mkdir()
    source = (SHIPPED / "checklist/blank.html").read_text("utf-8")
    added = "{% for one in checklist.sections %}{% for item in one['items'] %}{{ item.points }}{% endfor %}{% endfor %}"
    for variant, count in (("blank", 1), ("result", 0)):
        (tmp_path / f"checklist/{variant}.html").write_text(source.replace("{% block content %}", "{% block content %}" + added), "utf-8")
        found = told(tmp_path, f"checklist/{variant}.html", template=f"checklist/{variant}")
        assert len([one for one in found if "item.points — no such field" in one]) == count
