"""Steps before the velocity changes."""


def sgd_momentum(params, grads, state, lr, m):
    new_params, new_state = {}, {}
    for key in params:
        v = m * state[key] + grads[key]
        new_state[key] = v
        new_params[key] = params[key] - lr * state[key]
    return new_params, new_state
