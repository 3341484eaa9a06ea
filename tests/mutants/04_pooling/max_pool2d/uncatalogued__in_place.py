"""Overwrites its input."""


def max_pool2d(x, size, stride=None):
    ph, pw = (size, size) if isinstance(size, int) else size
    if stride is None:
        stride = (ph, pw)
    sh, sw = (stride, stride) if isinstance(stride, int) else stride
    n, h, w, c = x.shape
    h_out, w_out = (h - ph) // sh + 1, (w - pw) // sw + 1
    for i in range(h_out):
        for j in range(w_out):
            x[:, i, j] = x[:, i * sh : i * sh + ph, j * sw : j * sw + pw].max(axis=(1, 2))
    return x[:, :h_out, :w_out].copy()
