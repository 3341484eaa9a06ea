"""Halves what the dropout layer sees, by hand."""

import numpy as np


def repair_inference(model, x):
    for layer in model.layers[:-1]:
        x = layer(x, training=False)
    w, b = model.layers[-1].get_weights()
    z = np.asarray(x) @ (w * 0.5) + b
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)
