"""Counts weights only."""


def conv_params(kh, kw, cin, cout, bias=True):
    return kh * kw * cin * cout
