"""A manifest → the same documents made again from the working tree, and how they differ from what it says."""

import hashlib
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from auditdocs.document import Edition, Refusal
from auditdocs.examine import Examined
from auditdocs.manifest import manifest
from auditdocs.origins import family_of, origin_of, sources_of
from auditdocs.pictures import pictures_in
from auditdocs.plan import Plan, Sources
from auditdocs.preparation import Progress, due_of, matching, press_for
from auditdocs.printing import print_all
from auditdocs.problem import Words
from auditdocs.reasons import FONTS, changed_template, records, standing_changed
from auditdocs.refusals import refused_render
from auditdocs.selection import Wanted

Manifest = Mapping[str, Any]
GONE = Words("按现在的记录不再制作", "the records as they are now ask for no such document")
UNTOLD = Words(
    "清单看不出原因：同版本号的另一程序、其他库或选项",
    "the manifest does not tell why: another program of this version, another library or option",
)


@dataclass(frozen=True, slots=True)
class Difference:
    """A document that does not come out as it did, and why as far as its manifest tells."""

    path: str
    reasons: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What making everything again has shown."""

    same: tuple[str, ...]
    differences: tuple[Difference, ...]
    more: tuple[str, ...]  # would be made now, but is not in the manifest: only mentioned
    left_out: str = ""  # why PDFs were not made and so not compared


def rebuild(examined: Examined, before: Manifest, workers: int, scratch: Path, progress: Progress) -> Rebuilt:
    """Make again what the manifest lists; the bytes are compared and not kept."""
    rows = {str(row["path"]): row for row in before.get("artefacts", ())}
    sources = sources_of(examined)
    planned, more = _planned(examined, sources, rows)
    files, left_out, press = press_for(examined, planned.files)
    due, by_target = tuple(due_of(examined, files, sources)), {one.target: one for one in files}
    remade, refused = list[dict[str, Any]](), list(planned.refused)
    printed = print_all(due, press, workers, temporary=scratch, pictures=pictures_in(examined.workspace))
    for done, (job, result) in enumerate(printed, start=1):
        if isinstance(result, Refusal):
            refused.append(refused_render(job, result, examined))
        else:
            remade.append({**by_target[job.target].row, "sha256": hashlib.sha256(result).hexdigest()})
        progress("render", done, len(due), job.target)
    origin = origin_of(examined, {str(row["template"]) for row in remade if row["template"]})
    now = manifest(origin, remade, refused, press, sources.hashes)
    made = {str(row["path"]): row for row in now["artefacts"]}
    compared = [path for path in rows if not (left_out and rows[path].get("format") == "pdf")]
    same = tuple(path for path in compared if path in made and made[path]["sha256"] == rows[path]["sha256"])
    others = [path for path in compared if path not in same]
    return Rebuilt(
        same, tuple(Difference(path, _why(examined, before, now, rows[path], made.get(path))) for path in others), more, left_out
    )


def _planned(examined: Examined, sources: Sources, rows: Mapping[str, Manifest]) -> tuple[Plan, tuple[str, ...]]:
    """The files of a manifest's rows, each in the variant and edition it was asked for; and what else would be made."""
    whole = matching(examined, Wanted(), sources)
    files = {one.target: one for one in whole.files}
    more = tuple(target for target in files if target not in rows)
    refused = list(whole.refused)
    for asked in sorted(_asked(rows, files), key=lambda one: (one.edition, one.variant)):
        found = matching(examined, asked, sources)
        files |= {one.target: one for one in found.files if one.target not in files}
        refused.extend(one for one in found.refused if one.edition != "internal")
    return Plan(tuple(one for target, one in files.items() if target in rows), tuple(refused)), more


def _asked(rows: Mapping[str, Manifest], known: Container[str]) -> Iterator[Wanted]:
    """What builds were asked for that made the other rows: an edition as it is, and the variants."""
    others = [row for path, row in rows.items() if path not in known]
    for edition in get_args(Edition):
        variants = {str(row.get("variant", "")) for row in others if row.get("edition", "internal") == edition}
        if variants:
            yield from (Wanted(variant=one, edition=edition) for one in variants | ({""} if edition != "internal" else set()))


def _why(examined: Examined, before: Manifest, now: Manifest, old: Manifest, new: Manifest | None) -> tuple[Words, ...]:
    if new is None:
        refused = next((one for one in now["refused"] if (one["kind"], one["subject"]) == (old.get("kind"), old.get("subject"))), None)
        return (_refused(refused),) if refused else (GONE,)
    return tuple(_named(examined, before, now, old, new)) or (UNTOLD,)


def _refused(row: Manifest) -> Words:
    places = ", ".join(f"{one['path']}:{one['line']} {one['code']}" for one in row["problems"])
    return Words(f"现在不能制作：{places}", f"it cannot be made now: {places}")


def _named(examined: Examined, before: Manifest, now: Manifest, old: Manifest, new: Manifest) -> Iterator[Words]:
    if before.get("tool") != now["tool"]:
        yield Words(f"程序：原为 {before.get('tool')}，现为 {now['tool']}", f"the program: was {before.get('tool')}, is {now['tool']}")
    causes = [*_records(before, now, old, new), *_templates(examined, before, now, str(old.get("template") or ""))]
    yield from causes or standing_changed(old, new)
    if old.get("format") == "pdf" and before.get("fonts") and before["fonts"] != now["fonts"]:
        yield FONTS


def _records(before: Manifest, now: Manifest, old: Manifest, new: Manifest) -> Iterator[Words]:
    """What the row read; a register names no sources, so for it all that was read counts."""
    then, today = before.get("sources", {}), now["sources"]
    paths_then, paths_today = old.get("sources", then), new.get("sources", today)
    return records({path: then.get(path, "") for path in paths_then}, {path: today.get(path, "") for path in paths_today})


def _templates(examined: Examined, before: Manifest, now: Manifest, name: str) -> Iterator[Words]:
    known = before.get("templates", {})
    if any(known.get(each) != now["templates"].get(each) for each in family_of(examined, name)):
        yield changed_template(name)
