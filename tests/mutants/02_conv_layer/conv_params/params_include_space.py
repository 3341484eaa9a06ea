"""Counts the weights at each place of a 28x28 image."""


def conv_params(kh, kw, cin, cout, bias=True):
    filters = (kh * kw * cin + bias) * cout
    return filters * 28 * 28
