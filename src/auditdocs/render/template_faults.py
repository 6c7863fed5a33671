"""What goes wrong while a template runs → refusals that name the template and say what to mend."""

from collections.abc import Iterator
from contextlib import contextmanager
from traceback import extract_tb

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from auditdocs.problem import Fact, Facts, Sentence, Words
from auditdocs.render.jinja_messages import in_both
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
    zh="模板 {template}，{where}：写法不对：{reason}",
    en="template {template}, {where}: not well formed: {reason}",
    do_zh="请修改模板",
    do_en="mend the template",
)
UNDEFINED = Sentence(
    "document.undefined-variable",
    zh="模板 {template}，{where}：{reason}",
    en="template {template}, {where}: {reason}",
    do_zh="请对照字段清单（docs/fields.md）修改模板",
    do_en="mend the template; docs/fields.md lists the fields it may use",
)
MARK = Sentence(
    "document.template-mark",
    zh="模板 {template}，{where}：{reason}",
    en="template {template}, {where}: {reason}",
    do_zh="请在 Word 中修改该处标记，写法见 docs/templates.zh.md",
    do_en="mend the mark in Word; docs/templates.md says how marks are written",
)
LOOK = Sentence(
    "document.template-look",
    zh="模板 {template}，{where}：{reason}",
    en="template {template}, {where}: {reason}",
    do_zh="请在 Word 中修改样式或字体",
    do_en="mend the style or the font in Word",
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
SENTENCES = (MISSING, SYNTAX, UNDEFINED, MARK, LOOK, UNSAFE, FAULT)

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
        facts: Facts = {"template": fault.name or template, **at_line(fault.lineno), "reason": in_both(fault.message or "")}
        raise refuse(SYNTAX, facts) from fault
    except UndefinedError as fault:
        line = _line(fault, template)
        raise refuse(UNDEFINED, {"template": template, **at_line(line), "reason": _missing(fault.message or "")}) from fault
    except SecurityError as fault:
        raise refuse(UNSAFE, {"template": template, "reason": fault.message or ""}) from fault
    except (TemplateError, *_FAULTS) as fault:
        raise refuse(FAULT, {"template": template, "reason": f"{type(fault).__name__}: {fault}"[:200]}) from fault


def at_line(line: int) -> dict[str, Fact]:
    """A line of a template as a fact and in words."""
    return {"line": line, "where": Words(f"第 {line} 行", f"line {line}")}


def _missing(message: str) -> Words:
    """The name that is not there, and the known one most like it."""
    name, _, guess = message.partition("\0")
    more = Words(f"；是否想写 {guess}？", f"; did you mean {guess}?") if guess else Words("", "")
    return Words(f"{name}：没有这个名称{more.zh}", f"{name} — no such name{more.en}")


def _line(fault: UndefinedError, template: str) -> int:
    """The line of the template that asked, which jinja puts into the traceback; 1 for Word, which has no lines."""
    lines = [frame.lineno or 1 for frame in extract_tb(fault.__traceback__) if frame.filename.endswith(template)]
    return lines[-1] if lines else 1
