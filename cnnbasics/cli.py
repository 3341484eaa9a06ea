"""The `cnnbasics` command: check an answer that lies in a file."""

from __future__ import annotations

import argparse
import contextlib
import inspect
import json
import os
import sys
import types
import warnings
from collections.abc import Iterator
from pathlib import Path

from cnnbasics import checking, exercises
from cnnbasics.checking import RIGHT, WRONG, Fault, Verdict, explain
from cnnbasics.checking.collect import as_raised
from cnnbasics.checking.judge import why_raised
from cnnbasics.checking.limits import Printed, TimeLimitReached, within

LOAD_SECONDS = 60
"""The longest that a file may take to be read; TensorFlow's import is part of that."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command.

    Parameters
    ----------
    arguments : list of str, optional
        By default those of the process.

    Returns
    -------
    int
        0 for a right answer, 1 for a wrong or a missing one, 2 if the call makes no sense.
    """
    parser = argparse.ArgumentParser(prog="cnnbasics", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    checker = commands.add_parser(
        "check",
        help="check the function of an exercise",
        description="Exit status: 0 right, 1 wrong or not attempted, 2 the call makes no sense.",
    )
    checker.add_argument("exercise", metavar="EXERCISE", help="such as correlate2d")
    checker.add_argument("file", metavar="FILE.py", type=Path, help="a file that defines it")
    checker.add_argument("--hidden", action="store_true", help="use the cases that grading uses")
    checker.add_argument("--json", action="store_true", help="print the verdict as JSON")
    options = parser.parse_args(arguments)
    try:
        exercises.exercise(options.exercise)
        checking.hidden_seed()
    except (exercises.UnknownExercise, ValueError) as error:
        print(f"cnnbasics: {error}", file=sys.stderr)
        return 2
    if not options.file.is_file():
        what = "is a folder" if options.file.is_dir() else "is not there"
        print(f"cnnbasics: {options.file} {what}; a Python file is needed", file=sys.stderr)
        return 2
    with _only_our_output():
        verdict = check_file(options.exercise, options.file, options.hidden)
    text = explain.as_text(verdict, reveal=True)
    if options.json:
        # allow_nan=False: what is printed is JSON for every reader.
        print(json.dumps(verdict.as_dict() | {"text": text}, allow_nan=False))
    else:
        # A terminal may not know all the characters that a student's code printed.
        encoding = sys.stdout.encoding or "utf-8"
        print(text.encode(encoding, "backslashreplace").decode(encoding))
    return 0 if verdict.status == RIGHT else 1


@contextlib.contextmanager
def _only_our_output() -> Iterator[None]:
    """Send to stderr what a file writes to the process' own stdout, past `sys.stdout`."""
    sys.stdout.flush()
    kept = os.dup(1)
    os.dup2(2, 1)
    try:
        yield
    finally:
        sys.__stdout__.flush()
        os.dup2(kept, 1)
        os.close(kept)


def check_file(name: str, path: Path, hidden: bool = False, seed: int | None = None) -> Verdict:
    """Check the function called `name` in a file.

    Parameters
    ----------
    name : str
        The id of the exercise.
    path : Path
        A Python file. It is run.
    hidden : bool, default=False
        Whether to use the cases that grading uses.
    seed : int, optional
        Of the hidden check; by default the one in `CNNBASICS_SEED`.

    Returns
    -------
    Verdict
        A file that cannot be run, or lacks the function, is wrong.
    """
    module = types.ModuleType("answer")
    module.__file__ = str(path)
    sys.modules[module.__name__] = module  # where dataclasses and pickle look for it
    printed = Printed()

    def run() -> None:
        exec(compile(path.read_bytes(), str(path), "exec"), vars(module))

    try:
        with (
            contextlib.redirect_stdout(printed),
            contextlib.redirect_stderr(printed),
            warnings.catch_warnings(action="ignore"),
        ):
            within(LOAD_SECONDS, run)
    except TimeLimitReached:
        return _unusable(
            name, hidden, f"`{path.name}` did not finish within {LOAD_SECONDS:g} seconds."
        )
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # whatever a student's file raises, it is no answer
        why = why_raised(as_raised(error, str(path)))
        return _unusable(name, hidden, f"`{path.name}` cannot be run. {why}")
    fn = vars(module).get(name)
    if not callable(fn):
        own = [key for key, value in vars(module).items() if inspect.isfunction(value)]
        has = f"It defines {', '.join(f'`{key}`' for key in own)}." if own else "It defines none."
        return _unusable(name, hidden, f"`{path.name}` has no function called `{name}`. {has}")
    return checking.examine(name, fn, hidden, seed)


def _unusable(name: str, hidden: bool, why: str) -> Verdict:
    return Verdict(name, WRONG, hidden, faults=[Fault("missing", why)])
