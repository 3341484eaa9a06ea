"""Gives the old velocities back."""

import numpy as np


def sgd_momentum(params, grads, state, lr, m):
    new_params, new_state = {}, {}
    for key in params:
        v = m * state[key] + grads[key]
        new_state[key] = v
        new_params[key] = params[key] - lr * v
    return new_params, {k: np.array(v) for k, v in state.items()}
