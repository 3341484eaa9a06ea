"""Call a student's function on each case and keep what it gave, as data only.

Nothing here knows a right answer: this half of a check may run where the student's code runs.
"""

from __future__ import annotations

import contextlib
import copy
import dis
import functools
import importlib
import inspect
import linecache
import sys
import threading
import time
import traceback
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import CodeType, FrameType
from typing import Any

import numpy as np

from cnnbasics import exercises
from cnnbasics.checking import limits
from cnnbasics.checking.exercise import Exercise
from cnnbasics.checking.lend import is_lent, lender, lent_by
from cnnbasics.checking.limits import Printed, TimeLimitReached

MAX_DEPTH = 6
MAX_ITEMS = 10_000
MAX_BYTES = 64 * 2**20
MAX_TEXT = 2_000
MAX_WARNINGS = 5


@dataclass(frozen=True, repr=False)
class Unreadable:
    """Stands for a value that is not an answer to anything: its type, and why it is refused."""

    type: str
    why: str = ""

    def __repr__(self) -> str:
        return f"<{self.type}>"


@dataclass(frozen=True)
class Raised:
    """An exception as text: its type and that type's ancestors, its message, the student's line."""

    type: str
    message: str
    line: str = ""
    number: int | None = None
    ancestors: tuple[str, ...] = ()


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
        return Answers(misfit=plain_text(misfit))
    for module in exercise.needs:
        importlib.import_module(module)
    answers = Answers()
    printed = Printed()
    end = time.monotonic() + exercise.patience * limits.CHECK_SECONDS
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        for number, case in enumerate(cases):
            longest = exercise.patience * limits.CALL_SECONDS
            seconds = max(0.01, min(longest, end - time.monotonic()))
            # Every second call passes its arguments by name: both ways are in the contract.
            call = _call(exercise, fn, case.inputs, by_name=bool(number % 2), seconds=seconds)
            answers.calls.append(call)
            if call.timed_out:
                break
            if number == 0 and call.raised and call.raised.type == "NotImplementedError":
                return Answers(untouched=True)
    answers.printed, answers.printed_total = plain_text(printed.text), printed.total
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
    return isinstance(code, CodeType) and _steps(code) in _stubs()


def _steps(code: CodeType) -> tuple:
    """List what a function does: its instructions and what they work on."""
    return tuple((step.opname, step.argval) for step in dis.get_instructions(code))


@functools.cache
def _stubs() -> frozenset[tuple]:
    stubs = set()
    for body in ("pass", "raise NotImplementedError", "raise NotImplementedError()"):
        scope: dict = {}
        # Compiled rather than written out: the instructions differ between Python versions.
        exec(f"def stub(): {body}", scope)
        stubs.add(_steps(scope["stub"].__code__))
    return frozenset(stubs)


def _misfit(exercise: Exercise, fn: Callable, cases: list) -> str:
    if inspect.isclass(fn):
        return f"It is a class. Write a function: `def {exercise.signature}:`."
    body = inspect.unwrap(fn)
    if inspect.iscoroutinefunction(body) or inspect.isasyncgenfunction(body):
        return "It is written with `async def`. Write it with `def` alone."
    if inspect.isgeneratorfunction(body) and not exercise.observe:
        return "It has a `yield` in it, which makes it a generator. Give the result by `return`."
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


def _call(exercise: Exercise, fn: Callable, inputs: dict, by_name: bool, seconds: float) -> Answer:
    given = copy.deepcopy(inputs)
    passed = exercise.prepare(dict(given)) if exercise.prepare else given
    warned: list[str] = []
    shortcuts: dict[str, None] = {}

    def note(message, category, *where, **more) -> None:
        text = plain_text(f"{category.__name__}: {message}")
        if text not in warned and len(warned) < MAX_WARNINGS:
            warned.append(text)

    def run() -> Answer:
        # Whatever may run the student's code is in here, the methods of the result among it.
        answer = Answer()
        try:
            result = fn(**passed) if by_name else fn(*passed.values())
            if exercise.observe:
                result = exercise.observe(result, passed)
            answer.value = as_data(result)
            answer.changed = tuple(k for k in inputs if not same_bits(inputs[k], given[k]))
            if not isinstance(answer.value, Unreadable):
                answer.shares = tuple(k for k in given if _share_memory(result, given[k]))
        except (TimeLimitReached, KeyboardInterrupt):
            raise
        except BaseException as error:  # whatever a student's code raises is an answer
            answer.raised = as_raised(error, _file_of(fn))
        return answer

    # All that must be put back lies outside the limit, which may interrupt anything inside it.
    with (
        warnings.catch_warnings(),
        np.errstate(all="warn", under="ignore"),
        _watched(exercise, shortcuts),
        _stand_ins(exercise, fn, shortcuts),
    ):
        warnings.simplefilter("always")
        warnings.showwarning = note
        try:
            answer = limits.within(seconds, run)
        except TimeLimitReached:
            answer = Answer(timed_out=True)
    answer.warned, answer.shortcuts = tuple(warned), tuple(shortcuts)
    return answer


def _file_of(fn: Callable) -> str | None:
    return getattr(getattr(inspect.unwrap(fn), "__code__", None), "co_filename", None)


def as_raised(error: BaseException, file: str | None) -> Raised:
    """Turn an exception into text, with the last line of the student's own file that it passed."""
    line, number = "", None
    for frame, at in traceback.walk_tb(error.__traceback__):
        # The last call of an endless recursion ends before its first line.
        entered = at == frame.f_code.co_firstlineno and isinstance(error, RecursionError)
        if frame.f_code.co_filename == file and not (entered and number):
            number = at
    if file and number:
        linecache.checkcache(file)
        line = linecache.getline(file, number).strip()
    kind = type(error)
    ancestors = tuple(ancestor.__name__ for ancestor in kind.__mro__[1:-1])
    return Raised(plain_text(kind.__name__), _message(error), plain_text(line), number, ancestors)


def _message(error: BaseException) -> str:
    try:
        return plain_text(str(error).strip())
    except Exception:  # an exception of the student's own may fail to describe itself
        return ""


def plain_text(text: str) -> str:
    """Cut a text to a bearable length, without what cannot be written to a file."""
    return str.__str__(text)[:MAX_TEXT].encode("utf-8", "replace").decode()


class _TooMuch(Exception):
    """A result holds more than an answer may."""


def as_data(value: Any) -> Any:
    """Copy a result, keeping only arrays, numbers, text, None, tuples, lists and dicts.

    Anything else becomes `Unreadable`; an object that can become an array, such as a tensor, does.
    """
    left = MAX_ITEMS

    def copied(item: Any, depth: int) -> Any:
        nonlocal left
        left -= 1
        if left < 0:
            raise _TooMuch(f"it holds more than {MAX_ITEMS:,} values")
        if depth > MAX_DEPTH:
            raise _TooMuch("it is nested too deeply")
        if isinstance(item, tuple | list):
            parts = [copied(part, depth + 1) for part in item]
            return tuple(parts) if isinstance(item, tuple) else parts
        if isinstance(item, dict):
            return {
                plain_text(key if isinstance(key, str) else repr(key)): copied(part, depth + 1)
                for key, part in item.items()
            }
        return _single(item)

    try:
        return copied(value, 0)
    except _TooMuch as error:
        return Unreadable(type(value).__name__, str(error))


def _single(value: Any) -> Any:
    kind = type(value)
    if value is None or kind in (bool, float, complex):
        return value
    if kind is int:
        return value if value.bit_length() < 64 else Unreadable("int", "it is too large")
    if isinstance(value, str):
        return plain_text(value)
    if isinstance(value, np.dtype):
        return value.name
    if isinstance(value, type) and issubclass(value, np.generic):
        return value.__name__
    if isinstance(value, np.ndarray | np.generic) or hasattr(kind, "__array__"):
        return _array_as_data(value)
    return Unreadable(kind.__name__)


def _array_as_data(value: Any) -> Any:
    name = type(value).__name__
    try:
        array = np.asarray(value)
    except (TypeError, ValueError, RuntimeError) as error:
        return Unreadable(name, f"it cannot be read as an array: {_message(error)}")
    if array.dtype.kind not in "biufc":
        return Unreadable(name, f"its dtype is {array.dtype}")
    if array.nbytes > MAX_BYTES:
        return Unreadable(name, f"it holds {array.nbytes:,} bytes")
    if np.ma.is_masked(value):
        return Unreadable(name, "some of its values are masked")
    if array.dtype.itemsize > (16 if array.dtype.kind == "c" else 8):
        array = array.astype(complex if array.dtype.kind == "c" else float)
    array = np.array(array)
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
    if isinstance(a, int | float | complex | str | None):
        return type(a) is type(b) and (a == b or (a != a and b != b))
    return True  # a function, or a generator of random numbers, which may be used


def arrays_in(value: Any) -> Iterator[np.ndarray | np.generic]:
    """Yield the arrays in a value and in the tuples, lists and dicts it is made of."""
    if isinstance(value, np.ndarray | np.generic):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from arrays_in(item)
    elif isinstance(value, tuple | list):
        for item in value:
            yield from arrays_in(item)


def _share_memory(result: Any, given: Any) -> bool:
    return any(
        one.size > 0 and np.may_share_memory(one, other)
        for one in arrays_in(result)
        for other in arrays_in(given)
    )


def _is_import(frame: FrameType | None) -> bool:
    """Tell whether a call is part of an import: that runs a module, but does no work."""
    while frame and frame.f_globals.get("__name__") != "importlib._bootstrap":
        frame = frame.f_back
    return frame is not None


@contextlib.contextmanager
def _watched(exercise: Exercise, seen: dict[str, None]) -> Iterator[None]:
    """Note in `seen` what is called that does the work of an exercise.

    A lent function may call what it likes, but it may not be the exercise's own answer under
    another name, nor come from a later unit.
    """
    own = getattr(exercise.answer, "__code__", None)

    def watch(frame: FrameType, event: str, arg: Any) -> None:
        if event != "call":
            return
        code, lent = frame.f_code, lent_by(frame)
        if code is own or (lent and exercises.is_later(lent, exercise.id)):
            lent = lender(frame)
            if lent:
                seen[f'use_reference("{lent}")'] = None
        module = str(frame.f_globals.get("__name__"))
        for name in exercise.forbidden:
            if (module == name or module.startswith(f"{name}.")) and not (
                lender(frame) or _is_import(frame)
            ):
                public = vars(sys.modules[name]).get(code.co_name) if name in sys.modules else None
                known = getattr(public, "__code__", None) is code
                seen[f"{name}.{code.co_name}" if known else name] = None
                return

    before, before_in_threads = sys.getprofile(), threading.getprofile()
    sys.setprofile(watch)
    threading.setprofile(watch)  # for those that are started from now on
    try:
        yield
    finally:
        sys.setprofile(before)
        threading.setprofile(before_in_threads)


@contextlib.contextmanager
def _stand_ins(exercise: Exercise, fn: Callable, seen: dict[str, None]) -> Iterator[None]:
    """Note in `seen` which forbidden functions are called that are not written in Python.

    No profiler sees a NumPy ufunc such as `numpy.tanh`. So where one is forbidden, something stands
    in for it: in its module, and in the student's, where it may have another name.
    """
    replaced = []
    for name in exercise.forbidden:
        home, _, function = name.rpartition(".")
        module = vars(sys.modules[home]) if home in sys.modules else {}
        original = module.get(function)
        if not callable(original):  # a module, or nothing that was imported
            continue
        noting = _noting(original, name, seen)
        for scope in (module, getattr(inspect.unwrap(fn), "__globals__", {})):
            for key in [key for key, value in scope.items() if value is original]:
                replaced.append((scope, key, original))
                scope[key] = noting
    try:
        yield
    finally:
        for scope, key, original in replaced:
            scope[key] = original


def _noting(original: Callable, name: str, seen: dict[str, None]) -> Callable:
    """Return a function that does what `original` does and notes that it was called."""

    @functools.wraps(original)
    def noting(*args, **kwargs):
        if not lender(inspect.currentframe()):
            seen[name] = None
        return original(*args, **kwargs)

    return noting
