# Jumelage: everything a person does with the repository. `make` alone explains itself.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PY := .venv/bin/python
export PORT ?= 8000
unexport PYTHONDONTWRITEBYTECODE

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

demo: .venv/run.stamp messages-compiled ## the site of Brussels with its data, on http://localhost:$PORT
	@JUMELAGE_DEMO=1 .venv/bin/jumelage demo demo/brussels

run: .venv/run.stamp messages-compiled ## the site as in production, on the data folder as it is
	@.venv/bin/jumelage migrate -v0 && .venv/bin/jumelage collectstatic --noinput -v0
	@.venv/bin/gunicorn -c deploy/gunicorn.conf.py config.wsgi

test: .venv/dev.stamp messages-compiled ## the whole suite but the browser, on SQLite, with the coverage gate
	@$(PY) -m pytest -n 2 --cov --cov-report= && $(PY) -m tools.coverage_gate

test-postgres: .venv/dev.stamp messages-compiled ## the same suite on a private PostgreSQL, but for what reads no database
	@tools/with_postgres.sh $(PY) -m pytest -n 2 --ignore=tests/architecture

journeys: .venv/dev.stamp messages-compiled ## people's journeys in Chromium, with axe on every page type; a fresh site for each file
	@$(PY) -m pytest -m journey --durations=20 tests/journeys

check: .venv/dev.stamp messages-compiled ## lint, types, contracts, templates, migrations
	@.venv/bin/ruff format --check . && .venv/bin/ruff check .
	@.venv/bin/lint-imports
	@.venv/bin/mypy
	@.venv/bin/djlint --quiet --lint jumelage design

bench: .venv/dev.stamp messages-compiled ## the measures of docs/bounds.md
	@for file in bench/*.py; do echo "── $$file"; PYTHONPATH=. $(PY) $$file || exit 1; done

format: .venv/dev.stamp ## put the code in the house's shape
	@.venv/bin/ruff format . && .venv/bin/ruff check --fix .

messages: .venv/dev.stamp ## find new sentences in code and templates (needs gettext)
	@$(PY) -m django makemessages -l fr -l nl -l en --no-obsolete --no-wrap --add-location never -i .venv -i data -i tests
	@$(PY) -m tools.compile_messages

messages-compiled: .venv/run.stamp ## the catalogues, ready for the site
	@$(PY) -m tools.compile_messages

screens: .venv/dev.stamp ## pictures of every page type of the site that `make demo` serves, in shots/
	@$(PY) -m tools.screens

lock: .venv/dev.stamp ## pin every dependency with its hash
	@.venv/bin/uv pip compile -q pyproject.toml --generate-hashes --no-header --no-annotate --upgrade -o requirements/run.txt
	@.venv/bin/uv pip compile -q pyproject.toml --group dev --generate-hashes --no-header --no-annotate --upgrade -o requirements/dev.txt

clean: ## remove what can be made again (not the data)
	@rm -rf .venv *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache shots .coverage*

.venv/run.stamp: requirements/run.txt pyproject.toml
	@test -x $(PY) || python3 -m venv .venv
	@.venv/bin/pip install --quiet --disable-pip-version-check uv==$$(sed -nE 's/^uv==([^ ]+).*/\1/p' requirements/dev.txt)
	@.venv/bin/uv pip install --quiet --require-hashes -r requirements/run.txt
	@.venv/bin/uv pip install --quiet --no-deps -e .
	@touch $@

.venv/dev.stamp: requirements/dev.txt .venv/run.stamp
	@.venv/bin/uv pip install --quiet --require-hashes -r requirements/dev.txt
	@touch $@

.PHONY: help demo run test test-postgres journeys check bench format messages messages-compiled screens lock clean
