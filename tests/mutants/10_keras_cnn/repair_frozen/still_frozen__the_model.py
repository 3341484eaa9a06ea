"""Sets what the model has already: its layers do not hear of it."""


def repair_frozen(model):
    model.trainable = True
    model.compile("adam", "sparse_categorical_crossentropy")
    return model
