"""Counts the bias as a multiply-add."""


def conv_macs(hout, wout, kh, kw, cin, cout):
    return hout * wout * cout * (kh * kw * cin + 1)
