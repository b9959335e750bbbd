# `make` alone explains itself. Everything runs in .venv, which the first target makes.

.DEFAULT_GOAL := help
.PHONY: help pack check demo new-pack test verify lint format docs approve bad-inputs evidence fuzz contact-sheet benchmark clean lock
MAKEFLAGS += --no-print-directory

IN_VENV := .venv/bin/python -m
WORKERS ?= 2
LOCKING := pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header
# Further options of cinpack, such as ARGS="--as-at 2026-05-29 --locality 'North Dale'"
ARGS ?=
# Of `make fuzz`: which files, how many at most, for how long at most, and a folder of further real files
SEED ?= 1
COUNT ?= 2000
SECONDS ?= 300
SAMPLES ?= ../shared/samples

help: ## Say what there is
	@echo "cinpack prepares the meetings that keep every Child in Need plan moving."
	@echo "The steps of a run: ingest, validate, transform, compose, render, publish."
	@echo
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 18

pack: .venv/ready ## Make every report from config/ and inputs/ into outputs/
	@test -n "$(ARGS)" -o -d outputs/restricted || $(IN_VENV) pipeline earlier-months
	@$(IN_VENV) pipeline run $(ARGS) || [ $$? -eq 3 ]

check: .venv/ready ## Read and check the inputs; make nothing
	@$(IN_VENV) pipeline check $(ARGS) || [ $$? -eq 3 ]

demo: .venv/ready ## Write another invented authority into DIR (make demo DIR=folder)
	@test -n "$(DIR)" || { echo "Name a new folder: make demo DIR=folder" >&2; exit 2; }
	@$(IN_VENV) pipeline demo --out "$(DIR)" $(ARGS)

new-pack: .venv/ready ## Start a new kind of report (make new-pack NAME=team-note)
	@test -n "$(NAME)" || { echo "Name the report: make new-pack NAME=team-note" >&2; exit 2; }
	@$(IN_VENV) pipeline new-pack "$(NAME)"

test: lint ## Run the code checks and the tests
	@$(IN_VENV) pytest -n $(WORKERS) -q

verify: .venv/verify-ready ## Let outside judges look at a sample run and at authorities that are awkward to print
	@$(IN_VENV) pytest -q tests/verify

lint: .venv/ready ## Check style, types and who imports whom
	@$(IN_VENV) ruff check .
	@$(IN_VENV) ruff format --check --quiet .
	@$(IN_VENV) mypy
	@.venv/bin/lint-imports --no-logo

format: .venv/ready ## Put the code into the house style
	@$(IN_VENV) ruff check --fix --quiet .
	@$(IN_VENV) ruff format .

bad-inputs: .venv/ready ## Try every bad input of the catalogue and print the tally
	@.venv/bin/python tests/bad_inputs/tally.py

fuzz: .venv/ready ## Spoil real files of every kind at random, within bounds, and print what came of it
	@.venv/bin/python tests/bad_inputs/fuzz/tally.py --seed "$(SEED)" --count "$(COUNT)" --seconds "$(SECONDS)" --samples "$(SAMPLES)"

contact-sheet: .venv/verify-ready ## Show every page of every document of the newest period at once
	@.venv/bin/python tests/verify/contact_sheet.py

docs: .venv/ready ## Write docs/rules.md, inputs.md and measures.md anew from what the code declares
	@.venv/bin/python tests/generated_docs.py

evidence: .venv/ready ## Try the forecast and the insights on simulated authorities and write docs/evidence.md (a quarter of an hour on two free cores)
	@.venv/bin/python tests/simulated/evidence.py

approve: .venv/ready ## Take what the documents say of a small authority as approved
	@.venv/bin/python tests/approval/approve.py

benchmark: .venv/ready ## Say how long each step takes
	@.venv/bin/python tests/benchmark.py

lock: ## Renew the locks after a change of pyproject.toml (needs uv)
	@uv $(LOCKING) --extra dev pyproject.toml --output-file requirements.lock
	@uv $(LOCKING) --group verify --constraints requirements.lock --output-file tests/verify/requirements.lock

clean: ## Remove .venv and caches; keep config/, inputs/ and outputs/
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis *.egg-info build

.venv/ready: requirements.lock pyproject.toml .ci/setup .ci/system.sh
	@PYTHON="$(PYTHON)" .ci/setup
	@touch $@

.venv/verify-ready: .venv/ready tests/verify/requirements.lock .ci/setup-verify
	@.ci/setup-verify
	@touch $@
