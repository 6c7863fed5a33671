"""What was destroyed is out of the tree and has its tombstone; what Git still keeps is said (DSP-004, DSP-005; D.7.6)."""

from collections.abc import Iterator

from auditdocs.entry import Entry, Records, Violation
from auditdocs.records.keeping.disposal import GIT_SCOPE, GONE_FOR_GOOD, Disposal
from auditdocs.records.keeping.disposal_day import entries_of
from auditdocs.records.lacking import lacking
from auditdocs.room import rule

DisposalEntry = Entry[Disposal]


@rule(
    "disposal.still-there",
    "003 五(四)2",
    catalogue="DSP-004",
    zh="{record} 记为已销毁，文件还在 {path}",
    en="{record} is recorded as destroyed, but its files still lie in {path}",
    do_zh="先 auditdocs new tombstone {record}，再 git rm -r {path}",
    do_en="run `auditdocs new tombstone {record}`, then `git rm -r {path}`",
)
def still_there(entry: DisposalEntry, records: Records) -> Iterator[Violation]:
    for index, item in enumerate(entry.record.items if entry.record.executed_on else ()):
        found = entries_of(records, item.record) if item.record else ()
        if item.record and found:
            folder = found[0].path
            path = f"{folder.partition(item.record)[0]}{item.record}" if found[0].scope else folder
            yield entry.at("items", index, "record", record=item.record, path=path)


@rule(
    "disposal.without-tombstone",
    "003 五(四)3",
    catalogue="DSP-004",
    zh="{record} 已销毁，却没有注销登记",
    en="{record} was destroyed and has no tombstone",
    do_zh="请建立 records/archive/tombstones/{record}.yaml（auditdocs new tombstone {record}）",
    do_en="write records/archive/tombstones/{record}.yaml (`auditdocs new tombstone {record}`)",
)
def without_tombstone(entry: DisposalEntry, records: Records) -> Iterator[Violation]:
    for index, item in enumerate(entry.record.items if entry.record.executed_on else ()):
        is_missing = item.record is not None and not entries_of(records, item.record) and not records.is_known("tombstone", item.record)
        if item.record and is_missing:
            yield entry.at("items", index, "record", record=item.record)


@rule(
    "disposal.git-scope",
    "A.15 X12",
    catalogue="DSP-005",
    severity="warning",
    at="executed",
    zh="没有写明 Git 历史如何处理：删除文件并不销毁历史中的内容",
    en="it does not say what was done about Git: removing a file does not destroy what the history has of it",
    do_zh="写 git: {example}，可选 {choices}",
    do_en="write git: {example}; choices: {choices}",
)
def git_scope(entry: DisposalEntry, records: Records) -> Iterator[Violation]:
    if entry.record.git is None or entry.record.git.scope is None:
        yield entry.at("git", example="{scope: working_tree}", choices=tuple(GIT_SCOPE.choices))


@rule(
    "disposal.git-unproven",
    "D.7.6",
    catalogue="DSP-005",
    firm=True,
    zh="记为“{scope}”，却缺少{fields}",
    en="it says '{scope}', but lacks: {fields}",
    do_zh="写明何时、由谁、有何证明；没有证明就写 scope: working_tree",
    do_en="say when, by whom and what proves it; without proof write scope: working_tree",
)
def git_unproven(entry: DisposalEntry, records: Records) -> Iterator[Violation]:
    git = entry.record.git
    if git and git.scope in GONE_FOR_GOOD:
        missing = lacking(git, "done_on", "by", "evidence")
        if missing:
            yield entry.at("git", "scope", scope=GIT_SCOPE.label(git.scope), fields=tuple(missing.values()))


GIT_RULES = (still_there, without_tombstone, git_scope, git_unproven)
