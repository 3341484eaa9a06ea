"""The stride of time everywhere."""


def conv3d_output_shape(input_shape, filters, kernel, stride=1, padding="valid"):
    kernel = (kernel,) * 3 if isinstance(kernel, int) else kernel
    stride = stride if isinstance(stride, int) else stride[0]
    pads = 0 if isinstance(padding, str) else padding
    pads = (pads,) * 3 if isinstance(pads, int) else pads
    out = []
    for n, k, p in zip(input_shape, kernel, pads):
        if padding == "same":
            out.append(-(-n // stride))
            continue
        if k > n + 2 * p:
            raise ValueError("does not fit")
        out.append((n + 2 * p - k) // stride + 1)
    return (*out, filters)
