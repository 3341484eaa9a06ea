"""Has the learning rate in the velocity."""


def sgd_momentum(params, grads, state, lr, m):
    new_params, new_state = {}, {}
    for key in params:
        v = m * state[key] + lr * grads[key]
        new_state[key] = v
        new_params[key] = params[key] - v
    return new_params, new_state
