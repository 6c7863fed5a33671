"""Every sentence a press may say, for `explain` and the list of rules."""

from auditdocs.problem import Sentence
from auditdocs.render import archive, characters, docx, filters, markdown, pdf, template_faults, worker, xlsx

SENTENCES: tuple[Sentence, ...] = (
    *archive.SENTENCES,
    *characters.SENTENCES,
    *docx.SENTENCES,
    *filters.SENTENCES,
    *markdown.SENTENCES,
    *pdf.SENTENCES,
    *template_faults.SENTENCES,
    *worker.SENTENCES,
    *xlsx.SENTENCES,
)
