"""The whole run on one screen: read → load → check → plan → render → write."""

import hashlib
from collections import deque
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from auditdocs.children import Process
from auditdocs.document import Artefact, Refusal
from auditdocs.documents import KINDS, ROWS
from auditdocs.documents.index import index_page
from auditdocs.examine import Examined, examine
from auditdocs.manifest import manifest
from auditdocs.origins import history_problems, origin_of, sources_of
from auditdocs.pictures import pictures_in
from auditdocs.plan import Refused
from auditdocs.preparation import Progress, due_of, fingerprints, ingredients_of, prepare_build, press_for, second_ahead, with_standing
from auditdocs.printing import print_all
from auditdocs.problem import Problem
from auditdocs.program import program_digest
from auditdocs.refusals import all_problems, refused_render
from auditdocs.selection import Wanted, row_is_wanted
from auditdocs.settling import settle
from auditdocs.store import INDEX, Fragments, Made, open_memory, open_output

SOUND = "template"  # where it is remembered in which templates nothing was found


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made, left out and removed."""

    examined: Examined
    made: tuple[Artefact, ...]
    files: int  # those that stand, made now or before
    refused: tuple[Refused, ...]
    removed: tuple[str, ...]
    problems: tuple[Problem, ...]
    manifest: Mapping[str, object]
    left_out: str = ""  # why PDFs were left out, where this machine cannot make them


def build(start: Path, wanted: Wanted, progress: Progress, as_of: date | None = None, reserve: deque[Process] | None = None) -> Built:
    """Make the documents of the workspace around a folder; `reserve` are children that were begun before."""
    reserve = deque() if reserve is None else reserve
    examined = examine(start, as_of, rows=ROWS, is_fresh=wanted.is_forced)
    progress("check", examined.loaded.count, examined.loaded.count, "")
    sources = sources_of(examined)
    standing = settle(examined, sources)
    planned = prepare_build(examined, wanted, sources)
    if wanted.is_all:
        planned = with_standing(examined, planned, sources)
    files, left_out, press = press_for(examined, planned.files)
    second_ahead(reserve, files, press, wanted.workers)
    root, folder = examined.workspace.root, examined.workspace.build_folder
    with open_output(folder, root) as output, open_memory(root, program_digest()) as memory:
        made = Made(memory, folder)
        prints = fingerprints(files, press)
        known = {} if wanted.is_forced else {target: made.find(target, mark) for target, mark in prints.items()}
        digests = {target: sha256 for target, sha256 in known.items() if sha256}
        due = tuple(due_of(examined, [one for one in files if one.target not in digests], sources))
        refused, new = list(planned.refused), list[Artefact]()
        output.begin([*(one.target for one in due), INDEX], standing=digests)
        pictures, sound = pictures_in(examined.workspace), memory.all(SOUND)
        printed = print_all(due, press, wanted.workers, output.scratch, pictures, reserve, sound)
        for done, (job, result) in enumerate(printed, start=1):
            if isinstance(result, Refusal):
                refused.append(refused_render(job, result, examined))
            else:
                output.write(job.target, result)
                parts = asdict(ingredients_of(job, sources, press))
                digests[job.target] = made.note(job.target, prints[job.target], result, parts)
                new.append(Artefact.of(job))
            progress("render", done, len(due), job.target)
        rows = [{**one.row, "sha256": digests[one.target]} for one in files if one.target in digests]
        origin = origin_of(examined, {str(row["template"]) for row in rows if row["template"]})
        whole = manifest(origin, rows, refused, press, sources.hashes)
        if not wanted.is_all or left_out:
            whole = output.merged(whole, lambda row: row_is_wanted(row, wanted) and not (left_out and row.get("format") == "pdf"))
        problems = (*history_problems(examined.history), *all_problems(examined, refused))
        titles = {kind.name: kind.title for kind in KINDS.values()}
        fragments = Fragments(memory)
        page = index_page(whole, problems, examined.loaded.records, press.template_roots, titles, fragments)
        output.write(INDEX, page)
        whole = {**whole, "index": hashlib.sha256(page).hexdigest()}
        removed = output.finish(whole, also=(INDEX,))
        made.keep(gone=removed)
        memory.put(SOUND, sound)
        fragments.keep()
        examined.remember(("check", "row", *(() if wanted.variant or wanted.edition != "internal" else ("document",))), standing)
    return Built(examined, tuple(new), len(rows), tuple(refused), removed, problems, whole, left_out)
