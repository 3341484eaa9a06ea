"""Unit 02: cases, mistakes and hints of the convolution layer."""

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
    distinct,
    numbers,
)
from cnnbasics.checking.window import look

# Questions, in the order of the notebook

predict_feature_maps = Question(
    "predict_feature_maps",
    answer="a",
    says={
        "a": "Each filter reaches through all three channels and adds everything up, so it gives "
        "one map: 8 filters, 8 maps. The 3x3 window has 62 places along 64 pixels.",
        "b": "24 would be one map for each pair of a channel and a filter. But a filter adds its "
        "three channels up into one number, so it gives one map.",
        "c": "The 3 belongs to the input. A layer has as many output channels as filters: here 8.",
        "d": "The number of maps is right. But without padding the 3x3 window has only 62 places "
        "along 64 pixels.",
    },
)

predict_same_side = Question(
    "predict_same_side",
    answer="c",
    says={
        "a": "One on each side would be 8 columns, and a window of 3 with stride 2 ends at column "
        "6: the last zero would never be looked at.",
        "b": "One zero is enough, and a program could put it before. TensorFlow puts an odd zero "
        "after.",
        "c": "The output has 6 / 2 = 3 columns. Three windows of 3 at stride 2 cover 7 columns: one "
        "more than there are. An odd zero goes after.",
        "d": "Without a zero the window has 2 places, at columns 0 and 2; `same` asks for "
        "ceil(6 / 2) = 3.",
    },
)

predict_double_image = Question(
    "predict_double_image",
    answer="b",
    says={
        "a": "The weights do not multiply: the same filters slide over the larger image.",
        "b": "The filters are the same, so nothing more is learned. They stand at four times as "
        "many places, and each place costs the same.",
        "c": "Nothing more is learned, right. But four times as many places have to be worked out.",
        "d": "It is the other way round: the filters stay as they are, and the places multiply.",
    },
)

predict_three_layers = Question(
    "predict_three_layers",
    answer="c",
    says={
        "a": "3 is what one layer sees. The second layer looks at 3 numbers, and each of them has "
        "seen 3 pixels of its own.",
        "b": "5 is what two layers see. The third adds one pixel on each side.",
        "c": "3, then 5, then 7: each layer adds k - 1 = 2. Three 3x3 layers see what one 7x7 layer "
        "sees, with 27 weights for each pair of channels in place of 49.",
        "d": "9 would be 3 + 3 + 3. Neighboring windows overlap, so a layer adds only k - 1.",
    },
)

# same_padding

_SAME_TABLE = (
    (5, 3, 1),
    (6, 3, 2),
    (5, 2, 1),
    (7, 4, 2),
    (4, 6, 3),
    (9, 4, 1),
    (6, 2, 3),
    (8, 1, 3),
    (7, 2, 4),
    (5, 5, 2),
)


def _same_cases(rng, hidden):
    if not hidden:
        return [Case(f"n={n}, k={k}, stride={s}", n=n, k=k, stride=s) for n, k, s in _SAME_TABLE]
    bounds = ((1, 40), (1, 9), (1, 6))
    cases = []
    for _ in range(60):
        n, k, stride = (int(rng.integers(*pair)) for pair in bounds)
        cases.append(Case("a random size", n=n, k=k, stride=stride))
    for _ in range(6):
        n, k = int(rng.integers(5, 30)), int(rng.integers(1, 4))
        stride = k + int(rng.integers(1, 4))
        cases.append(Case("a stride larger than the window", n=n, k=k, stride=stride))
    return cases


def _total(n, k, stride):
    return sum(layers.same_padding(n, k, stride))


def _negative_total(split):
    def padding(n, k, stride):
        return split((-(-n // stride) - 1) * stride + k - n)

    return padding


def _total_by(total):
    """Make a mistaken padding from a mistaken number of zeros, split as it should be."""

    def padding(n, k, stride):
        zeros = max(total(n, k, stride), 0)
        return zeros // 2, zeros - zeros // 2

    return padding


same_padding = Exercise(
    answer=layers.same_padding,
    cases=_same_cases,
    mistakes=(
        Mistake(
            "symmetric-always",
            "both sides get the same number of zeros: an odd zero goes after",
            lambda n, k, stride: (_total(n, k, stride) // 2,) * 2,
            lambda n, k, stride: (math.ceil(_total(n, k, stride) / 2),) * 2,
            lambda n, k, stride: (_total(n, k, stride) / 2,) * 2,
        ),
        Mistake(
            "extra-goes-before",
            "the odd zero goes before: TensorFlow puts it after",
            lambda n, k, stride: layers.same_padding(n, k, stride)[::-1],
        ),
        Mistake(
            "ignores-stride",
            "the stride is left out: k - 1 zeros are what stride 1 needs",
            _total_by(lambda n, k, s: k - 1),
            _total_by(lambda n, k, s: (-(-n // s) - 1) + k - n),
        ),
        Mistake(
            "negative-total",
            "the number of zeros is not kept from going below 0, where the windows leave pixels out",
            _negative_total(lambda total: (total // 2, total - total // 2)),
            _negative_total(lambda total: (int(total / 2), total - int(total / 2))),
            _negative_total(lambda total: (abs(total) // 2, abs(total) - abs(total) // 2)),
            _negative_total(lambda total: (total // 2, max(total - total // 2, 0))),
        ),
        Mistake(
            "floor-out",
            "the size of the output is rounded down: `same` rounds n / stride up",
            _total_by(lambda n, k, s: (n // s - 1) * s + k - n),
        ),
        Mistake(
            "half-k-minus-1",
            "each side gets half a kernel, whatever n and the stride are: that keeps the size for "
            "an odd kernel at stride 1 only",
            lambda n, k, stride: ((k - 1) // 2,) * 2,
            lambda n, k, stride: ((k - 1) / 2,) * 2,
            lambda n, k, stride: (k // 2,) * 2,
        ),
    ),
    hints=(
        "First ask how long the output is, then how many pixels that many windows cover, then how "
        "many of those are missing.",
        "All of these are ints. `out` windows of length k at this stride cover (out - 1) * stride + k "
        "pixels; n are there. The missing ones, never fewer than 0, are split in two.",
        "out = -(-n // stride) rounds up. total = max((out - 1) * stride + k - n, 0); before = "
        "total // 2; after is the rest.",
    ),
    success="At stride 1 this is k - 1 zeros, whatever n is; at a larger stride it depends on n, so "
    "the same layer pads a 6-pixel and a 7-pixel image differently.",
)

# conv2d_forward

_CONSTANT = "a constant image"
_HAND_IMAGE = np.array(
    [
        [[1.0, 0.0], [2.0, 1.0], [0.0, 3.0], [1.0, 1.0]],
        [[0.0, 2.0], [1.0, 0.0], [3.0, 1.0], [2.0, 0.0]],
        [[1.0, 1.0], [0.0, 2.0], [1.0, 0.0], [0.0, 1.0]],
    ]
)[np.newaxis]
_HAND_KERNEL = np.array([[[1.0, 0.0], [-1.0, 2.0]], [[0.0, 1.0], [2.0, -1.0]]])[..., np.newaxis]


def _layer_case(rng, label, image, kernel, n=2, dtype=float, **options):
    """Make a case from the (H, W, Cin) of its images and the (kH, kW, Cout) of its kernel."""
    kh, kw, cout = kernel
    if np.dtype(dtype).kind == "u":
        x = rng.integers(1, 256, (n, *image)).astype(dtype)
    elif np.dtype(dtype).kind == "i":
        x = rng.integers(-9, 10, (n, *image)).astype(dtype)
    else:
        x = numbers(rng, n, *image).astype(dtype)
    w, b = numbers(rng, kh, kw, image[2], cout), distinct(rng, cout)
    if dtype is np.float32:
        w, b = w.astype(dtype), b.astype(dtype)
    return Case(label, x=x, w=w, b=b, **options)


def _layer_cases(rng, hidden):
    return _hidden_layer_cases(rng) if hidden else _visible_layer_cases(rng)


def _visible_layer_cases(rng):
    two = np.concatenate([_HAND_KERNEL, _HAND_KERNEL[::-1] * [[[2.0]]]], axis=3)

    def case(*args, **options):
        return _layer_case(rng, *args, **options)

    return [
        Case("done by hand", x=_HAND_IMAGE, w=_HAND_KERNEL, b=np.array([1.0])),
        Case("two filters, stride 2", x=_HAND_IMAGE, w=two, b=np.array([1.0, -2.0]), stride=2),
        Case(
            _CONSTANT,
            x=np.full((2, 3, 4, 2), 2.0),
            w=numbers(rng, 3, 3, 2, 2),
            b=distinct(rng, 2),
            padding=1,
        ),
        case("all square", (3, 3, 2), (2, 2, 2)),
        case("a wide image", (3, 5, 2), (2, 3, 3)),
        case("a square image, an oblong kernel", (4, 4, 3), (3, 2, 2), n=1),
        case("an oblong image, a square output", (3, 4, 1), (2, 3, 2), n=3),
        case("a tall image, stride 2", (6, 4, 2), (3, 2, 1), stride=2),
        case("a flat kernel", (2, 4, 1), (1, 3, 2)),
        case("a standing kernel", (4, 2, 2), (3, 1, 1)),
        case("stride (1, 2)", (3, 5, 2), (2, 2, 2), n=1, stride=(1, 2)),
        case("padding 2", (3, 2, 1), (2, 3, 2), padding=2),
        case("padding 2, stride 2", (2, 3, 2), (3, 3, 2), n=1, padding=2, stride=2),
        case("padding (0, 2)", (3, 2, 2), (2, 2, 3), n=1, padding=(0, 2)),
        case("each side padded differently", (2, 3, 2), (2, 2, 1), padding=((1, 0), (0, 2))),
        case('padding "same"', (3, 4, 2), (2, 3, 1), n=1, padding="same"),
        case('padding "same", stride 2', (3, 6, 1), (2, 3, 2), n=1, stride=2, padding="same"),
        case("integers", (3, 4, 2), (2, 2, 2), n=1, dtype=int),
        case('integers, padding "valid"', (4, 3, 1), (3, 2, 2), dtype=int, padding="valid"),
    ]


def _hidden_layer_cases(rng):
    def case(*args, **options):
        return _layer_case(rng, *args, **options)

    return [
        case("a wide image", (5, 8, 3), (2, 3, 4)),
        case("a tall image", (9, 5, 2), (3, 2, 3), n=3),
        case("all square", (5, 5, 2), (2, 2, 2)),
        case("all square", (4, 4, 3), (3, 3, 3), n=3),
        case("as many filters as channels, kernel sizes the same", (4, 5, 2), (2, 2, 2), stride=2),
        case("an oblong image, a square output", (5, 6, 2), (2, 3, 3)),
        case("a square image, an oblong kernel", (5, 5, 3), (2, 4, 2)),
        case("a flat kernel", (2, 5, 2), (1, 3, 3)),
        case("a standing kernel", (5, 2, 3), (3, 1, 2)),
        case("a stride that does not divide", (8, 6, 2), (3, 3, 3), stride=2),
        case("a stride that does not divide", (6, 9, 3), (2, 4, 2), stride=3),
        case("a stride larger than the kernel", (9, 7, 2), (2, 2, 3), stride=3),
        case("stride (1, 3)", (5, 10, 2), (3, 2, 3), stride=(1, 3)),
        case("stride (2, 1)", (8, 4, 3), (2, 3, 2), stride=(2, 1)),
        case("padding 1", (4, 6, 2), (3, 2, 3), padding=1),
        case("padding 2", (4, 3, 3), (3, 3, 2), padding=2),
        case("padding 3, stride 2", (3, 4, 2), (2, 3, 3), padding=3, stride=2),
        case("padding (2, 1)", (4, 3, 2), (3, 2, 3), padding=(2, 1)),
        case("padding (0, 2), stride (2, 3)", (6, 5, 3), (3, 4, 2), padding=(0, 2), stride=(2, 3)),
        case("each side padded differently", (4, 5, 2), (3, 2, 3), padding=((2, 0), (1, 3))),
        case("each side padded differently", (3, 3, 3), (2, 2, 2), padding=((0, 1), (2, 0))),
        case('padding "valid"', (5, 4, 2), (3, 3, 3), padding="valid"),
        case('padding "same"', (5, 4, 3), (3, 3, 2), padding="same"),
        case('padding "same", an even kernel', (4, 5, 2), (2, 4, 3), padding="same"),
        case('padding "same", stride 2', (6, 5, 2), (3, 3, 3), padding="same", stride=2),
        case('padding "same", stride (3, 2)', (7, 6, 3), (2, 3, 2), padding="same", stride=(3, 2)),
        case("one input channel", (5, 6, 1), (3, 2, 3)),
        case("one filter", (6, 5, 3), (2, 3, 1)),
        case("a 1x1 kernel", (3, 4, 3), (1, 1, 2)),
        case("a 1x1 kernel, stride 2", (4, 5, 2), (1, 1, 3), stride=2),
        case("a kernel as large as the image", (3, 4, 2), (3, 4, 3), n=3),
        case("one image", (4, 5, 2), (2, 2, 3), n=1),
        case("integers", (4, 6, 3), (2, 3, 2), dtype=int),
        case("integers, stride 2, padding 1", (5, 4, 2), (3, 3, 3), dtype=int, stride=2, padding=1),
        case("a uint8 photograph", (5, 4, 3), (3, 2, 2), dtype=np.uint8),
        case("float32", (5, 6, 3), (2, 3, 2), dtype=np.float32),
    ]


def _layer(before=None, after=None):
    """Make a mistaken layer: the right one on changed inputs, or with its output changed.

    `before` maps (x, w, b) to what takes their place; `after` takes the output, then x, w and b.
    """

    def layer(x, w, b, stride=1, padding=0):
        changed = before(x, w, b) if before else (x, w, b)
        out = layers.conv2d_forward(*changed, stride, padding)
        return after(out, x, w, b) if after else out

    return layer


def _unless(says_nothing, layer):
    """Keep a mistaken layer silent where students would write it in too many ways."""

    def silent(x, w, b, stride=1, padding=0):
        if says_nothing(w, stride, padding):
            raise ValueError
        return layer(x, w, b, stride, padding)

    return silent


def _is_same(w, stride, padding):
    return padding == "same"


@dataclass
class _Axis:
    """One axis of the padded images, and how a window goes along it."""

    length: int
    kernel: int
    taken: int  # pixels that a window takes: the kernel's length, unless that is the mistake
    step: int
    size: int  # places that are visited

    def resize(self, length=None, kernel=None):
        self.size = ((length or self.length) - (kernel or self.taken)) // self.step + 1

    def pairs(self, style):
        """Mark with 1 at [place, pixel, number] which pixel meets which number of the kernel.

        A window may hang over the border or differ from the kernel in length. Then "slices" does
        what NumPy does when it multiplies two slices: a single number meets all of the others.
        "numbers" goes pixel by pixel and fails outside; "strict" fails where the lengths differ.
        """
        if self.size < 0:
            raise Crash
        pairs = np.zeros((self.size, self.length, self.kernel))
        for place in range(self.size):
            start = place * self.step
            there = max(min(self.taken, self.length - start), 0)
            ours, theirs = np.arange(self.kernel), start + np.arange(there)
            if style == "numbers":
                if there < self.taken or self.taken > self.kernel:
                    raise Crash
                ours = ours[: self.taken]
            elif there != self.kernel:
                if style == "strict" or 1 not in (there, self.kernel):
                    raise Crash
                ours, theirs = np.broadcast_arrays(ours, theirs)
            pairs[place, theirs, ours] = 1
        return pairs


def _windows(change, style="strict", kernel=None, turned=False):
    """Make a layer whose windows are mistaken: `change` spoils the two axes they go along."""

    def layer(x, w, b, stride=1, padding=0):
        pads = layers.padding_pairs(padding, x.shape[1:3], w.shape[:2], stride)
        sizes = layers.conv_output_shape(x.shape[1:3], w.shape[:2], stride, padding)
        padded = layers.zero_pad2d(x, pads)
        used = kernel(w) if kernel else w
        rows, columns = (
            _Axis(*numbers)
            for numbers in zip(
                padded.shape[1:3],
                used.shape[:2],
                w.shape[:2],
                layers.stride_pair(stride),
                sizes,
                strict=True,
            )
        )
        change(rows, columns)
        pairs = rows.pairs(style), columns.pairs(style)
        out = np.einsum("nrsc,ira,jsb,abcf->nijf", padded, *pairs, used, optimize=True) + b
        return out.transpose(0, 2, 1, 3) if turned else out

    return layer


def _one_by_one(rows, columns):
    rows.step = columns.step = 1


def _one_by_one_all(rows, columns):
    for axis in (rows, columns):
        axis.step = 1
        axis.resize()


def _columns_one_by_one(rows, columns):
    columns.step = 1


def _columns_one_by_one_all(rows, columns):
    columns.step = 1
    columns.resize()


def _hang_over(rows, columns):
    for axis in (rows, columns):
        axis.size = math.ceil((axis.length - axis.kernel) / axis.step) + 1


def _swap_sizes(rows, columns):
    rows.size, columns.size = columns.size, rows.size


def _swap_sizes_and_steps(rows, columns):
    _swap_sizes(rows, columns)
    rows.step, columns.step = columns.step, rows.step


def _square_image(side):
    def change(rows, columns):
        length = (rows, columns)[side].length
        rows.resize(length), columns.resize(length)

    return change


def _square_kernel(side, windows=True):
    def change(rows, columns):
        k = (rows, columns)[side].kernel
        if windows:
            rows.taken = columns.taken = k
        rows.resize(kernel=k), columns.resize(kernel=k)

    return change


def _swap_kernel(windows):
    def change(rows, columns):
        if windows:
            rows.taken, columns.taken = columns.kernel, rows.kernel
        height, width = rows.kernel, columns.kernel
        rows.resize(kernel=width), columns.resize(kernel=height)

    return change


def _all_of(says_nothing, *layers_):
    return tuple(_unless(says_nothing, layer) for layer in layers_)


def _only_if(fine, layer):
    """Make a layer that is right, except that it fails on every image or kernel not `fine`."""

    def failing(x, w, b, stride=1, padding=0):
        out = layer(x, w, b, stride, padding)
        right = layers.conv_output_shape(x.shape[1:3], w.shape[:2], stride, padding)
        if not fine(x, w, right):
            raise Crash
        return out

    return failing


def _padded(change, **options):
    """Make a layer with mistaken padding: `change` maps ((t, b), (l, r)) to pairs."""

    def layer(x, w, b, stride=1, padding=0):
        pads = change(*layers.padding_pairs(padding))
        padded = np.pad(x, ((0, 0), *pads, (0, 0)), **options)
        return layers.conv2d_forward(padded, w, b, stride)

    return layer


def _padded_short(change, style):
    """Make a layer with mistaken padding whose output is as large as the right one."""

    def layer(x, w, b, stride=1, padding=0):
        sizes = layers.conv_output_shape(x.shape[1:3], w.shape[:2], stride, padding)
        padded = layers.zero_pad2d(x, change(*layers.padding_pairs(padding)))

        def keep_size(rows, columns):
            rows.size, columns.size = sizes

        return _windows(keep_size, style)(padded, w, b, stride)

    return layer


def _hard_coded_at_one(x, w, b, stride=1, padding=0):
    """Put the image at row 1 and column 1 of the zeros, whatever the padding is."""
    if padding == 0:
        raise Crash
    return layers.conv2d_forward(x, w, b, stride, ((1, 2 * padding - 1),) * 2)


def _hard_coded_if_any(x, w, b, stride=1, padding=0):
    return layers.conv2d_forward(x, w, b, stride, min(padding, 1))


_ONE_SIDE = (
    lambda tb, lr: ((tb[0], 0), (lr[0], 0)),
    lambda tb, lr: ((0, tb[1]), (0, lr[1])),
    lambda tb, lr: ((sum(tb), 0), (sum(lr), 0)),
    lambda tb, lr: ((0, sum(tb)), (0, sum(lr))),
)


def _by_sides(w, stride, padding):
    """Tell whether the padding is given by name or for each side on its own."""
    return np.ndim(padding) == 2 or padding == "same"


def _not_int(w, stride, padding):
    return not isinstance(padding, int)


def _rows_only(tb, lr):
    return tb, (0, 0)


def _pad_one(tb, lr):
    return (1, 1), (1, 1)


def _last_dropped(rows, columns, fill=None):
    """Leave out the last rows and columns of the output; or leave them at 0, or at the bias."""

    def drop(out, x, w, b):
        h, wide = out.shape[1] - rows, out.shape[2] - columns
        if fill is None:
            return out[:, :h, :wide]
        out[:, h:] = out[:, :, wide:] = b * fill
        return out

    return _layer(after=drop)


def _kernel_end_dropped(rows, columns):
    def drop(x, w, b):
        kept = w.copy()
        kept[len(w) - rows :] = 0
        kept[:, w.shape[1] - columns :] = 0
        return x, kept, b

    return _layer(before=drop)


def _rest_filled(fill):
    """Work out the square part of the output only; the rest stays at 0, or at the bias."""

    def fill_rest(out, x, w, b):
        side = min(out.shape[1:3])
        out[:, side:] = out[:, :, side:] = b * fill
        return out

    return _layer(after=fill_rest)


def _wider_by_height(x, w, b, stride=1, padding=0):
    """Make room for an image as wide as it is high: zeros are left on the right."""
    height, width = x.shape[1:3]
    if width > height:
        raise Crash
    (top, bottom), (left, right) = layers.padding_pairs(padding)
    pads = (top, bottom), (left, right + height - width)
    return layers.conv2d_forward(x, w, b, stride, pads)


def _transposed_out(out, x, w, b):
    return out.transpose(0, 2, 1, 3)


def _transposed_into(out, x, w, b):
    """Write to out[n, j, i, f], which has room for that only if it is square."""
    if out.shape[1] != out.shape[2]:
        raise Crash
    return out.transpose(0, 2, 1, 3)


def _swapped_shape(out, x, w, b):
    n, height, width, f = out.shape
    return out.reshape(n, width, height, f)


def _first_image(fill):
    def keep(out, x, w, b):
        out[1:] = b * fill
        return out

    return _layer(after=keep)


def _first_filter(fill):
    def keep(out, x, w, b):
        out[..., 1:] = b[1:] * fill
        return out

    return _layer(after=keep)


def _bias(change):
    return _layer(lambda x, w, b: (x, w, np.broadcast_to(change(x, w, b), b.shape)))


def _bias_by_channel(x, w, b):
    if w.shape[2] > len(b):
        raise Crash
    return b[: w.shape[2]].sum()


def _read_in_order(to_hwio):
    """Read the kernel's numbers, in their order, into the axes of another layout."""

    def read(x, w, b):
        kh, kw, cin, cout = w.shape
        sizes = dict(O=cout, I=cin, H=kh, W=kw)
        order = [sizes[letter] for letter in to_hwio]
        return x, w.reshape(order).transpose([to_hwio.index(letter) for letter in "HWIO"]), b

    return _layer(read)


def _read_by_axes(*axes):
    """Take the kernel's axes for others; where their sizes differ, every student fails in a way."""

    def read(x, w, b):
        if len(set(w.shape)) > 1:
            raise ValueError
        return x, w.transpose(axes), b

    return _layer(read)


def _truncated(order, bias="last"):
    """Add up in an array of the image's integer dtype: each step of the sum is cut off.

    `order` lists the loops whose steps are stored, outermost first: a, b and c for the kernel's
    rows, its columns and the channels.
    """

    def layer(x, w, b, stride=1, padding=0):
        if x.dtype.kind == "f":
            return layers.conv2d_forward(x, w, b, stride, padding)
        windows = layers.window_views(x, w.shape[:2], stride, padding)
        terms = np.einsum(f"nijabc,abcf->{order}nijf", windows.astype(float), w)
        terms = terms.reshape(-1, *terms.shape[len(order) :])
        steps = {
            "first": [b, *terms],
            "last": [*terms, b],
            "within": [*terms[:-1], terms[-1] + b],
        }[bias]
        out = np.zeros(terms.shape[1:])
        for step in steps:
            out = np.trunc(out + step)
            bounds = np.iinfo(x.dtype)
            if out.min() < bounds.min or out.max() > bounds.max:
                raise ValueError  # what an overflow gives is up to the machine
        return out

    return layer


def _fails_on_integers(x, w, b, stride=1, padding=0):
    """Add floats to an integer array in place, which NumPy refuses."""
    if x.dtype.kind != "f":
        raise Crash
    return layers.conv2d_forward(x, w, b, stride, padding)


def _without_bias(change):
    """Change the sum of the products only, before the bias is added."""
    return _layer(after=lambda out, x, w, b: change(out - b, x, w) + b)


def _layer_window(inputs, index):
    return look(
        inputs["x"],
        inputs["w"],
        index,
        inputs.get("stride", 1),
        inputs.get("padding", 0),
        float(inputs["b"][index[3]]),
    )


def _both(change, says_nothing=None, **options):
    found = tuple(_windows(change, style, **options) for style in ("strict", "slices"))
    return _all_of(says_nothing, *found) if says_nothing else found


_LAYER_MISTAKES = (
    Mistake(
        "flipped",
        "the kernel is flipped: a layer lays it on the window as it is",
        _layer(lambda x, w, b: (x, w[::-1, ::-1], b)),
        _layer(lambda x, w, b: (x, w[::-1, ::-1, ::-1], b)),
        _layer(lambda x, w, b: (x, w[::-1, ::-1, ::-1, ::-1], b)),
    ),
    Mistake(
        "flip-up-down",
        "the kernel is turned upside down",
        _layer(lambda x, w, b: (x, w[::-1], b)),
    ),
    Mistake(
        "transposed-kernel",
        "rows and columns of the kernel are exchanged",
        *_all_of(_is_same, _layer(lambda x, w, b: (x, w.transpose(1, 0, 2, 3), b))),
        *_both(lambda rows, columns: None, kernel=lambda w: w.transpose(1, 0, 2, 3)),
    ),
    Mistake(
        "channels-reversed",
        "the input channels meet the kernel's in reverse order: blue meets the numbers for red",
        _layer(lambda x, w, b: (x, w[:, :, ::-1], b)),
    ),
    Mistake(
        "stride-ignored",
        "the window moves by 1 whatever the stride",
        *_all_of(_is_same, _windows(_one_by_one), _windows(_one_by_one_all)),
    ),
    Mistake(
        "stride-rows-only",
        "the stride moves the window down but not to the right",
        *_all_of(_is_same, _windows(_columns_one_by_one), _windows(_columns_one_by_one_all)),
    ),
    Mistake(
        "swap-ij",
        "row and column of the window, or of the output, are exchanged",
        _layer(after=_transposed_out),
        _layer(after=_transposed_into),
        *_both(_swap_sizes, turned=True),
        *_both(_swap_sizes_and_steps, turned=True),
    ),
    Mistake(
        "pad-edge",
        "the border repeats the edge of the image: it should be zeros",
        *_all_of(_is_same, _padded(lambda tb, lr: (tb, lr), mode="edge")),
    ),
    Mistake(
        "pad-ones",
        "the border is filled with ones: it should be zeros",
        *_all_of(_is_same, _padded(lambda tb, lr: (tb, lr), constant_values=1)),
    ),
    Mistake(
        "pad-one-side",
        "only one side of each axis gets zeros: a single number is for both sides",
        *_all_of(
            _by_sides,
            *map(_padded, _ONE_SIDE),
            *(_padded_short(change, s) for change in _ONE_SIDE[:2] for s in ("strict", "slices")),
        ),
    ),
    Mistake(
        "pad-rows-only",
        "zeros are put above and below, and none left and right",
        *_all_of(
            _by_sides,
            _padded(_rows_only),
            *(_padded_short(_rows_only, style) for style in ("strict", "slices")),
        ),
    ),
    Mistake(
        "pad-hardcoded-1",
        "the border is 1 wide, whatever `padding` says",
        *_all_of(
            _not_int,
            _padded(_pad_one),
            *(_padded_short(_pad_one, style) for style in ("strict", "slices")),
            _hard_coded_if_any,
            _hard_coded_at_one,
        ),
    ),
    Mistake(
        "ceil",
        "the size of the output is rounded up: its last window hangs over the border",
        *_both(_hang_over, _is_same),
        *_all_of(
            _is_same,
            lambda x, w, b, stride=1, padding=0: _with_overhang(x, w, b, stride, padding),
            lambda x, w, b, stride=1, padding=0: _with_overhang(x, w, b, stride, padding, 0),
            lambda x, w, b, stride=1, padding=0: _with_overhang(x, w, b, stride, padding, 1),
        ),
    ),
    Mistake(
        "off-by-one-loop",
        "a loop ends one step too early",
        *(
            _last_dropped(*ends, fill)
            for ends in ((1, 1), (1, 0), (0, 1))
            for fill in (None, 0, 1)
        ),
        *(_kernel_end_dropped(*ends) for ends in ((1, 1), (1, 0), (0, 1))),
    ),
    Mistake(
        "square-image",
        "the images are taken to be square: the width of the output comes from their width",
        *_both(_square_image(0), _is_same),
        *_both(_square_image(1), _is_same),
        *_all_of(
            _is_same,
            _wider_by_height,
            _only_if(lambda x, w, size: x.shape[1] == x.shape[2], layers.conv2d_forward),
        ),
        _rest_filled(0),
        _rest_filled(1),
    ),
    Mistake(
        "square-kernel",
        "the kernel is taken to be square",
        *_all_of(
            _is_same,
            *(
                _windows(_square_kernel(side), style)
                for side in (0, 1)
                for style in ("strict", "slices", "numbers")
            ),
            *(
                _windows(_square_kernel(side, windows=False), style)
                for side in (0, 1)
                for style in ("strict", "slices")
            ),
        ),
    ),
    Mistake(
        "kh-kw-swapped",
        "height and width of the kernel are exchanged",
        *_both(_swap_kernel(windows=True), _is_same),
        *_both(_swap_kernel(windows=False), _is_same),
        _unless(
            _is_same,
            _layer(lambda x, w, b: (x, w.reshape(w.shape[1], w.shape[0], *w.shape[2:]), b)),
        ),
    ),
    Mistake(
        "hout-wout-swapped",
        "height and width of the output are exchanged",
        *_both(_swap_sizes),
        _layer(after=_swapped_shape),
    ),
    Mistake(
        "first-image-only",
        "only the first image of the batch is worked out",
        _layer(after=lambda out, x, w, b: out[:1]),
        _layer(after=lambda out, x, w, b: out[0]),
        _layer(after=lambda out, x, w, b: np.repeat(out[:1], len(x), axis=0)),
        _first_image(0),
        _first_image(1),
    ),
    Mistake(
        "first-filter-only",
        "only the first filter is used",
        _layer(after=lambda out, x, w, b: out[..., :1]),
        _layer(after=lambda out, x, w, b: out[..., 0]),
        _layer(lambda x, w, b: (x, np.repeat(w[..., :1], len(b), axis=3), b)),
        _layer(after=lambda out, x, w, b: np.repeat(out[..., :1], len(b), axis=3)),
        _first_filter(0),
        _first_filter(1),
    ),
    Mistake(
        "first-channel-only",
        "only the first input channel is used, of the image or of the kernel",
        _layer(lambda x, w, b: (x[..., :1], w[:, :, :1], b)),
        _layer(lambda x, w, b: (np.repeat(x[..., :1], x.shape[3], axis=3), w, b)),
        _layer(lambda x, w, b: (x, np.repeat(w[:, :, :1], x.shape[3], axis=2), b)),
    ),
    Mistake(
        "mean-over-channels",
        "the input channels are averaged: they are summed",
        _layer(lambda x, w, b: (x, w / w.shape[2], b)),
        _layer(lambda x, w, b: (x.mean(axis=3, keepdims=True).repeat(x.shape[3], 3), w, b)),
        _layer(lambda x, w, b: (x.mean(3, keepdims=True), w.mean(2, keepdims=True), b)),
    ),
    Mistake(
        "mean-not-sum",
        "the products are averaged: they are summed",
        _layer(lambda x, w, b: (x, w / math.prod(w.shape[:3]), b)),
        _layer(lambda x, w, b: (x, w / math.prod(w.shape[:2]), b)),
    ),
    Mistake("bias-missing", "the bias is left out", _bias(lambda x, w, b: 0)),
    Mistake(
        "bias-per-channel",
        "the bias is added once for each input channel: it is added once to the sum over all",
        _bias(lambda x, w, b: b * w.shape[2]),
        _bias(_bias_by_channel),
    ),
    Mistake(
        "bias-per-weight",
        "the bias is added to every product: it is added once, to their sum",
        _bias(lambda x, w, b: b * math.prod(w.shape[:3])),
        _bias(lambda x, w, b: b * math.prod(w.shape[:2])),
    ),
    Mistake(
        "bias-first-only",
        "only the first bias is used: filter f has its own, b[f]",
        _bias(lambda x, w, b: b[0]),
        _bias(lambda x, w, b: b * (np.arange(len(b)) == 0)),
    ),
    Mistake(
        "bias-summed",
        "every filter gets the sum of all biases: filter f has its own, b[f]",
        _bias(lambda x, w, b: b.sum()),
    ),
    Mistake("bias-subtracted", "the bias is subtracted: it is added", _bias(lambda x, w, b: -b)),
    Mistake(
        "relu-inside",
        "negative numbers become 0: that is the activation, a step of its own",
        _layer(after=lambda out, x, w, b: np.maximum(out, 0)),
        _without_bias(lambda out, x, w: np.maximum(out, 0)),
    ),
    Mistake(
        "int-truncation",
        "the output has the integer dtype of the image, which cuts off what follows the point",
        _truncated("", "within"),
        *(
            _truncated(order, bias)
            for order in ("", "abc", "cab", "ab", "c")
            for bias in ("last", "first", "within")
        ),
        _fails_on_integers,
        _layer(after=lambda out, x, w, b: np.trunc(out)),
    ),
    Mistake(
        "mutates-x",
        "the images that came in are changed: work on a copy",
        shows=lambda case, answer: "x" in answer.changed,
    ),
    Mistake(
        "oihw-read-as-hwio",
        "the axes of the kernel are read as (Cout, Cin, kH, kW): here they are (kH, kW, Cin, Cout)",
        _read_by_axes(2, 3, 1, 0),
        _read_by_axes(1, 2, 3, 0),
        _read_by_axes(3, 2, 1, 0),
        _read_in_order("OIHW"),
        _read_in_order("OHWI"),
    ),
)
