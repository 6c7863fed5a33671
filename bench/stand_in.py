"""`python -m bench.stand_in AUDIT …`: a build in which only these audits and the registers get real files, the others a few bytes each.

It brings a large workspace into the state after a build without an hour of printing. What is measured afterwards is the program itself:
it believes a file whose digest it remembers, whoever made its bytes.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from auditdocs import printing, workers
from auditdocs.cli import main
from auditdocs.document import Due, Job
from auditdocs.render import Press
from auditdocs.workers import Result

FROM = 100  # audits; fewer are printed


def build_with_stand_ins(real: Sequence[str], words: Sequence[str]) -> None:
    """Run the command with stand-ins for all that lies in other folders."""

    def render_all(due: Sequence[Due], press: Press, *others: Any, **named: Any) -> Iterator[tuple[Job, Result]]:
        for one in due:
            if not _is_real(one.target, real):
                job = one.job()
                yield job, f"in place of {job.target} {job.digest}".encode()
        yield from workers.render_all([one for one in due if _is_real(one.target, real)], press, *others, **named)

    vars(printing)["render_all"] = render_all  # that is what this module is for
    sys.argv = ["auditdocs", *words]
    main()


def _is_real(target: str, real: Sequence[str]) -> bool:
    return not target.startswith("audits/") or Path(target).parent.name in real


if __name__ == "__main__":
    build_with_stand_ins(sys.argv[1:], ("build",))
