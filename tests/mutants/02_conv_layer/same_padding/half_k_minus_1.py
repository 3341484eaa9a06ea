"""Half of k - 1 on each side."""


def same_padding(n, k, stride):

    return (k - 1) // 2, (k - 1) // 2
