"""Takes the output to be square."""


def conv_macs(hout, wout, kh, kw, cin, cout):
    return hout**2 * kh * kw * cin * cout
