"""Arrays of NumPy."""

import numpy as np


def conv3d_output_shape(input_shape, filters, kernel, stride=1, padding="valid"):
    n = np.array(input_shape[:3])
    k, s = np.broadcast_to(kernel, 3), np.broadcast_to(stride, 3)
    if padding == "same":
        return (*np.ceil(n / s).astype(int), filters)
    p = np.broadcast_to(
        {"valid": 0}.get(padding, padding) if isinstance(padding, str) else padding, 3
    )
    if np.any(n + 2 * p < k):
        raise ValueError("too long")
    return [*((n + 2 * p - k) // s + 1), filters]
