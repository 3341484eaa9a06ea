"""One function for a direction, called three times."""


def places(n, k, s, pad):
    if pad == "same":
        return (n + s - 1) // s
    room = n - k if pad == "valid" else n + 2 * pad - k
    if room < 0:
        raise ValueError(f"a kernel of {k} is longer than what it slides over by {-room}")
    return room // s + 1


def conv3d_output_shape(input_shape, filters, kernel, stride=1, padding="valid"):
    k = [kernel] * 3 if isinstance(kernel, int) else kernel
    s = [stride] * 3 if isinstance(stride, int) else stride
    p = [padding] * 3 if isinstance(padding, int | str) else padding
    return (*map(places, input_shape[:3], k, s, p), filters)
