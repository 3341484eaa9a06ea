"""As it was handed out."""


def repair_frozen(model):
    model.compile("adam", "sparse_categorical_crossentropy")
    return model
