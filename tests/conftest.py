"""How all tests run: the quick ones first, those that print PDF pages last, and no test judged by the machine's speed."""

import pytest
from hypothesis import settings

pytest_plugins = ("tests.faults.tally",)

settings.register_profile("auditdocs", deadline=None)
settings.load_profile("auditdocs")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` writes down what documents say now; look at the difference as you look at code."""
    parser.addoption("--update-golden", action="store_true", help="rewrite tests/golden by what documents say now")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put what prints pages at the end, so that a plain mistake is told within seconds."""
    items.sort(key=lambda item: item.get_closest_marker("pdf") is not None)
