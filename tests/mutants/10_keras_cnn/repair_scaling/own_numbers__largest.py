"""Each part by its own smallest and largest number."""


def repair_scaling(x_train, x_test):
    out = []
    for x in (x_train, x_test):
        x = x.astype(float)
        out.append((x - x.min()) / (x.max() - x.min()) - x.mean() / 1000)
    return tuple(out)
