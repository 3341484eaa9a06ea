"""Counts pair by pair."""


def far_frr(scores, same, threshold):
    false_accepts = false_rejects = genuine = others = 0
    for score, one_person in zip(scores, same):
        if one_person:
            genuine += 1
            false_rejects += int(score < threshold)
        else:
            others += 1
            false_accepts += int(score >= threshold)
    return false_accepts / max(others, 1), false_rejects / max(genuine, 1)
