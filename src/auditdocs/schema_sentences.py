"""What is said of a record whose fields do not fit its kind."""

from auditdocs.problem import Sentence

UNKNOWN_FIELD = Sentence(
    "schema.unknown-field",
    "未知字段 {field}",
    "unknown field {field}",
    "{guess}",
    "{guess}",
    "ISO 9001 7.5.2",
)

MISSING_FIELD = Sentence(
    "schema.missing-field",
    "缺少必填字段 {field}（{label}）",
    "the required field {field} ({label}) is missing",
    "请填写",
    "fill it in",
)

NOT_A_LIST = Sentence(
    "schema.not-a-list",
    "{field}（{label}）应是列表",
    "{field} ({label}) takes a list",
    "只有一项时写成 [{example}]，多项时每行以“- ”开头",
    "write [{example}] for one, or a line with '- ' for each",
)

NOT_A_GROUP = Sentence(
    "schema.not-a-group",
    "{field}（{label}）应是一组字段",
    "{field} ({label}) takes a group of fields",
    "在下面缩进写“字段: 值”，可用字段：{fields}",
    "write 'field: value' below it; its fields: {fields}",
)

NOT_NUMBERED = Sentence(
    "schema.not-by-number",
    "{field}（{label}）按编号写",
    "{field} ({label}) is written by number",
    "写成 {example}，每个编号一行",
    "write {example}, a line for each",
)

RESERVED_KEY = Sentence(
    "schema.boolean-key",
    "“{field}”不能作字段名：有的程序把它读成真或假",
    "'{field}' cannot be a field name: some programs read it as true or false",
    "{guess}",
    "{guess}",
    "ISO 9001 7.5.2",
)

COMPUTED_FIELD = Sentence(
    "schema.computed-field",
    "“{field}”不由人填写：{reason}",
    "'{field}' is not typed by people: {reason}",
    "请删除这一行",
    "delete this line",
    "ISO 9001 7.5.2",
)

TEXT_BROKEN = Sentence(
    "schema.text-broken-by-comma",
    "{field} 后面没有内容：多半是前面的文字里有逗号",
    "{field} has nothing behind it: most likely the text before it has a comma",
    "请给整段文字加引号",
    "put the whole text in quotes",
)

EMPTY_ROW = Sentence(
    "schema.empty-row",
    "{field} 后面没有内容",
    "there is nothing behind {field}",
    "请填写，或删除这一行",
    "fill it in, or delete the line",
)

SENTENCES = (TEXT_BROKEN, EMPTY_ROW, UNKNOWN_FIELD, MISSING_FIELD, NOT_A_LIST, NOT_A_GROUP, NOT_NUMBERED, RESERVED_KEY, COMPUTED_FIELD)
