# make run and make test are the two commands; make help lists the rest.
PYTHON := .venv/bin/python
PORT ?= 8501
# no browser, no server, no printing process; the rest of the tests is for make test
QUICK := tests/domain tests/views tests/charts tests/catalogue tests/test_architecture.py tests/test_cli.py
# two at a time, a file's tests in one process: they share what is slow to make; in the order of tests/conftest.py
AT_ONCE := -n 2 --dist loadfile --no-loadscope-reorder
# a server and a browser each: two of these at a time, and nothing else beside them
BROWSER := tests/journeys
# these count what a server does until it is killed, or time other tests: nothing runs beside them
ALONE := tests/durability tests/test_mutants.py
EVERY_TEST = $(PYTHON) -m pytest -q $(AT_ONCE) $(addprefix --ignore=,$(BROWSER) $(ALONE)); at_once=$$?; \
	$(PYTHON) -m pytest -q $(AT_ONCE) $(BROWSER); browser=$$?; \
	$(PYTHON) -m pytest -q $(ALONE) && test $$at_once = 0 && test $$browser = 0
# runs a command, says how long it took, and ends as it ended
timed = @start=$$(date +%s); $(1); status=$$?; echo "make $@ took $$(($$(date +%s) - start)) s"; exit $$status

.PHONY: help run test quick check lint types schema lock mutants soak bench prepare prepare-test

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

run: prepare  ## install what is missing, create or migrate the database, serve on 127.0.0.1
	@echo "plumbline: http://127.0.0.1:$(PORT)  (Ctrl-C ends it; data is under data/)"
	@$(PYTHON) -m streamlit run app.py --server.port $(PORT)

test: prepare-test  ## install what is missing and run every test
	$(call timed,$(EVERY_TEST))

quick: prepare-test  ## the tests to run while writing: domain, views, charts, catalogue, imports, command line; under 60 s
	$(call timed,$(PYTHON) -m pytest -q $(AT_ONCE) -m "not slow" --hypothesis-profile=quick $(QUICK))

check: prepare-test lint types  ## what CI runs: lint, types, schema drift, tests
	@$(PYTHON) -m assessment schema --check
	$(call timed,$(EVERY_TEST))

lint: prepare-test  ## ruff
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .

types: prepare-test  ## mypy --strict
	@$(PYTHON) -m mypy app.py assessment tests benchmarks

schema: prepare  ## write the JSON Schema of a framework's files again
	@$(PYTHON) -m assessment schema

lock: prepare-test  ## pin everything that requirements*.txt bring, and list it in THIRD-PARTY.md
	@$(PYTHON) -m uv pip compile --universal --generate-hashes --no-header --python-version 3.11 -q requirements.txt -o requirements.lock
	@$(PYTHON) -m uv pip compile --universal --generate-hashes --no-header --python-version 3.11 -q requirements-dev.txt -c requirements.lock -o requirements-dev.lock
	@$(PYTHON) scripts/third_party.py

mutants: prepare-test  ## put small faults into the code and see which no test notices, 60 min; writes benchmarks/mutants.md
	@$(PYTHON) -m benchmarks.mutants

soak: prepare-test  ## the heavy tests at full counts; writes benchmarks/soak.md
	@$(PYTHON) -m benchmarks.soak

bench: prepare-test  ## measure what README promises; writes benchmarks/results.md
	@$(PYTHON) -m benchmarks.run

prepare:  ## install what is missing to run it, and start nothing
	@scripts/prepare.sh run

prepare-test:
	@scripts/prepare.sh test
