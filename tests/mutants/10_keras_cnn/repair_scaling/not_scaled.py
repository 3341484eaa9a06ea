"""Nothing is scaled."""


def repair_scaling(x_train, x_test):
    return x_train.astype(float), x_test.astype(float)
