"""The whole run on one screen: read → load → check → plan → render → write."""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from auditdocs.document import Artefact, Refusal
from auditdocs.documents import KINDS
from auditdocs.documents.index import index_page
from auditdocs.examine import Examined, examine
from auditdocs.manifest import manifest
from auditdocs.origins import history_problems, origin_of, sources_of
from auditdocs.plan import Plan, Refused
from auditdocs.preparation import Progress, ingredients_of, prepare_build, press_for
from auditdocs.problem import Problem
from auditdocs.program import program_digest
from auditdocs.refusals import all_problems, refused_render
from auditdocs.selection import Wanted, row_is_wanted
from auditdocs.store import INDEX, Made, open_memory, open_output
from auditdocs.workers import render_all


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made, left out and removed."""

    examined: Examined
    plan: Plan
    artefacts: tuple[Artefact, ...]
    refused: tuple[Refused, ...]
    removed: tuple[str, ...]
    problems: tuple[Problem, ...]
    manifest: Mapping[str, object]
    left_out: str = ""  # why PDFs were left out, where this machine cannot make them


def build(start: Path, wanted: Wanted, progress: Progress, as_of: date | None = None) -> Built:
    """Make the documents of the workspace around a folder."""
    examined = examine(start, as_of)
    progress("check", examined.loaded.count, examined.loaded.count, "")
    planned, sources = prepare_build(examined, wanted), sources_of(examined)
    jobs, left_out, press = press_for(examined, planned.jobs)
    root = examined.workspace.root
    with open_output(examined.workspace.build_folder, root) as output, open_memory(root, program_digest()) as memory:
        made = Made(memory, examined.workspace.build_folder)
        parts = {job.target: ingredients_of(job, sources, press) for job in jobs}
        prints = {target: part.fingerprint for target, part in parts.items()}
        known = {} if wanted.is_forced else {target: made.find(target, mark) for target, mark in prints.items()}
        artefacts = [Artefact(job, sha256, is_new=False) for job in jobs if (sha256 := known.get(job.target))]
        due = [job for job in jobs if not known.get(job.target)]
        refused = list(planned.refused)
        output.begin([*(job.target for job in jobs), INDEX])
        for done, (job, result) in enumerate(render_all(due, press, wanted.workers, temporary=output.scratch), start=1):
            if isinstance(result, Refusal):
                refused.append(refused_render(job, result, examined))
            else:
                output.write(job.target, result)
                sha256 = made.note(job.target, prints[job.target], result, asdict(parts[job.target]))
                artefacts.append(Artefact(job, sha256))
            progress("render", done, len(due), job.target)
        artefacts.sort(key=lambda one: one.job.target)
        whole = manifest(origin_of(examined, artefacts), artefacts, refused, press, sources)
        if not wanted.is_all or left_out:
            whole = output.merged(whole, lambda row: row_is_wanted(row, wanted) and not (left_out and row.get("format") == "pdf"))
        problems = (*history_problems(examined.history), *all_problems(examined, refused))
        titles = {kind.name: kind.title for kind in KINDS.values()}
        page = index_page(whole, problems, examined.loaded.records, press.template_roots, titles)
        output.write(INDEX, page)
        whole = {**whole, "index": hashlib.sha256(page).hexdigest()}
        removed = output.finish(whole, also=(INDEX,))
        made.keep(gone=removed)
    return Built(examined, planned, tuple(artefacts), tuple(refused), removed, problems, whole, left_out)
