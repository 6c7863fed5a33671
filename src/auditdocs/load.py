"""Sources → Records, and a problem for everything that does not fit, at its own line."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import BaseModel, RootModel, ValidationError

from auditdocs.entry import AnyEntry, Entry, Lost, Records, Settings
from auditdocs.field import Group, Many, Numbered, Reading, Shape, Wrong, label, shapes
from auditdocs.problem import Fact, Facts, Free, Place, Problem, Sentence, Words, nearest
from auditdocs.room import RecordType, Rooms
from auditdocs.source import Loc, Source, parse

UNKNOWN_FIELD = Sentence(
    "schema.unknown-field",
    "未知字段 “{field}”",
    "unknown field '{field}'",
    "{guess}",
    "{guess}",
    "YML-006",
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
    "写成 {{字段: 值}}，可用字段：{fields}".replace("{{", "{").replace("}}", "}").replace("{字段: 值}", "“字段: 值”"),
    "write 'field: value' below it; its fields: {fields}",
)
RESERVED_KEY = Sentence(
    "schema.boolean-key",
    "“{field}”不能作字段名：有的程序把它读成真或假",
    "'{field}' cannot be a field name: some programs read it as true or false",
    "{guess}",
    "{guess}",
    "YML-003",
)
COMPUTED_FIELD = Sentence(
    "schema.computed-field",
    "“{field}”不由人填写：{reason}",
    "'{field}' is not typed by people: {reason}",
    "请删除这一行",
    "delete this line",
    "YML-006",
)
UNKNOWN_PATH = Sentence(
    "file.unknown-path",
    "程序不认识放在这里的文件",
    "no record is known by this path",
    "最接近的写法：{pattern}",
    "the nearest known path: {pattern}",
    "002 三.1",
)
SAME_NUMBER = Sentence(
    "file.number-taken",
    "编号 {key} 已被 {other} 占用",
    "the number {key} is taken by {other}",
    "请改用下一个编号",
    "take the next number for one of them",
    "003 四(二)3",
)
SAME_NAME = Sentence(
    "file.same-name",
    "文件名与 {other} 只差大小写或全半角",
    "this file's name differs from {other} only by case or width",
    "请改名，否则在 Windows 上会互相覆盖",
    "rename one: on Windows they would overwrite each other",
    "003 四(二)3",
)
OUTSIDE_LINK = Sentence(
    "file.link",
    "这是一个链接，指向工作区以外",
    "this is a link that leads out of the workspace",
    "请放入文件本身",
    "put the file itself here",
)
FRONT_MATTER = Sentence(
    "file.no-front-matter",
    "文件开头应有“---”之间的文件信息",
    "the file must begin with its facts between two lines of '---'",
    "第一行写 ---，写完 title 等字段后再写一行 ---",
    "write --- in the first line, then title and the other fields, then --- again",
)
SENTENCES = (
    UNKNOWN_FIELD, MISSING_FIELD, NOT_A_LIST, NOT_A_GROUP, RESERVED_KEY, COMPUTED_FIELD, UNKNOWN_PATH, SAME_NUMBER,
    SAME_NAME, OUTSIDE_LINK, FRONT_MATTER,
)  # fmt: skip

COMPUTED: Mapping[str, Words] = {
    "id": Words("编号来自文件名", "the number comes from the file's name"),
    "kind": Words("类型来自文件路径", "the kind comes from the path"),
    "schema": Words("类型来自文件路径", "the kind comes from the path"),
    "audit": Words("所属审核来自文件夹", "the audit comes from the folder"),
    "status": Words("状态由记录的事实推出", "the state follows from the recorded facts"),
    "state": Words("状态由记录的事实推出", "the state follows from the recorded facts"),
    "history": Words("履历来自 Git", "the history comes from Git"),
    "created_on": Words("创建日期来自 Git", "the date of creation comes from Git"),
    "created_by": Words("创建人来自 Git", "the creator comes from Git"),
    "car_ids": Words("由各 CAR 的 findings 推出", "it follows from the findings of the CARs"),
    "counts": Words("由发现项数出", "it is counted from the findings"),
    "grade": Words("由程序推出", "it is computed"),
}
_BOOLEAN_KEYS = frozenset(("no", "on", "off", "yes", "y", "n", "true", "false"))


@dataclass(frozen=True, slots=True)
class File:
    """A file of the workspace as it lies there: path relative to it, with / on every system."""

    path: str
    content: bytes
    leads_outside: bool = False


@dataclass(frozen=True, slots=True)
class Loaded:
    """All records, and what is the matter with those that are not among them."""

    records: Records
    problems: tuple[Problem, ...]
    hashes: Mapping[str, str]  # sha256 of every record file
    count: int


def load(
    files: Iterable[File],
    rooms: Rooms,
    as_of: date,
    settings: Settings | None = None,
    attachments: Iterable[str] = (),
    root: str = "records/",
) -> Loaded:
    """Read every file as what its path says it is."""
    settings = settings or Settings()
    entries: dict[tuple[str, str], AnyEntry] = {}
    lost: list[Lost] = []
    problems: list[Problem] = []
    hashes: dict[str, str] = {}
    names: dict[str, str] = {}
    count = 0
    for file in sorted(files, key=lambda one: one.path):
        count += 1
        found = _room_of(file, rooms, names, root)
        if isinstance(found, Problem):
            problems.append(found)
            continue
        room, key, scope = found
        taken = entries.get((room.name, key))
        if taken:
            problems.append(Problem(Place(file.path), SAME_NUMBER, {"key": key, "other": taken.path}))
            continue
        made = read_entry(file, room, key, scope, settings)
        if isinstance(made, Entry):
            entries[(room.name, key)] = made
            hashes[file.path] = made.source.sha256
        else:
            problems.extend(made)
            lost.append(Lost(room.name, key, scope, file.path))
    records = Records.of(entries.values(), rooms.names, as_of, lost, settings, attachments, rooms)
    return Loaded(records, tuple(problems), hashes, count)


def read_entry(file: File, room: RecordType[Any], key: str, scope: str, settings: Settings) -> AnyEntry | tuple[Problem, ...]:
    """One file → a believed record, or everything that is the matter with it."""
    source = _front_matter(file) if room.front_matter else parse(file.path, file.content)
    if not isinstance(source, Source):
        return source
    try:
        record = room.model.model_validate(source.data, context=Reading(settings.zone))
    except ValidationError as error:
        return tuple(_schema_problems(source, room.model, error))
    return Entry(room.name, key, scope, file.path, record, source)


def _room_of(file: File, rooms: Rooms, names: dict[str, str], root: str) -> tuple[RecordType[Any], str, str] | Problem:
    if file.leads_outside:
        return Problem(Place(file.path), OUTSIDE_LINK)
    folded = _folded(file.path)
    if folded in names:
        return Problem(Place(file.path), SAME_NAME, {"other": names[folded]})
    names[folded] = file.path
    below = file.path.removeprefix(root)
    for room in rooms.types.values():
        match = room.match(below)
        if match:
            return room, *match
    return Problem(Place(file.path), UNKNOWN_PATH, {"pattern": root + _nearest_path(below, rooms)})


def _folded(path: str) -> str:
    import unicodedata

    return unicodedata.normalize("NFKC", path).casefold()


def _nearest_path(below: str, rooms: Rooms) -> str:
    """The pattern most like a path, written as an example."""
    examples = [_example(room.path) for room in rooms.types.values()]
    folder = [one for one in examples if one.split("/")[0] == below.split("/", maxsplit=1)[0]]
    shapes_by_path = {_digits_away(one): one for one in folder or examples}
    return shapes_by_path.get(nearest(_digits_away(below), shapes_by_path) or next(iter(shapes_by_path)), examples[0])


_EXAMPLES = {
    "year": "2026", "audit": "AUD-2026-014", "car": "CAR-2026-0031", "person": "P0102", "customer": "C0007",
    "criterion": "ISO9001-2015", "checklist": "CL-ISO9001-2015", "document": "XY-QP-CA-01", "revision": "A-1",
    "translation": "A-1.en",
}  # fmt: skip


def _example(path: str) -> str:
    return path.format(**_EXAMPLES)


def _digits_away(path: str) -> str:
    return "".join("0" if sign.isdigit() else sign for sign in path)


def _front_matter(file: File) -> Source | tuple[Problem, ...]:
    """The YAML between the first two lines of `---` of a Markdown file; its Markdown becomes the field `body`."""
    text = file.content.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    head, _, rest = text.partition(b"\n")
    facts, closing, body = rest.partition(b"\n---\n")
    if head.rstrip() != b"---" or not closing:
        return (Problem(Place(file.path), FRONT_MATTER),)
    return parse_with_body(file.path, file.content, facts, body)


def parse_with_body(path: str, raw: bytes, facts: bytes, body: bytes) -> Source | tuple[Problem, ...]:
    """Parse front matter one line below the file's start, and hang the body below the name `body`."""
    import hashlib

    from auditdocs.source import Node, Scalar
    from auditdocs.source_text import complaint, decode

    text = decode(path, raw)
    if isinstance(text, Problem):
        return (text,)
    wrong = complaint(path, text)
    if wrong:
        return wrong
    parsed = parse(path, b"#\n" + facts + b"\n")  # the comment keeps the lines of the file
    if not isinstance(parsed, Source):
        return parsed
    words = Scalar(body.decode("utf-8").strip("\n"))
    words.plain, words.comment = False, False
    first = facts.count(b"\n") + 4
    assert isinstance(parsed.root.value, dict)
    if words:
        parsed.root.value["body"] = Node((first, 1, first + str(words).count("\n"), 1), words)
        parsed.root.keys["body"] = (first, 1, first, 1)
    return Source(path, text, hashlib.sha256(raw).hexdigest(), parsed.root)


def _schema_problems(source: Source, model: type[BaseModel], error: ValidationError) -> Iterator[Problem]:
    """pydantic's errors by type in our own sentences, at the value (`libraries.md`)."""
    seen: set[tuple[Place, str]] = set()
    for one in error.errors(include_url=False, include_input=False):
        problem = _problem(source, model, tuple(step for step in one["loc"] if step != "[key]"), one)
        if (problem.place, problem.code) not in seen:
            seen.add((problem.place, problem.code))
            yield problem


def _problem(source: Source, model: type[BaseModel], loc: Loc, error: Any) -> Problem:
    on_key = error["type"] == "extra_forbidden" or error["loc"][-1:] == ("[key]",)
    place = source.place(loc, key=on_key)
    if error["type"] == "auditdocs":
        wrong: Wrong = error["ctx"]["wrong"]
        facts = {"field": str(loc[-1]) if loc else "", **wrong.facts}
        return Problem(place, wrong.sentence, facts)
    group, shape = _where(model, loc)
    name = next((str(step) for step in reversed(loc) if isinstance(step, str)), "")
    match error["type"]:
        case "extra_forbidden":
            return Problem(place, *_unknown(group, name))
        case "missing":
            above = source.place(loc[:-1])
            return Problem(above, MISSING_FIELD, {"field": name, "label": label(group, name)} if group else {})
        case "tuple_type" | "list_type" | "iterable_type":
            return Problem(place, NOT_A_LIST, {**_named(group, name), "example": _example_of(shape)})
        case _:
            inner = _inner_fields(shape)
            return Problem(place, NOT_A_GROUP, {**_named(group, name), "fields": inner})


def _named(group: type[BaseModel] | None, name: str) -> dict[str, Fact]:
    known = group is not None and name in shapes(group) and not issubclass(group, RootModel)
    return {"field": name, "label": label(group, name) if group and known else Words(name, name)}


def _inner_fields(shape: Shape | None) -> tuple[str, ...]:
    match shape:
        case Group(model):
            return tuple(shapes(model))
        case Many(inner) | Numbered(_, inner):
            return _inner_fields(inner)
        case _:
            return ()


def _example_of(shape: Shape | None) -> str:
    match shape:
        case Many(inner):
            return _example_of(inner)
        case Group(model):
            return "{" + f"{next(iter(shapes(model)))}: …" + "}"
        case Numbered():
            return "…"
        case None:
            return "…"
        case leaf:
            return leaf.word.example


def _where(model: type[BaseModel], loc: Loc) -> tuple[type[BaseModel] | None, Shape | None]:
    """The group of fields a place lies in, and the shape of the place itself."""
    group: type[BaseModel] | None = model
    shape: Shape | None = shapes(model)["root"] if issubclass(model, RootModel) else Group(model)
    for step in loc:
        match shape:
            case Group(inner):
                group = inner
                shape = shapes(inner).get(str(step))
            case Many(inner_shape) | Numbered(_, inner_shape):
                shape = inner_shape
            case _:
                return group, shape
    return group, shape


def _unknown(group: type[BaseModel] | None, name: str) -> tuple[Sentence, Facts]:
    fields = tuple(shapes(group)) if group else ()
    guess = _guess(group, name) if group else ""
    if guess and group:
        words = label(group, guess)
        advice = Words(f"字段名用英文：{guess}（{words.zh}）", f"did you mean {guess} ({words.en})?")
    else:
        advice = Words("这里可用的字段：" + "、".join(fields), "fields known here: " + ", ".join(fields))
    if name.lower() in _BOOLEAN_KEYS:
        return RESERVED_KEY, {"field": name, "guess": advice}
    if name in COMPUTED and not guess:
        return COMPUTED_FIELD, {"field": name, "reason": COMPUTED[name]}
    return UNKNOWN_FIELD, {"field": Free(name) if len(name) > 40 else name, "guess": advice}


def _guess(group: type[BaseModel], name: str) -> str:
    """The field meant: by its name, or by its Chinese or English label."""
    known = {word: field for field in shapes(group) for word in (field, label(group, field).zh, label(group, field).en.lower())}
    if name in known:
        return known[name]
    inside = [field for word, field in known.items() if len(name) > 1 and (name in word or word in name)]
    found = nearest(name.lower(), known)
    return known[found] if found else (inside[0] if inside else "")
