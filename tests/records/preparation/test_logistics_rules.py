"""What is missing of a reception is a to-do of general affairs, not of quality (001i 4.3.1)."""

from datetime import date

from auditdocs.check import check
from auditdocs.load import load
from auditdocs.records import ROOMS
from tests.test_cases import base


def test_the_reception_is_the_turn_of_general_affairs() -> None:
    workspace, contents = base("complete")
    loaded = load(contents.files, ROOMS, date(2026, 12, 1), workspace.settings, contents.attachments, contents.sums)
    told = {todo.problem.code: todo.who for todo in check(loaded.records, ROOMS).todos if todo.problem}
    assert told["logistics.missing"] == "GEN"
    assert told["preaudit.missing"] == "QA"
