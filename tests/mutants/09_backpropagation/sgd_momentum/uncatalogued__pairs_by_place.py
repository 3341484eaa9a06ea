"""Pairs the arrays by their place in the dicts instead of by their key."""


def sgd_momentum(params, grads, state, lr, m):
    velocities = [m * v + g for v, g in zip(state.values(), grads.values(), strict=True)]
    moved = [p - lr * v for p, v in zip(params.values(), velocities, strict=True)]
    return dict(zip(params, moved, strict=True)), dict(zip(params, velocities, strict=True))
