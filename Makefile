# Two commands: `make run` serves the chat page, `make test` runs every test. Both install what they need.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/pip install --quiet --disable-pip-version-check
LOCKED := $(PIP) --no-deps --require-hashes
.DEFAULT_GOAL := help
.PHONY: help run test ask eval eval-gate bench lint check format lock clean

help:  ## show this help
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: .venv/.installed  ## install, index seeds/ (or FOLDER=...), serve the chat page
	@$(BIN)/wellspring index $(FOLDER) || echo "Serving what is indexed."
	@$(BIN)/wellspring serve

test: .venv/.installed-dev  ## install what tests need, run all tests
	$(BIN)/pytest

ask: .venv/.installed  ## answer one question: make ask Q="..."
	@test -n "$(Q)" || { echo 'Give a question: make ask Q="How high was the overdue rate?"'; exit 2; }
	@$(BIN)/wellspring index $(FOLDER) >/dev/null || true
	@$(BIN)/wellspring ask "$(Q)"

eval: .venv/.installed  ## ask the known questions on seeds/ and print the table
	@$(BIN)/wellspring eval --set seeds
	@$(BIN)/wellspring eval --set almanac

eval-gate: .venv/.installed  ## fail when answers got worse than the committed baselines
	@$(BIN)/wellspring eval --set seeds --split dev --gate eval/baselines/seeds.json
	@$(BIN)/wellspring eval --set almanac --split dev --gate eval/baselines/almanac.json
	@$(BIN)/wellspring eval --set seeds-kinds --split dev --limit 120 --gate eval/baselines/seeds-kinds.json
	@$(BIN)/wellspring eval --set almanac-kinds --split dev --limit 120 --gate eval/baselines/almanac-kinds.json

bench: .venv/.installed  ## measure embedding, ranking, and search in up to a million passages
	@$(BIN)/python -m eval.bench.embedding
	@$(BIN)/python -m eval.bench.ranking
	@$(BIN)/python -m eval.bench.scale

lint: .venv/.installed-dev  ## format, lint, types, import arrows
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test eval-gate  ## all that CI runs

format: .venv/.installed-dev  ## format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock:  ## write the lock files anew, the newest versions with NEWER=--upgrade
	@$(PYTHON) .ci/lock.py $(NEWER)

clean:  ## remove the virtual environment and the index
	rm -rf .venv .wellspring

.venv/.installed: requirements-cpu.lock requirements-cuda.lock requirements.lock pyproject.toml qa/models/known.py
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Wellspring needs Python 3.11 or newer. Set PYTHON=/path/to/python3.11."; exit 1; }
	@echo "Installing (once) ..."
	@$(PYTHON) -m venv .venv
	@$(LOCKED) -r requirements-cpu.lock 2>/dev/null \
	  || { echo "torch comes with CUDA here, some gigabytes ..."; $(LOCKED) -r requirements-cuda.lock; }
	@$(LOCKED) -r requirements.lock
	@$(PIP) --no-deps --no-build-isolation -e .
	@$(BIN)/wellspring models fetch
	@touch $@

.venv/.installed-dev: .venv/.installed requirements-dev.lock
	@$(LOCKED) -r requirements-dev.lock
	@touch $@
