"""A job → PDF/A-3b bytes through WeasyPrint, which may fetch nothing and whose every warning refuses the document."""

import errno
import logging
import os
import re
import warnings
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from auditdocs.document import Enclosure, Job
from auditdocs.problem import Sentence
from auditdocs.render import html
from auditdocs.render.characters import named
from auditdocs.render.press import Fonts, Press, RefusedError, refuse
from auditdocs.render.templates import read

MISSING_GLYPH = Sentence(
    "document.missing-glyph",
    zh="字体中没有字符 {characters}",
    en="the fonts have no glyph for {characters}",
    do_zh="请在记录中改用其他字符，或在 auditdocs.toml 的 `fonts` 中写明含该字符的字体",
    do_en="use other characters in the record, or name fonts that have them in auditdocs.toml as `fonts`",
)
FORBIDDEN_ADDRESS = Sentence(
    "document.forbidden-address",
    zh="模板要读取 {address}；生成文件时不从文件或网络读取任何内容",
    en="the template wants to fetch {address}; nothing is read from files or the network while pages are made",
    do_zh="请从模板中删除该引用",
    do_en="take the reference out of the template",
)
LAYOUT_WARNING = Sentence(
    "document.layout-warning",
    zh="排版时出现警告：{warning}",
    en="the page layout warned: {warning}",
    do_zh="请修改模板或样式",
    do_en="mend the template or its styles",
)
LAYOUT_FAULT = Sentence(
    "document.layout-fault",
    zh="排版程序无法处理该文件：{reason}",
    en="the layout program cannot set this document: {reason}",
    do_zh="请简化模板或记录中的内容；如仍出现请报告该错误",
    do_en="make the template or the record's text simpler; report it if it stays",
)
SENTENCES = (MISSING_GLYPH, FORBIDDEN_ADDRESS, LAYOUT_WARNING, LAYOUT_FAULT)

ENCLOSED_TYPES = {"yaml": "application/yaml", "md": "text/markdown"}
NO_CLOCK = datetime(2000, 1, 1, tzinfo=UTC)  # the same for all: what is enclosed is dated by its commit

_FIRST_PAGE = '<html lang="zh-CN"><title>1</title><table class="form"><tr><th>一<td>1</table>'
_GLYPH = re.compile(r"^\.notdef glyph rendered .*\(U\+([0-9A-F]{4,6})\)$", re.DOTALL)


def render_pdf(job: Job, press: Press) -> bytes:
    """The job's pages."""
    page = html.page(job, press, inline=False)
    style = read(press.template_roots, html.STYLESHEET).decode("utf-8")
    return pages(page, style, _demand_fonts(press), press.assets, job.enclosed)


def pages(
    page: str, style: str, fonts: Fonts, assets: tuple[tuple[str, str, bytes], ...] = (), enclosed: tuple[Enclosure, ...] = ()
) -> bytes:
    """HTML and one stylesheet → PDF, or a refusal that says what was missing."""
    weasyprint = _weasyprint(fonts.configuration)
    heard = _Listener()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(heard)
    try:
        content = _written(weasyprint, page, style, assets, enclosed)
    finally:
        logger.removeHandler(heard)
    heard.demand_silence()
    return content


def warm(press: Press) -> None:
    """Import and read now what every page needs; much of it is only read when a page is set."""
    weasyprint, style = _weasyprint(_demand_fonts(press).configuration), read(press.template_roots, html.STYLESHEET).decode("utf-8")
    with suppress(RefusedError):  # of a style sheet that cannot be used: each document it sets is refused by name
        _written(weasyprint, _FIRST_PAGE, style, (), ())
    html.html_environment(press.template_roots)


def _written(weasyprint: Any, page: str, style: str, assets: tuple[tuple[str, str, bytes], ...], enclosed: tuple[Enclosure, ...]) -> bytes:
    fetcher = _fetcher_class()(assets)
    fonts = _font_configuration()
    sheet = _stylesheet(style)
    document = weasyprint.HTML(string=page, base_url="asset:/", url_fetcher=fetcher)
    try:
        with warnings.catch_warnings():  # until WeasyPrint closes the colour profile that it opens
            warnings.simplefilter("ignore", ResourceWarning)
            content: bytes = document.write_pdf(
                stylesheets=[sheet], font_config=fonts, pdf_variant="pdf/a-3b", attachments=list(_attachments(weasyprint, enclosed))
            )
    except MemoryError:
        raise
    except Exception as fault:  # WeasyPrint's own (RecursionError at 400 nested blocks): one document fails, not the build
        raise refuse(LAYOUT_FAULT, {"reason": f"{type(fault).__name__}: {fault}"[:200]}) from fault
    if fetcher.refused:
        raise refuse(FORBIDDEN_ADDRESS, {"address": fetcher.refused[0][:200]})
    return content


def _attachments(weasyprint: Any, enclosed: tuple[Enclosure, ...]) -> Iterator[Any]:
    """The enclosed files as PDF/A-3 wants them: what they are to the document, their type, and a time that no clock gave."""
    for one in enclosed:
        kind = ENCLOSED_TYPES.get(one.name.rpartition(".")[2], "application/octet-stream")
        fetcher = _fetcher_class()(((one.name, kind, one.content),))
        yield weasyprint.Attachment(
            url=f"asset:{one.name}",
            url_fetcher=fetcher,
            name=one.name,
            description=one.path,
            created=NO_CLOCK,
            modified=NO_CLOCK,
            relationship="Source",
        )


def _demand_fonts(press: Press) -> Fonts:
    from auditdocs.render.fonts import missing

    if press.fonts is None:
        raise missing(())
    return press.fonts


class _Listener(logging.Handler):
    """Keeps what WeasyPrint warns of: it makes the page all the same, and we do not."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.glyphs: dict[str, None] = {}
        self.warnings: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        said = record.getMessage()
        glyph = _GLYPH.match(said)
        if glyph:
            self.glyphs[chr(int(glyph[1], 16))] = None
        else:
            self.warnings.append(said)

    def demand_silence(self) -> None:
        """Refuse the document if anything was said."""
        if self.glyphs:
            raise refuse(MISSING_GLYPH, {"characters": named(self.glyphs)}, needle=next(iter(self.glyphs)))
        if self.warnings:
            raise refuse(LAYOUT_WARNING, {"warning": self.warnings[0][:300]})


@lru_cache(maxsize=1)
def _weasyprint(configuration: str) -> Any:
    """Import WeasyPrint with our fonts only."""
    if not os.access(configuration, os.R_OK):  # fontconfig would take the machine's own fonts instead, without a word
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), configuration)
    os.environ["FONTCONFIG_FILE"] = configuration
    import weasyprint

    return weasyprint


@lru_cache(maxsize=1)
def _font_configuration() -> Any:
    from weasyprint.text.fonts import FontConfiguration

    return FontConfiguration()


@lru_cache(maxsize=4)
def _stylesheet(style: str) -> Any:
    import weasyprint

    return weasyprint.CSS(string=style, base_url="asset:/", url_fetcher=_fetcher_class()(()))


@lru_cache(maxsize=1)
def _fetcher_class() -> Any:
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class AssetsOnly(URLFetcher):  # type: ignore[misc]  # weasyprint has no types
        """Hands over what it was given and opens nothing."""

        def __init__(self, assets: tuple[tuple[str, str, bytes], ...]) -> None:
            super().__init__(allowed_protocols=(), allow_redirects=False)
            self.assets = {f"asset:{name}": (kind, content) for name, kind, content in assets}
            self.refused: list[str] = []

        def fetch(self, url: str, headers: object = None) -> Any:
            if url not in self.assets:
                self.refused.append(url)
                raise ValueError(f"not among the assets: {url}")
            kind, content = self.assets[url]
            return URLFetcherResponse(url, content, {"Content-Type": kind})

    return AssetsOnly
