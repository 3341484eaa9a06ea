"""Every start in the image."""

import numpy as np


def occlusion_map(predict, image, patch, stride):
    ph, pw = (patch, patch) if np.isscalar(patch) else patch
    sh, sw = (stride, stride) if np.isscalar(stride) else stride
    h, w = image.shape[:2]
    original = np.array(image, dtype=float)
    gray = image.mean(axis=(0, 1))
    score = predict(original[np.newaxis])[0]
    rows = []
    for i in range(0, h, sh):
        row = []
        for j in range(0, w, sw):
            hidden = original.copy()
            hidden[i : i + ph, j : j + pw] = gray
            row.append(score - predict(hidden[np.newaxis])[0])
        rows.append(row)
    return np.array(rows)
