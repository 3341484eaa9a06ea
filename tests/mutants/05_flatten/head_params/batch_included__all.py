"""Everything for each of 64 images."""


def head_params(h, w, c, classes, kind):
    batch_size = 64
    inputs = h * w * c if kind == "flatten" else c
    return batch_size * (inputs * classes + classes)
