"""A Markdown file with YAML facts between two lines of `---` → one source; its Markdown is the field `body`."""

import hashlib
import re

from auditdocs.problem import Place, Problem, Sentence
from auditdocs.source import Source, parse, plain_data
from auditdocs.source_text import complaint, decode
from auditdocs.yaml_tree import Node, Scalar

FRONT_MATTER = Sentence(
    "file.no-front-matter",
    "文件开头应有“---”之间的文件信息",
    "the file must begin with its facts between two lines of '---'",
    "第一行写 ---，写完 title 等字段后再写一行 ---",
    "write --- in the first line, then title and the other fields, then --- again",
)
SENTENCES = (FRONT_MATTER,)


def read_front_matter(path: str, content: bytes) -> Source | tuple[Problem, ...]:
    """The YAML between the first two lines of `---` of a Markdown file; its Markdown becomes the field `body`."""
    text = content.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    head, _, rest = text.partition(b"\n")
    parts = re.split(rb"^---[ ]*(?:\n|\Z)", rest, maxsplit=1, flags=re.MULTILINE)
    if head.rstrip() != b"---" or len(parts) == 1:
        return (Problem(Place(path), FRONT_MATTER),)
    return _with_body(path, content, parts[0].removesuffix(b"\n"), parts[1])


def _with_body(path: str, raw: bytes, facts: bytes, body: bytes) -> Source | tuple[Problem, ...]:
    """Parse front matter one line below the file's start, and hang the body below the name `body`."""
    text = decode(path, raw)
    if isinstance(text, Problem):
        return (text,)
    wrong = complaint(path, text, headings=True)
    if wrong:
        return wrong
    parsed = parse(path, b"#\n" + facts + b"\n")  # the comment keeps the lines of the file
    if not isinstance(parsed, Source):
        return parsed
    markdown = body.decode("utf-8")
    words = Scalar(markdown.strip("\n"))
    words.plain, words.comment = False, False
    first = facts.count(b"\n") + 4 + len(markdown) - len(markdown.lstrip("\n"))
    assert isinstance(parsed.root.value, dict)
    if words:
        parsed.root.value["body"] = Node((first, 1, first + str(words).count("\n"), 1), words)
        parsed.root.keys["body"] = (first, 1, first, 1)
    return Source(path, text, hashlib.sha256(raw).hexdigest(), plain_data(parsed.root), lambda: parsed.root)
