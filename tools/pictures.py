"""Pages of the built demonstration → docs/pictures/*.png, small enough for a README; `python -m tools.pictures [BUILD]`."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

REPOSITORY = Path(__file__).parents[1]
PICTURES = REPOSITORY / "docs/pictures"
LIMIT = 150_000  # bytes; a reader's first page must come at once
COLOURS = (64, 32, 16, 8)
ALONE, TOGETHER = 100, 75  # dots per inch of a page by itself, and of one among several
BORDER = "#9aa0a6"
GAP = 16


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a document: its file below build/, and words that stand on no earlier page (none: the first page)."""

    file: str
    words: str = ""


CONTACT_SHEET = Page("audits/AUD-2026-019/CS-2026-019 客户审核联络单.pdf")
CAR = Page("audits/AUD-2026-014/CAR-2026-0031 纠正措施要求单.pdf")
PAGES: Mapping[str, tuple[Page, ...]] = {
    "pages": (CONTACT_SHEET, CAR, Page("audits/AUD-2026-017/AUD-2026-017 Audit Report.pdf", "Findings by type and grade")),
    "contact_sheet": (CONTACT_SHEET,),
    "preparation_minutes": (Page("audits/AUD-2026-014/AUD-2026-014 审核准备会议纪要.pdf"),),
    "preaudit_report": (Page("audits/AUD-2026-014/AUD-2026-014 内部预审报告.pdf"),),
    "agenda": (Page("audits/AUD-2026-014/AUD-2026-014 审核日程与陪同安排.pdf"),),
    "reception_sheet": (Page("audits/AUD-2026-019/AUD-2026-019 接待安排单.pdf"),),
    "checklist": (Page("audits/AUD-2026-014/AUD-2026-014 检查表（结果）.pdf"),),
    "meeting_sheet": (Page("audits/AUD-2026-014/AUD-2026-014 末次会议记录与签到.pdf"),),
    "car": (CAR,),
    "eight_d": (Page("audits/AUD-2026-016/CAR-2026-0034 8D 报告.pdf"),),
    "record_sheet": (Page("audits/AUD-2026-014/AUD-2026-014 客户审核记录单.pdf"),),
    "submission": (Page("audits/AUD-2026-014/SUB-2026-007 整改提交函.pdf"),),
    "car_register": (Page("registers/CAR 跟踪表 2026.pdf"),),
    "audit_report": (Page("audits/AUD-2026-014/AUD-2026-014 审核报告.pdf", "发现项统计"),),
    "notification": (Page("audits/AUD-2026-014/AUD-2026-014 审核结果通报.pdf"),),
    "retention_index": (Page("audits/AUD-2025-009/AUD-2025-009 归档目录与存档期限索引.pdf"),),
    "disposal_appraisal": (Page("archive/DSP-2026-001 到期鉴定审批表.pdf"),),
    "disposal_list": (Page("archive/DSP-2026-001 销毁清册.pdf"),),
    "disposal_certificate": (Page("archive/DSP-2026-001 销毁证明.pdf"),),
    "access_log": (Page("archive/档案查阅登记表 2026.pdf"),),
    "controlled_documents": (Page("registers/受控文件清单.pdf"),),
    "distribution_list": (Page("policies/XY-QP-CA-01/XY-QP-CA-01 A-0 文件发放回收登记表.pdf"),),
    "change_request": (Page("change_requests/DCR-2026-001 更改申请单.pdf"),),
    "external_documents": (Page("registers/外来文件清单.pdf"),),
    "obsolete_documents": (Page("registers/作废文件清单.pdf"),),
    "programme": (Page("programme/2026 年度客户审核方案.pdf"),),
    "management_review": (Page("programme/2026 管理评审输入.pdf", "月度趋势"),),
    "policy": (Page("policies/XY-QP-CA-01/XY-QP-CA-01 A-2 客户审核管理制度.pdf", "措施已批准"),),
}


def main(arguments: list[str]) -> int:
    """Draw every picture anew; name the documents that are not there."""
    build = Path(arguments[0]) if arguments else REPOSITORY / "build"
    missing = sorted({page.file for pages in PAGES.values() for page in pages if not (build / page.file).is_file()})
    for name in missing:
        print(f"not built: {name}", file=sys.stderr)  # noqa: T201  (this is a tool)
    if missing:
        return 1
    PICTURES.mkdir(parents=True, exist_ok=True)
    for name, pages in PAGES.items():
        dots = ALONE if len(pages) == 1 else TOGETHER
        (PICTURES / f"{name}.png").write_bytes(small(beside(tuple(drawn(build / page.file, page.words, dots) for page in pages))))
    return 0


def drawn(file: Path, words: str, dots: int) -> Image.Image:
    """One page as a picture with a thin border."""
    number = page_with(file, words)
    with tempfile.TemporaryDirectory() as folder:
        asked = ["-r", str(dots), "-f", str(number), "-l", str(number), "-singlefile", "-png"]
        subprocess.run(["pdftoppm", *asked, str(file), f"{folder}/page"], check=True)
        with Image.open(f"{folder}/page.png") as page:
            return ImageOps.expand(page.convert("RGB"), 1, BORDER)


def page_with(file: Path, words: str) -> int:
    """The number of the first page on which these words stand."""
    if not words:
        return 1
    for number, text in enumerate(_texts(file), start=1):
        if words in text:
            return number
    raise SystemExit(f"{file.name}: no page says {words}")


def beside(pages: tuple[Image.Image, ...]) -> Image.Image:
    """Pages side by side on white."""
    width = sum(page.width for page in pages) + GAP * (len(pages) - 1)
    sheet = Image.new("RGB", (width, max(page.height for page in pages)), "white")
    place = 0
    for page in pages:
        sheet.paste(page, (place, 0))
        place += page.width + GAP
    return sheet


def small(picture: Image.Image) -> bytes:
    """A PNG with as many colours as the limit allows."""
    for colours in COLOURS:
        stream = BytesIO()
        picture.quantize(colours, dither=Image.Dither.NONE).save(stream, "PNG", optimize=True)
        if stream.tell() <= LIMIT:
            return stream.getvalue()
    raise SystemExit(f"a picture of {picture.width} × {picture.height} does not fit into {LIMIT} bytes")


def _texts(file: Path) -> Iterator[str]:
    told = subprocess.run(["pdftotext", "-layout", str(file), "-"], check=True, capture_output=True)
    yield from told.stdout.decode("utf-8").split("\f")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
