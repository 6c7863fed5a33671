"""What a document was made from, then and now → in words, which input changed."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from auditdocs.fingerprint import Ingredients
from auditdocs.problem import Words

SHOWN = 8  # records listed by name; more are counted
UNKNOWN = Words(
    "没有记下它是怎样做的：从未在此制作，或 .auditdocs 已删除",
    "nothing is noted of how it was made: never made here, or .auditdocs was deleted",
)
MISSING = Words("文件不在了", "the file is no longer there")
EDITED = Words("文件在制作之后被改动", "the file was changed after it was made")
FORCED = Words("要求全部重做（--force）", "all is to be made again (--force)")
PROGRAM = Words("程序或其依赖的库已更新", "the program or a library it rests on is another one")
FONTS = Words("字体已更换", "the fonts are others")
OPTIONS = Words("选项已改：auditdocs.toml 或日期", "the options are others: auditdocs.toml, or the day")
STATUS = {
    "ready": Words("正式", "ready"),
    "draft": Words("草稿 DRAFT", "DRAFT"),
    "working_copy": Words("工作副本 WORKING COPY", "WORKING COPY"),
}


def changes(before: Mapping[str, Any], now: Ingredients, template: str) -> tuple[Words, ...]:
    """Name what changed between what was noted and what is; nothing where all is as it was."""
    named = [*_program(before, now), *records(before.get("sources") or {}, now.sources or {})]
    if before.get("template") != now.template:
        named.append(changed_template(template))
    if before.get("fonts") != now.fonts:
        named.append(FONTS)
    if before.get("languages") != now.languages:
        named.append(_from_to(Words("语言", "languages"), _same(before.get("languages")), _same(now.languages)))
    if before.get("day") != now.day:
        named.append(_from_to(Words("日期", "the day"), _same(before.get("day")), _same(now.day)))
    named.extend(_standing(before, now, is_explained=bool(named)))
    if not named and any(before.get(part) != getattr(now, part) for part in ("kind", "frame", "labels", "view")):
        named.append(OPTIONS)
    return tuple(named)


def changed_template(template: str) -> Words:
    """That a template is no longer what it was."""
    return Words(f"模板已改：{template} 或它引用的模板", f"the template changed: {template}, or one that it includes")


def records(before: Mapping[str, str], now: Mapping[str, str]) -> Iterator[Words]:
    """Records that changed, came or went, by their paths."""
    changed = [path for path in sorted(before.keys() & now.keys()) if before[path] != now[path]]
    yield from _listed(Words("记录已改", "the record changed"), changed)
    yield from _listed(Words("新读取的记录", "a record that is read now"), sorted(now.keys() - before.keys()))
    yield from _listed(Words("不再读取的记录", "a record that is no longer read"), sorted(before.keys() - now.keys()))


def standing_changed(before: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[Words]:
    """Status and commit, as rows of a manifest or ingredients tell them."""
    old, new = str(before.get("status")), str(now.get("status"))
    if old != new:
        yield _from_to(Words("状态", "its status"), STATUS.get(old, _same(old)), STATUS.get(new, _same(new)))
    elif (before.get("commit") or "") != (now.get("commit") or ""):
        yield _from_to(Words("提交", "its commit"), _commit(before), _commit(now))


def _program(before: Mapping[str, Any], now: Ingredients) -> tuple[Words, ...]:
    return () if before.get("program") == now.program else (PROGRAM,)


def _standing(before: Mapping[str, Any], now: Ingredients, is_explained: bool) -> Iterator[Words]:
    """Mark and commit follow from records and templates; alone they tell of Git, or of errors elsewhere."""
    if not is_explained and before.get("frame") != now.frame:
        yield from standing_changed(before, {"status": now.status, "commit": now.commit})


def _listed(what: Words, paths: Iterable[str]) -> Iterator[Words]:
    listed = list(paths)
    yield from (Words(f"{what.zh}：{path}", f"{what.en}: {path}") for path in listed[:SHOWN])
    if len(listed) > SHOWN:
        rest = len(listed) - SHOWN
        yield Words(f"{what.zh}：另有 {rest} 个", f"{what.en}: {rest} more")


def _commit(row: Mapping[str, Any]) -> Words:
    found = str(row.get("commit") or "")
    return _same(found[:10]) if found else Words("无", "none")


def _from_to(what: Words, old: Words, new: Words) -> Words:
    return Words(f"{what.zh}：原为 {old.zh or '空'}，现为 {new.zh or '空'}", f"{what.en}: was {old.en or 'empty'}, is {new.en or 'empty'}")


def _same(text: object) -> Words:
    return Words(str(text or ""), str(text or ""))
