"""The flat row is pooled as an image of one row."""

import numpy as np

from cnnbasics.layers import conv2d_forward, dense_forward, flatten, max_pool2d, relu, softmax


def forward(params, x):
    maps = conv2d_forward(x, params["conv_w"], params["conv_b"])
    maps = relu(maps)
    row = flatten(maps)[:, np.newaxis, :, np.newaxis]
    vector = max_pool2d(row, (1, 4))[:, 0, :, 0]
    z = dense_forward(vector, params["dense_w"], params["dense_b"])
    return softmax(z)
