"""A job of the archive's edition → the same job with the records it was made from, byte by byte, to be put into its PDF."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from auditdocs.document import Enclosure, Job
from auditdocs.problem import AuditdocsError

RECORDS = "records/"


def with_enclosures(job: Job, root: Path, hashes: Mapping[str, str]) -> Job:
    """The job with its sources, where its edition has them."""
    if job.document.edition != "archive":
        return job
    return replace(job, enclosed=tuple(_enclosure(root, path, hashes[path]) for path in job.sources))


def _enclosure(root: Path, path: str, sha256: str) -> Enclosure:
    content = (root / path).read_bytes()
    if hashlib.sha256(content).hexdigest() != sha256:
        raise AuditdocsError(f"{path} 在运行期间被改动；请再运行一次", f"{path} was changed while this ran; run it again", exit=3)
    return Enclosure(path.removeprefix(RECORDS).replace("/", "__"), path, content)
