"""What a build begins before it knows what it will make: a child that will print pages, for importing what prints takes a while."""

from collections import deque
from contextlib import AbstractContextManager
from pathlib import Path

from auditdocs.children import Process, in_reserve
from auditdocs.problem import AuditdocsError
from auditdocs.render import Press
from auditdocs.render.fonts import are_cut, prepare
from auditdocs.render.templates import default_roots
from auditdocs.workspace import Workspace, find_workspace


def child_ahead(folder: Path, has_pages: bool) -> AbstractContextManager[deque[Process]]:
    """A child for the workspace around a folder; none where no page was asked for, or none can be made without a wait."""
    return in_reserve(_press(find_workspace(folder)) if has_pages else None)


def named_fonts(workspace: Workspace) -> tuple[str, ...]:
    """The font files that `auditdocs.toml` names."""
    return tuple(str((workspace.root / name).resolve()) for name in workspace.fonts.values())


def _press(workspace: Workspace) -> Press | None:
    named = named_fonts(workspace)
    try:
        return Press(default_roots(workspace.root), prepare(named)) if are_cut(named) else None
    except AuditdocsError:
        return None  # said when it is known that there are pages
