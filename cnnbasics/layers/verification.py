"""Are two pictures of one person: distances, the triplet loss, and the errors at a threshold."""

import numpy as np

from cnnbasics.layers.arguments import as_array


def pairwise_distance(a, b):
    """Compute the Euclidean distance of each vector of `a` to each of `b`.

    Parameters
    ----------
    a : ndarray, shape (M, D)
    b : ndarray, shape (N, D)

    Returns
    -------
    ndarray of floats, shape (M, N)

    Raises
    ------
    ValueError
        When the vectors of `a` and `b` are not equally long.

    Examples
    --------
    >>> pairwise_distance([[0, 0], [3, 4]], [[3, 0], [0, 4], [6, 8]])
    array([[ 3.,  4., 10.],
           [ 4.,  3.,  5.]])
    """
    a, b = (as_array(name, value, "M D").astype(float) for name, value in (("a", a), ("b", b)))
    if a.shape[1] != b.shape[1]:
        raise ValueError(f"`a` has {a.shape[1]} columns but `b` has {b.shape[1]}")
    # A row of `a` at a time: no array of M x N x D numbers is needed.
    return np.array([np.sqrt(np.sum((row - b) ** 2, axis=1)) for row in a]).reshape(len(a), len(b))


def triplet_loss(a, p, n, margin):
    """Compute the triplet loss: an anchor should be nearer to its own than to others.

    Parameters
    ----------
    a, p, n : ndarray, shape (B, D)
        Anchors, positives (of the anchor's person) and negatives (of another one), row by row.
    margin : float

    Returns
    -------
    float
        ``mean(max(|a - p|^2 - |a - n|^2 + margin, 0))``, the mean over the B triplets.

    Raises
    ------
    ValueError
        When the three have not the same shape.

    References
    ----------
    Schroff, Kalenichenko and Philbin (2015), FaceNet.

    Examples
    --------
    >>> triplet_loss([[0, 0], [1, 1]], [[1, 0], [1, 3]], [[0, 2], [2, 1]], margin=1)
    2.0
    """
    a, p, n = (
        as_array(name, value, "B D").astype(float) for name, value in (("a", a), ("p", p), ("n", n))
    )
    if not a.shape == p.shape == n.shape:
        raise ValueError(f"`a` is {a.shape}, `p` {p.shape} and `n` {n.shape} but must be alike")
    near, far = (np.sum((a - other) ** 2, axis=1) for other in (p, n))
    return float(np.mean(np.maximum(near - far + margin, 0)))


def far_frr(scores, same, threshold):
    """Compute the rates of false accepts and false rejects at a threshold.

    Parameters
    ----------
    scores : ndarray, shape (N,)
        One for each pair: the larger, the more alike. From `threshold` up a pair is accepted.
    same : ndarray of bool, shape (N,)
        Whether a pair is of one person.
    threshold : float

    Returns
    -------
    far : float
        False accepts: which share of the pairs of two people is accepted; 0 if there are none.
    frr : float
        False rejects: which share of the pairs of one person is rejected; 0 if there are none.

    Raises
    ------
    ValueError
        When the numbers of scores and answers differ.

    Examples
    --------
    >>> far_frr([0.9, 0.6, 0.5, 0.8, 0.2], [True, True, True, False, False], threshold=0.6)
    (0.5, 0.3333333333333333)
    """
    scores, same = _read_pairs(scores, same)
    accepted = scores >= threshold
    return _share(accepted[~same]), _share(~accepted[same])


def pick_threshold(scores, same):
    """Choose the threshold at which FAR + FRR is smallest.

    Parameters
    ----------
    scores : ndarray, shape (N,)
    same : ndarray of bool, shape (N,)
        Pairs of both kinds.

    Returns
    -------
    float
        The lowest score that does it, as `far_frr` takes it.

    Raises
    ------
    ValueError
        When there are not pairs of both kinds.

    Examples
    --------
    >>> pick_threshold([0.9, 0.6, 0.5, 0.8, 0.2], [True, True, True, False, False])
    0.5
    """
    scores, same = _read_pairs(scores, same)
    if same.all() or not same.any():
        raise ValueError(f"`same` has {same.sum()} of {same.size} pairs True but needs both kinds")
    candidates = np.unique(scores)
    genuine, others = np.sort(scores[same]), np.sort(scores[~same])
    frr = np.searchsorted(genuine, candidates) / len(genuine)  # how many lie below
    far = 1 - np.searchsorted(others, candidates) / len(others)
    return float(candidates[np.argmin(np.round(far + frr, 12))])


def faces_card():
    """Fill in the model card of the two networks of unit 17.

    Returns
    -------
    dict of str to str
    """
    return {
        "data": "Face or not: 150 gray patches of 25x25 from Labeled Faces in the Wild, half of "
        "them faces, 50 others to test. Who is shown is not recorded. Verification: drawn people, "
        "100 to learn from, 40 to choose the threshold, 40 others to test, 15 pictures each.",
        "intended_use": "To learn how face recognition works and is measured. Not for real "
        "people: the second network has never seen one.",
        "figures": "Face or not, 50 held-out patches: 96 to 100 % right, a linear classifier 92 %. "
        "Of 600 windows of photographs without a face two to five in ten are called a face. Two "
        "pictures, unseen people: FAR and FRR below 15 % each, at a threshold from other people.",
        "failures": "Lines of text, wood grain and scaffolding are called faces. People with "
        "glasses are mixed up more often than others, as nobody in the training wore any.",
        "harm": "Who is falsely accepted is suspected of what somebody else did; who is falsely "
        "rejected is locked out. Groups that were missing in the training pay most.",
    }


def _read_pairs(scores, same):
    scores, same = as_array("scores", scores, "N"), as_array("same", same, "N").astype(bool)
    if scores.shape != same.shape:
        raise ValueError(f"`scores` has {scores.size} pairs but `same` has {same.size}")
    return scores, same


def _share(flags):
    return float(np.mean(flags)) if flags.size else 0.0
