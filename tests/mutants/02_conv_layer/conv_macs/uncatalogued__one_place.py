"""Forgets that the filters slide."""


def conv_macs(hout, wout, kh, kw, cin, cout):
    return kh * kw * cin * cout
