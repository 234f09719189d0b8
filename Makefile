# Every target works on a fresh clone: what it needs is installed first, once, by hash.
.DEFAULT_GOAL := help
.PHONY: help up test check static fix bench bench-quick screenshots setup lock clean

BIN := .venv/bin
# The folders that hold Python, as far as they are there.
CODE := $(wildcard registry dashboard scripts tests benchmarks migrations)
TYPED := $(filter-out migrations,$(CODE))

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{ printf "%-20s %s\n", $$1, $$2 }'

up: ## start the registry: database, API, scheduler, dashboard; Ctrl-C stops it
	@scripts/setup.sh runtime
	@exec $(BIN)/registry up

test: static ## every check and every test
	@$(BIN)/pytest --quiet -n logical --maxprocesses 4

check: static ## style, types, layers, layout, and that what is generated equals what is kept
	@$(BIN)/pytest --quiet -m contract

static: setup
	@$(BIN)/ruff check --quiet $(CODE)
	@$(BIN)/ruff format --check --quiet $(CODE) || { echo "Not formatted as agreed: run 'make fix'." >&2; exit 1; }
	@$(BIN)/mypy --no-error-summary $(TYPED)
	@$(BIN)/lint-imports --no-logo >.venv/imports.log || { cat .venv/imports.log >&2; exit 1; }
	@$(BIN)/python scripts/layout.py

fix: setup ## format, and mend what can be mended by itself
	@$(BIN)/ruff check --fix --quiet $(CODE) || true
	@$(BIN)/ruff format $(CODE)

bench: setup ## measure everything under benchmarks/, each figure beside its floor
	@$(BIN)/python scripts/bench.py

bench-quick: setup ## the same with small inputs
	@$(BIN)/python scripts/bench.py --quick

screenshots: setup ## pictures of every page of the dashboard, in var/screenshots
	@$(BIN)/python scripts/screenshots.py

setup: ## the virtual environment .venv with all packages, development tools included
	@scripts/setup.sh dev

lock: setup ## resolve the versions anew after a change in pyproject.toml
	@UPGRADE="$(UPGRADE)" scripts/lock.sh

clean: ## remove what can be made again (never the data in var/)
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
