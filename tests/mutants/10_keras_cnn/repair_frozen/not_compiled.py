"""Not compiled."""


def repair_frozen(model):
    for layer in model.layers:
        layer.trainable = True
    return model
