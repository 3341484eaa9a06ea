"""Uses that the backward pass is the transpose of the forward pass."""

import numpy as np


def forward(x, w, s, p):
    x = np.pad(x, ((0, 0), (p, p), (p, p), (0, 0)))
    views = np.lib.stride_tricks.sliding_window_view(x, w.shape[:2], axis=(1, 2))
    return np.einsum("nijcab,abcf->nijf", views[:, :: s[0], :: s[1]], w)


def uneven(fn, rng):
    """Pad more below and on the right, and compare with padding everywhere."""
    w, xshape = rng.normal(size=(2, 2, 1, 2)), (1, 3, 4, 1)
    dout = rng.normal(size=(1, 4, 5, 2))
    pads = ((0, 2), (0, 2))
    dx = np.zeros((1, 5, 6, 1))
    for i in range(4):
        for j in range(5):
            dx[0, i : i + 2, j : j + 2] += np.einsum("f,abcf->abc", dout[0, i, j], w)
    if np.allclose(fn(dout, w, xshape, 1, pads), dx[:, :3, :4]):
        return None
    return dout, w, xshape, 1, pads


def find_counterexample(fn):
    rng = np.random.default_rng(5)
    for s in ((1, 1), (2, 2), (3, 2), (1, 2)):
        for p in (0, 1, 2):
            w = rng.normal(size=(2, 3, 2, 2))
            for _ in range(3):
                x = rng.normal(size=(2, 5, 6, 2))
                dout = rng.normal(size=forward(x, w, s, p).shape)
                dx = fn(dout, w, x.shape, s, p)
                wrong = dx.shape != x.shape
                if wrong or not np.isclose(np.sum(dx * x), np.sum(dout * forward(x, w, s, p))):
                    return dout, w, x.shape, s, p
    return uneven(fn, rng)
