"""What an exercise is made of: cases, the right answer, recognized mistakes and hints."""

from __future__ import annotations

import inspect
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np

READY_MADE = (
    "cnnbasics.layers",
    "tensorflow",
    "keras",
    "torch",
    "jax",
    "scipy.signal",
    "scipy.ndimage",
)
"""Modules that would do the student's work; calling into one is a recognized shortcut."""


class Case:
    """One call that a check makes.

    Parameters
    ----------
    label : str
        What is special about the case, in words. A hidden check shows only this.
    probe : object, optional
        Something the judge needs and the student's function never sees, such as an unseen image.
    **inputs
        The arguments by name, in the order of the signature. Leave one out to test its default.
    """

    def __init__(self, label: str, *, probe: Any = None, **inputs: Any):
        self.label = label
        self.probe = probe
        self.inputs = inputs

    def __repr__(self) -> str:
        return f"Case({self.label!r}, {', '.join(self.inputs)})"

    @property
    def size(self) -> int:
        """How many numbers the inputs hold: the smallest failing case is the one shown."""
        return _count(self.inputs)


def _count(value: Any) -> int:
    """Count the numbers in a value and in the tuples, lists and dicts it is made of."""
    if isinstance(value, dict):
        return sum(map(_count, value.values()))
    if isinstance(value, tuple | list):
        return sum(map(_count, value))
    return np.size(value)


class Crash(Exception):
    """Raised by a mistake's function on an input where that mistake raises an exception."""


@dataclass(frozen=True, init=False)
class Mistake:
    """A wrong answer that students really give.

    A mistake is written as the right answer on changed inputs where that is possible. It is named
    only if the student's answers equal its answers on at least two cases that it gets wrong.

    Parameters
    ----------
    id : str
        Its name in the syllabus.
    says : str
        Finishes the sentence "This is what you get when ...".
    *answers : callable
        The wrong answer, in one or more spellings that give different results. An ordinary
        exception means "not known for this input"; `Crash` means "raises on this input".
    shows : callable, optional
        ``shows(case, answer) -> bool``: recognizes the mistake by its behavior instead.
    """

    id: str
    says: str
    answers: tuple[Callable, ...]
    shows: Callable | None

    def __init__(self, id: str, says: str, *answers: Callable, shows: Callable | None = None):
        object.__setattr__(self, "id", id)
        object.__setattr__(self, "says", says)
        object.__setattr__(self, "answers", answers)
        object.__setattr__(self, "shows", shows)


class Refusal(NamedTuple):
    """Why a value judged by its behavior is wrong, and what was expected and came in its place."""

    why: str
    expected: Any = None
    got: Any = None


@dataclass(frozen=True)
class Exercise:
    """One exercise: everything its check, its hints and its explanation need.

    Parameters
    ----------
    answer : callable
        The right answer. Its name is the exercise's id; its signature is the contract's.
    cases : callable
        ``cases(rng, hidden) -> list of Case``, the same list for the same generator.
    mistakes : tuple of Mistake
        The wrong answers recognized by name.
    hints : tuple of str
        Three: the idea, the shapes, the indices.
    success : str
        What a right answer is told: one sentence that teaches one thing more.
    integers : bool, default=False
        The signature says `int`, so a float is refused even when its value is right.
    keeps_dtype : bool, default=False
        The function only moves pixels: the dtype of the result is part of the answer.
    may_view : bool, default=False
        The result may share memory with an input.
    strict_warnings : bool, default=False
        Overflow, division by zero and invalid operations count as wrong.
    forbidden : tuple of str
        Modules, or functions by their full name, that must not be called.
    window : callable, optional
        ``window(inputs, index) -> Window``: where the number at `index` comes from.
    refuses : callable, optional
        ``refuses(case, value) -> Refusal or None`` judges by behavior instead of by equality.
    prepare : callable, optional
        ``prepare(inputs) -> inputs`` makes, where the student's code runs, what is no data, such as
        a Keras model from its description in the case.
    observe : callable, optional
        ``observe(result, inputs) -> data`` says what of a result is judged, such as the items of an
        iterator or the predictions of a model. It runs where the student's code runs.
    expected : callable, optional
        ``expected(**inputs) -> data``, what `observe` makes of a right result, where the judge can
        tell it without `prepare`. The mistakes' functions then give such data too.
    needs : tuple of str
        Modules that are imported before the first call, whose time they would take.
    patience : float, default=1
        How many times as long as usual a call may take, and a check.
    """

    answer: Callable
    cases: Callable[[np.random.Generator, bool], list[Case]]
    mistakes: tuple[Mistake, ...]
    hints: tuple[str, str, str]
    success: str
    integers: bool = False
    keeps_dtype: bool = False
    may_view: bool = False
    strict_warnings: bool = False
    forbidden: tuple[str, ...] = READY_MADE
    window: Callable | None = None
    refuses: Callable[[Case, Any], Refusal | None] | None = None
    prepare: Callable[[dict[str, Any]], dict[str, Any]] | None = None
    observe: Callable[[Any, dict[str, Any]], Any] | None = None
    expected: Callable | None = None
    needs: tuple[str, ...] = ()
    patience: float = 1

    @property
    def id(self) -> str:
        """The name of the function that the student writes."""
        return self.answer.__name__

    @property
    def signature(self) -> str:
        """The signature of the contract, such as ``window_dot(patch, kernel, bias=0.0)``."""
        signature = inspect.signature(self.answer)
        plain = [
            parameter.replace(annotation=parameter.empty)
            for parameter in signature.parameters.values()
        ]
        return f"{self.id}{signature.replace(parameters=plain, return_annotation=signature.empty)}"

    def make_cases(self, seed: int, hidden: bool) -> list[Case]:
        """Make the cases of one check; the same seed gives the same cases everywhere."""
        rng = np.random.default_rng([seed % 2**64, int(hidden), zlib.crc32(self.id.encode())])
        return self.cases(rng, hidden)


@dataclass(frozen=True)
class Question:
    """A question to answer before running: options, each with its explanation.

    Parameters
    ----------
    id : str
        The name of the variable that the student sets.
    answer : str, int or float
        The right option.
    says : mapping
        An explanation for each option, the right one among them.
    otherwise : str
        What an answer is told that is none of the options.
    """

    id: str
    answer: str | float
    says: Mapping[str | float, str]
    otherwise: str = field(default="That is not one of the options.")


def numbers(rng: np.random.Generator, *shape: int) -> np.ndarray:
    """Make random quarters between -5 and 5, never 0: exact in binary and short to paste."""
    return rng.integers(1, 21, shape) * rng.choice([-0.25, 0.25], shape)


def distinct(rng: np.random.Generator, n: int) -> np.ndarray:
    """Make n different non-zero quarters, for biases that cannot be confused."""
    steps = rng.permutation(np.arange(1, max(n, 8) + 1))[:n]
    return steps * rng.choice([-0.25, 0.25], n)


class Seeded(np.random.Generator):
    """A generator of random numbers that is shown as it is made, so that a case can be pasted.

    Parameters
    ----------
    seed : int
        As for ``np.random.default_rng``. A copy begins anew.
    """

    def __init__(self, seed: int):
        super().__init__(np.random.PCG64(seed))
        self.seed = seed

    def __repr__(self) -> str:
        return f"np.random.default_rng({self.seed})"

    def spawn(self, n_children: int) -> list[np.random.Generator]:
        """Make generators of their own, as any generator does."""
        return [np.random.Generator(bits) for bits in self.bit_generator.spawn(n_children)]

    def __deepcopy__(self, memo: dict) -> Seeded:
        return type(self)(self.seed)

    def __reduce__(self) -> tuple:
        return type(self), (self.seed,)


class Written:
    """A function that is shown as it is written, so that a failing case can be pasted.

    Parameters
    ----------
    text : str
        An expression that gives the function; `np` is known in it.
    """

    def __init__(self, text: str):
        self.text = text
        self.function = eval(text, {"np": np})

    def __call__(self, x: np.ndarray) -> Any:
        """Call the function."""
        return self.function(x)

    def __repr__(self) -> str:
        return self.text
