"""Unit 03: cases, mistakes, hints and questions on activation functions."""

import numpy as np

from cnnbasics import layers
from cnnbasics.checking.exercise import READY_MADE, Case, Exercise, Mistake, Question, numbers

_FORBIDDEN = (*READY_MADE, "numpy.tanh", "math.tanh", "scipy.special.expit")
"""The modules that are forbidden everywhere, and the functions that would be the whole answer."""


def _wrong(case, answer, wanted):
    """Return where an array differs from `wanted`; None if it cannot be compared with it."""
    value = answer.value
    if not isinstance(value, np.ndarray | np.generic | int | float):
        return None
    value = np.asarray(value)
    if value.shape != wanted.shape or value.dtype.kind not in "iuf":
        return None
    narrow = np.float32 in (value.dtype, case.inputs["x"].dtype)
    return ~np.isclose(value, wanted, *((1e-4, 1e-6) if narrow else (1e-7, 1e-9)))


# relu


def _numbers_with(rng, shape, *own):
    """Make random quarters, some of them replaced by `own` numbers at random places."""
    x = numbers(rng, *shape)
    x.flat[rng.permutation(x.size)[: len(own)]] = own
    return x


def _relu_cases(rng, hidden):
    if not hidden:
        return [
            Case("by hand", x=np.array([-2.0, -0.5, 0.0, 0.5, 3.0])),
            Case("a matrix", x=_numbers_with(rng, (2, 3), 2.5, -1.5, 0.001)),
            Case("small numbers", x=np.array([[0.001, -0.001], [-2.0, 1.5], [1e-7, -1e-7]])),
            Case("whole numbers", x=np.array([[-3, 0, 2], [4, -1, 1]])),
            Case("nothing above 0", x=-np.abs(numbers(rng, 2, 2))),
            Case("nothing below 0", x=np.abs(numbers(rng, 3, 2)) + 1),
            Case("a batch of images", x=_numbers_with(rng, (2, 2, 3, 2), 4.0, -4.0, 1e-7)),
        ]
    return [
        Case("a vector", x=_numbers_with(rng, (7,), 3.25, -2.25, 0.0)),
        Case("a matrix", x=_numbers_with(rng, (4, 3), 2.75, -0.25, 0.01)),
        Case("a batch of images", x=_numbers_with(rng, (3, 4, 2, 2), 3.5, -3.5, 1e-3)),
        Case("five axes", x=_numbers_with(rng, (2, 1, 3, 2, 2), 2.0, -2.0, 0.0)),
        Case("small numbers", x=np.outer([1, -1], 10.0 ** -np.arange(-1, 9))),
        Case("small numbers", x=np.array([[1e-8, -1e-8, 5.0], [-5.0, 1e-6, -1e-6]])),
        Case("whole numbers", x=_numbers_with(rng, (3, 5), 2, -2, 0).round().astype(int)),
        Case("nothing above 0", x=-np.abs(numbers(rng, 3, 4))),
        Case("nothing below 0", x=np.abs(numbers(rng, 4, 3)) + 1),
        Case("large numbers", x=numbers(rng, 3, 3) * 1e6),
        Case("float32", x=_numbers_with(rng, (4, 5), 2.5, -2.5, 0.01).astype(np.float32)),
    ]


def _changes_x(case, answer):
    """Recognize the right numbers, written into the array that came in."""
    x = case.inputs["x"]
    wrong = _wrong(case, answer, layers.relu(x))
    in_place = answer.changed or (answer.shares and np.all(x >= 0))
    return wrong is not None and not wrong.any() and bool(in_place)


def _drops_small(case, answer):
    """Recognize a threshold above 0: what is below it becomes 0, what is above it stays."""
    x = case.inputs["x"]
    wrong = _wrong(case, answer, layers.relu(x))
    if wrong is None or not wrong.any():
        return False
    kept = x[(x > 0) & ~wrong]
    return bool(np.all(answer.value[wrong] == 0) and kept.size and x[wrong].max() < kept.min())


relu = Exercise(
    answer=layers.relu,
    cases=_relu_cases,
    mistakes=(
        Mistake(
            "mutates-x",
            "the array that came in is changed: `x[x < 0] = 0` writes into the caller's array, so "
            "work on a copy, or let NumPy make the result",
            shows=_changes_x,
        ),
        Mistake(
            "abs",
            "the sign is taken away: -2 becomes 2, and it should become 0",
            lambda x: np.abs(x),
        ),
        Mistake(
            "clips-at-1",
            "everything above 1 becomes 1: a ReLU has a floor and no ceiling",
            lambda x: np.clip(x, 0, 1),
        ),
        Mistake(
            "drops-small-positives",
            "small positive numbers become 0 too: the bend is at 0, not a little above it",
            shows=_drops_small,
        ),
        Mistake(
            "returns-mask",
            "the result says where `x` is positive: that is the mask, which has yet to be "
            "multiplied by `x`",
            lambda x: x > 0,
            lambda x: x >= 0,
        ),
    ),
    hints=(
        "Each number is compared with 0, and the larger of the two stays. NumPy compares two "
        "arrays number by number.",
        "The result has the shape of `x`, whatever that is, so there is no need for loops or axes. "
        "It is an array of its own.",
        "`out[...] = x[...]` where `x[...] > 0`, and 0 elsewhere. `np.maximum(x, 0)` does it; "
        "`np.max(x, 0)` is another function.",
    ),
    success="One comparison for each number, no multiplication, no exponential: nothing in a "
    "network is cheaper, and without it all the rest would collapse into one layer.",
)

# leaky_relu


def _leaky_cases(rng, hidden):
    if not hidden:
        return [
            Case("by hand", x=np.array([-2.0, -1.0, 0.0, 0.5, 3.0]), alpha=0.1),
            Case("`alpha` left out", x=np.array([[-4.0, 2.0], [1.0, -0.5]])),
            Case("a matrix", x=_numbers_with(rng, (2, 3), 2.5, -1.5), alpha=0.25),
            Case("`alpha` is 0", x=_numbers_with(rng, (3, 2), 2.5, -1.5), alpha=0.0),
            Case("whole numbers", x=np.array([[-3, 0, 2], [4, -1, 1]]), alpha=0.5),
            Case("nothing below 0", x=np.array([[1.5, 2.0], [0.5, 3.0]]), alpha=0.5),
            Case("a batch of images", x=_numbers_with(rng, (2, 2, 3, 2), 4.0, -4.0), alpha=0.2),
        ]
    return [
        Case("a vector", x=_numbers_with(rng, (7,), 3.25, -2.25, 0.0), alpha=0.3),
        Case("`alpha` left out", x=_numbers_with(rng, (3, 4), 3.25, -2.25, 0.0)),
        Case("`alpha` left out", x=_numbers_with(rng, (2, 3, 2, 2), 3.25, -2.25)),
        Case("a matrix", x=_numbers_with(rng, (4, 3), 2.75, -0.25), alpha=0.125),
        Case("`alpha` close to 1", x=_numbers_with(rng, (5, 2), 2.75, -0.25), alpha=0.95),
        Case("`alpha` is 0", x=_numbers_with(rng, (3, 3), 2.75, -0.25), alpha=0.0),
        Case("small numbers", x=np.array([0.1, -0.1, 0.002, -0.002, 0.0]), alpha=0.2),
        Case("whole numbers", x=_numbers_with(rng, (3, 5), 3, -3, 0).round().astype(int)),
        Case("a batch of images", x=_numbers_with(rng, (3, 4, 2, 2), 3.5, -3.5), alpha=0.05),
        Case("nothing below 0", x=np.abs(numbers(rng, 3, 4)) + 1, alpha=0.3),
        Case("float32", x=_numbers_with(rng, (4, 5), 2, -2).astype(np.float32), alpha=0.2),
    ]


def _bent(positive, negative):
    """Make a mistaken leaky ReLU from what it does above 0 and below; 0 itself may go with either.

    Parameters
    ----------
    positive, negative : callable
        ``side(x, alpha) -> ndarray``.

    Returns
    -------
    tuple of callable
    """

    def above(x, alpha=0.01):
        return np.where(x > 0, positive(x, alpha), negative(x, alpha))

    def from_zero(x, alpha=0.01):
        return np.where(x >= 0, positive(x, alpha), negative(x, alpha))

    return above, from_zero


def _as_it_is(x, alpha):
    return x


def _times(x, alpha):
    return alpha * x


def _plus(x, alpha):
    return x + alpha


def _minus(x, alpha):
    return x - alpha


def _alpha(x, alpha):
    return alpha + 0 * x


def _zero(x, alpha):
    return 0 * x


leaky_relu = Exercise(
    answer=layers.leaky_relu,
    cases=_leaky_cases,
    mistakes=(
        Mistake(
            "max-of-x-and-alpha",
            "`alpha` itself stands where `alpha * x` should: it is a slope, not a floor",
            lambda x, alpha=0.01: np.maximum(x, alpha),
            *_bent(_as_it_is, _alpha),
        ),
        Mistake(
            "alpha-on-positive",
            "positive numbers are multiplied by `alpha`: they stay as they are, and the negative "
            "ones are multiplied",
            *_bent(_times, _as_it_is),
            *_bent(_times, _zero),
            *_bent(_times, _times),
            *_bent(lambda x, alpha: x + alpha * x, _times),
        ),
        Mistake(
            "alpha-added",
            "`alpha` is added where it should multiply",
            *_bent(_as_it_is, _plus),
            *_bent(_as_it_is, _minus),
            *_bent(_plus, _plus),
            *_bent(_plus, _as_it_is),
            *_bent(_plus, _alpha),
        ),
        Mistake(
            "plain-relu",
            "negative numbers become 0: that is the plain ReLU, and this one lets a little through",
            lambda x, alpha=0.01: np.maximum(x, 0),
        ),
    ),
    hints=(
        "It is your ReLU with one change: a negative number is not thrown away but made small.",
        "The result has the shape of `x` and holds floats, for whole numbers too: an array made "
        "with `np.zeros_like(x)` or `x.copy()` would cut their fractions off.",
        "`out[...] = x[...]` where `x[...] > 0`, and `alpha * x[...]` elsewhere. `np.where` takes "
        "the condition and both.",
    ),
    success="As alpha is below 1, `np.maximum(x, alpha * x)` is the same function: of a number and "
    "a part of it, the larger one is the number above 0 and the part below.",
)

# sigmoid and tanh

_OVERFLOWS = 88
"""From here on a number may be too large for an exponential, in float32 the first."""


def _squeezed_cases(rng, hidden):
    """Make the cases of both functions."""
    if not hidden:
        return [
            Case("by hand", x=np.array([-1.0, 0.0, 2.0])),
            Case("very large and very small", x=np.array([-1000.0, 1000.0])),
            Case("all sizes", x=np.array([[-1000.0, -20.0, -3.0], [0.5, 20.0, 1000.0]])),
            Case("a matrix", x=numbers(rng, 2, 3)),
            Case("whole numbers", x=np.array([[-3, 0, 2], [4, -1, 1]])),
            Case("a batch of images", x=numbers(rng, 2, 2, 3, 2)),
        ]
    return [
        Case("a vector", x=numbers(rng, 7)),
        Case("a matrix", x=numbers(rng, 4, 3)),
        Case("a batch of images", x=numbers(rng, 3, 4, 2, 2)),
        Case("zeros", x=np.zeros((2, 3))),
        Case("close to 0", x=numbers(rng, 3, 2) / 1000),
        Case("from -40 to 40", x=numbers(rng, 4, 4) * 8),
        Case("-1000 and 1000", x=np.array([1000.0, -1000.0, 0.0, 1.0, -1.0])),
        Case("very large numbers", x=np.abs(numbers(rng, 3, 3)) * 1000),
        Case("very large numbers, negative", x=-np.abs(numbers(rng, 3, 3)) * 1000),
        Case("all sizes", x=rng.choice([-1.0, 1.0], 12) * 2.0 ** np.arange(-2, 10)),
        Case("whole numbers", x=rng.integers(-9, 10, (3, 4))),
        Case("large whole numbers", x=rng.permutation([-1000, -20, -2, 0, 1, 30, 1000])),
        Case("float32", x=numbers(rng, 4, 5).astype(np.float32)),
        Case("float32, from -40 to 40", x=(numbers(rng, 3, 4) * 8).astype(np.float32)),
    ]


def _gives(*functions):
    """Recognize the values of one of `functions`; at large numbers it may overflow as well."""

    def shows(case, answer):
        x = case.inputs["x"]
        large = np.abs(x) >= _OVERFLOWS
        for function in functions:
            wrong = _wrong(case, answer, function(x))
            if wrong is not None and not np.any(wrong & (np.isfinite(answer.value) | ~large)):
                return True
        return False

    return shows


def _overflows(right):
    """Recognize right values that are spoilt by an overflow: a warning, an error, or NaN."""

    def shows(case, answer):
        large = np.abs(case.inputs["x"]) >= _OVERFLOWS
        if answer.raised:
            known = answer.raised.type in ("OverflowError", "FloatingPointError")
            return known and bool(large.any())
        wrong = _wrong(case, answer, right(case.inputs["x"]))
        if wrong is None or not large.any() or np.any(wrong & ~large):
            return False
        warned = any("encountered in" in words for words in answer.warned)
        return warned or not np.all(np.isfinite(answer.value))

    return shows


def _clips(right, inverse):
    """Recognize a range that is cut, on the way in or on the way out, so that it shows."""

    def shows(case, answer):
        x = case.inputs["x"]
        wrong = _wrong(case, answer, right(x))
        if wrong is None or not wrong.any() or not np.all(np.isfinite(answer.value)):
            return False
        with np.errstate(all="ignore"):
            low, high = inverse(np.min(answer.value)), inverse(np.max(answer.value))
        # One number everywhere is a cut only if it is far out, where all of `x` may lie.
        if low > high or (low == high and abs(low) < 0.9) or low <= x.min() <= x.max() <= high:
            return False
        return not _wrong(case, answer, right(np.clip(x, low, high))).any()

    return shows


def _squeezed_mistakes(right, inverse, flips, taken_for, sign, mixed):
    """Make the mistakes of one of the two functions.

    Parameters
    ----------
    right, inverse : callable
        The function, and what undoes it.
    flips, taken_for : tuple of callable
        What comes of a wrong sign, and of taking one function for the other.
    sign, mixed : str
        How the last two finish "This is what you get when ...".
    """
    return (
        Mistake(
            "overflow",
            "an exponential outgrows its dtype: `np.exp(1000)` is infinite. Only an exponent of at "
            "most 0 is safe. (`np.where` computes both of its branches for every number)",
            shows=_overflows(right),
        ),
        Mistake("exp-sign", sign, shows=_gives(*flips)),
        Mistake("tanh-for-sigmoid", mixed, shows=_gives(*taken_for)),
        Mistake(
            "clip-visible",
            "large numbers are cut off too early: clipping is fine as long as nobody can see it",
            shows=_clips(right, inverse),
        ),
    )


def _naively(fn):
    """Let a formula overflow in peace."""

    def silent(x):
        with np.errstate(all="ignore"):
            return fn(x)

    return silent


sigmoid = Exercise(
    answer=layers.sigmoid,
    cases=_squeezed_cases,
    mistakes=_squeezed_mistakes(
        layers.sigmoid,
        lambda y: np.log(y / (1 - y)),
        flips=(
            lambda x: layers.sigmoid(-x),
            lambda x: -layers.sigmoid(x),
            lambda x: layers.sigmoid(np.abs(x)),
            lambda x: layers.sigmoid(-np.abs(x)),
            _naively(lambda x: 1 / (1 - np.exp(-x))),
            _naively(lambda x: 1 / (1 - np.exp(x))),
        ),
        taken_for=(
            layers.tanh,
            lambda x: layers.tanh(x / 2),
            lambda x: layers.sigmoid(2 * x),
            lambda x: (1 + layers.tanh(x)) / 2,
        ),
        sign="a sign is wrong: it is `exp(-x)`, with a minus, and it is added to 1",
        mixed="it is mixed up with tanh: the sigmoid runs from 0 to 1 and is 0.5 at 0, tanh runs "
        "from -1 to 1 and is twice as steep",
    ),
    hints=(
        "The formula is right, only `exp` of a large number is not. Multiply the fraction above "
        "and below by `exp(x)`: then it holds `exp(x)` in place of `exp(-x)`. One of the two "
        "forms is safe for positive numbers, the other for negative ones.",
        "The result has the shape of `x` and holds floats, for whole numbers too. Make it first, "
        "with `np.empty(x.shape)`, and fill it in two steps.",
        "With `up = x >= 0`: `out[up] = 1 / (1 + np.exp(-x[up]))`. For the rest, "
        "`e = np.exp(x[~up])` and `out[~up] = e / (1 + e)`.",
    ),
    success="It is never steeper than 1/4, at 0, and flat far out: a signal that goes through ten "
    "sigmoids in a row has lost its contrast.",
    strict_warnings=True,
    forbidden=_FORBIDDEN,
)

tanh = Exercise(
    answer=layers.tanh,
    cases=_squeezed_cases,
    mistakes=_squeezed_mistakes(
        layers.tanh,
        np.arctanh,
        flips=(
            lambda x: -layers.tanh(x),
            lambda x: layers.tanh(-np.abs(x)),
            _naively(lambda x: 1 / layers.tanh(x)),
            _naively(lambda x: -1 / layers.tanh(x)),
        ),
        taken_for=(
            layers.sigmoid,
            lambda x: layers.tanh(x / 2),
            lambda x: layers.tanh(2 * x),
            lambda x: layers.sigmoid(2 * x),
            lambda x: 2 * layers.sigmoid(2 * x),
        ),
        sign="a sign is wrong: above, `exp(-x)` is taken from `exp(x)`; below, they are added",
        mixed="it is mixed up with the sigmoid: tanh(x) = 2 sigmoid(2x) - 1, with a 2 in two "
        "places, and it runs from -1 to 1",
    ),
    hints=(
        "Divide the fraction above and below by the larger of its two exponentials. Or use what "
        "you have: tanh is a sigmoid, stretched and moved.",
        "The result has the shape of `x` and holds floats. The sigmoid runs from 0 to 1, tanh from "
        "-1 to 1: twice as high, and 1 lower.",
        "`out = 2 * sigmoid(2 * x) - 1`. Without your sigmoid: `e = np.exp(-2 * np.abs(x))`, and "
        "`out = np.sign(x) * (1 - e) / (1 + e)`.",
    ),
    success="Around 0 it is nearly the straight line y = x, far out it is nearly a constant: small "
    "numbers pass, large ones are silenced.",
    strict_warnings=True,
    forbidden=_FORBIDDEN,
)

# dead_units


def _acts(rng, *shape):
    """Make what a ReLU gives: a dead channel, one alive at a single place, others.

    The channels stand in a random order, and the last axis has at least 3 of them.
    """
    acts = np.maximum(numbers(rng, *shape), 0)
    channels = rng.permutation(shape[-1])
    columns = acts.reshape(-1, shape[-1])  # a view: a row for each place of each example
    columns[:, channels[:2]] = 0
    columns[rng.integers(1, len(columns)), channels[1]] = 0.5
    columns[:2, channels[2]] = 0, 1.5
    return acts


def _tiny(rng, *shape):
    """Make seven channels: dead, lively, and five that only rounding or a mean takes for dead."""
    columns = np.zeros((int(np.prod(shape)), 7))
    place = rng.integers(len(columns))
    columns[:, 0] = 1.25
    columns[place, 1] = 5e-324
    columns[place, 2] = 2e-8
    columns[:, 3] = 5e-8
    columns[:, 4] = 1e-13
    columns[place, 5] = 2e-6
    return columns[:, rng.permutation(7)].reshape(*shape, 7)


def _dead_cases(rng, hidden):
    if not hidden:
        table = np.array([[0, 2, 0, 0], [0, 0, 1, 0], [0, 3, 0.5, 0]])
        return [
            Case("by hand: 3 examples, 4 units", acts=table),
            Case("2 images, 3 channels", acts=_acts(rng, 2, 2, 3, 3)),
            Case("3 images, 4 channels", acts=_acts(rng, 3, 2, 2, 4)),
            Case("nearly 0 is not 0", acts=_tiny(rng, 4)),
            Case("nearly 0 is not 0, in images", acts=_tiny(rng, 2, 2, 1)),
            Case("one image", acts=_acts(rng, 1, 3, 2, 3)),
            Case("three axes", acts=_acts(rng, 2, 4, 3)),
        ]
    return [
        Case("vectors", acts=_acts(rng, 6, 5)),
        Case("vectors", acts=_acts(rng, 4, 7)),
        Case("images", acts=_acts(rng, 2, 3, 4, 5)),
        Case("images", acts=_acts(rng, 4, 2, 3, 3)),
        Case("images", acts=_acts(rng, 3, 5, 2, 6)),
        Case("one image", acts=_acts(rng, 1, 4, 3, 4)),
        Case("three axes", acts=_acts(rng, 3, 4, 5)),
        Case("five axes", acts=_acts(rng, 2, 3, 2, 2, 4)),
        Case("nearly 0 is not 0", acts=_tiny(rng, 7)),
        Case("nearly 0 is not 0, in images", acts=_tiny(rng, 2, 3, 2)),
        Case("all dead", acts=np.zeros((2, 3, 2, 3))),
        Case("none dead", acts=np.abs(numbers(rng, 2, 2, 3, 4))),
        Case("whole numbers", acts=(4 * _acts(rng, 3, 2, 2, 4)).astype(int)),
        Case("float32", acts=_acts(rng, 2, 3, 3, 4).astype(np.float32)),
        Case("one channel, dead", acts=np.zeros((3, 2, 4, 1))),
        Case("one channel, not dead", acts=_acts(rng, 2, 3, 2, 3).max(axis=3, keepdims=True)),
    ]


def _over(acts):
    """Return the axes of everything but the channels."""
    return tuple(range(acts.ndim - 1))


def _share_of_zeros(acts):
    return np.mean(acts == 0, axis=_over(acts))


dead_units = Exercise(
    answer=layers.dead_units,
    cases=_dead_cases,
    mistakes=(
        Mistake(
            "counts-zeros",
            "zeros are counted: a living unit is 0 at many places too, and a dead one at all",
            lambda acts: np.sum(acts == 0, axis=_over(acts)),
            lambda acts: np.sum(acts == 0, axis=(0, 1, 2)),
            _share_of_zeros,
            *(lambda acts, t=t: _share_of_zeros(acts) > t for t in (0.5, 0.75, 0.8, 0.9)),
            *(lambda acts, t=t: _share_of_zeros(acts) >= t for t in (0.5, 0.75, 0.8, 0.9)),
        ),
        Mistake(
            "batch-axis-only",
            "only the axis of the examples is gone: a unit is a whole channel, so its rows and "
            "columns count together",
            lambda acts: np.all(acts == 0, axis=0),
        ),
        Mistake(
            "mean-zero",
            "the mean is compared with 0: it can be 0, or close to it, where some number is not",
            lambda acts: np.mean(acts, axis=_over(acts)) == 0,
            lambda acts: np.mean(acts, axis=(0, 1, 2)) == 0,
            lambda acts: np.isclose(np.mean(acts, axis=_over(acts)), 0),
            *(lambda acts, t=t: np.mean(acts, axis=_over(acts)) < t for t in (1e-8, 1e-6)),
        ),
        Mistake(
            "any-for-all",
            "a single 0 is enough: dead is 0 at *all* places",
            lambda acts: np.any(acts == 0, axis=_over(acts)),
            lambda acts: np.any(acts == 0, axis=(0, 1, 2)),
        ),
        Mistake(
            "per-image",
            "each example is asked on its own: a unit is dead if *no* example wakes it",
            lambda acts: np.all(acts == 0, axis=_over(acts)[1:]),
            lambda acts: np.all(acts == 0, axis=(1, 2)),
            lambda acts: np.all(acts == 0, axis=tuple(range(1, acts.ndim))),
        ),
    ),
    hints=(
        "A unit is a channel. Ask of each of its numbers whether it is 0, then whether all the "
        "answers are yes.",
        "`acts == 0` has the shape of `acts`, (N, ..., C). The result has shape (C,): all axes but "
        "the last are gone.",
        "`np.all(acts == 0, axis=...)` takes a tuple of axes: `tuple(range(acts.ndim - 1))`. Or "
        "make a table first, `acts.reshape(-1, acts.shape[-1])`, which has one row for each place "
        "of each example.",
    ),
    success="Look at it while a network trains: channels that die stay in the bill, as each costs "
    "as many multiplications as a living one.",
)

# Questions


predict_middle_number = Question(
    id="predict_middle_number",
    answer=1,
    says={
        1: "The middle pixel comes in twice, as the last of the first window and as the first of "
        "the second: -1 times 1 and 1 times 2. Together 1.",
        -1: "That is one of its two ways, -1 times 1. The middle pixel is also the first of the "
        "second window: 1 times 2.",
        2: "That is one of its two ways, 1 times 2. The middle pixel is also the last of the first "
        "window: -1 times 1.",
        3: "The minus sign of the first kernel was lost on the way.",
        -2: "-1 times 2 is the number for the last pixel.",
    },
    otherwise="Write the two numbers in the middle as x0 - x1 and x1 - x2. Add the first and twice "
    "the second, and collect what stands before x1.",
)

predict_one_kernel = Question(
    id="predict_one_kernel",
    answer="c",
    says={
        "a": "That is how many numbers go in. Most of them turn out to be wasted.",
        "b": "That is one of the two layers. The result sees further than 3x3 pixels.",
        "c": "One number of the result sees a 5x5 window, and each pixel of it comes in with one "
        "factor, however many ways lead through the eight maps.",
        "d": "A 3x3 kernel sees 3x3 pixels. Two layers in a row see 5x5.",
    },
)

predict_which_edges = Question(
    id="predict_which_edges",
    answer="b",
    says={
        "a": "At an edge where it gets darker the kernel gives a negative number, and that "
        "becomes 0.",
        "b": "Where it gets brighter from left to right the number is positive and stays. Where it "
        "gets darker it is negative, and becomes 0.",
        "c": "The other way around: the kernel subtracts the left from the right, so an edge to "
        "the dark is negative.",
        "d": "The photograph has no negative numbers. Its feature map has: look at the blue.",
    },
)

predict_overflow = Question(
    id="predict_overflow",
    answer="d",
    says={
        "a": "So says mathematics. But both exponentials are computed first, and one of them is "
        "infinite.",
        "b": "The part above is infinite, and so is the part below.",
        "c": "NumPy warns and goes on. Somewhere behind, a whole network becomes nan.",
        "d": "Infinity over infinity is not a number. It comes with a warning, which a training "
        "loop scrolls out of sight.",
    },
)

predict_hundred_layers = Question(
    id="predict_hundred_layers",
    answer="b",
    says={
        "a": "The window grows by two pixels with each layer.",
        "b": "1 + 100 times 2 = 201: linear layers in a row are one linear layer, only wider.",
        "c": "Without anything between them, no: each number of the result is a sum of pixels, "
        "each times a fixed factor. One kernel holds these factors.",
        "d": "Products of many small numbers may get small. But that is not what limits it.",
    },
)

predict_dead_unit = Question(
    id="predict_dead_unit",
    answer="c",
    says={
        "a": "Each step moves a weight by the slope times the learning rate. The slope is 0.",
        "b": "Any learning rate times 0 is 0. A large one is what kills units.",
        "c": "Where every input lies on the flat side, nothing that the layer's own weights do "
        "shows in the output. A leaky ReLU has no flat side.",
        "d": "Its output is 0 for every image, so nothing behind it can tell that it should wake.",
    },
)
