"""What goes wrong while a template runs → refusals that name the template and say what to mend."""

from collections.abc import Iterator
from contextlib import contextmanager
from traceback import extract_tb

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from auditdocs.problem import Facts, Sentence, Words
from auditdocs.render.press import refuse

MISSING = Sentence(
    "document.template-missing",
    zh="没有找到模板 {template}",
    en="there is no template {template}",
    do_zh="请检查 templates/ 目录；`auditdocs new template` 可复制随附的模板",
    do_en="look into templates/; `auditdocs new template` copies the one that ships",
)
SYNTAX = Sentence(
    "document.template-syntax",
    zh="模板 {template} 第 {line} 行的语法不对：{reason}",
    en="template {template} is not well formed at line {line}: {reason}",
    do_zh="请修改模板",
    do_en="mend the template",
)
UNDEFINED = Sentence(
    "document.undefined-variable",
    zh="模板 {template} 使用了不存在的名称：{reason}",
    en="template {template} asks for something that is not there: {reason}",
    do_zh="请对照字段清单修改模板中的名称",
    do_en="compare the name in the template with the list of fields",
)
UNSAFE = Sentence(
    "document.unsafe-template",
    zh="模板 {template} 含有不允许的内容：{reason}",
    en="template {template} contains what is not allowed: {reason}",
    do_zh="请从模板中删除该内容",
    do_en="take it out of the template",
)
FAULT = Sentence(
    "document.template-fault",
    zh="模板 {template} 无法生成文件：{reason}",
    en="template {template} cannot make this document: {reason}",
    do_zh="请修改模板",
    do_en="mend the template",
)
SENTENCES = (MISSING, SYNTAX, UNDEFINED, UNSAFE, FAULT)

# What a template's own expressions can raise: `1 + "a"`, `1 / 0`, `range(10**9)`, a macro that calls itself.
_FAULTS = (TypeError, ValueError, ArithmeticError, LookupError, AttributeError, MemoryError, RecursionError)


@contextmanager
def named_faults(template: str) -> Iterator[None]:
    """Turn what a template raises into a refusal that names the template."""
    try:
        yield
    except TemplateNotFound as fault:
        raise refuse(MISSING, {"template": str(fault.name or template)}) from fault
    except TemplateSyntaxError as fault:
        name, reason = fault.name or template, fault.message or ""
        raise refuse(SYNTAX, {"template": name, "line": fault.lineno, "reason": reason}) from fault
    except UndefinedError as fault:
        facts: Facts = {"template": template, "line": _line(fault, template), "reason": _missing(fault.message or "")}
        raise refuse(UNDEFINED, facts) from fault
    except SecurityError as fault:
        raise refuse(UNSAFE, {"template": template, "reason": fault.message or ""}) from fault
    except (TemplateError, *_FAULTS) as fault:
        raise refuse(FAULT, {"template": template, "reason": f"{type(fault).__name__}: {fault}"[:200]}) from fault


def _missing(message: str) -> Words:
    """The name that is not there, and the known one most like it."""
    name, _, guess = message.partition("\0")
    if not guess:
        return Words(name, name)
    return Words(f"{name}（是否想写 {guess}？）", f"{name} (did you mean {guess}?)")


def _line(fault: UndefinedError, template: str) -> int:
    """The line of the template that asked, which jinja puts into the traceback; 1 for Word, which has no lines."""
    lines = [frame.lineno or 1 for frame in extract_tb(fault.__traceback__) if frame.filename.endswith(template)]
    return lines[-1] if lines else 1
