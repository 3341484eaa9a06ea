"""Lists, and an error where one is empty."""


def far_frr(scores, same, threshold):
    others = [s for s, k in zip(scores, same) if not k]
    own = [s for s, k in zip(scores, same) if k]
    try:
        far = sum(s >= threshold for s in others) / len(others)
    except ZeroDivisionError:
        far = 0
    try:
        frr = sum(s < threshold for s in own) / len(own)
    except ZeroDivisionError:
        frr = 0
    return [far, frr]
