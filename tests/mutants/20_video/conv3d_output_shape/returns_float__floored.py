"""np.floor gives a float."""


def three(value):
    return (value,) * 3 if isinstance(value, int) else tuple(value)


def conv3d_output_shape(input_shape, filters, kernel, stride=1, padding="valid"):
    kernel, stride = three(kernel), three(stride)
    pads = three(0 if isinstance(padding, str) else padding)
    out = []
    for axis in range(3):
        n, k, s, p = input_shape[axis], kernel[axis], stride[axis], pads[axis]
        if padding == "same":
            out.append(1.0 * -(-n // s))
            continue
        if k > n + 2 * p:
            raise ValueError(f"a kernel of {k} does not fit into {n} and {p} on each side")
        out.append(1.0 * ((n + 2 * p - k) // s + 1))
    return (*out, filters)
