"""The only writer: bytes become files whole or not at all, and an output folder holds exactly what belongs there."""

from auditdocs.store.files import remove_file, write_file
from auditdocs.store.folded import Folded
from auditdocs.store.fragments import Fragments
from auditdocs.store.integrity import Integrity, examine_output
from auditdocs.store.made import Made, forget_others
from auditdocs.store.manifest_file import MANIFEST, read_manifest, rows_of_editions
from auditdocs.store.memory import Batch, Kept, Memory, as_text, open_memory
from auditdocs.store.output import INDEX, MEMORY, OutputFolder, open_output

__all__ = [
    "INDEX",
    "MANIFEST",
    "MEMORY",
    "Batch",
    "Folded",
    "Fragments",
    "Integrity",
    "Kept",
    "Made",
    "Memory",
    "OutputFolder",
    "as_text",
    "examine_output",
    "forget_others",
    "open_memory",
    "open_output",
    "read_manifest",
    "remove_file",
    "rows_of_editions",
    "write_file",
]
