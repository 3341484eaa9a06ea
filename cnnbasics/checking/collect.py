"""Call a student's function on each case and keep what it gave, as data only.

Nothing here knows a right answer: this half of a check may run where the student's code runs.
"""

from __future__ import annotations

import contextlib
import copy
import functools
import inspect
import linecache
import sys
import traceback
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import CodeType, FrameType
from typing import Any

import numpy as np

from cnnbasics.checking.exercise import Exercise
from cnnbasics.checking.lend import LENT_CODE, is_lent
from cnnbasics.checking.limits import CALL_SECONDS, Printed, TimeLimitReached, time_limit

MAX_DEPTH = 6
MAX_ITEMS = 10_000
MAX_BYTES = 64 * 2**20
MAX_TEXT = 2_000


@dataclass(frozen=True)
class Unreadable:
    """Stands for a value that is not an answer to anything: its type, and why it is refused."""

    type: str
    why: str = ""


@dataclass(frozen=True)
class Raised:
    """An exception as text: its type, its message and the student's own line."""

    type: str
    message: str
    line: str = ""
    number: int | None = None


@dataclass
class Answer:
    """What one call gave.

    Parameters
    ----------
    value : object
        Arrays, numbers, text, None, and tuples, lists and dicts of them.
    raised : Raised or None
        The exception, if there was one.
    timed_out : bool
        Whether the call was ended because it took too long.
    changed, shares : tuple of str
        Inputs that were changed, and inputs whose memory the result shares.
    warned : tuple of str
        Warnings, as text.
    shortcuts : tuple of str
        Forbidden functions that were called.
    """

    value: Any = None
    raised: Raised | None = None
    timed_out: bool = False
    changed: tuple[str, ...] = ()
    shares: tuple[str, ...] = ()
    warned: tuple[str, ...] = ()
    shortcuts: tuple[str, ...] = ()


@dataclass
class Answers:
    """What a function gave on all cases of a check.

    Parameters
    ----------
    calls : list of Answer
        One for each case; fewer if a call took too long, as the rest are not made.
    untouched : bool
        The function is still a stub.
    borrowed : bool
        The function is the course's own, lent by `use_reference`.
    misfit : str
        Why the function cannot be called as the contract says; empty if it can.
    printed : str
        The beginning of what it printed.
    printed_total : int
        How many characters it printed in all.
    """

    calls: list[Answer] = field(default_factory=list)
    untouched: bool = False
    borrowed: bool = False
    misfit: str = ""
    printed: str = ""
    printed_total: int = 0


def collect(exercise: Exercise, fn: Callable, seed: int, hidden: bool = False) -> Answers:
    """Call `fn` on each case of `exercise` and keep what it gave.

    Parameters
    ----------
    exercise : Exercise
        Whose cases to use.
    fn : callable
        The student's function.
    seed : int
        From which the cases are made.
    hidden : bool, default=False
        Whether to use the cases of the hidden check.

    Returns
    -------
    Answers
        Data only. Exceptions, warnings and printed text are in it too.
    """
    if is_lent(fn):
        return Answers(borrowed=True)
    if is_stub(fn):
        return Answers(untouched=True)
    cases = exercise.make_cases(seed, hidden)
    misfit = _misfit(exercise, fn, cases)
    if misfit:
        return Answers(misfit=misfit)
    answers = Answers()
    printed = Printed()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        for number, case in enumerate(cases):
            # Every second call passes its arguments by name: both ways are in the contract.
            call = _call(exercise, fn, case.inputs, by_name=bool(number % 2))
            answers.calls.append(call)
            if call.timed_out:
                break
            if call.raised and call.raised.type == "NotImplementedError":
                return Answers(untouched=True)
    answers.printed, answers.printed_total = printed.text, printed.total
    return answers


def is_stub(fn: Callable) -> bool:
    """Tell whether a function is still as it was handed out: a docstring and nothing else.

    Examples
    --------
    >>> def relu(x):
    ...     '''Return the positive part.'''
    >>> is_stub(relu)
    True
    """
    code = getattr(inspect.unwrap(fn), "__code__", None)
    return isinstance(code, CodeType) and code.co_code in _stub_codes()


@functools.cache
def _stub_codes() -> frozenset[bytes]:
    bodies = ("pass", "raise NotImplementedError", "raise NotImplementedError()")
    codes = set()
    for docstring in ("'doc'; ", ""):
        for body in bodies:
            scope: dict = {}
            # Compiled rather than written out: the bytecode differs between Python versions.
            exec(f"def stub(): {docstring}{body}", scope)
            codes.add(scope["stub"].__code__.co_code)
    return frozenset(codes)


def _misfit(exercise: Exercise, fn: Callable, cases: list) -> str:
    try:
        signature = inspect.signature(fn)
    except (TypeError, ValueError):
        return ""
    for case in cases:
        for args, kwargs in ((case.inputs.values(), {}), ((), case.inputs)):
            try:
                signature.bind(*args, **kwargs)
            except TypeError as error:
                return (
                    f"The contract is `{exercise.signature}`, called by position and by these "
                    f"names; yours is `{exercise.id}{signature}` ({error})."
                )
    return ""


def _call(exercise: Exercise, fn: Callable, inputs: dict, by_name: bool) -> Answer:
    given = copy.deepcopy(inputs)
    answer = Answer()
    result = None
    with warnings.catch_warnings(record=True) as caught, _watched(exercise.forbidden) as shortcuts:
        warnings.simplefilter("always")
        try:
            with np.errstate(all="warn", under="ignore"), time_limit(CALL_SECONDS):
                result = fn(**given) if by_name else fn(*given.values())
        except TimeLimitReached:
            answer.timed_out = True
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # whatever a student's code raises is an answer
            answer.raised = _as_raised(error, fn)
    answer.warned = tuple(f"{w.category.__name__}: {w.message}"[:MAX_TEXT] for w in caught[:5])
    answer.shortcuts = tuple(shortcuts)
    answer.value = as_data(result)
    answer.changed = tuple(name for name in inputs if not same_bits(inputs[name], given[name]))
    answer.shares = tuple(name for name in given if _share_memory(result, given[name]))
    return answer


def _as_raised(error: BaseException, fn: Callable) -> Raised:
    code = getattr(inspect.unwrap(fn), "__code__", None)
    own = getattr(code, "co_filename", None)
    line, number = "", None
    for frame, lineno in traceback.walk_tb(error.__traceback__):
        if frame.f_code.co_filename == own:
            number = lineno
            line = linecache.getline(own, lineno).strip()
    return Raised(type(error).__name__, _text(error)[:MAX_TEXT], line, number)


def _text(error: BaseException) -> str:
    try:
        return str(error)
    except Exception:  # an exception of the student's own may fail to describe itself
        return ""


def as_data(value: Any, depth: int = 0) -> Any:
    """Copy a result, keeping only arrays, numbers, text, None, tuples, lists and dicts.

    Anything else becomes `Unreadable`; an object that can become an array, such as a tensor, does.
    """
    name = type(value).__name__
    if depth > MAX_DEPTH:
        return Unreadable(name, "it is nested too deeply")
    if value is None or type(value) in (bool, int, float, complex):
        return value
    if isinstance(value, str):
        return str(value)[:MAX_TEXT]
    if isinstance(value, np.dtype):
        return value.name
    if isinstance(value, type):
        return np.dtype(value).name if issubclass(value, np.generic) else Unreadable("type")
    if isinstance(value, tuple | list):
        if len(value) > MAX_ITEMS:
            return Unreadable(name, f"it has {len(value):,} items")
        items = [as_data(item, depth + 1) for item in value]
        return tuple(items) if isinstance(value, tuple) else items
    if isinstance(value, dict):
        if len(value) > MAX_ITEMS:
            return Unreadable(name, f"it has {len(value):,} items")
        return {str(key): as_data(item, depth + 1) for key, item in value.items()}
    if isinstance(value, np.ndarray | np.generic) or hasattr(type(value), "__array__"):
        return _array_as_data(value, name)
    return Unreadable(name)


def _array_as_data(value: Any, name: str) -> Any:
    try:
        array = np.array(value, subok=False)
    except (TypeError, ValueError, RuntimeError) as error:
        return Unreadable(name, f"it cannot be read as an array: {error}")
    if array.dtype.kind not in "biufc":
        return Unreadable(name, f"its dtype is {array.dtype}")
    if array.nbytes > MAX_BYTES:
        return Unreadable(name, f"it holds {array.nbytes:,} bytes")
    return array[()] if isinstance(value, np.generic) else array


def same_bits(a: Any, b: Any) -> bool:
    """Tell whether two inputs hold the same types, shapes and values, NaN equal to itself."""
    if isinstance(a, np.ndarray):
        same_form = isinstance(b, np.ndarray) and a.dtype == b.dtype and a.shape == b.shape
        return same_form and bool(np.array_equal(a, b, equal_nan=a.dtype.kind in "fc"))
    if isinstance(a, dict):
        return (
            isinstance(b, dict) and a.keys() == b.keys() and all(same_bits(a[k], b[k]) for k in a)
        )
    if isinstance(a, tuple | list):
        return type(a) is type(b) and len(a) == len(b) and all(map(same_bits, a, b))
    return bool(a == b)


def _share_memory(result: Any, given: Any) -> bool:
    if isinstance(result, dict):
        return any(_share_memory(item, given) for item in result.values())
    if isinstance(result, tuple | list):
        return any(_share_memory(item, given) for item in result)
    if isinstance(result, np.ndarray) and isinstance(given, np.ndarray):
        return result.size > 0 and np.may_share_memory(result, given)
    return False


@contextlib.contextmanager
def _watched(forbidden: tuple[str, ...]) -> Iterator[dict[str, None]]:
    """Note calls into forbidden modules, except those a lent function makes."""
    seen: dict[str, None] = {}

    def watch(frame: FrameType, event: str, arg: Any) -> None:
        if event != "call":
            return
        module = frame.f_globals.get("__name__") or ""
        for name in forbidden:
            if (module == name or module.startswith(f"{name}.")) and not _within_lent(frame):
                inside = name == module and not frame.f_code.co_name.startswith("<")
                seen[f"{name}.{frame.f_code.co_name}" if inside else name] = None
                return

    if not forbidden:
        yield seen
        return
    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        yield seen
    finally:
        sys.setprofile(before)


def _within_lent(frame: FrameType | None) -> bool:
    while frame is not None:
        if frame.f_code is LENT_CODE:
            return True
        frame = frame.f_back
    return False
