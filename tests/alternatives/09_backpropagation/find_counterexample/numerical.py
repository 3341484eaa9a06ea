"""Compares one number of the gradient after the other with a difference."""

import numpy as np


def forward(x, w, stride, pad):
    (top, bottom), (left, right) = pad
    x = np.pad(x, ((0, 0), (top, bottom), (left, right), (0, 0)))
    views = np.lib.stride_tricks.sliding_window_view(x, w.shape[:2], axis=(1, 2))
    return np.einsum("nijcab,abcf->nijf", views[:, :: stride[0], :: stride[1]], w)


def find_counterexample(fn):
    rng = np.random.default_rng(3)
    for stride in ((1, 1), (2, 2), (2, 1), (1, 3)):
        for pad in (((0, 0), (0, 0)), ((1, 1), (2, 2)), ((0, 1), (2, 0))):
            for xshape in ((1, 4, 5, 1), (1, 5, 4, 2)):
                w = rng.normal(size=(2, 3, xshape[3], 2))
                x = rng.normal(size=xshape)
                dout = rng.normal(size=forward(x, w, stride, pad).shape)
                numeric = np.zeros(xshape)
                for index in np.ndindex(xshape):
                    step = np.zeros(xshape)
                    step[index] = 1.0
                    numeric[index] = np.sum(dout * forward(step, w, stride, pad))
                got = fn(dout, w, xshape, stride, pad)
                if got.shape != numeric.shape or np.abs(got - numeric).max() > 1e-6:
                    return [dout, w, xshape, stride, pad]
    return None
