"""One bias for the layer."""


def conv_params(kh, kw, cin, cout, bias=True):
    total = kh * kw * cin * cout
    if bias:
        total += 1
    return total
