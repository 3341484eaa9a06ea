"""Counts the biases even when there are none."""


def conv_params(kh, kw, cin, cout, bias=True):
    return (kh * kw * cin + 1) * cout
