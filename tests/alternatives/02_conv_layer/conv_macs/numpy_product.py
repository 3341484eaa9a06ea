"""A NumPy integer."""

import numpy as np


def conv_macs(hout, wout, kh, kw, cin, cout):
    per_number = np.prod([kh, kw, cin], dtype=np.int64)
    return per_number * (hout * wout * cout)
