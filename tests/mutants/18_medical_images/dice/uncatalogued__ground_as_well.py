"""The mean of the Dice of the masks and that of the ground."""


def dice(a, b):
    a, b = a.astype(bool), b.astype(bool)

    def d(u, v):
        return 2 * (u & v).sum() / (u.sum() + v.sum()) if u.any() or v.any() else 1.0

    return (d(a, b) + d(~a, ~b)) / 2
