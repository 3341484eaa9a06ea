"""The largest down the columns first, then across the rows."""

import numpy as np


def max_pool2d(x, size, stride=None):
    ph, pw = (size, size) if isinstance(size, int) else size
    if stride is None:
        stride = (ph, pw)
    sh, sw = (stride, stride) if isinstance(stride, int) else stride
    n, h, w, c = x.shape
    down = [x[:, i : i + ph].max(axis=1) for i in range(0, h - ph + 1, sh)]
    down = np.stack(down, axis=1)
    across = [down[:, :, j : j + pw].max(axis=2) for j in range(0, w - pw + 1, sw)]
    return np.stack(across, axis=2)
