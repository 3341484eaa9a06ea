"""Check a student's function: collect what it gives, judge it, explain the verdict.

`collect` runs the student's code and knows no right answer. `judge` knows what is right and runs
no student's code. `explain` turns a verdict into words and pictures. In a notebook one call of
`check` does all three; a grader may run the first in one process and the others in another.
"""

from __future__ import annotations

import html
import os
import sys
from collections.abc import Callable
from typing import Any

from cnnbasics import exercises, journal
from cnnbasics.checking import explain, lend, wire
from cnnbasics.checking.collect import Answer, Answers, as_data, collect, is_stub
from cnnbasics.checking.exercise import Question
from cnnbasics.checking.judge import BORROWED, NOT_ATTEMPTED, RIGHT, WRONG, Fault, Verdict, judge

PUBLIC_SEED = 20_260_101
"""From which the cases that students see are made."""

SEED_VARIABLE = "CNNBASICS_SEED"
"""The environment variable that holds the seed of the hidden check."""

COLLECT_VARIABLE = "CNNBASICS_COLLECT"
"""The environment variable that, set to 1, lets checks only send answers: a grader judges them."""


class CheckFailed(AssertionError):
    """An answer is not right.

    Parameters
    ----------
    verdict : Verdict
        Everything the check found.

    Attributes
    ----------
    exercise : str
        The id of the exercise.
    mistake : str or None
        The id of the recognized mistake, if there is one.
    verdict : Verdict
        Everything the check found, as data.
    """

    def __init__(self, verdict: Verdict):
        super().__init__(verdict)
        self.verdict = verdict
        self.exercise = verdict.exercise
        self.mistake = verdict.mistake

    def __str__(self) -> str:
        return explain.as_text(self.verdict)

    def _render_traceback_(self) -> list[str]:
        """Tell IPython what to draw in place of a traceback: the reader's code is not at fault."""
        text = explain.headline(self.verdict) if _in_notebook() else str(self)
        return text.splitlines()


class NotAttempted(CheckFailed):
    """The function is still as it was handed out: neither right nor wrong."""


def hidden_seed() -> int:
    """Return the seed of the hidden check: `CNNBASICS_SEED`, or a public default.

    Raises
    ------
    ValueError
        If the variable holds something else than an integer.
    """
    text = os.environ.get(SEED_VARIABLE, "").strip()
    try:
        return int(text) if text else PUBLIC_SEED
    except ValueError:
        raise ValueError(f"`{SEED_VARIABLE}` must be an integer, and it is {text!r}") from None


def examine(name: str, fn: Callable, hidden: bool = False, seed: int | None = None) -> Verdict:
    """Check a function against the exercise called `name` and return the verdict.

    Parameters
    ----------
    name : str
        The id of the exercise.
    fn : callable
        The answer.
    hidden : bool, default=False
        Whether to use the cases of the hidden check.
    seed : int, optional
        Of the hidden check; by default the one in `CNNBASICS_SEED`.

    Returns
    -------
    Verdict
        What was found.
    """
    exercise = exercises.exercise(name)
    seed = seed_of(hidden, seed)
    return judge(exercise, seed, collect(exercise, fn, seed, hidden), hidden)


def seed_of(hidden: bool, seed: int | None = None) -> int:
    """Return the seed of a check; `seed` is for the hidden one, by default `hidden_seed()`."""
    if not hidden:
        return PUBLIC_SEED
    return hidden_seed() if seed is None else seed


def only_collects() -> bool:
    """Tell whether checks judge nothing in this process and only send answers."""
    return os.environ.get(COLLECT_VARIABLE) == "1"


def check(fn: Callable, hidden: bool = False) -> None:
    """Check the function of an exercise and explain what is wrong.

    Parameters
    ----------
    fn : callable
        Your function. The exercise is found by the function's name.
    hidden : bool, default=False
        Use other data: what grading does.

    Raises
    ------
    CheckFailed
        If the answer is wrong.
    NotAttempted
        If there is no answer yet.
    UnknownExercise
        If no exercise has the function's name.
    """
    if not callable(fn):
        raise TypeError(f"`check` takes a function, such as check(window_dot); this is {fn!r:.80}")
    name = getattr(fn, "__name__", "<none>")
    if name.startswith("<"):
        kind = "lambda" if name == "<lambda>" else type(fn).__name__
        raise exercises.UnknownExercise(
            f"`check` finds the exercise by the function's name, and a {kind} has none. Write your "
            "answer as `def name(...):`."
        )
    if only_collects():
        answers = collect(exercises.exercise(name), fn, seed_of(hidden), hidden)
        wire.send(name, hidden, answers)
    else:
        _conclude(examine(name, fn, hidden))


def predict(name: str, choice: Any) -> None:
    """Check an answer to a question, and explain the option that was chosen.

    Parameters
    ----------
    name : str
        The id of the question.
    choice : str, int or float
        Your answer. You can answer again as often as you like.

    Raises
    ------
    CheckFailed
        If it is another option.
    NotAttempted
        If there is no answer yet.
    """
    question = exercises.question(name)
    if only_collects():
        wire.send(name, False, collect_choice(choice))
    else:
        _conclude(judge_choice(question, collect_choice(choice)))


def collect_choice(choice: Any) -> Answers:
    """Keep an answer to a question, as data only."""
    if choice is None or choice is Ellipsis or (isinstance(choice, str) and not choice.strip()):
        return Answers(untouched=True)
    option = _as_option(choice)
    # A number of any kind is sent as a float.
    value = option if isinstance(option, float) else as_data(choice)
    return Answers(calls=[Answer(value=value)])


def judge_choice(question: Question, answers: Answers) -> Verdict:
    """Compare an answer to a question with the right option, and explain the chosen one."""
    if answers.untouched:
        return Verdict(question.id, NOT_ATTEMPTED)
    choice = answers.calls[0].value if answers.calls else None
    option = _as_option(choice) if isinstance(choice, str | float) else None
    says = next((text for key, text in question.says.items() if _as_option(key) == option), None)
    if option == _as_option(question.answer):
        return Verdict(question.id, RIGHT, says=says or "")
    return Verdict(question.id, WRONG, says=says or question.otherwise)


def _as_option(choice: Any) -> Any:
    """Bring an option to one form: `"B"`, `"b)"` and `"b"` are one, and so are `"7"` and `7.0`."""
    word = choice.strip(" .()").lower() if isinstance(choice, str) else choice
    try:
        return round(float(word), 9)
    except (TypeError, ValueError, OverflowError):
        return word if isinstance(word, str) else repr(word)


KEPT_AS = {RIGHT: journal.RIGHT, WRONG: journal.WRONG, BORROWED: journal.LENT}
"""How the student's journal calls a verdict; an exercise without an answer is no event."""


def _conclude(verdict: Verdict) -> None:
    how_far = ""
    if verdict.status in KEPT_AS:
        status = KEPT_AS[verdict.status]
        how_far = journal.remember(verdict.exercise, status, verdict.mistake)
    if verdict.status == NOT_ATTEMPTED:
        _show(verdict)
        raise NotAttempted(verdict)
    if verdict.status != RIGHT:
        _show(verdict)
        raise CheckFailed(verdict)
    if _in_notebook():
        _show(verdict, how_far)
    else:
        print(explain.as_text(verdict))


def _in_notebook() -> bool:
    """Tell whether there is a Jupyter kernel to draw in."""
    ipython = sys.modules.get("IPython")
    return ipython is not None and hasattr(ipython.get_ipython(), "kernel")


def _show(verdict: Verdict, how_far: str = "") -> None:
    if _in_notebook():
        text, marked = explain.as_text(verdict), explain.as_html(verdict)
        if how_far:
            text, marked = f"{text}\n\n{how_far}", f"{marked}<p>{html.escape(how_far)}</p>"
        _display(text, marked)


def _display(text: str, marked: str) -> None:
    if _in_notebook():
        from IPython.display import display

        display({"text/plain": text, "text/html": marked}, raw=True)
    else:
        print(text)


_opened: dict[str, int] = {}


def hint(name: str) -> None:
    """Open the next hint of an exercise: the idea, then the shapes, then the indices.

    Parameters
    ----------
    name : str or callable
        The id of the exercise, or the function.
    """
    name = getattr(name, "__name__", name)
    hints = exercises.exercise(name).hints
    number = min(_opened.get(name, 0) + 1, len(hints))
    _opened[name] = number
    more = "" if number < len(hints) else " That was the last one."
    text = f"Hint {number} of {len(hints)}: {hints[number - 1]}{more}"
    _display(text, f"<p>{explain.as_inline_html(text)}</p>")


def use_reference(name: str) -> Callable:
    """Borrow the course's own function for an exercise, to go on with what builds on it.

    Parameters
    ----------
    name : str
        The id of the exercise.

    Returns
    -------
    callable
        The right answer. Its own exercise gets no marks while it stands in for yours.

    Examples
    --------
    >>> zero_pad2d = use_reference("zero_pad2d")
    Lent: zero_pad2d. Everything that builds on it works; a borrowed answer earns no marks.
    """
    answer = exercises.exercise(name).answer
    text = f"Lent: {name}. Everything that builds on it works; a borrowed answer earns no marks."
    _display(text, f"<p>{explain.as_inline_html(text)}</p>")
    if not only_collects():
        journal.remember(name, journal.LENT)
    return lend.lend(answer)


def ready(*functions: Callable) -> bool:
    """Tell whether functions are written, and say which ones a cell waits for.

    Parameters
    ----------
    *functions : callable
        The functions that the rest of the cell uses.

    Returns
    -------
    bool
        False while one of them is still a stub.
    """
    missing = [fn.__name__ for fn in functions if is_stub(fn)]
    if missing:
        names = " and ".join(f"`{name}`" for name in missing)
        text = f"This cell waits for your {names}. Write it above, or borrow it with use_reference."
        _display(text, f"<p><i>{explain.as_inline_html(text)}</i></p>")
    return not missing


__all__ = [
    "BORROWED",
    "NOT_ATTEMPTED",
    "RIGHT",
    "WRONG",
    "CheckFailed",
    "Fault",
    "NotAttempted",
    "Verdict",
    "check",
    "collect",
    "examine",
    "hidden_seed",
    "hint",
    "judge",
    "predict",
    "ready",
    "use_reference",
]
