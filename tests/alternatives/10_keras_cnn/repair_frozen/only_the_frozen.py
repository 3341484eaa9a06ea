"""Only what is frozen is set."""


def repair_frozen(model):
    for layer in [layer for layer in model.layers if not layer.trainable]:
        layer.trainable = True
    model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
    return model
