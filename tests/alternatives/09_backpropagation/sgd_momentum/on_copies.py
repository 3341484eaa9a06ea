"""Changes copies in place."""


def sgd_momentum(params, grads, state, lr, m):
    params = {k: p.astype(float) for k, p in params.items()}
    state = {k: v.astype(float) for k, v in state.items()}
    for k in grads:
        state[k] *= m
        state[k] += grads[k]
        params[k] -= lr * state[k]
    return [params, state]
