"""What a notebook imports: check, hint, use_reference, predict and ready."""

import copy
import functools
import json
import os
import pickle
import subprocess
import sys

import nbformat
import numpy as np
import pytest
from nbclient import NotebookClient
from small_unit import ENTRIES, QUESTIONS, UNIT

import cnnbasics
from cnnbasics import CheckFailed, NotAttempted, check, exercises, hint, predict, ready
from cnnbasics import use_reference as lend
from cnnbasics.checking import BORROWED, RIGHT, WRONG, examine, explain, hidden_seed
from cnnbasics.checking.lend import lent_names


@pytest.fixture(autouse=True)
def small(monkeypatch):
    """Put the small unit after the course's own."""
    units = exercises.units() | {UNIT: ENTRIES}
    monkeypatch.setattr(exercises, "units", lambda: units)
    monkeypatch.setattr(cnnbasics.checking, "_opened", {})


def named(name, fn):
    """Give a function the name that its exercise goes by."""
    fn.__name__ = name
    return fn


# check


def test_a_right_answer_prints_one_sentence_and_raises_nothing(capsys):
    check(named("scale", lambda x, factor=2.0: x * factor))
    assert capsys.readouterr().out == "scale: right, 4 of 4 cases.\n\nTwice as bright.\n"


def test_a_wrong_answer_raises_with_everything_that_was_found(capsys):
    with pytest.raises(CheckFailed) as caught:
        check(named("scale", lambda x, factor=2.0: x / factor))
    error = caught.value
    assert isinstance(error, AssertionError)
    assert (error.exercise, error.mistake, error.verdict.status) == ("scale", "halves", WRONG)
    assert str(error) == explain.as_text(error.verdict)
    assert "This is what you get when it divides." in str(error)
    json.dumps(error.verdict.as_dict(), allow_nan=False)
    assert capsys.readouterr().out == ""


def test_a_mistake_that_is_not_recognized_is_none():
    with pytest.raises(CheckFailed) as caught:
        check(named("scale", lambda x, factor=2.0: -x))
    assert caught.value.mistake is None


def test_a_failed_check_can_be_sent_to_another_process():
    with pytest.raises(CheckFailed) as caught:
        check(named("scale", lambda x, factor=2.0: -x))
    for again in (pickle.loads(pickle.dumps(caught.value)), copy.copy(caught.value)):
        assert (type(again), str(again)) == (CheckFailed, str(caught.value))
        assert again.exercise == "scale"


def test_not_attempted_is_a_failed_check_of_its_own_kind():
    def scale(x, factor=2.0):
        """Return `x` times `factor`."""

    with pytest.raises(NotAttempted, match=r"^scale: not attempted yet\.$") as caught:
        check(scale)
    assert isinstance(caught.value, CheckFailed)
    assert caught.value.mistake is None
    with pytest.raises(NotAttempted):
        check(scale, hidden=True)


def test_the_hidden_check_uses_other_data_and_shows_none_of_it():
    def scale(x, factor=2.0):
        if x.shape in {(2, 3), (3, 2), (2, 4), (1, 3)}:
            return x * factor  # learned from the visible cases
        return x

    check(scale)
    with pytest.raises(CheckFailed, match="3 of 4 cases are wrong on other data") as caught:
        check(scale, hidden=True)
    assert "paste" not in str(caught.value)


# What is not a function of an exercise


def test_a_function_of_another_name_is_told_the_closest():
    def scales(x, factor=2.0):
        return x * factor

    with pytest.raises(exercises.UnknownExercise, match=r"called `scales`\. Did you mean `scale`"):
        check(scales)


def test_a_name_like_none_is_told_which_there_are():
    with pytest.raises(exercises.UnknownExercise, match=r"There are: .*conv2d_forward.*, scale"):
        check(named("qqqqq", lambda: 1))


@pytest.mark.parametrize("thing", [np.ones(3), 5, "scale", None, cnnbasics])
def test_what_is_no_function_is_told_so(thing):
    with pytest.raises(TypeError, match="`check` takes a function, such as check"):
        check(thing)


def test_a_lambda_has_no_name_to_find_an_exercise_by():
    with pytest.raises(
        exercises.UnknownExercise, match=r"a lambda has none\. Write your answer as"
    ):
        check(lambda x, factor=2.0: x * factor)


def test_a_partial_has_no_name_to_find_an_exercise_by():
    with pytest.raises(exercises.UnknownExercise, match="a partial has none"):
        check(functools.partial(lambda x, factor: x * factor, factor=2.0))


def test_a_class_is_told_to_be_a_function():
    class scale:
        def __init__(self, x, factor=2.0):
            self.x = x

    with pytest.raises(CheckFailed, match=r"It is a class\. Write a function"):
        check(scale)


# The seed


@pytest.mark.parametrize("text", ["0", "-3", "12345678901234567890123", " 7 ", ""])
def test_an_integer_in_the_environment_is_the_hidden_seed(monkeypatch, text):
    monkeypatch.setenv("CNNBASICS_SEED", text)
    seed = int(text) if text else cnnbasics.checking.PUBLIC_SEED
    assert hidden_seed() == seed
    verdict = examine("scale", lambda x, factor=2.0: -x, hidden=True)
    assert verdict.seed == seed
    case = ENTRIES["scale"].make_cases(seed, True)[-1]
    assert any(np.array_equal(case.inputs["x"], f.inputs["x"]) for f in verdict.faults)


@pytest.mark.parametrize("text", ["seven", "1.5", "0x10", "1e3", "9" * 5000])
def test_something_else_in_the_environment_is_an_error(monkeypatch, text):
    monkeypatch.setenv("CNNBASICS_SEED", text)
    with pytest.raises(ValueError, match="`CNNBASICS_SEED` must be an integer, and it is '"):
        hidden_seed()


def test_the_environment_does_not_change_the_visible_check(monkeypatch):
    seeds = []
    for text in ("1", "2"):
        monkeypatch.setenv("CNNBASICS_SEED", text)
        seeds.append(examine("scale", lambda x, factor=2.0: -x).seed)
    assert seeds[0] == seeds[1] == cnnbasics.checking.PUBLIC_SEED


# hint


def test_hints_open_one_at_a_time(capsys):
    for _ in range(4):
        hint("scale")
    assert capsys.readouterr().out.splitlines() == [
        "Hint 1 of 3: The idea.",
        "Hint 2 of 3: The shapes.",
        "Hint 3 of 3: The indices. That was the last one.",
        "Hint 3 of 3: The indices. That was the last one.",
    ]


def test_hints_of_one_exercise_do_not_open_those_of_another(capsys):
    hint("scale")
    hint(named("total", lambda x: x))
    assert capsys.readouterr().out.splitlines()[1] == "Hint 1 of 3: The idea."


@pytest.mark.parametrize("name", ["scal", 5, None, ["scale"]])
def test_a_hint_for_no_exercise_is_an_error(name):
    with pytest.raises(exercises.UnknownExercise, match="There is no exercise called"):
        hint(name)


# use_reference


def test_a_lent_function_works_is_recorded_and_earns_no_marks(capsys):
    total = lend("total")
    assert total(np.ones(3)) == 3
    assert "total" in lent_names()
    assert capsys.readouterr().out.startswith("Lent: total. ")
    assert total.__name__ == "total"
    assert total.__doc__ == ENTRIES["total"].answer.__doc__
    for hidden in (False, True):
        with pytest.raises(CheckFailed, match="It earns no marks here") as caught:
            check(total, hidden)
        assert caught.value.verdict.status == BORROWED


def test_a_function_that_calls_a_lent_one_takes_no_shortcut():
    window_dot, conv_output_size = lend("window_dot"), lend("conv_output_size")

    def correlate2d(image, kernel, stride=1, pad=0):
        image = np.pad(image, pad)
        sh, sw = np.broadcast_to(stride, 2)
        kh, kw = kernel.shape
        rows = conv_output_size(image.shape[0], kh, int(sh))
        columns = conv_output_size(image.shape[1], kw, int(sw))
        return np.array(
            [
                [
                    window_dot(image[i * sh : i * sh + kh, j * sw : j * sw + kw], kernel)
                    for j in range(columns)
                ]
                for i in range(rows)
            ]
        )

    check(correlate2d)
    check(correlate2d, hidden=True)


LENT_AGAIN = {
    "itself": lambda: (lend("correlate2d"), lambda fn, image, kernel: fn(image, kernel)),
    "one that is made of it": lambda: (
        lend("convolve2d"),
        lambda fn, image, kernel: fn(image, kernel[::-1, ::-1]),
    ),
    "one of a later unit": lambda: (
        lend("conv2d_forward"),
        lambda fn, image, kernel: fn(
            image[None, :, :, None], kernel[:, :, None, None], np.zeros(1)
        )[0, :, :, 0],
    ),
    "what it wraps": lambda: (
        lend("correlate2d").__wrapped__,
        lambda fn, image, kernel: fn(image, kernel),
    ),
}


@pytest.mark.parametrize("way", LENT_AGAIN)
def test_a_lent_function_does_not_earn_the_marks_of_its_own_exercise(way):
    lent, use = LENT_AGAIN[way]()

    def correlate2d(image, kernel, stride=1, pad=0):
        return use(lent, image, kernel)

    verdict = examine("correlate2d", correlate2d)
    assert verdict.status == WRONG
    assert verdict.faults[0].kind == "shortcut"


def test_lending_an_unknown_exercise_is_an_error():
    with pytest.raises(exercises.UnknownExercise, match="Did you mean `zero_pad2d`"):
        lend("zero_pad")


# predict


@pytest.mark.parametrize("choice", ["b", "B", " b ", "b)", "(B)", "b."])
def test_a_right_letter_is_right_however_it_is_written(choice, capsys):
    predict("predict_letter", choice)
    assert capsys.readouterr().out == "predict_letter: right.\n\nYes: b.\n"


@pytest.mark.parametrize("choice", [11, 11.0, np.int64(11), np.float32(11), "11", " 11.0 "])
def test_a_right_number_is_right_however_it_is_written(choice):
    predict("predict_number", choice)


@pytest.mark.parametrize(
    ("name", "choice", "words"),
    [
        ("predict_letter", "a", "No: a."),
        ("predict_letter", "C", "No: c."),
        ("predict_letter", "e", "That is not one of the options."),
        ("predict_letter", 2, "That is not one of the options."),
        ("predict_letter", ["b"], "That is not one of the options."),
        ("predict_letter", np.array([1, 2]), "That is not one of the options."),
        ("predict_letter", {"b"}, "That is not one of the options."),
        ("predict_letter", 10**400, "That is not one of the options."),
        ("predict_letter", float("nan"), "That is not one of the options."),
        ("predict_letter", 1j, "That is not one of the options."),
        ("predict_letter", print, "That is not one of the options."),
        ("predict_number", 9, "Not nine."),
        ("predict_number", "nine", "Count again."),
        ("predict_number", 11.5, "Count again."),
    ],
)
def test_a_wrong_choice_gets_its_own_explanation(name, choice, words):
    with pytest.raises(CheckFailed) as caught:
        predict(name, choice)
    assert str(caught.value) == f"{name}: not right.\n\n{words}"
    assert (caught.value.exercise, caught.value.mistake) == (name, None)


@pytest.mark.parametrize("choice", [None, ..., "", "  "])
def test_no_choice_is_not_attempted(choice):
    with pytest.raises(NotAttempted, match=r"^predict_letter: not attempted yet\.$"):
        predict("predict_letter", choice)


def test_a_question_can_be_answered_again():
    for _ in range(2):
        with pytest.raises(CheckFailed):
            predict("predict_letter", "a")
    predict("predict_letter", "b")


def test_an_unknown_question_is_told_the_closest():
    with pytest.raises(exercises.UnknownExercise, match="Did you mean `predict_letter`"):
        predict("predict_leter", "b")


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_each_option_of_a_question_has_one_outcome(question):
    for option in question.says:
        if option == question.answer:
            predict(question.id, option)
        else:
            with pytest.raises(CheckFailed):
                predict(question.id, option)


# ready


def written(x):
    return x


def waiting(x):
    """Say what `x` is."""


def waiting_too(x):
    """Say what `x` was."""


def test_a_cell_runs_when_its_functions_are_written(capsys):
    assert ready(written)
    assert ready(written, lend("total"), len, np.sum)
    assert "waits" not in capsys.readouterr().out


def test_a_cell_says_what_it_waits_for(capsys):
    assert not ready(written, waiting)
    assert "This cell waits for your `waiting`. " in capsys.readouterr().out
    assert not ready(waiting, waiting_too)
    assert "This cell waits for your `waiting` and `waiting_too`. " in capsys.readouterr().out


# In IPython and in a notebook


SCRIPT = """
from cnnbasics import check
def window_dot(patch, kernel, bias=0.0):
    return (patch * kernel).sum()
{call}
print("after")
"""


@pytest.mark.parametrize(
    ("call", "words"),
    [
        ("check(window_dot)", "This is what you get when the bias is left out."),
        ("check(len)", "UnknownExercise: There is no exercise called `len`."),
    ],
)
def test_ipython_in_a_terminal_draws_the_report_and_no_traceback(tmp_path, call, words):
    script = tmp_path / "script.ipy"
    script.write_text(SCRIPT.format(call=call))
    command = ["-m", "IPython", "--colors=NoColor", "--HistoryManager.enabled=False", str(script)]
    done = subprocess.run(
        [sys.executable, *command],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env=os.environ | {"IPYTHONDIR": str(tmp_path)},
    )
    assert words in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert "site-packages" not in done.stdout


CELLS = [
    "from cnnbasics import check, hint, predict, ready, use_reference",
    '''def window_dot(patch, kernel, bias=0.0):
    """Multiply and sum."""''',
    "check(window_dot)",
    "ready(window_dot)",
    "def window_dot(patch, kernel, bias=0.0):\n    return (patch * kernel).sum()",
    "check(window_dot)",
    "check(window_dot, hidden=True)",
    "def window_dot(patch, kernel, bias=0.0):\n    first = 1\n    return patch[9] * kernel[9]",
    "check(window_dot)",
    "def correlate2d(image, kernel, stride=1, pad=0):\n    return '<script>alert(1)</script>'",
    "check(correlate2d)",
    "import numpy as np\nfrom cnnbasics import layers\n"
    "def zero_pad2d(x, pad):\n    return np.pad(x, 1, mode='edge')[1:-1, :, :, 1:-1]",
    "check(zero_pad2d)",
    "hint('window_dot')",
    "zero_pad2d = use_reference('zero_pad2d')",
    "check(zero_pad2d)",
    "def window_dot(patch, kernel, bias=0.0):\n"
    "    return (patch * kernel).sum() + np.asarray(bias).item()",
    "check(window_dot)",
    "check(5)",
    "def windowdot(patch, kernel, bias=0.0):\n    return 1",
    "check(windowdot)",
]


@pytest.fixture(scope="module")
def notebook():
    """The cells above, run in a kernel."""
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in CELLS])
    NotebookClient(made, timeout=120, allow_errors=True, kernel_name="python3").execute()
    return dict(enumerate(cell.outputs for cell in made.cells))


def shown(outputs):
    """Give the text, the HTML and the traceback of a cell that showed something."""
    data = [output.data for output in outputs if output.output_type == "display_data"]
    errors = [output for output in outputs if output.output_type == "error"]
    assert len(data) == 1
    assert set(data[0]) == {"text/plain", "text/html"}
    return data[0]["text/plain"], data[0]["text/html"], errors


@pytest.mark.slow
def test_a_notebook_draws_the_report_and_one_line_of_error(notebook):
    text, html, errors = shown(notebook[5])
    assert "This is what you get when the bias is left out." in text
    assert "<div style='border-left" in html
    assert [error.ename for error in errors] == ["CheckFailed"]
    assert len(errors[0].traceback) == 1
    assert errors[0].traceback[0] == text.splitlines()[0]


@pytest.mark.slow
def test_a_notebook_draws_no_number_of_a_hidden_case(notebook):
    text, html, errors = shown(notebook[6])
    assert "on other data" in text
    assert "ready to paste" not in text + html + errors[0].evalue
    assert "<table" not in html


@pytest.mark.slow
def test_a_notebook_draws_a_picture_of_the_wrong_numbers(notebook):
    text, html, _ = shown(notebook[12])
    assert text.startswith("zero_pad2d: ")
    assert "<pre" in html


@pytest.mark.slow
def test_a_notebook_says_not_attempted_and_goes_on(notebook):
    text, _, errors = shown(notebook[2])
    assert text == "window_dot: not attempted yet."
    assert [(error.ename, error.traceback) for error in errors] == [("NotAttempted", [text])]
    text, _, errors = shown(notebook[3][:1])
    assert text.startswith("This cell waits for your `window_dot`.")
    assert errors == []


@pytest.mark.slow
def test_a_notebook_shows_the_students_own_line(notebook):
    text, _, _ = shown(notebook[8])
    assert "It raises `IndexError: " in text
    assert "in your line 3:  return patch[9] * kernel[9]" in text


@pytest.mark.slow
def test_a_notebook_escapes_what_a_student_returns(notebook):
    _, html, _ = shown(notebook[10])
    assert "<script" not in html
    assert "&lt;script&gt;" in html


@pytest.mark.slow
def test_a_notebook_shows_hints_loans_and_success(notebook):
    assert shown(notebook[13])[0].startswith("Hint 1 of 3: ")
    assert shown(notebook[14])[0].startswith("Lent: zero_pad2d.")
    assert "lent to you" in shown(notebook[15])[0]
    text, _, errors = shown(notebook[17])
    assert text.startswith("window_dot: right")
    assert errors == []


@pytest.mark.slow
def test_a_notebook_tells_a_misuse_briefly(notebook):
    (no_function,), (no_exercise,) = notebook[18], notebook[20]
    assert no_function.ename == "TypeError"
    assert no_exercise.ename == "UnknownExercise"
    assert no_exercise.traceback == [
        "UnknownExercise: There is no exercise called `windowdot`. Did you mean `window_dot`?"
    ]


def test_importing_the_course_loads_neither_tensorflow_nor_matplotlib():
    code = "import sys, cnnbasics; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"tensorflow", "keras", "matplotlib", "IPython", "scipy"} & set(done.stdout.split())


def test_the_names_a_notebook_imports_are_there():
    assert [name for name in cnnbasics.__all__ if not callable(getattr(cnnbasics, name))] == []
    assert examine("total", ENTRIES["total"].answer).status == RIGHT
