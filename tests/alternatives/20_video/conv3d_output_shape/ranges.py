"""Counts with range."""


def conv3d_output_shape(input_shape, filters, kernel, stride=1, padding="valid"):
    t, h, w, _ = input_shape
    out = []
    for axis, n in enumerate((t, h, w)):
        k, s = (v if isinstance(v, int) else v[axis] for v in (kernel, stride))
        if padding == "same":
            out.append(len(range(0, n, s)))
            continue
        p = 0 if padding == "valid" else padding if isinstance(padding, int) else padding[axis]
        places = len(range(0, n + 2 * p - k + 1, s))
        if places == 0:
            raise ValueError((n, k, p))
        out.append(places)
    return out + [filters]
