"""A job → one digest of all that its bytes depend on: view, labels, frame, template, fonts, program."""

import hashlib
from dataclasses import astuple

from auditdocs.document import Job
from auditdocs.render import Press


def fingerprint(job: Job, template_digest: str, press: Press, program: str) -> str:
    """Equal for two jobs only if they would give the same bytes."""
    document = job.document
    told = hashlib.sha256()
    faces = [face.digest for face in press.fonts.faces] if press.fonts and job.format == "pdf" else []
    for part in (program, job.format, template_digest, faces, document.kind, document.languages, astuple(job.frame)):
        told.update(repr(part).encode() + b"\0")
    told.update(repr(sorted((name, words.zh, words.en) for name, words in document.words.items())).encode() + b"\0")
    told.update(repr(document.view).encode())
    return told.hexdigest()
