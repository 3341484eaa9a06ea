"""As it was handed out."""


def repair_inference(model, x):
    return model(x, training=True)
