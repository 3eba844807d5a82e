# The example journal lives in a fixed week, so that its site is the same every day.
EXAMPLE_DAY := 2026-11-22
PYTHON ?= python3
BIN := .venv/bin

# Build the site of the example journal into _site/.
site: .venv/ready
	$(BIN)/milepost build content --today $(EXAMPLE_DAY) --out _site
	@echo "Open _site/index.html in a browser."

# Show the example journal in the browser and follow every change to it.
serve: .venv/ready
	$(BIN)/milepost serve content --today $(EXAMPLE_DAY)

# Run every test; what needs Chromium, Java or Node is skipped, with its reason, where they are missing.
test: .venv/dev
	$(BIN)/python -m pytest -n auto --dist worksteal

# Check style and types.
lint: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# Check the example journal with milepost itself.
check: .venv/ready
	$(BIN)/milepost check content --today $(EXAMPLE_DAY)

# Time milepost beside other generators, which it installs, and write docs/benchmarks.md; BENCH=--full for 10,000 entries.
bench: .venv/dev
	$(BIN)/python bench/run.py $(BENCH)

# Score the wording checks on the labelled statements.
score: .venv/ready
	$(BIN)/python bench/score.py

# Show what the forecast is worth on simulated goals.
simulate: .venv/ready
	$(BIN)/python bench/simulate.py

# Break the code in small ways and see whether the tests notice; slow (about a quarter of an hour).
mutants: .venv/dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[mutants]'
	$(BIN)/python tools/mutants.py

# Take out each gate of privacy and see whether the canaries notice; slow.
gates: .venv/dev
	$(BIN)/python tools/gates.py

# Take pictures of every kind of page into _shots/ (needs Chromium).
shots: .venv/dev
	$(BIN)/python bench/shots.py

# Run Lighthouse on three pages (needs Chromium and Node).
audit: .venv/dev
	$(BIN)/python bench/audit.py

# Write the manual's pages of rules and keys anew, from the code.
docs: .venv/ready
	$(BIN)/python tools/rules_pages.py docs/rules
	$(BIN)/python tools/keys_page.py docs/keys.md

# Bring the catalogues of other languages up to what the code and the templates say.
catalogues: .venv/ready
	$(BIN)/python tools/catalogues.py

# Remove all that was made, the environment included.
clean:
	rm -rf .venv _site _shots _audit dist build .tools .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/ready: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "milepost needs Python 3.11 or newer")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/dev: .venv/ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

.PHONY: site serve test lint check bench score simulate mutants gates shots audit docs catalogues clean
