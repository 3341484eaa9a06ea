"""Scores, splits and weights for a rare class in pictures of several patients."""

import numpy as np

from cnnbasics.layers.arguments import as_array


def _as_classes(name, values):
    """Return class numbers, shape (N,), of at least one example."""
    labels = as_array(name, values, "N")
    if labels.dtype.kind not in "biu" or not labels.size or labels.min() < 0:
        said = f"{labels.dtype} of shape {labels.shape}"
        raise ValueError(f"`{name}` holds {said} but must hold class numbers, at least one")
    return labels.astype(np.int64)


def _as_ill(name, values):
    """Return 0s and 1s, shape (N,)."""
    labels = _as_classes(name, values)
    if labels.max() > 1:
        raise ValueError(f"`{name}` holds the class {labels.max()} but there are 0 and 1")
    return labels


def sensitivity_specificity(y, p):
    """Share of the ill that are found, and share of the healthy that are left alone.

    Parameters
    ----------
    y, p : ndarray of int, shape (N,)
        The truth and the prediction: 1 is ill, 0 is healthy.

    Returns
    -------
    (float, float)
        Sensitivity, also called recall of the ill, and specificity. 0 where there is nobody to
        count.

    Raises
    ------
    ValueError
        When `y` and `p` differ in length, or hold anything but 0 and 1.

    References
    ----------
    Yerushalmy (1947), Statistical problems in assessing methods of medical diagnosis.

    Examples
    --------
    >>> sensitivity_specificity([1, 1, 0, 0, 0, 0], [1, 0, 0, 0, 0, 1])
    (0.5, 0.75)
    """
    y, p = _as_ill("y", y), _as_ill("p", p)
    if len(y) != len(p):
        raise ValueError(f"`y` has {len(y)} labels but `p` has {len(p)}")
    # Where nobody is, nobody is right: 0 over 1.
    shares = [np.sum((y == c) & (p == c)) / max(np.sum(y == c), 1) for c in (1, 0)]
    return float(shares[0]), float(shares[1])


def roc_auc(y, scores):
    """Share of the pairs of an ill and a healthy one in which the ill one has the higher score.

    Parameters
    ----------
    y : ndarray of int, shape (N,)
        1 is ill, 0 is healthy; both occur.
    scores : ndarray, shape (N,)
        Higher says ill. Probabilities or logits: only their order counts.

    Returns
    -------
    float
        From 0 to 1; a tie counts a half. It is the area under the ROC curve.

    Raises
    ------
    ValueError
        When the lengths differ, or a class does not occur.

    References
    ----------
    Hanley and McNeil (1982), The meaning and use of the area under a receiver operating
    characteristic (ROC) curve.

    Examples
    --------
    >>> roc_auc([1, 0, 0, 1], [0.9, 0.2, 0.4, 0.4])
    0.875
    """
    y, scores = _as_ill("y", y), as_array("scores", scores, "N")
    if len(y) != len(scores):
        raise ValueError(f"`y` has {len(y)} labels but there are {len(scores)} scores")
    ill, healthy = scores[y == 1], np.sort(scores[y == 0])
    if not (len(ill) and len(healthy)):
        raise ValueError(f"`y` has {len(ill)} ill and {len(healthy)} healthy but both must occur")
    # Of the healthy, those below an ill one, and those not above it: their mean counts ties a half.
    below, upto = (np.searchsorted(healthy, ill, side) for side in ("left", "right"))
    return float(np.mean(below + upto) / 2 / len(healthy))


def dice(a, b):
    """How far two masks cover each other: twice what they share, over what both hold.

    Parameters
    ----------
    a, b : ndarray of one shape
        Bool, or 0 and 1.

    Returns
    -------
    float
        0 where they share nothing, 1 where they are equal, also where both are empty.

    Raises
    ------
    ValueError
        When the shapes differ, or a mask holds anything but 0 and 1.

    References
    ----------
    Dice (1945), Measures of the amount of ecologic association between species.

    Examples
    --------
    >>> dice([1, 1, 1, 0], [0, 1, 1, 1])
    0.6666666666666666
    >>> dice([0, 0], [0, 0])
    1.0
    """
    a, b = as_array("a", a), as_array("b", b)
    if a.shape != b.shape:
        raise ValueError(f"`a` has shape {a.shape} but `b` has shape {b.shape}")
    for name, mask in (("a", a), ("b", b)):
        if not np.isin(mask, (0, 1)).all():
            raise ValueError(f"`{name}` goes from {mask.min()} to {mask.max()} but must be 0 or 1")
    a, b = a.astype(bool), b.astype(bool)
    total = np.count_nonzero(a) + np.count_nonzero(b)
    return float(2 * np.count_nonzero(a & b) / total) if total else 1.0


def patient_split(patients, y, frac, rng):
    """Choose at random which patients are held out, a share of the ill and of the healthy ones.

    Parameters
    ----------
    patients : ndarray of int, shape (N,)
        Whose each scan is.
    y : ndarray of int, shape (N,)
        1 where a scan shows illness, 0 where not. A patient is ill if any of the scans is.
    frac : float
        The share of patients to hold out, between 0 and 1.
    rng : numpy.random.Generator
        Where chance comes from.

    Returns
    -------
    train, held_out : ndarray of int
        Numbers of scans, rising; each of 0 to N - 1 is in one of the two, once, and no patient in
        both.

    Raises
    ------
    ValueError
        When `patients` and `y` differ in length, or `y` holds anything but 0 and 1.

    Examples
    --------
    >>> patients, y = np.repeat([7, 8, 9, 10], 3), np.repeat([1, 0, 0, 1], 3)
    >>> train, held_out = patient_split(patients, y, 0.5, np.random.default_rng(0))
    >>> len(np.unique(patients[held_out])), int(y[held_out].sum())
    (2, 3)
    """
    patients, y = as_array("patients", patients, "N"), _as_ill("y", y)
    if len(patients) != len(y):
        raise ValueError(f"`patients` has {len(patients)} entries but `y` has {len(y)} labels")
    names, place = np.unique(patients, return_inverse=True)
    ill = np.zeros(len(names), dtype=int)
    np.maximum.at(ill, place, y)
    held = np.zeros(len(names), dtype=bool)
    for kind in (0, 1):
        own = rng.permutation(np.flatnonzero(ill == kind))
        held[own[: round(frac * own.size)]] = True
    return np.flatnonzero(~held[place]), np.flatnonzero(held[place])


def class_weights(y):
    """Weigh the classes so that each counts as much as any other, however rare it is.

    Parameters
    ----------
    y : ndarray of int, shape (N,)
        Class numbers.

    Returns
    -------
    dict of int to float
        For each class that occurs, ``N / (K * n)``, where `n` is how often it occurs and `K` how
        many classes do. The weights of all N examples sum to N. Keras takes it as `class_weight`.

    Raises
    ------
    ValueError
        When `y` holds no class numbers.

    References
    ----------
    King and Zeng (2001), Logistic regression in rare events data.

    Examples
    --------
    >>> class_weights([0, 0, 0, 1])
    {0: 0.6666666666666666, 1: 2.0}
    """
    classes, counts = np.unique(_as_classes("y", y), return_counts=True)
    total = counts.sum()
    return {int(c): float(total / (len(classes) * n)) for c, n in zip(classes, counts, strict=True)}


def scans_card():
    """Fill in the model card of the unit's network, with its own figures.

    Returns
    -------
    dict of str to str
        A text for each part.
    """
    return {
        "data": "1,000 drawn scans, 10 of each of 100 patients; 60 patients to train, 40 to test",
        "intended_use": "to learn how networks are judged; not for any real scan or person",
        "figures": "area under the ROC curve above 0.9 on patients that it had not seen",
        "failures": "misses faint lesions and takes bright patches of ground for lesions",
        "harm": "ill people told that they are healthy, and healthy ones who are frightened",
    }
