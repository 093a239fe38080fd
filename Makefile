# make run and make test are the two commands; make help lists the rest.
PYTHON := .venv/bin/python
PORT ?= 8501

.PHONY: help run test check lint types schema lock soak bench prepare prepare-test

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

run: prepare  ## install what is missing, create or migrate the database, serve on 127.0.0.1
	@echo "plumbline: http://127.0.0.1:$(PORT)  (Ctrl-C ends it; data is under data/)"
	@$(PYTHON) -m streamlit run app.py --server.port $(PORT)

test: prepare-test  ## install what is missing and run every test
	@$(PYTHON) -m pytest -q

check: prepare-test lint types  ## what CI runs: lint, types, schema drift, tests
	@$(PYTHON) -m assessment schema --check
	@$(PYTHON) -m pytest -q

lint: prepare-test  ## ruff
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .

types: prepare-test  ## mypy --strict
	@$(PYTHON) -m mypy app.py assessment tests benchmarks

schema: prepare  ## write the JSON Schema of the questionnaires again
	@$(PYTHON) -m assessment schema

lock: prepare-test  ## pin everything that requirements*.txt bring, and list it in THIRD-PARTY.md
	@$(PYTHON) -m uv pip compile --universal --no-header --python-version 3.11 -q requirements.txt -o requirements.lock
	@$(PYTHON) -m uv pip compile --universal --no-header --python-version 3.11 -q requirements-dev.txt -c requirements.lock -o requirements-dev.lock
	@$(PYTHON) scripts/third_party.py

soak: prepare-test  ## the heavy tests at full counts; writes benchmarks/soak.md
	@$(PYTHON) -m benchmarks.soak

bench: prepare-test  ## measure what README promises; writes benchmarks/results.md
	@$(PYTHON) -m benchmarks.run

prepare:
	@scripts/prepare.sh run

prepare-test:
	@scripts/prepare.sh test
