"""Takes the size at stride 1 and multiplies it by the stride."""


def conv_output_size(n, k, stride=1, pad=0):
    places = n + 2 * pad - k + 1
    if places < 1:
        raise ValueError("the kernel does not fit")
    return places * stride
