"""A new dict in either case."""

import numpy as np


def batchnorm_forward(x, gamma, beta, state, training, momentum=0.99, eps=1e-3):
    new_state = {key: np.array(value) for key, value in state.items()}
    if training:
        flat = x.reshape(-1, x.shape[-1])
        used = {"mean": flat.mean(axis=0), "var": flat.var(axis=0)}
        for key, value in used.items():
            new_state[key] += (1 - momentum) * (value - new_state[key])
    else:
        used = new_state
    scale = gamma / np.sqrt(used["var"] + eps)
    return x * scale + (beta - used["mean"] * scale), new_state
