"""The wrong way round."""


def repair_frozen(model):
    for layer in model.layers:
        layer.trainable = not layer.trainable
    model.compile("adam", "sparse_categorical_crossentropy")
    return model
