"""Backward passes gone wrong: those of convolution and pooling, and those of a whole network.

Each is a walk over the windows in which one step can be spoiled. Nothing here calls the course's
own backward passes: some of these walks are handed to students to be found out.
"""

import numpy as np

from cnnbasics import layers
from cnnbasics.checking.exercise import Crash

SUM, LAST, LAST_OFFSET = "sum", "last", "last offset"
"""How what overlaps is put together: added up, or the last window, or its last number, stays."""


def _fit(target, index, term, keep):
    """Add `term` to a part of `target`, or write it there; NumPy's refusal is a crash."""
    try:
        if keep == SUM:
            target[index] += term
        else:
            target[index] = term
    except ValueError as error:
        raise Crash from error


def _sides(padding, size, kernel, stride):
    return layers.padding_pairs(padding, size, kernel, stride)


# The kernel's gradient


def slope_of_w(keep=SUM, one_by_one=False, unpadded=False, strict=False, after=None, only=None):
    """Make a `conv2d_backward_w` that goes wrong: `after` changes the result, `only` the slopes."""

    def backward(dout, x, kshape, stride=1, padding=0):
        if one_by_one and isinstance(padding, str):
            raise ValueError  # "same" depends on the stride: what is ignored there is open
        (kh, kw), (sh, sw) = kshape[:2], layers.stride_pair(stride)
        pads = _sides(padding, x.shape[1:3], kshape[:2], stride)
        met = (x if unpadded else layers.zero_pad2d(x, pads)).astype(float)
        slopes = only(dout) if only else dout
        if one_by_one:
            sh = sw = 1
        if one_by_one == "all":
            places = layers.conv_output_shape(met.shape[1:3], kshape[:2])
            if places != dout.shape[1:3]:
                raise Crash
        dw = np.zeros(kshape)
        for i, j in np.ndindex(dout.shape[1:3]):
            window = met[:, i * sh : i * sh + kh, j * sw : j * sw + kw]
            if strict and window.shape[1:3] != (kh, kw):
                raise Crash
            _fit(dw, ..., np.einsum("nabc,nf->abcf", window, slopes[:, i, j]), keep)
        return after(dw, dout, x) if after else dw

    return backward


def only_last_image(dout):
    """Keep the slopes of the last image."""
    kept = np.zeros(dout.shape)
    kept[-1] = dout[-1]
    return kept


def only_last_filter(dout):
    """Keep the slopes of the last filter."""
    kept = np.zeros(dout.shape)
    kept[..., -1] = dout[..., -1]
    return kept


def slope_of_w_undilated(dout, x, kshape, stride=1, padding=0):
    """Correlate the images with slopes that have no gaps: the result grows with the stride."""
    if isinstance(padding, str):
        raise ValueError
    met = layers.zero_pad2d(x, _sides(padding, x.shape[1:3], kshape[:2], stride)).astype(float)
    size = [n - m + 1 for n, m in zip(met.shape[1:3], dout.shape[1:3], strict=True)]
    return slope_of_w()(dout, met, (*size, *kshape[2:]))


# The input's gradient


def cropped(canvas, pads, size):
    """Take the border of zeros away."""
    (top, _), (left, _) = pads
    return canvas[:, top : top + size[0], left : left + size[1]]


def slope_of_x(
    keep=SUM, one_by_one=False, dilated=True, kernel=None, only=None, after=None, crop=cropped
):
    """Make a `conv2d_backward_x` that goes wrong: `kernel` changes w, `crop` takes the border."""

    def backward(dout, w, xshape, stride=1, padding=0):
        if (one_by_one or not dilated) and isinstance(padding, str):
            raise ValueError
        (kh, kw), (sh, sw) = w.shape[:2], layers.stride_pair(stride)
        pads = _sides(padding, xshape[1:3], w.shape[:2], stride)
        used = kernel(w) if kernel else w
        slopes = only(dout) if only else dout
        if one_by_one or not dilated:
            sh = sw = 1
        size = [n + sum(pair) for n, pair in zip(xshape[1:3], pads, strict=True)]
        if not dilated:
            size = [dout.shape[1] + kh - 1, dout.shape[2] + kw - 1]
        canvas = np.zeros((xshape[0], *size, xshape[3]))
        if keep == LAST_OFFSET:
            hout, wout = dout.shape[1:3]
            for a, b in np.ndindex(kh, kw):
                rows, columns = slice(a, a + hout * sh, sh), slice(b, b + wout * sw, sw)
                canvas[:, rows, columns] = slopes @ used[a, b].T
        else:
            for i, j in np.ndindex(dout.shape[1:3]):
                index = np.s_[:, i * sh : i * sh + kh, j * sw : j * sw + kw]
                _fit(canvas, index, np.tensordot(slopes[:, i, j], used, (1, 3)), keep)
        dx = crop(canvas, pads, xshape[1:3])
        return after(dx) if after else dx

    return backward


def slope_of_x_unpadded(dout, w, xshape, stride=1, padding=0):
    """Lay the kernel on the image without its border, which may have too little room."""
    reach = [
        (n - 1) * step + k
        for n, step, k in zip(dout.shape[1:3], layers.stride_pair(stride), w.shape[:2], strict=True)
    ]
    if any(far > n for far, n in zip(reach, xshape[1:3], strict=True)):
        if 1 in w.shape[:2]:
            raise ValueError  # some students' code then writes nothing, and does not fail
        raise Crash
    return slope_of_x()(dout, w, xshape, stride)


def channels_exchanged(w):
    """Exchange channels and filters of a kernel, which fits only if there are as many of both."""
    if w.shape[2] != w.shape[3]:
        raise Crash
    return w.transpose(0, 1, 3, 2)


def channels_exchanged_or_spread(w):
    """Exchange channels and filters as `einsum` does, to which one filter fits any channels."""
    if w.shape[3] == 1:
        return np.broadcast_to(w.sum(axis=2, keepdims=True), w.shape)
    return channels_exchanged(w)


def cropped_to_nothing(canvas, pads, size):
    """Crop with ``[p:-p]``, which leaves nothing where p is 0."""
    (top, bottom), (left, right) = pads
    return canvas[:, top:-bottom, left:-right]


def cropped_from(start):
    """Crop from another place: `start` makes it from the zeros before and after."""

    def crop(canvas, pads, size):
        rows, columns = (start(*pair) for pair in pads)
        return canvas[:, rows : rows + size[0], columns : columns + size[1]]

    return crop


# Pooling


def first_winner(patch):
    """Give everything to the first of the largest numbers: weights of (N, ph, pw, C)."""
    flat = patch.reshape(len(patch), -1, patch.shape[-1])
    order = np.arange(flat.shape[1])[:, np.newaxis]
    return (order == flat.argmax(axis=1)[:, np.newaxis]).reshape(patch.shape)


def all_winners(patch):
    """Give everything to each of the largest numbers."""
    return patch == patch.max(axis=(1, 2), keepdims=True)


def split_winners(patch):
    """Share out equally among the largest numbers."""
    won = all_winners(patch)
    return won / won.sum(axis=(1, 2), keepdims=True)


def top_left(patch):
    """Give everything to the first number, whatever it is."""
    return np.pad([[1.0]], ((0, patch.shape[1] - 1), (0, patch.shape[2] - 1)))[..., np.newaxis]


def evenly(patch):
    """Share out equally among all numbers."""
    return np.full(patch.shape, 1 / (patch.shape[1] * patch.shape[2]))


def slope_of_pool(weigh, keep=SUM, stride_is_window=None):
    """Make a backward pass of a pooling: `weigh` says who in a window gets how much.

    `keep` may be "winners": then the last window writes only where it gives something.
    `stride_is_window` is "strict", "slices" or "shorter": what a student's loop does then.
    """

    def backward(dout, x, size, stride=None):
        ph, pw = layers.stride_pair(size)
        sh, sw = (ph, pw) if stride is None else layers.stride_pair(stride)
        places = dout.shape[1:3]
        if stride_is_window:
            if stride_is_window == "shorter":
                fitting = layers.conv_output_shape(x.shape[1:3], (ph, pw), (ph, pw))
                if any(n > m for n, m in zip(fitting, places, strict=True)):
                    raise Crash
                places = fitting
            sh, sw = ph, pw
        x, dx = x.astype(float), np.zeros(x.shape)
        if keep == LAST_OFFSET:
            return _by_offsets(dx, x, dout, weigh, (ph, pw), (sh, sw))
        for i, j in np.ndindex(places):
            index = np.s_[:, i * sh : i * sh + ph, j * sw : j * sw + pw]
            patch = x[index]
            if 0 in patch.shape or (stride_is_window == "strict" and patch.shape[1:3] != (ph, pw)):
                raise Crash
            weights = weigh(patch)
            term = weights * dout[:, i, j][:, np.newaxis, np.newaxis]
            if keep == "winners":
                dx[index] = np.where(weights != 0, term, dx[index])
            else:
                _fit(dx, index, term, keep)
        return dx

    return backward


def _by_offsets(dx, x, dout, weigh, size, steps):
    """Write place by place of the window: a later place overwrites what an earlier one gave."""
    weights = np.zeros((*dout.shape, *size))
    for i, j in np.ndindex(dout.shape[1:3]):
        top, left = i * steps[0], j * steps[1]
        patch = x[:, top : top + size[0], left : left + size[1]]
        weights[:, i, j] = np.moveaxis(np.broadcast_to(weigh(patch), patch.shape), 3, 1)
    for a, b in np.ndindex(size):
        rows = a + steps[0] * np.arange(dout.shape[1])
        columns = b + steps[1] * np.arange(dout.shape[2])
        dx[:, rows[:, np.newaxis], columns] = weights[..., a, b] * dout
    return dx


def without_x(backward):
    """Make of the backward pass of a pooling one that takes the shape of x."""

    def shaped(dout, xshape, size, stride=None):
        return backward(dout, np.zeros(xshape), size, stride)

    return shaped


# A whole network


def network(dconv=None, scores=None, penalty=None, grads=None, loss=None):
    """Make a `tiny_cnn_loss` that goes wrong in one step; each argument spoils one.

    `dconv` maps (dpooled, conv) to the slopes at the convolution's output; `scores` changes the
    slopes at the scores; `penalty` and `loss` change those numbers; `grads` changes the gradients.
    """

    def tiny(params, x, y, reg):
        conv_w, dense_w = params["conv_w"], params["dense_w"]
        kshape = conv_w.shape
        conv = layers.conv2d_forward(x, conv_w, params["conv_b"])
        active = layers.relu(conv)
        pooled = layers.max_pool2d(active, 2)
        vector = pooled.reshape(len(x), -1)
        z = vector @ dense_w + params["dense_b"]
        extra = 0.5 * reg * sum(np.sum(params[key] ** 2) for key in ("conv_w", "dense_w"))
        if penalty:
            extra = penalty(params, reg)
        shares = layers.softmax(z)
        data = -np.mean(np.log(shares[np.arange(len(y)), y]))
        dz = (shares - np.eye(z.shape[1])[y]) / len(y)
        if scores:
            dz = scores(dz)
        dpooled = (dz @ dense_w.T).reshape(pooled.shape)
        back = slope_of_pool(first_winner)
        slopes = dconv(dpooled, conv) if dconv else back(dpooled, active, 2) * (conv > 0)
        found = {
            "conv_w": slope_of_w()(slopes, x, kshape) + reg * conv_w,
            "conv_b": slopes.sum(axis=(0, 1, 2)),
            "dense_w": vector.T @ dz + reg * dense_w,
            "dense_b": dz.sum(axis=0),
        }
        if grads:
            found = {key: grads(key, value, params, reg, len(y)) for key, value in found.items()}
        total = loss(data, extra, len(y)) if loss else data + extra
        return float(total), found

    return tiny


def not_masked(weigh, active=True):
    """Go back through the pooling only, of the maps after the ReLU or before it."""

    def back(dpooled, conv):
        return slope_of_pool(weigh)(dpooled, layers.relu(conv) if active else conv, 2)

    return back


def mask_first(most):
    """Mask the slopes before they are back at their places.

    That fits only where the pooled maps are 1x1. `most` is the largest side of the maps before the
    pooling for which a student's loop then runs to its end.
    """

    def back(dpooled, conv):
        if dpooled.shape[1:3] != (1, 1) or max(conv.shape[1:3]) > most:
            raise Crash
        masked = dpooled * (conv > 0)
        return slope_of_pool(first_winner)(masked[:, :1, :1], layers.relu(conv), 2)

    return back


def spread_over_window(small_only, nothing=False):
    """Ask the output of the pooling who has won: every number of a window then looks the same."""

    def back(dpooled, conv):
        if small_only:
            if dpooled.shape[1:3] != (1, 1):
                raise Crash
            return dpooled * (conv > 0) * (not nothing)
        high, wide = (2 * n for n in dpooled.shape[1:3])
        spread = np.zeros(conv.shape)
        spread[:, :high, :wide] = dpooled.repeat(2, axis=1).repeat(2, axis=2)
        return spread * (conv > 0)

    return back


# Suspects: backward passes to be found out


class Suspect:
    """Somebody's `conv2d_backward_x`, right or wrong.

    Parameters
    ----------
    name : str
        What to call it.
    function : callable
        ``function(dout, w, xshape, stride, padding)``.
    """

    def __init__(self, name, function):
        self.name = name
        self.function = function

    def __call__(self, dout, w, xshape, stride=1, padding=0):
        """Give what it takes for the gradient of the layer's input."""
        return np.array(self.function(np.asarray(dout), np.asarray(w), xshape, stride, padding))

    def __repr__(self):
        # As the unit's notebook calls it, so that a failing case can be pasted there.
        return f'SUSPECTS["{self.name}"]'


def _one_stride(dout, w, xshape, stride, padding):
    """Take the stride down for both directions, as far as there is room."""
    rows, _ = layers.stride_pair(stride)
    pads = _sides(padding, xshape[1:3], w.shape[:2], stride)
    size = [n + sum(pair) for n, pair in zip(xshape[1:3], pads, strict=True)]
    places = layers.conv_output_shape(size, w.shape[:2], rows)
    room = dout[:, : places[0], : places[1]]
    dx = np.zeros((xshape[0], *size, xshape[3]))
    for i, j in np.ndindex(room.shape[1:3]):
        part = dx[:, i * rows : i * rows + w.shape[0], j * rows : j * rows + w.shape[1]]
        part += np.tensordot(room[:, i, j], w, (1, 3))
    return cropped(dx, pads, xshape[1:3])


def _rest_at_the_wrong_side(dout, w, xshape, stride, padding):
    """Put the rows and columns that no window reaches before the others."""
    pads = _sides(padding, xshape[1:3], w.shape[:2], stride)
    reach = [n + sum(pair) for n, pair in zip(xshape[1:3], pads, strict=True)]
    steps = layers.stride_pair(stride)
    rest = [(n - k) % step for n, k, step in zip(reach, w.shape[:2], steps, strict=True)]
    canvas = slope_of_x()(dout, w, (xshape[0], *reach, xshape[3]), stride)
    return cropped(np.roll(canvas, rest, axis=(1, 2)), pads, xshape[1:3])


def _any_padding(backward):
    """Read "same" as pairs first, where a mistaken walk would say nothing about it."""

    def read(dout, w, xshape, stride, padding):
        pads = _sides(padding, xshape[1:3], w.shape[:2], stride)
        return backward(dout, w, xshape, stride, pads)

    return read


SUSPECTS = {
    "suspect_a": Suspect("suspect_a", _any_padding(slope_of_x(keep=LAST))),
    "suspect_b": Suspect("suspect_b", _any_padding(slope_of_x())),
    "suspect_c": Suspect("suspect_c", _any_padding(slope_of_x(crop=cropped_to_nothing))),
    "suspect_d": Suspect("suspect_d", _any_padding(slope_of_x(one_by_one=True))),
}
"""The four that students meet."""

RIGHT_SUSPECT = "suspect_b"

HIDDEN_SUSPECTS = {
    "flips the kernel": slope_of_x(kernel=lambda w: w[::-1, ::-1]),
    "takes one stride for both directions": _one_stride,
    "crops at the wrong side": slope_of_x(crop=cropped_from(lambda before, after: after)),
    "puts the rest at the wrong side": _rest_at_the_wrong_side,
    "is right": slope_of_x(),
}
"""Those of the hidden check."""
