"""What is not in use waits in a file that has no name and goes with the process; where the disk takes nothing, it waits in memory."""

import tempfile
from typing import BinaryIO

Place = tuple[int, int] | bytes  # where it begins and how long it is; or the bytes themselves


class Aside:
    """Bytes that were put aside."""

    def __init__(self) -> None:
        self._file: BinaryIO | None = None  # begun only when something is put aside
        self._end = 0

    def put(self, content: bytes) -> Place:
        """Put these bytes aside; where they are."""
        try:
            if self._file is None:
                self._file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115  (open as long as this is)
            self._file.seek(self._end)
            if self._file.write(content) != len(content):
                return content
        except OSError:
            return content
        place = (self._end, len(content))
        self._end += len(content)
        return place

    def get(self, place: Place) -> bytes:
        """The bytes again; OSError where the disk does not give them back."""
        if isinstance(place, bytes):
            return place
        assert self._file is not None
        start, length = place
        self._file.seek(start)
        content = self._file.read(length)
        if len(content) != length:
            raise OSError(f"{len(content)} of {length} bytes came back")
        return content

    def __del__(self) -> None:
        if self._file is not None:
            self._file.close()
