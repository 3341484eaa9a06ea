"""Looks ahead, as Nesterov does."""


def sgd_momentum(params, grads, state, lr, m):
    new_params, new_state = {}, {}
    for key in params:
        v = m * state[key] + grads[key]
        new_state[key] = v
        new_params[key] = params[key] - lr * (grads[key] + m * v)
    return new_params, new_state
