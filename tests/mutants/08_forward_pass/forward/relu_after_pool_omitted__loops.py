"""The six steps without the second, in loops."""

import numpy as np


def forward(params, x):
    w = params["conv_w"]
    windows = np.lib.stride_tricks.sliding_window_view(x, w.shape[:2], axis=(1, 2))
    maps = np.einsum("nijcab,abcf->nijf", windows, w) + params["conv_b"]
    pooled = np.zeros((len(x), maps.shape[1] // 2, maps.shape[2] // 2, maps.shape[3]))
    for i in range(pooled.shape[1]):
        for j in range(pooled.shape[2]):
            window = maps[:, 2 * i : 2 * i + 2, 2 * j : 2 * j + 2]
            pooled[:, i, j] = window.max(axis=(1, 2))
    vector = pooled.reshape(len(x), -1)
    z = vector @ params["dense_w"] + params["dense_b"]
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)
