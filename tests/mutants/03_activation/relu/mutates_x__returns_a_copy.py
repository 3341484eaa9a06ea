"""The zeros go into the input first, and a copy of that is returned."""


def relu(x):
    flat = x.reshape(-1)
    for k in range(flat.size):
        if flat[k] < 0:
            flat[k] = 0
    return x.copy()
