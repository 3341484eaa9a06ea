"""Unit 09: cases, mistakes, hints and questions of the backward pass and of training."""

import itertools

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
    Seeded,
    Written,
    numbers,
)
from cnnbasics.exercises import wrong_backward as wrong

_FORBIDDEN = (
    *(name for name in READY_MADE if name != "cnnbasics.layers"),
    "cnnbasics.layers.backward",
    "cnnbasics.layers.counterexample",
    "cnnbasics.layers.training",
)
"""The course's forward passes may be called in this unit, its backward passes may not."""


def _look(value, right, rtol=1e-7, atol=1e-9):
    """Compare an array with the right one: None, or why it is refused."""
    if not isinstance(value, np.ndarray) and right.ndim:
        why = f"It should return an array, and it returns a {type(value).__name__}."
        return Refusal(why, right, value)
    found = np.asarray(value)
    if found.shape != right.shape:
        why = f"The shape should be {right.shape}, and it is {found.shape}."
        return Refusal(why, right, value)
    if found.dtype.kind not in "fiu":
        return Refusal(f"It should hold floats, and it holds {found.dtype}.", right, value)
    if found.dtype.kind == "f" and found.dtype.itemsize < 8:
        rtol, atol = max(rtol, 1e-4), max(atol, 1e-6)
    wrong_ones = ~np.isclose(found, right, rtol=rtol, atol=atol)
    if np.any(wrong_ones):
        why = f"{wrong_ones.sum()} of {found.size} numbers are wrong; the shape is right."
        return Refusal(why, right, value)
    return None


# numerical_gradient


_SQUARES = "lambda x: np.sum(x**2)"
_PRODUCT = "lambda x: np.prod(x) + x.flat[0] ** 2"
_PAIRS = "lambda x: np.sum(x.ravel()[1:] * x.ravel()[:-1]) + np.sum(x**2)"
_CUBES = "lambda x: np.sum(x**3)"
_TURNED = "lambda x: x.reshape(-1)[::-1]"
_NEIGHBORS = "lambda x: x[1:] * x[:-1]"
_TABLE = "lambda x: np.outer(x, x) + x**2"
_ROWS = "lambda x: (x**2).sum(axis=0) + x[0] * x[-1]"


def _numerical_cases(rng, hidden):
    def case(label, text, x, dout=None, h=None):
        inputs = {"f": Written(text), "x": x}
        if dout is not None or h is not None:  # by position h comes after dout
            inputs["dout"] = None if dout is None else numbers(rng, *dout)
        if h is not None:
            inputs["h"] = h
        return Case(label, **inputs)

    def whole(*shape):
        return rng.integers(1, 7, shape) * rng.choice([-1, 1], shape)

    if not hidden:
        return [
            case("by hand: 3 squared minus its neighbor", _SQUARES, np.array([3.0, -1.0])),
            case("a large step", _SQUARES, numbers(rng, 3), h=0.5),
            case("each number meets its neighbor", _PAIRS, numbers(rng, 4), h=0.25),
            case("a matrix", _PAIRS, numbers(rng, 2, 3), h=0.01),
            case("a product", _PRODUCT, numbers(rng, 3)),
            case("whole numbers", _SQUARES, np.array([3, -2, 5])),
            case("whole numbers", _PAIRS, whole(2, 2)),
            case("with `dout`", "lambda x: x**2", numbers(rng, 3), (3,)),
            case("with `dout` of another shape", _NEIGHBORS, numbers(rng, 4), (3,), 0.5),
            case("with `dout`, a matrix", _TABLE, numbers(rng, 3), (3, 3), 0.1),
            case("four axes", "lambda x: np.sum(np.sin(x))", numbers(rng, 1, 2, 2, 1)),
            case("a large step on a curve", _CUBES, numbers(rng, 2), h=0.5),
            case("`f` gives a view of `x`", _TURNED, numbers(rng, 2, 2), (4,)),
        ]
    return [
        case("a vector", _PAIRS, numbers(rng, 6), h=0.5),
        case("a matrix", _PAIRS, numbers(rng, 3, 2), h=0.125),
        case("three axes", _PAIRS, numbers(rng, 2, 2, 3)),
        case("four axes", _PAIRS, numbers(rng, 2, 1, 3, 2), h=1e-3),
        case("a product", _PRODUCT, numbers(rng, 4)),
        case("a smooth curve", "lambda x: np.sum(np.sin(x) + x**3 / 9)", numbers(rng, 5)),
        case("a kink where nobody is", "lambda x: np.sum(np.abs(x))", numbers(rng, 5)),
        case("whole numbers", _PAIRS, whole(4)),
        case("whole numbers", _SQUARES, whole(2, 3), h=0.5),
        case("whole numbers, with `dout`", _NEIGHBORS, whole(4), (3,)),
        case("with `dout`", "lambda x: x**2", numbers(rng, 2, 3), (2, 3)),
        case("with `dout`", _NEIGHBORS, numbers(rng, 5), (4,)),
        case("with `dout` of another shape", _TABLE, numbers(rng, 4), (4, 4), 0.5),
        case("with `dout` of another shape", _ROWS, numbers(rng, 3, 4), (4,), 0.25),
        case("one number", "lambda x: 2 * x[0] ** 2", numbers(rng, 1)),
        case("a large step on a curve", _CUBES, numbers(rng, 4), h=0.5),
        case("a large step on a curve, with `dout`", "lambda x: x**3", numbers(rng, 3), (3,), 0.25),
        case("`f` gives a view of `x`", _TURNED, numbers(rng, 2, 3), (6,)),
        case("`f` gives `x` itself", "lambda x: x", numbers(rng, 3, 2), (3, 2), 0.125),
    ]


def _numerical_wrong(case, value):
    return _look(value, layers.numerical_gradient(**case.inputs), rtol=1e-5, atol=1e-6)


def _measured(quotient, weigh=None, stay=None, cast=None):
    """Measure a gradient in a mistaken way.

    `quotient` makes a slope of f(up), f(down), f(here) and h; `weigh` brings dout in; `stay` says
    by how many steps of h a number is off afterwards; `cast` says what an array of integers does.
    """

    def measured(f, x, dout=None, h=1e-5):
        if x.dtype.kind != "f" and stay:
            raise ValueError
        stored = (lambda number: cast(number)) if cast and x.dtype.kind != "f" else float
        moving = x.astype(float)
        out = np.zeros(x.shape)
        for index in np.ndindex(x.shape):
            old, here = moving[index], np.array(f(moving), dtype=float)
            moving[index] = stored(old + h)
            up = np.array(f(moving), dtype=float)
            moving[index] = stored(old - h)
            down = np.array(f(moving), dtype=float)
            moving[index] = old + (stay or 0) * h
            slopes = quotient(up, down, here, h)
            if dout is None:
                out[index] = slopes
            else:
                out[index] = weigh(dout, slopes) if weigh else np.sum(dout * slopes)
        return out

    return measured


def _central(up, down, here, h):
    return (up - down) / (2 * h)


def _whole_numbers(change):
    """Change what comes out for an array of whole numbers, and leave the rest right."""

    def measured(f, x, dout=None, h=1e-5):
        right = layers.numerical_gradient(f, x, dout, h)
        return right if x.dtype.kind == "f" else change(right)

    return measured


def _whole_steps(change):
    """Step up, down twice and up again in an array of whole numbers, which cuts each step off."""

    def measured(f, x, dout=None, h=1e-5):
        if x.dtype.kind == "f":
            return layers.numerical_gradient(f, x, dout, h)
        moving, out = x.copy(), np.zeros(x.shape)
        for index in np.ndindex(x.shape):
            values = []
            for step in (h, -2 * h, h):
                moving[index] = np.trunc(moving[index] + step)
                values.append(f(moving) * 1.0)
            slopes = (values[0] - values[1]) / (2 * h)
            out[index] = np.sum(slopes if dout is None else dout * slopes)
        return change(out)

    return measured


def _not_a_number(dout, slopes):
    if slopes.size > 1:
        raise Crash
    return slopes.item()


numerical_gradient = Exercise(
    answer=layers.numerical_gradient,
    cases=_numerical_cases,
    mistakes=(
        Mistake(
            "forward-difference",
            "only the step up is taken, `(f(x + h) - f(x)) / h`: that is the slope half a step "
            "further, and a central difference has no such error",
            _measured(lambda up, down, here, h: (up - here) / h),
            _measured(lambda up, down, here, h: (here - down) / h),
        ),
        Mistake(
            "divides-by-h",
            "the difference is divided by h: from x - h to x + h it is 2 h",
            _measured(lambda up, down, here, h: (up - down) / h),
        ),
        Mistake(
            "x-not-restored",
            "a number that was moved is not put back before the next one moves",
            *(_measured(_central, stay=stay) for stay in (-1, 1)),
        ),
        Mistake(
            "int-x-unchanged",
            "an array of whole numbers cannot hold 3.00001, so nothing moves: work on a float copy",
            _measured(_central, cast=np.trunc),
            _whole_numbers(lambda right: 0 * right),
            _whole_numbers(np.trunc),
            _whole_steps(lambda out: out),
            _whole_steps(np.trunc),
        ),
        Mistake(
            "dout-ignored",
            "`dout` is left out: each change of the output counts as much as `dout` says there",
            _measured(_central, weigh=lambda dout, slopes: np.sum(slopes)),
            _measured(_central, weigh=lambda dout, slopes: np.mean(slopes)),
            _measured(_central, weigh=_not_a_number),
        ),
    ),
    hints=(
        "Move one number a little up, then a little down, and see what `f` says. Everything else "
        "stays where it is.",
        "The result has the shape of `x`: one slope for each number. With `dout`, `f` gives an "
        "array of the shape of `dout`, and the two are multiplied and added up.",
        "`for index in np.ndindex(x.shape)`: copy `x` as floats, add h at `index` in one copy and "
        "take it off in another; (f(up) - f(down)) / (2 * h), times dout, summed.",
    ),
    success="It asks f twice for each number, so a network of a million weights would take two "
    "million forward passes for one step. Backpropagation takes one, and one backward.",
    forbidden=_FORBIDDEN,
    refuses=_numerical_wrong,
)

# relu_backward and sigmoid_backward


def _pair(rng, *shape):
    """Make random slopes and inputs, some of the inputs 0."""
    return {"dout": numbers(rng, *shape), "x": numbers(rng, *shape)}


def _pointwise_cases(rng, hidden):
    def case(label, *shape, kind=float, zeros=0):
        inputs = _pair(rng, *shape)
        inputs["x"].flat[rng.permutation(inputs["x"].size)[:zeros]] = 0
        return Case(label, **{key: value.astype(kind) for key, value in inputs.items()})

    if not hidden:
        return [
            Case(
                "by hand",
                dout=np.array([4.0, -8.0, 2.0, -1.0]),
                x=np.array([-2.0, 1.0, 3.0, -1.0]),
            ),
            case("a matrix", 2, 3),
            case("a batch of maps", 2, 2, 3, 2),
            case("inputs of exactly 0", 3, 3, zeros=3),
            Case("whole numbers", dout=np.array([[-2, 3], [5, -4]]), x=np.array([[1, -3], [2, 4]])),
        ]
    return [
        case("a vector", 9),
        case("a matrix", 4, 3),
        case("a batch of maps", 2, 4, 3, 3),
        case("three axes", 3, 2, 4),
        case("inputs of exactly 0", 4, 5, zeros=5),
        case("inputs of exactly 0, maps", 2, 3, 4, 2, zeros=12),
        case("float32", 3, 4, kind=np.float32),
        Case("whole numbers", dout=rng.integers(-9, 10, (3, 4)), x=rng.integers(1, 9, (3, 4))),
    ]


def _relu_wrong(case, value):
    dout, x = (case.inputs[key].astype(float) for key in ("dout", "x"))
    right = np.where(x > 0, dout, 0.0)
    if isinstance(value, np.ndarray) and value.shape == x.shape and value.dtype.kind in "fiu":
        between = (value >= np.minimum(dout, 0)) & (value <= np.maximum(dout, 0))
        right = np.where((x == 0) & between, value, right)  # at the kink all of them are right
    return _look(value, right)


relu_backward = Exercise(
    answer=layers.relu_backward,
    cases=_pointwise_cases,
    mistakes=(
        Mistake(
            "mask-from-dout",
            "the mask is taken from `dout`: whether the ReLU let a number through was decided by "
            "`x`, and a slope may well be negative",
            lambda dout, x: dout * (dout > 0),
            lambda dout, x: dout * (dout > 0) * (x > 0),
            lambda dout, x: np.where(dout > 0, x, 0),
        ),
        Mistake(
            "all-ones-grad",
            "something is taken to be 1 everywhere: the layer's own slope and what comes from "
            "behind are two factors, and neither may be left out",
            lambda dout, x: (x > 0) * 1.0,
            lambda dout, x: (x >= 0) * 1.0,
            lambda dout, x: np.ones(x.shape),
            lambda dout, x: dout,
        ),
    ),
    hints=(
        "Where the ReLU let a number through, its slope is 1. Where it did not, it is 0. Multiply "
        "by what comes from behind.",
        "`dout`, `x` and the result have one shape. The mask comes from `x`.",
        "`dout * (x > 0)`.",
    ),
    success="It is a gate: what was shut on the way forward lets nothing back, and that is why a "
    "dead unit stays dead.",
    forbidden=_FORBIDDEN,
    refuses=_relu_wrong,
)


def _sigmoid_by(slope, with_dout=True):
    def backward(dout, x):
        return slope(x, layers.sigmoid(x)) * (dout if with_dout else 1.0)

    return backward


sigmoid_backward = Exercise(
    answer=layers.sigmoid_backward,
    cases=_pointwise_cases,
    mistakes=(
        Mistake(
            "s-times-1-plus-s",
            "the slope is taken for s (1 + s): it is s (1 - s), largest in the middle and 0 at "
            "both ends",
            _sigmoid_by(lambda x, s: s * (1 + s)),
            _sigmoid_by(lambda x, s: s * (s - 1)),
        ),
        Mistake(
            "uses-x-for-s",
            "the formula s (1 - s) is fed with `x`: s is sigmoid(x), what came out",
            _sigmoid_by(lambda x, s: x * (1 - x)),
            _sigmoid_by(lambda x, s: s * (1 - x)),
            _sigmoid_by(lambda x, s: x * (1 - s)),
        ),
        Mistake(
            "all-ones-grad",
            "something is taken to be 1 everywhere: the layer's own slope and what comes from "
            "behind are two factors, and neither may be left out",
            _sigmoid_by(lambda x, s: s * (1 - s), with_dout=False),
            _sigmoid_by(lambda x, s: np.ones(x.shape), with_dout=False),
            _sigmoid_by(lambda x, s: np.ones(x.shape)),
        ),
    ),
    hints=(
        "Derive 1 / (1 + exp(-x)) once on paper. The result can be written with nothing but the "
        "sigmoid itself.",
        "`dout`, `x` and the result have one shape.",
        "s = sigmoid of `x`; dout * s * (1 - s). `layers.sigmoid` may be used.",
    ),
    success="s (1 - s) is never above 1/4: through ten sigmoids a slope shrinks a million times, "
    "through ten ReLUs it may pass unharmed.",
    forbidden=_FORBIDDEN,
)

# dense_backward


def _dense_cases(rng, hidden):
    def case(label, n, d, m, kind=float):
        shapes = {"dout": (n, m), "x": (n, d), "w": (d, m)}
        return Case(label, **{key: numbers(rng, *s).astype(kind) for key, s in shapes.items()})

    if not hidden:
        hand = {"dout": [[1.0, 10.0]], "x": [[2.0, 3.0, 4.0]], "w": [[1.0, 0], [0, 1], [1, -1]]}
        return [
            Case("by hand", **{key: np.array(value) for key, value in hand.items()}),
            case("as many outputs as inputs", 2, 2, 2),
            case("two examples", 2, 3, 4),
            case("three examples, three in, three out", 3, 3, 3),
            case("four examples", 4, 3, 2),
        ]
    return [
        case("one example", 1, 4, 3),
        case("few examples", 2, 5, 3),
        case("many examples", 6, 2, 3),
        case("as many outputs as inputs", 3, 4, 4),
        case("all three equal", 3, 3, 3),
        case("one output", 4, 3, 1),
        case("one input", 3, 1, 4),
        case("float32", 3, 2, 4, kind=np.float32),
        Case(
            "whole numbers",
            dout=rng.integers(-9, 10, (3, 2)),
            x=rng.integers(-9, 10, (3, 4)),
            w=rng.integers(-9, 10, (4, 2)),
        ),
    ]


def _dense_by(change):
    def backward(dout, x, w):
        return change(dout, x, w, *layers.dense_backward(dout, x, w))

    return backward


def _dx_with_w(dout, x, w, dx, dw, db):
    if w.shape[0] != w.shape[1]:
        raise Crash
    return dout @ w, dw, db


def _dw_reshaped(dout, x, w, dx, dw, db):
    return dx, (dout.T @ x).reshape(w.shape), db


dense_backward = Exercise(
    answer=layers.dense_backward,
    cases=_dense_cases,
    mistakes=(
        Mistake(
            "dw-transposed",
            "`dw` comes out as (M, D): a gradient has the shape of what it belongs to, (D, M)",
            _dense_by(lambda dout, x, w, dx, dw, db: (dx, dw.T, db)),
            _dense_by(_dw_reshaped),
        ),
        Mistake(
            "dx-uses-w",
            "`dout` is multiplied by `w` as it is: forward it goes from D to M, so backward it "
            "takes the transpose",
            _dense_by(_dx_with_w),
        ),
        Mistake(
            "db-mean",
            "`db` is a mean over the examples: each example adds its slope",
            _dense_by(lambda dout, x, w, dx, dw, db: (dx, dw, db / len(x))),
            _dense_by(lambda dout, x, w, dx, dw, db: (dx, dw, np.mean(dout))),
        ),
    ),
    hints=(
        "Write out[n, m] as a sum over d and ask what a small change of one x[n, d], of one "
        "w[d, m], of one b[m] does to it.",
        "dx is (N, D) like x, dw is (D, M) like w, db is (M,) like b. From `dout` (N, M) and what "
        "you have there is one product of two matrices for each that fits.",
        "dx = dout @ w.T; dw = x.T @ dout; db sums dout over the examples, axis 0.",
    ),
    success="Shapes nearly write the answer: of x (N, D), w (D, M) and dout (N, M) there is one "
    "product that gives (D, M).",
    forbidden=_FORBIDDEN,
)

# flatten_backward


def _flatten_cases(rng, hidden):
    def case(label, *shape, kind=float):
        dout = numbers(rng, shape[0], int(np.prod(shape[1:]))).astype(kind)
        return Case(label, dout=dout, xshape=shape)

    if not hidden:
        return [
            Case("by hand", dout=np.array([[1.0, 2, 3, 4, 5, 6]]), xshape=(1, 2, 3, 1)),
            case("two images, two channels", 2, 2, 3, 2),
            case("three images", 3, 3, 2, 2),
            case("one row", 2, 1, 4, 3),
        ]
    return [
        case("one image", 1, 3, 4, 2),
        case("two images", 2, 4, 3, 3),
        case("as many channels as rows", 3, 2, 5, 2),
        case("one channel", 2, 3, 2, 1),
        case("maps of one pixel", 4, 1, 1, 3),
        case("float32", 2, 3, 4, 2, kind=np.float32),
        Case("turned in memory", dout=numbers(rng, 3 * 2 * 4, 2).T, xshape=(2, 3, 2, 4)),
    ]


def _channels_first(dout, xshape):
    n, h, w, c = xshape
    return dout.reshape(n, c, h, w).transpose(0, 2, 3, 1)


flatten_backward = Exercise(
    answer=layers.flatten_backward,
    cases=_flatten_cases,
    mistakes=(
        Mistake(
            "fortran-order",
            "the numbers are put back with the first axis running fastest: forward, the channels "
            "run fastest",
            lambda dout, xshape: dout.reshape(xshape, order="F"),
            lambda dout, xshape: np.stack(
                [row.reshape(xshape[1:], order="F") for row in dout],
            ),
        ),
        Mistake(
            "channel-first-order",
            "the numbers are put back one map after the other: forward, the channels of a pixel "
            "stand together",
            _channels_first,
            lambda dout, xshape: dout.reshape(xshape[0], xshape[3], xshape[1], xshape[2]),
        ),
        Mistake(
            "stays-flat",
            "the slopes stay a vector: what was flattened on the way forward is put back into "
            "maps on the way back",
            lambda dout, xshape: dout,
        ),
    ),
    hints=(
        "Nothing was computed on the way forward, the numbers only changed places. So put each "
        "slope where its number came from.",
        "From (N, H * W * C) to `xshape`, which is (N, H, W, C).",
        "`dout.reshape(xshape)`.",
    ),
    success="A layer that only moves numbers has a backward pass that only moves slopes.",
    may_view=True,
    forbidden=_FORBIDDEN,
)

# cross_entropy_backward


def _entropy_cases(rng, hidden):
    def case(label, n, k, change=lambda z: z):
        return Case(label, z=change(numbers(rng, n, k)), y=rng.permutation(n * k)[:n] % k)

    def sure(z):
        z[0] *= 1000
        return z

    if not hidden:
        hand = np.array([[0.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0]])
        return [
            Case("by hand: all scores equal", z=hand, y=np.array([2, 0])),
            case("three classes", 2, 3),
            case("five examples", 5, 3),
            case("large scores", 3, 4, sure),
        ]
    return [
        case("one example", 1, 4),
        case("two classes", 4, 2),
        case("ten classes", 6, 10),
        case("more classes than examples", 2, 5),
        case("as many classes as examples", 4, 4),
        case("large scores", 4, 5, sure),
        case("large and alike", 3, 4, lambda z: z + np.array([[4000], [-4000], [4900]])),
        case("float32", 5, 3, lambda z: z.astype(np.float32)),
        case("whole numbers", 5, 4, lambda z: np.round(z).astype(int)),
    ]


def _entropy_by(change):
    def backward(z, y):
        hot = np.eye(z.shape[1])[y]
        return change(layers.softmax(z), hot, len(z))

    return backward


cross_entropy_backward = Exercise(
    answer=layers.cross_entropy_backward,
    cases=_entropy_cases,
    mistakes=(
        Mistake(
            "no-1-over-n",
            "the division by N is missing: the loss is a mean over the examples",
            _entropy_by(lambda p, hot, n: p - hot),
        ),
        Mistake(
            "y-minus-p",
            "the sign is turned: a score that is too high must have a positive slope, so that a "
            "step downhill lowers it",
            _entropy_by(lambda p, hot, n: (hot - p) / n),
            _entropy_by(lambda p, hot, n: hot - p),
        ),
        Mistake(
            "only-true-class",
            "only the score of the true class has a slope: the others stand below the fraction "
            "of the softmax, so each has one too",
            _entropy_by(lambda p, hot, n: (p - hot) * hot / n),
            _entropy_by(lambda p, hot, n: (p - 1) * hot),
            _entropy_by(lambda p, hot, n: -hot / np.maximum(p, 1e-300) / n),
            _entropy_by(lambda p, hot, n: -hot / np.maximum(p, 1e-300)),
            _entropy_by(lambda p, hot, n: -hot / n),
            _entropy_by(lambda p, hot, n: ((p - 1) * hot).sum(axis=1) / n),
        ),
    ),
    hints=(
        "The slope of the loss at a score is how much probability that class got, minus how much "
        "it should have got.",
        "The result has the shape (N, K) of `z`. `y` holds one class number for each row.",
        "p = softmax of z, row by row (`layers.softmax` may be used); take 1 off at "
        "p[np.arange(N), y]; divide by N.",
    ),
    success="Each row sums to 0: what the true class gains the others lose. And no slope is larger "
    "than 1/N, however wrong the network is.",
    forbidden=_FORBIDDEN,
)

# max_pool2d_backward and avg_pool2d_backward


def _pool_settings(hidden):
    """List label, shape, size and stride of each case."""
    if not hidden:
        return [
            ("tiles", (2, 4, 6, 2), 2, None),
            ("tiles, a lying window", (1, 4, 6, 1), (2, 3), None),
            ("windows that overlap", (1, 3, 4, 1), 2, 1),
            ("windows that overlap", (2, 5, 4, 2), 3, (1, 1)),
            ("a stride that does not divide", (1, 6, 8, 1), 3, 2),
            ("a stride larger than the window", (2, 5, 7, 1), 2, 3),
            ("a standing window", (1, 5, 4, 2), (3, 1), (2, 1)),
        ]
    return [
        ("tiles", (3, 4, 6, 2), 2, None),
        ("tiles that do not fill the map", (2, 5, 7, 2), 2, None),
        ("a lying window", (2, 4, 9, 2), (2, 3), None),
        ("a standing window", (2, 7, 4, 3), (3, 2), (2, 1)),
        ("windows that overlap, 3 with stride 1", (2, 5, 6, 2), 3, 1),
        ("windows that overlap, 3 with stride 2", (2, 7, 9, 2), 3, 2),
        ("a stride larger than the window", (2, 8, 7, 2), 2, 3),
        ("a stride larger than the window", (1, 7, 9, 3), (2, 1), (3, 4)),
        ("a window as large as the map", (2, 4, 3, 2), (4, 3), None),
        ("a window of one pixel", (2, 3, 4, 2), 1, None),
        ("one image, one channel", (1, 6, 5, 1), (2, 3), (2, 1)),
    ]


def _pool_dout(rng, shape, size, stride):
    places = layers.conv_output_shape(shape[1:3], size, size if stride is None else stride)
    return numbers(rng, shape[0], *places, shape[3])


def _steps(size, stride):
    return {"size": size} if stride is None else {"size": size, "stride": stride}


def _all_different(rng, shape):
    return rng.permutation(np.arange(1, np.prod(shape) + 1)).reshape(shape) / 4 - 3.0


def _max_cases(rng, hidden):
    def case(label, x, size, stride=None):
        dout = _pool_dout(rng, x.shape, size, stride)
        return Case(label, dout=dout, x=x, **_steps(size, stride))

    hand = np.array([[1.0, 2, 5], [4, 3, 1]]).reshape(1, 2, 3, 1)
    slopes = np.array([10.0, 20.0]).reshape(1, 1, 2, 1)
    cases = [Case("by hand: two windows, two winners", dout=slopes, x=hand, size=2, stride=1)]
    cases += [
        case(label, _all_different(rng, shape), size, stride)
        for label, shape, size, stride in _pool_settings(hidden)
    ]
    few = [((1, 4, 4, 1), 2, None), ((1, 3, 4, 2), (2, 2), 1)]
    if hidden:
        few = [((2, 6, 4, 2), 2, None), ((2, 5, 6, 2), 3, 2), ((1, 4, 6, 3), (2, 3), None)]
    for shape, size, stride in few:
        cases.append(case("ties", rng.integers(0, 3, shape).astype(float), size, stride))
    cases.append(case("all equal", np.zeros((1, 2, 4, 1)), 2))
    below = -np.abs(_all_different(rng, (2, 4, 3, 2))) - 1
    cases.append(case("only negative numbers", below, (2, 3), (1, 1)))
    if hidden:
        photo = rng.integers(0, 256, (2, 4, 6, 3)).astype(np.uint8)
        cases.append(case("a photograph of whole numbers", photo, 2))
        cases.append(case("float32", _all_different(rng, (2, 4, 5, 2)).astype(np.float32), 2, 1))
    return cases


_MAX_RIGHT = tuple(map(wrong.slope_of_pool, (wrong.first_winner, wrong.split_winners)))


def _max_wrong(case, value):
    found = [_look(value, right(**case.inputs)) for right in _MAX_RIGHT]
    return found[0] if all(found) else None


def _pools(*weighs, **options):
    return tuple(wrong.slope_of_pool(weigh, **options) for weigh in weighs)


_WAYS = ("strict", "slices", "shorter")

max_pool2d_backward = Exercise(
    answer=layers.max_pool2d_backward,
    cases=_max_cases,
    mistakes=(
        Mistake(
            "overwrite",
            "what an earlier window gave is overwritten: a pixel that wins in two windows gets "
            "the sum of both slopes",
            *_pools(wrong.first_winner, wrong.split_winners, keep=wrong.LAST),
            *_pools(wrong.first_winner, wrong.split_winners, keep="winners"),
            *_pools(
                wrong.first_winner,
                wrong.split_winners,
                wrong.all_winners,
                keep=wrong.LAST_OFFSET,
            ),
        ),
        Mistake(
            "ties-all",
            "each of several equal winners gets the whole slope: more comes back than came in",
            *_pools(wrong.all_winners),
        ),
        Mistake(
            "spread-evenly",
            "the slope is shared out over the whole window: that is average pooling; here only the "
            "winner was passed on",
            *_pools(wrong.evenly),
            *_pools(lambda patch: np.ones(patch.shape)),
        ),
        Mistake(
            "top-left",
            "the slope goes to the top left pixel of the window, whoever has won",
            *_pools(wrong.top_left),
        ),
        Mistake(
            "scaled-by-value",
            "the slope is multiplied by the winner's value: the maximum passes its number on as it "
            "is, so its slope is 1",
            *(
                wrong.slope_of_pool(lambda patch, share=share: share(patch) * patch)
                for share in (wrong.first_winner, wrong.split_winners, wrong.all_winners)
            ),
        ),
        Mistake(
            "stride-is-window",
            "the window moves by its own length whatever the stride",
            *(
                wrong.slope_of_pool(share, stride_is_window=way)
                for share in (wrong.first_winner, wrong.split_winners)
                for way in _WAYS
            ),
        ),
    ),
    hints=(
        "Walk over the windows as on the way forward. In each, find out who won, and give the "
        "slope to that pixel alone.",
        "dx begins as zeros in the shape of x. dout[n, i, j, c] belongs to the window "
        "x[n, i * sh : i * sh + ph, j * sw : j * sw + pw, c].",
        "`np.argmax` of a window counts along it; `np.unravel_index(number, (ph, pw))` gives row "
        "and column. Then dx[n, i * sh + row, j * sw + column, c] += dout[n, i, j, c], with +=.",
    ),
    success="Of each tile of 2x2 one pixel learns and three do not: max pooling is a switch that "
    "the image itself sets.",
    forbidden=_FORBIDDEN,
    refuses=_max_wrong,
)


def _avg_cases(rng, hidden):
    cases = [
        Case(
            "by hand: two windows that share a column",
            dout=np.array([4.0, 8.0]).reshape(1, 1, 2, 1),
            xshape=(1, 2, 3, 1),
            size=2,
            stride=1,
        )
    ]
    for label, shape, size, stride in _pool_settings(hidden):
        dout = _pool_dout(rng, shape, size, stride)
        cases.append(Case(label, dout=dout, xshape=shape, **_steps(size, stride)))
    if hidden:
        dout = _pool_dout(rng, (2, 4, 6, 2), (2, 3), None)
        cases.append(
            Case("float32", dout=dout.astype(np.float32), xshape=(2, 4, 6, 2), size=(2, 3))
        )
        whole = rng.integers(1, 10, (2, 2, 3, 2))
        cases.append(Case("whole numbers", dout=whole, xshape=(2, 5, 6, 2), size=2))
    return cases


def _shares(divide, **options):
    """Share a slope out over a window, divided in a mistaken way."""
    return wrong.without_x(
        wrong.slope_of_pool(
            lambda patch: np.ones(patch.shape) / divide(*patch.shape[1:3]), **options
        )
    )


avg_pool2d_backward = Exercise(
    answer=layers.avg_pool2d_backward,
    cases=_avg_cases,
    mistakes=(
        Mistake(
            "no-division",
            "each pixel of a window gets the whole slope: the mean divides by the number of "
            "pixels, and so does its slope",
            _shares(lambda ph, pw: 1),
        ),
        Mistake(
            "divides-by-k",
            "the slope is divided by one side of the window: it holds ph * pw pixels",
            _shares(lambda ph, pw: ph),
            _shares(lambda ph, pw: pw),
            _shares(lambda ph, pw: ph + pw),
        ),
        Mistake(
            "overwrite",
            "what an earlier window gave is overwritten: a pixel in two windows gets a share of "
            "both",
            _shares(lambda ph, pw: ph * pw, keep=wrong.LAST),
            _shares(lambda ph, pw: ph * pw, keep=wrong.LAST_OFFSET),
        ),
    ),
    hints=(
        "A mean of six pixels hears a sixth of each. So each of them gets a sixth of the slope.",
        "dx begins as zeros in `xshape`. A window is dx[:, i * sh : i * sh + ph, "
        "j * sw : j * sw + pw], of shape (N, ph, pw, C), and its slope dout[:, i, j] is (N, C).",
        "Add dout[:, i, j][:, None, None, :] / (ph * pw) to each window, with +=.",
    ),
    success="It needs only the shape of x: a mean treats all pixels alike, whatever they hold.",
    forbidden=_FORBIDDEN,
)

# The convolution


def _conv_settings(hidden):
    """List label, shape of x, shape of w, stride and padding; None leaves one out."""
    if not hidden:
        return [
            ("two images, three channels", (2, 3, 4, 3), (2, 2, 3, 2), None, None),
            ("as many filters as channels", (2, 4, 3, 2), (2, 1, 2, 2), 1, 0),
            ("as many filters as channels", (1, 3, 4, 2), (2, 3, 2, 2), 1, 1),
            ("stride 2", (2, 5, 6, 1), (3, 2, 1, 2), 2, 0),
            ("a stride that does not divide", (1, 6, 5, 1), (3, 2, 1, 1), (2, 2), (0, 1)),
            ("a stride larger than the kernel", (2, 5, 7, 1), (2, 1, 1, 2), 3, 0),
            ("padding of each side its own", (2, 3, 4, 1), (2, 3, 1, 2), (1, 2), ((1, 0), (0, 2))),
            ("padding as a pair", (2, 4, 3, 2), (3, 2, 2, 1), 1, (1, 2)),
            ('padding "same"', (1, 4, 5, 1), (3, 2, 1, 2), 2, "same"),
        ]
    return [
        ("stride and padding left out", (3, 5, 4, 2), (2, 3, 2, 3), None, None),
        ("stride 1, padding 0", (2, 6, 5, 3), (3, 2, 3, 2), 1, 0),
        ("as many filters as channels", (2, 5, 6, 2), (3, 2, 2, 2), 1, 1),
        ("as many filters as channels", (2, 4, 5, 3), (2, 2, 3, 3), (2, 1), 0),
        ("one channel, one filter", (2, 4, 5, 1), (2, 3, 1, 1), 1, (1, 0)),
        ("a kernel of one number", (2, 3, 4, 2), (1, 1, 2, 3), 1, 0),
        ("a kernel of one number, stride 2", (2, 4, 5, 2), (1, 1, 2, 3), 2, 1),
        ("a kernel as large as the image", (3, 4, 3, 2), (4, 3, 2, 2), 1, 0),
        ("stride 2", (2, 7, 6, 2), (3, 2, 2, 3), 2, 1),
        ("a stride that does not divide", (2, 6, 8, 2), (3, 3, 2, 1), 2, 0),
        ("a stride that does not divide", (1, 7, 6, 1), (2, 3, 1, 2), (3, 2), (1, 1)),
        ("a stride larger than the kernel", (2, 8, 7, 2), (2, 1, 2, 2), (3, 2), 0),
        ("a stride larger than the kernel", (2, 6, 9, 1), (1, 2, 1, 3), 4, 1),
        ("padding of each side its own", (2, 4, 5, 2), (3, 2, 2, 3), 1, ((2, 0), (1, 3))),
        ("padding of each side its own", (2, 5, 4, 1), (2, 3, 1, 2), (2, 1), ((0, 1), (2, 0))),
        ('padding "valid"', (2, 5, 4, 2), (2, 3, 2, 1), 2, "valid"),
        ('padding "same"', (2, 5, 6, 2), (3, 2, 2, 2), 1, "same"),
        ('padding "same", stride 2', (2, 6, 7, 1), (3, 4, 1, 2), 2, "same"),
    ]


def _conv_case(rng, label, xshape, kshape, stride, padding, inputs, kind=float):
    places = layers.conv_output_shape(xshape[1:3], kshape[:2], stride or 1, padding or 0)
    made = {
        "dout": numbers(rng, xshape[0], *places, kshape[3]),
        "x": numbers(rng, *xshape),
        "w": numbers(rng, *kshape),
    }
    given = {"dout": made["dout"].astype(kind)}
    for name in inputs:
        if name in made:
            given[name] = made[name].astype(kind)
        else:
            given[name] = xshape if name == "xshape" else kshape
    if stride is not None:
        given |= {"stride": stride, "padding": padding}
    return Case(label, **given)


def _conv_cases(first, *inputs):
    def cases(rng, hidden):
        found = [] if hidden else [first]
        found += [_conv_case(rng, *setting, inputs) for setting in _conv_settings(hidden)]
        if hidden:
            small = (2, 4, 5, 2), (2, 3, 2, 3), 1, 1
            found.append(_conv_case(rng, "float32", *small, inputs, kind=np.float32))
            found.append(_conv_case(rng, "whole numbers", *small, inputs, kind=int))
        return found

    return cases


def _bias_cases(rng, hidden):
    def case(label, *shape, kind=float):
        return Case(label, dout=numbers(rng, *shape).astype(kind))

    if not hidden:
        hand = np.array([[[1.0, 10], [2, 20]], [[3, 30], [4, 40]]]).reshape(2, 1, 2, 2)
        return [
            Case("by hand", dout=hand),
            case("two images", 2, 2, 3, 2),
            case("three images, three filters", 3, 2, 1, 3),
            case("one image", 1, 3, 2, 2),
        ]
    return [
        case("many images", 5, 2, 3, 3),
        case("one filter", 3, 4, 2, 1),
        case("one place", 4, 1, 1, 3),
        case("as many filters as images", 3, 2, 4, 3),
        case("float32", 2, 3, 4, 2, kind=np.float32),
        case("whole numbers", 2, 3, 2, 4, kind=int),
    ]


conv2d_backward_b = Exercise(
    answer=layers.conv2d_backward_b,
    cases=_bias_cases,
    mistakes=(
        Mistake(
            "mean",
            "the mean is taken: each place of each image adds its slope",
            lambda dout: dout.mean(axis=(0, 1, 2)),
        ),
        Mistake(
            "last-image",
            "only the last image counts: write `+=`, or sum over the images too",
            lambda dout: dout[-1].sum(axis=(0, 1)),
        ),
        Mistake(
            "divides-by-n",
            "the sum is divided by the number of images: the loss has done that already, so it is "
            "in `dout`",
            lambda dout: dout.sum(axis=(0, 1, 2)) / len(dout),
        ),
        Mistake(
            "overwrite",
            "each place overwrites what the one before gave: write `+=`",
            lambda dout: dout[-1, -1, -1],
            lambda dout: dout[:, -1, -1].sum(axis=0),
        ),
        Mistake(
            "last-filter-only",
            "only the last filter has a gradient",
            lambda dout: wrong.only_last_filter(dout).sum(axis=(0, 1, 2)),
        ),
    ),
    hints=(
        "The bias of a filter is added at every place of every image. If it grows a little, all "
        "these numbers grow.",
        "From (N, Hout, Wout, Cout) to (Cout,): three axes go.",
        "`dout.sum(axis=(0, 1, 2))`.",
    ),
    success="In a layer with maps of 62x62 and a batch of 32, one bias hears 123,008 slopes.",
    forbidden=_FORBIDDEN,
)

_BY_HAND_SLOPES = np.array([1.0, 10.0]).reshape(1, 1, 2, 1)

conv2d_backward_w = Exercise(
    answer=layers.conv2d_backward_w,
    cases=_conv_cases(
        Case(
            "by hand: two windows, two slopes",
            dout=_BY_HAND_SLOPES,
            x=np.arange(6.0).reshape(1, 2, 3, 1),
            kshape=(2, 2, 1, 1),
        ),
        "x",
        "kshape",
    ),
    mistakes=(
        Mistake(
            "mean",
            "the mean over places and images is taken: each of them adds its part",
            wrong.slope_of_w(after=lambda dw, dout, x: dw / dout[..., 0].size),
            wrong.slope_of_w(after=lambda dw, dout, x: dw / dout[0, ..., 0].size),
        ),
        Mistake(
            "last-image",
            "only the last image counts: all images add to one gradient",
            wrong.slope_of_w(only=wrong.only_last_image),
        ),
        Mistake(
            "unpadded-x",
            "the windows are cut out of the image without its border of zeros: the kernel met the "
            "padded image",
            wrong.slope_of_w(unpadded=True),
            wrong.slope_of_w(unpadded=True, strict=True),
        ),
        Mistake(
            "stride-ignored",
            "the window moves by 1 whatever the stride",
            wrong.slope_of_w(one_by_one=True),
            wrong.slope_of_w(one_by_one="all"),
        ),
        Mistake(
            "no-dilation",
            "the image is correlated with the slopes as they stand: with a stride there are gaps "
            "between them",
            wrong.slope_of_w_undilated,
        ),
        Mistake(
            "overwrite",
            "each window overwrites what the one before gave: write `+=`, as the kernel is used at "
            "every place",
            wrong.slope_of_w(keep=wrong.LAST),
            wrong.slope_of_w(keep=wrong.LAST, only=wrong.only_last_image),
        ),
        Mistake(
            "flipped",
            "the kernel's gradient is turned by 180 degrees: number (a, b) of the kernel met the "
            "pixel (a, b) of each window",
            wrong.slope_of_w(after=lambda dw, dout, x: dw[::-1, ::-1]),
        ),
        Mistake(
            "divides-by-n",
            "the sum is divided by the number of images: the loss has done that already, so it is "
            "in `dout`",
            wrong.slope_of_w(after=lambda dw, dout, x: dw / len(x)),
        ),
        Mistake(
            "cin-cout-swapped",
            "channels and filters are exchanged: the result has the shape of the kernel, (kH, kW, "
            "Cin, Cout)",
            wrong.slope_of_w(after=lambda dw, dout, x: dw.transpose(0, 1, 3, 2)),
            wrong.slope_of_w(after=lambda dw, dout, x: wrong.channels_exchanged(dw)),
            wrong.slope_of_w(after=lambda dw, dout, x: dw.transpose(0, 1, 3, 2).reshape(dw.shape)),
        ),
        Mistake(
            "last-filter-only",
            "only the last filter has a gradient",
            wrong.slope_of_w(only=wrong.only_last_filter),
        ),
    ),
    hints=(
        "Each number of the kernel was multiplied by one pixel in each window. Its slope is the "
        "sum of these pixels, each times the slope at that place.",
        "Pad `x` as on the way forward. dw begins as zeros in `kshape`; a window is (N, kH, kW, "
        "Cin), its slopes dout[:, i, j] are (N, Cout).",
        "At each place: dw += np.tensordot(window, dout[:, i, j], (0, 0)): images go, and (kH, kW, "
        "Cin) meets (Cout,).",
    ),
    success="It is a correlation of the image with `dout`: the kernel grows to look like the "
    "windows where more was wanted.",
    forbidden=_FORBIDDEN,
)

conv2d_backward_x = Exercise(
    answer=layers.conv2d_backward_x,
    cases=_conv_cases(
        Case(
            "by hand: two windows that share a column",
            dout=_BY_HAND_SLOPES,
            w=np.array([1.0, 2.0, 3.0, 4.0]).reshape(2, 2, 1, 1),
            xshape=(1, 2, 3, 1),
        ),
        "w",
        "xshape",
    ),
    mistakes=(
        Mistake(
            "last-image",
            "only the last image has a gradient",
            wrong.slope_of_x(only=wrong.only_last_image),
        ),
        Mistake(
            "unpadded-x",
            "the kernel is laid on the image without its border: the windows began in the zeros",
            wrong.slope_of_x_unpadded,
        ),
        Mistake(
            "stride-ignored",
            "the window moves by 1 whatever the stride",
            wrong.slope_of_x(one_by_one=True),
        ),
        Mistake(
            "no-dilation",
            "the slopes are correlated with the turned kernel as they stand: with a stride there "
            "are gaps between them, which zeros have to fill",
            wrong.slope_of_x(dilated=False),
            wrong.slope_of_x(dilated=False, crop=lambda canvas, pads, size: canvas),
            wrong.slope_of_x(
                dilated=False,
                crop=lambda canvas, pads, size: canvas[
                    :,
                    pads[0][0] : canvas.shape[1] - pads[0][1],
                    pads[1][0] : canvas.shape[2] - pads[1][1],
                ],
            ),
        ),
        Mistake(
            "overwrite",
            "what an earlier window gave is overwritten: a pixel that lies in several windows gets "
            "the sum, so write `+=`",
            wrong.slope_of_x(keep=wrong.LAST),
            wrong.slope_of_x(keep=wrong.LAST, only=wrong.only_last_filter),
            wrong.slope_of_x(keep=wrong.LAST_OFFSET),
            wrong.slope_of_x(keep=wrong.LAST_OFFSET, only=wrong.only_last_filter),
        ),
        Mistake(
            "flipped",
            "the kernel is turned by 180 degrees before it is laid down: who adds window by window "
            "lays it down as it is",
            wrong.slope_of_x(kernel=lambda w: w[::-1, ::-1]),
        ),
        Mistake(
            "divides-by-n",
            "the result is divided by the number of images: the loss has done that already, so it "
            "is in `dout`",
            wrong.slope_of_x(after=lambda dx: dx / len(dx)),
        ),
        Mistake(
            "cin-cout-swapped",
            "channels and filters of the kernel are exchanged: each filter goes back to all "
            "channels it has seen",
            wrong.slope_of_x(kernel=wrong.channels_exchanged),
            wrong.slope_of_x(kernel=wrong.channels_exchanged_or_spread),
        ),
        Mistake(
            "crop-empty-at-0",
            "the border is taken off with `[p:-p]`, and `[0:-0]` is empty: end at p + H instead",
            wrong.slope_of_x(crop=wrong.cropped_to_nothing),
        ),
        Mistake(
            "crop-wrong-side",
            "the border is taken off at the wrong place: the image begins behind the zeros at the "
            "top and on the left",
            wrong.slope_of_x(crop=wrong.cropped_from(lambda before, after: 0)),
            wrong.slope_of_x(crop=wrong.cropped_from(lambda before, after: after)),
            wrong.slope_of_x(crop=wrong.cropped_from(lambda before, after: before + after)),
        ),
        Mistake(
            "last-filter-only",
            "only the last filter counts: each filter has looked at the image, and each adds",
            wrong.slope_of_x(only=wrong.only_last_filter),
        ),
    ),
    hints=(
        "A pixel was multiplied by one number of the kernel in each window it lies in. So lay the "
        "kernel, times the slope, down at each place and add up.",
        "Make zeros in the shape of the *padded* image, add to its windows, and cut the border "
        "off: rows top to top + H, columns left to left + W.",
        "dx[:, i * sh : i * sh + kH, j * sw : j * sw + kW] += np.tensordot(dout[:, i, j], w, "
        "(1, 3)): (N, Cout) and (kH, kW, Cin, Cout) make (N, kH, kW, Cin).",
    ),
    success="This is the transposed convolution, which other networks use forward to make "
    "pictures grow.",
    forbidden=_FORBIDDEN,
)

# tiny_cnn_loss


def _network_cases(rng, hidden):
    def case(label, xshape, kshape, classes, reg):
        def draw(*shape):
            return rng.normal(size=shape).round(3)

        high, wide = (n - k + 1 for n, k in zip(xshape[1:3], kshape[:2], strict=True))
        features = (high // 2) * (wide // 2) * kshape[3]
        silent = [True]
        while np.mean(silent) in (0, 1):  # until the ReLU has shut some winners and not all
            x, conv_w, conv_b = draw(*xshape), draw(*kshape), draw(kshape[3]) / 2
            silent = layers.max_pool2d(layers.conv2d_forward(x, conv_w, conv_b), 2) < 0
        params = {
            "conv_w": conv_w,
            "conv_b": conv_b,
            "dense_w": draw(features, classes),
            "dense_b": draw(classes),
        }
        y = rng.permutation(np.arange(xshape[0]) % classes)
        return Case(label, params=params, x=x, y=y, reg=reg)

    if not hidden:
        return [
            case("maps of 2x2, one number after pooling", (2, 3, 3, 1), (2, 2, 1, 2), 2, 0.0),
            case("maps of 3x2, one number after pooling", (3, 4, 3, 1), (2, 2, 1, 2), 3, 0.5),
            case("three images, two channels", (3, 5, 6, 2), (2, 1, 2, 3), 4, 0.0),
            case("three images, with a penalty", (3, 5, 4, 1), (2, 1, 1, 3), 3, 0.25),
            case("maps that the pooling does not fill", (2, 6, 4, 1), (2, 2, 1, 2), 3, 1.5),
        ]
    return [
        case("maps of 2x2, one number after pooling", (3, 3, 4, 2), (2, 3, 2, 3), 3, 0.75),
        case("maps of 3x3, one number after pooling", (2, 4, 5, 1), (2, 3, 1, 4), 4, 0.0),
        case("no penalty", (4, 7, 6, 2), (3, 3, 2, 3), 5, 0.0),
        case("with a penalty", (5, 6, 7, 2), (3, 2, 2, 4), 3, 0.5),
        case("a large penalty", (2, 8, 8, 1), (3, 3, 1, 2), 10, 4.0),
        case("maps that the pooling does not fill", (3, 7, 5, 1), (3, 3, 1, 3), 4, 0.125),
        case("one image", (1, 5, 6, 3), (2, 3, 3, 2), 3, 0.25),
        case("a small batch", (2, 5, 5, 1), (2, 2, 1, 5), 2, 0.01),
    ]


def _penalty_with(biases):
    def penalty(params, reg):
        return 0.5 * reg * sum(np.sum(params[k] ** 2) for k in ("conv_w", "dense_w", *biases))

    return penalty


def _with_reg_on(biases):
    def grads(key, value, params, reg, n):
        return value + reg * params[key] * (key in biases)

    return grads


def _without_reg(*keys):
    def grads(key, value, params, reg, n):
        return value - reg * params[key] * (key in keys)

    return grads


def _over_n(keep_reg, *keys):
    def grads(key, value, params, reg, n):
        if keys and key not in keys:
            return value
        kept = reg * params[key] * (key.endswith("_w") and keep_reg)
        return (value - kept) / n + kept

    return grads


_TWICE = (
    {"scores": lambda dz: dz / len(dz)},
    {"grads": _over_n(False)},
    {"grads": _over_n(True, "conv_w", "dense_w")},
    {"grads": _over_n(True, "conv_w", "conv_b")},
    {"grads": _over_n(True, "conv_w")},
    {"grads": _over_n(True, "dense_w", "dense_b")},
    {"grads": _over_n(True, "dense_w")},
)
_LOSSES = (
    {},
    {"loss": lambda data, extra, n: data / n + extra},
    {"loss": lambda data, extra, n: (data + extra) / n},
)

tiny_cnn_loss = Exercise(
    answer=layers.tiny_cnn_loss,
    cases=_network_cases,
    mistakes=(
        Mistake(
            "backward-order",
            "the layers are taken back in another order: what came last on the way forward comes "
            "first, so the pooling comes before the ReLU",
            *(wrong.network(dconv=wrong.mask_first(most)) for most in (3, 2, 0)),
        ),
        Mistake(
            "no-relu-mask",
            "the ReLU is left out on the way back: what it has shut lets nothing through",
            *(
                wrong.network(dconv=wrong.not_masked(share))
                for share in (wrong.first_winner, wrong.split_winners, wrong.all_winners)
            ),
            wrong.network(dconv=wrong.not_masked(wrong.first_winner, active=False)),
        ),
        Mistake(
            "pool-uses-output",
            "the backward pass of the pooling is given what came out of the pooling: it must look "
            "for the winners in what went in",
            wrong.network(dconv=wrong.spread_over_window(True)),
            wrong.network(dconv=wrong.spread_over_window(True, nothing=True)),
            wrong.network(dconv=wrong.spread_over_window(False)),
        ),
        Mistake(
            "reg-on-bias",
            "the biases are penalized too: the penalty is on the two kernels",
            *(
                wrong.network(**penalty, **grads)
                for keys in (("conv_b", "dense_b"), ("conv_b",), ("dense_b",))
                for penalty, grads in (
                    ({"penalty": _penalty_with(keys)}, {"grads": _with_reg_on(keys)}),
                    ({"penalty": _penalty_with(keys)}, {}),
                    ({}, {"grads": _with_reg_on(keys)}),
                )
            ),
        ),
        Mistake(
            "reg-missing-in-grad",
            "the penalty is in the loss and not in the gradient: its slope is reg * w",
            wrong.network(grads=_without_reg("conv_w", "dense_w")),
            wrong.network(grads=_without_reg("conv_w")),
            wrong.network(grads=_without_reg("dense_w")),
        ),
        Mistake(
            "batch-averaged-twice",
            "something is divided by the number of examples a second time: the mean in the loss "
            "has done it",
            *(wrong.network(**twice, **loss) for twice, loss in itertools.product(_TWICE, _LOSSES)),
        ),
    ),
    hints=(
        "Write down the forward pass line by line and keep each result under a name. Then read it "
        "from the bottom to the top and write one backward line for each.",
        "grads has the keys and shapes of params. On the way back: scores (N, K), vector (N, D), "
        "maps after pooling, maps before pooling, kernel.",
        "dscores; then dense_backward(dscores, vector, dense_w); flatten_backward to the shape of "
        "the pooled maps; max_pool2d_backward with what went into the pooling; relu_backward with "
        "what went into the ReLU; the two gradients of the convolution. Add reg * w to both dw.",
    ),
    success="A network's gradient is its layers' backward passes in reverse order. Deeper networks "
    "have more lines, not another idea.",
    forbidden=_FORBIDDEN,
)

# sgd_momentum


def _step_cases(rng, hidden):
    def case(label, shapes, lr, m, still=False, order=iter):
        def draw(order=iter):
            return {key: numbers(rng, *shapes[key]) for key in order(shapes)}

        state = {key: np.zeros(shape) for key, shape in shapes.items()} if still else draw()
        return Case(label, params=draw(), grads=draw(order), state=state, lr=lr, m=m)

    if not hidden:
        one = {"w": np.array([1.0])}, {"w": np.array([3.0])}, {"w": np.array([2.0])}
        return [
            Case("by hand", params=one[0], grads=one[1], state=one[2], lr=0.5, m=0.5),
            case("from rest", {"w": (2, 2), "b": (2,)}, 0.25, 0.75, still=True),
            case("in motion", {"w": (2, 3), "b": (3,)}, 0.125, 0.875),
            case("without momentum", {"b": (3,), "w": (2, 3)}, 0.5, 0.0),
            case("two layers", {"conv_w": (2, 2, 1, 2), "dense_w": (3, 2)}, 0.25, 0.5),
        ]
    return [
        case("gradients in another order", {"w": (2, 2), "v": (2, 2)}, 0.5, 0.25, order=reversed),
        case("from rest", {"w": (3, 4), "b": (4,)}, 0.1, 0.9, still=True),
        case("in motion", {"w": (3, 4), "b": (4,)}, 0.01, 0.9),
        case("in motion, fast", {"w": (2, 3, 2, 2)}, 2.0, 0.25),
        case("without momentum", {"a": (2,), "b": (3,), "c": (4,)}, 0.3, 0.0),
        case(
            "four kinds",
            {"conv_w": (3, 2, 1, 2), "conv_b": (2,), "dense_w": (4, 3), "dense_b": (3,)},
            0.05,
            0.5,
        ),
    ]


def _step_by(velocity, move):
    def step(params, grads, state, lr, m):
        v = {key: velocity(state[key], grads[key], lr, m) for key in params}
        return {key: move(params[key], v[key], grads[key], lr, m) for key in params}, v

    return step


def _down(p, v, g, lr, m):
    return p - lr * v


sgd_momentum = Exercise(
    answer=layers.sgd_momentum,
    cases=_step_cases,
    mistakes=(
        Mistake(
            "velocity-sign",
            "a sign is turned: v = m v + g is added with a plus, and the step is taken off, or the "
            "network climbs",
            _step_by(lambda v, g, lr, m: m * v - g, _down),
            _step_by(lambda v, g, lr, m: m * v + g, lambda p, v, g, lr, m: p + lr * v),
            _step_by(lambda v, g, lr, m: m * v - g, lambda p, v, g, lr, m: p + lr * v),
            _step_by(lambda v, g, lr, m: m * v - lr * g, lambda p, v, g, lr, m: p + v),
            _step_by(lambda v, g, lr, m: m * v - lr * g, lambda p, v, g, lr, m: p - v),
        ),
        Mistake(
            "learning-rate-inside",
            "the velocity holds the learning rate: here v = m v + g, and lr comes in at the step",
            _step_by(lambda v, g, lr, m: m * v + lr * g, lambda p, v, g, lr, m: p - v),
            _step_by(lambda v, g, lr, m: m * v + lr * g, _down),
        ),
        Mistake(
            "weighted-mean",
            "the gradient is multiplied by 1 - m: here it is added in full",
            _step_by(lambda v, g, lr, m: m * v + (1 - m) * g, _down),
        ),
        Mistake(
            "old-velocity",
            "the step is taken with the velocity from before: first the velocity changes, then the "
            "parameters",
            lambda params, grads, state, lr, m: (
                {key: params[key] - lr * state[key] for key in params},
                {key: m * state[key] + grads[key] for key in params},
            ),
        ),
    ),
    hints=(
        "A ball rolling downhill: each slope changes its velocity, and some of the velocity is "
        "lost on the way.",
        "Two dicts come back, with the keys and shapes of `params`. Those that came in stay as "
        "they are.",
        "For each key: v = m * state[key] + grads[key], then params[key] - lr * v, into dicts of "
        "your own.",
    ),
    success="With m = 0.9 a slope that stays the same moves you ten times as far as without: 1 + "
    "0.9 + 0.81 + ... = 10.",
    forbidden=_FORBIDDEN,
)

# minibatches


def _batch_cases(rng, hidden):
    def case(label, n, size, shape=(), kind=float):
        x = (np.arange(n * int(np.prod(shape))) + 1).reshape(n, *shape).astype(kind)
        seeded = Seeded(int(rng.integers(1000)))
        return Case(label, x=x, y=rng.permutation(n) + 100, size=size, rng=seeded)

    if not hidden:
        return [
            case("nine examples in threes", 9, 3),
            case("ten examples in fours", 10, 4),
            case("small images, a rest of 2", 11, 3, (2, 2, 1)),
            case("a rest of 1", 13, 6),
            case("one batch, larger than there are examples", 9, 20),
        ]
    return [
        case("batches that come out even", 12, 4, (2,)),
        case("a rest", 14, 4, (2, 3, 1)),
        case("a rest of 1", 16, 5),
        case("a rest, whole numbers", 23, 7, (3,), int),
        case("batches of 1", 9, 1),
        case("one batch", 10, 10),
        case("one batch, larger than there are examples", 12, 50),
    ]


def _batches_seen(result, inputs):
    """Read the batches, not more of them than there are examples, and whether rng was asked."""
    most = len(inputs["x"]) + 1
    batches = [tuple(pair) for pair in itertools.islice(iter(result), most)]
    made = inputs["rng"].bit_generator
    asked = made.state != np.random.default_rng(made.seed_seq).bit_generator.state
    return {"batches": batches, "asked": asked}


def _is_pair(pair):
    arrays = isinstance(pair, tuple | list) and [p for p in pair if isinstance(p, np.ndarray)]
    return arrays and len(arrays) == len(pair) == 2 and all(p.dtype.kind in "biuf" for p in arrays)


def _orders(case, value):
    """Return which example stands at each place, in x and in y, and the sizes of the batches.

    The answer may be anything: where it holds no pairs of such arrays, return None.
    """
    x, y = case.inputs["x"], case.inputs["y"]
    batches = value.get("batches") if isinstance(value, dict) else None
    if not isinstance(batches, list) or not batches or not all(map(_is_pair, batches)):
        return None
    ones, others = zip(*batches, strict=True)
    if any(part.shape[1:] != x.shape[1:] or part.ndim != x.ndim for part in ones):
        return None
    if any(part.ndim != 1 for part in others):
        return None
    where_x = {row.tobytes(): place for place, row in enumerate(x.astype(float))}
    where_y = {float(number): place for place, number in enumerate(y)}
    in_x = [where_x.get(row.tobytes()) for part in ones for row in part.astype(float)]
    in_y = [where_y.get(float(number)) for part in others for number in part]
    return in_x, in_y, [len(part) for part in ones], [len(part) for part in others]


def _batches_wrong(case, value):
    n, size = len(case.inputs["x"]), case.inputs["size"]
    seen = _orders(case, value)
    if seen is None:
        return Refusal("It should give pairs `(part of x, part of y)`, one after the other.")
    in_x, in_y, sizes, others = seen
    wanted = [size] * (n // size) + [n % size] * (n % size > 0)
    if sizes != wanted or others != wanted:
        got = sizes if sizes != wanted else others
        return Refusal("The batches have wrong sizes.", wanted, got)
    if sorted(in_x, key=str) != sorted(range(n), key=str):
        return Refusal("Some examples are missing, or come twice.")
    if in_x != in_y:
        return Refusal("An image comes with the label of another.")
    if not value.get("asked") or in_x == list(range(n)):
        return Refusal("The order is always the same: draw it from `rng`, at each call.")
    groups = np.split(np.array(in_x), np.cumsum(sizes)[:-1])
    if size > 1 and len(groups) > 1 and all(np.all(np.diff(group) == 1) for group in groups):
        return Refusal("Each batch holds neighbors: shuffle the examples, not the batches.")
    return None


def _batches_as(test):
    """Recognize a mistake by the order of the examples."""

    def shows(case, answer):
        seen = None if answer.raised else _orders(case, answer.value)
        return seen is not None and bool(test(case, *seen, answer.value.get("asked")))

    return shows


def _one_shuffled(case, in_x, in_y, sizes, others, asked):
    order, every = list(range(len(case.inputs["x"]))), set(range(len(case.inputs["x"])))
    return in_x != in_y and order in (in_x, in_y) and set(in_x) == set(in_y) == every


def _rest_dropped(case, in_x, in_y, sizes, others, asked):
    n, size = len(case.inputs["x"]), case.inputs["size"]
    return (
        n % size and in_x == in_y and sizes == [size] * (n // size) and len(set(in_x)) == len(in_x)
    )


def _rest_dropped_or_nothing(case, answer):
    """Recognize a dropped rest, also where it was all there was."""
    value = answer.value
    nothing = isinstance(value, dict) and value.get("batches") == []
    if nothing and len(case.inputs["x"]) < case.inputs["size"]:
        return True
    return _batches_as(_rest_dropped)(case, answer)


def _always_alike(case, in_x, in_y, sizes, others, asked):
    every = sorted(range(len(case.inputs["x"])))
    whole = None not in in_x and in_x == in_y and sorted(in_x) == every
    return whole and (not asked or in_x == every)


minibatches = Exercise(
    answer=layers.minibatches,
    cases=_batch_cases,
    mistakes=(
        Mistake(
            "shuffles-x-only",
            "only one of the two is shuffled: draw one order and use it for both",
            shows=_batches_as(_one_shuffled),
        ),
        Mistake(
            "drops-last",
            "the rest is dropped: the last batch may be smaller",
            shows=_rest_dropped_or_nothing,
        ),
        Mistake(
            "same-order",
            "the order does not come from `rng`, or is not used: each epoch should see the "
            "examples in another order",
            shows=_batches_as(_always_alike),
        ),
    ),
    hints=(
        "Draw one random order of the numbers 0 to N - 1. Then take them `size` at a time.",
        "x[part] and y[part] with one array of numbers `part`: both stay together.",
        "order = rng.permutation(len(x)); for start in range(0, len(x), size): part = "
        "order[start : start + size]. A slice that runs over the end is shorter, and that is the "
        "rest.",
    ),
    success="A batch is a sample: its gradient points about the right way for a fraction of the "
    "price, and the next batch errs elsewhere.",
    forbidden=_FORBIDDEN,
    may_view=True,
    observe=_batches_seen,
    refuses=_batches_wrong,
)

# find_counterexample


def _suspect_cases(rng, hidden):
    if not hidden:
        return [
            Case(name, probe=name == wrong.RIGHT_SUSPECT, fn=suspect)
            for name, suspect in wrong.SUSPECTS.items()
        ]
    labels = rng.permutation(list(wrong.HIDDEN_SUSPECTS))
    return [
        Case(
            f"a backward pass that {label}",
            probe=label == "is right",
            fn=wrong.Suspect("another_suspect", wrong.HIDDEN_SUSPECTS[label]),
        )
        for label in labels
    ]


_MOST_NUMBERS = 20_000


def _given_input(value):
    """Read an answer as the input of a backward pass; ValueError says what is wrong with it."""
    if not isinstance(value, tuple | list) or len(value) != 5:
        raise ValueError("It should return `(dout, w, xshape, stride, padding)`, or None.")
    dout, w, xshape, stride, padding = value
    arrays = [part for part in (dout, w) if isinstance(part, np.ndarray)]
    if len(arrays) < 2 or any(part.dtype.kind not in "fiu" or part.ndim != 4 for part in arrays):
        raise ValueError("`dout` and `w` should be arrays of numbers with four axes.")
    xshape = np.asarray(xshape)
    if xshape.shape != (4,) or xshape.dtype.kind not in "iu" or xshape.min() < 1:
        raise ValueError("`xshape` should be four whole numbers from 1 up.")
    xshape = tuple(int(n) for n in xshape)
    stride, padding = (
        part if isinstance(part, str) else np.asarray(part).tolist() for part in (stride, padding)
    )
    pads = layers.padding_pairs(padding, xshape[1:3], w.shape[:2], stride)
    padded = [n + sum(pair) for n, pair in zip(xshape[1:3], pads, strict=True)]
    if max(dout.size, w.size, xshape[0] * padded[0] * padded[1] * xshape[3]) > _MOST_NUMBERS:
        raise ValueError(f"It holds more than {_MOST_NUMBERS:,} numbers: a small one is enough.")
    places = layers.conv_output_shape(padded, w.shape[:2], stride)
    if dout.shape != (xshape[0], *places, w.shape[3]) or w.shape[2] != xshape[3]:
        raise ValueError(
            f"`dout` has shape {dout.shape}, `w` {w.shape} and `xshape` is {xshape}, which do not "
            "belong to one layer."
        )
    if not (np.all(np.isfinite(dout)) and np.all(np.isfinite(w))):
        raise ValueError("`dout` or `w` holds numbers that are not finite.")
    return dout, w, xshape, stride, pads


def _tells_apart(fn, value):
    """Tell whether a backward pass is wrong for an input."""
    dout, w, xshape, stride, pads = _given_input(value)
    right = wrong.slope_of_x()(dout, w, xshape, stride, pads)
    found = np.asarray(fn(dout, w, xshape, stride, pads))
    scale = max(1.0, np.abs(right).max())
    return found.shape != right.shape or bool(np.abs(found - right).max() > 1e-6 * scale)


def _counterexample_wrong(case, value):
    fn = case.inputs["fn"]
    if value is None:
        return None if case.probe else Refusal("This one is wrong, and None says it is right.")
    try:
        if _tells_apart(fn, value):
            return None
    except (ValueError, TypeError) as error:
        return Refusal(f"Its answer is no input of a convolution's backward pass: {error}")
    return Refusal("For this input the suspect gives exactly the gradient: it proves nothing.")


def _proves_nothing(case, answer):
    return answer.value is not None and not _tells_apart(case.inputs["fn"], answer.value)


find_counterexample = Exercise(
    answer=layers.find_counterexample,
    cases=_suspect_cases,
    mistakes=(
        Mistake(
            "lets-go",
            "a wrong one is let go: try more kinds of inputs, strides and paddings above all",
            shows=lambda case, answer: not answer.raised and answer.value is None,
        ),
        Mistake(
            "proves-nothing",
            "an input is returned for which the suspect is right: compare its answer with the "
            "gradient before you accuse it",
            shows=_proves_nothing,
        ),
    ),
    hints=(
        "You need a judge: your own backward pass, or numerical gradients of the forward pass. "
        "Then try inputs of many kinds until the two disagree.",
        "For an image xshape, a kernel w and a setting, `dout` has the shape of the output: "
        "`layers.conv_output_shape(xshape[1:3], w.shape[:2], stride, padding)` gives its rows and "
        "columns. Compare the shapes first, then the numbers.",
        "Two loops, over strides (1, 2, 3, (1, 2), (2, 1)) and paddings (0, 1, ((1, 0), (0, 2))), "
        "with an image that is not square, a kernel that is not square and random numbers. Return "
        "the first input that tells them apart; None after the loops.",
    ),
    success="That is how a test is written: an input that a wrong program cannot pass. None of "
    "these bugs shows on every input.",
    forbidden=_FORBIDDEN,
    may_view=True,
    refuses=_counterexample_wrong,
)

# Questions

predict_slope_by_hand = Question(
    "predict_slope_by_hand",
    answer=2,
    says={
        2: "The winning window was (4, 2); the second weight met the 2, and the slope that arrives "
        "is 1. So 1 times 2.",
        4: "That is the slope of the first weight, which met the 4.",
        1: "That is the slope that arrives at the convolution. The weight was multiplied by a "
        "pixel, so its slope is that pixel times 1.",
        12: "That is the slope of the dense weight.",
        0: "Only pixels and windows that lost get 0. Both weights were used by the window that "
        "won.",
        -1: "That is the weight itself. What counts is the pixel it was multiplied by.",
    },
    otherwise="The slope that arrives at the winning place is 1. Which pixel did the second weight "
    "meet there?",
)

predict_pool_traffic = Question(
    "predict_pool_traffic",
    answer="b",
    says={
        "a": "That would be average pooling: all share.",
        "b": "9 windows, one winner each. The other 27 pixels could change a little and nothing "
        "behind the pooling would notice.",
        "c": "Each window has a winner, and there are 9 of them.",
        "d": "Four is how many pixels a window holds.",
    },
)

predict_one_bias = Question(
    "predict_one_bias",
    answer="d",
    says={
        "a": "It is one number, but it was added in many places.",
        "b": "That is one map of one image. The batch has 32.",
        "c": "The other filters have biases of their own.",
        "d": "32 images times 6 times 6 places: each adds its slope.",
    },
)

predict_first_loss = Question(
    "predict_first_loss",
    answer="c",
    says={
        "a": "That would be a loss of a network that gives the true class 90 %.",
        "b": "One half is what a coin would give the true class. Here are ten classes.",
        "c": "It knows nothing, so each class gets about 1/10, and -log(1/10) is 2.30.",
        "d": "10 is the number of classes. The loss is the logarithm of it.",
    },
)
