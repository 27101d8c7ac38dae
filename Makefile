# Two commands do all the set-up:
#   make example   builds site_example and says where to open it
#   make test      runs everything that CI runs
# Each installs what it needs into .venv and node_modules, once; stamps remember it.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMPS := $(VENV)/stamps
SITE := site_example/site

export PATH := $(CURDIR)/$(BIN):$(PATH)
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Keeps Material's notice about its own future out of every build's output.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help example serve test lint types bundle test-web test-python fuzz bench pictures clean
.SUFFIXES:

help:
	@echo "make example   build the example site and say where to open it"
	@echo "make serve     serve the example site and rebuild it on changes"
	@echo "make test      lint, types, bundle, Python, Node and browser tests"
	@echo "make fuzz      the tests of made-up cases, with new ones"
	@echo "make bench     measure against other implementations"
	@echo "make pictures  take the pictures of the README anew"
	@echo "make clean     remove what these commands have made"

# --- for looking at it -----------------------------------------------------------------------

# Pages named *.html instead of folders, so that links work when a page is opened from the disk.
example: $(STAMPS)/example
	mkdocs build --strict --no-directory-urls --config-file site_example/mkdocs.yml
	@echo
	@echo "The example is built. Open it in a browser:"
	@echo "  file://$(CURDIR)/$(SITE)/index.html"

serve: $(STAMPS)/example
	mkdocs serve --config-file site_example/mkdocs.yml

# --- for working on it -----------------------------------------------------------------------

test: lint types bundle test-web test-python

lint: $(STAMPS)/dev
	ruff check .
	ruff format --check .

types: $(STAMPS)/dev node_modules/.stamp
	mypy
	npm run --silent types

bundle: node_modules/.stamp
	npm run --silent bundle:check

test-web: node_modules/.stamp
	npm test --silent

test-python: $(STAMPS)/dev $(STAMPS)/chromium $(STAMPS)/maven node_modules/.stamp
	pytest --numprocesses auto --dist loadscope

# Which cases are made up differs in each run; its seed is printed and repeats it.
fuzz: export COMPAT_SEED ?= fresh
fuzz: $(STAMPS)/dev $(STAMPS)/maven node_modules/.stamp
	pytest --numprocesses auto --dist loadscope tests/versions tests/ranges tests/reasoning \
	  tests/planning tests/web tests/reading/test_cells_as_markdown.py tests/command_line/test_fix.py

bench: $(STAMPS)/bench node_modules/.stamp
	for script in benchmarks/*/run.py; do python "$$script" || exit 1; done

pictures: $(STAMPS)/dev $(STAMPS)/chromium
	python docs/images/make.py

clean:
	rm -rf $(VENV) node_modules $(SITE) dist

# --- what is installed -----------------------------------------------------------------------

$(BIN)/python:
	.ci/make-environment $(PYTHON) $(VENV)

$(STAMPS)/example: pyproject.toml site_example/requirements.txt | $(BIN)/python
	pip install --quiet --editable '.[mkdocs]' --requirement site_example/requirements.txt
	@mkdir -p $(@D) && touch $@

$(STAMPS)/dev: pyproject.toml | $(BIN)/python
	pip install --quiet --editable '.[dev]'
	@mkdir -p $(@D) && touch $@

$(STAMPS)/bench: pyproject.toml | $(BIN)/python
	pip install --quiet --editable '.[bench]'
	@mkdir -p $(@D) && touch $@

$(STAMPS)/chromium: $(STAMPS)/dev
	.ci/install-chromium
	@mkdir -p $(@D) && touch $@

$(STAMPS)/maven: | $(BIN)/python
	.ci/install-maven
	@mkdir -p $(@D) && touch $@

node_modules/.stamp: package.json package-lock.json
	npm ci --no-audit --no-fund --loglevel error
	@touch $@
