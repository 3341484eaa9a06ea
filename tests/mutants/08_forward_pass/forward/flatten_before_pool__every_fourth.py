"""Of the flat row every fourth number is kept."""

import numpy as np


def forward(params, x):
    w = params["conv_w"]
    windows = np.lib.stride_tricks.sliding_window_view(x, w.shape[:2], axis=(1, 2))
    maps = np.einsum("nijcab,abcf->nijf", windows, w) + params["conv_b"]
    maps = np.maximum(maps, 0)
    vector = maps.reshape(len(x), -1)[:, ::4]
    z = vector @ params["dense_w"] + params["dense_b"]
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)
