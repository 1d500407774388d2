# Every target does its own set-up. `make help` lists them.
.DEFAULT_GOAL := help
.PHONY: help demo test format docs catalogues lock clean

PORT ?= 8000

help: ## Show what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: ## Make and serve the demo county on http://127.0.0.1:8000 (PORT=8001 for another port)
	@.ci/setup demo
	@exec .venv/bin/guanwei demo --port $(PORT)

test: ## Run every check, and every test on SQLite and PostgreSQL (ARGS="tests/house" for some)
	@.ci/setup test
	@.ci/test $(ARGS)

format: ## Put the code in its layout and mend what can be mended by itself
	@.ci/setup demo
	@.venv/bin/ruff check --fix . ; .venv/bin/ruff format .

docs: ## Write the reference pages that are made from the code
	@.ci/setup demo
	@.venv/bin/python .ci/reference

catalogues: ## Extract the interface's texts again, and say what is left to translate
	@.ci/setup demo
	@.ci/catalogues

lock: ## Lock the requirements of pyproject.toml again (ARGS="--upgrade" for newer versions)
	@.ci/lock $(ARGS)

clean: ## Remove the virtual environment, caches, the demo county's data and compiled catalogues
	@rm -rf .venv var .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache site/*.egg-info
	@find site plugins themes -name '*.mo' -delete
