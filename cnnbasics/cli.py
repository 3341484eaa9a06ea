"""The `cnnbasics` command: check an answer that lies in a file."""

from __future__ import annotations

import argparse
import contextlib
import importlib.util
import json
import sys
from pathlib import Path

from cnnbasics import checking, exercises
from cnnbasics.checking import RIGHT, WRONG, Fault, Verdict, explain
from cnnbasics.checking.limits import Printed, TimeLimitReached, time_limit

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
        print(f"cnnbasics: there is no file {options.file}", file=sys.stderr)
        return 2
    verdict = check_file(options.exercise, options.file, options.hidden)
    if options.json:
        # allow_nan=False: what is printed is JSON for every reader.
        print(
            json.dumps(
                verdict.as_dict() | {"text": explain.as_text(verdict, reveal=True)}, allow_nan=False
            )
        )
    else:
        print(explain.as_text(verdict, reveal=True))
    return 0 if verdict.status == RIGHT else 1


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
    spec = importlib.util.spec_from_loader("answer", loader=None)
    module = importlib.util.module_from_spec(spec)
    module.__file__ = str(path)
    printed = Printed()
    try:
        with (
            contextlib.redirect_stdout(printed),
            contextlib.redirect_stderr(printed),
            time_limit(LOAD_SECONDS),
        ):
            exec(compile(path.read_bytes(), str(path), "exec"), vars(module))
    except TimeLimitReached:
        return _unusable(
            name, hidden, f"`{path.name}` did not finish within {LOAD_SECONDS} seconds."
        )
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # whatever a student's file raises, it is no answer
        return _unusable(name, hidden, f"`{path.name}` raises `{type(error).__name__}: {error}`.")
    fn = vars(module).get(name)
    if not callable(fn):
        return _unusable(name, hidden, f"`{path.name}` defines no function called `{name}`.")
    return checking.examine(name, fn, hidden, seed)


def _unusable(name: str, hidden: bool, why: str) -> Verdict:
    return Verdict(name, WRONG, hidden, cases=1, faults=[Fault("missing", why)])
