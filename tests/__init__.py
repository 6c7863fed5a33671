"""The tests mirror src/auditdocs."""
