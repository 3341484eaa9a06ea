"""Unit 01: cases, mistakes and hints of the convolution of one channel."""

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
    numbers,
)
from cnnbasics.checking.window import Window, look, signed_sum

# conv_output_size


def _output_size_cases(rng, hidden):
    if not hidden:
        table = [
            (7, 3, 1, 0),
            (6, 3, 2, 0),
            (5, 3, 1, 1),
            (9, 2, 3, 0),
            (10, 2, 3, 0),
            (8, 3, 2, 1),
        ]
        table += [(9, 4, 2, 0), (5, 5, 1, 0), (3, 5, 1, 2), (9, 4, 2, 3)]
        cases = [Case(f"n={n}, k={k}", n=n, k=k, stride=s, pad=p) for n, k, s, p in table]
        return [
            Case("the defaults", n=7, k=3),
            *cases,
            Case("a kernel larger than the padded image", n=2, k=7, stride=1, pad=2),
            Case("a kernel larger than the padded image", n=5, k=6, stride=3, pad=0),
        ]
    cases = [Case("the defaults", n=int(rng.integers(9, 40)), k=int(rng.integers(1, 9)))]
    cases.append(Case("no padding given", **cases[0].inputs, stride=int(rng.integers(2, 6))))
    while len(cases) < 202:
        n, k, stride, pad = (
            int(rng.integers(*bounds)) for bounds in ((1, 60), (1, 12), (1, 7), (0, 6))
        )
        if k <= n + 2 * pad:
            cases.append(Case("a random size", n=n, k=k, stride=stride, pad=pad))
    for stride in (1, 2, 3, 5):
        n, pad = (int(number) for number in rng.integers(1, 5, 2))
        for words, k in (
            ("a kernel as large as the padded image", n + 2 * pad),
            ("a kernel larger than the image, not than the padded one", n + 1),
            ("a kernel larger than the padded image", n + 2 * pad + 1),
            ("a kernel much larger than the padded image", n + 2 * pad + 4),
        ):
            cases.append(Case(words, n=n, k=k, stride=stride, pad=pad))
    return cases


def _size_by(formula, refuses=lambda n, k, stride, pad: False):
    """Make a mistaken size; it says nothing about kernels that do not fit."""

    def size(n, k, stride=1, pad=0):
        if k > n + 2 * pad:
            raise ValueError
        if refuses(n, k, stride, pad):
            raise Crash
        return formula(n, k, stride, pad)

    return size


def _is_float_size(case, answer):
    """Recognize the right size, or the quotient before it is rounded down, as a float."""
    n, k = case.inputs["n"], case.inputs["k"]
    stride, pad = case.inputs.get("stride", 1), case.inputs.get("pad", 0)
    if not isinstance(answer.value, float | np.floating | np.ndarray) or np.size(answer.value) != 1:
        return False
    value, steps = np.ravel(answer.value)[0], (n + 2 * pad - k) / stride
    return isinstance(value, float | np.floating) and bool(
        np.isclose(value, steps + 1) or value == steps // 1 + 1
    )


conv_output_size = Exercise(
    answer=layers.conv_output_size,
    cases=_output_size_cases,
    mistakes=(
        Mistake(
            "ceil",
            "the division is rounded up: that counts a window that hangs over the border",
            _size_by(lambda n, k, s, p: math.ceil((n + 2 * p - k) / s) + 1),
        ),
        Mistake(
            "no-plus-one",
            "the first window is not counted: the steps are counted, not the places",
            _size_by(lambda n, k, s, p: (n + 2 * p - k) // s),
            _size_by(
                lambda n, k, s, p: (n + 2 * p - k) // s,
                refuses=lambda n, k, s, p: n + 2 * p - k < s,
            ),
            _size_by(lambda n, k, s, p: len(range(0, n + 2 * p - k, s))),
        ),
        Mistake(
            "pad-counted-once",
            "`pad` is added once: it is added on each side, so twice",
            _size_by(lambda n, k, s, p: (n + p - k) // s + 1),
            _size_by(
                lambda n, k, s, p: (n + p - k) // s + 1,
                refuses=lambda n, k, s, p: k > n + p,
            ),
        ),
        Mistake(
            "stride-multiplies",
            "the stride multiplies: it divides, as larger steps give fewer places",
            _size_by(lambda n, k, s, p: (n + 2 * p - k) * s + 1),
            _size_by(lambda n, k, s, p: (n + 2 * p - k + 1) * s),
            _size_by(lambda n, k, s, p: n + 2 * p - k * s + 1),
        ),
        Mistake(
            "rounds-half",
            "the division is rounded to the nearest number: half a step is no step",
            _size_by(lambda n, k, s, p: round((n + 2 * p - k) / s) + 1),
            _size_by(lambda n, k, s, p: math.floor((n + 2 * p - k) / s + 0.5) + 1),
            _size_by(lambda n, k, s, p: round((n + 2 * p - k) / s + 1)),
        ),
        Mistake(
            "ignores-pad",
            "`pad` is left out",
            _size_by(lambda n, k, s, p: (n - k) // s + 1),
            _size_by(
                lambda n, k, s, p: (n - k) // s + 1,
                refuses=lambda n, k, s, p: k > n,
            ),
        ),
        Mistake(
            "returns-float",
            "`/` divides: it gives a float, and a size is an int, as `//` gives",
            shows=_is_float_size,
        ),
    ),
    hints=(
        "Put the window at the left border. How many steps of `stride` can it take before its "
        "right edge leaves the padded image?",
        "The padded length is `n + 2 * pad`. The window's left edge can stand at 0, stride, "
        "2 * stride, ... up to `n + 2 * pad - k`. All of these are ints.",
        "The number of steps is `(n + 2 * pad - k) // stride`, and the place where the window "
        "started counts too. Raise the `ValueError` before you divide.",
    ),
    success="Where the stride does not divide, the last columns of the image are never looked at: "
    "(6, 3, 2, 0) gives 2, and column 5 is not seen.",
    integers=True,
)

# zero_pad2d


def _pad_cases(rng, hidden):
    image = np.arange(1.0, 7.0).reshape(1, 2, 3, 1)
    if not hidden:
        return [
            Case("one zero on each side", x=image, pad=1),
            Case("rows and columns differ", x=image, pad=(2, 1)),
            Case("each side differs", x=image, pad=((1, 0), (0, 2))),
            Case("each side differs", x=numbers(rng, 2, 3, 2, 2), pad=((0, 2), (1, 3))),
            Case("no padding", x=image, pad=0),
            Case("an integer image", x=rng.integers(1, 200, (2, 2, 3, 3)).astype(np.uint8), pad=2),
        ]
    return [
        Case("one number", x=numbers(rng, 3, 4, 5, 2), pad=int(rng.integers(1, 4))),
        Case("a pair", x=numbers(rng, 2, 5, 3, 3), pad=(1, 3)),
        Case("a pair, no rows", x=numbers(rng, 2, 3, 4, 2), pad=(0, 2)),
        Case("each side differs", x=numbers(rng, 2, 4, 3, 2), pad=((1, 2), (3, 0))),
        Case("each side differs", x=numbers(rng, 2, 4, 3, 3), pad=((0, 2), (1, 4))),
        Case("each side differs", x=numbers(rng, 1, 2, 6, 1), pad=((3, 1), (2, 1))),
        Case("no padding", x=numbers(rng, 2, 3, 4, 2), pad=0),
        Case("no padding, a pair", x=numbers(rng, 1, 3, 4, 2), pad=(0, 0)),
        Case("a uint8 image", x=rng.integers(1, 256, (2, 4, 3, 3)).astype(np.uint8), pad=1),
        Case(
            "a float32 image", x=numbers(rng, 2, 3, 4, 2).astype(np.float32), pad=((2, 1), (1, 2))
        ),
        Case("an int64 image", x=rng.integers(-9, 0, (1, 3, 2, 2)), pad=((1, 2), (2, 1))),
    ]


def _padded(widths, **options):
    """Make a mistaken padding: `widths` maps ((t, b), (l, r)) to what np.pad takes."""

    def pad_wrongly(x, pad):
        return np.pad(x, widths(*layers.padding_pairs(pad)), **options)

    return pad_wrongly


_NO = (0, 0)


def _one_side_only(sides):
    """Pad rows, columns or both by one of the two pairs that `sides` makes of the right pair."""
    ways = (lambda pair: sides(pair)[0], lambda pair: sides(pair)[1], lambda pair: pair)
    return [
        _padded(lambda tb, lr, rows=rows, columns=columns: (_NO, rows(tb), columns(lr), _NO))
        for rows in ways
        for columns in ways
        if (rows, columns) != (ways[2], ways[2])
    ]


zero_pad2d = Exercise(
    answer=layers.zero_pad2d,
    cases=_pad_cases,
    mistakes=(
        Mistake(
            "pads-batch",
            "the first axis is padded too: axis 0 is the batch, and the images are on axes 1 and 2",
            _padded(lambda tb, lr: (tb, tb, lr, _NO)),
            _padded(lambda tb, lr: (lr, tb, lr, _NO)),
            _padded(lambda tb, lr: (tb, lr, _NO, _NO)),
            _padded(lambda tb, lr: (tb, _NO, lr, _NO)),
            _padded(lambda tb, lr: (tb, tb, lr, lr)),
            _padded(lambda tb, lr: (lr, tb, lr, lr)),
            _padded(lambda tb, lr: (tb, tb, lr, tb)),
            _padded(lambda tb, lr: ((1, 1), tb, lr, _NO)),
            lambda x, pad: np.pad(x, pad),
            lambda x, pad: np.pad(x, pad) if np.ndim(pad) == 0 else layers.zero_pad2d(x, pad),
        ),
        Mistake(
            "pads-channels",
            "the last axis is padded too: axis 3 holds the channels",
            _padded(lambda tb, lr: (_NO, tb, lr, lr)),
            _padded(lambda tb, lr: (_NO, tb, lr, tb)),
            _padded(lambda tb, lr: (_NO, tb, lr, (1, 1))),
            _padded(lambda tb, lr: (_NO, _NO, tb, lr)),
            _padded(lambda tb, lr: (_NO, tb, _NO, lr)),
        ),
        Mistake(
            "one-side-only",
            "zeros are put on one side of an axis only: they go before and after the image",
            *_one_side_only(lambda pair: ((pair[0], 0), (0, pair[1]))),
            *_one_side_only(lambda pair: ((sum(pair), 0), (0, sum(pair)))),
        ),
        Mistake(
            "edge-values",
            "the border repeats the edge of the image in place of zeros",
            _padded(lambda tb, lr: (_NO, tb, lr, _NO), mode="edge"),
        ),
        Mistake(
            "rows-only",
            "zeros are put above and below, and none left and right",
            _padded(lambda tb, lr: (_NO, tb, _NO, _NO)),
        ),
        Mistake(
            "width-only",
            "zeros are put left and right, and none above and below",
            _padded(lambda tb, lr: (_NO, _NO, lr, _NO)),
        ),
        Mistake(
            "top-bottom-swapped",
            "what belongs above the image is put below it",
            _padded(lambda tb, lr: (_NO, tb[::-1], lr, _NO)),
            _padded(lambda tb, lr: (_NO, tb[::-1], lr[::-1], _NO)),
        ),
        Mistake(
            "pads-twice",
            "the border is twice as wide as asked for",
            _padded(lambda tb, lr: (_NO, *(np.multiply(2, (tb, lr)).tolist()), _NO)),
            _padded(
                lambda tb, lr: (_NO, *((pair[0], sum(pair) + pair[1]) for pair in (tb, lr)), _NO)
            ),
        ),
    ),
    hints=(
        "Make a larger array of zeros and put the images in its middle; or let `np.pad` do that.",
        "Bring every form of `pad` to ((top, bottom), (left, right)) first. The result has shape "
        "(N, top + H + bottom, left + W + right, C) and the dtype of `x`.",
        "The image begins at row `top` and column `left`: `out[:, top:top + H, left:left + W] = x`."
        " For `np.pad` the widths are (0, 0), (top, bottom), (left, right), (0, 0).",
    ),
    success="Padding by (k - 1) / 2 keeps the size of an image under an odd kernel of k; you will "
    'meet it as `padding="same"`.',
    keeps_dtype=True,
)

# window_dot


def _window_dot_cases(rng, hidden):
    hand = np.array([[1.0, 0.0, 2.0], [0.0, 1.0, 1.0]])
    kernel = np.array([[1.0, -1.0, 2.0], [0.0, 2.0, 3.0]])
    square, square_kernel = np.vstack([hand, [2, 1, 0]]), np.vstack([kernel, [1, 0, -2]])
    if not hidden:
        return [
            Case("six products", patch=hand, kernel=kernel),
            Case("six products and a bias", patch=hand, kernel=kernel, bias=0.5),
            Case("nine products", patch=square, kernel=square_kernel, bias=-2.0),
            Case("a square window", patch=numbers(rng, 3, 3), kernel=numbers(rng, 3, 3), bias=1.5),
            Case(
                "two channels", patch=numbers(rng, 2, 3, 2), kernel=numbers(rng, 2, 3, 2), bias=0.25
            ),
            Case(
                "three channels",
                patch=numbers(rng, 2, 2, 3),
                kernel=numbers(rng, 2, 2, 3),
                bias=-0.5,
            ),
            Case("integers", patch=rng.integers(0, 9, (3, 2)), kernel=rng.integers(-3, 4, (3, 2))),
            Case(
                "a bias of shape (1,)",
                patch=numbers(rng, 2, 4),
                kernel=numbers(rng, 2, 4),
                bias=np.array([0.75]),
            ),
        ]
    shapes = [
        (3, 2),
        (2, 4),
        (3, 3),
        (2, 2),
        (4, 4),
        (2, 3, 3),
        (3, 2, 2),
        (2, 2, 2),
        (1, 1),
        (1, 1, 3),
    ]
    cases = []
    for shape in shapes:
        words = f"a window of shape {shape}"
        bias = float(numbers(rng, 1)[0])
        cases.append(
            Case(words, patch=numbers(rng, *shape), kernel=numbers(rng, *shape), bias=bias)
        )
    return [
        *cases,
        Case("no bias given", patch=numbers(rng, 2, 3), kernel=numbers(rng, 2, 3)),
        Case(
            "a bias of shape (1,)",
            patch=numbers(rng, 3, 2),
            kernel=numbers(rng, 3, 2),
            bias=numbers(rng, 1),
        ),
        Case(
            "integers",
            patch=rng.integers(-9, 10, (2, 3)),
            kernel=rng.integers(-9, 10, (2, 3)),
            bias=2,
        ),
        Case(
            "a uint8 window",
            patch=rng.integers(100, 256, (3, 2)).astype(np.uint8),
            kernel=numbers(rng, 3, 2),
            bias=0.5,
        ),
        Case(
            "float32",
            patch=numbers(rng, 3, 4).astype(np.float32),
            kernel=numbers(rng, 3, 4).astype(np.float32),
            bias=0.25,
        ),
    ]


def _over(axis, keepdims=False):
    return lambda patch, kernel, bias=0.0: (
        np.sum(patch * kernel, axis=axis, keepdims=keepdims) + bias
    )


def _of_product(product, total):
    return lambda patch, kernel, bias=0.0: total(product(patch, kernel)) + bias


def _matmul_by_channel(patch, kernel):
    """Multiply window and kernel as matrices in each channel."""
    if patch.ndim == 2:
        return patch @ kernel
    return np.moveaxis(np.moveaxis(patch, -1, 0) @ np.moveaxis(kernel, -1, 0), 0, -1)


def _with_kernel(change):
    return lambda patch, kernel, bias=0.0: np.sum(patch * change(kernel)) + bias


window_dot = Exercise(
    answer=layers.window_dot,
    cases=_window_dot_cases,
    mistakes=(
        Mistake(
            "matmul",
            "the two are multiplied as matrices (`@` or `np.dot`): a window is multiplied element "
            "by element (`*`)",
            *(
                _of_product(product, total)
                for product in (
                    np.matmul,
                    np.dot,
                    np.inner,
                    lambda patch, kernel: patch @ np.swapaxes(kernel, -1, -2),
                    lambda patch, kernel: patch @ kernel.T,
                    lambda patch, kernel: np.dot(patch, kernel.T),
                    lambda patch, kernel: patch.T @ kernel,
                    _matmul_by_channel,
                )
                for total in (lambda out: out, np.sum)
            ),
            lambda patch, kernel, bias=0.0: np.sum(patch @ kernel + bias),
            _of_product(_matmul_by_channel, lambda out: np.sum(np.trace(out))),
        ),
        Mistake(
            "mean",
            "the products are averaged: they are summed",
            lambda patch, kernel, bias=0.0: np.mean(patch * kernel) + bias,
            lambda patch, kernel, bias=0.0: (np.sum(patch * kernel) + bias) / patch.size,
            lambda patch, kernel, bias=0.0: (
                np.sum(patch * kernel) / (patch.shape[0] * patch.shape[1]) + bias
            ),
        ),
        Mistake(
            "bias-per-element",
            "the bias is added to each of many numbers: it is added once, to the sum",
            lambda patch, kernel, bias=0.0: np.sum(patch * kernel + bias),
            lambda patch, kernel, bias=0.0: np.sum((patch + bias) * kernel),
            lambda patch, kernel, bias=0.0: np.sum(patch * (kernel + bias)),
            lambda patch, kernel, bias=0.0: np.sum(patch * kernel) + bias * patch.shape[0],
            lambda patch, kernel, bias=0.0: (
                np.sum(patch * kernel) + bias * math.prod(patch.shape[2:])
            ),
        ),
        Mistake(
            "bias-forgotten",
            "the bias is left out",
            lambda patch, kernel, bias=0.0: np.sum(patch * kernel),
        ),
        Mistake(
            "kernel-flipped",
            "the kernel is flipped: here it lies on the window as it is",
            _with_kernel(lambda kernel: kernel[::-1, ::-1]),
            _with_kernel(np.flip),
            _with_kernel(np.flipud),
            _with_kernel(np.fliplr),
        ),
        Mistake(
            "max",
            "the largest number is taken: the products are summed",
            lambda patch, kernel, bias=0.0: np.max(patch * kernel) + bias,
            lambda patch, kernel, bias=0.0: np.max(patch) + bias,
        ),
        Mistake(
            "sums-one-axis",
            "the sum leaves an axis out: it runs over all of them and gives one number",
            *(
                _over(axis, keepdims)
                for axis in (0, 1, -1, (0, 1), (0, 2), (1, 2))
                for keepdims in (False, True)
            ),
        ),
    ),
    hints=(
        "Lay the kernel on the window. Each number meets one number: multiply the pairs, add up.",
        "`patch * kernel` has the shape of both. Its sum over all axes is one number; the bias is "
        "added to that.",
        "With indices: the sum over a, b (and c) of patch[a, b, c] * kernel[a, b, c], plus bias.",
    ),
    success="This one line is all the arithmetic there is in a convolution; the rest is where to "
    "put the window.",
    window=lambda inputs, index: Window(
        "the whole patch",
        np.asarray(inputs["patch"]),
        np.asarray(inputs["kernel"]),
        float(np.asarray(inputs.get("bias", 0.0)).item()),
    ),
)

# correlate2d


def _correlate_cases(rng, hidden):
    hand = np.array([[1.0, 0.0, 2.0, 1.0, 3.0], [0.0, 1.0, 1.0, 3.0, 0.0]])
    hand = np.vstack([hand, [[2.0, 1.0, 0.0, 1.0, 2.0], [1.0, 3.0, 2.0, 0.0, 1.0]]])
    kernel = np.array([[1.0, -1.0, 2.0], [0.0, 2.0, 3.0]])

    def ints(*shape):
        largest = 300 if hidden else 20
        return rng.integers(-largest, largest + 1, shape)

    if not hidden:
        return [
            Case("the image done by hand", image=hand, kernel=kernel),
            Case("stride 2, done by hand", image=hand[:3, :4], kernel=kernel[:, :2], stride=2),
            Case("stride 2", image=hand, kernel=kernel, stride=2),
            Case("a square image", image=numbers(rng, 4, 4), kernel=numbers(rng, 2, 2)),
            Case(
                "a square image, stride 2",
                image=numbers(rng, 5, 5),
                kernel=numbers(rng, 2, 2),
                stride=2,
            ),
            Case("a tall image and kernel", image=numbers(rng, 7, 3), kernel=numbers(rng, 3, 2)),
            Case(
                "stride (1, 2)", image=numbers(rng, 4, 6), kernel=numbers(rng, 2, 3), stride=(1, 2)
            ),
            Case("padding", image=numbers(rng, 3, 4), kernel=numbers(rng, 3, 3), stride=2, pad=1),
            Case("integers", image=ints(5, 3), kernel=numbers(rng, 2, 2)),
            Case("integers", image=ints(4, 6), kernel=numbers(rng, 3, 2), stride=2),
        ]
    return [
        Case("a wide image", image=numbers(rng, 5, 8), kernel=numbers(rng, 2, 3)),
        Case("a tall image", image=numbers(rng, 9, 5), kernel=numbers(rng, 3, 2)),
        Case("a square image", image=numbers(rng, 6, 6), kernel=numbers(rng, 3, 3)),
        Case(
            "a square image, stride 2",
            image=numbers(rng, 7, 7),
            kernel=numbers(rng, 3, 3),
            stride=2,
        ),
        Case(
            "a stride that does not divide",
            image=numbers(rng, 8, 6),
            kernel=numbers(rng, 3, 3),
            stride=2,
        ),
        Case(
            "a stride that does not divide",
            image=numbers(rng, 6, 9),
            kernel=numbers(rng, 2, 4),
            stride=3,
        ),
        Case("stride (1, 3)", image=numbers(rng, 5, 10), kernel=numbers(rng, 3, 2), stride=(1, 3)),
        Case("stride (3, 1)", image=numbers(rng, 10, 5), kernel=numbers(rng, 2, 3), stride=(3, 1)),
        Case(
            "a stride larger than the kernel",
            image=numbers(rng, 9, 6),
            kernel=numbers(rng, 2, 2),
            stride=3,
        ),
        Case("a kernel as large as the image", image=numbers(rng, 3, 4), kernel=numbers(rng, 3, 4)),
        Case("a kernel of one number", image=numbers(rng, 3, 3), kernel=numbers(rng, 1, 1)),
        Case("padding 1", image=numbers(rng, 4, 6), kernel=numbers(rng, 3, 2), pad=1),
        Case(
            "padding 2, stride 2",
            image=numbers(rng, 6, 4),
            kernel=numbers(rng, 3, 3),
            stride=2,
            pad=2,
        ),
        Case("an integer image", image=ints(4, 7), kernel=numbers(rng, 2, 3)),
        Case("an integer image, stride 2", image=ints(7, 4), kernel=numbers(rng, 3, 2), stride=2),
        # Sums between 0 and 240: what a cast to uint8 does beyond 255 differs between machines.
        Case(
            "a uint8 image",
            image=rng.integers(1, 13, (5, 3)).astype(np.uint8),
            kernel=np.abs(numbers(rng, 2, 2)),
        ),
        Case(
            "float32",
            # None is negative: where terms cancel, float32 is less exact than the tolerance.
            image=np.abs(numbers(rng, 5, 6)).astype(np.float32),
            kernel=np.abs(numbers(rng, 2, 3)).astype(np.float32),
        ),
        Case(
            "padding 1, stride (2, 1)",
            image=numbers(rng, 5, 4),
            kernel=numbers(rng, 2, 3),
            stride=(2, 1),
            pad=1,
        ),
        Case(
            "numbers of many digits, a transposed image",
            image=rng.normal(size=(6, 4)).T,
            kernel=rng.normal(size=(2, 3)),
        ),
    ]


def _correlated_with(change):
    """Correlate rightly with a changed kernel."""
    return lambda image, kernel, stride=1, pad=0: layers.correlate2d(
        image, change(kernel), stride, pad
    )


def _right_but(change):
    """Change the right output."""
    return lambda image, kernel, stride=1, pad=0: change(
        layers.correlate2d(image, kernel, stride, pad)
    )


def _only_square(change):
    """Say nothing about an array that is not square."""

    def changed(array):
        if array.shape[0] != array.shape[1]:
            raise ValueError
        return change(array)

    return changed


def _all_places(image, kernel, stride=1, pad=0):
    """Return the output at stride 1, of which every stride takes a part."""
    return layers.correlate2d(image, kernel, 1, pad)


def _stride_ignored(image, kernel, stride=1, pad=0):
    h, w = layers.correlate2d(image, kernel, stride, pad).shape
    return _all_places(image, kernel, pad=pad)[:h, :w]


def _stride_rows_only(image, kernel, stride=1, pad=0):
    w = layers.correlate2d(image, kernel, stride, pad).shape[1]
    return _all_places(image, kernel, pad=pad)[:: layers.stride_pair(stride)[0], :w]


def _stride_rows_only_wide(image, kernel, stride=1, pad=0):
    return layers.correlate2d(image, kernel, (layers.stride_pair(stride)[0], 1), pad)


def _places_swapped(strides_too):
    def swap(image, kernel, stride=1, pad=0):
        right = layers.correlate2d(image, kernel, stride, pad)
        sh, sw = layers.stride_pair(stride)
        if strides_too:
            sh, sw = sw, sh
        i, j = np.indices(right.shape)
        return _all_places(image, kernel, pad=pad)[j * sh, i * sw]

    return swap


# Which places of an axis a loop reaches, of `size`; the last one starts `steps` from the first.
_PLACES = {
    "all": lambda size, steps, stride: slice(size),
    "not the last": lambda size, steps, stride: slice(size - 1),
    "not the first": lambda size, steps, stride: slice(1, size),
    "starts before the last": lambda size, steps, stride: slice(-(-steps // stride)),
}


def _loop_over(rows, columns, zeros):
    """Reach some of the places only: the others stay zero, or are not in the output."""

    def loop(image, kernel, stride=1, pad=0):
        right = layers.correlate2d(image, kernel, stride, pad)
        steps = [n + 2 * pad - k for n, k in zip(image.shape, kernel.shape, strict=True)]
        axes = zip((rows, columns), right.shape, steps, layers.stride_pair(stride), strict=True)
        reached = tuple(_PLACES[places](*sizes) for places, *sizes in axes)
        if not zeros:
            if right[reached].size == 0:
                raise ValueError
            return right[reached]
        out = np.zeros_like(right)
        out[reached] = right[reached]
        return out

    return loop


def _kernel_without(rows, columns):
    def cut(kernel):
        part = np.zeros_like(kernel)
        part[rows, columns] = kernel[rows, columns]
        return part

    return _correlated_with(cut)


_SHORT_LOOPS = (
    *(
        _loop_over(rows, columns, zeros)
        for short in ("not the last", "not the first", "starts before the last")
        for rows, columns in ((short, short), (short, "all"), ("all", short))
        for zeros in (True, False)
    ),
    *(
        _kernel_without(rows, columns)
        for short in (slice(-1), slice(1, None))
        for rows, columns in ((short, short), (short, slice(None)), (slice(None), short))
    ),
)


def _square_output(side, size=True, loops=True):
    """Take one side of the output for both: in its size, in the loops that fill it, or in both."""

    def square(image, kernel, stride=1, pad=0):
        right = layers.correlate2d(image, kernel, stride, pad)
        n = right.shape[side]
        if (n > min(right.shape)) if loops else (n < max(right.shape)):
            raise Crash
        out = np.zeros((n, n) if size else right.shape)
        reached = tuple(slice(min(n, length)) for length in right.shape)
        out[reached] = right[reached]
        return out

    return square


def _square_by_slices(side):
    """Cut as many windows down as to the right; a slice of one row meets all rows of the kernel."""

    def square(image, kernel, stride=1, pad=0):
        n = layers.correlate2d(image, kernel, stride, pad).shape[side]
        (sh, sw), (kh, kw) = layers.stride_pair(stride), kernel.shape
        padded = np.pad(image, pad)
        out = np.zeros((n, n))
        for i, j in np.ndindex(n, n):
            window = padded[i * sh : i * sh + kh, j * sw : j * sw + kw]
            try:
                out[i, j] = np.sum(window * kernel)
            except ValueError:
                raise Crash from None
        return out

    return square


def _square_loops(side):
    """Go over as many rows of the kernel as columns; the output has its size."""

    def square(image, kernel, stride=1, pad=0):
        k = kernel.shape[side]
        if k > min(kernel.shape):
            raise Crash
        part = np.zeros_like(kernel)
        part[:k, :k] = kernel[:k, :k]
        return layers.correlate2d(image, part, stride, pad)

    return square


def _square_kernel(side):
    def square(image, kernel, stride=1, pad=0):
        k = kernel.shape[side]
        if k > min(image.shape) + 2 * pad:
            raise ValueError
        if k > min(kernel.shape):
            raise Crash
        return layers.correlate2d(image, kernel[:k, :k], stride, pad)

    return square


def _sized_by(side):
    """Size the output by one side of the kernel, and move the window as it should."""

    def sized(image, kernel, stride=1, pad=0):
        k = kernel.shape[side]
        h, w = layers.conv_output_shape(image.shape, k, stride, pad)
        right = layers.correlate2d(image, kernel, stride, pad)
        if h > right.shape[0] or w > right.shape[1]:
            raise Crash
        return right[:h, :w]

    return sized


def _square_kernel_raises(image, kernel, stride=1, pad=0):
    if max(kernel.shape) > min(image.shape) + 2 * pad:
        raise ValueError
    if kernel.shape[0] != kernel.shape[1]:
        raise Crash
    return layers.correlate2d(image, kernel, stride, pad)


def _truncated(image, kernel, stride=1, pad=0):
    return layers.correlate2d(image, kernel, stride, pad).astype(image.dtype)


def _kernel_truncated(image, kernel, stride=1, pad=0):
    return layers.correlate2d(image, kernel.astype(image.dtype), stride, pad)


def _correlate_window(inputs, index):
    image, kernel = inputs["image"], inputs["kernel"]
    return look(
        image[None, :, :, None],
        kernel[:, :, None, None],
        (0, *index, 0),
        inputs.get("stride", 1),
        inputs.get("pad", 0),
    )


correlate2d = Exercise(
    answer=layers.correlate2d,
    cases=_correlate_cases,
    mistakes=(
        Mistake(
            "flipped",
            "the kernel is flipped: that is what `convolve2d` does, further on",
            _correlated_with(np.flip),
        ),
        Mistake(
            "flipped-one-axis",
            "the kernel is flipped along one axis",
            _correlated_with(np.flipud),
            _correlated_with(np.fliplr),
        ),
        Mistake(
            "transposed-kernel",
            "rows and columns of the kernel are exchanged",
            _correlated_with(np.transpose),
            _correlated_with(_only_square(np.transpose)),
        ),
        Mistake(
            "stride-ignored",
            "the window moves by 1 whatever the stride",
            _stride_ignored,
            _all_places,
        ),
        Mistake(
            "stride-rows-only",
            "the stride moves the window down but not to the right",
            _stride_rows_only,
            _stride_rows_only_wide,
        ),
        Mistake(
            "swap-ij",
            "row and column of the window, or of the output, are exchanged",
            _right_but(np.transpose),
            _right_but(_only_square(np.transpose)),
            _places_swapped(strides_too=False),
            _places_swapped(strides_too=True),
        ),
        Mistake(
            "off-by-one-loop",
            "a loop begins one step late or ends one step early: a row or a column is missing",
            *_SHORT_LOOPS,
        ),
        Mistake(
            "hout-for-wout",
            "the output is given as many columns as rows",
            *(
                _square_output(side, **where)
                for side in (0, 1)
                for where in ({}, {"size": False}, {"loops": False})
            ),
            _square_by_slices(0),
            _square_by_slices(1),
        ),
        Mistake(
            "square-kernel",
            "one side of the kernel is taken for the other, which works if it is square",
            _square_kernel(0),
            _square_kernel(1),
            _sized_by(0),
            _sized_by(1),
            _square_loops(0),
            _square_loops(1),
            _square_kernel_raises,
        ),
        Mistake(
            "int-truncation",
            "the numbers are put into an array of integers, which cuts off what follows the point",
            _truncated,
            _kernel_truncated,
            _right_but(np.trunc),
            _correlated_with(np.trunc),
        ),
    ),
    hints=(
        "Pad first. Then, for every place of the window, cut the patch out and take `window_dot`.",
        "The output has `conv_output_size` rows and columns, each from its own sizes: H with kH, W "
        "with kW. Make it of floats: `np.zeros((h_out, w_out))`.",
        "out[i, j] looks at padded[i * sh : i * sh + kh, j * sw : j * sw + kw].",
    ),
    success="Each output number costs kH * kW multiply-adds: 54 for the image done by hand, and "
    "108 million for a 12-megapixel photograph under a 3x3 kernel. Unit 02 makes it faster.",
    window=_correlate_window,
)

# flip_kernel and convolve2d


def _flip_cases(rng, hidden):
    if not hidden:
        shapes = [(3, 3), (4, 2), (4, 4), (1, 7)]
        return [
            Case("1 to 6", k=np.arange(1.0, 7.0).reshape(2, 3)),
            *(Case(f"shape {shape}", k=numbers(rng, *shape)) for shape in shapes),
        ]
    shapes = [(3, 3), (2, 5), (4, 2), (1, 4), (5, 1), (1, 1), (2, 2), (5, 5)]
    return [
        *(Case(f"shape {shape}", k=numbers(rng, *shape)) for shape in shapes),
        Case("integers", k=rng.permutation(12).reshape(3, 4)),
        Case("float32", k=numbers(rng, 3, 2).astype(np.float32)),
        Case("a transposed kernel", k=numbers(rng, 3, 4).T),
    ]


_FLIP_WORDS = {
    "flip-one-axis": "only one axis of the kernel is flipped: 180 degrees flip both",
    "transpose": "the kernel is transposed, which mirrors it at its diagonal: turn it instead",
    "rot90-once": "the kernel is turned by 90 degrees: turn it once more",
    "no-flip": "the kernel is not flipped",
}
_TURNS = (lambda k: np.rot90(k), lambda k: np.rot90(k, -1))
_FLIPS = {
    "flip-one-axis": (np.flipud, np.fliplr),
    "transpose": (np.transpose, _only_square(np.transpose)),
    "rot90-once": (*_TURNS, *map(_only_square, _TURNS)),
    "no-flip": (lambda k: k,),
}


def _flipped_by(change):
    return lambda k: change(k)


flip_kernel = Exercise(
    answer=layers.flip_kernel,
    cases=_flip_cases,
    mistakes=tuple(
        Mistake(name, words, *map(_flipped_by, _FLIPS[name])) for name, words in _FLIP_WORDS.items()
    ),
    hints=(
        "Turning by 180 degrees moves the number of the top left corner to the bottom right.",
        "The result has the shape of the kernel, which need not be square. Both axes run backward.",
        "out[a, b] = k[kH - 1 - a, kW - 1 - b]: a slice with step -1 on each axis does that.",
    ),
    success="Flip it twice and you have the kernel you began with.",
    keeps_dtype=True,
    may_view=True,
)


def _convolve_cases(rng, hidden):
    if not hidden:
        small, large = np.pad([[1.0]], 1), np.pad([[1.0]], 2)
        return [
            Case("a single bright pixel", image=small, kernel=np.array([[1.0, 2.0], [3.0, 4.0]])),
            Case("a single bright pixel", image=large, kernel=np.arange(1.0, 10.0).reshape(3, 3)),
            Case("a wide image", image=numbers(rng, 3, 5), kernel=numbers(rng, 2, 3)),
            Case("a square kernel", image=numbers(rng, 4, 3), kernel=numbers(rng, 2, 2)),
            Case("integers", image=rng.integers(0, 9, (4, 3)), kernel=rng.integers(1, 9, (3, 2))),
        ]
    return [
        Case("a wide image", image=numbers(rng, 5, 7), kernel=numbers(rng, 2, 3)),
        Case("a tall image", image=numbers(rng, 8, 4), kernel=numbers(rng, 3, 2)),
        Case("a square kernel", image=numbers(rng, 6, 5), kernel=numbers(rng, 3, 3)),
        Case("a square kernel", image=numbers(rng, 4, 6), kernel=numbers(rng, 2, 2)),
        Case("all square", image=numbers(rng, 6, 6), kernel=numbers(rng, 3, 3)),
        Case("a kernel as large as the image", image=numbers(rng, 3, 4), kernel=numbers(rng, 3, 4)),
        Case("a kernel of one number", image=numbers(rng, 3, 4), kernel=numbers(rng, 1, 1)),
        Case("a flat kernel", image=numbers(rng, 4, 6), kernel=numbers(rng, 1, 3)),
        Case("integers", image=rng.integers(-9, 10, (5, 4)), kernel=numbers(rng, 2, 3)),
        Case(
            "float32",
            image=np.abs(numbers(rng, 5, 6)).astype(np.float32),
            kernel=np.abs(numbers(rng, 3, 2)),
        ),
    ]


convolve2d = Exercise(
    answer=layers.convolve2d,
    cases=_convolve_cases,
    mistakes=(
        *(
            Mistake(name, words, *map(_correlated_with, _FLIPS[name]))
            for name, words in _FLIP_WORDS.items()
        ),
        Mistake(
            "flips-image-and-kernel",
            "image and kernel are both flipped: flip the kernel only",
            lambda image, kernel: layers.correlate2d(image[::-1, ::-1], kernel[::-1, ::-1]),
        ),
    ),
    hints=(
        "You have everything: turn the kernel, then correlate.",
        "No padding and stride 1: the result has shape (H - kH + 1, W - kW + 1).",
        "out[i, j] sums image[i + a, j + b] * kernel[kH - 1 - a, kW - 1 - b] over a and b.",
    ),
    success="On a single bright pixel a convolution draws the kernel as it is, and a correlation "
    "draws it turned around.",
    window=lambda inputs, index: _correlate_window(
        {"image": inputs["image"], "kernel": inputs["kernel"][::-1, ::-1]}, index
    ),
)

# design_kernels

_KERNELS = ("identity", "blur", "vertical_edge", "horizontal_edge", "sharpen")
_EDGES = ("vertical_edge", "horizontal_edge")
_ROUNDING = 5e-4
"""What numbers typed with four digits lack in their sum, as a share of their sizes."""


def _kernel_cases(rng, hidden):
    """Give each kernel two unseen images: its name, an image and a gray are a case's probe."""
    cases = []
    for name in _KERNELS:
        for size in ((6, 8), (9, 7)) if hidden else ((5, 6), (6, 5)):
            image = np.round(rng.uniform(0, 10, size), 2)
            gray = float(np.round(rng.uniform(2, 9), 1))
            cases.append(Case(f"your `{name}`", probe=(name, image, gray)))
    return cases


def _is_kernel(value):
    return (
        isinstance(value, np.ndarray)
        and value.shape == (3, 3)
        and value.dtype.kind in "iuf"
        and bool(np.all(np.isfinite(value)))
    )


def _refuse_identity(image, kernel):
    came, wanted = layers.correlate2d(image, kernel), image[1:-1, 1:-1]
    if np.allclose(came, wanted, atol=1e-9):
        return None
    return Refusal("`identity` should give each pixel back where it stands.", wanted, came)


def _missing_in_sum(name, kernel):
    """Return what the kernel's sum lacks, 0 where only rounding is missing."""
    missing = (0.0 if name in _EDGES else 1.0) - kernel.sum()
    return 0.0 if abs(missing) <= _ROUNDING * np.abs(kernel).sum() else missing


def _refuse_sum(name, kernel, gray):
    if _missing_in_sum(name, kernel) == 0.0:
        return None
    wall = np.full((4, 5), gray)
    came = layers.correlate2d(wall, kernel)
    turns, wanted = ("turns black", 0.0) if name in _EDGES else ("stays as it is", 1.0)
    return Refusal(
        f"A flat gray wall {turns} under `{name}` if its numbers sum to {wanted:g}; "
        f"yours sum to {kernel.sum():.6g}.",
        np.full(came.shape, gray * wanted),
        came,
    )


_STANDING = np.repeat([[0.0, 0.0, 0.0, 1.0, 1.0, 1.0]], 6, axis=0)
"""Dark on the left, bright on the right."""


def _answer_to_a_standing_edge(kernel):
    return float(np.abs(layers.correlate2d(_STANDING, kernel)).max())


def _refuse_edge(name, kernel):
    words, lines = ("standing", "lying"), "rows"
    if name == "horizontal_edge":
        words, lines, kernel = words[::-1], "columns", kernel.T
    own, other = map(_answer_to_a_standing_edge, (kernel, kernel.T))
    alone = sum(map(_answer_to_a_standing_edge, kernel[:, np.newaxis]))
    if own <= 0.7 * alone or alone == 0:
        return Refusal(
            f"`{name}` should answer to a {words[0]} edge. Yours gives {own:.4g} at a step from 0 "
            f"to 1; its {lines}, each on its own, would give {alone:.4g} together."
        )
    if other > 0.1 * own:
        return Refusal(
            f"`{name}` should answer to a {words[0]} edge and not to a {words[1]} one; yours "
            f"answers {own:.4g} to the first and {other:.4g} to the second."
        )
    return None


def _gains(kernel):
    """Return by how much stripes of many widths and directions get stronger, and how they move.

    Complex: the real part is what stays where it was, the absolute value is all of it.
    """
    around_the_origin = np.roll(np.pad(kernel, (0, 13)), (-1, -1), (0, 1))
    return np.fft.fft2(around_the_origin)


def _refuse_blur(name, kernel):
    gains = np.abs(_gains(kernel))
    if gains.max() > 1 + _ROUNDING * np.abs(kernel).sum():
        return Refusal("`blur` makes some differences between neighbors larger.")
    if np.sqrt(np.mean(gains**2)) > 0.95:
        return Refusal("`blur` leaves the differences between neighbors as large as they were.")
    return None


def _refuse_sharpen(name, kernel):
    if kernel[1, 1] < 1.01:
        return Refusal("`sharpen` should make a bright dot brighter, and it does not.")
    if _gains(kernel).real.min() < 1 - _ROUNDING * np.abs(kernel).sum():
        return Refusal("`sharpen` makes some differences between neighbors smaller.")
    for step in (_STANDING, 1 - _STANDING, _STANDING.T, 1 - _STANDING.T):
        before, after = step[1:-1, 1:-1], layers.correlate2d(step, kernel)
        apart = np.where(before > 0.5, after - before, before - after)
        if apart.min() < -_ROUNDING * np.abs(kernel).sum():
            return Refusal(
                "At an edge `sharpen` should make the bright side no darker and the dark side no "
                "brighter, whichever side is the bright one, and it does."
            )
    return None


def _refuse_kernel(case, value):
    name, image, gray = case.probe
    if not isinstance(value, dict) or set(value) != set(_KERNELS):
        return Refusal(f"The result should be a dict with the keys {', '.join(_KERNELS)}.")
    if not _is_kernel(value[name]):
        advice = " Wrap it in `np.array(...)`." if isinstance(value[name], list | tuple) else ""
        return Refusal(
            f"`{name}` should be an array of shape (3, 3) that holds finite numbers.{advice}"
        )
    kernel = value[name].astype(float)
    if name == "identity":
        return _refuse_identity(image, kernel)
    refuse = {"blur": _refuse_blur, "sharpen": _refuse_sharpen}.get(name, _refuse_edge)
    return _refuse_sum(name, kernel, gray) or refuse(name, kernel)


def _kernel_shows(*names, test):
    """Recognize a mistake in one of the kernels `names` by a test of the kernel."""

    def shows(case, answer):
        name, value = case.probe[0], answer.value
        if name not in names or not isinstance(value, dict) or not _is_kernel(value.get(name)):
            return False
        return bool(test(name, value[name].astype(float)))

    return shows


def _is_undivided(name, kernel):
    """Tell whether a kernel would be a blur, had its whole numbers been divided by their sum."""
    whole = np.all(kernel >= 0) and np.all(kernel == np.round(kernel)) and kernel.sum() > 1
    return whole and _refuse_blur(name, kernel / kernel.sum()) is None


def _answers_to_the_other(name, kernel):
    other = _EDGES[1 - _EDGES.index(name)]
    return _missing_in_sum(name, kernel) == 0.0 and _refuse_edge(other, kernel) is None


def _edges_exchanged(case, answer):
    """Recognize each edge kernel under the other's name."""
    return all(
        _kernel_shows(name, test=_answers_to_the_other)(Case("", probe=(name,)), answer)
        for name in _EDGES
    )


design_kernels = Exercise(
    answer=layers.design_kernels,
    cases=_kernel_cases,
    mistakes=(
        Mistake(
            "edge-not-zero-sum",
            "the numbers of an edge kernel do not sum to 0: a flat wall should give black",
            shows=_kernel_shows(*_EDGES, test=_missing_in_sum),
        ),
        Mistake(
            "orientation-swapped",
            "the two edge kernels are exchanged: a standing edge is a change from left to right",
            shows=lambda case, answer: case.probe[0] in _EDGES and _edges_exchanged(case, answer),
        ),
        Mistake(
            "blur-sums-to-9",
            "the blur adds its pixels up and does not divide by the sum of its numbers",
            shows=_kernel_shows("blur", test=_is_undivided),
        ),
        Mistake(
            "sharpen-is-edge",
            "`sharpen` only keeps the edges: add the image itself, 1 in the middle",
            shows=_kernel_shows(
                "sharpen",
                test=lambda name, k: k.any() and abs(k.sum()) <= _ROUNDING * np.abs(k).sum(),
            ),
        ),
        Mistake(
            "identity-not-centred",
            "the 1 of `identity` is not in the middle: the picture moves",
            shows=_kernel_shows(
                "identity",
                test=lambda name, k: np.count_nonzero(k) == 1 and k.sum() == 1 and k[1, 1] == 0,
            ),
        ),
    ),
    hints=(
        "Think of what each pixel should become: itself; the mean of its neighbors; how much it "
        "changes from left to right, or from top to bottom; itself plus what it has above them.",
        "Five arrays of shape (3, 3). The numbers of `identity`, `blur` and `sharpen` sum to 1, "
        "those of the edge kernels to 0.",
        "`vertical_edge`: a column of minus signs, a column of zeros, a column of plus signs. "
        "`sharpen`: twice the identity minus a blur.",
    ),
    success="Nobody tells a network these numbers: it finds kernels like yours by itself, and in "
    "unit 09 you will watch it.",
    refuses=_refuse_kernel,
)

# Questions

_BY_HAND_IMAGE = np.array([[1, 0, 2, 1, 3], [0, 1, 1, 3, 0], [2, 1, 0, 1, 2], [1, 3, 2, 0, 1]])
_BY_HAND_KERNEL = np.array([[1, -1, 2], [0, 2, 3]])


def _next_number():
    """Answer each number that a student may find by hand with how it comes about."""
    out = layers.correlate2d(_BY_HAND_IMAGE, _BY_HAND_KERNEL)
    flipped = layers.convolve2d(_BY_HAND_IMAGE, _BY_HAND_KERNEL)
    products = _BY_HAND_IMAGE[0:2, 1:4] * _BY_HAND_KERNEL
    written = signed_sum([*products.ravel()])
    right = int(out[0, 1])
    says = {
        right + 1: "A product with 0 was taken as 1: 0 times 2 is 0, and so is 1 times 0.",
        right - 2 * int(products.min()): "The minus sign of the kernel was lost on the way.",
        int(out[0, 0]): "That is the first number again: the window has not moved.",
        int(out[0, 2]): "That is the number after the next: the window moved by two columns.",
        int(out[1, 0]): "The window went down. It goes to the right first: columns 1 to 3.",
        int(flipped[0, 1]): "That is the sum of the window alone, or what a flipped kernel gives. "
        "Multiply each number by the one that lies on it, the kernel as it is drawn.",
        right: f"{written} = {right}.",
    }
    return Question(
        id="predict_next_number",
        answer=right,
        says=says,
        otherwise="Write the six products into the window, columns 1 to 3 of rows 0 and 1, and add "
        "them up. There is no bias here.",
    )


predict_next_number = _next_number()

predict_output_size = Question(
    id="predict_output_size",
    answer="b",
    says={
        "a": "5x5 is what stride 1 gives: the window would stop at every pixel.",
        "b": "The window can start at 0, 2 and 4. Then it ends at 6, the last pixel.",
        "c": "At a fourth start, 6, two thirds of the window would hang over the border.",
        "d": "2 is the number of steps. The place where the window began counts too.",
    },
)

predict_border = Question(
    id="predict_border",
    answer="b",
    says={
        "a": "They add nothing to the sum, but they take the places of pixels that would have.",
        "b": "Part of each window there lies on zeros, and zero is black: the mean gets darker.",
        "c": "It would be, had you padded with 255. Zero is black.",
        "d": "That is another kind of padding, which repeats the edge. Zeros are zeros.",
    },
)

predict_bright_pixel = Question(
    id="predict_bright_pixel",
    answer="b",
    says={
        "a": "So it looks at first. But in the first window the bright pixel lies bottom right, "
        "under the 9: the output begins with 9.",
        "b": "In the first window the bright pixel lies bottom right, under the 9; in the last one "
        "top left, under the 1.",
        "c": "The output is turned in both directions: the last row comes first as well.",
        "d": "The bright pixel is seen by nine windows, each time in another place.",
    },
)

predict_flat_wall = Question(
    id="predict_flat_wall",
    answer="c",
    says={
        "a": "White times the sum of the kernel: white times 0.",
        "b": "Each number is the wall's value times the sum of the kernel, and that sum is 0.",
        "c": "The wall's value times 0. At a border of zeros the wall ends, and that is an edge.",
        "d": "On a flat wall only their sum counts.",
    },
)

predict_same_size = Question(
    id="predict_same_size",
    answer="b",
    says={
        "a": "One zero on each side makes up for a 3x3 kernel. This one takes four columns away.",
        "b": "(k - 1) / 2 = 2 on each side gives back the four columns that a 5x5 kernel takes.",
        "c": "4 is the total. It is shared by the two sides.",
        "d": "n + 10 - 5 + 1 is larger than n.",
    },
)

predict_stride_cost = Question(
    id="predict_stride_cost",
    answer="b",
    says={
        "a": "A third of the rows, and of these a third of the columns.",
        "b": "A third of the rows times a third of the columns: a ninth of the windows.",
        "c": "Each window costs the same, but there are fewer of them.",
        "d": "That would be half; a stride of 3 leaves a third in each direction.",
    },
)
