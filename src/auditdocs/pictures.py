"""A job → the photographs that it prints, read from the workspace and known to be whole; or a refusal that names the one that is not."""

import hashlib
from collections.abc import Callable

from auditdocs.document import Job, Refusal
from auditdocs.picture_file import PictureFault, is_jpeg, printable
from auditdocs.problem import Sentence, Words
from auditdocs.render import Asset
from auditdocs.view_parts import Photograph, photographs
from auditdocs.workspace import Workspace, read_attachment

BAD_PICTURE = Sentence(
    "document.bad-picture",
    zh="图片 {file} 不能印：{reason}",
    en="the picture {file} cannot be printed: {reason}",
    do_zh="请放回原图，或另存为完整的 PNG 或 JPEG 后用 auditdocs attach 附上",
    do_en="put the original back, or save it as a whole PNG or JPEG and attach it with auditdocs attach",
)
SENTENCES = (BAD_PICTURE,)
_GONE = Words("没有这个文件", "there is no such file")
_CHANGED = Words("运行期间被改动；请再运行一次", "it was changed while this ran; run it again")


def pictures_in(workspace: Workspace) -> Callable[[Job], tuple[Asset, ...] | Refusal]:
    """How a job of this workspace gets its photographs, each once."""

    def of(job: Job) -> tuple[Asset, ...] | Refusal:
        shown = {one.sha256 or one.path: one for one in photographs(job.document.view)}
        found: list[Asset] = []
        for one in shown.values():
            try:
                found.append(_asset(one, workspace))
            except PictureFault as fault:
                name = one.path.partition("/attachments/")[2]
                return Refusal(BAD_PICTURE, {"file": name, "reason": fault.words}, needle=name)
        return tuple(found)

    return of


def _asset(one: Photograph, workspace: Workspace) -> Asset:
    content = read_attachment(workspace, one.path) if one.sha256 else None
    if content is None:
        raise PictureFault(_GONE)
    if hashlib.sha256(content).hexdigest() != one.sha256:
        raise PictureFault(_CHANGED)
    shown = printable(content)
    return one.sha256, "image/jpeg" if is_jpeg(shown) else "image/png", shown
