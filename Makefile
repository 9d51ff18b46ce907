# Tasks of this project: `make help` lists them. Nothing is needed but Python 3.11 or later, pip, make and a package registry.
PYTHON ?= python3
JOBS ?= 3
PYTHONS ?= python3.11 python3.12 python3.13
VENV := .venv
BIN := $(VENV)/bin
STAMPS := $(VENV)/.stamps
PIP := $(BIN)/python -m pip --disable-pip-version-check
EXAMPLE := examples/mosul-2016-2017
OUT := out/demo
TREEBANKS ?= ../shared/ud/en

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup demo test lint types unit lock locked train quality gate bench audit soak reliability versions tidy docs screenshot bless sizes clean browser

help: ## this list
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# --- environments: a stamp is renewed only when what it stands for has changed -----------------------------------------------------

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "marsad needs Python 3.11 or later; $(PYTHON) is $$($(PYTHON) -V 2>&1). Name another: make PYTHON=python3.12 ..." >&2; exit 1; }
	@# some distributions ship venv without ensurepip: then the outer pip fills the environment
	$(PYTHON) -m venv $(VENV) 2>/dev/null || \
	  { rm -rf $(VENV) && $(PYTHON) -m venv --without-pip $(VENV) && $(PYTHON) -m pip --python $(BIN)/python install --quiet pip; }

$(STAMPS)/main: requirements/main.txt requirements/setup.txt pyproject.toml | $(BIN)/python
	@mkdir -p $(STAMPS)
	$(PIP) install --quiet --require-hashes -r requirements/main.txt -r requirements/setup.txt
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(STAMPS)/test: requirements/test.txt $(STAMPS)/main
	$(PIP) install --quiet --require-hashes -r requirements/test.txt
	@touch $@

$(STAMPS)/build: requirements/build.txt $(STAMPS)/main
	$(PIP) install --quiet --require-hashes -r requirements/build.txt
	@touch $@

setup: $(STAMPS)/main ## create .venv with the program in it; afterwards .venv/bin/marsad runs

browser: $(BIN)/python
	@scripts/browser.sh

# --- what people run ------------------------------------------------------------------------------------------------------------------

demo: setup ## read the bundled example crisis and write its situation report
	@mkdir -p $(OUT)
	$(BIN)/marsad read $(EXAMPLE)/reports -o $(OUT)
	$(BIN)/marsad situation $(EXAMPLE)/reports -o $(OUT)/situation.html --force
	@echo
	@echo "The situation report:  $(CURDIR)/$(OUT)/situation.html   (open it in a browser; it needs no network)"
	@echo "Claims and the rest:   $(CURDIR)/$(OUT)/"

test: lint browser ## check style, types and behaviour: everything that must hold before a change lands
	@# types and behaviour side by side: the tests leave a core idle now and then
	@$(MAKE) --no-print-directory -j2 types unit

lint: $(STAMPS)/test
	$(BIN)/ruff check .

types: $(STAMPS)/test
	$(BIN)/mypy

unit: export PYTHONDONTWRITEBYTECODE :=
unit: $(STAMPS)/test browser
	@# compiled once, whatever the surroundings say of bytecode: the tests start some fifty processes
	@$(BIN)/python -m compileall -q src scripts
	$(BIN)/pytest -q -n $(JOBS) --dist loadgroup

tidy: $(STAMPS)/test ## format code and mend what ruff can mend
	$(BIN)/ruff check --fix --exit-zero .
	$(BIN)/ruff format .

docs: setup ## renew the list of classes in GLOSSARY.md and docs/commands.md
	$(BIN)/python scripts/glossary.py
	$(BIN)/python scripts/commands.py

screenshot: demo browser ## renew the picture in README.md (needs Chromium)
	chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=1200,1300 \
	  --screenshot=$(CURDIR)/docs/img/situation.png file://$(CURDIR)/$(OUT)/situation.html 2>/dev/null

bless: setup ## renew the golden outputs of the example; read the difference before committing it
	$(BIN)/python scripts/bless.py

# --- measuring ------------------------------------------------------------------------------------------------------------------------

gate: $(STAMPS)/test ## compare with the floors of tests/gold/floors.yml (needs ../shared)
	$(BIN)/pytest -q -rs tests/gold

quality: $(STAMPS)/test ## run every scorer on every corpus in full and renew docs/quality.md (needs ../shared)
	$(BIN)/python scripts/quality.py

bench: setup ## measure reading: sentences per second, memory, cold start; claims lost, misplaced or misdated for what is said around them
	$(BIN)/python benchmarks/reading.py
	$(BIN)/python benchmarks/around.py
	$(BIN)/python benchmarks/passing.py
	$(BIN)/python benchmarks/when.py --every 5

reliability: $(STAMPS)/test ## run the proofs of reliability again and renew docs/reliability.md
	$(BIN)/python scripts/reliability.py

soak: $(STAMPS)/test ## the long versions of the reliability tests; ONLY=words runs those whose names hold them
	$(BIN)/python scripts/reliability.py --long $(ONLY)

versions: ## the main job on each of PYTHONS, in its own environment: the hash of what was written must be one
	@mkdir -p out
	@for python in $(PYTHONS); do \
	  $(MAKE) --no-print-directory demo PYTHON=$$python VENV=out/versions/$$(basename $$python)/env OUT=out/versions/$$(basename $$python)/demo \
	    >/dev/null || exit 1; \
	  echo "$$(cd out/versions/$$(basename $$python)/demo && sha256sum * | sha256sum | cut -c1-64)  $$($$python -V)"; \
	done | tee out/versions.txt
	@test $$(wc -l < out/versions.txt) = $(words $(PYTHONS)) && test $$(cut -d' ' -f1 out/versions.txt | sort -u | wc -l) = 1

# --- renewing what is generated --------------------------------------------------------------------------------------------------------

lock: $(BIN)/python ## renew requirements/*.txt from pyproject.toml
	$(BIN)/python scripts/lock.py

train: $(STAMPS)/build ## train the syntax pipeline (needs ../shared/ud)
	$(BIN)/python training/train.py --ud $(TREEBANKS) --out training/runs/latest

audit: $(STAMPS)/build ## look up known vulnerabilities of the pinned dependencies (asks the network)
	$(BIN)/python -m pip_audit --strict --require-hashes --disable-pip -r requirements/main.txt

sizes: ## lines of code by folder, longest modules first
	@find src tests scripts benchmarks training -name '*.py' | xargs wc -l | sort -rn | head -25

clean: ## remove the environment and everything made
	rm -rf $(VENV) out build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
