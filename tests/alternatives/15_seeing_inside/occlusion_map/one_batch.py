"""All covered images in one batch."""

import numpy as np


def occlusion_map(predict, image, patch, stride):
    ph, pw = np.broadcast_to(patch, 2)
    sh, sw = np.broadcast_to(stride, 2)
    h, w, _ = image.shape
    rows, columns = (h - ph) // sh + 1, (w - pw) // sw + 1
    batch = np.repeat(image[np.newaxis].astype(float), rows * columns + 1, axis=0)
    gray = image.mean(axis=(0, 1))
    for k in range(rows * columns):
        i, j = k // columns * sh, k % columns * sw
        batch[k, i : i + ph, j : j + pw] = gray
    scores = np.asarray(predict(batch))
    return (scores[-1] - scores[:-1]).reshape(rows, columns)
