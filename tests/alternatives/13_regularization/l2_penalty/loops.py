"""Number by number, in plain Python."""


def l2_penalty(weights, lam):
    total = 0.0
    for w in weights:
        for value in w.ravel().tolist():
            total += value * value
    return lam * total * 0.5
