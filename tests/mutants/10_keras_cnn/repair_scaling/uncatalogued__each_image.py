"""Each image by its own mean."""


def repair_scaling(x_train, x_test):
    def scaled(x):
        return x / 255 - x.mean(axis=(1, 2), keepdims=True) / 255

    return scaled(x_train), scaled(x_test)
