"""Goes over as many columns of the kernel as it has rows."""

import numpy as np


def prepare(x, kh, kw, stride, padding):
    sh, sw = (stride, stride) if isinstance(stride, (int, np.integer)) else stride
    if isinstance(padding, str):
        if padding == "valid":
            top = bottom = left = right = 0
        else:
            th = max((-(-x.shape[1] // sh) - 1) * sh + kh - x.shape[1], 0)
            tw = max((-(-x.shape[2] // sw) - 1) * sw + kw - x.shape[2], 0)
            top, left = th // 2, tw // 2
            bottom, right = th - top, tw - left
    elif isinstance(padding, (int, np.integer)):
        top = bottom = left = right = padding
    else:
        p, q = padding
        top, bottom = (p, p) if isinstance(p, (int, np.integer)) else p
        left, right = (q, q) if isinstance(q, (int, np.integer)) else q
    xp = np.pad(x.astype(float), ((0, 0), (top, bottom), (left, right), (0, 0)))
    return xp, sh, sw


def conv2d_forward(x, w, b, stride=1, padding=0):
    kh, kw, cin, cout = w.shape
    xp, sh, sw = prepare(x, kh, kw, stride, padding)
    hout = (xp.shape[1] - kh) // sh + 1
    wout = (xp.shape[2] - kw) // sw + 1
    out = np.zeros((x.shape[0], hout, wout, cout))
    for m in range(x.shape[0]):
        for i in range(hout):
            for j in range(wout):
                for f in range(cout):
                    total = float(b[f])
                    for a in range(kh):
                        for d in range(kh):
                            for c in range(cin):
                                total += xp[m, i * sh + a, j * sw + d, c] * w[a, d, c, f]
                    out[m, i, j, f] = total
    return out
