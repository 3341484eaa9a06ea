"""Channels first, as in PyTorch."""

import numpy as np

from cnnbasics.layers import conv2d_forward, dense_forward, max_pool2d, relu, softmax


def forward(params, x):
    maps = conv2d_forward(x, params["conv_w"], params["conv_b"])
    maps = relu(maps)
    maps = max_pool2d(maps, 2)
    vector = np.transpose(maps, (0, 3, 1, 2)).reshape(len(maps), -1)
    z = dense_forward(vector, params["dense_w"], params["dense_b"])
    return softmax(z)
