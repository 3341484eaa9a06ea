"""All three directions at once, in arrays."""

import numpy as np


def conv3d_output_shape(input_shape, filters, kernel, stride=1, padding="valid"):
    n = np.array(input_shape[:3])
    k, s = np.broadcast_to(kernel, 3), np.broadcast_to(stride, 3)
    if padding == "same":
        sizes = np.ceil(n / s).astype(int)
    else:
        padded = n + 2 * np.broadcast_to(0 if padding == "valid" else padding, 3)
        if (k > padded).any():
            raise ValueError(f"a kernel of {k} does not fit into {padded}")
        sizes = (padded - k) // s + 1
    return tuple(int(size) for size in sizes) + (filters,)
