"""Raises something else."""


def conv3d_output_shape(input_shape, filters, kernel, stride=1, padding="valid"):
    kernel = (kernel,) * 3 if isinstance(kernel, int) else kernel
    stride = (stride,) * 3 if isinstance(stride, int) else stride
    pads = 0 if isinstance(padding, str) else padding
    pads = (pads,) * 3 if isinstance(pads, int) else pads
    out = []
    for n, k, s, p in zip(input_shape, kernel, stride, pads):
        if padding == "same":
            out.append(-(-n // s))
            continue
        assert k <= n + 2 * p
        out.append((n + 2 * p - k) // s + 1)
    return (*out, filters)
