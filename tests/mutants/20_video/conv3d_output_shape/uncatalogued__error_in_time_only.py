"""Looks whether it fits in time only."""


def conv3d_output_shape(input_shape, filters, kernel, stride=1, padding="valid"):
    kernel = (kernel,) * 3 if isinstance(kernel, int) else kernel
    stride = (stride,) * 3 if isinstance(stride, int) else stride
    pads = 0 if isinstance(padding, str) else padding
    pads = (pads,) * 3 if isinstance(pads, int) else pads
    if padding != "same" and kernel[0] > input_shape[0] + 2 * pads[0]:
        raise ValueError("does not fit")
    sizes = zip(input_shape, kernel, stride, pads)
    if padding == "same":
        return (*[-(-n // s) for n, k, s, p in sizes], filters)
    return (*[(n + 2 * p - k) // s + 1 for n, k, s, p in sizes], filters)
