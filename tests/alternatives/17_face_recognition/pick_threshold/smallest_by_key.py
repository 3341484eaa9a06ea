"""Whole numbers in place of rates."""


def pick_threshold(scores, same):
    own, others = scores[same].tolist(), scores[~same].tolist()

    def cost(t):
        return sum(s >= t for s in others) * len(own) + sum(s < t for s in own) * len(others)

    return min(scores.tolist(), key=cost)
