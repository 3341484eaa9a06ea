"""The command `cnnbasics check EXERCISE FILE.py`."""

import json
import os
import subprocess
import sys
import warnings

import pytest

from cnnbasics import cli
from cnnbasics.checking import limits
from cnnbasics.cli import check_file, main

RIGHT = """
import numpy as np

def window_dot(patch, kernel, bias=0.0):
    return np.sum(patch * kernel) + np.asarray(bias).item()
"""
WRONG = """
def window_dot(patch, kernel, bias=0.0):
    return (patch * kernel).sum()
"""
STUB = '''
def window_dot(patch, kernel, bias=0.0):
    """Multiply and sum."""
'''


@pytest.fixture
def answer(tmp_path):
    """Write a file and give its path."""

    def write(source, name="answer.py"):
        file = tmp_path / name
        file.write_bytes(source if isinstance(source, bytes) else source.encode())
        return str(file)

    return write


def run(*arguments, **environment):
    return subprocess.run(
        [sys.executable, "-m", "cnnbasics", *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env=os.environ | environment,
    )


@pytest.mark.parametrize("options", [[], ["--hidden"]])
@pytest.mark.parametrize(
    ("source", "status", "words"),
    [
        (RIGHT, 0, "window_dot: right"),
        (WRONG, 1, "This is what you get when the bias is left out."),
        (STUB, 1, "window_dot: not attempted yet."),
    ],
)
def test_the_exit_status_says_right_or_wrong(answer, capsys, source, status, words, options):
    assert main(["check", "window_dot", answer(source), *options]) == status
    assert words in capsys.readouterr().out


def test_an_author_sees_the_numbers_of_a_hidden_case(answer, capsys):
    main(["check", "window_dot", answer(WRONG), "--hidden"])
    assert "ready to paste" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("source", "passed", "mistake"),
    [(RIGHT, True, None), (WRONG, False, "bias-forgotten"), (STUB, False, None)],
)
def test_json_holds_the_verdict_and_the_text(answer, capsys, source, passed, mistake):
    status = main(["check", "window_dot", answer(source), "--json"])
    verdict = json.loads(capsys.readouterr().out)
    assert status == (0 if passed else 1)
    assert (verdict["passed"], verdict["mistake"]) == (passed, mistake)
    assert verdict["exercise"] == "window_dot"
    assert verdict["text"].startswith("window_dot: ")


def test_the_hidden_seed_comes_from_the_environment(answer, capsys, monkeypatch):
    inputs = []
    for seed in ("1", "2", "1"):
        monkeypatch.setenv("CNNBASICS_SEED", seed)
        main(["check", "window_dot", answer(WRONG), "--hidden", "--json"])
        verdict = json.loads(capsys.readouterr().out)
        assert verdict["seed"] == int(seed)
        inputs.append(verdict["faults"][0]["inputs"])
    assert inputs[0] == inputs[2] != inputs[1]


# What cannot be run


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (
            "def window_dot(patch, kernel, bias=0.0)\n    pass",
            "It raises `SyntaxError: expected ':'",
        ),
        ("x = [\x00]", "`answer.py` cannot be run. It raises `"),
        (b"\xff\xfe\xff", "`answer.py` cannot be run. It raises `SyntaxError"),
        (
            "a = 1\nb = 1 / 0",
            "`ZeroDivisionError: division by zero`\n    in your line 2:  b = 1 / 0",
        ),
        ("import nowhere_to_be_found", "`ModuleNotFoundError: No module named 'nowhere"),
        ("raise SystemExit(0)", "It ends the program (`SystemExit`)"),
        ("import sys\nsys.exit()", "It ends the program (`SystemExit`)"),
        ("class Own(BaseException): pass\nraise Own('mine')", "It raises `Own: mine`"),
        ("", "`answer.py` has no function called `window_dot`. It defines none."),
        ("window_dot = 5", "has no function called `window_dot`. It defines none."),
        ("def windowdot(): pass\ndef other(): pass", "It defines `windowdot`, `other`."),
        ("def f(): f()\nf()", "It calls itself without end (`RecursionError`)."),
    ],
)
def test_a_file_that_gives_no_function_is_wrong_and_says_why(answer, capsys, source, words):
    assert main(["check", "window_dot", answer(source)]) == 1
    text = capsys.readouterr().out
    assert text.startswith("window_dot: not right.\n\n")
    assert words in text
    assert main(["check", "window_dot", answer(source), "--json", "--hidden"]) == 1
    assert json.loads(capsys.readouterr().out)["status"] == "wrong"


def test_a_file_that_never_ends_is_ended(answer, capsys, monkeypatch):
    monkeypatch.setattr(cli, "LOAD_SECONDS", 0.2)
    assert main(["check", "window_dot", answer("while True: pass")]) == 1
    assert "`answer.py` did not finish within 0.2 seconds." in capsys.readouterr().out


def test_a_function_that_never_ends_is_ended(answer, capsys, monkeypatch):
    monkeypatch.setattr(limits, "CALL_SECONDS", 0.2)
    source = "def window_dot(patch, kernel, bias=0.0):\n    while True: pass"
    assert main(["check", "window_dot", answer(source)]) == 1
    assert "It takes too long, so it was ended" in capsys.readouterr().out


def test_the_readers_interrupt_passes_through(answer):
    with pytest.raises(KeyboardInterrupt):
        main(["check", "window_dot", answer("raise KeyboardInterrupt")])


def test_a_file_may_warn_define_classes_and_be_told_its_name(answer):
    source = """
from __future__ import annotations
import warnings
from dataclasses import dataclass
warnings.warn("old")
pattern = "\\d"

@dataclass
class Pair:
    first: int

assert __name__ != "__main__"
assert __file__.endswith("answer.py")
"""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert check_file("window_dot", cli.Path(answer(source + RIGHT))).status == "right"


# Misuse


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (
            ["window_dott", "{file}"],
            "There is no exercise called `window_dott`. Did you mean `window",
        ),
        (["window_dot", "nowhere.py"], "nowhere.py is not there; a Python file is needed"),
        (["window_dot", "{folder}"], "is a folder; a Python file is needed"),
    ],
)
def test_a_call_that_makes_no_sense_is_told_so(answer, tmp_path, capsys, arguments, words):
    file = answer(RIGHT)
    arguments = [text.format(file=file, folder=tmp_path) for text in arguments]
    assert main(["check", *arguments]) == 2
    output = capsys.readouterr()
    assert output.out == ""
    assert output.err.startswith("cnnbasics: ")
    assert words in output.err


def test_a_seed_that_is_none_makes_no_sense(answer, capsys, monkeypatch):
    monkeypatch.setenv("CNNBASICS_SEED", "seven")
    assert main(["check", "window_dot", answer(RIGHT)]) == 2
    assert "must be an integer, and it is 'seven'" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["check"], ["check", "window_dot"], ["grade"]])
def test_missing_arguments_make_no_sense(arguments, capsys):
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert "usage: cnnbasics" in capsys.readouterr().err


# As a process

NOISY = """
import os, sys
print("to stdout")
print("to stderr", file=sys.stderr)
print("past it", file=sys.__stdout__)
os.write(1, b"to the descriptor")
os.system("echo from a child")

def window_dot(patch, kernel, bias=0.0):
    print("again")
    os.write(1, b"again to the descriptor")
    print("past it again \\ud800", file=sys.__stderr__)
    return "\\ud800 \\u2192"
"""


def test_nothing_but_json_comes_out_whatever_a_file_prints(answer):
    done = run("check", "window_dot", answer(NOISY), "--json")
    assert done.returncode == 1
    verdict = json.loads(done.stdout)
    assert verdict["printed"].startswith("again")


def test_text_that_the_terminal_cannot_show_is_shown_as_it_can(answer):
    done = run("check", "window_dot", answer(NOISY), PYTHONIOENCODING="ascii")
    assert done.returncode == 1
    assert "it returns a str" in done.stdout
    assert "\\u2192" in done.stdout


@pytest.mark.parametrize(("source", "status"), [(RIGHT, 0), (WRONG, 1)])
def test_warnings_as_errors_change_nothing(answer, source, status):
    command = [sys.executable, "-W", "error", "-m", "cnnbasics", "check", "window_dot"]
    done = subprocess.run([*command, answer(source)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (status, "")


def test_the_command_says_how_it_is_used():
    done = run("check", "--help")
    assert done.returncode == 0
    assert "0 right, 1 wrong or not attempted, 2 the call makes no sense" in " ".join(
        done.stdout.split()
    )
