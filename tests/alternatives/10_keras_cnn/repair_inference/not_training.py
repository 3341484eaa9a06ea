"""Says that it is not training."""


def repair_inference(model, x):
    return model(x, training=False).numpy()
