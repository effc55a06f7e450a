# The whole contributor interface. Every target does all the set-up it needs.
PYTHON ?= python3
PY := .venv/bin/python
LOCK := requirements.txt
# The archived texts of the sources, if they are at hand; they never stand in the repository.
TEXTS ?= ../shared/articles
# How long `make fuzz` goes on, and with which target, if not with all.
SECONDS_OF_FUZZ ?= 300
TARGET ?=
export NO_MKDOCS_2_WARNING := 1
# What Python compiles is kept for the next process, and tests begin many.
unexport PYTHONDONTWRITEBYTECODE
# Node stands in .venv, so that nobody needs to have one.
export PATH := $(CURDIR)/.venv/bin:$(PATH)

.PHONY: help serve test site offline check bench lint screenshot pictures messages translations format lock clean fuzz

help:
	@echo "make serve   preview at http://localhost:8000, live reload"
	@echo "make test    lint, type-check, test"
	@echo "make site    strict build into site/"
	@echo "make offline a copy of the site in offline/ that opens by double click"
	@echo "make check   the data under events/ alone"
	@echo "make bench   the performance ratios"
	@echo "make fuzz    odd inputs at random, for SECONDS_OF_FUZZ"
	@echo "make screenshot  renew the README's picture;  make pictures  favicon and social card"
	@echo "make messages  renew the catalogue of messages for translators"
	@echo "make translations  bring it into each language, and list what is not translated"
	@echo "make format  format the code;  make lock  renew what is locked;  make clean"

.venv/.ready: $(LOCK) pyproject.toml
	@"$(PYTHON)" -c 'import sys; sys.exit("Python 3.11 or newer is needed; name one: make PYTHON=python3.11") if sys.version_info < (3, 11) else 0'
	"$(PYTHON)" -m venv .venv
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r $(LOCK)
	$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

# What checks and formats CSS and JavaScript; only `make lint` and `make format` need it.
node_modules/.ready: .venv/.ready package.json package-lock.json
	npm ci --silent --ignore-scripts
	@touch $@

serve: .venv/.ready
	$(PY) -m mkdocs serve --livereload

site: .venv/.ready
	$(PY) -m mkdocs build --strict

offline: .venv/.ready
	$(PY) -m mkdocs build --strict --no-directory-urls --site-dir offline

check: .venv/.ready
	$(PY) -m generator check $(if $(wildcard $(TEXTS)),--texts "$(TEXTS)")

# Two for each core of two: half of the time a test waits for a browser or another process.
test: lint
	TMPDIR="$$($(PY) -m tests.tools.temporary_folder)" $(PY) -m pytest -n 4 --dist worksteal

lint: .venv/.ready node_modules/.ready
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	npm run --silent lint
	$(PY) -m check_jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	.venv/bin/zizmor --offline --quiet .github/workflows

# What it finds is kept in tests/data/fuzz, where `make test` runs it again.
fuzz: .venv/.ready
	$(PY) -m tests.fuzz $(SECONDS_OF_FUZZ) $(TARGET)

bench: .venv/.ready
	$(PY) tests/benchmarks/bench.py

screenshot: site
	$(PY) -m tests.tools.screenshot

messages: .venv/.ready
	$(PY) -m tests.tools.messages

translations: messages
	$(PY) -m tests.tools.translations

pictures: .venv/.ready
	$(PY) -m tests.tools.pictures

format: .venv/.ready node_modules/.ready
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .
	npm run --silent format

lock: .venv/.ready
	.venv/bin/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --group dev \
		--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" pyproject.toml -o $(LOCK)
	.venv/bin/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 \
		--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
		.github/audit/requirements.in -o .github/audit/requirements.txt
	npm install --silent --ignore-scripts --package-lock-only

clean:
	rm -rf .venv node_modules site offline build .cache .coverage .mypy_cache .pytest_cache .ruff_cache .hypothesis test-results
