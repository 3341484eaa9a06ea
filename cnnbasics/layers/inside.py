"""Look inside a trained network: its maps, what it misses when it is hidden, what speaks for it."""

import numpy as np

from cnnbasics.layers.arguments import as_array, stride_pair
from cnnbasics.layers.convolution import conv_output_shape


def feature_maps(model, x, layer):
    """Give what comes out of one layer of a Keras model.

    Parameters
    ----------
    model : keras.Model
        Sequential or Functional. It runs as it does when it predicts, and is not changed.
    x : ndarray, shape (N, H, W, C)
    layer : str
        The name of the layer.

    Returns
    -------
    ndarray of float32, shape (N, h, w, maps)
        What the layer hands on, after its own activation.

    Raises
    ------
    ValueError
        When the model has no such layer.

    References
    ----------
    Zeiler and Fergus (2014), Visualizing and understanding convolutional networks.
    """
    maps, _ = _opened(model, layer)(as_array("x", x, "N H W C"), training=False)
    return np.array(maps)


def _opened(model, layer):
    """Return a model that gives the maps of a layer, and what the model gave before."""
    import keras

    chosen = model.get_layer(layer)
    if not isinstance(model, keras.Sequential):
        return keras.Model(model.inputs[0], [chosen.output, model.outputs[0]])
    # The layers of a Sequential model that was loaded from a file know several outputs, and those
    # of two layers need not belong to one run. So run them once more.
    start = out = keras.Input(model.inputs[0].shape[1:])
    for each in model.layers:
        out = each(out)
        if each is chosen:
            maps = out
    return keras.Model(start, [maps, out])


def occlusion_map(predict, image, patch, stride):
    """Cover one part of an image after the other, and note by how much a score falls.

    Parameters
    ----------
    predict : callable
        Takes images (N, H, W, C) and gives N scores.
    image : ndarray, shape (H, W, C)
    patch : int or (int, int)
        Height and width of what is covered. It gets the image's mean, each channel its own.
    stride : int or (int, int)
        Steps of the patch, down and to the right.

    Returns
    -------
    ndarray of float64, shape (rows, columns)
        For each place where the patch fits, the score of the image minus that of the image with
        the patch on it.

    Raises
    ------
    ValueError
        When the patch does not fit into the image.

    References
    ----------
    Zeiler and Fergus (2014), Visualizing and understanding convolutional networks, section 4.2.
    They draw the score itself.

    Examples
    --------
    >>> image = np.array([[1, 2, 3], [4, 5, 9]]).reshape(2, 3, 1)
    >>> occlusion_map(lambda images: images[:, 0, 0, 0] + 2 * images[:, 1, 2, 0], image, 2, 1)
    array([[-3., 10.]])
    """
    image = as_array("image", image, "H W C").astype(float)
    height, width = stride_pair(patch, "patch")
    down, right = stride_pair(stride)
    rows, columns = conv_output_shape(image.shape[:2], (height, width), (down, right))
    covered = np.tile(image, (rows * columns, 1, 1, 1))
    for number, (i, j) in enumerate(np.ndindex(rows, columns)):
        top, left = i * down, j * right
        covered[number, top : top + height, left : left + width] = image.mean(axis=(0, 1))
    scores = np.asarray(predict(np.concatenate([image[np.newaxis], covered])), dtype=float)
    return (scores[0] - scores[1:]).reshape(rows, columns)


def grad_cam(model, image, layer, class_index):
    """Find which parts of an image speak for a class.

    Parameters
    ----------
    model : keras.Model
        Sequential or Functional. It gives scores, before any softmax, and is not changed.
    image : ndarray, shape (H, W, C)
    layer : str
        The name of a layer that gives maps.
    class_index : int

    Returns
    -------
    ndarray of float32, shape (H, W)
        The maps of the layer, each weighted by the mean slope of the score with respect to it,
        summed, with what is below 0 cut off, enlarged to the size of the image, and divided by its
        largest number; 0 everywhere where nothing speaks for the class.

    References
    ----------
    Selvaraju, Cogswell, Das, Vedantam, Parikh and Batra (2017), Grad-CAM: visual explanations from
    deep networks via gradient-based localization.
    """
    import keras
    import tensorflow as tf

    part = _opened(model, layer)
    with tf.GradientTape() as tape:
        maps, scores = part(as_array("image", image, "H W C")[np.newaxis], training=False)
        score = scores[0, class_index]
    weights = tf.reduce_mean(tape.gradient(score, maps), axis=(1, 2), keepdims=True)
    coarse = tf.nn.relu(tf.reduce_sum(weights * maps, axis=-1, keepdims=True))
    cam = keras.ops.image.resize(coarse, image.shape[:2], interpolation="bilinear")[0, :, :, 0]
    cam = np.array(cam)
    return cam / (cam.max() or 1)
