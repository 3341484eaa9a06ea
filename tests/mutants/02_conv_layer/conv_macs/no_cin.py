"""An output number costs kh * kw."""


def conv_macs(hout, wout, kh, kw, cin, cout):
    return hout * wout * cout * kh * kw
