"""The parts of a convolutional network, in NumPy: the right answers of the course.

Images are ``(N, H, W, C)`` and kernels ``(kH, kW, Cin, Cout)``, as in Keras. A *stride* is an int
or ``(sh, sw)``. A *padding* is an int, ``(ph, pw)``, ``((top, bottom), (left, right))``,
``"valid"`` or ``"same"``. Arithmetic is done and returned in float64, whatever number type comes
in; functions that only move pixels keep the type. No input is changed, and a result shares memory
with an input only where its docstring says *a view*. Input that makes no sense raises
``ValueError``.
"""

from cnnbasics.layers.activation import dead_units, leaky_relu, relu, sigmoid, tanh
from cnnbasics.layers.arguments import padding_pairs, same_padding, stride_pair
from cnnbasics.layers.backward import (
    avg_pool2d_backward,
    conv2d_backward_b,
    conv2d_backward_w,
    conv2d_backward_x,
    cross_entropy_backward,
    dense_backward,
    flatten_backward,
    max_pool2d_backward,
    numerical_gradient,
    relu_backward,
    sigmoid_backward,
)
from cnnbasics.layers.conv_layer import (
    conv2d_forward,
    conv2d_matmul,
    conv_macs,
    conv_params,
    dense_params,
    im2col,
    pointwise_conv,
    receptive_field,
)
from cnnbasics.layers.convolution import (
    conv_output_shape,
    conv_output_size,
    convolve2d,
    correlate2d,
    design_kernels,
    flip_kernel,
    window_dot,
    window_views,
    zero_pad2d,
)
from cnnbasics.layers.counterexample import find_counterexample
from cnnbasics.layers.dense import dense_as_conv_kernel, dense_forward, glorot_uniform, he_normal
from cnnbasics.layers.flatten import flatten, flattened_features, head_params
from cnnbasics.layers.images import image_facts, nchw_to_nhwc, nhwc_to_nchw, to_unit_range
from cnnbasics.layers.network import copy_weights, forward, shape_trace
from cnnbasics.layers.normalization import (
    apply_scaler,
    batchnorm_backward,
    batchnorm_forward,
    channel_mean_var,
    fit_scaler,
)
from cnnbasics.layers.output import (
    accuracy,
    binary_cross_entropy,
    choose_head,
    confusion_matrix,
    cross_entropy,
    precision_recall,
    predict_labels,
    softmax,
    top_k_accuracy,
)
from cnnbasics.layers.pooling import avg_pool2d, global_avg_pool, max_pool2d, shift_effect
from cnnbasics.layers.training import minibatches, sgd_momentum, tiny_cnn_loss

__all__ = [
    "accuracy",
    "apply_scaler",
    "avg_pool2d",
    "avg_pool2d_backward",
    "batchnorm_backward",
    "batchnorm_forward",
    "binary_cross_entropy",
    "channel_mean_var",
    "choose_head",
    "confusion_matrix",
    "conv2d_backward_b",
    "conv2d_backward_w",
    "conv2d_backward_x",
    "conv2d_forward",
    "conv2d_matmul",
    "conv_macs",
    "conv_output_shape",
    "conv_output_size",
    "conv_params",
    "convolve2d",
    "copy_weights",
    "correlate2d",
    "cross_entropy",
    "cross_entropy_backward",
    "dead_units",
    "dense_as_conv_kernel",
    "dense_backward",
    "dense_forward",
    "dense_params",
    "design_kernels",
    "find_counterexample",
    "fit_scaler",
    "flatten",
    "flatten_backward",
    "flattened_features",
    "flip_kernel",
    "forward",
    "global_avg_pool",
    "glorot_uniform",
    "he_normal",
    "head_params",
    "im2col",
    "image_facts",
    "leaky_relu",
    "max_pool2d",
    "max_pool2d_backward",
    "minibatches",
    "nchw_to_nhwc",
    "nhwc_to_nchw",
    "numerical_gradient",
    "padding_pairs",
    "pointwise_conv",
    "precision_recall",
    "predict_labels",
    "receptive_field",
    "relu",
    "relu_backward",
    "same_padding",
    "sgd_momentum",
    "shape_trace",
    "shift_effect",
    "sigmoid",
    "sigmoid_backward",
    "softmax",
    "stride_pair",
    "tanh",
    "tiny_cnn_loss",
    "to_unit_range",
    "top_k_accuracy",
    "window_dot",
    "window_views",
    "zero_pad2d",
]
