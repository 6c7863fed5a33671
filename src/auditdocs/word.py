"""A kind of value a person types: text → what it means, or why it cannot be read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from dataclasses import field as own_field
from datetime import timedelta, timezone
from typing import Any

from pydantic import GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from auditdocs.problem import Fact, Sentence, Words
from auditdocs.source_text import BLANKS
from auditdocs.yaml_sentences import BLANK
from auditdocs.yaml_tree import Scalar

DEFAULT_ZONE = timezone(timedelta(hours=8))


class Wrong(Exception):
    """A word that cannot be read: its sentence and the sentence's facts."""

    def __init__(self, sentence: Sentence, **facts: Fact) -> None:
        super().__init__(sentence.code)
        self.sentence, self.facts = sentence, facts


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading a word may depend on: the workspace's time zone."""

    zone: timezone = DEFAULT_ZONE


NOT_ONE_VALUE = Sentence(
    "schema.not-one-value",
    "“{field}”应是一个值，这里却是列表或一组字段",
    "'{field}' takes one value; here stands a list or a group of fields",
    "示例：{example}",
    "for example: {example}",
)
EMPTY_TEXT = Sentence(
    "schema.empty-text",
    "引号里或“|”后面没有内容",
    "there is nothing between the quotes or behind the '|'",
    "没有内容就把值留空",
    "leave the value empty instead",
)
SENTENCES = (NOT_ONE_VALUE, EMPTY_TEXT)


@dataclass(frozen=True, eq=False)
class Word:
    """A kind of value a person types: how it is read, what an editor checks, an example."""

    name: str
    read: Callable[[str, Reading], Any]  # raises Wrong
    schema: Mapping[str, Any]  # JSON Schema by the rules of YAML 1.2 editors
    example: str
    refers: str = ""  # the record type whose id this is
    free: bool = False  # text in people's own words
    choices: Mapping[str, Words] = own_field(default_factory=dict)
    group: Callable[[dict[str, Any], Reading], Any] | None = None  # a word that may also be a group ({zh, en})

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(self._validate)

    def _validate(self, value: Any, info: ValidationInfo) -> Any:
        reading = info.context if isinstance(info.context, Reading) else Reading()
        try:
            if isinstance(value, str):
                if not value.isascii() or not value.strip():
                    self._refuse_blanks(value)
                return self.read(value, reading)
            if isinstance(value, dict) and self.group:
                return self.group(value, reading)
            raise Wrong(NOT_ONE_VALUE, example=self.shown_example)
        except Wrong as wrong:
            raise PydanticCustomError("auditdocs", "wrong", {"wrong": wrong}) from None

    def _refuse_blanks(self, value: str) -> None:
        """Nothing at all, and blanks nobody sees in what is not people's own words."""
        if not value.strip():
            raise Wrong(EMPTY_TEXT)
        if self.free:
            return
        odd = next((sign for sign in value if sign in BLANKS), "")
        if odd:
            raise Wrong(BLANK, name=BLANKS[odd])

    def fits(self, value: str) -> bool:
        """Whether a text is a word of this kind."""
        try:
            self.read(value, Reading())
        except Wrong:
            return False
        return True

    @property
    def shown_example(self) -> Words:
        """Its example in each language; a text's is written in both."""
        zh, _, en = self.example.partition(" ") if self.free else (self.example, "", self.example)
        return Words(zh, en or zh)

    def label(self, value: str) -> Words:
        """The words of one of its choices."""
        return self.choices[value]


def is_plain_with_comment(value: Any) -> bool:
    """Whether a `#` cut this text short (`part #5`)."""
    return isinstance(value, Scalar) and value.comment
