"""Whether this machine has Pango, which lays out the pages of a PDF; how to get it where it has not."""

import ctypes
import os
from collections.abc import Iterable

from auditdocs.problem import AuditdocsError

_LIBRARIES = (
    "libpango-1.0.so.0",
    "libpango-1.0-0.dll",
    "libpango-1.0.dylib",
    "/opt/homebrew/lib/libpango-1.0.dylib",
    "/usr/local/lib/libpango-1.0.dylib",
)
_WINDOWS_FOLDERS = "C:\\msys64\\ucrt64\\bin;C:\\msys64\\mingw64\\bin;C:\\Program Files\\GTK3-Runtime Win64\\bin"


def demand_pango(libraries: Iterable[str] = _LIBRARIES) -> None:
    """Say what to install where PDF cannot be made on this machine."""
    if not any(_loads(library) for library in libraries):
        raise AuditdocsError(
            "本机没有 Pango，无法生成 PDF：Debian/Ubuntu 请运行 `apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0`，"
            "macOS 请运行 `brew install pango`，Windows 请安装 MSYS2 后运行 `pacman -S mingw-w64-ucrt-x86_64-pango`",
            "this machine has no Pango, so no PDF can be made: on Debian or Ubuntu run "
            "`apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0`, on macOS `brew install pango`, "
            "on Windows install MSYS2 and run `pacman -S mingw-w64-ucrt-x86_64-pango`",
            exit=3,
        )


def _loads(library: str) -> bool:
    if os.name == "nt":
        folders = os.environ.get("WEASYPRINT_DLL_DIRECTORIES", _WINDOWS_FOLDERS).split(";")
        return any(os.path.isfile(os.path.join(folder, library)) for folder in folders)
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
