"""Sets the border of the image itself to zero: the size stays and the input changes."""


def zero_pad2d(x, pad):
    if isinstance(pad, int):
        pad = (pad, pad)
    (top, bottom), (left, right) = [(p, p) if isinstance(p, int) else p for p in pad]
    x[:, :top] = 0
    x[:, x.shape[1] - bottom :] = 0
    x[:, :, :left] = 0
    x[:, :, x.shape[2] - right :] = 0
    return x.copy()
