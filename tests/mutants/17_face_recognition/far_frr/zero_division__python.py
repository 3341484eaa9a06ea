"""Divides Python's numbers."""


def far_frr(scores, same, threshold):
    false_accepts = sum(bool(s >= threshold) and not k for s, k in zip(scores, same))
    false_rejects = sum(bool(s < threshold) and bool(k) for s, k in zip(scores, same))
    genuine = int(sum(same))
    return false_accepts / (len(same) - genuine), false_rejects / genuine
