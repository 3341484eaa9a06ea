"""Numbers for verdicts."""


def pool_verdicts(pools):
    return [1.0 for pool in pools]
