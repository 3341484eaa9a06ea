"""Without the course's functions, by einsum over windows."""

import numpy as np


def forward(params, x):
    w, b = params["conv_w"], params["conv_b"]
    windows = np.lib.stride_tricks.sliding_window_view(x, w.shape[:2], axis=(1, 2))
    maps = np.maximum(np.einsum("nijcab,abcf->nijf", windows, w) + b, 0)
    h, wd = maps.shape[1] // 2, maps.shape[2] // 2
    blocks = maps[:, : 2 * h, : 2 * wd].reshape(len(x), h, 2, wd, 2, -1)
    z = blocks.max(axis=(2, 4)).reshape(len(x), -1) @ params["dense_w"] + params["dense_b"]
    return np.exp(z - np.logaddexp.reduce(z, axis=1, keepdims=True))
