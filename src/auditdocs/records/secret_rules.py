"""Secrets in records: a private key or an access key that somebody pasted (SEC-002)."""

import re
from collections.abc import Iterator

from auditdocs.entry import AnyEntry, Records, Violation
from auditdocs.problem import Words
from auditdocs.records.words import all_said
from auditdocs.room import rule
from auditdocs.shape import walk

# only what has a form of its own: a password looks like any other word. Each begins with signs that are quickly looked for;
# that nothing stands before them is asked after.
FORMS = {
    re.compile(r"-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----"): Words("私钥", "a private key"),
    re.compile(r"AKIA(?<![0-9A-Za-z]AKIA)[0-9A-Z]{16}(?![0-9A-Za-z])"): Words("云服务访问密钥", "an access key of a cloud service"),
    re.compile(r"gh[pousr]_(?<![0-9A-Za-z]gh[pousr]_)[0-9A-Za-z]{36}(?![0-9A-Za-z])"): Words("代码平台令牌", "a token of a code platform"),
}


@rule(
    "text.secret",
    "ISO 9001 7.5.3",
    catalogue="SEC-002",
    firm=True,
    zh="文字里有{kind}",
    en="the text holds {kind}",
    do_zh="请删除并立即更换：记录进入 Git 后历史中仍可查到",
    do_en="delete it and replace the secret at once: once committed it stays in Git's history",
)
def secret(entry: AnyEntry, records: Records) -> Iterator[Violation]:
    for form, kind in FORMS.items():
        if entry.source.may_say(form):  # nearly never: only then look at each field
            for spot in walk(entry.record):
                for found in form.finditer(all_said(spot.value)) if spot.word.free else ():
                    yield entry.at_words(found.group(), *spot.loc, kind=kind)


SECRET_RULES = (secret,)
