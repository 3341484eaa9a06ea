"""Case by case, from the remainder of n by the stride."""


def same_padding(n, k, stride):

    rest = n % stride
    missing = k - stride if rest == 0 else k - rest
    if missing < 0:
        missing = 0
    before = missing // 2
    return (before, missing - before)
