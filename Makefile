# deliberations-kg: `make run` builds a graph and serves it; `make help` lists the rest.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
STORE  ?= ./store
CORPUS ?=
HOST   ?= 127.0.0.1
PORT   ?= 7878
# Hand-made records to score against, where they are at hand: a folder with score.py and gold/, and the documents.
EVALUATION ?= ../shared/evaluation
DOCUMENTS  ?= ../shared/corpus

.DEFAULT_GOAL := help
.PHONY: help setup run demo test lint format types bench hostile quality lock clean

help: ## list the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-9s %s\n", $$1, $$2}'

setup: $(READY) ## prepare .venv with the locked versions

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $(READY)

# Exit 1 says that some files could not be read; what could be read is served all the same.
run: setup ## build the samples (or CORPUS=path) into STORE=./store, answer the first question, serve it
	@$(BIN)/kg demo $(CORPUS) --store $(STORE) || [ $$? -eq 1 ]
	@$(BIN)/kg serve --store $(STORE) --host $(HOST) --port $(PORT)

demo: setup ## the same without serving
	@$(BIN)/kg demo $(CORPUS) --store $(STORE) || [ $$? -eq 1 ]

test: setup ## run all tests
	$(BIN)/pytest

lint: setup ## check the style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: setup ## rewrite the code in the style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: setup ## check the types
	$(BIN)/mypy

bench: setup ## measure speed, and the quads of a deliberation
	$(BIN)/python -m benchmarks $(if $(wildcard $(DOCUMENTS)),--documents $(DOCUMENTS))

hostile: setup ## attack the endpoint
	$(BIN)/python -m benchmarks.hostile

quality: setup ## score what is read against hand-made records, where they are at hand
	@if [ -f "$(EVALUATION)/score.py" ]; then \
	  out=$$(mktemp -d) && trap 'rm -rf "$$out"' EXIT && \
	  for gold in "$(EVALUATION)"/gold/*.json; do ln -s "$$(realpath "$(DOCUMENTS)")/$$(basename "$$gold" .json)"* "$$out/"; done && \
	  { $(BIN)/kg extract "$$out" -o "$$out/.records.jsonl" 2>"$$out/.said" || [ $$? -eq 1 ]; } && \
	  $(BIN)/python "$(EVALUATION)/score.py" "$(EVALUATION)/gold" "$$out/.records.jsonl" --text-dir "$(DOCUMENTS)"; \
	else echo "quality: skipped, no hand-made records at $(EVALUATION) (EVALUATION=path names another place)"; fi

lock: setup ## choose the versions anew
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --all-extras --upgrade --quiet \
	  --no-emit-index-url --no-header --no-annotate --output-file requirements.lock

clean: ## remove what was made: .venv, caches, build products (never a store)
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
