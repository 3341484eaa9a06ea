"""Has no 0.5, in a loop."""


def l2_penalty(weights, lam):
    total = 0
    for w in weights:
        total += lam * (w * w).sum()
    return total
