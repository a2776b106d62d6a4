# `make run` starts Anomalyst, `make test` tests it; both install what they need first.
# Another Python than the one found: make run PYTHON=/path/to/python3.12

SUITABLE := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))
# A name may stand on the path and still not start (pyenv's shims): each one is tried.
PYTHON ?= $(shell for name in python3 python3.12 python3.13 python3.11 python; do \
	if $$name -c '$(SUITABLE)' >/dev/null 2>&1; then echo $$name; break; fi; done)
VENV := .venv/bin

# The journeys mostly wait for their workers: two at a time take half the time. They come first, as
# pyproject.toml lists them: what is long and begins late is waited for by a core with nothing to do.
SPREAD := -n 2 --dist loadfile --no-loadscope-reorder

# The tests start some hundred processes; where a machine forbids bytecode, each compiles all it loads.
test check screenshots: export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := run
.PHONY: install install-tests run test check format lock translations screenshots python

python:
	@test -n "$(PYTHON)" || { echo "Anomalyst needs Python 3.11, 3.12 or 3.13, and none was found."; \
		echo "Debian or Ubuntu: sudo apt-get install -y python3 python3-venv"; exit 1; }

install: python
	@$(PYTHON) scripts/bootstrap.py

install-tests: python
	@$(PYTHON) scripts/bootstrap.py --tests

run: install
	@$(PYTHON) scripts/start.py

test: install-tests
	$(VENV)/python -m pytest $(SPREAD)

check: install-tests
	$(VENV)/ruff format --check .
	$(VENV)/ruff check .
	$(VENV)/mypy
	$(VENV)/lint-imports --no-logo
	$(VENV)/python -m pytest $(SPREAD) -m ''

format: install
	$(VENV)/ruff format .
	$(VENV)/ruff check --fix .

# Needs both Pythons: make lock PYTHON311=... PYTHON312=...
PYTHON311 ?= python3.11
PYTHON312 ?= python3.12
lock: install
	$(VENV)/python scripts/lock.py 3.11=$(PYTHON311) 3.12=$(PYTHON312)

translations: install
	$(VENV)/python -m gui.translations.update

screenshots: install-tests
	$(VENV)/python -m tests.screenshots
