"""One axis at a time."""


def conv3d_output_shape(input_shape, filters, kernel, stride=1, padding="valid"):
    def one(n, k, s, p):
        if p == "same":
            return 1 + (n - 1) // s
        if n + 2 * p < k:
            raise ValueError
        return 1 if n + 2 * p - k < s else 1 + one(n - s, k, s, p)

    full = [
        list(v) if isinstance(v, (tuple, list)) else [v] * 3
        for v in (kernel, stride, 0 if padding == "valid" else padding)
    ]
    return tuple(map(one, input_shape[:3], *full)) + (filters,)
