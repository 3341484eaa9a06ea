"""Find an input on which a backward pass is wrong."""

import numpy as np

from cnnbasics.layers.backward import conv2d_backward_x
from cnnbasics.layers.convolution import conv_output_shape

_SETTINGS = [
    (stride, padding)
    for stride in (1, 2, 3, (1, 2), (2, 1), (3, 1), (1, 3))
    for padding in (0, 1, (0, 1), (1, 0), ((1, 0), (0, 2)), ((0, 2), (1, 0)), "same")
]


def find_counterexample(fn):
    """Search for an input that proves a backward pass wrong.

    Parameters
    ----------
    fn : callable
        Takes what `conv2d_backward_x` takes: ``fn(dout, w, xshape, stride, padding)``.

    Returns
    -------
    (dout, w, xshape, stride, padding) or None
        An input for which `fn` does not give the gradient; None if it always did.

    Examples
    --------
    >>> find_counterexample(conv2d_backward_x) is None
    True
    >>> dout, w, xshape, stride, padding = find_counterexample(lambda *inputs: np.zeros(1))
    >>> xshape
    (2, 5, 4, 2)
    """
    rng = np.random.default_rng(0)
    for kernel in ((3, 2), (2, 3), (1, 2)):
        for stride, padding in _SETTINGS:
            for xshape in ((2, 5, 4, 2), (1, 6, 8, 2)):
                w = rng.normal(size=(*kernel, xshape[3], 3))
                places = conv_output_shape(xshape[1:3], kernel, stride, padding)
                inputs = rng.normal(size=(xshape[0], *places, 3)), w, xshape, stride, padding
                found, right = np.asarray(fn(*inputs)), conv2d_backward_x(*inputs)
                if found.shape != right.shape or not np.allclose(found, right):
                    return inputs
    return None
