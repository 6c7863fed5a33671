"""Bytes become a file, whole or not at all; what the machine refuses becomes a sentence."""

import errno
import os
import secrets
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from auditdocs.problem import AuditdocsError

TEMPORARY = ".auditdocs-*.tmp"  # short, because a target's own name may already be as long as a name can be

_REASONS: dict[int, tuple[str, str]] = {
    errno.ENOSPC: ("磁盘已满，请腾出空间后重试", "the disk is full; free some space and try again"),
    errno.EROFS: (
        "该磁盘为只读，请换用可写的位置",
        "the disk is read-only; choose a place that can be written to",
    ),
    errno.EACCES: (
        "没有权限，或文件正在其他程序（如 Word）中打开；请关闭该程序或检查权限后重试",
        "not permitted, or open in another program such as Word; close it or mend the permissions, and try again",
    ),
    errno.ENAMETOOLONG: ("路径太长，请缩短文件夹名称", "the path is too long; use shorter folder names"),
    errno.ENOTDIR: (
        "需要文件夹的位置上有一个同名文件，请将其移走",
        "a file stands where a folder is needed; move it away",
    ),
    errno.EISDIR: (
        "需要文件的位置上有一个同名文件夹，请将其移走",
        "a folder stands where a file is needed; move it away",
    ),
}
_REASONS |= {
    errno.EIO: (
        "磁盘或网络盘报告读写错误；请检查该磁盘，或换一个位置后重试",
        "the disk, or the network it is reached by, reports an error; check it or choose another place, and try again",
    ),
    errno.EMFILE: (
        "打开的文件太多；请减少并行数（-j），或提高系统限制（ulimit -n）后重试",
        "too many files are open; build with fewer workers (-j) or raise the system's limit (ulimit -n), and try again",
    ),
    errno.EFBIG: (
        "文件超过系统允许的大小；请提高限制（ulimit -f）或换一个位置",
        "the file would be larger than the system allows; raise the limit (ulimit -f) or choose another place",
    ),
}
_REASONS |= {
    errno.ENFILE: _REASONS[errno.EMFILE],
    errno.EDQUOT: _REASONS[errno.ENOSPC],
    errno.EPERM: _REASONS[errno.EACCES],
    errno.EEXIST: _REASONS[errno.ENOTDIR],
}


def write_file(path: Path, content: bytes) -> bool:
    """Write the file whole or not at all; False if it held these bytes already and nothing was written."""
    with machine_refusals(path):
        if _holds(path, content):
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, content)
    return True


def remove_file(path: Path) -> None:
    """Take a file away, and its folder where that is empty then."""
    with machine_refusals(path):
        path.unlink(missing_ok=True)
        if not any(path.parent.iterdir()):
            path.parent.rmdir()


@contextmanager
def machine_refusals(path: Path) -> Iterator[None]:
    """Say in both languages what the machine refused to do with this path."""
    try:
        yield
    except OSError as error:
        zh, en = _reason(error)
        raise AuditdocsError(zh=f"无法写入 {path}：{zh}。", en=f"cannot write {path}: {en}", exit=3) from error


def refused_by_machine(error: OSError) -> AuditdocsError:
    """The sentence for what the machine refused wherever nobody knew more about it."""
    zh, en = _reason(error)
    path = error.filename or error.filename2 or ""
    return AuditdocsError(zh=f"无法读写 {path}：{zh}。", en=f"cannot read or write {path}: {en}", exit=3)


def _reason(error: OSError) -> tuple[str, str]:
    said = error.strerror or str(error)
    return _REASONS.get(error.errno or 0, (f"系统报告：{said}", f"the system says: {said}"))


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except FileNotFoundError:
        return False


def _replace(path: Path, content: bytes) -> None:
    temporary = path.parent / TEMPORARY.replace("*", secrets.token_hex(8))
    try:
        with temporary.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, temporary)
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)  # still there only if something went wrong
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    if sys.platform == "win32":  # which has no such thing: a rename is durable there by itself
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
