"""A bias for every weight."""


def conv_params(kh, kw, cin, cout, bias=True):
    weights = kh * kw * cin * cout
    return 2 * weights if bias else weights
