"""Refuses a kernel that is longer than the clip for "same", too."""


def conv3d_output_shape(input_shape, filters, kernel, stride=1, padding="valid"):
    def three(v):
        return v if isinstance(v, tuple) else (v, v, v)

    pads = three(0 if isinstance(padding, str) else padding)
    out = []
    for n, k, s, p in zip(input_shape, three(kernel), three(stride), pads):
        if k > n + 2 * p:
            raise ValueError("does not fit")
        out.append(-(-n // s) if padding == "same" else (n + 2 * p - k) // s + 1)
    return (*out, filters)
