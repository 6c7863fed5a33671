"""A name that is no field of its group → what to say: it is computed, was meant otherwise, or belongs elsewhere."""

import functools
from collections.abc import Mapping

from pydantic import BaseModel

from auditdocs.field import Model, label
from auditdocs.problem import Facts, Free, Sentence, Words, nearest
from auditdocs.schema_sentences import COMPUTED_FIELD, RESERVED_KEY, UNKNOWN_FIELD
from auditdocs.shape import Group, Numbered, Shape, shapes

COMPUTED: Mapping[str, Words] = {
    "id": Words("编号来自文件名", "the number comes from the file's name"),
    "kind": Words("类型来自文件路径", "the kind comes from the path"),
    "schema": Words("类型来自文件路径", "the kind comes from the path"),
    "audit": Words("所属审核来自文件夹", "the audit comes from the folder"),
    "status": Words("状态由记录的事实推出", "the state follows from the recorded facts"),
    "state": Words("状态由记录的事实推出", "the state follows from the recorded facts"),
    "history": Words("履历来自 Git", "the history comes from Git"),
    "revision": Words("版本来自文件名", "the revision comes from the file's name"),
    "obsolete_on": Words("由下一版的批准或 withdrawn 推出", "it follows from the next revision, or from 'withdrawn'"),
    "created_on": Words("创建日期来自 Git", "the date of creation comes from Git"),
    "created_by": Words("创建人来自 Git", "the creator comes from Git"),
    "car_ids": Words("由各 CAR 的 findings 推出", "it follows from the findings of the CARs"),
    "counts": Words("由发现项数出", "it is counted from the findings"),
    "grade": Words("由程序推出", "it is computed"),
}
_BOOLEAN_KEYS = frozenset(("no", "on", "off", "yes", "y", "n", "true", "false"))


def unknown(group: type[BaseModel] | None, name: str, record: type[BaseModel] | None = None) -> tuple[Sentence, Facts]:
    """What is said of a name that is no field of this group of a record."""
    advice = _advice(group, name, record)
    if name.lower() in _BOOLEAN_KEYS:
        return RESERVED_KEY, {"field": name, "guess": advice}
    reason = COMPUTED.get(name) or (group.computed.get(name) if group and issubclass(group, Model) else None)
    if reason:
        return COMPUTED_FIELD, {"field": name, "reason": reason}
    return UNKNOWN_FIELD, {"field": Free(name) if len(name) > 40 else f"“{name}”", "guess": advice}


def _advice(group: type[BaseModel] | None, name: str, record: type[BaseModel] | None) -> Words:
    """The field that was meant, where the name belongs, or what is known here."""
    if group is None:
        return Words("请删除", "delete it")
    if record and record is not group and name in shapes(record):
        return Words("它属于整份记录：写在行首，不缩进", "it belongs to the record as a whole: write it at the beginning of a line")
    guess, inside = meant_field(group, name), _belongs_in(group, name)
    if guess and not inside:
        words = label(group, guess)
        zh = f"是否想写 {guess}（{words.zh}）？" if name.isascii() else f"字段名用英文：{guess}（{words.zh}）"
        return Words(zh, f"did you mean {guess} ({words.en})?")
    if inside:
        places = " 或 ".join(inside), " or ".join(inside)
        return Words(f"它属于 {places[0]}：请缩进写在它下面", f"it belongs to {places[1]}: indent it there")
    fields = tuple(shapes(group))
    return Words("这里可用的字段：" + "、".join(fields), "fields known here: " + ", ".join(fields))


def _belongs_in(group: type[BaseModel], name: str) -> tuple[str, ...]:
    """The fields below which this name would be right: `S06` below sessions, `received_at` below info_source."""
    found = tuple(field for field, shape in shapes(group).items() if _takes(shape, name))
    return found if len(found) < 3 else ()


def _takes(shape: Shape, name: str) -> bool:
    match shape:
        case Group(model):
            return name in shapes(model)
        case Numbered(key, _):
            return key.fits(name)
        case _:
            return False


@functools.cache
def meant_field(group: type[BaseModel], name: str) -> str:
    """The field meant: by its name, or by its Chinese or English label."""
    known = {word: field for field in shapes(group) for word in (field, label(group, field).zh, label(group, field).en.lower())}
    if name in known:
        return known[name]
    inside = [field for word, field in known.items() if len(name) > 1 and (name in word or word in name)]
    found = nearest(name[:80].lower(), known)
    return known[found] if found else (inside[0] if inside else "")
