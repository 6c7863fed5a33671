"""What is said of a file whose text no record may hold."""

from auditdocs.problem import Sentence

CLAUSE = "003 四(三)3"

ENCODING = Sentence(
    "yaml.not-utf-8",
    "文件不是 UTF-8 编码（疑为 {encoding}）",
    "the file is not UTF-8 (it looks like {encoding})",
    "请在编辑器中另存为 UTF-8",
    "save it as UTF-8 in your editor",
    CLAUSE,
)
CHARACTER = Sentence(
    "yaml.illegal-character",
    "不允许的字符 {character}",
    "character {character} is not allowed",
    "请删除它；通常来自复制粘贴",
    "delete it; such characters come with copy and paste",
    CLAUSE,
)
TAB = Sentence(
    "yaml.tab",
    "这里是制表符（Tab）",
    "a tab character stands here",
    "请改用空格；缩进用两个空格",
    "use blanks instead; indent by two blanks",
    "ISO 9001 7.5.2",
)
LOST = Sentence(
    "yaml.lost-character",
    "这里有一个丢失的字符（U+FFFD）",
    "a character was lost here (U+FFFD)",
    "请从原文重新输入",
    "type it again from the original",
    CLAUSE,
)
CONFLICT = Sentence(
    "yaml.conflict-marker",
    "这里是未解决的合并冲突标记",
    "an unresolved merge conflict stands here",
    "请选定一方内容并删除 <<<<<<<、=======、>>>>>>> 行",
    "choose one side and delete the lines <<<<<<<, ======= and >>>>>>>",
)
TOO_LARGE = Sentence(
    "yaml.too-large",
    "文件有 {size} 字节，超过 {limit}",
    "the file has {size} bytes, more than {limit}",
    "请把大段内容作为附件保存",
    "keep large content as an attachment",
)
SENTENCES = (ENCODING, CHARACTER, TAB, LOST, CONFLICT, TOO_LARGE)
