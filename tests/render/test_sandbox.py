import pytest
from jinja2.exceptions import SecurityError, UndefinedError

from auditdocs.render.html import html_environment
from auditdocs.render.press import RefusedError
from auditdocs.render.template_faults import named_faults

RUNS_CODE = (
    "{{ ''.__class__.__mro__ }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ range.__self__ }}",
    "{{ words.append('x') }}",
    "{{ t.__class__ }}",
    "{{ 'x'.format.__func__ }}",
    "{{ 2 ** 99999999 }}",
    "{{ 'x' * 10000000000 }}",
    "{{ '%999999999d' % 1 }}",
    "{{ [0] * 99999999 }}",
)


@pytest.mark.parametrize("source", RUNS_CODE)
def test_a_template_runs_no_code_and_fills_no_memory(source: str) -> None:
    with pytest.raises((SecurityError, UndefinedError)):
        html_environment(()).from_string(source).render(words=["a"], t={})


@pytest.mark.parametrize("source", ["{{ x|safe }}", "{{ x|tojson }}", "{{ x|xmlattr }}", "{{ 'a'|center(9999999999) }}"])
def test_filters_that_write_markup_are_not_there(source: str) -> None:
    with pytest.raises(RefusedError) as refused, named_faults("car/car.html"):
        html_environment(()).from_string(source)
    assert refused.value.refusal.sentence.code == "document.template-syntax"


@pytest.mark.parametrize("source", ["{{ titel }}", "{{ frame.titel }}", "{% if titel %}x{% endif %}", "{{ titel ~ 'x' }}"])
def test_nothing_undefined_is_printed_as_nothing(source: str) -> None:
    with pytest.raises(RefusedError) as refused, named_faults("car/car.html"):
        html_environment(()).from_string(source).render(frame={})
    assert refused.value.refusal.sentence.code == "document.undefined-variable"


def test_small_sums_are_allowed() -> None:
    assert html_environment(()).from_string("{{ 3 * 7 }} {{ 7 % 4 }} {{ '-' * 3 }}").render() == "21 3 ---"
