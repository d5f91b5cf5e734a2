# Two commands do all the set-up: `make site` builds the course, `make test` passes the tests.
PYTHON ?= python3
BIN := .venv/bin
export NO_MKDOCS_2_WARNING = 1

.PHONY: help site serve check test proof lint types words docs schema pictures bench wheel clean

help: ## show what there is
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

.venv/installed: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || tests/tools/install-debian python3-venv
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip -c constraints.txt
	$(BIN)/python -m pip install --quiet -c constraints.txt --editable .
	@touch $@

.venv/tested: .venv/installed tests/tools/package.json
	tests/tools/install
	$(BIN)/python -m pip install --quiet -c constraints.txt --group test
	@touch $@

site: export TRAINER_SERVE = make serve
site: .venv/installed ## build the course into site/
	$(BIN)/trainer build

serve: .venv/installed ## show the course and keep up with changes
	$(BIN)/trainer serve

check: .venv/installed ## look for faults in the course
	$(BIN)/trainer check

schema: .venv/installed ## write the JSON Schemas for editors
	$(BIN)/trainer schema

lint: .venv/tested
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-cache

types: .venv/tested
	$(BIN)/mypy

test: .venv/tested lint types ## everything that CI asks for
	$(BIN)/pytest -n 2

proof: .venv/tested ## the full counts; writes docs/proof/
	TRAINER_PROOF=1 $(BIN)/pytest -n 2

words: .venv/tested ## collect the product's words for translators
	$(BIN)/python tests/tools/collect_words.py

docs: .venv/installed ## write the docs that are made from the code
	$(BIN)/python -m trainer.pipeline > docs/problems.md
	$(BIN)/python -m trainer.activities > docs/activities.md

pictures: .venv/tested ## contact sheets of the site's pages into docs/pictures/
	$(BIN)/python tests/tools/take_pictures.py

bench: .venv/tested ## time and memory against plain Material
	$(BIN)/python benchmarks/build_time.py

wheel: .venv/tested ## the wheel into dist/
	$(BIN)/python -m build --wheel --outdir dist .

clean: ## take away what was built
	rm -rf .venv .tools build dist
