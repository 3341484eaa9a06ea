"""Passes everything on."""


def dropout_backward(dout, mask):
    return dout.copy()
