"""Counts every filter once for each input channel."""


def conv_macs(hout, wout, kh, kw, cin, cout):
    per_place = kh * kw * cin
    maps = cin * cout
    return hout * wout * maps * per_place
