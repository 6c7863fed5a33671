"""What is said of a word that cannot be read as what its field takes."""

from auditdocs.problem import Sentence

TEXT_TOO_LONG = Sentence(
    "schema.text-too-long",
    "文字有 {count} 个字符，最多 {limit} 个",
    "the text has {count} characters, at most {limit} are allowed",
    "请精简，或把全文作为附件",
    "shorten it, or keep the full text as an attachment",
)

WORD_TOO_LONG = Sentence(
    "schema.word-too-long",
    "有 {count} 个字符中间没有空格，最多 {limit} 个",
    "{count} characters stand without a blank, at most {limit} are allowed",
    "请断开，或作为附件保存",
    "break it up, or keep it as an attachment",
)

COMMENT_AFTER_TEXT = Sentence(
    "schema.comment-after-text",
    "“#”以后的内容会丢失",
    "what stands after '#' would be lost",
    "“#”是文字就给整段加引号；是注释就写到上一行",
    "quote the text if '#' belongs to it; put a comment on a line of its own",
)

MANY_LINES = Sentence("schema.more-than-one-line", "这里只能写一行", "this takes one line", "请写成一行", "write it in one line")

TEXT_GROUP = Sentence(
    "schema.text-languages",
    "文字可写成一段，或按语言写 {example}；这里有“{key}”",
    "text is one string, or by language {example}; here stands '{key}'",
    "只用 zh 和 en，各写一段文字",
    "use zh and en only, with text in each",
)

BAD_DAY = Sentence(
    "schema.bad-date",
    "没有这一天：{value}",
    "there is no such day: {value}",
    "{last}",
    "{last}",
    "ISO 9001 7.5.2",
)

DAY_FORM = Sentence(
    "schema.date-form",
    "日期写成年-月-日，这里是 {value}",
    "a date is written year-month-day; here stands {value}",
    "{hint}",
    "{hint}",
    "ISO 9001 7.5.2",
)

DAY_RANGE = Sentence(
    "schema.date-range",
    "日期 {value} 不在 2000 至 2100 年之间",
    "the date {value} is not between 2000 and 2100",
    "请检查年份",
    "check the year",
    "ISO 9001 7.5.2",
)

MOMENT_FORM = Sentence(
    "schema.time-form",
    "时间写成“日期T时:分”，这里是 {value}",
    "a time is written as date, T, hour:minute; here stands {value}",
    "{hint}",
    "{hint}",
    "ISO 9001 7.5.2",
)

BAD_MOMENT = Sentence(
    "schema.bad-time",
    "没有这个时间：{value}",
    "there is no such time: {value}",
    "小时 00 到 23，分钟 00 到 59；与格林尼治的时差最多 14 小时",
    "hours run from 00 to 23, minutes from 00 to 59; offsets from Greenwich up to 14 hours",
    "ISO 9001 7.5.2",
)

NOT_WHOLE = Sentence(
    "schema.not-a-whole-number",
    "这里要整数，不是 {value}",
    "a whole number is expected, not {value}",
    "{hint}；只写数字，不要单位、小数和分隔符",
    "{hint}; digits only: no unit, no decimals, no separators",
)

NOT_AMOUNT = Sentence(
    "schema.not-a-number",
    "这里要数字，不是 {value}",
    "a number is expected, not {value}",
    "{hint}；不要单位和分隔符",
    "{hint}; no unit, no separators",
)

OUT_OF_RANGE = Sentence(
    "schema.out-of-range",
    "{value} 不在 {least} 到 {most} 之间",
    "{value} is not between {least} and {most}",
    "请检查数字",
    "check the number",
)

NOT_YES_NO = Sentence(
    "schema.not-true-or-false",
    "这里写 true 或 false，不是 {value}",
    "true or false is expected, not {value}",
    "{hint}",
    "{hint}",
)

NOT_A_CHOICE = Sentence(
    "schema.not-a-choice",
    "没有这个选项：{value}",
    "no such choice: {value}",
    "可选：{choices}{guess_zh}",
    "choose one of: {choices}{guess_en}",
)

BAD_ID = Sentence(
    "schema.bad-id",
    "{value} 不是{what}",
    "{value} is not a valid {what}",
    "写法如 {example}{hint_zh}",
    "it looks like {example}{hint_en}",
    "003 四(三)3",
)

SENTENCES = (
    TEXT_TOO_LONG, WORD_TOO_LONG, COMMENT_AFTER_TEXT, MANY_LINES, TEXT_GROUP, BAD_DAY, DAY_FORM, DAY_RANGE,
    MOMENT_FORM, BAD_MOMENT, NOT_WHOLE, NOT_AMOUNT, OUT_OF_RANGE, NOT_YES_NO, NOT_A_CHOICE, BAD_ID,
)  # fmt: skip
