"""Each channel's kernel has a channel axis again."""


def conv_params(kh, kw, cin, cout, bias=True):
    weights = kh * kw * cin * (cin * cout)
    return weights + (cout if bias else 0)
