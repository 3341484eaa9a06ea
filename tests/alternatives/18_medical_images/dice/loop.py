"""One pixel after the other."""


def dice(a, b):
    shared, first, second = 0, 0, 0
    for p, q in zip(a.flatten(), b.flatten()):
        if p:
            first += 1
        if q:
            second += 1
        if p and q:
            shared += 1
    if first + second == 0:
        return 1
    return 2 * shared / (first + second)
