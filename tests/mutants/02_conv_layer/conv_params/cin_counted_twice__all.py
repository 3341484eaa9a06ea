"""Multiplies everything by the channels once more."""


def conv_params(kh, kw, cin, cout, bias=True):
    one = kh * kw * cin + (1 if bias else 0)
    return one * cin * cout
