"""What is put aside comes back as it was; a disk that takes nothing costs memory, one that gives nothing back costs the work again."""

import io
import tempfile

import pytest

from auditdocs.aside import Aside
from auditdocs.recent import Recent


class Refusing(io.BytesIO):
    """A disk that takes only some bytes, and reads nothing."""

    def write(self, content: object) -> int:
        return 0

    def read(self, size: int | None = -1) -> bytes:
        raise OSError("the disk is gone")


class Forgetful(io.BytesIO):
    """A disk that takes everything and gives half of it back."""

    def read(self, size: int | None = -1) -> bytes:
        return super().read(size)[: (size or 0) // 2]


def on(monkeypatch: pytest.MonkeyPatch, disk: object) -> Aside:
    def begin(**_: object) -> object:
        if isinstance(disk, OSError):
            raise disk
        return disk

    monkeypatch.setattr(tempfile, "TemporaryFile", begin)
    return Aside()


def test_what_is_put_aside_comes_back_in_any_order() -> None:
    aside = Aside()
    places = [aside.put(content) for content in (b"one", b"", b"three")]
    assert [aside.get(place) for place in reversed(places)] == [b"three", b"", b"one"]
    assert all(isinstance(place, tuple) for place in places)


@pytest.mark.parametrize("disk", [OSError("full"), Refusing()], ids=["no file", "takes nothing"])
def test_where_the_disk_takes_nothing_it_stays_in_memory(monkeypatch: pytest.MonkeyPatch, disk: object) -> None:
    aside = on(monkeypatch, disk)
    assert aside.get(aside.put(b"kept")) == b"kept"


def test_what_does_not_come_back_whole_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    aside = on(monkeypatch, Forgetful())
    place = aside.put(b"kept")
    with pytest.raises(OSError, match="2 of 4"):
        aside.get(place)


def test_a_value_that_the_disk_does_not_give_back_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    on(monkeypatch, Forgetful())
    kept = Recent[int, str](most=1, folded=9)
    for number in range(2):
        kept.keep(number, str(number))
    assert kept.get(0) is None
    assert kept.keep(0, "again") == kept.get(0)
