# Every verb runs in $(VENV), which tools/set_up.py makes from requirements.lock when it is
# missing or was made from another lock. Plain make 3.81, as macOS has it, is enough.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

# A terminal opened in JupyterLab, and whatever a test starts, finds the course's own commands.
export PATH := $(abspath $(BIN)):$(PATH)

SLOW := slow or browser

.DEFAULT_GOAL := help
.PHONY: help lab check test grade bench audit release student-archive course book book-tools dist \
	tidy lock ready

help:  ## say what each verb does
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-15s %s\n", $$1, $$2 }' Makefile

lab: ready  ## open the course in JupyterLab, on its start page
	$(BIN)/jupyter lab --config="$(CURDIR)/tools/lab.py" $(LABFLAGS) notebooks

check: ready  ## the quick part of the tests: style, spelling, unit tests, doctests
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/codespell
	$(BIN)/python tools/tidy.py --check
	$(BIN)/pytest -n auto --dist worksteal -m "not ($(SLOW))"

test: book-tools check  ## everything, the slow parts last
	# On one thread: what a notebook keeps must not need as many as the machine has that kept it.
	OMP_NUM_THREADS=1 $(BIN)/pytest -n auto --dist loadfile --nbval solutions
	$(BIN)/pytest -n auto --dist loadgroup -m "$(SLOW)"

grade: ready  ## grade a small sample class and print its marks
	$(BIN)/autograder sample

bench: ready  ## grade a class with plain nbgrader and with autograder, and compare
	$(BIN)/python tools/bench.py

audit: ready  ## print what the checks refuse, accept and name, on 20 seeds
	$(BIN)/python tools/audit.py

release: ready  ## make notebooks/ from solutions/
	$(BIN)/autograder release
	$(BIN)/python tools/start.py

student-archive: ready  ## make dist/cnn-basics-student-VERSION.zip, for students
	$(BIN)/python tools/student_archive.py

course: ready  ## make docs/course.md and the tables of docs/instructors.md from the units
	$(BIN)/python tools/course.py

book: book-tools  ## make the course a book, dist/book/index.html, and check its links
	$(BIN)/python tools/book.py

# What only the book needs is installed when it is made, and not in every student's environment.
book-tools: ready
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes \
		-r requirements-book.lock

dist: ready  ## build the wheel and the sdist in dist/
	$(BIN)/python -m hatchling build -d dist

tidy: ready  ## put the notebooks in solutions/ and the code in order
	$(BIN)/python tools/tidy.py
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

lock:  ## make the two locks and constraints.txt from pyproject.toml (needs uv)
	@command -v uv >/dev/null || { echo "make lock needs uv: pip install uv"; exit 1; }
	uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url $(LOCKFLAGS) -o requirements.lock
	{ echo "# Made by make lock from requirements.lock: the same versions, for conda's pip."; \
		sed -n -e 's/ *\\$$//' -e '/^[a-z0-9]/p' requirements.lock; } > constraints.txt
	uv pip compile --group book --constraint constraints.txt --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url $(LOCKFLAGS) -o requirements-book.lock

ready:
	@$(PYTHON) tools/set_up.py "$(VENV)"
