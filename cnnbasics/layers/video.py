"""Clips: differences in time, 3-D convolution, one answer for a clip, splits that keep videos."""

import numpy as np

from cnnbasics.layers.arguments import as_array, as_nested, as_whole, as_wholes, same_padding
from cnnbasics.layers.convolution import conv_output_size


def temporal_difference(clip):
    """Subtract each frame of a clip from the one after it.

    Parameters
    ----------
    clip : ndarray, shape (T, H, W, C)
        At least 2 frames.

    Returns
    -------
    ndarray of float, shape (T - 1, H, W, C)
        Number t is frame t + 1 minus frame t: above 0 where a pixel became brighter.

    Raises
    ------
    ValueError
        When `clip` has other axes, or fewer than 2 frames.

    Examples
    --------
    >>> temporal_difference(np.array([5, 9, 2], dtype=np.uint8).reshape(3, 1, 1, 1)).ravel()
    array([ 4., -7.])
    """
    clip = as_array("clip", clip, "T H W C").astype(float)
    if len(clip) < 2:
        raise ValueError(f"`clip` has {len(clip)} frames but must have at least 2")
    return clip[1:] - clip[:-1]


def conv3d_output_shape(input_shape, filters, kernel, stride=1, padding="valid"):
    """Find the shape of what a 3-D convolution makes of a clip.

    Parameters
    ----------
    input_shape : (int, int, int, int)
        Frames, rows, columns and channels of the clip.
    filters : int
    kernel, stride : int or (int, int, int)
        In time, down and across; one number for all three.
    padding : "valid", "same", int or (int, int, int)
        What is added on each side: nothing, what TensorFlow's rule says, or so many.

    Returns
    -------
    (int, int, int, int)
        Frames, rows, columns and channels.

    Raises
    ------
    ValueError
        When the kernel is longer than the padded clip in one of the three directions, or an
        argument makes no sense.

    References
    ----------
    Tran, Bourdev, Fergus, Torresani and Paluri (2015), Learning spatiotemporal features with 3D
    convolutional networks.

    Examples
    --------
    >>> conv3d_output_shape((6, 24, 24, 1), 16, (3, 5, 5))
    (4, 20, 20, 16)
    >>> conv3d_output_shape((6, 24, 24, 1), 16, 3, stride=(1, 2, 2), padding="same")
    (6, 12, 12, 16)
    """
    sizes = as_nested("input_shape", input_shape, "four ints, (T, H, W, C)", (4,))
    sizes = [as_whole("input_shape", size, 1) for size in sizes]
    kernel, stride = _three("kernel", kernel, 1), _three("stride", stride, 1)
    if isinstance(padding, str) and padding not in ("valid", "same"):
        raise ValueError(f'`padding` is "{padding}" but the rules are "valid" and "same"')
    out = []
    pads = (0, 0, 0) if isinstance(padding, str) else _three("padding", padding, 0)
    for n, k, s, pad in zip(sizes, kernel, stride, pads, strict=False):
        n += sum(same_padding(n, k, s)) if padding == "same" else 2 * pad
        out.append(conv_output_size(n, k, s))
    return (*out, as_whole("filters", filters, 1))


def clip_prediction(frame_probs):
    """Give each clip one class, from the probabilities of its frames.

    Parameters
    ----------
    frame_probs : ndarray, shape (N, T, K)
        Of each clip and each of its frames, the probabilities of the classes.

    Returns
    -------
    ndarray of int, shape (N,)
        The class with the largest mean over the frames; of several, the first.

    Raises
    ------
    ValueError
        When `frame_probs` has other axes.

    References
    ----------
    Karpathy, Toderici, Shetty, Leung, Sukthankar and Fei-Fei (2014), Large-scale video
    classification with convolutional neural networks.

    Examples
    --------
    >>> clip_prediction(np.array([[[0.6, 0.4], [0.6, 0.4], [0.1, 0.9]]]))
    array([1])
    """
    return as_array("frame_probs", frame_probs, "N T K").mean(axis=1).argmax(axis=1)


def video_split(lengths, clip_len, step, frac, rng):
    """Cut videos into clips, and hold out all clips of some of the videos.

    Parameters
    ----------
    lengths : sequence of int
        Frames of each video, each at least `clip_len`.
    clip_len : int
        Frames of a clip.
    step : int
        Frames from the beginning of a clip to that of the next in the same video.
    frac : float
        The share of videos to hold out, between 0 and 1.
    rng : numpy.random.Generator
        Where chance comes from.

    Returns
    -------
    train, held_out : ndarray of int, shape (clips, 2)
        For each clip the number of its video and its first frame.

    Raises
    ------
    ValueError
        When a video is shorter than a clip, or a number makes no sense.

    References
    ----------
    Soomro, Zamir and Shah (2012), UCF101: a dataset of 101 human actions classes from videos in the
    wild.

    Examples
    --------
    >>> train, held_out = video_split([6, 8], 4, 2, 0.5, np.random.default_rng(0))
    >>> train.tolist(), held_out.tolist()
    ([[1, 0], [1, 2], [1, 4]], [[0, 0], [0, 2]])
    """
    lengths = as_array("lengths", lengths, "videos")
    clip_len, step = as_wholes(1, clip_len=clip_len, step=step)
    if len(lengths) and lengths.min() < clip_len:
        raise ValueError(f"a video has {lengths.min()} frames but a clip has {clip_len}")
    clips = np.array(
        [
            (video, start)
            for video, length in enumerate(lengths)
            for start in range(0, length - clip_len + 1, step)
        ]
    )
    chosen = rng.permutation(len(lengths))[: round(frac * len(lengths))]
    held = np.isin(clips[:, 0], chosen)
    return clips[~held], clips[held]


def clips_card():
    """Fill in the model card of the network that tells the direction of a moving digit.

    Returns
    -------
    dict of str to str
    """
    return {
        "data": "Generated clips of six noisy frames of 24x24 pixels: a written digit moves "
        "in one of 8 directions by 1 or 2 pixels a frame over a canvas that wraps around. 1,500 "
        "clips to learn from, 600 clips of other digits to test.",
        "intended_use": "Teaching how networks use time. Not for camera pictures: it has seen one "
        "object at constant speed before nothing, and no clip in which nothing moves.",
        "figures": "Frames as channels: right on more than 90 % of the 600 test clips; one frame "
        "alone: one in eight, which is chance; the same frames shuffled in time: less than 45 %.",
        "failures": "In noise it takes a neighboring direction, it names one for a digit that "
        "stands still, and at 22 pixels a frame it is sure of the opposite.",
        "harm": "Whoever is taken to move the wrong way by it, such as a person on a crossing whom "
        "a camera counts as leaving: fast and standing people would be misread most.",
    }


def _three(name, value, least):
    """Read a size in time, down and across; one number stands for all three."""
    values = as_nested(name, value, "an int or three ints", (), (3,))
    return [as_whole(name, size, least) for size in np.broadcast_to(values, 3)]
