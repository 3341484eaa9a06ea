"""Unit 04: cases, mistakes, hints and questions of pooling and of what a shift changes."""

import math
from dataclasses import dataclass

import numpy as np

from cnnbasics import layers
from cnnbasics.checking.exercise import (
    Case,
    Crash,
    Exercise,
    Mistake,
    Question,
    Written,
    numbers,
)
from cnnbasics.checking.window import Window, signed_sum

_BY_HAND = np.array(
    [
        [1.0, 3.0, 0.0, 2.0, 1.0, 4.0],
        [2.0, 1.0, 5.0, 1.0, 0.0, 1.0],
        [-1.0, -4.0, -2.0, 0.0, 2.0, 1.0],
        [-3.0, -3.0, -5.0, 6.0, 2.0, 4.0],
    ]
).reshape(1, 4, 6, 1)
"""The feature map that the unit does by hand: a window of 2 rows and 3 columns fits four times."""


def _pool_cases(rng, hidden):
    def case(label, shape, size, stride=None, change=lambda x: x):
        steps = {} if stride is None else {"stride": stride}
        return Case(label, x=change(numbers(rng, *shape)), size=size, **steps)

    def below_zero(x):
        return -np.abs(x)

    def integers(low, high, *shape):
        return rng.integers(low, high, shape)

    if not hidden:
        return [
            Case("the map done by hand", x=_BY_HAND, size=(2, 3)),
            Case("a small map", x=_BY_HAND[:, :2, :4], size=2),
            case("only negative numbers", (2, 2, 4, 1), 2, change=below_zero),
            case("a window that does not fit evenly", (1, 5, 5, 2), 2),
            case("two images, two channels", (2, 2, 4, 2), (1, 2)),
            case("overlapping windows", (2, 3, 5, 2), (2, 3), 1),
            case("overlapping windows", (1, 6, 5, 1), 3, 2),
            case("a gap between the windows", (1, 5, 7, 2), 2, 3),
            case("stride (1, 2)", (1, 4, 5, 2), 2, (1, 2)),
            case("a standing window", (2, 6, 3, 1), (3, 1)),
            case("a standing window", (1, 7, 5, 1), (3, 2), (2, 1)),
            case("a lying window", (1, 5, 7, 1), (2, 3), (2, 3)),
            Case("integers", x=integers(-9, 10, 2, 4, 4, 1), size=2),
            Case("integers", x=integers(-9, 10, 1, 5, 6, 2), size=3, stride=2),
        ]
    return [
        case("the stride left out", (2, 6, 8, 3), 2),
        case("the stride left out, a lying window", (2, 6, 9, 2), (2, 3)),
        case("the stride left out, a standing window", (3, 9, 4, 2), (3, 2)),
        case("windows that overlap, 3 with stride 1", (2, 6, 5, 3), 3, 1),
        case("windows that overlap, 3 with stride 2", (2, 7, 9, 2), 3, 2),
        case("windows that overlap", (2, 5, 8, 2), (3, 4), (1, 2)),
        case("a gap between the windows, 2 with stride 3", (2, 8, 11, 2), 2, 3),
        case("a gap between the windows", (2, 9, 7, 3), (2, 1), (4, 3)),
        case("only negative numbers", (2, 4, 6, 2), 2, change=below_zero),
        case("only negative numbers, overlapping windows", (2, 5, 4, 2), 3, 1, below_zero),
        case("a window that does not fit evenly", (2, 7, 5, 2), 2),
        case("a window that does not fit evenly", (2, 8, 10, 3), 3),
        case("a window that does not fit evenly", (3, 6, 8, 2), (4, 3), (3, 2)),
        case("a square image, a lying window", (2, 6, 6, 2), (2, 3)),
        case("stride (2, 1)", (2, 6, 5, 2), (2, 3), (2, 1)),
        case("a window as large as the image", (2, 4, 5, 3), (4, 5)),
        case("a window of one pixel", (2, 4, 5, 2), 1, 2),
        case("a window of one pixel, the stride left out", (2, 3, 4, 2), 1),
        case("far below 0", (2, 5, 6, 2), (2, 3), change=lambda x: 1000 * x - 20_000),
        case(
            "images from (N, C, H, W)",
            *((2, 2, 5, 6), (2, 3)),
            change=lambda x: x.transpose(0, 2, 3, 1),
        ),
        case("one image, one channel", (1, 7, 6, 1), (3, 2), 2),
        Case("integers", x=integers(-50, 51, 2, 6, 4, 3), size=2),
        Case("integers, overlapping windows", x=integers(-50, 51, 2, 5, 7, 2), size=3, stride=2),
        Case("a uint8 photograph", x=integers(0, 256, 2, 4, 6, 3).astype(np.uint8), size=(2, 3)),
        Case("float32", x=numbers(rng, 2, 5, 6, 2).astype(np.float32), size=2),
    ]


@dataclass
class _Plan:
    """How the windows of a pooling go over the images."""

    ph: int
    pw: int
    sh: int
    sw: int
    rows: int  # places down and across
    columns: int
    image: tuple[int, int]
    as_pairs: tuple[bool, bool]  # whether the size and the stride came as pairs
    stride_given: bool

    def count(self, ph=None, pw=None):
        """Count the places anew, from these sides of the window or from its own."""
        self.rows = (self.image[0] - (ph or self.ph)) // self.sh + 1
        self.columns = (self.image[1] - (pw or self.pw)) // self.sw + 1


def _plan(x, size, stride):
    ph, pw = layers.stride_pair(size)
    sh, sw = (ph, pw) if stride is None else layers.stride_pair(stride)
    rows, columns = layers.conv_output_shape(x.shape[1:3], (ph, pw), (sh, sw))
    as_pairs = (np.ndim(size) == 1, stride is not None and np.ndim(stride) == 1)
    return _Plan(ph, pw, sh, sw, rows, columns, x.shape[1:3], as_pairs, stride is not None)


def _largest(window, plan):
    if window.size == 0:
        raise Crash
    return window.max(axis=(1, 2))


def _mean(window, plan):
    return window.sum(axis=(1, 2)) / (window[0, :, :, 0].size or np.nan)


def _largest_if_any(window, plan):
    """Leave the zero in the output where nothing of a window lies in the image."""
    return window.max(axis=(1, 2)) if window.size else 0.0


def _sum_by_size(window, plan):
    return window.sum(axis=(1, 2)) / (plan.ph * plan.pw)


def _whole(reduce):
    """Fail at a window that leaves the image, as a loop over its pixels does."""

    def strict(window, plan):
        if window.shape[1:3] != (plan.ph, plan.pw):
            raise Crash
        return reduce(window, plan)

    return strict


def _walk(change, reduce):
    """Make a mistaken pooling: `change` spoils the plan, `reduce` makes a window one number."""

    def pool(x, size, stride=None):
        plan = _plan(x, size, stride)
        change(plan)
        if min(plan.rows, plan.columns) < 0:
            raise Crash
        x = x.astype(float)
        out = np.zeros((len(x), plan.rows, plan.columns, x.shape[3]))
        for i, j in np.ndindex(plan.rows, plan.columns):
            top, left = i * plan.sh, j * plan.sw
            window = x[:, top : top + plan.ph, left : left + plan.pw]
            out[:, i, j] = reduce(window, plan)
        return out

    return pool


def _max_walks(*changes):
    return [_walk(c, reduce) for c in changes for reduce in (_largest, _whole(_largest))]


def _mean_walks(*changes):
    ways = (_mean, _sum_by_size, _whole(_mean))
    return [_walk(change, reduce) for change in changes for reduce in ways]


def _from(right, change):
    """Change what the right pooling gives."""

    def pool(x, size, stride=None):
        out = right(x, size, stride)
        return change(out, x, size)

    return pool


def _stride_is_window(plan):
    plan.sh, plan.sw = plan.ph, plan.pw
    plan.count()


def _stride_is_window_same_shape(plan):
    plan.sh, plan.sw = plan.ph, plan.pw


def _default_1(plan):
    if not plan.stride_given:
        _always_1(plan)


def _default_1_same_shape(plan):
    if not plan.stride_given:
        plan.sh = plan.sw = 1


def _default_1_in_the_shape(plan):
    steps = plan.sh, plan.sw
    _default_1(plan)
    plan.sh, plan.sw = steps


def _always_1(plan):
    plan.sh = plan.sw = 1
    plan.count()


def _always_1_same_shape(plan):
    plan.sh = plan.sw = 1


def _square(side, steps, shape=True, window=True):
    """Take one side of the window for both: in its steps, in the shape, in the window itself."""

    def change(plan):
        p = (plan.ph, plan.pw)[side]
        if steps and not plan.stride_given:
            plan.sh = plan.sw = p
        if shape:
            plan.count(p if window else None, p if window else None)
        if window:
            plan.ph = plan.pw = p

    return change


def _square_shape(side):
    def change(plan):
        p = (plan.ph, plan.pw)[side]
        plan.count(p, p)

    return change


def _no_pairs(which):
    """Fail on a pair, as code does that was written for ints."""

    def change(plan):
        if any(plan.as_pairs[:which]):
            raise Crash

    return change


def _swap(window=True, steps=True, shape=True, given_steps=False):
    """Exchange height and width of the window, in some of the places where they are used."""

    def change(plan):
        ph, pw = plan.pw, plan.ph
        if given_steps if plan.stride_given else steps:
            plan.sh, plan.sw = plan.sw, plan.sh
        if shape:
            plan.count(ph, pw)
        elif steps and not plan.stride_given:
            plan.count()
        if window:
            plan.ph, plan.pw = ph, pw

    return change


_SWAPS = (
    _swap(),
    _swap(steps=False),
    _swap(given_steps=True),
    _swap(window=False, steps=False),
    _swap(window=False, shape=False),
    _swap(steps=False, shape=False),
)

_SQUARES = (
    *(_square(side, steps) for side in (0, 1) for steps in (True, False)),
    *(_square(side, steps=False, shape=False) for side in (0, 1)),
    *(_square(side, steps=True, window=False) for side in (0, 1)),
    *map(_square_shape, (0, 1)),
)


def _hang_over(plan):
    plan.rows = math.ceil((plan.image[0] - plan.ph) / plan.sh) + 1
    plan.columns = math.ceil((plan.image[1] - plan.pw) / plan.sw) + 1


def _image_by_stride(plan):
    plan.rows = math.ceil(plan.image[0] / plan.sh)
    plan.columns = math.ceil(plan.image[1] / plan.sw)


def _largest_or_zero(window, plan):
    """Take the zeros beyond the border into a window that hangs over it."""
    if window.shape[1:3] == (plan.ph, plan.pw):
        return _largest(window, plan)
    return np.maximum(window.max(axis=(1, 2), initial=0), 0)


def _nothing_beyond(window, plan):
    """Leave the zero in the output where a window hangs over the border."""
    return _largest(window, plan) if window.shape[1:3] == (plan.ph, plan.pw) else 0.0


def _first_image(keep):
    """Pool the first image only: `keep` says what becomes of the others."""
    return lambda right: _from(right, lambda out, x, size: keep(out))


def _rest_zero(out):
    out[1:] = 0
    return out


def _over_channels(out, x, size):
    return np.broadcast_to(out.max(axis=3, keepdims=True), out.shape)


def _over_channels_and_images(out, x, size):
    return np.broadcast_to(out.max(axis=(0, 3), keepdims=True), out.shape)


def _each_window(reduce):
    """Make of each window, (N, h, w, ph, pw, C), what `reduce` says."""

    def pool(x, size, stride=None):
        steps = size if stride is None else stride
        return reduce(layers.window_views(x.astype(float), size, steps))

    return pool


def _farthest_from_zero(windows):
    flat = np.moveaxis(windows, -1, 3).reshape(*windows.shape[:3], windows.shape[-1], -1)
    index = np.abs(flat).argmax(axis=-1)[..., np.newaxis]
    return np.take_along_axis(flat, index, axis=-1)[..., 0]


def _place(inputs, index):
    """Return the window behind one number of a pooling, without what becomes of it."""
    x = inputs["x"]
    n, i, j, c = index
    plan = _plan(x, inputs["size"], inputs.get("stride"))
    top, left = i * plan.sh, j * plan.sw
    last_row, last_column = top + plan.ph - 1, left + plan.pw - 1
    where = f"rows {top}..{last_row} and columns {left}..{last_column}"
    if x.shape[3] > 1:
        where = f"channel {c}, {where}"
    if len(x) > 1:
        where = f"image {n}, {where}"
    image = x[n, :, :, c].astype(float)
    patch = image[top : last_row + 1, left : last_column + 1]
    kernel = np.full(patch.shape, 1 / patch.size)
    return Window(where, patch, kernel, 0.0, (top, last_row), (left, last_column), image)


def _max_window(inputs, index):
    window = _place(inputs, index)
    window.says = f"The largest of them is {window.patch.max():.6g}."
    return window


def _avg_window(inputs, index):
    window = _place(inputs, index)
    patch = window.patch
    total = f"{patch.sum():.6g}" if patch.size > 18 else f"({signed_sum([*patch.ravel()])})"
    window.says = f"Their mean:  {total} / {patch.size} = {patch.mean():.6g}"
    return window


max_pool2d = Exercise(
    answer=layers.max_pool2d,
    cases=_pool_cases,
    mistakes=(
        Mistake(
            "init-zero",
            "the search for the largest starts at 0: in a window of negative numbers 0 is not "
            "among them; start at minus infinity, or at the first number",
            _from(layers.max_pool2d, lambda out, x, size: np.maximum(out, 0)),
        ),
        Mistake(
            "across-channels",
            "the largest is searched over all channels: each channel is pooled on its own",
            _from(layers.max_pool2d, _over_channels),
            _from(layers.max_pool2d, _over_channels_and_images),
            _from(layers.max_pool2d, lambda out, x, size: out.max(axis=3, keepdims=True)),
            _from(layers.max_pool2d, lambda out, x, size: out.max(axis=3)),
        ),
        Mistake(
            "min",
            "the smallest number of each window is taken",
            _each_window(lambda windows: windows.min(axis=(3, 4))),
        ),
        Mistake(
            "mean",
            "the mean of each window is taken: that is `avg_pool2d`, the next exercise",
            layers.avg_pool2d,
        ),
        Mistake(
            "stride-is-window",
            "the window moves by its own length whatever the stride",
            *_max_walks(_stride_is_window, _stride_is_window_same_shape),
        ),
        Mistake(
            "stride-1",
            "the window moves by 1: if no stride is given it moves by its own length, so that the "
            "windows tile the image",
            *_max_walks(
                _default_1,
                _default_1_same_shape,
                _default_1_in_the_shape,
                _always_1,
                _always_1_same_shape,
            ),
        ),
        Mistake(
            "square-window",
            "one side of the window is taken for both, or pairs are not understood: `size` may be "
            "(ph, pw)",
            *_max_walks(*_SQUARES),
            _walk(_no_pairs(1), _largest),
            _walk(_no_pairs(2), _largest),
        ),
        Mistake(
            "ph-pw-swapped",
            "height and width of the window are exchanged: `size` is (ph, pw), rows first",
            *_max_walks(*_SWAPS),
        ),
        Mistake(
            "ceil",
            "a window that hangs over the border is counted: the output size is rounded down, and "
            "what does not fill a window is not looked at",
            *(
                _walk(change, reduce)
                for change in (_hang_over, _image_by_stride)
                for reduce in (
                    *(_largest, _whole(_largest), _largest_if_any),
                    *(_largest_or_zero, _nothing_beyond),
                )
            ),
        ),
        Mistake(
            "first-image-only",
            "only the first image of the batch is pooled",
            _first_image(lambda out: out[:1])(layers.max_pool2d),
            _first_image(lambda out: out[0])(layers.max_pool2d),
            _first_image(_rest_zero)(layers.max_pool2d),
            _first_image(lambda out: np.broadcast_to(out[:1], out.shape))(layers.max_pool2d),
        ),
        Mistake(
            "abs",
            "the signs are dropped before the numbers are compared: -5 is smaller than 1",
            _each_window(lambda windows: np.abs(windows).max(axis=(3, 4))),
            _each_window(_farthest_from_zero),
            _from(layers.max_pool2d, lambda out, x, size: np.abs(out)),
        ),
    ),
    hints=(
        "It is the walk of the convolution again, without a kernel: at each stop keep the largest "
        "number under the window, in each image and each channel on its own.",
        "The output is (N, Hout, Wout, C), with Hout = (H - ph) // sh + 1. Bring `size` and "
        "`stride` to pairs first; if `stride` is None it is `size`. A window of the whole batch is "
        "(N, ph, pw, C).",
        "out[n, i, j, c] is the largest of x[n, i * sh : i * sh + ph, j * sw : j * sw + pw, c]. "
        "For a whole window, `np.max(window, axis=(1, 2))` does all images and channels at once.",
    ),
    success="Nothing in it is learned: a pooling layer has no weights, whatever its size.",
    window=_max_window,
)


def _of_sum(divisor):
    """Divide the sum of each window by `divisor(ph, pw, as_pair)`."""

    def pool(x, size, stride=None):
        plan = _plan(x, size, stride)
        windows = layers.window_views(x.astype(float), size, (plan.sh, plan.sw))
        return windows.sum(axis=(3, 4)) / divisor(plan.ph, plan.pw, plan.as_pairs[0])

    return pool


def _only_ints(ph, pw, as_pair):
    if as_pair:
        raise Crash  # a number divided by a tuple
    return ph


def _for_integers(rounded):
    """Round the means of integer images only."""
    return lambda out, x, size: out if x.dtype.kind == "f" else rounded(out)


def _over_the_map(out, x, size):
    return np.broadcast_to(x.mean(axis=(1, 2), keepdims=True), out.shape)


avg_pool2d = Exercise(
    answer=layers.avg_pool2d,
    cases=_pool_cases,
    mistakes=(
        Mistake(
            "divides-by-k",
            "the sum is divided by a side of the window: it has ph * pw numbers",
            _of_sum(lambda ph, pw, as_pair: ph),
            _of_sum(lambda ph, pw, as_pair: pw),
            _of_sum(lambda ph, pw, as_pair: ph + pw),
            _of_sum(_only_ints),
        ),
        Mistake(
            "sum",
            "the numbers of each window are added up and not divided",
            _of_sum(lambda ph, pw, as_pair: 1),
        ),
        Mistake(
            "global",
            "the mean is taken over the whole map, not over the window: that is `global_avg_pool`",
            _from(layers.avg_pool2d, _over_the_map),
            _from(layers.avg_pool2d, lambda out, x, size: x.mean(axis=(1, 2), keepdims=True)),
            _from(layers.avg_pool2d, lambda out, x, size: x.mean(axis=(1, 2))),
            _from(layers.avg_pool2d, lambda out, x, size: np.full(out.shape, x.mean())),
        ),
        Mistake(
            "floor-division",
            "what follows the point is cut off: divide with `/`, and put the means into an array "
            "of floats",
            *(
                _from(layers.avg_pool2d, change)
                for change in (
                    lambda out, x, size: np.floor(out),
                    lambda out, x, size: np.trunc(out),
                    _for_integers(np.floor),
                    _for_integers(np.trunc),
                )
            ),
        ),
        Mistake(
            "max",
            "the largest number of each window is taken: that is `max_pool2d`",
            layers.max_pool2d,
        ),
        Mistake(
            "ph-pw-swapped",
            "height and width of the window are exchanged: `size` is (ph, pw), rows first",
            *_mean_walks(*_SWAPS),
        ),
    ),
    hints=(
        "The same walk as in `max_pool2d`; at each stop take the mean in place of the largest.",
        "The output is (N, Hout, Wout, C), of floats. A window of the whole batch is (N, ph, pw, "
        "C), and each of its means is over ph * pw numbers.",
        "out[n, i, j, c] is the sum of x[n, i * sh : i * sh + ph, j * sw : j * sw + pw, c], "
        "divided by ph * pw. `np.mean(window, axis=(1, 2))` does that for the batch.",
    ),
    success="This one is a convolution: with a kernel whose ph * pw numbers are all "
    "1 / (ph * pw), on each channel alone. Max pooling is not: a largest number is no sum.",
    window=_avg_window,
)

# global_avg_pool


def _global_cases(rng, hidden):
    if not hidden:
        return [
            Case("one map of 2x3", x=np.arange(1.0, 7.0).reshape(1, 2, 3, 1)),
            Case("two maps", x=np.arange(12.0).reshape(1, 2, 3, 2)),
            Case("two images, three maps", x=numbers(rng, 2, 3, 4, 3)),
            Case("square maps", x=numbers(rng, 2, 3, 3, 2)),
            Case("three of everything", x=numbers(rng, 3, 3, 3, 3)),
            Case("integers", x=rng.integers(-9, 10, (3, 2, 2, 4))),
        ]
    shapes = [(2, 5, 7, 3), (3, 6, 4, 5), (4, 4, 4, 4), (2, 7, 7, 6), (5, 3, 2, 2), (1, 4, 6, 3)]
    shapes += [(3, 5, 4, 1), (4, 1, 6, 2), (2, 1, 1, 5)]
    return [
        *(Case(f"maps of {h}x{w}", x=numbers(rng, n, h, w, c)) for n, h, w, c in shapes),
        Case("integers", x=rng.integers(-50, 51, (3, 4, 5, 2))),
        Case("uint8 images", x=rng.integers(100, 256, (2, 6, 5, 3)).astype(np.uint8)),
        Case("float32", x=numbers(rng, 3, 4, 6, 2).astype(np.float32)),
        Case("images from (N, C, H, W)", x=numbers(rng, 2, 3, 4, 5).transpose(0, 2, 3, 1)),
    ]


def _mean_over(*axes, keepdims=False):
    return lambda x: x.mean(axis=axes, keepdims=keepdims)


def _for_all_images(x):
    return np.broadcast_to(x.mean(axis=(0, 1, 2)), (len(x), x.shape[3]))


global_avg_pool = Exercise(
    answer=layers.global_avg_pool,
    cases=_global_cases,
    mistakes=(
        Mistake(
            "wrong-axes",
            "the mean runs over other axes: rows and columns are axes 1 and 2",
            *(
                _mean_over(*axes)
                for axes in (
                    *((0,), (1,), (2,), (3,), (0, 1), (0, 2), (0, 3), (1, 3), (2, 3)),
                    *((1, 2, 3), (0, 1, 3), (0, 2, 3)),
                )
            ),
            *(_mean_over(*axes, keepdims=True) for axes in ((2, 3), (1, 3), (1, 2, 3))),
        ),
        Mistake(
            "keepdims",
            "the two axes are kept with length 1: the result is (N, C)",
            _mean_over(1, 2, keepdims=True),
        ),
        Mistake(
            "max",
            "the largest number of each map is taken, not the mean",
            lambda x: x.max(axis=(1, 2)),
        ),
        Mistake(
            "mixes-batch",
            "the mean runs over the images too: each image has its own",
            _mean_over(0, 1, 2),
            _mean_over(0, 1, 2, keepdims=True),
            lambda x: x.mean(axis=(0, 1, 2))[np.newaxis],
            _for_all_images,
        ),
        Mistake(
            "sum",
            "the numbers of each map are added up and not divided",
            lambda x: x.sum(axis=(1, 2)),
        ),
    ),
    hints=(
        "One number for each map: its mean. Which of the four axes disappear?",
        "(N, H, W, C) becomes (N, C): axes 1 and 2 go, the images and the channels stay.",
        "out[n, c] is the mean of x[n, :, :, c]. `np.mean` takes a pair of axes.",
    ),
    success="64 maps of 7x7 become 64 numbers, and a fully connected layer for 10 classes has 650 "
    "parameters behind it in place of the 31,370 it has behind a flatten.",
)

# shift_effect


def _framed(rng, dx, h, w, c):
    """Make an image with `dx` black pixels around it: nothing leaves it, and zeros come in."""
    return np.pad(numbers(rng, h, w, c), ((dx, dx), (dx, dx), (0, 0)))


def _at_the_border(rng, dx, h, w):
    """Make an image of integers that begins at its left border, so that zeros must come in."""
    return np.pad(rng.integers(1, 100, (h, w, 2)), ((dx, dx), (0, dx), (0, 0)))


def _turned(fn, img, dx, falls):
    """Choose the sign of an image so that its largest change is a decrease, or an increase.

    `fn` must be odd: its answer to the negative of an image is the negative of its answer.
    """
    change = fn(_moved(img, dx)) - fn(img)
    return img if (change.max() < -change.min()) == falls else -img


def _shift_cases(rng, hidden):
    def case(label, text, dx, h, w, c=2, falls=None):
        fn = Written(text)
        img = _framed(rng, dx, h, w, c)
        img = img if falls is None else _turned(fn, img, dx, falls)
        return Case(label, fn=fn, img=img, dx=dx)

    if not hidden:
        bright = np.pad([[3.0, 1.0]], ((1, 1), (1, 3)))[..., np.newaxis]
        return [
            Case("the image itself", fn=Written("lambda img: img"), img=bright, dx=1),
            Case("every second column", fn=Written("lambda img: img[:, ::2]"), img=bright, dx=1),
            case("the image itself", "lambda img: img", 1, 2, 3, falls=True),
            case("the image itself", "lambda img: img", 2, 1, 3, falls=False),
            case("every second column", "lambda img: img[:, ::2]", 1, 2, 4, falls=True),
            case("steps", "lambda img: img[:, 1:] - img[:, :-1]", 2, 2, 2, falls=False),
            case(
                "the largest of two columns",
                "lambda img: img.reshape(4, 3, 2, 2).max(axis=2)",
                *(1, 2, 4),
            ),
            case("the mean of each channel", "lambda img: img.mean(axis=(0, 1))", 1, 2, 3),
            case(
                "the sum of every third column",
                "lambda img: img[:, ::3].sum(axis=(0, 1))",
                *(2, 2, 4),
            ),
            Case(
                "integers, up to the left border",
                fn=Written("lambda img: img"),
                img=_at_the_border(rng, 1, 1, 3),
                dx=1,
            ),
            Case(
                "an image of bytes: 0 to 255",
                fn=Written("lambda img: img"),
                img=np.array([[[7], [9], [4], [0]], [[5], [2], [8], [0]]], dtype=np.uint8),
                dx=1,
            ),
            Case(
                "an image of bytes, every second column",
                fn=Written("lambda img: img[:, ::2]"),
                img=np.array([[[9], [4], [6], [1], [0]]], dtype=np.uint8),
                dx=1,
            ),
        ]
    blocks = "lambda img: img.reshape({0}, {1}, {2}, {3}).{4}(axis=2)"
    # Two columns further the bright one comes over the dark one: no smaller shift changes as much.
    apart = np.abs(_framed(rng, 2, 3, 3, 2)) * np.array([0, 0, 1, 0, -1, 0, 0])[:, np.newaxis]
    return [
        Case("a bright and a dark column", fn=Written("lambda img: img"), img=apart, dx=2),
        case("the image itself", "lambda img: img", 1, 3, 4, falls=True),
        case("the image itself, two columns further", "lambda img: img", 2, 3, 5, 3, falls=True),
        case("the image itself, three columns further", "lambda img: img", 3, 2, 4, falls=False),
        case("every second column", "lambda img: img[:, ::2]", 1, 3, 5, falls=True),
        case("every third column", "lambda img: img[:, ::3]", 2, 2, 5, 3, falls=False),
        case("every second column, moved by two", "lambda img: img[:, ::2]", 2, 3, 4),
        case("a convolution", "lambda img: img[:, 2:] + 3 * img[:, 1:-1] - img[:, :-2]", 1, 2, 4),
        case("a ReLU", "lambda img: np.maximum(2 * img, 0) + 1", 2, 2, 3),
        case("the largest of two columns", blocks.format(4, 4, 2, 2, "max"), 1, 2, 6),
        case("the mean of three columns", blocks.format(7, 3, 3, 2, "mean"), 2, 3, 5),
        case("the largest of four columns", blocks.format(8, 3, 4, 3, "max"), 3, 2, 6, 3),
        case("the mean of each channel", "lambda img: img.mean(axis=(0, 1))", 2, 3, 4, 3),
        case("the largest of each channel", "lambda img: img.max(axis=(0, 1))", 1, 4, 3),
        case("the largest of each row", "lambda img: img.max(axis=1)", 2, 3, 3),
        case("the sum of every second column", "lambda img: img[:, ::2].sum(axis=(0, 1))", 1, 3, 5),
        case("one number", "lambda img: img[:, 4:5].sum(axis=(0, 1, 2), keepdims=True)", 2, 3, 5),
        Case(
            "integers, up to the left border",
            fn=Written("lambda img: img"),
            img=_at_the_border(rng, 2, 2, 4),
            dx=2,
        ),
        Case(
            "an image of bytes: 0 to 255",
            fn=Written("lambda img: img"),
            img=_at_the_border(rng, 1, 3, 4).astype(np.uint8),
            dx=1,
        ),
        Case(
            "an image of bytes, every second column",
            fn=Written("lambda img: img[:, ::2]"),
            img=_at_the_border(rng, 2, 2, 4).astype(np.uint8),
            dx=2,
        ),
        Case(
            "integers, the sum of the first two columns",
            fn=Written("lambda img: img[:, :2].sum(axis=(0, 1))"),
            img=_at_the_border(rng, 1, 2, 5),
            dx=1,
        ),
    ]


def _moved(img, dx):
    return np.roll(img, dx, axis=1)  # the last dx columns of every case are 0


def _not_of_bytes(mistaken):
    """Say nothing about bytes: a mistake there may come with another one, in the subtraction."""

    def effect(fn, img, dx):
        if img.dtype == np.uint8:
            raise ValueError
        return mistaken(fn, img, dx)

    return effect


def _shift_by(measure, move=_moved):
    """Measure the change in a mistaken way, or move the image in one."""

    @_not_of_bytes
    def effect(fn, img, dx):
        before, after = fn(img), fn(move(img, dx))
        return measure(np.asarray(after, dtype=float), np.asarray(before, dtype=float))

    return effect


def _largest_change(after, before):
    return np.abs(after - before).max()


def _largest_with_its_sign(after, before):
    change = after - before
    return change.flat[np.abs(change).argmax()]


def _moves(*ways):
    return [_shift_by(_largest_change, way) for way in ways]


def _rows_moved(img, dx):
    return np.roll(img, dx, axis=0)


def _left_with_zeros(img, dx):
    moved = np.zeros_like(img)
    moved[:, :-dx] = img[:, dx:]
    return moved


def _channels_moved(img, dx):
    moved = np.zeros_like(img)
    moved[..., dx:] = img[..., : max(img.shape[-1] - dx, 0)]
    return moved


def _with_moved_output(move):
    """Compare with the moved output of the image: that asks whether a function is equivariant."""

    @_not_of_bytes
    def effect(fn, img, dx):
        before, after = (np.asarray(fn(image), dtype=float) for image in (img, _moved(img, dx)))
        if before.ndim < 2 or before.shape[1] <= dx:
            raise ValueError  # what a student's code does here depends on how it is written
        return move(after, before, dx)

    return effect


def _zeros_moved_in(after, before, dx):
    expected = np.zeros_like(before)
    expected[:, dx:] = before[:, :-dx]
    return np.abs(after - expected).max()


def _shift_window(inputs, index):
    fn, img, dx = inputs["fn"], inputs["img"], inputs["dx"]
    before, after = (np.asarray(fn(image), dtype=float) for image in (img, _moved(img, dx)))
    changes = np.abs(after - before)
    at = np.unravel_index(changes.argmax(), changes.shape)
    place = ", ".join(str(int(part)) for part in at)
    says = (
        f"`fn` gives {before.size} numbers. Number [{place}] changes most, from "
        f"{before[at]:.6g} to {after[at]:.6g}, when the image moves."
    )
    return Window("", before, np.ones(1), says=says)


shift_effect = Exercise(
    answer=layers.shift_effect,
    cases=_shift_cases,
    mistakes=(
        Mistake(
            "signed-change",
            "the sign of a change counts: a number that falls by 3 changes more than one that "
            "rises by 2",
            _shift_by(lambda after, before: (after - before).max()),
            _shift_by(lambda after, before: (before - after).max()),
            _shift_by(lambda after, before: abs((after - before).max())),
            _shift_by(lambda after, before: max((after - before).max(), 0)),
            _shift_by(lambda after, before: max((before - after).max(), 0)),
            _shift_by(_largest_with_its_sign),
        ),
        Mistake(
            "change-of-the-largest",
            "the largest number before and the largest one after are compared: compare number by "
            "number, then take the largest difference",
            _shift_by(lambda after, before: abs(after.max() - before.max())),
            _shift_by(lambda after, before: after.max() - before.max()),
            _shift_by(lambda after, before: before.max() - after.max()),
            _shift_by(lambda after, before: abs(np.abs(after).max() - np.abs(before).max())),
        ),
        Mistake(
            "mean-change",
            "the changes are averaged, which hides a large one among many small ones",
            _shift_by(lambda after, before: np.abs(after - before).mean()),
            _shift_by(lambda after, before: np.sqrt(((after - before) ** 2).mean())),
            _shift_by(lambda after, before: ((after - before) ** 2).mean()),
            _shift_by(lambda after, before: abs((after - before).mean())),
        ),
        Mistake(
            "sum-of-changes",
            "the changes are added up: the largest one is asked for",
            _shift_by(lambda after, before: np.abs(after - before).sum()),
            _shift_by(lambda after, before: np.sqrt(((after - before) ** 2).sum())),
            _shift_by(lambda after, before: ((after - before) ** 2).sum()),
        ),
        Mistake(
            "moves-rows",
            "the image moves down: rows are axis 0, columns axis 1",
            *_moves(_rows_moved),
        ),
        Mistake(
            "moves-left",
            "the image moves to the left",
            *_moves(lambda img, dx: _moved(img, -dx), _left_with_zeros),
        ),
        Mistake(
            "moves-channels",
            "the numbers move to the next channel: `np.roll` without an axis goes through them as "
            "they lie in memory, and the last axis is the channels; columns are axis 1",
            *_moves(
                lambda img, dx: np.roll(img, dx),
                lambda img, dx: np.roll(img, dx, axis=2),
                _channels_moved,
            ),
        ),
        Mistake(
            "moves-by-one",
            "the image moves by 1 whatever `dx`",
            *_moves(lambda img, dx: _moved(img, 1)),
        ),
        Mistake(
            "moves-the-output",
            "the output is moved too before the two are compared: that tells whether `fn` is "
            "equivariant, not how much it changes",
            _with_moved_output(_zeros_moved_in),
            _with_moved_output(
                lambda after, before, dx: np.abs(after - np.roll(before, dx, axis=1)).max()
            ),
            _with_moved_output(
                lambda after, before, dx: np.abs(after[:, dx:] - before[:, :-dx]).max()
            ),
        ),
        Mistake(
            "ignores-fn",
            "the two images are compared, and `fn` is not used",
            _not_of_bytes(lambda fn, img, dx: np.abs(_moved(img, dx) - img).max()),
        ),
        Mistake(
            "uint8-wraps",
            "bytes are subtracted as bytes: 2 - 5 is 253 there, not -3, so turn the outputs into "
            "floats first",
            lambda fn, img, dx: np.abs(fn(_moved(img, dx)) - fn(img)).max(),
            lambda fn, img, dx: np.abs(fn(img) - fn(_moved(img, dx))).max(),
        ),
    ),
    hints=(
        "Make a second image, moved to the right. What does `fn` give for the one and for the "
        "other, and where do the two differ most?",
        "The moved image has the shape of `img`: zeros in its first dx columns, then the columns "
        "of `img` as far as there is room. `fn` gives arrays of one shape for both.",
        "moved[:, dx:] = img[:, :-dx] on an array of zeros; then the largest of "
        "np.abs(after - before), with what `fn` gives for the two turned into floats.",
    ),
    success="0 means invariant: `fn` gives the same for both. It says nothing of where things are, "
    "and to name what is in a picture that is just as well.",
    window=_shift_window,
)

# Questions

predict_pool_number = Question(
    "predict_pool_number",
    answer=-1,
    says={
        -1: "All six are negative, and -1 is the largest of them: the one farthest to the right on "
        "the line of numbers.",
        0: "0 is not under this window. A search that starts at 0 would find it all the same: that "
        "is a mistake that programs make, too.",
        -5: "That is the smallest of the six.",
        5: "The signs count. Without them, 5 would win; with them, -5 loses to everyone.",
        1: "The signs count: it is -1.",
        -3: "That is their mean, which comes later in this unit.",
        4: "That is the top right window. This one lies below the first.",
        6: "That is the bottom right window.",
        2: "That one is under the window to the right. This one covers columns 0 to 2.",
    },
    otherwise="The window covers rows 2 and 3 and columns 0 to 2. Which of these six numbers is "
    "the largest?",
)

predict_overlap = Question(
    "predict_overlap",
    answer="c",
    says={
        "a": "So it is in row 1, column 3: what has an odd row and an odd column is the middle of "
        "one window. Row 2 and column 4 are where windows meet.",
        "b": "Two windows in each direction, down *and* across: they multiply.",
        "c": "Row 2 is the last of the windows that begin in row 0 and the first of those that "
        "begin in row 2. Column 4 is shared in the same way: 2 times 2.",
        "d": "That is stride 1: then a pixel inside lies in every place of the window, 3 times 3.",
    },
)

predict_thin_line = Question(
    "predict_thin_line",
    answer="a",
    says={
        "a": "A window of 4x4 holds 4 pixels of the line and 12 black ones. The largest is 1; the "
        "mean is 4/16.",
        "b": "The line crosses the whole window: 4 of its 16 pixels are 1, not one of them.",
        "c": "Max pooling keeps the brightest pixel, and that is on the line.",
        "d": "Half of the pixels would have to be on the line: it is one pixel wide, and the "
        "window is four.",
    },
)

predict_moved_stripes = Question(
    "predict_moved_stripes",
    answer="d",
    says={
        "a": "The second stripe stood in columns 6 and 7, in one window. Now it stands in columns "
        "7 and 8, in two. Write the row into pairs.",
        "b": "The image moved by one column. A whole step of the output is two columns of the "
        "image, so the output cannot follow by half a step.",
        "c": "No stripe gets lost: each is the largest number of a window, or of two.",
        "d": "The stripes stood in one window each; now each lies across two, and both windows "
        "find a 1. The gaps between the stripes are gone.",
    },
)
