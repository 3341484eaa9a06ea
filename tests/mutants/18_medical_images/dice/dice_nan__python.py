"""Python divides by zero."""


def dice(a, b):
    shared = total = 0
    for p, q in zip(a.ravel().tolist(), b.ravel().tolist()):
        shared += int(p) * int(q)
        total += int(p) + int(q)
    return 2 * shared / total
