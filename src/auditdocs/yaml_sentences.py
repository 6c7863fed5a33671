"""What is said of a file that cannot be read as a record."""

from auditdocs.problem import Sentence

ESCAPED = Sentence(
    "yaml.escaped-character",
    "双引号里的“\\”写出了不允许的字符 {character}",
    "between double quotes the backslash makes the character {character}, which is not allowed",
    "路径用 /；确要“\\”就改用单引号",
    "write paths with /; use single quotes where a backslash is meant",
    "003 四(三)3",
)
BAD_ESCAPE = Sentence(
    "yaml.bad-escape",
    "双引号里的“\\”引出了不认识的写法",
    "between double quotes the backslash begins something unknown",
    "路径用 /；确要“\\”就改用单引号",
    "write paths with /; use single quotes where a backslash is meant",
)
TOO_MANY = Sentence(
    "yaml.too-many-problems",
    "这个文件的问题太多，只列出前 {limit} 个",
    "this file has too many problems; the first {limit} are listed",
    "先改正这些，再检查一次",
    "correct these, then check again",
)
TOO_DEEP = Sentence(
    "yaml.too-deep",
    "嵌套超过 {limit} 层",
    "nested deeper than {limit} levels",
    "记录不需要这么深的嵌套；请检查括号",
    "no record needs this; check the brackets",
)
EMPTY = Sentence(
    "yaml.empty-file",
    "文件是空的",
    "the file is empty",
    "请填写，或删除该文件；auditdocs new 可生成骨架",
    "fill it in or delete it; `auditdocs new` writes a skeleton",
)
EMPTY_ITEM = Sentence(
    "yaml.empty-item",
    "列表中有一个空项",
    "an item of this list is empty",
    "请填写，或删除多余的“-”或逗号",
    "fill it in, or delete its '-' or the comma",
)
NULL = Sentence(
    "yaml.null",
    "“{word}”不能作为值",
    "'{word}' is no value here",
    "没有内容就留空；确是文字则加引号",
    "leave it empty, or put it in quotes if it is text",
)
ALIAS = Sentence(
    "yaml.alias",
    "不允许使用别名 {name}",
    "the alias {name} is not allowed",
    "请把内容写全；若是文字，请加引号",
    "write the content out; quote it if it is text",
    "ISO 9001 7.5.2",
)
ANCHOR = Sentence(
    "yaml.anchor",
    "不允许使用锚点 {name}",
    "the anchor {name} is not allowed",
    "请把内容写全；若是文字，请加引号",
    "write the content out; quote it if it is text",
    "ISO 9001 7.5.2",
)
TAG = Sentence(
    "yaml.tag",
    "不允许使用类型标记 {tag}",
    "the type tag {tag} is not allowed",
    "请删除它；若是文字，请加引号",
    "delete it; quote it if it is text",
    "ISO 9001 7.5.2",
)
MERGE = Sentence(
    "yaml.merge-key",
    "不允许使用合并键 <<",
    "the merge key << is not allowed",
    "请把内容写全",
    "write the content out",
    "ISO 9001 7.5.2",
)
TWO_DOCUMENTS = Sentence(
    "yaml.two-documents",
    "一个文件里有两份文档（---）",
    "two documents in one file (---)",
    "一个文件只放一份记录",
    "one record a file",
)
BAD_KEY = Sentence(
    "yaml.bad-key",
    "字段名应是一个词",
    "a field name is one word",
    "请写成“字段: 值”",
    "write it as 'field: value'",
)
DUPLICATE_KEY = Sentence(
    "yaml.duplicate-key",
    "“{key}”重复，第 {line} 行已有",
    "'{key}' stands twice, first in line {line}",
    "请只保留一个",
    "keep one of them",
    "ISO 9001 7.5.2",
)
FULL_WIDTH = Sentence(
    "yaml.full-width",
    "这里是全角{name} {character}",
    "a full-width {name} {character} stands here",
    "YAML 需要半角 {ascii}",
    "YAML needs {ascii}",
)
BLANK = Sentence(
    "yaml.blank",
    "这里是{name}，不是普通空格",
    "this is {name}, not an ordinary blank",
    "请改成普通空格",
    "type an ordinary blank instead",
)
NO_BLANK = Sentence(
    "yaml.no-blank-after-colon",
    "冒号后缺少空格",
    "a blank is missing after the colon",
    "请写成“字段: 值”",
    "write 'field: value'",
)
NO_BLANK_DASH = Sentence(
    "yaml.no-blank-after-dash",
    "横线后缺少空格",
    "a blank is missing after the dash",
    "请写成“- 内容”",
    "write '- item'",
)
BULLET = Sentence(
    "yaml.bullet",
    "列表项以“- ”开头，这里是 {sign}",
    "an item of a list begins with '- '; here stands {sign}",
    "请改成“- ”",
    "write '- ' instead",
)
DASH_ON_LINE = Sentence(
    "yaml.dash-behind-field",
    "“- ”不能写在字段名的同一行",
    "'- ' cannot stand in the line of the field's name",
    "换行后缩进写“- 内容”；只有一项也可写成 [内容]；若是文字，请加引号",
    "begin a new line with '- item', or write [item]; quote it if it is text",
)
NO_COLON = Sentence(
    "yaml.no-colon",
    "这一行没有“: ”（冒号加空格）",
    "this line has no ': ' (a colon and a blank)",
    "写成“字段: 值”；若接着上一行的文字，请缩进",
    "write 'field: value'; indent the line where it continues the text above",
)
LEADING = Sentence(
    "yaml.leading-sign",
    "文字以 {sign} 开头，YAML 会另作解释",
    "the text begins with {sign}, which YAML reads as something else",
    "请给整段文字加引号",
    "put the whole text in quotes",
)
DIRECTIVE = Sentence(
    "yaml.directive",
    "不允许使用 YAML 指令（以 % 开头的行）",
    "YAML directives (lines that begin with %) are not allowed",
    "请删除这一行；若是文字，请加引号",
    "delete this line; quote it if it is text",
)
NOT_MAPPING = Sentence(
    "yaml.not-a-mapping",
    "记录应由“字段: 值”组成",
    "a record is made of 'field: value' lines",
    "请检查第一行的写法",
    "check how the first line is written",
)
COLON = Sentence(
    "yaml.colon-in-text",
    "文字里有“: ”，YAML 会当作字段名",
    "the text has ': ', which YAML takes for a field's name",
    "请给整段文字加引号",
    "put the whole text in quotes",
)
INDENT = Sentence(
    "yaml.indentation",
    "缩进与上一行不一致",
    "the indentation does not fit the lines above",
    "同一级的字段要对齐，每级两个空格",
    "align fields of one level; two blanks a level",
)
SWALLOWED = Sentence(
    "yaml.list-indentation",
    "这个“-”缩进过深，会被当作上一行文字的一部分",
    "this '-' is indented too far and becomes a part of the text above",
    "请与上面的“-”对齐；若确是文字，请加引号",
    "align it with the '-' above, or quote the text",
)
BRACKET = Sentence("yaml.bracket", "括号没有配对", "a bracket is not closed", "请检查 [ ] 和 { }", "check [ ] and { }")
QUOTE = Sentence("yaml.quote", "引号没有配对", "a quotation mark is not closed", "请检查 \" 和 '", "check \" and '")
SYNTAX = Sentence(
    "yaml.syntax",
    "YAML 看不懂这里的写法",
    "this is not valid YAML: {reason}",
    "请检查这一行和上一行",
    "check this line and the one above",
)

SENTENCES = (
    ESCAPED,
    BAD_ESCAPE,
    TOO_MANY,
    TOO_DEEP,
    EMPTY,
    EMPTY_ITEM,
    NULL,
    ALIAS,
    ANCHOR,
    TAG,
    MERGE,
    TWO_DOCUMENTS,
    BAD_KEY,
    DUPLICATE_KEY,
    FULL_WIDTH,
    BLANK,
    NO_BLANK,
    NO_BLANK_DASH,
    BULLET,
    DASH_ON_LINE,
    NO_COLON,
    LEADING,
    DIRECTIVE,
    NOT_MAPPING,
    COLON,
    INDENT,
    SWALLOWED,
    BRACKET,
    QUOTE,
    SYNTAX,
)
