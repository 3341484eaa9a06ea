"""Counts multiplications and additions apart."""


def conv_macs(hout, wout, kh, kw, cin, cout):
    return 2 * hout * wout * cout * kh * kw * cin
