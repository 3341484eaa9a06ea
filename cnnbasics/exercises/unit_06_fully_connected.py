"""Unit 06: cases, mistakes, hints and questions on dense layers and their first weights."""

import math

import numpy as np

from cnnbasics import layers
from cnnbasics.checking.exercise import (
    Case,
    Crash,
    Exercise,
    Mistake,
    Question,
    Refusal,
    Seeded,
    distinct,
    numbers,
)
from cnnbasics.checking.window import Window

# dense_forward

_X = np.array([[2.0, 1.0, 3.0], [1.0, 0.0, -1.0]])
_W = np.array([[1.0, 0.0], [2.0, -1.0], [0.0, 1.0]])
_B = np.array([0.5, 10.0])
"""Two inputs of three numbers, two outputs, as the unit does them by hand."""


def _dense_cases(rng, hidden):
    def case(label, n, d, m, change=lambda array: array):
        x, w = numbers(rng, n, d), numbers(rng, d, m)
        return Case(label, x=change(x), w=change(w), b=change(distinct(rng, m)))

    def integers(n, d, m):
        sizes = ((n, d), (d, m), (m,))
        return [rng.choice([-1, 1], size) * rng.integers(1, 10, size) for size in sizes]

    if not hidden:
        return [
            Case("the layer done by hand", x=_X, w=_W, b=_B),
            case("one image", 1, 3, 2),
            case("one image, more outputs than inputs", 1, 2, 4),
            case("fewer images than outputs", 2, 4, 3),
            case("more images than outputs", 4, 3, 2),
            case("as many images as outputs", 3, 4, 3),
            case("as many images, inputs and outputs", 2, 2, 2),
            case("as many images, inputs and outputs", 3, 3, 3),
            Case("integers", **dict(zip("xwb", integers(2, 3, 4), strict=True))),
        ]
    return [
        case("several images", 4, 6, 3),
        case("several images", 5, 3, 7),
        case("many inputs", 2, 40, 3),
        case("one image", 1, 5, 3),
        case("one image", 1, 4, 6),
        case("one output", 4, 5, 1),
        case("one input", 3, 1, 4),
        case("as many images as outputs", 4, 6, 4),
        case("as many images as outputs", 5, 2, 5),
        case("as many inputs as outputs", 3, 5, 5),
        case("as many images as inputs", 4, 4, 6),
        case("as many images, inputs and outputs", 4, 4, 4),
        case("as many images, inputs and outputs", 5, 5, 5),
        Case("integers", **dict(zip("xwb", integers(3, 5, 2), strict=True))),
        case("float32", 3, 6, 4, change=lambda array: array.astype(np.float32)),
        Case(
            "images of one byte, other numbers as they come",
            x=rng.integers(100, 256, (3, 6), dtype=np.uint8),
            w=rng.normal(size=(6, 4)),
            b=rng.normal(size=4),
        ),
        Case(
            "images of one byte and whole weights",
            x=rng.integers(100, 256, (4, 5), dtype=np.uint8),
            w=rng.integers(-99, 100, (5, 3)),
            b=numbers(rng, 3),
        ),
    ]


def _as_written(*formulas):
    """Make mistakes that fail where the shapes do not fit, as the formulas of a student do."""

    def made(formula):
        def mistaken(x, w, b):
            try:
                return formula(x, w, b)
            except ValueError:
                raise Crash from None

        return mistaken

    return [made(formula) for formula in formulas]


def _one_bias_an_image(x, w, b):
    if len(x) > len(b):
        raise Crash  # there is no such bias
    return x @ w + b[: len(x), np.newaxis]


def _dense_window(inputs, index):
    x, w, b = inputs["x"], inputs["w"], inputs["b"]
    n, m = index
    window = Window(f"image {n}", x[n], w[:, m], float(b[m]))
    column = ", ".join(f"{weight:.6g}" for weight in w[:, m])
    window.says = f"times column {m} of `w`, [{column}], and the bias:  {window.arithmetic()}"
    return window


dense_forward = Exercise(
    answer=layers.dense_forward,
    cases=_dense_cases,
    mistakes=(
        Mistake(
            "w-at-x",
            "`w` and `x` are exchanged or turned: (N, D) @ (D, M) gives (N, M)",
            *_as_written(
                lambda x, w, b: w @ x + b,
                lambda x, w, b: w.T @ x + b,
                lambda x, w, b: w @ x.T + b,
                lambda x, w, b: x @ w.T + b,
                lambda x, w, b: x.T @ w + b,
                lambda x, w, b: w.T @ x.T + b,
                lambda x, w, b: w.T @ x.T + b[:, np.newaxis],
                lambda x, w, b: x.T @ w.T + b,
                lambda x, w, b: (w @ x).T + b,
            ),
        ),
        Mistake(
            "bias-per-sample",
            "each image gets a bias of its own: a bias belongs to an output, and all images share "
            "it",
            _one_bias_an_image,
            lambda x, w, b: x @ w + np.resize(b, len(x))[:, np.newaxis],
            *_as_written(
                lambda x, w, b: x @ w + b.reshape(len(x), 1),
                lambda x, w, b: x @ w + b[: len(x), np.newaxis],
            ),
        ),
        Mistake(
            "no-bias",
            "the biases are not added",
            lambda x, w, b: x @ w,
        ),
        Mistake(
            "elementwise",
            "`*` multiplies number by number: the products have to be added up too, as `@` does",
            *_as_written(
                lambda x, w, b: x * w + b,
                lambda x, w, b: x * w.T + b,
                lambda x, w, b: (x * w).sum(axis=0) + b,
                lambda x, w, b: (x * w).sum(axis=1) + b,
                lambda x, w, b: (x * w).sum(axis=1, keepdims=True) + b,
                lambda x, w, b: (x * w).sum() + b,
                lambda x, w, b: (x * w.T).sum(axis=1) + b,
                lambda x, w, b: (x * w.T).sum(axis=1, keepdims=True) + b,
                lambda x, w, b: np.stack([row * w + b for row in x]),
                lambda x, w, b: np.stack([row * w.T + b for row in x]),
                lambda x, w, b: np.stack([(row * w).sum(axis=0) + b for row in x]),
                lambda x, w, b: x[:, :, np.newaxis] * w + b,
            ),
        ),
        Mistake(
            "bias-as-column",
            "the biases stand in a column: NumPy then adds one to each row, or makes a matrix of "
            "them; a plain (M,) is added to each row as a whole",
            *_as_written(lambda x, w, b: x @ w + b[:, np.newaxis]),
        ),
    ),
    hints=(
        "One output is a sum: each input times its weight, and the bias of that output. It is "
        "`window_dot` of unit 01 with a flat window.",
        "(N, D) and (D, M) give (N, M): the inputs in the middle are summed away. `b` has one "
        "number for each of the M columns.",
        "out[n, m] is the sum over i of x[n, i] * w[i, m], plus b[m]. `@` does all these sums at "
        "once.",
    ),
    success="All there is to it is one product of matrices, and that is what graphics cards were "
    "bent to do best. Convolutions ride along, by the `im2col` of unit 02.",
    window=_dense_window,
)

# dense_as_conv_kernel


def _kernel_cases(rng, hidden):
    def case(label, h, wd, c, m):
        return Case(label, w=numbers(rng, h * wd * c, m), h=h, wd=wd, c=c)

    if not hidden:
        by_hand = np.array([[1, 10], [2, 20], [3, 30], [4, 40], [5, 50], [6, 60]])
        return [
            Case("a map of 2x3, two outputs", w=by_hand, h=2, wd=3, c=1),
            case("a small map", 2, 3, 2, 1),
            case("two channels", 3, 2, 2, 3),
            case("three channels", 2, 4, 3, 2),
            case("four channels", 3, 2, 4, 5),
            case("a lying map", 1, 4, 2, 3),
        ]
    return [
        case("a standing map", 5, 2, 3, 4),
        case("a lying map", 2, 6, 3, 5),
        case("a square map", 3, 3, 4, 2),
        case("one channel", 4, 3, 1, 5),
        case("one output", 3, 4, 2, 1),
        case("many outputs", 2, 3, 4, 11),
        case("many channels", 3, 2, 9, 4),
        case("one row", 1, 5, 3, 2),
        case("one column", 4, 1, 3, 2),
        case("one pixel", 1, 1, 6, 4),
        case("as many outputs as channels", 4, 3, 5, 5),
        Case("integers", w=rng.integers(-50, 51, (3 * 5 * 2, 4)), h=3, wd=5, c=2),
        Case("turned in memory", w=numbers(rng, 5, 3 * 2 * 4).T, h=3, wd=2, c=4),
    ]


def _kernels(change):
    """Change the right kernels."""
    return lambda w, h, wd, c: change(layers.dense_as_conv_kernel(w, h, wd, c))


def _read_as(order, axes=None, turned=False):
    """Read the weights in another order: `order` names the axes, `axes` puts them back in place."""

    def kernels(w, h, wd, c):
        sizes = {"h": h, "w": wd, "c": c, "m": w.shape[1]}
        read = (w.T if turned else w).reshape([sizes[axis] for axis in order])
        return read if axes is None else read.transpose(axes)

    return kernels


dense_as_conv_kernel = Exercise(
    answer=layers.dense_as_conv_kernel,
    cases=_kernel_cases,
    mistakes=(
        Mistake(
            "reshape-order",
            "the rows of `w` are read in another order than that of a flatten: row, column, "
            "channel, and the outputs last",
            lambda w, h, wd, c: w.reshape((h, wd, c, w.shape[1]), order="F"),
            _read_as("whcm"),
            _read_as("whcm", (1, 0, 2, 3)),
            _read_as("hwmc"),
            _read_as("hwmc", (0, 1, 3, 2)),
            _read_as("hcwm"),
            _read_as("hcwm", (0, 2, 1, 3)),
            _read_as("cwhm", (2, 1, 0, 3)),
            _read_as("mhwc"),
            _read_as("mhwc", (1, 2, 3, 0)),
        ),
        Mistake(
            "transposed",
            "two axes are exchanged, of `w` or of the kernels: they are (h, wd, c, M)",
            _read_as("hwcm", turned=True),
            _read_as("mhwc", turned=True),
            _kernels(lambda kernels: kernels.transpose(1, 0, 2, 3)),
            _kernels(lambda kernels: kernels.transpose(0, 1, 3, 2)),
            _kernels(lambda kernels: kernels.T),
        ),
        Mistake(
            "flipped",
            "the kernels are turned around: a convolution in a network does not flip them",
            _kernels(lambda kernels: kernels[::-1, ::-1]),
            _kernels(lambda kernels: kernels[::-1]),
            _kernels(lambda kernels: kernels[:, ::-1]),
            _kernels(lambda kernels: kernels[::-1, ::-1, ::-1]),
        ),
        Mistake(
            "channels-first",
            "the channels come first, in the result or in the order in which `w` is read: here "
            "they are the third axis, and they run fastest in a flatten",
            _read_as("chwm"),
            _read_as("chwm", (1, 2, 0, 3)),
            _read_as("mchw"),
            _read_as("mchw", (2, 3, 1, 0)),
            _read_as("mchw", turned=True),
            _kernels(lambda kernels: kernels.transpose(2, 0, 1, 3)),
            _kernels(lambda kernels: kernels.transpose(3, 2, 0, 1)),
        ),
    ),
    hints=(
        "Column m of `w` holds the weights of output m, in the order of a flatten. Undo the "
        "flatten for each column.",
        "(h * wd * c, M) becomes (h, wd, c, M): the first axis is taken apart, the last one stays.",
        "kernel[i, j, k, m] = w[(i * wd + j) * c + k, m]. It is a single `reshape`.",
    ),
    success="Now it can do what no fully connected layer can: slide. On a larger picture the same "
    "weights give an answer at every place.",
    may_view=True,
)

# he_normal and glorot_uniform


class _Pair:
    """Two draws that are compared: the first is kept until the second comes.

    Parameters
    ----------
    same : bool
        Whether the two generators are the same.
    """

    def __init__(self, same):
        self.same = same
        self.first = None
        self.broken = False

    def compare(self, value, is_second):
        """Take one of the two; return whether they are not as they should be."""
        first, self.first = self.first, None if is_second else value
        self.broken = bool(
            is_second and first is not None and np.array_equal(first, value) != self.same
        )
        return self.broken


def _draw_cases(rng, hidden):
    def case(label, shape, seed):
        return Case(label, shape=shape, rng=Seeded(seed))

    def pair(shape, same):
        pair, seed = _Pair(same), next(seeds)
        second = seed if same else next(seeds)
        words = "the same generator again" if same else "another generator"
        return [
            Case("a generator", probe=(pair, False), shape=shape, rng=Seeded(seed)),
            Case(words, probe=(pair, True), shape=shape, rng=Seeded(second)),
        ]

    seeds = iter(rng.permutation(1000).tolist())
    if not hidden:
        return [
            case("more inputs than outputs", (400, 100), next(seeds)),
            case("more outputs than inputs", (120, 500), next(seeds)),
            case("3x3 kernels, more filters than channels", (3, 3, 24, 150), next(seeds)),
            case("5x5 kernels, more channels than filters", (5, 5, 90, 20), next(seeds)),
            *pair((300, 90), same=True),
            *pair((3, 5, 20, 80), same=True),
            *pair((90, 300), same=False),
            *pair((5, 3, 80, 20), same=False),
        ]
    return [
        case("a layer behind a flatten", (1152, 64), next(seeds)),
        case("more outputs than inputs", (96, 700), next(seeds)),
        case("3x3 kernels", (3, 3, 32, 128), next(seeds)),
        case("lying kernels", (2, 5, 96, 24), next(seeds)),
        case("1x1 kernels", (1, 1, 100, 300), next(seeds)),
        case("7x7 kernels of few channels", (7, 7, 3, 200), next(seeds)),
        *pair((500, 80), same=True),
        *pair((5, 5, 30, 70), same=True),
        *pair((80, 400), same=False),
        *pair((3, 3, 100, 30), same=False),
    ]


def _fans(shape):
    area = math.prod(shape[:-2])
    return area * shape[-2], area * shape[-1]


def _he(shape):
    """Return the right standard deviation."""
    return math.sqrt(2 / _fans(shape)[0])


def _glorot(shape):
    """Return the right standard deviation: of numbers that are uniform up to a limit."""
    return math.sqrt(2 / sum(_fans(shape)))


def _kurtosis(value):
    """Return 1.8 for uniform numbers, 3 for normal ones, a little less for truncated ones."""
    return float(np.mean((value - value.mean()) ** 4) / value.var() ** 2)


def _is_draw(shape, value):
    return (
        isinstance(value, np.ndarray)
        and value.shape == tuple(shape)
        and value.dtype.kind == "f"
        and bool(np.isfinite(value).all())
    )


def _is_constant(value):
    return float(np.ptp(value)) <= 1e-6 * float(np.abs(value).max())


def _is_centered(value):
    return abs(value.mean()) <= 7 * value.std() / math.sqrt(value.size)


def _close(one, other):
    """Tell whether two standard deviations agree, as those of some ten thousand numbers can."""
    return abs(one / other - 1) < 0.025


def _unlike_normal(shape, value):
    if 1.95 < _kurtosis(value) < 4:
        return None
    return "The numbers should be spread like a bell: many small ones, few large ones."


def _unlike_uniform(shape, value):
    limit, largest = math.sqrt(3) * _glorot(shape), float(np.abs(value).max())
    if largest > limit * (1 + 1e-6):
        return (
            f"No number should be farther from 0 than the limit, {limit:.4g}; yours go to "
            f"{largest:.4g}."
        )
    return None if 1.7 < _kurtosis(value) < 1.95 else "The numbers should fill their range evenly."


def _repeats(value):
    """Tell whether some of the weights are copies of others, or differ too much in their means."""
    if value.dtype.itemsize > 2 and len(np.unique(value)) < 0.9 * value.size:
        return True
    table = value.reshape(-1, value.shape[-1])
    tables = [table, table.T]
    if value.ndim == 4 and math.prod(value.shape[:2]) > 6:
        tables.append(value.reshape(math.prod(value.shape[:2]), -1))
    shares = [t.mean(axis=0).var() * len(t) / value.var() for t in tables]
    return max(shares) > 5 or min(shares[:2]) < 0.01


def _refuse_numbers(shape, value, std, unlike):
    """Return why an array is no such draw, whatever generator it comes from."""
    if not isinstance(value, np.ndarray) or value.shape != tuple(shape):
        came = f"is a {type(value).__name__}"
        if isinstance(value, np.ndarray):
            came = f"has the shape {value.shape}"
        return Refusal(f"The result should be an array of shape {tuple(shape)}; yours {came}.")
    if not _is_draw(shape, value):
        return Refusal(f"The array should hold finite floats; its dtype is {value.dtype}.")
    value = value.astype(float)
    if _is_constant(value):
        return Refusal("All its numbers are the same, so all outputs would be, too.")
    if not _close(value.std(), std):
        of_limit = f", that of the limit {math.sqrt(3) * std:.4g}" * (unlike is _unlike_uniform)
        return Refusal(
            f"The standard deviation should be {std:.4g}{of_limit}; yours is {value.std():.4g}.",
            float(f"{std:.4g}"),
            float(f"{value.std():.4g}"),
        )
    if not _is_centered(value):
        return Refusal(
            f"The mean should be 0; yours is {value.mean():.4g}.",
            0.0,
            float(f"{value.mean():.4g}"),
        )
    why = unlike(shape, value)
    if why:
        return Refusal(why)
    if _repeats(value):
        return Refusal("Some of its numbers are copies of others: each weight is drawn alone.")
    return None


def _refuses(right, unlike):
    def refuses(case, value):
        shape = case.inputs["shape"]
        refusal = _refuse_numbers(shape, value, right(shape), unlike)
        if case.probe is None:
            return refusal
        pair, is_second = case.probe
        if not pair.compare(value, is_second) or refusal:
            return refusal
        if pair.same:
            return Refusal("The same generator gave other numbers before: take them from `rng`.")
        return Refusal("Another generator gave the same numbers: take them from `rng`.")

    return refuses


def _not_from_rng(right, unlike):
    """Recognize numbers that are right, but not the generator's."""

    def shows(case, answer):
        if case.probe is None or not case.probe[1]:
            return False
        shape = case.inputs["shape"]
        refusal = _refuse_numbers(shape, answer.value, right(shape), unlike)
        return refusal is None and case.probe[0].broken

    return shows


def _all_the_same(case, answer):
    value = answer.value
    return _is_draw(case.inputs["shape"], value) and _is_constant(value)


def _spreads(*wrong, right):
    """Recognize a draw by its wrong standard deviation: `wrong(area, nin, nout)` gives one."""

    def shows(case, answer):
        shape, value = case.inputs["shape"], answer.value
        if not _is_draw(shape, value) or not value.std():
            return False
        area, nin, nout = math.prod(shape[:-2]), shape[-2], shape[-1]
        stds = [std(area, nin, nout) for std in wrong]
        # Where a wrong formula comes to the right number, something else is wrong.
        return any(_close(value.std(), s) and not math.isclose(s, right(shape)) for s in stds)

    return shows


def _limits(*wrong):
    """Recognize a uniform draw by its limit: `wrong(area, nin, nout)` gives one."""
    return _spreads(
        *(
            lambda area, nin, nout, limit=limit: limit(area, nin, nout) / math.sqrt(3)
            for limit in wrong
        ),
        right=_glorot,
    )


_NOT_RNG = (
    "the numbers do not come from `rng`: the same generator has to give the same weights, and "
    "another one others, or nobody can repeat an experiment"
)
_SAME = (
    "all weights are the same: then all outputs are, and they stay so however long the network "
    "learns"
)
_NO_AREA = (
    "the area of the kernel is left out: an output of a convolution is made of kH * kW * Cin "
    "numbers, and an input goes into kH * kW * Cout"
)

he_normal = Exercise(
    answer=layers.he_normal,
    cases=_draw_cases,
    mistakes=(
        Mistake(
            "fan-out-only",
            "the outputs are counted: a sum grows with the number of its terms, and these are the "
            "inputs",
            shows=_spreads(
                lambda area, nin, nout: math.sqrt(2 / (area * nout)),
                lambda area, nin, nout: math.sqrt(2 / nout),
                right=_he,
            ),
        ),
        Mistake(
            "variance-as-std",
            "the variance 2 / fan_in is taken for the standard deviation: that is its square root",
            shows=_spreads(lambda area, nin, nout: 2 / (area * nin), right=_he),
        ),
        Mistake(
            "no-kernel-area",
            _NO_AREA,
            shows=_spreads(lambda area, nin, nout: math.sqrt(2 / nin), right=_he),
        ),
        Mistake("global-rng", _NOT_RNG, shows=_not_from_rng(_he, _unlike_normal)),
        Mistake("constant", _SAME, shows=_all_the_same),
    ),
    hints=(
        "Each weight is a random normal number with mean 0. Only their spread has to be worked "
        "out, from how many numbers one output is made of.",
        "That count is the fan-in: D for a shape (D, M), kH * kW * Cin for (kH, kW, Cin, Cout). "
        "The variance is 2 / fan_in.",
        "`rng.normal(0, std, shape)` with std = np.sqrt(2 / fan_in). The fan-in is the product of "
        "all sizes but the last.",
    ),
    success="The 2 pays for the half that a ReLU throws away. With a leaky ReLU it would be "
    "2 / (1 + alpha**2).",
    refuses=_refuses(_he, _unlike_normal),
)

glorot_uniform = Exercise(
    answer=layers.glorot_uniform,
    cases=_draw_cases,
    mistakes=(
        Mistake(
            "fan-out-only",
            "only the outputs are counted: the limit has fan_in + fan_out in it",
            shows=_limits(
                lambda area, nin, nout: math.sqrt(6 / (area * nout)),
                lambda area, nin, nout: math.sqrt(3 / (area * nout)),
                lambda area, nin, nout: math.sqrt(6 / nout),
                lambda area, nin, nout: math.sqrt(3 / nout),
            ),
        ),
        Mistake(
            "variance-as-std",
            "a square root is missing: the limit is the root of 6 / (fan_in + fan_out)",
            shows=_limits(
                lambda area, nin, nout: 6 / (area * (nin + nout)),
                lambda area, nin, nout: 2 / (area * (nin + nout)),
                lambda area, nin, nout: math.sqrt(3) * 2 / (area * (nin + nout)),
            ),
        ),
        Mistake(
            "no-kernel-area",
            _NO_AREA,
            shows=_limits(
                lambda area, nin, nout: math.sqrt(6 / (nin + nout)),
                lambda area, nin, nout: math.sqrt(6 / (area * nin + nout)),
                lambda area, nin, nout: math.sqrt(6 / (nin + area * nout)),
            ),
        ),
        Mistake(
            "limit-without-sqrt6",
            "the limit lacks its square root of 6: uniform numbers up to a limit have the variance "
            "limit**2 / 3, so the limit has a 6 where the variance has a 2",
            shows=_limits(
                lambda area, nin, nout: math.sqrt(2 / (area * (nin + nout))),
                lambda area, nin, nout: math.sqrt(3 / (area * (nin + nout))),
                lambda area, nin, nout: math.sqrt(1 / (area * (nin + nout))),
            ),
        ),
        Mistake("global-rng", _NOT_RNG, shows=_not_from_rng(_glorot, _unlike_uniform)),
        Mistake("constant", _SAME, shows=_all_the_same),
    ),
    hints=(
        "Each weight is drawn evenly between minus a limit and plus that limit. Only the limit has "
        "to be worked out.",
        "fan_in is D or kH * kW * Cin, fan_out is M or kH * kW * Cout. The limit is "
        "sqrt(6 / (fan_in + fan_out)).",
        "`rng.uniform(-limit, limit, shape)`. For a convolution multiply both fans by kH * kW; "
        "`np.prod(shape[:-2])` is that, and 1 for a shape of two.",
    ),
    success="Keras' Dense and Conv2D begin with these numbers unless told otherwise, with a ReLU "
    "as well.",
    refuses=_refuses(_glorot, _unlike_uniform),
)

# Questions


def _dense_number():
    """Answer each number that a student may find by hand with how it comes about."""
    x, w, b = _X[0], _W[:, 1], _B[1]
    right = int(x @ w + b)
    return Question(
        "predict_dense_number",
        answer=right,
        says={
            right: f"2·0 + 1·(-1) + 3·1 = 2, and the bias 10 makes it {right}.",
            2: "That is the sum of the products. The bias of the second output, 10, is missing.",
            14: "The minus sign was lost: 1 times -1 is -1.",
            4.5: "That is the first output again. The second one has the second column of weights.",
            10: "That is the bias alone: there are products to be added.",
            2.5: "That has the bias of the first output. The second one's is 10.",
        },
        otherwise="Multiply 2, 1, 3 by the second column, 0, -1, 1, add the products up, then add "
        "the second bias.",
    )


predict_dense_number = _dense_number()

predict_dense_kernel = Question(
    "predict_dense_kernel",
    answer="c",
    says={
        "a": "Such a kernel sees 3x3 pixels. A fully connected output sees them all.",
        "b": "That fits behind the flatten, where the map is 1x1 with 3136 channels. In front of "
        "it there are 7x7 pixels with 64 channels.",
        "c": "As high and as wide as the map, so there is one place for it; through all 64 "
        "channels; and one filter for each output: 31,360 weights, as many as before.",
        "d": "The order in Keras is height, width, input channels, filters.",
    },
)

predict_same_weights = Question(
    "predict_same_weights",
    answer="a",
    says={
        "a": "All 256 units compute the same sum. Later they get the same correction, so they stay "
        "the same for ever: 256 units that are worth one.",
        "b": "The input has 64 numbers, but every unit adds them up in the same way.",
        "c": "Units differ by their weights alone, and these do not differ.",
        "d": "Another picture gives another number, but to all 256 units alike.",
    },
)

predict_twenty_layers = Question(
    "predict_twenty_layers",
    answer="d",
    says={
        "a": "That is one layer. There are twenty, one behind the other.",
        "b": "That divides by 20. Each layer multiplies what the layer before has left.",
        "c": "That would be eight layers or so: 0.6 ** 8 is 0.017.",
        "d": "0.6 ** 20 is 0.000037. A factor that looks harmless is not, twenty times over.",
    },
)
