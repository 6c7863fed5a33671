"""Room for deep calls: the function does what it did, and is one that CPython lays out with the room."""

from auditdocs.render.frame_room import FRAME_SLOTS, with_room


def depth(left: int) -> int:
    return 0 if left == 0 else 1 + depth(left - 1)


@with_room
def deep(left: int, *, more: int = 1) -> int:
    """As deep as asked."""
    return depth(left) + more


def test_the_function_does_what_it_did() -> None:
    assert deep(500, more=2) == 502
    assert deep.__doc__ == "As deep as asked."


def test_its_frame_is_large() -> None:
    assert deep.__code__.co_stacksize == FRAME_SLOTS


def test_what_is_no_python_function_stays_as_it_is() -> None:
    assert with_room(len) is len
