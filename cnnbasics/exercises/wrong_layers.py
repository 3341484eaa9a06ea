"""Convolution layers gone wrong: the mistakes of `conv2d_forward`, each in several spellings.

Where it can be, a mistake is the right layer on changed inputs, or with its output changed. Where
the windows stand wrongly, or hold too much, it is told along each axis which pixel meets which
number of the kernel.
"""

import math
from dataclasses import dataclass

import numpy as np

from cnnbasics import layers
from cnnbasics.checking.exercise import Crash, Mistake


def changed(before=None, after=None):
    """Make a mistaken layer: the right one on changed inputs, or with its output changed.

    `before` maps (x, w, b) to what takes their place; `after` takes the output, then x, w and b.
    """

    def layer(x, w, b, stride=1, padding=0):
        given = before(x, w, b) if before else (x, w, b)
        out = layers.conv2d_forward(*given, stride, padding)
        return after(out, x, w, b) if after else out

    return layer


def silent_if(says_nothing, *mistaken):
    """Keep mistaken layers silent where students would write them in too many ways.

    `says_nothing` takes stride and padding as they were given, and tells where that is.
    """

    def silenced(layer):
        def silent(x, w, b, stride=1, padding=0):
            if says_nothing(stride, padding):
                raise ValueError
            return layer(x, w, b, stride, padding)

        return silent

    return tuple(map(silenced, mistaken))


def is_same(stride, padding):
    """Tell whether the padding is "same", which a mistake may spoil along with the windows."""
    return padding == "same"


def _by_sides(stride, padding):
    """Tell whether the padding is given by name or for each side on its own."""
    return np.ndim(padding) == 2 or padding == "same"


def _not_int(stride, padding):
    return not isinstance(padding, int)


@dataclass
class _Axis:
    """One axis of the images, and how a window goes along it."""

    image: int
    border: int  # zeros before and after
    kernel: int
    step: int
    size: int  # places that are visited
    taken: int  # pixels that a window takes: the kernel's length, unless that is the mistake

    def resize(self, image=None, kernel=None):
        length = (image or self.image) + self.border
        self.size = (length - (kernel or self.taken)) // self.step + 1

    def pairs(self, style):
        """Mark with 1 at [place, pixel, number] which pixel meets which number of the kernel.

        A window may hang over the border or differ from the kernel in length. Then "slices" does
        what NumPy does when it multiplies two slices: a single number meets all of the others.
        "numbers" goes pixel by pixel and fails outside; "strict" fails where the lengths differ.
        """
        length = self.image + self.border
        pairs = np.zeros((self.size, length, self.kernel))
        for place in range(self.size):
            start = place * self.step
            there = max(min(self.taken, length - start), 0)
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


def _axes(x, w, stride, padding):
    """Return how the windows of the right layer go along the rows and along the columns."""
    pads = layers.padding_pairs(padding, x.shape[1:3], w.shape[:2], stride)
    return [
        _Axis(image, sum(pair), kernel, step, (image + sum(pair) - kernel) // step + 1, kernel)
        for image, pair, kernel, step in zip(
            x.shape[1:3], pads, w.shape[:2], layers.stride_pair(stride), strict=True
        )
    ]


def _windows(change, style="strict", turned_kernel=False, turned_output=False):
    """Make a layer whose windows are mistaken: `change` spoils the two axes they go along."""

    def layer(x, w, b, stride=1, padding=0):
        rows, columns = axes = _axes(x, w, stride, padding)
        change(rows, columns)
        used = w.transpose(1, 0, 2, 3) if turned_kernel else w
        rows.kernel, columns.kernel = used.shape[:2]
        if min(axis.size for axis in axes) < 0:
            raise Crash
        if rows.size and columns.size:
            pads = layers.padding_pairs(padding, x.shape[1:3], w.shape[:2], stride)
            met = layers.zero_pad2d(x, pads)
            met = np.tensordot(met, rows.pairs(style), (1, 1))  # (N, Wp, Cin, Hout, kH)
            met = np.tensordot(met, columns.pairs(style), (1, 1))  # (N, Cin, Hout, kH, Wout, kW)
            out = np.tensordot(met, used, ((3, 5, 1), (0, 1, 2))) + b  # (N, Hout, Wout, Cout)
        else:  # loops that never run do not fail
            out = np.zeros((len(x), rows.size, columns.size, len(b)))
        return out.transpose(0, 2, 1, 3) if turned_output else out

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
        axis.size = math.ceil((axis.image + axis.border - axis.kernel) / axis.step) + 1


def _swap_sizes(rows, columns):
    rows.size, columns.size = columns.size, rows.size


def _swap_sizes_and_steps(rows, columns):
    _swap_sizes(rows, columns)
    rows.step, columns.step = columns.step, rows.step


def _with_overhang(fill):
    """Round the output's size up; the kernel is cut at the border, or nothing is written there."""

    def layer(x, w, b, stride=1, padding=0):
        right = layers.conv2d_forward(x, w, b, stride, padding)
        axes = _axes(x, w, stride, padding)
        beyond = [(axis.kernel - axis.image - axis.border) % axis.step for axis in axes]
        pads = [
            (before, after + more)
            for (before, after), more in zip(layers.padding_pairs(padding), beyond, strict=True)
        ]
        out = layers.conv2d_forward(x, w, b, stride, pads)
        if fill is not None:
            out[:] = b * fill
            out[:, : right.shape[1], : right.shape[2]] = right
        return out

    return layer


def _square_image(side):
    def change(rows, columns):
        image = (rows, columns)[side].image
        rows.resize(image)
        columns.resize(image)

    return change


def _square_padded(side):
    """Take one side of the padded images for both."""

    def change(rows, columns):
        axis = (rows, columns)[side]
        length = axis.image + axis.border
        rows.resize(length - rows.border)
        columns.resize(length - columns.border)

    return change


def _square_output(side):
    def change(rows, columns):
        rows.size = columns.size = (rows, columns)[side].size

    return change


def _square_kernel(side, windows=True, sizes=True):
    def change(rows, columns):
        k = (rows, columns)[side].kernel
        if windows:
            rows.taken = columns.taken = k
        if sizes:
            rows.resize(kernel=k)
            columns.resize(kernel=k)

    return change


def _swap_kernel(windows, sizes=True):
    def change(rows, columns):
        if windows:
            rows.taken, columns.taken = columns.kernel, rows.kernel
        if sizes:
            rows.resize(kernel=columns.kernel)
            columns.resize(kernel=rows.kernel)

    return change


def _fails_on_oblong_images(x, w, b, stride=1, padding=0):
    if x.shape[1] != x.shape[2]:
        raise Crash
    return layers.conv2d_forward(x, w, b, stride, padding)


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
        out[:, h:] = b * fill
        out[:, :, wide:] = b * fill
        return out

    return changed(after=drop)


def _first_left(rows, columns, fill):
    """Leave the first rows and columns of the output at 0, or at the bias."""

    def leave(out, x, w, b):
        out[:, :rows] = b * fill
        out[:, :, :columns] = b * fill
        return out

    return changed(after=leave)


def _kernel_end_dropped(rows, columns):
    def drop(x, w, b):
        kept = w.copy()
        kept[len(w) - rows :] = 0
        kept[:, w.shape[1] - columns :] = 0
        return x, kept, b

    return changed(before=drop)


def _rest_filled(axis, fill):
    """Go over a square part of the output only; the rest stays at 0, or at the bias."""

    def fill_rest(out, x, w, b):
        side = out.shape[axis]
        if side > min(out.shape[1:3]):
            raise Crash
        out[:, side:] = b * fill
        out[:, :, side:] = b * fill
        return out

    return changed(after=fill_rest)


def _as_wide_as_high(x, w, b, stride=1, padding=0):
    """Make room for images as wide as they are high; a wider one may fit where its zeros were."""
    height, width = x.shape[1:3]
    (top, bottom), (left, right) = layers.padding_pairs(padding)
    right += height - width
    if right < 0:
        raise Crash
    return layers.conv2d_forward(x, w, b, stride, ((top, bottom), (left, right)))


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

    return changed(after=keep)


def _first_filter(fill):
    def keep(out, x, w, b):
        out[..., 1:] = b[1:] * fill
        return out

    return changed(after=keep)


def _bias(change):
    return changed(lambda x, w, b: (x, w, np.broadcast_to(change(x, w, b), b.shape)))


def _bias_by_channel(x, w, b):
    if w.shape[2] > len(b):
        raise Crash
    return b[: w.shape[2]].sum()


def _read_in_order(to_hwio):
    """Read the kernel's numbers, in their order, into the axes of another layout."""

    def read(x, w, b):
        kh, kw, cin, cout = w.shape
        sizes = {"O": cout, "I": cin, "H": kh, "W": kw}
        order = [sizes[letter] for letter in to_hwio]
        return x, w.reshape(order).transpose([to_hwio.index(letter) for letter in "HWIO"]), b

    return changed(read)


def _read_by_axes(*axes):
    """Take the kernel's axes for others; where the sizes differ, each student fails differently."""

    def read(x, w, b):
        if len(set(w.shape)) > 1:
            raise ValueError
        return x, w.transpose(axes), b

    return changed(read)


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


def _cast_to_the_images(bias):
    """Give the kernel, and perhaps the bias, the dtype of the images."""

    def layer(x, w, b, stride=1, padding=0):
        if x.dtype.kind == "u":
            raise ValueError  # what becomes of a number below 0 is up to the machine
        w, b = w.astype(x.dtype), b.astype(x.dtype) if bias else b
        return layers.conv2d_forward(x, w, b, stride, padding)

    return layer


def _fails_on_integers(x, w, b, stride=1, padding=0):
    """Add floats to an integer array in place, which NumPy refuses."""
    if x.dtype.kind != "f":
        raise Crash
    return layers.conv2d_forward(x, w, b, stride, padding)


def _both(change, says_nothing=None, **options):
    found = tuple(_windows(change, style, **options) for style in ("strict", "slices"))
    return silent_if(says_nothing, *found) if says_nothing else found


LAYER_MISTAKES = (
    Mistake(
        "flipped",
        "the kernel is flipped: a layer lays it on the window as it is",
        changed(lambda x, w, b: (x, w[::-1, ::-1], b)),
        changed(lambda x, w, b: (x, w[::-1, ::-1, ::-1], b)),
        changed(lambda x, w, b: (x, w[::-1, ::-1, ::-1, ::-1], b)),
    ),
    Mistake(
        "flip-up-down",
        "the kernel is turned upside down",
        changed(lambda x, w, b: (x, w[::-1], b)),
    ),
    Mistake(
        "transposed-kernel",
        "rows and columns of the kernel are exchanged",
        *silent_if(is_same, changed(lambda x, w, b: (x, w.transpose(1, 0, 2, 3), b))),
        *_both(lambda rows, columns: None, turned_kernel=True),
        changed(lambda x, w, b: (x, w.transpose(1, 0, 2, 3).reshape(w.shape), b)),
    ),
    Mistake(
        "channels-reversed",
        "the input channels meet the kernel's in reverse order: blue meets the numbers for red",
        changed(lambda x, w, b: (x, w[:, :, ::-1], b)),
    ),
    Mistake(
        "stride-ignored",
        "the window moves by 1 whatever the stride",
        *silent_if(is_same, _windows(_one_by_one), _windows(_one_by_one_all)),
    ),
    Mistake(
        "stride-rows-only",
        "the stride moves the window down but not to the right",
        *silent_if(is_same, _windows(_columns_one_by_one), _windows(_columns_one_by_one_all)),
    ),
    Mistake(
        "swap-ij",
        "row and column of the window, or of the output, are exchanged",
        changed(after=_transposed_out),
        changed(after=_transposed_into),
        *_both(_swap_sizes, turned_output=True),
        *_both(_swap_sizes_and_steps, turned_output=True),
    ),
    Mistake(
        "pad-edge",
        "the border repeats the edge of the image: it should be zeros",
        *silent_if(is_same, _padded(lambda tb, lr: (tb, lr), mode="edge")),
    ),
    Mistake(
        "pad-ones",
        "the border is filled with ones: it should be zeros",
        *silent_if(is_same, _padded(lambda tb, lr: (tb, lr), constant_values=1)),
    ),
    Mistake(
        "pad-one-side",
        "only one side of each axis gets zeros: a single number is for both sides",
        *silent_if(
            _by_sides,
            *map(_padded, _ONE_SIDE),
            *(_padded_short(change, s) for change in _ONE_SIDE[:2] for s in ("strict", "slices")),
        ),
    ),
    Mistake(
        "pad-rows-only",
        "zeros are put above and below, and none left and right",
        *silent_if(
            _by_sides,
            _padded(_rows_only),
            *(_padded_short(_rows_only, style) for style in ("strict", "slices")),
        ),
    ),
    Mistake(
        "pad-hardcoded-1",
        "the border is 1 wide, whatever `padding` says",
        *silent_if(
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
        *_both(_hang_over, is_same),
        *silent_if(is_same, *map(_with_overhang, (None, 0, 1))),
    ),
    Mistake(
        "off-by-one-loop",
        "a loop ends one step too early, or begins one step late",
        *(_last_dropped(*ends, fill) for ends in ((1, 1), (1, 0), (0, 1)) for fill in (None, 0, 1)),
        *(_first_left(*ends, fill) for ends in ((1, 1), (1, 0), (0, 1)) for fill in (0, 1)),
        *(_kernel_end_dropped(*ends) for ends in ((1, 1), (1, 0), (0, 1))),
    ),
    Mistake(
        "square-image",
        "the images are taken to be square: one length serves for rows and columns",
        *_both(_square_image(0), is_same),
        *_both(_square_image(1), is_same),
        *silent_if(
            is_same,
            *(
                _windows(_square_padded(side), style)
                for side in (0, 1)
                for style in ("strict", "slices", "numbers")
            ),
        ),
        *silent_if(
            is_same,
            _as_wide_as_high,
            _fails_on_oblong_images,
        ),
        *_both(_square_output(0)),
        *_both(_square_output(1)),
        *(_rest_filled(axis, fill) for axis in (1, 2) for fill in (0, 1)),
    ),
    Mistake(
        "square-kernel",
        "the kernel is taken to be square",
        *silent_if(
            is_same,
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
            *(_windows(_square_kernel(side, sizes=False), "numbers") for side in (0, 1)),
        ),
    ),
    Mistake(
        "kh-kw-swapped",
        "height and width of the kernel are exchanged",
        *_both(_swap_kernel(windows=True), is_same),
        *_both(_swap_kernel(windows=False), is_same),
        *_both(_swap_kernel(windows=True, sizes=False), is_same),
        *silent_if(
            is_same,
            changed(lambda x, w, b: (x, w.reshape(w.shape[1], w.shape[0], *w.shape[2:]), b)),
        ),
    ),
    Mistake(
        "hout-wout-swapped",
        "height and width of the output are exchanged",
        *_both(_swap_sizes),
        changed(after=_swapped_shape),
    ),
    Mistake(
        "first-image-only",
        "only the first image of the batch is worked out",
        changed(after=lambda out, x, w, b: out[:1]),
        changed(after=lambda out, x, w, b: out[0]),
        changed(after=lambda out, x, w, b: np.repeat(out[:1], len(x), axis=0)),
        _first_image(0),
        _first_image(1),
    ),
    Mistake(
        "first-filter-only",
        "only the first filter is used",
        changed(after=lambda out, x, w, b: out[..., :1]),
        changed(after=lambda out, x, w, b: out[..., 0]),
        changed(lambda x, w, b: (x, np.repeat(w[..., :1], len(b), axis=3), b)),
        changed(after=lambda out, x, w, b: np.repeat(out[..., :1], len(b), axis=3)),
        _first_filter(0),
        _first_filter(1),
    ),
    Mistake(
        "first-channel-only",
        "only the first input channel is used, of the image or of the kernel",
        changed(lambda x, w, b: (x[..., :1], w[:, :, :1], b)),
        changed(lambda x, w, b: (np.repeat(x[..., :1], x.shape[3], axis=3), w, b)),
        changed(lambda x, w, b: (x, np.repeat(w[:, :, :1], x.shape[3], axis=2), b)),
    ),
    Mistake(
        "mean-over-channels",
        "the input channels are averaged: they are summed",
        changed(lambda x, w, b: (x, w / w.shape[2], b)),
        changed(lambda x, w, b: (x.mean(axis=3, keepdims=True).repeat(x.shape[3], 3), w, b)),
        changed(lambda x, w, b: (x.mean(3, keepdims=True), w.mean(2, keepdims=True), b)),
    ),
    Mistake(
        "mean-not-sum",
        "the products are averaged: they are summed",
        changed(lambda x, w, b: (x, w / math.prod(w.shape[:3]), b)),
        changed(lambda x, w, b: (x, w / math.prod(w.shape[:2]), b)),
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
        changed(lambda x, w, b: (x, w + b, 0 * b)),
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
        changed(after=lambda out, x, w, b: np.maximum(out, 0)),
        changed(after=lambda out, x, w, b: np.maximum(out - b, 0) + b),
    ),
    Mistake(
        "int-truncation",
        "the output has the integer dtype of the image, which has no room for what follows the "
        "point",
        *(
            _truncated(order, bias)
            for order in ("", "abc", "cab", "ab", "c")
            for bias in ("last", "first", "within")
        ),
        _fails_on_integers,
        *map(_cast_to_the_images, (False, True)),
        changed(after=lambda out, x, w, b: np.trunc(out)),
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
