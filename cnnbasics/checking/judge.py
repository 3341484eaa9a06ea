"""Compare answers with what is right, and name the mistake behind wrong ones.

Nothing here runs a student's code: answers come in as data, and may come from anywhere. But this
module trusts the process it runs in. Where a student's code has run before, as in a notebook, NumPy
itself may have been replaced; a grader judges in a process of its own.
"""

from __future__ import annotations

import copy
import functools
import itertools
import warnings
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from typing import Any, NamedTuple

import numpy as np

from cnnbasics.checking import limits
from cnnbasics.checking.collect import (
    Answer,
    Answers,
    Raised,
    Unreadable,
    arrays_in,
    as_data,
)
from cnnbasics.checking.exercise import Case, Crash, Exercise, Mistake, Refusal
from cnnbasics.checking.window import Window

MATCHES_TO_NAME = 2
"""On how many wrong cases the answers must equal those of a mistake before it is named."""

SAYS_NOTHING = (ValueError, TypeError, LookupError, ArithmeticError, AttributeError)
"""What a mistake's function raises where the mistake says nothing about an input or an answer."""

RIGHT, WRONG, NOT_ATTEMPTED, BORROWED = "right", "wrong", "not attempted", "borrowed"


@dataclass
class Fault:
    """Why one case is wrong.

    Parameters
    ----------
    kind : str
        One word: value, shape, dtype, type, keys, raised, silent, time, missing, arguments,
        changed, shares, warned, shortcut or behavior.
    why : str
        One or two sentences.
    label : str
        The case, in words.
    inputs : dict
        The arguments by name.
    expected, got : object
        The right value and the student's, or the first part of them that differs; `Raised` if that
        was an exception.
    index : tuple of int or None
        Where the first wrong number stands.
    window : Window or None
        Where that number comes from.
    where : tuple of str
        Which part of a result of several is wrong, the innermost first: "value 2", "value 0".
    """

    kind: str
    why: str
    label: str = ""
    inputs: dict[str, Any] = field(default_factory=dict)
    expected: Any = None
    got: Any = None
    index: tuple[int, ...] | None = None
    window: Window | None = None
    where: tuple[str, ...] = ()


@dataclass
class Verdict:
    """What a check found, as data.

    Parameters
    ----------
    exercise : str
        The id of the exercise or question.
    status : str
        "right", "wrong", "not attempted" or "borrowed".
    hidden : bool
        Whether the cases were those of the hidden check.
    seed : int
        From which the cases were made.
    cases : int
        How many cases there were.
    faults : list of Fault
        One for each wrong case, the smallest case first.
    mistakes : list of tuple of str
        The recognized mistakes that fit: id and description.
    says : str
        What a right answer, or a chosen option, is told.
    printed, printed_total
        The beginning of what the function printed, and how many characters in all.
    """

    exercise: str
    status: str
    hidden: bool = False
    seed: int = 0
    cases: int = 0
    faults: list[Fault] = field(default_factory=list)
    mistakes: list[tuple[str, str]] = field(default_factory=list)
    says: str = ""
    printed: str = ""
    printed_total: int = 0

    @property
    def mistake(self) -> str | None:
        """The id of the recognized mistake; the first if several fit; None if none does."""
        return self.mistakes[0][0] if self.mistakes else None

    def as_dict(self) -> dict[str, Any]:
        """Return the verdict as JSON types, arrays as nested lists."""
        plain = _plain(asdict(self))
        return {"passed": self.status == RIGHT, "mistake": self.mistake, **plain}


def judge(exercise: Exercise, seed: int, answers: Answers, hidden: bool = False) -> Verdict:
    """Make the cases again, work out what is right, compare, and name the mistake.

    Parameters
    ----------
    exercise : Exercise
        What was asked.
    seed : int
        From which the cases were made when the answers were collected.
    answers : Answers
        What came.
    hidden : bool, default=False
        Whether the cases were those of the hidden check.

    Returns
    -------
    Verdict
        Right only if every case has an answer and every answer is right.
    """
    verdict = Verdict(
        exercise.id,
        RIGHT,
        hidden,
        seed,
        printed=answers.printed,
        printed_total=answers.printed_total,
    )
    if answers.borrowed or answers.untouched:
        verdict.status = BORROWED if answers.borrowed else NOT_ATTEMPTED
        return verdict
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what the reader has set must not change a verdict
        key = _key(exercise, seed, hidden)
        verdict.cases = len(key.cases)
        if answers.misfit:
            verdict.status = WRONG
            verdict.faults = [Fault("arguments", answers.misfit)]
        else:
            _compare_all(verdict, key, answers.calls[: verdict.cases])
    return verdict


class _Key:
    """The cases of one check, what is right, and what each mistake gives.

    It is worked out once: a student checks a function many times, and a grader a whole class.
    """

    def __init__(self, exercise: Exercise, seed: int, hidden: bool):
        self.exercise = exercise
        self.cases = exercise.make_cases(seed, hidden)
        self.rights = [right_answer(exercise, case) for case in self.cases]
        self._mistaken: dict[tuple[Callable, int], Any] = {}

    def mistaken(self, answer: Callable, number: int) -> Any:
        """Return what a mistake gives on one case: a value, `Crash`, or `_NOTHING`."""
        known = self._mistaken
        if (answer, number) not in known:
            try:
                known[answer, number] = _observed(self.exercise, answer, self.cases[number])
            except Crash:
                known[answer, number] = Crash
            except SAYS_NOTHING:
                known[answer, number] = _NOTHING
        return known[answer, number]


_NOTHING = object()
_key = functools.lru_cache(maxsize=24)(_Key)


class _Call(NamedTuple):
    """One case by its number, what came, and why that is wrong."""

    number: int
    size: int
    answer: Answer | None
    fault: Fault | None


def _compare_all(verdict: Verdict, key: _Key, answers: list[Answer]) -> None:
    pairs = itertools.zip_longest(range(len(key.cases)), answers)
    calls = [_look_at(key, number, answer) for number, answer in pairs]
    wrong = [call for call in calls if call.fault]
    if not wrong:
        verdict.says = key.exercise.success
        return
    verdict.status = WRONG
    # A missing answer explains nothing, so it is shown last; otherwise the smallest case first.
    wrong.sort(key=lambda call: (call.answer is None, call.size))
    verdict.faults = [call.fault for call in wrong]
    first = verdict.faults[0]
    if key.exercise.window and first.kind == "value" and first.index is not None:
        first.window = key.exercise.window(copy.deepcopy(first.inputs), first.index)
    # Wrong answers tell the mistakes apart, so they come first; the right ones then confirm.
    answered = [*wrong, *(call for call in calls if not call.fault)]
    answered = [call for call in answered if call.answer]
    verdict.mistakes = [
        (mistake.id, mistake.says)
        for mistake in key.exercise.mistakes
        if _fits(key, mistake, answered)
    ]


def _look_at(key: _Key, number: int, answer: Answer | None) -> _Call:
    # Copies: a verdict goes to whoever asked, and the key is kept.
    case, right = key.cases[number], copy.deepcopy(key.rights[number])
    if answer:
        fault = find_fault(key.exercise, case, right, answer)
    else:
        fault = Fault("missing", "There is no answer for this case: the check ended before it.")
    if fault:
        fault.label, fault.inputs = case.label, copy.deepcopy(case.inputs)
    return _Call(number, case.size, answer, fault)


def right_answer(exercise: Exercise, case: Case) -> Any:
    """Return the right result of a case; `Raised` where the contract asks for an exception."""
    if exercise.refuses:
        return None
    try:
        return _observed(exercise, exercise.expected or exercise.answer, case)
    except ValueError as error:
        return Raised("ValueError", str(error))


def _observed(exercise: Exercise, answer: Callable, case: Case) -> Any:
    """Return what an answer, right or mistaken, gives on a case, in the form that is collected."""
    inputs = copy.deepcopy(case.inputs)
    result = answer(**inputs)
    if exercise.observe and not exercise.expected:
        result = exercise.observe(result, inputs)
    return as_data(result)


def find_fault(exercise: Exercise, case: Case, right: Any, answer: Answer) -> Fault | None:
    """Return why an answer is wrong, or None if it is right."""
    got = answer.raised or answer.value

    def fault(kind: str, why: str) -> Fault:
        return Fault(kind, why, expected=right, got=got)

    if answer.timed_out:
        call, check = (
            exercise.patience * seconds for seconds in (limits.CALL_SECONDS, limits.CHECK_SECONDS)
        )
        return fault(
            "time",
            f"It takes too long, so it was ended: a call may take {call:g} seconds, "
            f"and all calls of a check {check:g}.",
        )
    if answer.shortcuts:
        return fault("shortcut", f"It calls `{answer.shortcuts[0]}`, which does the work for you.")
    if isinstance(right, Raised):
        if answer.raised is None:
            return fault("silent", f"It should raise a `{right.type}` here, and it does not.")
        if right.type not in (answer.raised.type, *answer.raised.ancestors):
            return fault("raised", f"It should raise a `{right.type}`. {why_raised(answer.raised)}")
        return None
    if answer.raised:
        return fault("raised", why_raised(answer.raised))
    if exercise.refuses:
        refusal = _refusal(exercise, case, answer.value)
        found = _behavior(refusal) if refusal else None
    else:
        found = _compare(right, answer.value, _tolerance(case, answer.value), exercise)
        if found and found.where:
            where = " of ".join(found.where)
            found.why = f"{where[0].upper()}{where[1:]}: {found.why}"
    if found:
        return found
    if answer.changed:
        return fault(
            "changed",
            f"It changes its input `{answer.changed[0]}`. Work on a copy, or on a result.",
        )
    if answer.shares and not exercise.may_view:
        return fault(
            "shares",
            f"Its result shares memory with its input `{answer.shares[0]}`: "
            "whoever changes one changes the other. Return a copy.",
        )
    # NumPy's own: overflow, division and invalid. A student's word of warning costs nothing.
    numeric = [text for text in answer.warned if text.startswith("RuntimeWarning")]
    if numeric and exercise.strict_warnings:
        return fault("warned", f"It warns: {numeric[0]}.")
    return None


def _refusal(exercise: Exercise, case: Case, value: Any) -> Refusal | None:
    try:
        return exercise.refuses(case, value)
    except SAYS_NOTHING:  # what was sent has parts that no answer has
        return Refusal("What came is not of the form that the contract asks for.")


def _behavior(refusal: Refusal) -> Fault:
    index = None
    if isinstance(refusal.got, np.ndarray) and refusal.got.shape == np.shape(refusal.expected):
        wrong = np.argwhere(~np.isclose(refusal.got, refusal.expected))
        index = tuple(int(i) for i in wrong[0]) if len(wrong) else None
    return Fault("behavior", refusal.why, expected=refusal.expected, got=refusal.got, index=index)


def why_raised(raised: Raised) -> str:
    """Say what an exception was, and in which of the student's lines."""
    if raised.type == "RecursionError":
        why = "It calls itself without end (`RecursionError`)."
    elif raised.type == "SystemExit":
        why = "It ends the program (`SystemExit`)."
    else:
        message = f": {raised.message}" if raised.message else ""
        why = f"It raises `{raised.type}{message}`"
    return f"{why}\n    in your line {raised.number}:  {raised.line}" if raised.line else why


def _tolerance(case: Case, got: Any) -> dict[str, float]:
    """Return the syllabus' tolerance: wider when the input or the answer is float32."""
    arrays = [*arrays_in(case.inputs), *arrays_in(got)]
    narrow = any(array.dtype.kind == "f" and array.dtype.itemsize < 8 for array in arrays)
    return {"rtol": 1e-4, "atol": 1e-6} if narrow else {"rtol": 1e-7, "atol": 1e-9}


def _compare(right: Any, got: Any, tolerance: dict, exercise: Exercise) -> Fault | None:
    """Return how a result differs from the right one, or None if it does not."""
    if isinstance(right, dict):
        return _compare_dicts(right, got, tolerance, exercise)
    if isinstance(right, tuple | list):
        return _compare_sequences(right, got, tolerance, exercise)
    if isinstance(right, str):
        if not isinstance(got, str):
            return Fault("type", f"It should be text, and it is {_a(got)}.", "", {}, right, got)
        return None if right == got else Fault("value", "The text differs.", "", {}, right, got)
    if right is None:
        why = f"It should return None, and it returns {_a(got)}."
        return None if got is None else Fault("type", why, "", {}, right, got)
    return _compare_numbers(right, got, tolerance, exercise)


def _within(part: str, fault: Fault | None) -> Fault | None:
    """Say which part of a result is wrong; in nested ones, such as "value 2 of value 0"."""
    return replace(fault, where=(*fault.where, part)) if fault else None


def _compare_dicts(right, got, tolerance, exercise):
    def fault(kind, why):
        return Fault(kind, why, expected=right, got=got)

    if not isinstance(got, dict):
        return fault("type", f"It should return a dict, and it returns {_a(got)}.")
    missing = [key for key in right if key not in got]
    extra = [key for key in got if key not in right]
    if missing or extra:
        parts = [f"lacks {', '.join(map(repr, missing))}"] if missing else []
        parts += [f"has {', '.join(map(repr, extra))}, which is not asked for"] if extra else []
        return fault("keys", f"The dict {' and '.join(parts)}.")
    found = (
        _within(f"`{key}`", _compare(value, got[key], tolerance, exercise))
        for key, value in right.items()
    )
    return next(filter(None, found), None)


def _compare_sequences(right, got, tolerance, exercise):
    def fault(kind, why):
        return Fault(kind, why, expected=right, got=got)

    kind = "list" if isinstance(right, list) else "tuple"
    if not isinstance(got, tuple | list):
        why = f"It should return a {kind} of {len(right)}, and it returns {_a(got)}."
        return fault("type", why)
    if len(right) != len(got):
        return fault("shape", f"It should return {len(right)} values, and it returns {len(got)}.")
    found = (
        _within(f"value {number}", _compare(one, other, tolerance, exercise))
        for number, (one, other) in enumerate(zip(right, got, strict=True))
    )
    return next(filter(None, found), None)


def _compare_numbers(right, got, tolerance, exercise):
    def fault(kind, why, index=None):
        return Fault(kind, why, expected=right, got=got, index=index)

    wanted = np.asarray(right)
    whole_array = wanted.ndim > 0
    if whole_array and not isinstance(got, np.ndarray):
        advice = " Wrap it in `np.array(...)`." if isinstance(got, list | tuple) else ""
        return fault("type", f"It should return an array, and it returns {_a(got)}.{advice}")
    if not isinstance(got, np.ndarray | np.generic | int | float | complex):
        return fault("type", f"It should return a number, and it returns {_a(got)}.")
    came = np.asarray(got)
    if not whole_array and came.size == 1:
        came = came.reshape(())
    if came.shape != wanted.shape:
        if not whole_array:
            return fault("shape", f"It should return one number, and it returns {_a(got)}.")
        return fault("shape", f"The shape should be {wanted.shape}, and it is {came.shape}.")
    if came.dtype.kind == "c":
        return fault("dtype", f"The numbers are complex ({came.dtype}). Take their real part.")
    if came.dtype.kind == "b" and wanted.dtype.kind != "b":
        return fault(
            "dtype", f"The values are True and False; {wanted.dtype} numbers are expected."
        )
    if whole_array and wanted.dtype.kind == "b" and came.dtype.kind != "b":
        return fault(
            "dtype",
            f"The values should be True and False, and they are {came.dtype} numbers. As an index "
            "those would not choose, but count places.",
        )
    if exercise.keeps_dtype and came.dtype != wanted.dtype:
        return fault(
            "dtype",
            f"The dtype should stay {wanted.dtype}, as in the input, and it is {came.dtype}.",
        )
    wrong = ~np.isclose(came, wanted, **tolerance)
    if np.any(wrong):
        index = tuple(int(i) for i in np.argwhere(wrong)[0])
        return fault("value", _why_values(came, wanted, wrong), index)
    if exercise.integers and came.dtype.kind not in "iu":
        return fault("dtype", f"It should return an int, and it returns {_a(got)}.")
    return None


def _why_values(came: np.ndarray, wanted: np.ndarray, wrong: np.ndarray) -> str:
    nans = int(np.sum(np.isnan(came))) if came.dtype.kind == "f" else 0
    infinite = int(np.sum(np.isinf(came))) if came.dtype.kind == "f" else 0
    if nans or infinite:
        what = " and ".join(
            f"{n} {word}" for n, word in ((nans, "NaN"), (infinite, "infinite")) if n
        )
        return f"The result holds {what} of {came.size} values."
    if came.dtype == np.float16 and np.allclose(came, wanted, rtol=0.01, atol=0.01):
        return "The numbers are rounded to float16, which keeps three digits."
    if came.ndim == 0:
        return "The number is wrong."
    return f"{int(wrong.sum())} of {came.size} numbers are wrong; the shape is right."


def _a(value: Any) -> str:
    """Describe a value by its type, as in "a list" or "an array of shape (2, 3)"."""
    if value is None:
        return "None (is the `return` missing?)"
    if isinstance(value, Unreadable):
        return f"a `{value.type}`" + (f" ({value.why})" if value.why else "")
    if isinstance(value, np.ndarray):
        return f"an array of shape {value.shape} and dtype {value.dtype}"
    name = type(value).__name__
    return f"{'an' if name[0] in 'aeio' else 'a'} {name}"


def _fits(key: _Key, mistake: Mistake, answered: list[_Call]) -> bool:
    if mistake.shows:
        wrong = [call for call in answered if call.fault]
        try:
            shown = [bool(mistake.shows(key.cases[call.number], call.answer)) for call in wrong]
        except SAYS_NOTHING:
            return False
        return len(shown) >= MATCHES_TO_NAME and all(shown)
    return any(_equals(key, mistaken, answered) for mistaken in mistake.answers)


def _equals(key: _Key, mistaken: Callable, answered: list[_Call]) -> bool:
    """Tell whether all answers equal those of one spelling of a mistake, wrong ones among them."""
    matches = 0
    for number, _, answer, _ in answered:
        if answer.timed_out or answer.shortcuts:
            return False
        value, right = key.mistaken(mistaken, number), key.rights[number]
        if value is _NOTHING:
            continue
        if (value is Crash) != bool(answer.raised):
            return False
        if value is Crash:
            matches += not isinstance(right, Raised)
            continue
        tolerance = _tolerance(key.cases[number], answer.value)
        if not _same(value, answer.value, tolerance):
            return False
        matches += isinstance(right, Raised) or not _same(right, value, tolerance)
    return matches >= MATCHES_TO_NAME


def _same(a: Any, b: Any, tolerance: dict) -> bool:
    """Tell whether two results agree in structure, shape and values."""
    if isinstance(a, dict):
        return (
            isinstance(b, dict)
            and a.keys() == b.keys()
            and all(_same(a[key], b[key], tolerance) for key in a)
        )
    if isinstance(a, tuple | list):
        return (
            isinstance(b, tuple | list)
            and len(a) == len(b)
            and all(_same(one, other, tolerance) for one, other in zip(a, b, strict=True))
        )
    if isinstance(a, str | None) or isinstance(b, str | None | Unreadable | dict | tuple | list):
        return isinstance(a, str | None) and isinstance(b, str | None) and a == b
    one, other = np.asarray(a), np.asarray(b)
    if one.ndim == 0 or other.ndim == 0:
        if one.size != 1 or other.size != 1:
            return False
        return bool(np.isclose(other.reshape(()), one.reshape(()), equal_nan=True, **tolerance))
    return one.shape == other.shape and bool(
        np.all(np.isclose(other, one, equal_nan=True, **tolerance))
    )


def _plain(value: Any) -> Any:
    if isinstance(value, np.ndarray | np.generic):
        return _plain(value.tolist())
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, int | str | None) or (isinstance(value, float) and np.isfinite(value)):
        return value
    return str(value)
