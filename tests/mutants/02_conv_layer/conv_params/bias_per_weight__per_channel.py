"""A bias for every channel of every filter."""


def conv_params(kh, kw, cin, cout, bias=True):
    per_channel = kh * kw
    if bias:
        per_channel += 1
    return per_channel * cin * cout
