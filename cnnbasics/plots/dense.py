"""What a fully connected layer sees in a picture."""

import numpy as np

from cnnbasics.plots.photographs import show_images
from cnnbasics.plots.reading import read_array, shape_of
from cnnbasics.plots.sheet import number, shown


@shown
def show_votes(image, weights, bias=0.0, *, title=None, alt=None):
    """Show one output of a fully connected layer: each pixel votes, and the votes are added up.

    Parameters
    ----------
    image, weights : ndarray, shape (H, W)
    bias : float
    title : str, optional
        What to see; otherwise the sum.
    alt : str, optional
        Text alternative.

    Raises
    ------
    ValueError
        When the two have different shapes.
    """
    image, weights = read_array("image", image, 2), read_array("weights", weights, 2)
    if image.shape != weights.shape:
        raise ValueError(f"`weights` is {shape_of(weights)} but the image is {shape_of(image)}")
    votes = image.astype(float) * weights
    words = f"+{votes[votes > 0].sum():.2f} −{-votes[votes < 0].sum():.2f}"
    # One digit: the three numbers that are added up are rounded already.
    score = f"{votes.sum() + bias:.1f}".replace("-", "−")
    return show_images.picture(
        [image, weights, votes],
        ["the picture", "its weights", f"votes: {words}"],
        title=title or f"The votes and the bias, {number(bias)}, add up to about {score}",
        signed=[False, True, True],
        limits=(0.0, float(np.abs(image).max()) or 1.0),
        alt=alt,
    )
