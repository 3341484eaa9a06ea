"""Two dicts in two lines."""


def sgd_momentum(params, grads, state, lr, m):
    v = {k: g + m * state[k] for k, g in grads.items()}
    return {k: p - lr * v[k] for k, p in params.items()}, v
