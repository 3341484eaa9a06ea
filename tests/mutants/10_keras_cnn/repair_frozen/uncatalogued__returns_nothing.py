"""The return is missing."""


def repair_frozen(model):
    for layer in model.layers:
        layer.trainable = True
    model.compile("adam", "sparse_categorical_crossentropy")
