"""Adds up what each box has for itself."""


def iou(a, b):
    def side(k):
        return max(0, min(a[k + 2], b[k + 2]) - max(a[k], b[k]))

    both = side(0) * side(1)
    only_a = (a[2] - a[0]) * (a[3] - a[1]) - both
    only_b = (b[2] - b[0]) * (b[3] - b[1]) - both
    return both / (both + only_a + only_b)
