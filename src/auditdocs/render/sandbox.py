"""The room templates run in: no code, no files, no endless strings, and nothing undefined printed as nothing."""

from typing import Any

from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

LONGEST_REPEAT = 10_000
# They write markup past the escaping, or strings of any length.
_REMOVED_FILTERS = ("safe", "xmlattr", "urlize", "tojson", "striptags", "center", "format", "pprint", "random")
_REMOVED_GLOBALS = ("lipsum", "dict", "cycler", "joiner")


class Sandbox(ImmutableSandboxedEnvironment):
    """jinja2's immutable sandbox, with limits on what one expression can make."""

    intercepted_binops = frozenset(["*", "**", "%"])

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        for name in _REMOVED_FILTERS:
            del self.filters[name]
        for name in _REMOVED_GLOBALS:
            del self.globals[name]

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Refuse the operators by which a short template fills the memory."""
        if operator == "**":
            raise SecurityError("模板中不能用 ** · ** is not for templates")
        if operator == "%" and isinstance(left, str):
            raise SecurityError("连接文字用 ~，不用 % · use ~ to join text, not %")
        if operator == "*" and not (_small(left) and _small(right)):
            raise SecurityError(f"重复不得超过 {LONGEST_REPEAT} 次 · nothing is repeated more than {LONGEST_REPEAT} times")
        return super().call_binop(context, operator, left, right)


def _small(value: object) -> bool:
    if isinstance(value, int):
        return abs(value) <= LONGEST_REPEAT
    return isinstance(value, float) or (isinstance(value, str) and len(value) <= LONGEST_REPEAT)
