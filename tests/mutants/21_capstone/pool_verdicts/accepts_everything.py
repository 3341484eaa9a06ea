"""Nothing is tested."""


def pool_verdicts(pools):
    return [True for pool in pools]
