"""Sets the border of the image itself to zero: the size stays and the input changes."""


def zero_pad2d(x, pad):
    if isinstance(pad, int):
        pad = (pad, pad)
    (t, b), (l, r) = [(p, p) if isinstance(p, int) else p for p in pad]
    x[:, :t] = 0
    x[:, x.shape[1] - b :] = 0
    x[:, :, :l] = 0
    x[:, :, x.shape[2] - r :] = 0
    return x.copy()
