"""It works on the image itself, and puts it right in the end."""

import numpy as np


def occlusion_map(predict, image, patch, stride):
    ph, pw = np.broadcast_to(patch, 2)
    sh, sw = np.broadcast_to(stride, 2)
    gray = image.mean(axis=(0, 1))
    score = predict(image[np.newaxis])[0]
    places = [range(0, n - p + 1, s) for n, p, s in zip(image.shape, (ph, pw), (sh, sw))]
    out = np.zeros([len(one) for one in places])
    for a, i in enumerate(places[0]):
        for b, j in enumerate(places[1]):
            kept = image[i : i + ph, j : j + pw]
            image[i : i + ph, j : j + pw] = gray
            out[a, b] = score - predict(image[np.newaxis])[0]
            image[i : i + ph, j : j + pw] = kept
    return out
