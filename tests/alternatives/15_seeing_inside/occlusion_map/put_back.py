"""One array, and what was covered is put back."""

import numpy as np


def occlusion_map(predict, image, patch, stride):
    (ph, pw), (sh, sw) = (np.ones(2, int) * patch, np.ones(2, int) * stride)
    work = image.astype(np.float64)
    gray = [work[..., c].mean() for c in range(work.shape[2])]
    before = predict(work[np.newaxis])
    out = np.empty(((work.shape[0] - ph) // sh + 1, (work.shape[1] - pw) // sw + 1))
    for i, j in np.ndindex(*out.shape):
        place = (slice(i * sh, i * sh + ph), slice(j * sw, j * sw + pw))
        kept = work[place].copy()
        work[place] = gray
        out[i, j] = (before - predict(work[np.newaxis])).item()
        work[place] = kept
    return out
