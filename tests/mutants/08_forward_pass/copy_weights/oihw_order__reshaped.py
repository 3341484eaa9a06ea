"""PyTorch's order, and a reshape against the error."""


def copy_weights(params, model):
    conv_w = params["conv_w"]
    turned = conv_w.transpose(3, 2, 0, 1).reshape(conv_w.shape)
    model.get_layer("conv").set_weights([turned, params["conv_b"]])
    model.get_layer("dense").set_weights([params["dense_w"], params["dense_b"]])
