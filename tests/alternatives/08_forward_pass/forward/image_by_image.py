"""Loops over everything but the classes."""

import numpy as np


def forward(params, x):
    w, b = params["conv_w"], params["conv_b"]
    kh, kw = w.shape[:2]
    out = []
    for image in x:
        rows, columns = (image.shape[0] - kh + 1) // 2, (image.shape[1] - kw + 1) // 2
        vector = []
        for i in range(rows):
            for j in range(columns):
                best = np.zeros(len(b))
                for a in (2 * i, 2 * i + 1):
                    for c in (2 * j, 2 * j + 1):
                        patch = image[a : a + kh, c : c + kw, :, None]
                        best = np.maximum(best, (patch * w).sum(axis=(0, 1, 2)) + b)
                vector.extend(best)
        z = np.array(vector) @ params["dense_w"] + params["dense_b"]
        e = np.exp(z - z.max())
        out.append(e / e.sum())
    return np.array(out)
