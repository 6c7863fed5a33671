"""`python -m auditdocs`, where the program's own name is not on the path."""

from auditdocs.cli import main

if __name__ == "__main__":
    main()
