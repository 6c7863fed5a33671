"""The program's entrance. Ctrl-C is heeded before anything is imported, for it is there that Python drops it."""

from typing import NoReturn

from auditdocs.interruption import heed


def main() -> NoReturn:
    """Run the command line this process was given."""
    heed()
    from auditdocs import cli

    cli.main()


if __name__ == "__main__":
    main()
