"""Forgets the momentum."""


def sgd_momentum(params, grads, state, lr, m):
    new_params, new_state = {}, {}
    for key in params:
        v = grads[key]
        new_state[key] = v
        new_params[key] = params[key] - lr * v
    return new_params, new_state
