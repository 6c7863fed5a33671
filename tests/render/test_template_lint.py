import pytest

from auditdocs.render.press import RefusedError
from auditdocs.render.template_lint import demand_safe, faults_in
from auditdocs.render.templates import family
from tests.render.conftest import CHECKOUT, ROOTS

SAFE = (
    "<p>{{ x }}</p>",
    "<p>{{ x }}{{ y }}</p>",
    '<td class="v {{ x }}">{{ y }}</td>',
    "<i title='{{ x }}'></i>",
    '<col style="width: {{ x|css_length }}">',
    '<a href="{{ x|link }}">{{ y }}</a>',
    '<a title="a > b" href="https://a.example">{{ x }}</a>',
    '<tr{% if x %} class="{{ y }}"{% endif %}>',
    "<style>p { color: red }</style>{{ x }}",
    "a < b {{ x }}",
)
UNSAFE = (
    '<p style="color: {{ x }}">',
    '<p style="{{ x|css_length }};color:{{ y }}">',
    '<a href="{{ x }}">',
    '<img src="img/{{ x }}">',
    "<p class={{ x }}>",
    "<p {{ x }}>",
    "<{{ x }}>",
    "<script>var x = '{{ x }}'</script>",
    "<style>.a { width: {{ x|css_length }} }</style>",
    '<p onclick="{{ x }}">',
    "<!-- {{ x }} -->",
    '<link href="{{ x|lower }}">',
)


@pytest.mark.parametrize("source", SAFE)
def test_a_value_may_stand_where_escaping_protects(source: str) -> None:
    assert faults_in(source) == ()


@pytest.mark.parametrize("source", UNSAFE)
def test_a_value_may_not_stand_where_it_does_not(source: str) -> None:
    assert faults_in(source)


def test_the_place_is_named() -> None:
    with pytest.raises(RefusedError) as refused:
        demand_safe((str(CHECKOUT / "tests" / "render" / "templates"),), ("unsafe.html",))
    assert refused.value.refusal.facts["template"] == "unsafe.html:2"


def test_the_shipped_templates_are_safe() -> None:
    names = [str(file.relative_to(CHECKOUT / "templates").as_posix()) for file in (CHECKOUT / "templates").rglob("*.html")]
    assert "shared/macros.html" in names
    demand_safe(ROOTS, tuple(each for name in names for each in family(ROOTS, name)))
