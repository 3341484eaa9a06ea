"""Convolution as a product of matrices, pooling by reshaping."""

import numpy as np


def tiny_cnn_loss(params, x, y, reg):
    cw, dw = params["conv_w"], params["dense_w"]
    n = len(x)
    kh, kw, cin, cout = cw.shape
    views = np.lib.stride_tricks.sliding_window_view(x, (kh, kw), axis=(1, 2))
    _, ho, wo = views.shape[:3]
    rows = views.transpose(0, 1, 2, 4, 5, 3).reshape(-1, kh * kw * cin)
    z = (rows @ cw.reshape(-1, cout) + params["conv_b"]).reshape(n, ho, wo, cout)
    hp, wp = ho // 2, wo // 2
    tiles = z[:, : 2 * hp, : 2 * wp].reshape(n, hp, 2, wp, 2, cout)
    tiles = tiles.transpose(0, 1, 3, 5, 2, 4).reshape(n, hp, wp, cout, 4)
    winner = tiles.argmax(axis=-1)[..., None]
    best = np.take_along_axis(tiles, winner, -1)[..., 0]
    vector = np.maximum(best, 0).reshape(n, -1)
    scores = vector @ dw + params["dense_b"]
    top = scores.max(axis=1, keepdims=True)
    log_p = scores - top - np.log(np.exp(scores - top).sum(axis=1, keepdims=True))
    loss = -log_p[np.arange(n), y].sum() / n + reg / 2 * ((cw * cw).sum() + (dw * dw).sum())
    back = (np.exp(log_p) - np.eye(scores.shape[1])[y]) / n
    up = (back @ dw.T).reshape(best.shape) * (best > 0)
    spread = np.zeros(tiles.shape)
    np.put_along_axis(spread, winner, up[..., None], -1)
    spread = spread.reshape(n, hp, wp, cout, 2, 2).transpose(0, 1, 4, 2, 5, 3)
    dz = np.zeros(z.shape)
    dz[:, : 2 * hp, : 2 * wp] = spread.reshape(n, 2 * hp, 2 * wp, cout)
    flat = dz.reshape(-1, cout)
    return loss, {
        "conv_w": (rows.T @ flat).reshape(cw.shape) + reg * cw,
        "conv_b": flat.sum(axis=0),
        "dense_w": vector.T @ back + reg * dw,
        "dense_b": back.sum(axis=0),
    }
