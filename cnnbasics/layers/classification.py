"""How well a classifier does: each class, each confusion, and whether its probabilities hold."""

import numpy as np

from cnnbasics.layers.arguments import as_array, as_whole
from cnnbasics.layers.output import confusion_matrix, cross_entropy, softmax

_TEMPERATURES = np.geomspace(0.1, 20, 801)  # steps of less than one percent


def per_class_report(y, p, k):
    """Find precision, recall, F1 and support of each class.

    Parameters
    ----------
    y, p : ndarray of int, shape (N,)
        The truth and the prediction.
    k : int
        How many classes there are; not all of them need occur.

    Returns
    -------
    dict of str to ndarray, shape (k,)
        ``precision``, of what was called the class the share that is one; ``recall``, of what is
        the class the share that was found; ``f1``, their harmonic mean; ``support``, how many
        examples of the class there are. Where there is nothing to divide by, 0.

    Raises
    ------
    ValueError
        When `y` and `p` differ in length, or hold a class that is not there.

    References
    ----------
    van Rijsbergen (1979), Information Retrieval, 2nd edition.

    Examples
    --------
    >>> report = per_class_report([0, 0, 0, 1], [0, 1, 1, 1], 2)
    >>> report["precision"].round(3), report["recall"].round(3)
    (array([1.   , 0.333]), array([0.333, 1.   ]))
    >>> report["f1"], report["support"]
    (array([0.5, 0.5]), array([3, 1]))
    """
    table = confusion_matrix(y, p, k)
    right, called, support = table.diagonal(), table.sum(axis=0), table.sum(axis=1)
    return {
        # Where nothing was called, or nothing occurs, nothing is right: 0 over 1.
        "precision": right / np.maximum(called, 1),
        "recall": right / np.maximum(support, 1),
        "f1": 2 * right / np.maximum(called + support, 1),  # 2 P R / (P + R), without a 0 / 0
        "support": support,
    }


def worst_confusions(cm, n):
    """List the confusions that take the largest share of a class.

    Parameters
    ----------
    cm : ndarray of int, shape (k, k)
        Counts. Row: truth. Column: prediction.
    n : int
        At most so many are listed.

    Returns
    -------
    list of (int, int, float)
        Truth, prediction, and the share of the true class that was taken for it; the largest
        share first. What never happened is not listed.

    Raises
    ------
    ValueError
        When the table is not square, or holds a negative number.

    Examples
    --------
    >>> worst_confusions([[8, 2, 0], [1, 1, 2], [0, 0, 5]], 2)
    [(1, 2, 0.5), (1, 0, 0.25)]
    """
    table, n = as_array("cm", cm, "k k"), as_whole("n", n, 1)
    if table.shape[0] != table.shape[1]:
        raise ValueError(f"`cm` has shape {table.shape} but must be square")
    if table.size and table.min() < 0:
        raise ValueError(f"`cm` holds {table.min()} but counts are 0 or more")
    shares = table / np.maximum(table.sum(axis=1, keepdims=True), 1)
    np.fill_diagonal(shares, 0)
    order = np.argsort(-shares, axis=None, kind="stable")[:n]
    places = zip(*np.unravel_index(order, shares.shape), strict=True)
    return [(int(a), int(b), float(shares[a, b])) for a, b in places if shares[a, b] > 0]


def reliability(z, y, bins=10):
    """Sort predictions by how sure they are, and say how often they are right.

    Parameters
    ----------
    z : ndarray, shape (N, C)
        Logits.
    y : ndarray of int, shape (N,)
        The true classes.
    bins : int
        Equal steps of the confidence, from 0 to 1.

    Returns
    -------
    dict of str to ndarray, shape (bins,)
        ``count``, how many predictions fall into the step; ``confidence``, the mean of their
        largest probability; ``accuracy``, the share of them that is right. The last two are 0
        where nothing falls.

    Raises
    ------
    ValueError
        When there is not one label for each row.

    References
    ----------
    Guo, Pleiss, Sun and Weinberger (2017), On calibration of modern neural networks.

    Examples
    --------
    >>> z = np.log([[0.9, 0.1], [0.8, 0.2], [0.3, 0.7], [0.4, 0.6]])
    >>> found = reliability(z, [0, 1, 1, 0], bins=4)
    >>> found["count"], found["confidence"].round(2), found["accuracy"]
    (array([0, 0, 2, 2]), array([0.  , 0.  , 0.65, 0.85]), array([0. , 0. , 0.5, 0.5]))
    """
    z, y, bins = as_array("z", z, "N C"), as_array("y", y, "N"), as_whole("bins", bins, 1)
    if len(z) != len(y):
        raise ValueError(f"`z` has {len(z)} rows but `y` has {len(y)} labels")
    chances = softmax(z)
    sure, right = chances.max(axis=1), chances.argmax(axis=1) == y
    step = np.minimum((sure * bins).astype(int), bins - 1)  # a confidence of 1 is in the last
    count = np.bincount(step, minlength=bins)
    some = np.maximum(count, 1)
    return {
        "count": count,
        "confidence": np.bincount(step, sure, bins) / some,
        "accuracy": np.bincount(step, right, bins) / some,
    }


def calibration_error(z, y, bins=10):
    """Find how far confidence and accuracy lie apart, on average over the predictions.

    Parameters
    ----------
    z : ndarray, shape (N, C)
        Logits.
    y : ndarray of int, shape (N,)
        The true classes.
    bins : int
        As in `reliability`.

    Returns
    -------
    float
        From 0 to 1; known as the expected calibration error.

    References
    ----------
    Naeini, Cooper and Hauskrecht (2015), Obtaining well calibrated probabilities using Bayesian
    binning.

    Examples
    --------
    >>> z = np.log([[0.9, 0.1], [0.8, 0.2], [0.3, 0.7], [0.4, 0.6]])
    >>> round(calibration_error(z, [0, 1, 1, 0], bins=4), 3)
    0.25
    """
    found = reliability(z, y, bins)
    apart = np.abs(found["confidence"] - found["accuracy"])
    return float(apart @ found["count"] / found["count"].sum())


def fit_temperature(z, y):
    """Find the number to divide logits by, so that they cost least on held-out examples.

    Parameters
    ----------
    z : ndarray, shape (N, C)
        Logits, of examples that the network was not trained on.
    y : ndarray of int, shape (N,)
        The true classes.

    Returns
    -------
    float
        Above 1 for a network that is too sure, below 1 for one that is not sure enough; from 0.1
        to 20.

    References
    ----------
    Guo, Pleiss, Sun and Weinberger (2017), On calibration of modern neural networks.

    Examples
    --------
    >>> z = np.log([[9, 1]] * 4)  # 90 percent sure each time, and right three times out of four
    >>> round(fit_temperature(z, [0, 0, 0, 1]), 1)
    2.0
    """
    z = as_array("z", z, "N C").astype(float)
    costs = [cross_entropy(z / temperature, y) for temperature in _TEMPERATURES]
    return float(_TEMPERATURES[np.argmin(costs)])


def textures_card():
    """Say what the network of unit 16 that averages its maps is, for those who may use it.

    Returns
    -------
    dict of str to str
        The parts of `cnnbasics.exercises.model_card.PARTS`.
    """
    return {
        "data": (
            "Gray patches of 12x12 pixels, each standardized, from one photograph each of brick, "
            "grass and gravel: 450 from rows 0 to 249 to learn from, 1,638 from rows 350 to 511 "
            "to test, cut side by side."
        ),
        "intended_use": (
            "To show in a course how a classifier of images is judged. Not for other photographs: "
            "it knows three pictures, not three materials."
        ),
        "figures": (
            "Right on 0.83 to 0.90 of the held-out patches over eleven trainings, and as sure as "
            "it should be to within 0.04. Turned by 90 degrees: 0.63 to 0.78. From half the "
            "distance: 0.43 to 0.45."
        ),
        "failures": (
            "From half the distance it hardly ever finds grass and calls it gravel, while it is "
            "sure of itself, with 0.9 on average. It has no answer for `none of the three`."
        ),
        "harm": (
            "A mower that steers by it would take a lawn for a path, and a path for a lawn with "
            "somebody on it; the high probability would keep people from looking themselves."
        ),
    }
