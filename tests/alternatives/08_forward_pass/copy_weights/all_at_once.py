"""The weights of the whole model in one list."""


def copy_weights(params, model):
    model.set_weights([params[name] for name in ("conv_w", "conv_b", "dense_w", "dense_b")])
    return model
