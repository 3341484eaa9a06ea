"""Cells between all the coordinates."""


def iou(a, b):
    xs, ys = sorted({*a[::2], *b[::2]}), sorted({*a[1::2], *b[1::2]})
    one = two = 0.0
    for x, x_next in zip(xs, xs[1:]):
        for y, y_next in zip(ys, ys[1:]):
            times = sum(c[0] <= x < c[2] and c[1] <= y < c[3] for c in (a, b))
            area = (x_next - x) * (y_next - y)
            one += area * (times >= 1)
            two += area * (times == 2)
    return two / one
