"""Every place of a 32x32 output has weights of its own; the biases are shared."""


def conv_params(kh, kw, cin, cout, bias=True):
    return 32 * 32 * kh * kw * cin * cout + bias * cout
