"""Layer by layer, past the dropout."""


def repair_inference(model, x):
    for layer in model.layers:
        if type(layer).__name__ != "Dropout":
            x = layer(x)
    return x
