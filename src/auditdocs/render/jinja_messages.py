"""What jinja2 says of a template that is not well formed (in English only) → the same in both languages."""

import re

from auditdocs.problem import Words

_TOKENS = {
    "end of statement block": "标记末尾 %}",
    "end of print statement": "标记末尾 }}",
    "begin of statement block": "标记开头 {%",
    "begin of print statement": "标记开头 {{",
    "end of template": "模板末尾",
    "end_of_statement": "标记末尾 %}",
    "name": "名称",
    "string": "文字",
    "integer": "整数",
    "end of expression": "表达式末尾",
}
_MESSAGES = tuple(
    (re.compile(pattern, re.DOTALL), zh)
    for pattern, zh in (
        (
            r"Unexpected end of template\. .*?innermost block that needs to be closed is '([^']+)'.*",
            r"模板已到末尾，“\1”还没有结束（缺少 end\1）",
        ),
        (r"Unexpected end of template\. Jinja was looking for the following tags: (.+?)\..*", r"模板已到末尾，缺少 \1"),
        (
            r"Encountered unknown tag '([^']+)'\. .*?innermost block that needs to be closed is '([^']+)'.*",
            r"没有标记“\1”；“\2”还没有结束（缺少 end\2）",
        ),
        (r"Encountered unknown tag '([^']+)'\..*", r"没有标记“\1”"),
        (r"Unexpected end of template.*", r"模板已到末尾，有标记还没有结束"),
        (r"unexpected end of template, expected '([^']+)'\.", r"模板已到末尾，缺少“\1”"),
        (r"expected token '([^']+)', got '([^']+)'", r"此处应为“\1”，却是“\2”"),
        (r"unexpected char ('.*?'|\".*?\") at \d+", r"不能识别的字符 \1"),
        (r"unexpected '([^']+)', expected '([^']+)'", r"此处是“\1”，应为“\2”"),
        (r"unexpected '([^']+)'", r"此处不应有“\1”"),
        (r"Expected an expression, got '([^']+)'", r"此处应写取什么值，却是“\1”"),
        (r"No filter named '([^']+)'\.", r"没有过滤器“\1”"),
        (r"No test named '([^']+)'\.", r"没有检验“is \1”"),
        (r"block '([^']+)' defined twice", r"块“\1”定义了两次"),
        (r"can't assign to '([^']+)'", r"不能给“\1”赋值"),
        (r"tag name expected", r"{% 之后应写标记名称"),
        (r"Missing end of (comment|raw) .*", r"注释或 raw 没有结束"),
        (r"Invalid character in identifier", r"名称中有不允许的字符"),
        (r"expected subscript expression", r"[ ] 中应写序号或名称"),
        (r"expected name or number", r"点之后应写名称或序号"),
        (r"invalid syntax for function call expression", r"调用的参数写法不对"),
        (r"non-default argument follows default argument", r"有默认值的参数之后不能有没有默认值的参数"),
        (r"cannot use extend from a non top-level scope", r"extends 只能写在模板最外层"),
        (r"You cannot chain multiple tests with is", r"is 不能连用"),
    )
)


def in_both(message: str) -> Words:
    """The message in both languages; one that is not known stays as it is."""
    for pattern, zh in _MESSAGES:
        found = pattern.fullmatch(message.strip())
        if found:
            return Words(zh.replace(r"\1", _group(found, 1)).replace(r"\2", _group(found, 2)), message)
    return Words(message, message)


def _group(found: re.Match[str], number: int) -> str:
    words = found[number] if found.re.groups >= number else ""
    return _TOKENS.get(words, words)
