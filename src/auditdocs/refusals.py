"""Renders that failed → problems of the records whose words they failed on."""

from collections.abc import Iterable
from dataclasses import replace

from auditdocs.document import Job, Refusal
from auditdocs.entry import Records
from auditdocs.examine import Examined
from auditdocs.plan import Refused
from auditdocs.problem import Fact, Place, Problem, Words, by_place

NAMED = 3  # documents of one cause listed by name


def refused_render(job: Job, refusal: Refusal, examined: Examined) -> Refused:
    """A render that failed becomes a problem of the record whose words it failed on."""
    template = str(refusal.facts.get("template", ""))
    place, field = (_in_template(template, refusal), "") if template else _field_with(job, refusal.needle, examined.loaded.records)
    said = refusal.sentence
    sentence = replace(
        said,
        zh=f"不能制作 {{document}}：{said.zh}" + ("（字段 {field}）" if field else ""),
        en=f"{{document}} cannot be made: {said.en}" + (" (field {field})" if field else ""),
    )
    facts = {**refusal.facts, "document": job.target, "field": field}
    return Refused(job.document.kind, job.document.subject, (Problem(place, sentence, facts),), job.document.edition)


def _in_template(template: str, refusal: Refusal) -> Place:
    """The place in a template that cannot be used: `car/car.html:12`, or with its line as a fact."""
    name, _, rest = template.partition(":")
    line = int(rest) if rest.isdecimal() else int(str(refusal.facts.get("line", 1)))
    return Place(f"templates/{name}", line, 1, line, 1)


def _field_with(job: Job, needle: str, records: Records) -> tuple[Place, str]:
    """The place and name of the field that holds these words; the record itself where no field does."""
    for path in (*job.document.about, *job.sources) if needle else ():
        entry = records.at_path(path)
        loc = entry.source.find(needle) if entry else None
        if entry and loc is not None:
            return entry.source.place(loc), ".".join(map(str, loc))
    return Place(job.document.about[0] if job.document.about else job.target), ""


def all_problems(examined: Examined, refused: Iterable[Refused]) -> tuple[Problem, ...]:
    """What checking found and what making found; one cause that stops several documents is one problem."""
    known = {(problem.place, problem.code) for problem in examined.checked.problems}
    late: dict[tuple[Place, str], Problem] = {}
    for problem in (problem for one in refused for problem in one.problems):
        key = (problem.place, problem.code)
        if key in late:
            documents = (*_documents(late[key]), *_documents(problem))
            late[key] = replace(problem, facts={**problem.facts, "document": tuple(sorted(set(documents), key=str))})
        elif key not in known:
            late[key] = problem
    shortened = (replace(one, facts={**one.facts, "document": _few(_documents(one))}) for one in late.values())
    return tuple(sorted([*examined.checked.problems, *shortened], key=by_place))


def _documents(problem: Problem) -> tuple[Fact, ...]:
    named = problem.facts["document"]
    return named if isinstance(named, tuple) else (named,)


def _few(documents: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """The first of many documents, and how many there are."""
    if len(documents) <= NAMED:
        return documents
    return (*documents[:NAMED], Words(f"等共 {len(documents)} 份", f"and others, {len(documents)} in all"))
