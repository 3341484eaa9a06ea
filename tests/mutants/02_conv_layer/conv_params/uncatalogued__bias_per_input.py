"""One bias for each input channel."""


def conv_params(kh, kw, cin, cout, bias=True):
    return kh * kw * cin * cout + (cin if bias else 0)
