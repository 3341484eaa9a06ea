"""One image at a time, the gradients added up."""

import numpy as np


def one(params, image, label):
    cw, dw = params["conv_w"], params["dense_w"]
    kh, kw, _, cout = cw.shape
    ho, wo = image.shape[0] - kh + 1, image.shape[1] - kw + 1
    z = np.array(
        [
            [(image[i : i + kh, j : j + kw, :, None] * cw).sum(axis=(0, 1, 2)) for j in range(wo)]
            for i in range(ho)
        ]
    )
    z = z + params["conv_b"]
    vector, winners = [], []
    for i in range(ho // 2):
        for j in range(wo // 2):
            for f in range(cout):
                places = [(2 * i + a, 2 * j + b) for a in (0, 1) for b in (0, 1)]
                best, r, c = max((z[r, c, f], r, c) for r, c in places)
                vector.append(max(best, 0.0))
                winners.append((r, c, f, best > 0))
    vector = np.array(vector)
    scores = vector @ dw + params["dense_b"]
    p = np.exp(scores - scores.max())
    p /= p.sum()
    loss = -np.log(p[label])
    p[label] -= 1
    grads = {k: np.zeros(v.shape) for k, v in params.items()}
    grads["dense_w"] += np.outer(vector, p)
    grads["dense_b"] += p
    for slope, (r, c, f, alive) in zip(dw @ p, winners, strict=True):
        if alive:
            grads["conv_w"][..., f] += slope * image[r : r + kh, c : c + kw]
            grads["conv_b"][f] += slope
    return loss, grads


def tiny_cnn_loss(params, x, y, reg):
    total, grads = 0.0, {k: np.zeros(v.shape) for k, v in params.items()}
    for image, label in zip(x, y, strict=True):
        loss, more = one(params, image, label)
        total += loss / len(x)
        for k in grads:
            grads[k] += more[k] / len(x)
    for k in ("conv_w", "dense_w"):
        total += 0.5 * reg * np.sum(params[k] ** 2)
        grads[k] += reg * params[k]
    return total, grads
