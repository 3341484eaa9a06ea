"""One verdict for all."""


def pool_verdicts(pools):
    return True
