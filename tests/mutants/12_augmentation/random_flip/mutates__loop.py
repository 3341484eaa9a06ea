"""Changes them one by one."""


def random_flip(x, rng, p):
    for i in range(len(x)):
        if rng.random() < p:
            x[i] = x[i, :, ::-1].copy()
    return x.copy()
