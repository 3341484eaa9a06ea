"""Goes on until the right edge has reached the end, also when it then lies outside."""


def conv_output_size(n, k, stride=1, pad=0):
    length = n + 2 * pad
    if k > length:
        raise ValueError("kernel larger than the image")
    places = 1
    start = 0
    while start + k < length:
        start += stride
        places += 1
    return places
