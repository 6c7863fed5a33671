"""What jinja2 says of a template that is not well formed is said in Chinese too: each message is provoked, not quoted."""

import pytest
from jinja2 import TemplateSyntaxError

from auditdocs.render.jinja_messages import in_both
from auditdocs.render.templates import environment

SAID = (
    ("{% if x %}", "模板已到末尾，“if”还没有结束（缺少 endif）"),
    ("{% for a in x %}{% endif %}", "没有标记“endif”；“for”还没有结束（缺少 endfor）"),
    ("{% fro a in x %}", "没有标记“fro”"),
    ("{% endfor %}", "没有标记“endfor”"),
    ("{{ x", "模板已到末尾"),
    ("{{ x }", "此处不应有“}”"),
    ("{{ x y }}", "此处应为“标记末尾 }}”，却是“y”"),
    ("{{ }}", "此处应写取什么值，却是“标记末尾 }}”"),
    ("{% for in x %}", "此处"),
    ("{{ “x” }}", "不能识别的字符 '“'"),
    ("{{ x|uper }}", "没有过滤器“uper”"),
    ("{{ x is odder }}", "没有检验“is odder”"),
    ("{{ (x }}", "此处是“}”，应为“)”"),
    ("{% block a %}{% endblock %}{% block a %}{% endblock %}", "块“a”定义了两次"),
    ("{% %}", "{% 之后应写标记名称"),
    ("{{ x. }}", "点之后应写名称或序号"),
)


@pytest.mark.parametrize(("source", "zh"), SAID)
def test_a_message_is_said_in_chinese(source: str, zh: str) -> None:
    with pytest.raises(TemplateSyntaxError) as fault:
        environment((), str).from_string(source)
    words = in_both(fault.value.message or "")
    assert zh in words.zh
    assert words.en == fault.value.message


def test_a_message_that_nobody_knows_stays_as_it_is() -> None:
    assert in_both("something new").zh == "something new"
