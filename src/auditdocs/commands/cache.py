"""`auditdocs cache`: what is remembered between runs and what fonts were cut, how large it is, and what of it nobody needs."""

from collections.abc import Iterable
from pathlib import Path

from auditdocs.console import Console
from auditdocs.problem import Words, counted
from auditdocs.program import program_digest
from auditdocs.recollection import forget_unbelieved
from auditdocs.render.font_cache import held, outdated
from auditdocs.render.fonts import cache_folder
from auditdocs.store import forget_others, open_memory, read_manifest
from auditdocs.store.files import machine_refusals
from auditdocs.store.memory import FILE, FOLDER
from auditdocs.unchanged import forget_outdated
from auditdocs.workspace import Workspace, find_workspace

SPACES = {
    "survey": Words("文件与历史", "files and history"),
    "check": Words("检查结果", "what was checked"),
    "row": Words("台账的行", "rows of registers"),
    "document": Words("文件的内容计划", "what documents say"),
    "fragment": Words("索引页的各部分", "parts of the index page"),
    "template": Words("模板检查结果", "templates that were checked"),
    "made": Words("制成的文件", "files that were made"),
    "made-from": Words("文件的来源", "what they were made from"),
    "told": Words("上次运行的结果", "what the last runs found"),
}


def run_cache(folder: Path, console: Console, action: str) -> int:
    """Show what is kept, or clear it out."""
    workspace = find_workspace(folder)
    if action == "prune":
        _prune(workspace, console)
    _show(workspace, console)
    return 0


def _show(workspace: Workspace, console: Console) -> None:
    with open_memory(workspace.root, program_digest()) as memory:
        sizes = memory.sizes()
    rows = [(SPACES.get(space, Words(space, space)).in_(console.lang), str(count), _size(size)) for space, count, size in sizes]
    faces, bytes_ = held(cache_folder())
    rows.append((Words("字体缓存", "cut fonts").in_(console.lang), str(faces), _size(bytes_)))
    console.table(
        [Words("内容", "what").in_(console.lang), Words("数量", "number").in_(console.lang), Words("大小", "size").in_(console.lang)], rows
    )
    memory_file = workspace.root / FOLDER / FILE
    console.say(
        Words(f"记忆：{memory_file}（{_size(_bytes((memory_file,)))}）", f"memory: {memory_file} ({_size(_bytes((memory_file,)))})")
    )
    console.say(Words(f"字体：{cache_folder()}", f"fonts: {cache_folder()}"))


def _prune(workspace: Workspace, console: Console) -> None:
    """Forget what no target uses, and remove fonts that no build reads."""
    memory_file = workspace.root / FOLDER / FILE
    before = _bytes((memory_file,))
    targets = {row["path"] for row in read_manifest(workspace.build_folder).get("artefacts", ())}
    runs = forget_outdated(workspace) + forget_unbelieved(workspace)
    with open_memory(workspace.root, program_digest()) as memory:
        entries = forget_others(memory, targets) + runs
        memory.compact()
    fonts = outdated(cache_folder())
    freed = max(before - _bytes((memory_file,)), 0) + _bytes(fonts)
    for path in fonts:
        with machine_refusals(path):
            path.unlink(missing_ok=True)
            if not any(path.parent.iterdir()):
                path.parent.rmdir()
    zh = f"清除了 {entries} 条记忆和 {len(fonts)} 个字体缓存文件，腾出 {_size(freed)}"
    console.say(Words(zh, f"removed {counted(entries, 'remembered fact')} and {counted(len(fonts), 'font file')}, {_size(freed)} freed"))


def _bytes(files: Iterable[Path]) -> int:
    return sum(file.stat().st_size for file in files if file.is_file())


def _size(size: int) -> str:
    """Bytes as people read them."""
    return f"{size / 1_000_000:.1f} MB" if size >= 100_000 else f"{size / 1_000:.1f} kB"
