"""`auditdocs.toml` → the settings of a workspace, or what is wrong with it."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta, timezone
from pathlib import Path
from typing import Any

from auditdocs import __version__
from auditdocs.inputs import Settings
from auditdocs.labels import Languages
from auditdocs.problem import AuditdocsError, Words, did_you_mean

CONFIGURATION = "auditdocs.toml"
FORMAT = 1
KEYS = ("format", "languages", "timezone", "fonts", "build", "requires")


@dataclass(frozen=True, slots=True)
class Configuration:
    """What the file says, or what holds where it says nothing."""

    settings: Settings
    fonts: Mapping[str, str]
    build: str


def read_configuration(path: Path) -> Configuration:
    """The configuration, or why it cannot be read."""
    try:
        table = tomllib.loads(path.read_text("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise AuditdocsError(f"{CONFIGURATION} 写法有误：{error}", f"{CONFIGURATION} cannot be read: {error}") from error
    for key in table:
        if key not in KEYS:
            meant = did_you_mean(key, KEYS, Words("；可用：" + "、".join(KEYS), "; known: " + ", ".join(KEYS)))
            raise AuditdocsError(
                f"{CONFIGURATION} 有未知的键 {key}{meant.zh}",
                f"{CONFIGURATION} has an unknown key {key}{meant.en}",
            )
    _check_format(table.get("format", FORMAT))
    _check_version(table.get("requires", ""))
    settings = Settings(_languages(table.get("languages", ["zh"])), _zone(table.get("timezone", "+08:00")))
    return Configuration(settings, _fonts(table.get("fonts", {})), _build(table.get("build", "build")))


def _check_format(found: object) -> None:
    if isinstance(found, int) and found > FORMAT:
        raise AuditdocsError(
            f"记录格式 {found} 比本程序（格式 {FORMAT}）新；请更新 auditdocs",
            f"the records' format {found} is newer than this program knows ({FORMAT}); update auditdocs",
        )
    if found != FORMAT:
        raise AuditdocsError(f"{CONFIGURATION}：format 应为 {FORMAT}", f"{CONFIGURATION}: format must be {FORMAT}")


def _check_version(wanted: object) -> None:
    """`requires = ">=0.1"`: the program's versions that may build this workspace."""
    if not isinstance(wanted, str):
        raise AuditdocsError(f'{CONFIGURATION}：requires 写成 ">=0.1"', f'{CONFIGURATION}: requires is written ">=0.1"')
    own = _numbers(__version__)
    for part in filter(None, (one.strip() for one in wanted.split(","))):
        sign = part.rstrip("0123456789.")
        limit = _numbers(part[len(sign) :])
        fits = {">=": own >= limit, "<": own < limit, "==": own == limit, "<=": own <= limit, ">": own > limit}
        if sign.strip() not in fits:
            raise AuditdocsError(f"{CONFIGURATION}：看不懂 requires = {wanted}", f"{CONFIGURATION}: cannot read requires = {wanted}")
        if not fits[sign.strip()]:
            raise AuditdocsError(
                f"此工作区要求 auditdocs {wanted}，本机是 {__version__}", f"this workspace wants auditdocs {wanted}; this is {__version__}"
            )


def _numbers(version: str) -> tuple[int, ...]:
    found = [int(part) for part in version.split(".") if part.isdigit()]
    return tuple((*found, 0, 0, 0)[:3])


def _languages(found: object) -> Languages:
    if found == ["zh"]:
        return ("zh",)
    if found == ["en"]:
        return ("en",)
    if found == ["zh", "en"]:
        return ("zh", "en")
    if found == ["en", "zh"]:
        return ("en", "zh")
    raise AuditdocsError(
        f'{CONFIGURATION}：languages 写成 ["zh"]、["en"] 或 ["zh", "en"]',
        f'{CONFIGURATION}: languages is ["zh"], ["en"] or ["zh", "en"]',
    )


def _zone(found: object) -> timezone:
    match = re.fullmatch(r"([+-])(0[0-9]|1[0-4]):([0-5][0-9])", found) if isinstance(found, str) else None
    if not match:
        raise AuditdocsError(f'{CONFIGURATION}：timezone 写成 "+08:00"', f'{CONFIGURATION}: timezone is written "+08:00"')
    delta = timedelta(hours=int(match[2]), minutes=int(match[3]))
    return timezone(-delta if match[1] == "-" else delta)


def _fonts(found: object) -> Mapping[str, str]:
    if isinstance(found, dict) and set(found) <= {"regular", "bold"} and all(isinstance(one, str) for one in found.values()):
        return found
    raise AuditdocsError(
        f"{CONFIGURATION}：fonts 写成 {{regular = 字体文件, bold = 字体文件}}",
        f"{CONFIGURATION}: fonts is written {{regular = FILE, bold = FILE}}",
    )


def _build(found: Any) -> str:
    """The folder for what is made: inside the workspace, never the workspace itself."""
    parts = Path(found).parts if isinstance(found, str) else ()
    if not parts or Path(found).is_absolute() or ".." in parts or parts[0] in ("records", "templates", "schemas", ".git", "."):
        raise AuditdocsError(
            f"{CONFIGURATION}：build 应是工作区内的文件夹名", f"{CONFIGURATION}: build names a folder inside the workspace"
        )
    return str(found)
