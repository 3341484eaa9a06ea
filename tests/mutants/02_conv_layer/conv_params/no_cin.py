"""A filter has kh * kw weights."""


def conv_params(kh, kw, cin, cout, bias=True):
    weights = kh * kw * cout
    return weights + cout if bias else weights
