"""The milestones of an audit and of its CARs → a flow chart in lanes: who takes which step when; in Word a table that says the same."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from auditdocs.documents.control.flow_drawing import Box, Chart, draw
from auditdocs.documents.words import Writing
from auditdocs.labels import WHO, Languages, joined, listed
from auditdocs.problem import Words
from auditdocs.records.control.policy_text_rules import heading_of
from auditdocs.room import Life, Milestone, Rooms
from auditdocs.view_parts import Inset, Markdown, Picture

JOINED: Mapping[str, tuple[str, str]] = {"audit": ("follow_up", "car")}  # after which milestone another life is gone through
NUMBER, STEP, LANE, NOTE = Words("序号", "No."), Words("节点", "Step"), Words("部门", "By"), Words("说明", "Note")
EACH_CAR = Words("每张 CAR", "For each CAR")
WHERE_CALLED_FOR = Words("需要时", "Where called for")
WHEN_COMPLETE = Words("条件齐备即到达", "Reached when nothing is missing")
BESIDES = Words("也可能", "Or else")


@dataclass(frozen=True, slots=True)
class Step:
    """One milestone on the way, and whether it belongs to a life that is gone through on the way."""

    milestone: Milestone
    is_inner: bool = False

    @property
    def notes(self) -> Iterator[Words]:
        """What its box says by its edge."""
        if self.is_inner:
            yield EACH_CAR
        if self.milestone.applies:
            yield WHERE_CALLED_FOR
        if self.milestone.mark is None:
            yield WHEN_COMPLETE


def with_flow_chart(write: Writing, text: str, flow: str | None) -> Markdown:
    """The text of a policy, with the chart it asks for at the end of the chapter on the flow."""
    rooms = write.records.rooms
    if flow is None or not isinstance(rooms, Rooms):
        return Markdown(text)
    return Markdown(text, flow_chart(rooms.lives, flow, write.languages, heading_of("flow", text)))


def steps(lives: Mapping[str, Life], name: str) -> Iterator[Step]:
    """The milestones of a life in order, with those of the life that is gone through on the way."""
    place, inner = JOINED.get(name, ("", ""))
    for milestone in lives[name].milestones:
        yield Step(milestone)
        if milestone.name == place:
            yield from (Step(one, is_inner=True) for one in lives[inner].milestones)


def flow_chart(lives: Mapping[str, Life], name: str, languages: Languages, after: str = "") -> Inset:
    """The chart of a life; it stands at the end of the chapter with the heading `after`."""
    way = tuple(steps(lives, name))
    return Inset(Picture(flow_svg(lives, name, languages), joined(lives[name].title, languages)), _table(way, languages), after)


def flow_svg(lives: Mapping[str, Life], name: str, languages: Languages) -> str:
    """The drawing."""
    way = tuple(steps(lives, name))
    lanes = tuple(dict.fromkeys(step.milestone.who for step in way))
    boxes = tuple(_box(step, lanes, languages) for step in way)
    heads = tuple(_lines(WHO[who], languages) for who in lanes)
    edges = joined(WHERE_CALLED_FOR, languages), joined(WHEN_COMPLETE, languages)
    return draw(Chart(heads, boxes, joined(EACH_CAR, languages), edges, tuple(_below(lives, name, languages))))


def _box(step: Step, lanes: Sequence[str], languages: Languages) -> Box:
    one = step.milestone
    return Box(_lines(one.words, languages), lanes.index(one.who), one.mark is None, one.applies is not None, step.is_inner)


def _lines(words: Words, languages: Languages) -> tuple[str, ...]:
    return tuple(words.in_(lang) for lang in languages)


def _below(lives: Mapping[str, Life], name: str, languages: Languages) -> Iterator[str]:
    """The states beside the way of each life."""
    for one in dict.fromkeys((name, JOINED.get(name, ("", name))[1])):
        life = lives[one]
        states = listed((joined(state.words, languages) for state in life.side_states), languages)
        yield f"{joined(life.title, languages)} — {joined(BESIDES, languages)}: {states}"


def _table(way: Sequence[Step], languages: Languages) -> str:
    """The same as a table in Markdown."""
    heads = (NUMBER, STEP, LANE, NOTE)
    rows = (
        (str(number), joined(step.milestone.words, languages), joined(WHO[step.milestone.who], languages), _notes(step, languages))
        for number, step in enumerate(way, 1)
    )
    lines = (tuple(joined(head, languages) for head in heads), ("---",) * len(heads), *rows)
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _notes(step: Step, languages: Languages) -> str:
    return listed((joined(note, languages) for note in step.notes), languages)
