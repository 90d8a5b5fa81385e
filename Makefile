# make graph   build the graph of the sample corpus into output/
# make test    all that CI runs;  make check  the same without the tests;  make bench  the benchmarks

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin

.PHONY: graph test check bench clean

graph: $(VENV)/.installed
	$(BIN)/kg build --sample -o output
	@echo "Open output/graph.html in a browser; graph.ttl, posts.csv and the others are beside it."

test: $(VENV)/.developed
	@scripts/browser
	@scripts/rdf_tools $(VENV)/n3
	@scripts/chinese_font $(BIN)/python
	$(MAKE) --no-print-directory check
	$(BIN)/python -m pytest -n auto

check: $(VENV)/.developed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict kg
	$(BIN)/lint-imports --no-cache

bench: $(VENV)/.developed
	$(BIN)/python benchmarks/extract.py

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist
	find kg tests benchmarks scripts -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or later is needed, this is " + sys.version.split()[0] + \
	  "; try make PYTHON=python3.12") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml $(shell find kg -type f -not -path '*/__pycache__/*') | $(VENV)/bin/python
	@test -e $(VENV)/.developed || $(BIN)/python -m pip install --quiet --disable-pip-version-check .
	@touch $@

$(VENV)/.developed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	@touch $@ $(VENV)/.installed
