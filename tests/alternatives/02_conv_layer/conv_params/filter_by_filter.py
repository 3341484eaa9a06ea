"""Adds one filter after the other."""


def conv_params(kh, kw, cin, cout, bias=True):

    total = 0
    for _ in range(cout):
        total += kh * kw * cin
        if bias:
            total += 1
    return total
