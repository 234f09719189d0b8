# Every target works on a fresh clone: what it needs is installed first, once, by hash.
.DEFAULT_GOAL := help
.PHONY: help up test check static fix bench bench-quick screenshots setup lock clean

# Compiled modules are kept, whatever the caller prefers: each of the processes would compile them again.
unexport PYTHONDONTWRITEBYTECODE

BIN := .venv/bin
# The folders that hold Python by now.
FOLDERS := registry dashboard scripts tests benchmarks migrations
CODE = $(foreach folder,$(FOLDERS),$(if $(shell find $(folder) -name '*.py' -print -quit 2>/dev/null),$(folder)))
TYPED = $(filter-out migrations,$(CODE))
# One program for each measure; what several share begins with an underscore.
MEASURES := $(filter-out benchmarks/_%,$(sort $(wildcard benchmarks/*.py)))

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{ printf "%-20s %s\n", $$1, $$2 }'

up: ## start the registry with example data: database, API, scheduler, dashboard; Ctrl-C stops it
	@scripts/setup.sh runtime
	@exec $(BIN)/registry up --demo

test: static ## every check and every test
	@$(BIN)/python scripts/chromium.py
	@$(BIN)/pytest -n logical --maxprocesses 4 --dist worksteal

check: static ## style, types, layers, layout, and that what is generated equals what is kept
	@$(BIN)/pytest --quiet -m contract

# Every tool has its say before the verdict, so that one run shows all there is to mend.
static: setup
	@failed=0; \
	$(BIN)/ruff check --quiet --output-format concise $(CODE) || failed=1; \
	$(BIN)/ruff format --check --quiet --output-format concise $(CODE) || { echo "Not formatted as agreed: run 'make fix'."; failed=1; }; \
	$(BIN)/mypy --no-error-summary $(TYPED) || failed=1; \
	$(BIN)/lint-imports --no-logo >.venv/imports.log 2>&1 || { cat .venv/imports.log; failed=1; }; \
	$(BIN)/python scripts/layout.py || failed=1; \
	exit $$failed

fix: setup ## format, and mend what can be mended by itself
	@$(BIN)/ruff check --fix-only --quiet $(CODE)
	@$(BIN)/ruff format $(CODE)

bench: setup ## measure everything under benchmarks/, each figure beside its floor
	@set -e; for measure in $(MEASURES); do echo "== $$measure"; $(BIN)/python $$measure; done

bench-quick: setup ## the same with small inputs
	@set -e; for measure in $(MEASURES); do echo "== $$measure"; $(BIN)/python $$measure --quick; done

screenshots: setup ## pictures of every page of the dashboard, in var/screenshots
	@test -f scripts/screenshots.py || { echo "There is no dashboard yet of which to take pictures." >&2; exit 1; }
	@$(BIN)/python scripts/screenshots.py

setup: ## the virtual environment .venv with all packages, development tools included
	@scripts/setup.sh dev

lock: setup ## resolve the versions anew after a change in pyproject.toml
	@UPGRADE="$(UPGRADE)" scripts/lock.sh

clean: ## remove what can be made again (never the data in var/)
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
