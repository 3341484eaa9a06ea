"""Writes the product of two matrices out in loops, channel by channel, and sums it."""


def window_dot(patch, kernel, bias=0.0):
    if patch.ndim == 2:
        patch, kernel = patch[:, :, None], kernel[:, :, None]
    total = 0.0
    for c in range(patch.shape[2]):
        product = patch[:, :, c] @ kernel[:, :, c]
        total += product.sum()
    return total + bias
