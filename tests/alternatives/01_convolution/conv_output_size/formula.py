"""The formula, with floor division."""


def conv_output_size(n, k, stride=1, pad=0):
    if k > n + 2 * pad:
        raise ValueError(f"`k` is {k} but the padded image is only {n + 2 * pad} long")
    return (n + 2 * pad - k) // stride + 1
