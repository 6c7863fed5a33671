"""Makes the Word templates that ship: `python -m tools.word_templates` writes them, `--check` compares."""
