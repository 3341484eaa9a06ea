"""As many zeros as could ever be needed."""


def same_padding(n, k, stride):

    total = max(k - stride, 0)
    return total // 2, total - total // 2
