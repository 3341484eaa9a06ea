"""The places of the kernel are counted."""


def as_three(value):
    try:
        return list(value)
    except TypeError:
        return [value, value, value]


def conv3d_output_shape(input_shape, filters, kernel, stride=1, padding="valid"):
    sizes = []
    for n, k, s, p in zip(
        input_shape,
        as_three(kernel),
        as_three(stride),
        as_three(0 if padding in ("valid", "same") else padding),
    ):
        if padding == "same":
            count = len(range(0, n, s))
        else:
            count = len([start for start in range(-p, n + p, s) if start + k <= n + p])
        if count == 0:
            raise ValueError(f"no place for a kernel of {k} in {n}, padded by {p}")
        sizes.append(count)
    return [*sizes, filters]
