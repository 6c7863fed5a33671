# Two commands on a fresh machine: `make build` and `make test`. What they need is set up in .venv by tools/setup.sh.

BIN := .venv/bin
AS_OF := 2026-11-20# the day at which the demonstration stands: the same documents next year too
WORKERS := 2
PROVE :=# --minutes 2: how long `make prove` goes on trying with each of its tests
BENCH :=# --quick, --only cold, --audits 200 …: what `make bench` is to measure

.DEFAULT_GOAL := build
.NOTPARALLEL:
.PHONY: build test prove bench setup lint types clean

build: setup ## make the documents of the demonstration
	$(BIN)/auditdocs build --as-of $(AS_OF)

test: lint types ## everything that must hold: the quick tests come first, those that print PDF pages last
	$(BIN)/pytest -n $(WORKERS)

prove: setup ## every fault that can be tried; the numbers go to docs/faults.md
	$(BIN)/pytest tests/faults --long -n $(WORKERS) $(PROVE)

bench: setup ## how fast it is, with 1,000 audits and beside others; takes hours; the figures go to docs/performance.md
	$(BIN)/python -m bench $(BENCH)

setup: ## .venv and, where this may, what PDFs need of the system
	@sh tools/setup.sh

lint: setup ## style of the code, and which module may know which
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: setup
	$(BIN)/mypy

clean: ## what was made; .venv stays
	rm -rf build dist .auditdocs .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage
	find src tests tools -name __pycache__ -type d -prune -exec rm -rf {} +
