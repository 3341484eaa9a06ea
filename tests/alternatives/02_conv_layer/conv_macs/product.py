"""The product of all six."""

import math


def conv_macs(hout, wout, kh, kw, cin, cout):
    return math.prod((hout, wout, kh, kw, cin, cout))
