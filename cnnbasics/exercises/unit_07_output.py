"""Unit 07: cases, mistakes, hints and questions of the output layer, its loss and its scores."""

import re

import numpy as np

from cnnbasics import layers
from cnnbasics.checking.exercise import (
    READY_MADE,
    Case,
    Crash,
    Exercise,
    Mistake,
    Question,
    Refusal,
    numbers,
)

_FORBIDDEN = (*READY_MADE, "scipy.special")
_SCORES_FORBIDDEN = (*READY_MADE, "sklearn")
_LARGE = 30.0
"""Logits farther apart than this are where exponentials and logarithms break."""


_BROKEN = ("OverflowError", "FloatingPointError", "ZeroDivisionError", "ValueError")


def _naively(fn):
    """Let a formula overflow in peace."""

    def silent(*args, **kwargs):
        with np.errstate(all="ignore"):
            return fn(*args, **kwargs)

    return silent


def _is_large(case):
    z = np.asarray(case.inputs["z"], dtype=float)
    return bool(np.ptp(z) > _LARGE or np.abs(z).max() > _LARGE)


def _breaks(right):
    """Recognize what only large logits break: infinities, NaN, or a warning of them."""

    def shows(case, answer):
        if not _is_large(case):
            return False
        if answer.raised:
            return answer.raised.type in _BROKEN
        value = np.asarray(answer.value, dtype=float)
        if not np.all(np.isfinite(value)):
            return True
        warned = any("encountered in" in words for words in answer.warned)
        return warned and np.allclose(value, right(**case.inputs))

    return shows


# softmax


def _softmax_cases(rng, hidden):
    def case(label, *shape, **more):
        return Case(label, z=numbers(rng, *shape), **more)

    def large(*shape):
        z = rng.choice([-1000.0, 1000.0], shape) + numbers(rng, *shape)
        z[..., 0], z[..., 1] = 1000.0, 999.0
        return z

    def lonely(n, c):
        z = np.full((n, c), -1000.0)
        z[:, 0] = 1000.0
        return rng.permuted(z, axis=1) + numbers(rng, n, c)

    if not hidden:
        return [
            Case("by hand: three logits", z=np.array([[2.0, 1.0, -1.0]])),
            case("two rows", 2, 3),
            case("a square", 3, 3),
            case("one row of logits, no batch", 4),
            Case("the axis given", z=numbers(rng, 3, 2), axis=0),
            Case("large logits", z=np.array([[1000.0, 999.0], [-1000.0, -999.0]])),
            Case(
                "large logits",
                z=np.array([[-1000.0, -999.0, 1000.0], [-2000.0, -1999.0, -1998.0]]),
            ),
            Case("large logits", z=np.array([[-1000.0, 1000.0, -1000.0, -1000.0]])),
            Case("whole numbers", z=rng.integers(-3, 4, (2, 4))),
            Case("three axes, the middle one", z=numbers(rng, 2, 3, 2), axis=1),
        ]
    return [
        case("rows", 5, 4),
        case("rows", 2, 7),
        case("as many rows as classes", 4, 4),
        case("one row of logits, no batch", 6),
        case("axis 0", 3, 5, axis=0),
        case("axis -2", 4, 3, axis=-2),
        case("three axes", 2, 4, 3),
        case("axis 1 of three", 3, 4, 2, axis=1),
        case("four axes", 2, 3, 4, 5),
        case("axis 1 of four", 2, 4, 3, 2, axis=1),
        case("axis 2 of four", 3, 2, 4, 3, axis=2),
        Case("logits of 1000 and -1000", z=large(3, 4)),
        Case("logits of 1000 and -1000", z=large(2, 2, 3)),
        Case("one logit large, the others very negative", z=lonely(2, 4)),
        Case("one logit large, the others very negative", z=lonely(3, 5)),
        Case("all logits large", z=1000 + numbers(rng, 3, 3)),
        Case("all logits very negative", z=-1000 + numbers(rng, 2, 5)),
        Case("one row large, one small", z=np.stack([1e4 + numbers(rng, 3), numbers(rng, 3)])),
        Case("one row small, one large", z=np.stack([numbers(rng, 4), 1e3 + numbers(rng, 4)])),
        Case("equal logits", z=np.full((2, 5), 0.25)),
        Case("whole numbers", z=rng.integers(-9, 10, (3, 4))),
        Case("large whole numbers", z=rng.permutation([-1000, 0, 998, 1000])[np.newaxis]),
        Case("float32", z=numbers(rng, 3, 4).astype(np.float32)),
        Case("large, in float32", z=(1000 + numbers(rng, 2, 4)).astype(np.float32)),
    ]


def _powers(z):
    return np.exp(z - z.max())


@_naively
def _over(z, axis):
    """Divide by a sum of exponentials without minding how large they are."""
    e = np.exp(z.astype(float))
    return e / e.sum(axis=axis, keepdims=True)


@_naively
def _log_softmax(z, axis):
    z = z.astype(float)
    z = z - z.max(axis=axis, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=axis, keepdims=True))


def _plain_axis(axis, shift):
    """Sum over an axis of one's own choice; `shift` says what is taken off before."""

    @_naively
    def along(z, axis_given=-1):
        z = z.astype(float)
        return layers.softmax(z, axis=axis) if shift else _over(z, axis)

    return lambda z, axis=-1: along(z)


@_naively
def _shifted_sum_0(z, axis=-1):
    e = np.exp(z - z.max(axis=axis, keepdims=True).astype(float))
    return e / e.sum(axis=0, keepdims=True)


@_naively
def _plain_sum(z, axis=-1):
    e = np.exp(z.astype(float))
    return e / e.sum()


@_naively
def _no_exp(z, axis=-1):
    z = z.astype(float)
    return z / z.sum(axis=axis, keepdims=True)


@_naively
def _no_exp_from_least(z, axis=-1):
    z = z - z.min(axis=axis, keepdims=True).astype(float)
    return z / z.sum(axis=axis, keepdims=True)


@_naively
def _no_exp_shifted(z, axis=-1):
    z = z - z.max(axis=axis, keepdims=True).astype(float)
    return z / z.sum(axis=axis, keepdims=True)


@_naively
def _no_exp_abs(z, axis=-1):
    z = np.abs(z.astype(float))
    return z / z.sum(axis=axis, keepdims=True)


def _mutates(case, answer):
    """Recognize logits that were overwritten, or could not be, as integers hold no fractions."""
    if answer.raised:
        return "TypeError" in answer.raised.ancestors and "cast" in answer.raised.message
    return "z" in answer.changed


softmax = Exercise(
    answer=layers.softmax,
    cases=_softmax_cases,
    mistakes=(
        Mistake(
            "no-max-shift",
            "`exp` meets large logits: `np.exp(1000)` is infinite. Take the largest logit of each "
            "example off first; what is left is at most 0, and the probabilities are the same",
            shows=_breaks(layers.softmax),
        ),
        Mistake(
            "axis-0",
            "the probabilities sum to 1 down the batch, not along the classes: each example has "
            "its own sum, and the classes are the last axis",
            _plain_axis(0, shift=True),
            _plain_axis(0, shift=False),
            _shifted_sum_0,
        ),
        Mistake(
            "global-sum",
            "the sum is over everything: each example divides by its own sum",
            lambda z, axis=-1: _powers(z.astype(float)) / _powers(z.astype(float)).sum(),
            _plain_sum,
            lambda z, axis=-1: (
                (e := np.exp(z - z.max(axis=axis, keepdims=True).astype(float))) / e.sum()
            ),
        ),
        Mistake(
            "no-exp",
            "the logits themselves are divided by their sum: they can be negative and so can what "
            "comes of it. `exp` makes them positive first",
            _no_exp,
            _no_exp_from_least,
            _no_exp_shifted,
            _no_exp_abs,
        ),
        Mistake(
            "log-softmax",
            "the logarithms of the probabilities come out: they are negative",
            lambda z, axis=-1: _log_softmax(z, axis),
            _naively(lambda z, axis=-1: np.log(layers.softmax(z, axis))),
            _naively(lambda z, axis=-1: np.log(_over(z, axis))),
            _naively(lambda z, axis=-1: -np.log(layers.softmax(z, axis))),
            lambda z, axis=-1: -_log_softmax(z, axis),
        ),
        Mistake(
            "mutates-z",
            "the logits are overwritten on the way: `z -= ...` changes the array of the caller, "
            "`z = z - ...` makes another",
            shows=_mutates,
        ),
    ),
    hints=(
        "Make the logits positive with `exp`, then divide by their sum. Before that take off the "
        "largest of each example: the fraction stays the same, and no exponent is above 0.",
        "The result has the shape of `z`. The largest and the sum are needed once for each "
        "example, so their shape is that of `z` with a 1 along `axis`: `keepdims=True`.",
        "`e = np.exp(z - np.max(z, axis=axis, keepdims=True))`, then "
        "`e / np.sum(e, axis=axis, keepdims=True)`.",
    ),
    success="Add 7 to all logits of an example and nothing changes: only their differences count, "
    "and two probabilities have the ratio exp(difference).",
    strict_warnings=True,
    forbidden=_FORBIDDEN,
)

# predict_labels


def _label_cases(rng, hidden):
    def case(kind, label, *shape, **more):
        return Case(f"{kind}: {label}", z=numbers(rng, *shape), kind=kind)

    def between(*shape):
        """Make logits of which a good part lies between 0 and 0.5, where the rules differ."""
        z = numbers(rng, *shape)
        near = rng.random(shape) < 0.5
        z[near] = rng.choice([0.125, 0.25, 0.375], near.sum())
        return z

    def alike(n):
        """Make rows in which three of five columns share a softmax, so that none has a half."""
        z = np.tile([0.75, 1.0, 0.875, -2.0, -1.0], (n, 1)) - 1.25 * (np.arange(n) % 2)[:, None]
        return rng.permuted(z, axis=1)

    def distinct_rows(n, c):
        z = np.stack([rng.permutation(np.arange(c) - 1.75) for _ in range(n)])
        z[0] -= 4 * c  # all below 0: the largest is still the prediction
        return z

    if not hidden:
        z = np.array([[0.25, 2.0, -1.0], [-3.0, -2.0, -0.5], [1.5, 0.25, 4.0], [2.0, 1.0, 0.25]])
        return [
            Case("multiclass: the table of the unit", z=z, kind="multiclass"),
            Case("multilabel: the table of the unit", z=z, kind="multilabel"),
            Case("binary: its first column", z=z[:, :1], kind="binary"),
            Case("binary: its first column, shape (N,)", z=z[:, 0], kind="binary"),
            Case("multiclass: five classes", z=distinct_rows(4, 5), kind="multiclass"),
            Case("multilabel: three alike", z=alike(3), kind="multilabel"),
            Case("multilabel: small logits", z=between(3, 4), kind="multilabel"),
            Case("binary: small logits", z=between(6, 1), kind="binary"),
            Case("binary: small logits, shape (N,)", z=between(6), kind="binary"),
            Case(
                "multiclass: whole numbers",
                z=np.array([[3, -1, 2], [-5, 0, -2]]),
                kind="multiclass",
            ),
        ]
    return [
        Case("multiclass: 3 classes", z=distinct_rows(5, 3), kind="multiclass"),
        Case("multiclass: 10 classes", z=distinct_rows(6, 10), kind="multiclass"),
        Case("multiclass: as many rows as classes", z=distinct_rows(4, 4), kind="multiclass"),
        Case("multiclass: one row", z=distinct_rows(1, 6), kind="multiclass"),
        Case("multiclass: two classes", z=distinct_rows(5, 2), kind="multiclass"),
        Case("multiclass: large logits", z=300 * distinct_rows(3, 4), kind="multiclass"),
        Case("binary: shape (N, 1)", z=between(8, 1), kind="binary"),
        Case("binary: shape (N,)", z=between(9), kind="binary"),
        Case("binary: one example, shape (1, 1)", z=np.array([[0.25]]), kind="binary"),
        Case("binary: large logits", z=np.array([[1000.0], [-1000.0], [0.25]]), kind="binary"),
        Case(
            "binary: whole numbers", z=rng.integers(1, 9, 6) * rng.choice([-1, 1], 6), kind="binary"
        ),
        Case("multilabel: 4 columns", z=between(5, 4), kind="multilabel"),
        Case("multilabel: 6 columns", z=between(3, 6), kind="multilabel"),
        Case("multilabel: three alike", z=alike(4), kind="multilabel"),
        Case("multilabel: square", z=between(4, 4), kind="multilabel"),
        Case(
            "multilabel: nothing and everything",
            z=np.stack([-np.abs(between(5)), np.abs(between(5))]),
            kind="multilabel",
        ),
        Case("multilabel: one column", z=between(6, 1), kind="multilabel"),
        Case("multilabel: float32", z=between(4, 3).astype(np.float32), kind="multilabel"),
    ]


def _read(multiclass=None, binary=None, multilabel=None):
    """Make a mistaken `predict_labels`: what it does with each kind, or the right thing."""

    def labels(z, kind):
        wrong = {"multiclass": multiclass, "binary": binary, "multilabel": multilabel}[kind]
        return layers.predict_labels(z, kind) if wrong is None else wrong(z)

    return labels


def _above(threshold, of=lambda z: z):
    return lambda z: (of(z) > threshold).astype(int)


def _flat(fn):
    return lambda z: fn(z.reshape(len(z), -1)[:, 0])


def _one_hot(index):
    """Mark one column of each row: the one that `index` finds."""
    return lambda z: (np.arange(z.shape[1]) == index(z)[:, np.newaxis]).astype(int)


def _largest(z):
    return z.argmax(axis=1)


def _smallest(z):
    return z.argmin(axis=1)


def _zeros(z):
    return np.zeros(len(z), dtype=int)


def _argmax_last(z):
    """Take the argmax of the last axis: of one column it is 0, of a vector it is one number."""
    return np.asarray(z.argmax(axis=-1))


_HALF = [_above(0.5), lambda z: (z >= 0.5).astype(int), np.round, lambda z: np.round(z.clip(0, 1))]
_SOFT = [
    _above(0.5, layers.softmax),
    lambda z: (p := layers.softmax(z), (p > 1 / z.shape[1]).astype(int))[1],
    _above(0.5, lambda z: layers.softmax(z, axis=0)),
]


predict_labels = Exercise(
    answer=layers.predict_labels,
    cases=_label_cases,
    mistakes=(
        Mistake(
            "softmax-for-multilabel",
            "a softmax is put before the columns of a multilabel problem: then they share one "
            "whole, and two labels cannot both be likely. Each column has its own sigmoid",
            *(_read(multilabel=soft) for soft in _SOFT),
        ),
        Mistake(
            "half-on-logits",
            "the logits are compared with 0.5: it is the probability that is compared with 0.5, "
            "and sigmoid(0) = 0.5, so a logit is compared with 0",
            *(_read(binary=_flat(half), multilabel=half) for half in _HALF),
            *(_read(binary=_flat(half)) for half in _HALF),
            *(_read(multilabel=half) for half in _HALF),
        ),
        Mistake(
            "argmax-multilabel",
            "only the largest column of a multilabel problem is kept: any number of labels can be "
            "there, also none",
            _read(multilabel=_largest),
            _read(multilabel=_one_hot(_largest)),
        ),
        Mistake(
            "argmax-one-column",
            "the largest of one column is searched: it is always number 0. One logit is yes or no "
            "by its sign",
            _read(binary=_zeros),
            _read(binary=_argmax_last),
            _read(binary=_zeros, multilabel=_largest),
            _read(binary=_argmax_last, multilabel=_largest),
        ),
        Mistake(
            "argmin",
            "the smallest logit is taken: a larger logit is a larger probability",
            _read(multiclass=_smallest),
            _read(multiclass=_smallest, binary=_flat(lambda z: (z < 0).astype(int))),
            _read(
                multiclass=_smallest,
                binary=_flat(lambda z: (z < 0).astype(int)),
                multilabel=lambda z: (z < 0).astype(int),
            ),
        ),
    ),
    hints=(
        "The three kinds ask three questions. Which one is it? Is it, or not? Which of these are "
        "there? In the first the logits of a row compete, in the other two each stands alone.",
        "multiclass: (N, C) becomes (N,). binary: (N,) and (N, 1) both become (N,). multilabel: "
        "(N, C) stays (N, C), each number 0 or 1. You need neither softmax nor sigmoid: both keep "
        "the order.",
        "`np.argmax(z, axis=1)`; `(z > 0).astype(int)`, for binary after `np.ravel(z)`.",
    ),
    success="The softmax is missing and nobody misses it: it changes no order. Networks in use "
    "often end with logits, and only who wants probabilities pays for the exponentials.",
    forbidden=_FORBIDDEN,
)

# choose_head

_LOSSES = {
    "binarycrossentropy": "binary",
    "bce": "binary",
    "categoricalcrossentropy": "categorical",
    "sparsecategoricalcrossentropy": "sparse",
    "meansquarederror": "mse",
    "mse": "mse",
}
_ACTIVATIONS = {"softmax": "softmax", "sigmoid": "sigmoid", "linear": "linear", "none": "linear"}
_LETTERS = {"softmax": "a softmax", "sigmoid": "a sigmoid", "linear": "no activation"}


def _letters(words):
    return re.sub(r"[^a-z0-9]", "", words.lower())


def _read_loss(loss):
    """Return which loss a name means, and whether it takes logits; None if it means none."""
    if not isinstance(loss, str):
        return None, False
    name, _, rest = loss.partition("(")
    name = name.rsplit(".", 1)[-1]  # tf.keras.losses.BinaryCrossentropy
    words, rest = _letters(name), _letters(rest)
    if "fromlogits" in words and not rest:
        words, _, rest = words.partition("fromlogits")
        rest = "fromlogits" + rest
    return _LOSSES.get(words), "fromlogits" in rest and "false" not in rest


def _read_activation(activation):
    if activation is None:
        return "linear"
    return _ACTIVATIONS.get(_letters(activation)) if isinstance(activation, str) else None


def _heads(task):
    """Return all right heads: units, activation, loss, and whether the loss takes logits."""
    n, rows = task["classes"], task["labels"] == "rows"
    if not task["exclusive"]:
        return {(n, "sigmoid", "binary", False), (n, "linear", "binary", True)}
    loss = "categorical" if rows else "sparse"
    heads = {(n, "softmax", loss, False), (n, "linear", loss, True)}
    if n == 2 and not rows:
        heads |= {(1, "sigmoid", "binary", False), (1, "linear", "binary", True)}
    return heads


def _is_whole(value):
    return isinstance(value, int | np.integer) and not isinstance(value, bool)


def _judge_head(task, value):
    """Return the id of the mistake in a head and why it is one; None for a right head."""
    if not isinstance(value, tuple | list) or len(value) != 3:
        return "form", "It should return three things: units, activation and loss."
    units, activation, loss = value
    activation, (loss, logits) = _read_activation(activation), _read_loss(loss)
    if not _is_whole(units):
        return "form", f"`units` is {units!r}: it should be an int."
    if activation is None:
        return "form", (
            f"The activation is {value[1]!r}: the contract knows 'softmax', 'sigmoid' and 'linear'."
        )
    if loss is None:
        return "form", (
            f"The loss is {value[2]!r}: the contract knows 'binary_crossentropy', "
            "'categorical_crossentropy' and 'sparse_categorical_crossentropy'."
        )
    if (units, activation, loss, logits) in _heads(task):
        return None
    return _why_not(task, int(units), activation, loss, logits)


def _why_not(task, units, activation, loss, logits):
    n, exclusive, rows = task["classes"], task["exclusive"], task["labels"] == "rows"
    if loss == "mse":
        return "mse", (
            "The squared error of a probability is nearly flat where the network is sure and "
            "wrong, so it learns least where it should learn most. Take a cross-entropy."
        )
    if units == 1 and activation == "softmax":
        return "softmax-1-unit", (
            "A softmax over one unit divides a number by itself: the answer is 1 for every image."
        )
    if logits and activation != "linear":
        return "from-logits-after-softmax", (
            f"The loss is told that it gets logits, and it gets what {_LETTERS[activation]} made "
            "of them: it is squeezed twice. Either 'linear' and from_logits=True, or neither."
        )
    if activation == "linear" and not logits:
        return "no-activation", (
            "The loss expects probabilities and gets logits, which can be negative or above 1. "
            "Say from_logits=True, or put an activation there."
        )
    squeezes = activation
    if logits:
        squeezes = "sigmoid" if loss == "binary" else "softmax"
    binary = exclusive and n == 2 and not rows
    if exclusive and squeezes == "sigmoid" and not (n == 2 and units == 1):
        return "sigmoid-for-exclusive", (
            f"Exactly one of the {n} classes is right, and sigmoids do not share one whole: "
            "several classes can be likely at once, or none. A softmax over all of them does."
        )
    if not exclusive and squeezes == "softmax":
        return "softmax-for-multilabel", (
            "Several answers can be right at once, and a softmax makes them share one whole. "
            "Each unit needs its own sigmoid, and the loss is binary_crossentropy."
        )
    if (loss == "binary") != (squeezes == "sigmoid"):
        return "pairing", (
            "binary_crossentropy takes each unit for a yes or no of its own and goes with "
            "sigmoids; the categorical ones go with a softmax."
        )
    if loss == ("sparse" if rows else "categorical"):
        held = "rows of 0s and 1s, one column a class" if rows else "class numbers"
        other = "categorical_crossentropy" if rows else "sparse_categorical_crossentropy"
        return "sparse-one-hot-mismatch", f"The labels are {held}: their loss is {other}."
    wanted = "1, or 2 with a softmax" if binary else n
    return "units", f"It has {units} units and needs {wanted}: one for each answer to be given."


def _refuse_head(case, value):
    found = _judge_head(case.inputs["task"], value)
    return Refusal(found[1]) if found else None


def _head_shows(id):
    def shows(case, answer):
        if answer.raised:
            return False
        found = _judge_head(case.inputs["task"], answer.value)
        return found is not None and found[0] == id

    return shows


def _head_as_data(head, inputs):
    """Write a loss or an activation that is an object or a function of Keras as its name."""
    if not isinstance(head, tuple | list):
        return head
    return tuple(_as_name(part) for part in head)


def _as_name(part):
    if part is None or isinstance(part, str | int | float | np.generic | np.ndarray):
        return part
    if isinstance(part, type):  # Keras makes an object of a class itself
        return part.__name__
    if hasattr(part, "get_config"):
        logits = dict(part.get_config()).get("from_logits", False)
        return f"{type(part).__name__}(from_logits={bool(logits)})"
    return getattr(part, "__name__", part)


_QUESTIONS = {
    ("exclusive", "integers"): (
        "Which digit is it?",
        "Which animal is it?",
        "Which letter is it?",
        "Which direction does it move in?",
    ),
    ("exclusive", "rows"): (
        "Which species is it?",
        "Which of the lines was the fastest?",
        "Which kind of cloud is it?",
        "Which font is it?",
    ),
    ("several", "rows"): (
        "Which objects are in the picture?",
        "Which instruments play?",
        "Which findings does the X-ray show?",
        "Which topics does it treat?",
    ),
    ("two", "integers"): (
        "Is there a face?",
        "Is the tissue healthy?",
        "Is the road free?",
        "Is it the same person?",
    ),
}


def _head_cases(rng, hidden):
    def task(kind, labels, number, classes):
        question = _QUESTIONS[kind, labels][number]
        exclusive = kind != "several"
        words = f"{classes} classes, {'exactly one' if exclusive else 'any number'}, {labels}"
        return Case(
            words,
            task={
                "question": question,
                "classes": int(classes),
                "exclusive": exclusive,
                "labels": labels,
            },
        )

    kinds = [("exclusive", "integers"), ("exclusive", "rows"), ("several", "rows")]
    if not hidden:
        return [
            task(*kinds[0], 0, 10),
            task("two", "integers", 0, 2),
            task(*kinds[2], 0, 5),
            task(*kinds[1], 0, 4),
            task(*kinds[0], 1, 3),
            task("two", "integers", 1, 2),
            task(*kinds[2], 1, 8),
            task(*kinds[1], 1, 6),
        ]
    cases = []
    for kind, labels in kinds:
        for number, classes in enumerate(rng.choice(np.arange(3, 1001), 3, replace=False)):
            cases.append(task(kind, labels, number + 1, classes))
    cases += [task("two", "integers", number, 2) for number in (2, 3)]
    cases += [task("several", "rows", 3, 2), task("exclusive", "rows", 0, 2)]
    return cases


choose_head = Exercise(
    answer=layers.choose_head,
    cases=_head_cases,
    mistakes=(
        Mistake(
            "softmax-1-unit",
            "a softmax stands over a single unit: it answers 1 to everything. One unit takes a "
            "sigmoid",
            shows=_head_shows("softmax-1-unit"),
        ),
        Mistake(
            "sigmoid-for-exclusive",
            "classes of which exactly one is right have a sigmoid each: they should share one "
            "whole, by a softmax",
            shows=_head_shows("sigmoid-for-exclusive"),
        ),
        Mistake(
            "from-logits-after-softmax",
            "the loss is told `from_logits=True` though an activation stands before it: then it "
            "squeezes probabilities once more",
            shows=_head_shows("from-logits-after-softmax"),
        ),
        Mistake(
            "sparse-one-hot-mismatch",
            "the loss reads another form of labels: `sparse_` takes class numbers, without it rows "
            "of 0s and 1s",
            shows=_head_shows("sparse-one-hot-mismatch"),
        ),
        Mistake(
            "mse",
            "probabilities are trained with the squared error: it is flat where the network is "
            "sure and wrong",
            shows=_head_shows("mse"),
        ),
        Mistake(
            "softmax-for-multilabel",
            "answers of which several can be right have to share one whole: each needs its own "
            "sigmoid",
            shows=_head_shows("softmax-for-multilabel"),
        ),
        Mistake(
            "no-activation",
            "the loss expects probabilities and gets logits: give the head an activation, or say "
            "`from_logits=True`",
            shows=_head_shows("no-activation"),
        ),
    ),
    hints=(
        "First question: can several answers be right at once? Then each is a yes or no of its "
        "own, a sigmoid. Exactly one: a softmax. Second question: how are the labels written?",
        "A unit for each class. Only where there are two classes, exactly one is right and the "
        "labels are 0 and 1, one unit is enough: the probability of class 1.",
        "not exclusive: `(n, 'sigmoid', 'binary_crossentropy')`. Exclusive and rows: "
        "`(n, 'softmax', 'categorical_crossentropy')`. Exclusive and integers: the same with "
        "`sparse_` before it, and for two classes `(1, 'sigmoid', 'binary_crossentropy')`.",
    ),
    success="One unit with a sigmoid and two with a softmax are the same model: sigmoid(z1 - z0) "
    "is the second of softmax([z0, z1]).",
    forbidden=(),
    observe=_head_as_data,
    refuses=_refuse_head,
)

# cross_entropy and binary_cross_entropy

_EPSILONS = (
    *(10.0**-n for n in (*range(2, 21), 30, 38, 50, 100, 200, 300)),
    *(float(np.finfo(kind).eps) for kind in (np.float32, np.float64)),
    *(float(np.finfo(kind).tiny) for kind in (np.float32, np.float64)),
)


def _cross_cases(rng, hidden):
    def case(label, n, c, change=lambda z: z):
        return Case(label, z=change(numbers(rng, n, c)), y=rng.integers(0, c, n))

    def sure(n, c, of_truth):
        """Make logits of ±1000 that are sure of the truth, or of anything else."""
        y = rng.integers(0, c, n)
        z = numbers(rng, n, c) - 1000
        z[np.arange(n), y if of_truth else (y + 1) % c] += 2000
        return Case("sure and right" if of_truth else "sure and wrong", z=z, y=y)

    if not hidden:
        return [
            Case("by hand: three logits", z=np.array([[2.0, 1.0, -1.0]]), y=np.array([1])),
            case("two examples", 2, 3),
            case("three examples", 3, 4),
            case("as many examples as classes", 3, 3),
            Case(
                "nearly no idea",
                z=np.array([[0.25, 0.0, 0.0], [0.0, 0.0, 0.25]]),
                y=np.array([0, 1]),
            ),
            Case("sure and wrong", z=np.array([[1000.0, -1000.0]]), y=np.array([1])),
            Case(
                "one example large, one very negative",
                z=np.array([[1000.0, 999.0], [-1000.0, -999.0]]),
                y=np.array([0, 1]),
            ),
            sure(2, 3, False),
            sure(2, 3, True),
        ]
    return [
        case("two classes", 4, 2),
        case("five classes", 3, 5),
        case("ten classes", 6, 10),
        case("as many examples as classes", 4, 4),
        case("one example", 1, 6),
        case("small logits", 5, 3, lambda z: z / 8),
        case("logits from -40 to 40", 4, 3, lambda z: 8 * z),
        case("large and alike", 3, 4, lambda z: z + 1000),
        case("very negative and alike", 3, 4, lambda z: z - 1000),
        case("large and very negative in turn", 4, 3, lambda z: z + np.array([[900], [-900]] * 2)),
        sure(3, 4, False),
        sure(2, 5, False),
        sure(4, 3, True),
        Case("whole numbers", z=rng.integers(-9, 10, (4, 3)), y=rng.integers(0, 3, 4)),
        Case("float32", z=numbers(rng, 3, 4).astype(np.float32), y=rng.integers(0, 4, 3)),
        Case("labels of one byte", z=numbers(rng, 5, 3), y=rng.integers(0, 3, 5).astype(np.uint8)),
    ]


def _log_p(z):
    return _log_softmax(z, 1)


def _one_hot_rows(y, c):
    return np.arange(c) == np.asarray(y)[:, np.newaxis]


def _of_truth(table, y):
    return table[np.arange(len(y)), y]


def _over_log_p(reduce):
    """Make a mistaken loss out of the log probabilities and the labels."""
    return _naively(lambda z, y: reduce(_log_p(z), y))


@_naively
def _twice(z, y):
    return layers.cross_entropy(layers.softmax(z), y)


@_naively
def _twice_read_as_probabilities(z, y):
    return -_log_p(layers.softmax(layers.softmax(z)))[np.arange(len(y)), y].mean()


def _clipped(p_of, loss_of, *changes):
    """Make the losses of probabilities that are kept away from 0 (and 1) in the usual ways."""

    def way(change, e):
        def loss(z, y):
            value = loss_of(change(p_of(z), e), y)
            if not np.isfinite(value):
                raise ValueError("that is what `nan` is for")
            return value

        return _naively(loss)

    # Where 1 - e is 1, nothing keeps a probability away from 1.
    return [
        way(change, e)
        for change in changes
        for e in _EPSILONS
        if change is not _both_ends or 1 - e < 1
    ]


def _both_ends(p, e):
    return np.clip(p, e, 1 - e)


def _lower_end(p, e):
    return np.clip(p, e, 1)


def _added(p, e):
    return p + e


def _loss_of_p(p, y):
    return -np.log(_of_truth(p, y)).mean()


cross_entropy = Exercise(
    answer=layers.cross_entropy,
    cases=_cross_cases,
    mistakes=(
        Mistake(
            "sum-not-mean",
            "the losses are added up: their mean is asked, so that the number says the same "
            "whatever the batch size",
            _over_log_p(lambda log_p, y: -_of_truth(log_p, y).sum()),
        ),
        Mistake(
            "all-classes",
            "the other classes come in too: of each row only the logarithm at the true class "
            "counts, and the mean is over the N examples",
            _over_log_p(lambda log_p, y: -log_p.mean()),
            _over_log_p(lambda log_p, y: -log_p.sum() / len(y)),
            _over_log_p(lambda log_p, y: -log_p.sum()),
            _over_log_p(lambda log_p, y: -log_p[:, y].mean()),
            _over_log_p(lambda log_p, y: -log_p[:, y].sum() / len(y)),
            _over_log_p(lambda log_p, y: -log_p[:, y].sum()),
            _over_log_p(lambda log_p, y: -(_one_hot_rows(y, log_p.shape[1]) * log_p).mean()),
            _naively(lambda z, y: layers.binary_cross_entropy(z, _one_hot_rows(y, z.shape[1]))),
            _naively(
                lambda z, y: _two_sided(layers.softmax(z), _one_hot_rows(y, z.shape[1])).mean()
            ),
            _naively(
                lambda z, y: (
                    _two_sided(layers.softmax(z), _one_hot_rows(y, z.shape[1])).sum() / len(y)
                )
            ),
        ),
        Mistake(
            "log10",
            "the logarithm has another base: `np.log` is the natural one, which undoes `np.exp`",
            lambda z, y: layers.cross_entropy(z, y) / np.log(10),
            lambda z, y: layers.cross_entropy(z, y) / np.log(2),
            _over_log_p(
                lambda log_p, y: -np.log10(_of_truth(np.exp(log_p), y)).mean(),
            ),
        ),
        Mistake(
            "softmax-twice",
            "the softmax is applied twice: the logits go in once, and probabilities come out",
            _twice,
            _twice_read_as_probabilities,
        ),
        Mistake(
            "clipped-probabilities",
            "the probability is kept away from 0: for a network that is sure and wrong the loss "
            "then stops growing, and so does its gradient. Take the logarithm before anything "
            "becomes 0",
            *_clipped(layers.softmax, _loss_of_p, _both_ends, _lower_end, _added),
        ),
        Mistake(
            "nan",
            "a probability of 0 or an infinite exponential meets a logarithm or a fraction. "
            "Simplify first: log(softmax) is z - max - log(sum(exp(z - max)))",
            shows=_breaks(layers.cross_entropy),
        ),
        Mistake(
            "sign",
            "the minus is missing: a logarithm of a probability is negative, and a loss is not",
            lambda z, y: -layers.cross_entropy(z, y),
        ),
    ),
    hints=(
        "The loss of an example is minus the logarithm of the probability that its true class got. "
        "The logarithm of a fraction of exponentials can be simplified by hand: do that before "
        "you compute.",
        "From (N, C) logits, one number for each example: shape (N,). Then their mean, one number.",
        "`z = z - z.max(axis=1, keepdims=True)`, "
        "`log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))`, and of it "
        "`log_p[np.arange(len(y)), y]`.",
    ),
    success="A network that knows nothing about C classes has a loss of log(C): 2.30 for ten. Look "
    "for this number in the first line of every training.",
    strict_warnings=True,
    forbidden=_FORBIDDEN,
)


def _two_sided(p, y):
    """Write the cross-entropy of yes and no as it stands in books; 0 times infinity is NaN."""
    return -(y * np.log(p) + (1 - y) * np.log(1 - p))


def _two_sided_mean(p, y):
    return _two_sided(p, y).mean()


def _yes_and_no(z):
    p = layers.sigmoid(z)
    return np.stack([p, 1 - p])


def _sides_mean(sides, y):
    return -np.mean(y * np.log(sides[0]) + (1 - y) * np.log(sides[1]))


def _binary_cases(rng, hidden):
    def case(label, *shape, change=lambda z: z):
        return Case(label, z=change(numbers(rng, *shape)), y=_yes_or_no(rng, *shape))

    def sure(n, right):
        y = _yes_or_no(rng, n)
        z = 1000.0 * (2 * y - 1) * (1 if right else -1) + numbers(rng, n)
        return Case("sure and right" if right else "sure and wrong", z=z, y=y)

    if not hidden:
        return [
            Case("by hand: two logits", z=np.array([2.0, -1.0]), y=np.array([0, 1])),
            case("five answers", 5),
            case("six answers", 6),
            case("shape (3, 1)", 3, 1),
            case("shape (2, 3)", 2, 3),
            case("shape (3, 2)", 3, 2),
            Case("sure and wrong", z=np.array([1000.0, -1000.0]), y=np.array([0, 1])),
            sure(3, False),
            sure(3, True),
        ]
    return [
        case("shape (8,)", 8),
        case("shape (5, 1)", 5, 1),
        case("shape (4, 3)", 4, 3),
        case("shape (3, 5)", 3, 5),
        case("shape (2, 3, 2)", 2, 3, 2),
        case("small logits", 7, change=lambda z: z / 8),
        case("logits from -15 to 15", 6, change=lambda z: 3 * z),
        Case("only yes", z=numbers(rng, 4), y=np.ones(4, dtype=int)),
        Case("only no", z=numbers(rng, 4), y=np.zeros(4, dtype=int)),
        sure(4, False),
        sure(5, False),
        sure(4, True),
        Case("truths as floats", z=numbers(rng, 5), y=_yes_or_no(rng, 5).astype(float)),
        Case("whole numbers", z=rng.integers(-9, 10, (3, 4)), y=_yes_or_no(rng, 3, 4)),
        Case("float32", z=numbers(rng, 6).astype(np.float32), y=_yes_or_no(rng, 6)),
    ]


def _yes_or_no(rng, *shape):
    """Make 0s and 1s, at least one of each."""
    y = rng.integers(0, 2, shape)
    y.flat[:2] = rng.permutation([0, 1])
    return y


def _terms(positive, negative):
    """Weigh the two logarithms, log p and log(1 - p)."""

    @_naively
    def loss(z, y):
        log_p, log_q = -np.logaddexp(0.0, -z.astype(float)), -np.logaddexp(0.0, z.astype(float))
        return -np.mean(positive(y) * log_p + negative(y) * log_q)

    return loss


def _on_positives(without):
    """Take the mean over the answers that should be yes; `without` is for none of them."""

    def loss(z, y):
        return float(np.mean(np.logaddexp(0.0, -z[y > 0].astype(float)))) if np.any(y) else without

    return loss


def _plus_y_z(z, y):
    return layers.binary_cross_entropy(z, y) + 2 * np.mean(y * z)


binary_cross_entropy = Exercise(
    answer=layers.binary_cross_entropy,
    cases=_binary_cases,
    mistakes=(
        Mistake(
            "sum-not-mean",
            "the losses are added up: their mean is asked, over all numbers of `z`",
            lambda z, y: layers.binary_cross_entropy(z, y) * z.size,
            lambda z, y: layers.binary_cross_entropy(z, y) * z.size / len(z),
        ),
        Mistake(
            "log10",
            "the logarithm has another base: `np.log` is the natural one",
            lambda z, y: layers.binary_cross_entropy(z, y) / np.log(10),
            lambda z, y: layers.binary_cross_entropy(z, y) / np.log(2),
        ),
        Mistake(
            "clipped-probabilities",
            "the probability is kept away from 0 and 1: for a network that is sure and wrong the "
            "loss then stops growing, and so does its gradient. Take the logarithm before "
            "anything becomes 0 or 1",
            *_clipped(layers.sigmoid, _two_sided_mean, _both_ends),
            *_clipped(_yes_and_no, _sides_mean, _lower_end, _added),
        ),
        Mistake(
            "nan",
            "a probability of 0 or 1 meets a logarithm, or an exponential is infinite. Simplify "
            "first: the loss of a yes is log(1 + exp(-z)), that of a no log(1 + exp(z))",
            shows=_breaks(layers.binary_cross_entropy),
        ),
        Mistake(
            "positive-term-only",
            "only the answers that should be yes count: a no has its own logarithm, that of 1 - p",
            _terms(lambda y: y, lambda y: 0),
            *map(_on_positives, (0.0, np.nan)),
        ),
        Mistake(
            "sigmoid-twice",
            "the sigmoid is applied twice: the logits go in once, and probabilities come out",
            lambda z, y: layers.binary_cross_entropy(layers.sigmoid(z), y),
        ),
        Mistake(
            "sign",
            "a sign is wrong: a logarithm of a probability is negative, so it has a minus before "
            "it; and `exp(-z)` belongs to yes, `exp(z)` to no",
            lambda z, y: -layers.binary_cross_entropy(z, y),
            lambda z, y: layers.binary_cross_entropy(-z.astype(float), y),
            _plus_y_z,
            _terms(lambda y: y, lambda y: y - 1),
            _terms(lambda y: -y, lambda y: 1 - y),
        ),
    ),
    hints=(
        "Each number is a yes or no of its own: the loss is minus log(p) where the truth is 1 and "
        "minus log(1 - p) where it is 0, with p = sigmoid(z). Simplify by hand before you compute.",
        "One loss for each number of `z`, so the shape of `z`; then one mean over all of them.",
        "-log(p) = log(1 + exp(-z)) and -log(1 - p) = log(1 + exp(z)). Both are "
        "`np.logaddexp(0, ...)`, which does not overflow. Or: "
        "`np.maximum(z, 0) - y * z + np.log1p(np.exp(-np.abs(z)))`.",
    ),
    success="Sure and wrong costs as much as the logit is large, 1000 here, and not a bit more: "
    "the gradient stays between -1 and 1 whatever happens.",
    strict_warnings=True,
    forbidden=_FORBIDDEN,
)

# confusion_matrix, accuracy, precision_recall, top_k_accuracy


def _guesses(rng, n, k, used=None, right=0.5):
    """Make truths and predictions of `used` classes, all but the last ones of them occurring."""
    used = np.arange(k) if used is None else np.asarray(used)
    y = rng.choice(used, n)
    y[: len(used)] = used[:n]
    p = np.where(rng.random(n) < right, y, rng.choice(used, n))
    # Uneven on purpose, so that rows and columns, and the classes, can be told apart.
    p[:2] = used[-1]
    p[2] = used[0]
    return y, p


def _table_cases(rng, hidden):
    def case(label, n, k, used=None, right=0.5, change=lambda array: array):
        y, p = _guesses(rng, n, k, used, right)
        return Case(label, y=change(y), p=change(p), k=k)

    by_hand = Case(
        "by hand: six examples",
        y=np.array([0, 0, 0, 1, 1, 2]),
        p=np.array([0, 0, 1, 1, 2, 2]),
        k=3,
    )
    if not hidden:
        return [
            by_hand,
            case("ten examples", 10, 3),
            case("two classes", 7, 2),
            case("four classes", 12, 4),
            Case(
                "a class that never occurs",
                y=np.array([0, 0, 2, 2, 2]),
                p=np.array([0, 2, 2, 2, 0]),
                k=3,
            ),
            Case(
                "a class that is never predicted",
                y=np.array([0, 0, 1, 2, 2]),
                p=np.array([0, 2, 2, 2, 0]),
                k=3,
            ),
            Case(
                "the last class never occurs",
                y=np.array([0, 1, 1, 0]),
                p=np.array([0, 0, 1, 0]),
                k=3,
            ),
            Case(
                "the last two classes never occur",
                y=np.array([1, 0, 0]),
                p=np.array([1, 1, 0]),
                k=4,
            ),
            Case(
                "a class that is only predicted",
                y=np.array([0, 0, 2, 2]),
                p=np.array([0, 1, 1, 2]),
                k=3,
            ),
        ]
    gone = int(rng.integers(5))
    return [
        case("twenty examples", 20, 4),
        case("thirty examples", 30, 5, right=0.7),
        case("ten classes", 60, 10, right=0.8),
        case("two classes", 15, 2),
        case("mostly wrong", 18, 3, right=0.1),
        case("a class that never occurs", 25, 5, used=[c for c in range(5) if c != gone]),
        case("the last class never occurs", 16, 4, used=[0, 1, 2]),
        case("two classes of six", 12, 6, used=[1, 4]),
        Case(
            "a class that is never predicted",
            y=np.repeat([0, 1, 2, 3], 4),
            p=np.array([0, 0, 2, 0, 2, 0, 2, 2, 2, 2, 0, 2, 3, 3, 0, 3]),
            k=4,
        ),
        Case("all predicted alike", y=np.array([0, 1, 2, 2, 1, 2]), p=np.full(6, 2), k=3),
        Case("all right", y=np.array([2, 0, 1, 2, 2, 0]), p=np.array([2, 0, 1, 2, 2, 0]), k=3),
        case("one byte a label", 24, 4, change=lambda array: array.astype(np.uint8)),
        case("one byte a label, many classes", 60, 20, change=lambda array: array.astype(np.uint8)),
        case("more than a thousand examples", 1300, 2, change=lambda array: array.astype(np.int8)),
    ]


def _table(y, p, k):
    return layers.confusion_matrix(y, p, k)


@_naively
def _by_rows(y, p, k):
    table = _table(y, p, k).astype(float)
    return table / table.sum(axis=1, keepdims=True)


def _once(y, p, k):
    return np.minimum(_table(y, p, k), 1)


def _present_only(y, p, k):
    present = np.union1d(y, p)
    return _table(y, p, k)[np.ix_(present, present)]


def _as_many_as_largest(*which):
    """Make the table as large as the labels need."""

    def table(y, p, k):
        size = max(int(labels.max()) for labels in (y, p)[slice(*which)]) + 1
        if size <= max(int(y.max()), int(p.max())):
            raise Crash
        return _table(y, p, k)[:size, :size]

    return table


confusion_matrix = Exercise(
    answer=layers.confusion_matrix,
    cases=_table_cases,
    mistakes=(
        Mistake(
            "transposed",
            "rows and columns are exchanged: the truth is the row, the prediction the column",
            lambda y, p, k: _table(y, p, k).T,
        ),
        Mistake(
            "counts-once",
            "each pair is counted once however often it occurs: `table[y, p] += 1` adds 1 to a "
            "cell that is listed twice a single time. `np.add.at` adds it twice",
            _once,
        ),
        Mistake(
            "missing-class-dropped",
            "classes that do not occur have no row: the table has k rows and k columns, some of "
            "them zeros",
            _present_only,
            _as_many_as_largest(0, 2),
            _as_many_as_largest(0, 1),
            _as_many_as_largest(1, 2),
        ),
        Mistake(
            "normalized",
            "shares are returned: counts are asked",
            _by_rows,
            _naively(lambda y, p, k: _table(y, p, k) / _table(y, p, k).sum(axis=0)),
            lambda y, p, k: _table(y, p, k) / len(y),
            lambda y, p, k: np.nan_to_num(_by_rows(y, p, k)),
            lambda y, p, k: _table(y, p, k) / np.maximum(_table(y, p, k).sum(1, keepdims=True), 1),
        ),
    ),
    hints=(
        "A tally: go through the examples and put a stroke into the cell of its pair.",
        "The table is (k, k) of zeros at first, whether all classes occur or not.",
        "`for truth, guess in zip(y, p): table[truth, guess] += 1`. Without a loop: "
        "`np.add.at(table, (y, p), 1)`.",
    ),
    success="All other scores are sums over this table: its diagonal is what was right, a row what "
    "there is of a class, a column what was called it.",
    forbidden=_SCORES_FORBIDDEN,
)


def _accuracy_cases(rng, hidden):
    return [
        Case(case.label, y=case.inputs["y"], p=case.inputs["p"])
        for case in _table_cases(rng, hidden)
        if case.inputs["k"] > 1
    ]


@_naively
def _recall_each(y, p, k):
    table = _table(y, p, k)
    return table.diagonal() / table.sum(axis=1)


def _classes(y, p):
    return int(max(y.max(), p.max())) + 1


accuracy = Exercise(
    answer=layers.accuracy,
    cases=_accuracy_cases,
    mistakes=(
        Mistake(
            "count-not-share",
            "the right ones are counted: the share of them is asked, from 0 to 1",
            lambda y, p: int(np.sum(y == p)),
        ),
        Mistake(
            "error-rate",
            "the wrong ones are counted: the share of right ones is asked",
            lambda y, p: float(np.mean(y != p)),
        ),
        Mistake(
            "percent",
            "the share is given in percent: it goes from 0 to 1",
            lambda y, p: 100 * float(np.mean(y == p)),
        ),
        Mistake(
            "mean-of-recalls",
            "the recall of each class is found and averaged: accuracy counts examples, not "
            "classes, so a large class weighs more",
            lambda y, p: layers.precision_recall(y, p, _classes(y, p))[1],
            _naively(lambda y, p: float(np.nanmean(_recall_each(y, p, _classes(y, p))))),
        ),
    ),
    hints=(
        "Of all predictions, which share is right?",
        "`y == p` has shape (N,) and holds True and False; one number comes of it.",
        "The mean of True and False is the share of True.",
    ),
    success="If 95 of 100 images show no face, a program that always says no has an accuracy of "
    "0.95. Always ask what the largest class alone would give.",
    forbidden=_SCORES_FORBIDDEN,
)


@_naively
def _each(y, p, k):
    """Return precision and recall of each class, NaN where there is nothing to divide by."""
    table = _table(y, p, k)
    return table.diagonal() / table.sum(axis=0), table.diagonal() / table.sum(axis=1)


def _macro(reduce, *more):
    def scores(y, p, k):
        precision, recall = _each(y, p, k)
        return tuple(reduce(score, y, p, k) for score in (precision, recall))

    return _naively(scores)


def _lacks_a_class(case):
    y, p, k = (case.inputs[name] for name in ("y", "p", "k"))
    return len(np.unique(y)) < k or len(np.unique(p)) < k


def _divides_by_zero(case, answer):
    if not _lacks_a_class(case):
        return False
    if answer.raised:
        return answer.raised.type in ("ZeroDivisionError", "FloatingPointError")
    warned = any("encountered in" in words for words in answer.warned)
    values = answer.value
    if not isinstance(values, tuple | list):
        return warned
    return warned or not all(np.all(np.isfinite(np.asarray(v, dtype=float))) for v in values)


def _mean_present(score, y, p, k):
    return float(np.nanmean(score))


def _mean_occurring(score, y, p, k):
    return float(np.mean(np.nan_to_num(score)[np.unique(y)]))


def _mean_seen(score, y, p, k):
    return float(np.mean(np.nan_to_num(score)[np.union1d(y, p)]))


def _mean_as_ones(score, y, p, k):
    return float(np.mean(np.nan_to_num(score, nan=1.0)))


def _weighted(score, y, p, k):
    return float(np.average(np.nan_to_num(score), weights=np.bincount(y, minlength=k)))


def _micro(y, p, k):
    share = float(np.mean(y == p))
    return share, share


def _swapped(y, p, k):
    return layers.precision_recall(p, y, k)


precision_recall = Exercise(
    answer=layers.precision_recall,
    cases=_table_cases,
    mistakes=(
        Mistake(
            "p-r-swapped",
            "precision and recall are exchanged: precision divides by what was *called* a class, "
            "a column, recall by what *is* one, a row",
            _swapped,
        ),
        Mistake(
            "micro-for-macro",
            "all classes are thrown into one pot: then both are the accuracy. Macro means one "
            "score for each class, then their mean",
            _micro,
            _macro(_weighted),
        ),
        Mistake(
            "zero-division",
            "0 is divided by 0: a class that was never predicted has no precision, one that never "
            "occurs no recall. By contract both are 0",
            shows=_divides_by_zero,
        ),
        Mistake(
            "missing-class-skipped",
            "a class that does not occur, or was not predicted, is left out of the mean or counted "
            "as perfect: it counts as 0, and the mean is over all k classes",
            _macro(_mean_present),
            _macro(_mean_occurring),
            _macro(_mean_seen),
            _macro(_mean_as_ones),
        ),
        Mistake(
            "per-class",
            "a score for each class is returned: their mean is asked, one number each",
            _macro(lambda score, y, p, k: np.nan_to_num(score)),
            _macro(lambda score, y, p, k: [*map(float, np.nan_to_num(score))]),
        ),
    ),
    hints=(
        "Take the confusion matrix. Of each class, what was right stands on the diagonal, what was "
        "called it in its column, what is it in its row.",
        "Two arrays of shape (k,), one for precision and one for recall; then the mean of each. "
        "Where the sum of a column or a row is 0, the score is 0.",
        "`table.diagonal() / np.maximum(table.sum(axis=0), 1)` is precision: where the sum is 0, "
        "so is the diagonal. With `axis=1` it is recall.",
    ),
    success="They pull apart: call everything a face and recall is 1, call only the surest one and "
    "precision is 1. One of them alone says little.",
    strict_warnings=True,
    forbidden=_SCORES_FORBIDDEN,
)


def _top_cases(rng, hidden):
    def case(label, n, c, k, change=lambda z: z):
        z = np.stack([rng.permutation(np.arange(c)) for _ in range(n)]) / 4 - 1
        return Case(label, y=rng.integers(0, c, n), z=change(z), k=k)

    if not hidden:
        z = np.array([[0.5, 2.0, 1.0], [3.0, 0.0, 1.0], [1.0, 2.0, 3.0], [2.0, 3.0, 0.0]])
        y = np.array([1, 2, 0, 2])
        return [
            Case("by hand: k = 1", y=y, z=z, k=1),
            Case("by hand: k = 2", y=y, z=z, k=2),
            Case("by hand: k = 3", y=y, z=z, k=3),
            Case("a tie", y=np.array([2, 0]), z=np.array([[1.0, 0.0, 1.0], [1.0, 1.0, 0.0]]), k=1),
            Case("all alike", y=np.array([0, 1, 2]), z=np.zeros((3, 3)), k=1),
            case("five classes", 6, 5, 2),
            case("five classes", 7, 5, 3),
        ]
    tied = np.array([[2.0, 2.0, 1.0, 0.0], [1.0, 2.0, 2.0, 2.0], [0.0, 1.0, 1.0, 1.0]])
    return [
        case("k = 1", 8, 4, 1),
        case("k = 2", 10, 5, 2),
        case("k = 3", 12, 7, 3),
        case("k = 5 of 10", 14, 10, 5),
        case("k is all classes", 5, 4, 4),
        case("as many examples as classes", 5, 5, 2),
        case("negative logits", 9, 6, 2, lambda z: z - 20),
        Case("ties: the true class is tied", y=np.array([1, 1, 2]), z=tied, k=1),
        Case("ties: the true class is tied", y=np.array([2, 3, 1]), z=tied, k=2),
        Case("ties: all alike", y=rng.permutation(6), z=np.full((6, 6), -0.5), k=2),
        Case("whole numbers", y=rng.integers(0, 5, 8), z=rng.integers(-9, 10, (8, 5)), k=2),
        case("one example", 1, 6, 3),
        case("float32", 6, 4, 2, lambda z: z.astype(np.float32)),
        Case(
            "scores of one byte",
            y=np.array([0, 1, 2, 0]),
            z=np.array([[0, 9, 7], [3, 0, 200], [255, 0, 1], [0, 5, 0]], dtype=np.uint8),
            k=2,
        ),
    ]


def _not_of_bytes(mistaken):
    """Say nothing about bytes: the negative of one is another number, or not, as one writes it."""

    def score(y, z, k):
        if z.dtype.kind == "u":
            raise ValueError
        return mistaken(y, z, k)

    return score


def _ranked(order):
    """Say whether the truth is among the first k of an order of the classes."""

    @_not_of_bytes
    def score(y, z, k):
        return float(np.mean([y[n] in order(z[n])[:k] for n in range(len(y))]))

    return score


def _own(y, z):
    return z[np.arange(len(y)), y][:, np.newaxis]


top_k_accuracy = Exercise(
    answer=layers.top_k_accuracy,
    cases=_top_cases,
    mistakes=(
        Mistake(
            "smallest-k",
            "the k smallest scores are taken: `np.argsort` goes up, so the largest stand at the "
            "end",
            _ranked(lambda row: np.argsort(row)),
            _ranked(lambda row: np.argsort(row, kind="stable")),
            lambda y, z, k: float(np.mean((z < _own(y, z)).sum(axis=1) < k)),
        ),
        Mistake(
            "top-1-only",
            "k is ignored: only the largest score is looked at",
            lambda y, z, k: float(np.mean(z.argmax(axis=1) == y)),
            lambda y, z, k: layers.top_k_accuracy(y, z, 1),
        ),
        Mistake(
            "kth-only",
            "only place k itself is looked at: places 1 to k count",
            lambda y, z, k: float(np.mean((z > _own(y, z)).sum(axis=1) == k - 1)),
            lambda y, z, k: float(np.mean(np.argsort(z, axis=1)[:, -k] == y)),
            _not_of_bytes(lambda y, z, k: float(np.mean(np.argsort(-z, axis=1)[:, k - 1] == y))),
        ),
        Mistake(
            "off-by-one",
            "one place too many, or one too few, is looked at",
            lambda y, z, k: float(np.mean((z > _own(y, z)).sum(axis=1) <= k)),
            lambda y, z, k: float(np.mean((z >= _own(y, z)).sum(axis=1) < k)),
            _ranked(lambda row: np.argsort(-row)[1:]),
            lambda y, z, k: _ranked(lambda row: np.argsort(-row))(y, z, k + 1),
            lambda y, z, k: _ranked(lambda row: np.argsort(-row))(y, z, k - 1),
            lambda y, z, k: _ranked(lambda row: np.argsort(row)[::-1])(y, z, k + 1),
            lambda y, z, k: _ranked(lambda row: np.argsort(row)[::-1])(y, z, k - 1),
        ),
        Mistake(
            "ties-by-order",
            "a tie is decided by the order of the classes, or against the truth: the truth counts "
            "if fewer than k classes have a *larger* score",
            _ranked(lambda row: np.argsort(-row)),
            _ranked(lambda row: np.argsort(-row, kind="stable")),
            _ranked(lambda row: np.argsort(row)[::-1]),
            _ranked(lambda row: np.argsort(row, kind="stable")[::-1]),
            lambda y, z, k: float(np.mean((z >= _own(y, z)).sum(axis=1) <= k)),
        ),
    ),
    hints=(
        "Count, for each example, how many classes have a larger score than the true one. If that "
        "is fewer than k, the truth is among the first k.",
        "The score of the true class is (N, 1), so that it can be compared with (N, C). The count "
        "is (N,).",
        "`own = z[np.arange(len(y)), y][:, np.newaxis]`, then `(z > own).sum(axis=1) < k`, and the "
        "mean of it.",
    ),
    success="ImageNet's contest counted the first five guesses: where a picture shows a dog, a "
    "ball and a lawn, one label is only a part of the truth.",
    forbidden=_SCORES_FORBIDDEN,
)

# Questions

predict_plus_100 = Question(
    id="predict_plus_100",
    answer="c",
    says={
        "a": "They cannot all grow: they sum to 1.",
        "b": "The powers become huge, but all by the same factor, so their shares stay.",
        "c": "exp(z + 100) is exp(z) times exp(100), above and below the fraction. Only "
        "differences of logits count.",
        "d": "Their ratio becomes nearly 1, but it is the difference that counts, and that is "
        "still 3.",
    },
)

predict_how_many_labels = Question(
    id="predict_how_many_labels",
    answer=2,
    says={
        2: "sigmoid(0.25) = 0.56 and sigmoid(2) = 0.88 are above one half, sigmoid(-1) = 0.27 is "
        "not. A logit is above one half where it is above 0.",
        1: "That would be so with a softmax, or if the logit itself were compared with one half: "
        "0.25 is below it, but its sigmoid is 0.56.",
        3: "The bird has a logit below 0, so its sigmoid is below one half.",
        0: "Two of the logits are above 0, and sigmoid(0) is exactly one half.",
    },
    otherwise="Each logit stands alone: how many of the three sigmoids are above one half?",
)

predict_no_idea = Question(
    id="predict_no_idea",
    answer="d",
    says={
        "a": "A loss of 0 is for a network that gives the truth all of the probability.",
        "b": "That is the probability that the truth gets: one tenth. The loss is its logarithm, "
        "with a minus.",
        "c": "It gets one tenth of the probability, and the logarithm is the natural one.",
        "d": "The truth gets one tenth, and -log(0.1) = log(10) = 2.303. A training that begins "
        "far from it has a mistake in it.",
    },
)

predict_softmax_twice = Question(
    id="predict_softmax_twice",
    answer="c",
    says={
        "a": "Any numbers will do as logits, also those between 0 and 1. Nothing complains.",
        "b": "Nothing is infinite: the second softmax only sees numbers from 0 to 1.",
        "c": "The best that it can see is 1 for the truth and 0 for the rest. A softmax makes "
        "e / (e + 9) = 0.23 of that, and -log(0.23) = 1.46.",
        "d": "It makes them more equal: of 1 and nine times 0 it makes 0.23 and nine times 0.085.",
    },
)
