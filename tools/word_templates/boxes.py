"""Boxes to tick: a sign in a face that has it, then its words, as many as the record has."""

from tools.word_templates.xml import Element, paragraph, run

_NO_BREAK = "\u00a0"  # a sign does not part from its words at the end of a line
_APART = "　"


def boxes(name: str, style: str = "TableText") -> Element:
    """A paragraph of `☑ words ☐ words` for a tuple of Box."""
    sign = run("{{ '☑' if box.ticked else '☐' }}", style="Box")
    words = run(_NO_BREAK + "{{ box.words }}" + _APART)
    return paragraph(run(f"{{% for box in {name} %}}"), sign, words, run("{% endfor %}"), style=style)
