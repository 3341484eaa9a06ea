"""A unit of small exercises, for tests of the checks themselves."""

import numpy as np

from cnnbasics.checking import collect, judge
from cnnbasics.checking.exercise import Case, Crash, Exercise, Mistake, Question, Refusal, numbers
from cnnbasics.checking.window import Window

UNIT = "90_small"
HINTS = ("The idea.", "The shapes.", "The indices.")


def scale(x, factor=2.0):
    """Multiply a picture by a number: an array comes back."""
    return x * float(factor)


def total(x):
    """Sum a picture: one number comes back."""
    return float(np.sum(x))


def count(x):
    """Count the numbers of a picture: an int comes back, and nothing is an error."""
    if x.size == 0:
        raise ValueError("`x` is empty")
    return int(x.size)


def parts(x):
    """Give the sums of rows and of columns: a tuple of arrays of different lengths."""
    return x.sum(axis=1), x.sum(axis=0)


def facts(x):
    """Describe a picture: a dict comes back."""
    return {"rows": x.shape[0], "row": x[0] * 1.0, "dtype": x.dtype.name}


def walk(steps, at):
    """Follow steps from a place: containers go in."""
    return [at["row"] + sum(down for down, _ in steps), at["column"] + sum(r for _, r in steps)]


def shift(x):
    """Move the rows of a picture down: pixels only move."""
    return np.roll(x, 1, axis=0)


def white():
    """Give any picture that is all white: judged by behavior."""
    return np.ones((2, 3))


def rows(x):
    """Give the rows of a picture one by one: any iterable comes back."""
    return iter(x * 1.0)


class Lamp:
    """What is no data: it has a brightness, and can be read."""

    def __init__(self, brightness):
        self.brightness = brightness


def dim(lamp, by):
    """Make a lamp darker: nothing comes back."""
    lamp.brightness = lamp.brightness / by


def _pictures(rng, hidden):
    shapes = ((3, 5), (4, 2), (2, 6)) if hidden else ((3, 2), (2, 4), (1, 3))
    return [numbers(rng, *shape) for shape in shapes]


def _picture_cases(rng, hidden):
    by_hand = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    return [
        Case("done by hand", x=by_hand),
        *(Case("a random picture", x=picture) for picture in _pictures(rng, hidden)),
    ]


def _scale_cases(rng, hidden):
    first, *others = _picture_cases(rng, hidden)
    return [first, *(Case("another factor", **case.inputs, factor=1.5) for case in others)]


def _count_cases(rng, hidden):
    empty = [Case("nothing", x=np.zeros((0, rows))) for rows in (2, 3)]
    return [*_picture_cases(rng, hidden), *empty]


def _walk_cases(rng, hidden):
    return [
        Case("a walk", steps=[(1, 0), (0, n)], at={"row": n, "column": 0})
        for n in (range(5, 8) if hidden else range(3))
    ]


def _dim_cases(rng, hidden):
    return [Case("a lamp", lamp={"brightness": n + 0.5}, by=4.0) for n in range(3 + hidden)]


def _shift_cases(rng, hidden):
    bytes_ = rng.integers(0, 256, (3, 2)).astype(np.uint8)
    return [Case("bytes", x=bytes_), *_picture_cases(rng, hidden)]


def _white_cases(rng, hidden):
    return [Case("the color", probe=1.0), Case("the shape", probe=None)]


def _refuse_white(case, value):
    picture = isinstance(value, np.ndarray) and value.ndim == 2 and value.dtype.kind == "f"
    if not picture or not value.size:
        return Refusal("It should be a picture.")
    if case.probe and not np.all(value == case.probe):
        return Refusal("It is not white.", np.full(value.shape, case.probe), value)
    return None


def _is_black(case, answer):
    return isinstance(answer.value, np.ndarray) and not np.any(answer.value)


def _raises_on_wide(x, factor=2.0):
    if x.shape[1] > x.shape[0]:
        raise Crash
    return x * factor


EXERCISES = (
    Exercise(
        answer=scale,
        cases=_scale_cases,
        mistakes=(
            Mistake("adds", "the factor is added", lambda x, factor=2.0: x + factor),
            Mistake("adds-too", "the sum is taken", lambda x, factor=2.0: factor + x),
            Mistake("halves", "it divides", lambda x, factor=2.0: x / factor),
            Mistake("tall-only", "the picture is taken to be tall", _raises_on_wide),
        ),
        hints=HINTS,
        success="Twice as bright.",
        window=lambda inputs, index: Window(
            "one number", inputs["x"][index][None, None], np.array([[inputs.get("factor", 2.0)]])
        ),
    ),
    Exercise(
        answer=total,
        cases=_picture_cases,
        mistakes=(Mistake("mean", "the mean is taken", lambda x: float(np.mean(x))),),
        hints=HINTS,
        success="One number.",
        strict_warnings=True,
    ),
    Exercise(
        answer=count,
        cases=_count_cases,
        mistakes=(
            Mistake("rows", "the rows are counted", lambda x: len(x)),
            Mistake("zero", "nothing counts as 0", lambda x: x.size),
        ),
        hints=HINTS,
        success="All of them.",
        integers=True,
    ),
    Exercise(answer=parts, cases=_picture_cases, mistakes=(), hints=HINTS, success="Both."),
    Exercise(answer=facts, cases=_picture_cases, mistakes=(), hints=HINTS, success="Facts."),
    Exercise(answer=walk, cases=_walk_cases, mistakes=(), hints=HINTS, success="There."),
    Exercise(
        answer=shift,
        cases=_shift_cases,
        mistakes=(Mistake("up", "it moves up", lambda x: np.roll(x, -1, axis=0)),),
        hints=HINTS,
        success="Moved.",
        keeps_dtype=True,
        may_view=True,
    ),
    Exercise(
        answer=white,
        cases=_white_cases,
        mistakes=(Mistake("black", "it is black", shows=_is_black),),
        hints=HINTS,
        success="White.",
        refuses=_refuse_white,
    ),
    Exercise(
        answer=rows,
        cases=_picture_cases,
        mistakes=(Mistake("columns", "the columns are given", lambda x: iter(x.T * 1.0)),),
        hints=HINTS,
        success="Row by row.",
        observe=lambda result, inputs: list(result),
    ),
    Exercise(
        answer=dim,
        cases=_dim_cases,
        mistakes=(Mistake("brighter", "it shines", lambda lamp, by: lamp["brightness"] * by),),
        hints=HINTS,
        success="Darker.",
        prepare=lambda inputs: inputs | {"lamp": Lamp(**inputs["lamp"])},
        observe=lambda result, inputs: inputs["lamp"].brightness,
        expected=lambda lamp, by: lamp["brightness"] / by,
    ),
)

QUESTIONS = (
    Question("predict_letter", "b", {"a": "No: a.", "b": "Yes: b.", "c": "No: c."}),
    Question("predict_number", 11, {11: "Eleven.", 9: "Not nine."}, otherwise="Count again."),
)

ENTRIES = {entry.id: entry for entry in (*EXERCISES, *QUESTIONS)}


def examine(name, fn, hidden=False, seed=5):
    """Check a function against a small exercise."""
    exercise = ENTRIES[name]
    return judge(exercise, seed, collect(exercise, fn, seed, hidden), hidden)
