"""The output layer: from logits to probabilities, labels, losses and scores."""

import numpy as np

from cnnbasics.layers.arguments import as_array, as_whole

KINDS = ("multiclass", "binary", "multilabel")
"""How logits can be read."""


def softmax(z, axis=-1):
    """Turn logits into probabilities that sum to 1 along an axis.

    Parameters
    ----------
    z : ndarray of at least one axis
    axis : int
        Along which the classes lie.

    Returns
    -------
    ndarray of float64, the shape of `z`
        Computed without overflow, however large `z` is.

    Raises
    ------
    ValueError
        When `z` has no such axis.

    References
    ----------
    Bridle (1990), Probabilistic interpretation of feedforward classification network outputs, with
    relationships to statistical pattern recognition.

    Examples
    --------
    >>> softmax([[0, np.log(3)], [1000, -1000]])
    array([[0.25, 0.75],
           [1.  , 0.  ]])
    """
    z = as_array("z", z).astype(float)
    if not -z.ndim <= axis < z.ndim:
        raise ValueError(f"`axis` is {axis} but `z` has shape {z.shape}")
    powers = np.exp(z - z.max(axis=axis, keepdims=True))  # no exponent is above 0
    return powers / powers.sum(axis=axis, keepdims=True)


def predict_labels(z, kind):
    """Read labels off logits.

    Parameters
    ----------
    z : ndarray, shape (N, C), or (N,) where `kind` is "binary"
        Logits: no softmax and no sigmoid has been applied.
    kind : str
        "multiclass", one of C classes; "binary", yes or no, of shape (N,) or (N, 1);
        "multilabel", yes or no for each of C columns.

    Returns
    -------
    ndarray of int
        Class numbers of shape (N,); 0 or 1 of shape (N,); 0 or 1 of shape (N, C). Of equal logits
        the first is the largest, and a logit of 0 is no.

    Raises
    ------
    ValueError
        When there is no such kind, or `z` does not go with it.

    Examples
    --------
    >>> z = np.array([[0.5, 2.0, -1.0], [-3.0, -2.0, -1.0]])
    >>> predict_labels(z, "multiclass")
    array([1, 2])
    >>> predict_labels(z, "multilabel")
    array([[1, 1, 0],
           [0, 0, 0]])
    >>> predict_labels(z[:, :1], "binary")
    array([1, 0])
    """
    if kind not in KINDS:
        raise ValueError(f"`kind` is {kind!r} but must be one of {', '.join(map(repr, KINDS))}")
    z = as_array("z", z, *(("N", "N 1") if kind == "binary" else ("N C",)))
    if kind == "multiclass":
        return z.argmax(axis=1)
    if kind == "binary":
        if z.ndim == 2 and z.shape[1] != 1:
            raise ValueError(f"`z` has shape {z.shape} but must be (N,) or (N, 1)")
        z = z.ravel()
    return (z > 0).astype(int)


def _as_labels(name, values, k=None):
    """Return class numbers, shape (N,), each from 0 to below `k`."""
    labels = as_array(name, values, "N")
    if labels.dtype.kind not in "biu":
        raise ValueError(f"`{name}` holds {labels.dtype} but must hold class numbers, as integers")
    labels = labels.astype(np.int64)
    if not labels.size:
        raise ValueError(f"`{name}` has shape {labels.shape} but needs at least 1 label")
    if k is not None and not 0 <= labels.min() <= labels.max() < k:
        beyond = labels.min() if labels.min() < 0 else labels.max()
        raise ValueError(f"`{name}` holds the class {beyond} but there are {k} classes")
    return labels


def _as_pair(y, p, k=None):
    y, p = _as_labels("y", y, k), _as_labels("p", p, k)
    if y.shape != p.shape:
        raise ValueError(f"`y` has {y.size} labels but `p` has {p.size}")
    return y, p


def choose_head(task):
    """Choose how a network ends.

    Parameters
    ----------
    task : dict
        ``classes``, how many there are; ``exclusive``, whether exactly one of them is right;
        ``labels``, "integers" of shape (N,) or "rows" of 0s and 1s, of shape (N, classes).

    Returns
    -------
    (int, str, str)
        Units, activation, and the loss by Keras' name for it.

    Examples
    --------
    >>> choose_head({"classes": 10, "exclusive": True, "labels": "integers"})
    (10, 'softmax', 'sparse_categorical_crossentropy')
    >>> choose_head({"classes": 2, "exclusive": True, "labels": "integers"})
    (1, 'sigmoid', 'binary_crossentropy')
    """
    units, rows = task["classes"], task["labels"] == "rows"
    if not task["exclusive"]:
        return units, "sigmoid", "binary_crossentropy"
    if units == 2 and not rows:
        return 1, "sigmoid", "binary_crossentropy"
    loss = "categorical_crossentropy"
    return units, "softmax", loss if rows else f"sparse_{loss}"


def cross_entropy(z, y):
    """Mean of ``-log p(true class)``, straight from logits.

    Parameters
    ----------
    z : ndarray, shape (N, C)
        Logits.
    y : ndarray of int, shape (N,)
        The true classes, from 0 to C - 1.

    Returns
    -------
    float
        In nats; finite for all finite logits.

    Raises
    ------
    ValueError
        When there is not one label for each row, or no such class.

    Examples
    --------
    >>> round(cross_entropy([[0, np.log(3)], [0, np.log(3)]], [0, 1]), 4)
    0.837
    >>> cross_entropy([[1000.0, -1000.0]], [1])
    2000.0
    """
    z = as_array("z", z, "N C").astype(float)
    y = _as_labels("y", y, z.shape[1])
    if len(z) != len(y):
        raise ValueError(f"`z` has {len(z)} rows but `y` has {len(y)} labels")
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return float(-log_p[np.arange(len(y)), y].mean())


def binary_cross_entropy(z, y):
    """Mean of ``-log p(truth)`` over yes-or-no answers, straight from logits.

    Parameters
    ----------
    z : ndarray of any shape
        Logits.
    y : ndarray, the shape of `z`
        0 or 1, or a probability between them.

    Returns
    -------
    float
        In nats; finite for all finite logits.

    Raises
    ------
    ValueError
        When the shapes differ.

    Examples
    --------
    >>> round(binary_cross_entropy([np.log(3), np.log(3)], [0, 1]), 4)
    0.837
    >>> binary_cross_entropy([-1000.0, 1000.0], [1, 1])
    500.0
    """
    z, y = as_array("z", z).astype(float), as_array("y", y).astype(float)
    if z.shape != y.shape or not z.size:
        raise ValueError(f"`z` has shape {z.shape} but `y` has shape {y.shape}")
    return float(np.mean(np.maximum(z, 0) - y * z + np.log1p(np.exp(-np.abs(z)))))


def confusion_matrix(y, p, k):
    """Count how often each class was taken for each class.

    Parameters
    ----------
    y, p : ndarray of int, shape (N,)
        The truth and the prediction.
    k : int
        How many classes there are; not all of them need occur.

    Returns
    -------
    ndarray of int, shape (k, k)
        Row: truth. Column: prediction.

    Raises
    ------
    ValueError
        When `y` and `p` differ in length, or hold a class that is not there.

    Examples
    --------
    >>> confusion_matrix([0, 0, 0, 1], [0, 2, 2, 1], 3)
    array([[1, 0, 2],
           [0, 1, 0],
           [0, 0, 0]])
    """
    k = as_whole("k", k, 1)
    y, p = _as_pair(y, p, k)
    return np.bincount(y * k + p, minlength=k * k).reshape(k, k)


def accuracy(y, p):
    """Share of predictions that are right.

    Parameters
    ----------
    y, p : ndarray of int, shape (N,)
        The truth and the prediction.

    Returns
    -------
    float
        From 0 to 1.

    Raises
    ------
    ValueError
        When they differ in length.

    Examples
    --------
    >>> accuracy([0, 1, 2, 2], [0, 1, 2, 1])
    0.75
    """
    y, p = _as_pair(y, p)
    return float(np.mean(y == p))


def precision_recall(y, p, k):
    """Macro precision and recall: found for each class, then averaged over all `k` classes.

    Parameters
    ----------
    y, p : ndarray of int, shape (N,)
        The truth and the prediction.
    k : int
        How many classes there are.

    Returns
    -------
    (float, float)
        Precision, of what was called a class the share that is one; recall, of what is a class the
        share that was found. 0 for a class that was never called, or never occurs.

    Raises
    ------
    ValueError
        When `y` and `p` differ in length, or hold a class that is not there.

    Examples
    --------
    >>> precision_recall([0, 0, 0, 1], [0, 1, 1, 1], 2)
    (0.6666666666666666, 0.6666666666666666)
    >>> precision_recall([0, 0, 0, 1], [0, 0, 0, 0], 2)
    (0.375, 0.5)
    """
    table = confusion_matrix(y, p, k)
    right = table.diagonal()
    # Where nothing was called, or nothing occurs, nothing is right: 0 over 1.
    precision = right / np.maximum(table.sum(axis=0), 1)
    recall = right / np.maximum(table.sum(axis=1), 1)
    return float(precision.mean()), float(recall.mean())


def top_k_accuracy(y, z, k):
    """Share of examples whose true class is among the `k` with the largest scores.

    Parameters
    ----------
    y : ndarray of int, shape (N,)
        The truth.
    z : ndarray, shape (N, C)
        Logits, or probabilities: only their order counts.
    k : int
        How many guesses there are. A class is among the first `k` if fewer than `k` classes have a
        larger score, so a tie is decided in favor of the truth, as in TensorFlow.

    Returns
    -------
    float
        From 0 to 1.

    Raises
    ------
    ValueError
        When there is not one label for each row, or no such class.

    Examples
    --------
    >>> z = [[0.2, 0.5, 0.3], [0.6, 0.1, 0.3]]
    >>> top_k_accuracy([2, 1], z, 1), top_k_accuracy([2, 1], z, 2)
    (0.0, 0.5)
    """
    z = as_array("z", z, "N C").astype(float)
    y, k = _as_labels("y", y, z.shape[1]), as_whole("k", k, 1)
    if len(z) != len(y):
        raise ValueError(f"`z` has {len(z)} rows but `y` has {len(y)} labels")
    own = z[np.arange(len(y)), y]
    return float(np.mean((z > own[:, np.newaxis]).sum(axis=1) < k))
