"""Nothing passes."""


def pool_verdicts(pools):
    return [False] * len(pools)
