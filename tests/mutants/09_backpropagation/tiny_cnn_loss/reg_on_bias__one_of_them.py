"""Penalizes one of the biases in the gradient."""

import numpy as np


def window(x, i, j, kh, kw):
    return x[:, i : i + kh, j : j + kw, :]


def tiny_cnn_loss(params, x, y, reg):
    cw, cb, dw, db = (params[k] for k in ("conv_w", "conv_b", "dense_w", "dense_b"))
    n, h, w, _ = x.shape
    kh, kw, cin, cout = cw.shape
    ho, wo = h - kh + 1, w - kw + 1
    z = np.zeros((n, ho, wo, cout))
    for i in range(ho):
        for j in range(wo):
            z[:, i, j] = np.tensordot(window(x, i, j, kh, kw), cw, 3) + cb
    a = np.maximum(z, 0)
    hp, wp = ho // 2, wo // 2
    p = np.zeros((n, hp, wp, cout))
    for i in range(hp):
        for j in range(wp):
            p[:, i, j] = a[:, 2 * i : 2 * i + 2, 2 * j : 2 * j + 2].max(axis=(1, 2))
    f = p.reshape(n, -1)
    s = f @ dw + db
    e = np.exp(s - s.max(axis=1, keepdims=True))
    prob = e / e.sum(axis=1, keepdims=True)
    loss = -np.mean(np.log(prob[np.arange(n), y]))
    loss += 0.5 * reg * (np.sum(cw**2) + np.sum(dw**2))

    ds = prob.copy()
    ds[np.arange(n), y] -= 1
    ds /= n
    grads = {"dense_w": f.T @ ds + reg * dw, "dense_b": ds.sum(axis=0)}
    dp = (ds @ dw.T).reshape(p.shape)
    da = np.zeros(a.shape)
    for i in range(hp):
        for j in range(wp):
            part = a[:, 2 * i : 2 * i + 2, 2 * j : 2 * j + 2]
            mask = part == p[:, i : i + 1, j : j + 1]
            mask = mask / mask.sum(axis=(1, 2), keepdims=True)
            da[:, 2 * i : 2 * i + 2, 2 * j : 2 * j + 2] += mask * dp[:, i : i + 1, j : j + 1]
    dz = da * (z > 0)
    dcw = np.zeros(cw.shape)
    for i in range(ho):
        for j in range(wo):
            dcw += np.einsum("nabc,nf->abcf", window(x, i, j, kh, kw), dz[:, i, j])
    grads["conv_w"] = dcw + reg * cw
    grads["conv_b"] = dz.sum(axis=(0, 1, 2)) + reg * cb
    return float(loss), grads
