"""Which rows of an empty CAR are for a pen, and for how long."""

from tools.word_templates.data_table import Blank


def to_answer(rows: int, height: float = 8.5) -> Blank:
    """In sections A to F, until there are corrective actions."""
    return Blank(rows, height, over="car.answered", ended="car.ended")


def to_close(rows: int) -> Blank:
    """In sections G to L, until the CAR is at its end."""
    return Blank(rows, over="car.ended", ended="car.ended")
