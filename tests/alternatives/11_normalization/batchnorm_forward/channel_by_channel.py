"""A loop over the channels."""

import numpy as np


def batchnorm_forward(x, gamma, beta, state, training, momentum=0.99, eps=1e-3):
    y = np.zeros(x.shape)
    new = {"mean": state["mean"] * 1.0, "var": state["var"] * 1.0}
    for c in range(x.shape[3]):
        mean, var = state["mean"][c], state["var"][c]
        if training:
            mean, var = x[..., c].mean(), x[..., c].var()
            new["mean"][c] = momentum * new["mean"][c] + (1 - momentum) * mean
            new["var"][c] = momentum * new["var"][c] + (1 - momentum) * var
        y[..., c] = gamma[c] * (x[..., c] - mean) * (var + eps) ** -0.5 + beta[c]
    return y, new
