"""All scores against all thresholds."""


def pick_threshold(scores, same):
    accepted = scores[:, None] >= scores  # [pair, threshold]
    costs = accepted[~same].mean(axis=0) - accepted[same].mean(axis=0)
    return scores[[costs.argmin()]]
