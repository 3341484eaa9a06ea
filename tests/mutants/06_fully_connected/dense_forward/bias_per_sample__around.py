"""Goes round the biases, image by image."""


def dense_forward(x, w, b):
    out = x @ w.astype(float)
    for n in range(len(out)):
        out[n] += b[n % len(b)]
    return out
