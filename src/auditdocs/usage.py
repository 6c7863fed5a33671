"""click's complaints about a command line → our own sentences, in both languages, with what to type instead."""

import click

from auditdocs.problem import Words, nearest


def wrong_usage(error: click.ClickException) -> Words:
    """What is wrong with a command line, and how the command is called."""
    said, context = _said(error), getattr(error, "ctx", None)
    usage = context.get_usage().removeprefix("Usage: ") if context else ""
    return Words(
        f"用法有误：{said.zh}" + (f"\n用法：{usage}；说明：{context.command_path} --help" if context else ""),
        f"wrong usage: {said.en}" + (f"\nusage: {usage}; more: {context.command_path} --help" if context else ""),
    )


def _said(error: click.ClickException) -> Words:
    match error:
        case click.NoSuchOption():
            return _unknown(Words("选项", "option"), error.option_name, error.possibilities or ())
        case click.MissingParameter():
            return _missing(error)
        case click.BadParameter():
            return _bad_value(error)
        case click.UsageError() if error.message.startswith("No such command"):
            group = error.ctx.command if error.ctx else None
            known = group.list_commands(error.ctx) if isinstance(group, click.Group) and error.ctx else []
            return _unknown(Words("命令", "command"), error.message.split("'")[1], known)
        case click.UsageError() if error.message.startswith("Got unexpected extra argument"):
            extra = error.message.partition("(")[2].rstrip(").")
            return Words(f"多余的参数 {extra}", f"unexpected argument {extra}")
        case _:
            return Words(error.format_message(), error.format_message())


def _missing(error: click.MissingParameter) -> Words:
    """What was left out; of an option its name too, and which words it takes."""
    param = error.param
    name = param.make_metavar(error.ctx) if param and error.ctx else str(error.param_hint or "")
    if not isinstance(param, click.Option):
        return Words(f"缺少 {name}", f"{name} is missing")
    if not isinstance(param.type, click.Choice):
        return Words(f"缺少 {param.opts[0]} {name}", f"{param.opts[0]} {name} is missing")
    words = [str(one) for one in param.type.choices]
    return Words(f"缺少 {param.opts[0]}；可选：{'、'.join(words)}", f"{param.opts[0]} is missing; it takes one of: {', '.join(words)}")


def _unknown(what: Words, name: str, known: "list[str] | tuple[str, ...]") -> Words:
    guess = nearest(name, known)
    there = "、".join(known), ", ".join(known)
    if guess:
        return Words(f"没有{what.zh} {name}；是否想写 {guess}？", f"there is no {what.en} {name}; did you mean {guess}?")
    return Words(
        f"没有{what.zh} {name}" + (f"；可用：{there[0]}" if known else ""),
        f"there is no {what.en} {name}" + (f"; known: {there[1]}" if known else ""),
    )


def _bad_value(error: click.BadParameter) -> Words:
    """A value an option does not take, and which it takes."""
    name = (error.param.opts[0] if error.param and error.param.opts else "") or str(error.param_hint or "")
    match error.param.type if error.param else None:
        case click.Choice() as choice:
            words = [str(one) for one in choice.choices]
            return Words(f"{name} 可选：{'、'.join(words)}", f"{name} takes one of: {', '.join(words)}")
        case click.IntRange() as numbers:
            return Words(
                f"{name} 应是 {numbers.min} 到 {numbers.max} 的整数", f"{name} takes a whole number from {numbers.min} to {numbers.max}"
            )
        case found if found is not None and found.name == "date":
            return Words(f"{name} 写成年-月-日，如 2026-09-08，并须有这一天", f"{name} takes a date like 2026-09-08 that the calendar has")
        case click.DateTime():
            return Words(f"{name} 写成“日期T时:分”，如 2026-09-08T09:00", f"{name} takes a time like 2026-09-08T09:00")
        case click.Path(name="directory"):
            path = error.message.partition("'")[2].rpartition("'")[0]  # click names it between single quotes
            return Words(f"{path} 不是可读的文件夹", f"{path} is no folder that can be read")
        case _:
            return Words(f"{name}：{error.message}", f"{name}: {error.message}")
