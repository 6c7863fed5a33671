"""The only writer: bytes become files whole or not at all, and an output folder holds exactly what belongs there."""

from auditdocs.store.files import write_file
from auditdocs.store.made import Made
from auditdocs.store.memory import Memory, open_memory
from auditdocs.store.output import MANIFEST, MEMORY, OutputFolder, open_output

__all__ = ["MANIFEST", "MEMORY", "Made", "Memory", "OutputFolder", "open_memory", "open_output", "write_file"]
