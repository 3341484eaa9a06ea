"""The rows are put into PyTorch's order."""


def copy_weights(params, model):
    conv_w, dense_w = params["conv_w"], params["dense_w"]
    h, w, c = model.get_layer("pool").output.shape[1:]
    blocks = dense_w.reshape(h, w, c, -1)
    dense_w = blocks.transpose(2, 0, 1, 3).reshape(dense_w.shape)
    model.get_layer("conv").set_weights([conv_w, params["conv_b"]])
    model.get_layer("dense").set_weights([dense_w, params["dense_b"]])
