"""Unit 16: cases, mistakes, hints and questions of judging a classifier of images."""

import numpy as np

from cnnbasics import layers
from cnnbasics.checking.exercise import READY_MADE, Case, Exercise, Mistake, Question
from cnnbasics.exercises.model_card import model_card

_FORBIDDEN = (*READY_MADE, "sklearn")
_BROKEN = ("ZeroDivisionError", "FloatingPointError")


def _naively(fn):
    """Let a formula divide by zero in peace."""

    def silent(*args, **kwargs):
        with np.errstate(all="ignore"):
            return fn(*args, **kwargs)

    return silent


def _numbers_in(value):
    """Return all numbers in a result of dicts, lists and tuples, as one list of floats."""
    if isinstance(value, dict):
        return [each for part in value.values() for each in _numbers_in(part)]
    if isinstance(value, tuple | list):
        return [each for part in value for each in _numbers_in(part)]
    return np.asarray(value, dtype=float).ravel().tolist()


def _divides_by_zero(lacks, right):
    """Recognize 0 / 0: an error, NaN or infinity, or a warning beside an answer that is right."""

    def shows(case, answer):
        if not lacks(case):
            return False
        if answer.raised:
            return answer.raised.type in _BROKEN
        found = _numbers_in(answer.value)
        if not np.all(np.isfinite(found)):
            return True
        warned = any("encountered in" in words for words in answer.warned)
        wanted = _numbers_in(right(**case.inputs))
        return warned and len(found) == len(wanted) and np.allclose(found, wanted)

    return shows


# per_class_report


def _guesses(rng, n, k, used=None, right=0.5):
    """Make truths and predictions; the first of the classes is called too often."""
    used = np.arange(k) if used is None else np.asarray(used)
    weights = np.arange(1, len(used) + 1) / sum(range(1, len(used) + 1))
    y = rng.choice(used, n, p=weights)
    y[: len(used)] = used[:n]
    p = np.where(rng.random(n) < right, y, rng.choice(used, n, p=weights[::-1]))
    order = rng.permutation(n)
    return y[order], p[order]


def _differs(y, p, k):
    """Tell whether the usual mistakes give something else than the right answer."""
    report = layers.per_class_report(y, p, k)
    precision, recall = report["precision"], report["recall"]
    both = (precision > 0) & (recall > 0)
    return bool(np.any(both & (np.abs(precision - recall) > 0.05)))


def _report_cases(rng, hidden):
    def case(label, n, k, used=None, right=0.5, kind=int):
        for _ in range(200):
            y, p = _guesses(rng, n, k, used, right)
            if _differs(y, p, k):
                break
        return Case(label, y=y.astype(kind), p=p.astype(kind), k=k)

    if not hidden:
        return [
            Case(
                "by hand: ten patches",
                y=np.array([0, 0, 0, 0, 1, 1, 1, 1, 2, 2]),
                p=np.array([0, 0, 0, 1, 1, 1, 2, 2, 2, 2]),
                k=3,
            ),
            case("two classes", 9, 2),
            case("four classes", 16, 4),
            case("twelve examples", 12, 3),
            Case(
                "a class that is never predicted",
                y=np.array([0, 0, 1, 2, 2, 2]),
                p=np.array([0, 2, 2, 2, 0, 2]),
                k=3,
            ),
            Case(
                "a class that never occurs",
                y=np.array([0, 0, 2, 2, 2, 0]),
                p=np.array([0, 1, 2, 2, 2, 2]),
                k=3,
            ),
            Case(
                "the last class is not there at all",
                y=np.array([1, 0, 0, 1, 0]),
                p=np.array([0, 0, 0, 1, 0]),
                k=3,
            ),
            Case(
                "the middle class is not there at all",
                y=np.array([2, 0, 0, 2, 0, 2]),
                p=np.array([2, 0, 2, 2, 0, 2]),
                k=3,
            ),
        ]
    gone = int(rng.integers(5))
    return [
        case("thirty examples", 30, 4),
        case("fifty examples", 50, 5, right=0.7),
        case("ten classes", 80, 10, right=0.8),
        case("two classes", 21, 2),
        case("mostly wrong", 24, 3, right=0.2),
        case("a class that is not there", 30, 5, used=[c for c in range(5) if c != gone]),
        case("the last class is not there", 20, 4, used=[0, 1, 2]),
        case("two classes of six", 18, 6, used=[1, 4]),
        Case(
            "a class that is never predicted",
            y=rng.permutation(np.repeat([0, 1, 2, 3], [3, 5, 4, 6])),
            p=rng.permutation(np.repeat([0, 2, 3], [4, 8, 6])),
            k=4,
        ),
        Case(
            "a class that is only predicted",
            y=rng.permutation(np.repeat([0, 2], [5, 7])),
            p=rng.permutation(np.repeat([0, 1, 2], [6, 2, 4])),
            k=3,
        ),
        Case("all wrong", y=np.array([0, 1, 2, 2, 1]), p=np.array([1, 2, 0, 1, 0]), k=3),
        Case("all right", y=np.array([2, 0, 1, 2]), p=np.array([2, 0, 1, 2]), k=3),
        case("one byte a label", 40, 20, kind=np.uint8),
        case("more than a hundred examples of a class", 400, 2, kind=np.int8),
    ]


def _has_an_empty_place(case):
    return not np.all(layers.confusion_matrix(**case.inputs).diagonal())


def _changed(change):
    """Make a wrong report out of the right one and the confusion matrix."""

    @_naively
    def report(y, p, k):
        table = layers.confusion_matrix(y, p, k)
        return change(layers.per_class_report(y, p, k), table)

    return report


def _f1(precision, recall):
    total = precision + recall
    return np.divide(2 * precision * recall, total, np.zeros(len(total)), where=total > 0)


def _by_column(report, table):
    called = np.maximum(table.sum(axis=0), 1)
    share = table.diagonal() / called
    return report | {"precision": share, "recall": share, "f1": share}


def _by_row(report, table):
    share = report["recall"]
    return report | {"precision": share, "recall": share, "f1": share}


def _exchanged(report, table):
    return report | {"precision": report["recall"], "recall": report["precision"]}


def _arithmetic(report, table):
    return report | {"f1": (report["precision"] + report["recall"]) / 2}


def _unhalved(report, table):
    return report | {"f1": report["f1"] / 2}


def _means(report, table):
    means = {name: float(np.mean(report[name])) for name in ("precision", "recall", "f1")}
    return means | {"support": report["support"]}


def _all_means(report, table):
    return {name: float(np.mean(values)) for name, values in report.items()}


def _means_and_sum(report, table):
    return _means(report, table) | {"support": int(table.sum())}


def _seen_only(which):
    """Leave out the classes without examples, or those that are not there at all."""

    def change(report, table):
        seen = table.sum(axis=1) > 0
        seen = seen | (table.sum(axis=0) > 0) if which == "either" else seen
        return {name: values[seen] for name, values in report.items()}

    return _changed(change)


def _called_as_support(report, table):
    return report | {"support": table.sum(axis=0)}


per_class_report = Exercise(
    answer=layers.per_class_report,
    cases=_report_cases,
    mistakes=(
        Mistake(
            "true-pred-swapped",
            "truth and prediction are exchanged: precision divides by what was *called* a class, "
            "a column, recall by what *is* one, a row, and the support counts what is one",
            lambda y, p, k: layers.per_class_report(p, y, k),
            _changed(_exchanged),
            _changed(_called_as_support),
        ),
        Mistake(
            "normalized-by-column",
            "both shares are of the same whole: recall divides by the row of the class, precision "
            "by its column",
            _changed(_by_column),
            _changed(_by_row),
            _changed(lambda report, table: report | {"recall": report["precision"]}),
            _changed(lambda report, table: report | {"precision": report["recall"]}),
        ),
        Mistake(
            "zero-division",
            "0 is divided by 0: a class that was never called has no precision, one that never "
            "occurs no recall, and where both are 0 there is no mean of them. By contract all "
            "these are 0, without a warning",
            shows=_divides_by_zero(_has_an_empty_place, layers.per_class_report),
        ),
        Mistake(
            "arithmetic-mean",
            "F1 is the ordinary mean: it is the harmonic one, 2 P R / (P + R), which stays near "
            "the smaller of the two",
            _changed(_arithmetic),
            _changed(_unhalved),
            _changed(
                lambda report, table: (
                    report | {"f1": np.sqrt(report["precision"] * report["recall"])}
                )
            ),
        ),
        Mistake(
            "averaged",
            "the classes are averaged: one number *for each class* is asked, as the mean hides "
            "the class that fails",
            _changed(_means),
            _changed(_all_means),
            _changed(_means_and_sum),
        ),
        Mistake(
            "missing-class-dropped",
            "classes that do not occur are left out: each array has k numbers, so that number c "
            "is that of class c",
            _seen_only("truth"),
            _seen_only("either"),
        ),
    ),
    hints=(
        "Take the confusion matrix. What was right of a class stands on the diagonal, what *is* "
        "the class in its row, what was *called* the class in its column.",
        "Four arrays of shape (k,): the diagonal divided by the sums of the columns, the diagonal "
        "divided by the sums of the rows, F1 from these two, and the sums of the rows.",
        "`right / np.maximum(table.sum(axis=0), 1)` is 0 where nothing was called. F1 is also "
        "`2 * right / (called + support)`; there the same `np.maximum` helps.",
    ),
    success="F1 is 2 · right / (called + support): so a class is only as good as the worse of its "
    "two shares. Call everything brick, and brick has recall 1 and an F1 of a half.",
    strict_warnings=True,
    forbidden=_FORBIDDEN,
)

# worst_confusions


def _counts(rng, k, zeros, empty=None, never_right=None):
    """Make a table in which no two shares are equal, nor two counts, but for zeros."""
    off = ~np.eye(k, dtype=bool)
    many = int(off.sum())
    most = 6 * many
    while True:
        table = np.diag(rng.integers(most // 2, 2 * most, k))
        values = rng.permutation(np.arange(1, most + 1))[:many]
        values[:zeros] = 0
        table[off] = rng.permutation(values)
        if empty is not None:
            table[empty] = 0
        if never_right is not None:
            table[never_right, never_right] = 0
        wrong = np.where(off, table, 0)
        if _are_apart(wrong) and all(_are_apart(share) for share in _ways(wrong, table)):
            return table


def _ways(wrong, table):
    """Give the shares of the rows, and those of the columns."""
    yield wrong / np.maximum(table.sum(axis=1, keepdims=True), 1)
    yield wrong / np.maximum(table.sum(axis=0, keepdims=True), 1)


def _are_apart(values):
    """Tell whether no two of those above 0 are equal."""
    some = np.sort(values[values > 0])
    return len(some) < 2 or bool(np.diff(some).min() > 1e-6)


def _confusion_cases(rng, hidden):
    def case(label, k, n, zeros=0, empty=None, never_right=None):
        return Case(label, cm=_counts(rng, k, zeros, empty, never_right), n=n)

    by_hand = np.array([[6, 3, 1], [1, 2, 2], [0, 4, 21]])
    if not hidden:
        return [
            Case("by hand: three classes", cm=by_hand, n=2),
            case("three classes", 3, 3),
            case("four classes", 4, 4),
            case("the worst one only", 3, 1),
            Case("never wrong", cm=np.diag([4, 7, 5]), n=2),
            Case("few confusions", cm=np.array([[5, 0, 3], [0, 9, 0], [0, 2, 8]]), n=4),
            Case("a class without examples", cm=np.array([[7, 2, 1], [0, 0, 0], [3, 5, 4]]), n=3),
            Case(
                "the last class has no examples",
                cm=np.array([[4, 3, 1], [2, 5, 7], [0, 0, 0]]),
                n=2,
            ),
            Case("more wrong than right", cm=np.array([[1, 9, 4], [8, 2, 3], [5, 0, 6]]), n=3),
            Case("equal shares", cm=np.array([[4, 1, 0], [2, 6, 2], [0, 0, 3]]), n=3),
        ]
    order = rng.permutation(4)
    equal = np.array([[6, 2, 2, 0], [3, 10, 1, 1], [0, 5, 15, 5], [1, 0, 1, 8]])
    equal = equal[np.ix_(order, order)] * rng.integers(1, 4, (4, 1))
    rare = np.array([[0, 1, 0], [5, 0, 2], [0, 3, 0]]) + np.diag(rng.integers(4000, 9000, 3))
    byte = _counts(rng, 5, 2)
    while byte.sum(axis=1).max() <= 255:
        byte = _counts(rng, 5, 2)
    return [
        case("three classes", 3, 4),
        case("four classes", 4, 5),
        case("five classes", 5, 3),
        case("six classes, a long list", 6, 20),
        case("ten classes", 10, 8, zeros=70),
        case("the worst one only", 5, 1),
        case("as many as there are", 3, 6),
        case("many zeros", 6, 9, zeros=24),
        case("fewer than asked for", 4, 10, zeros=7),
        case("two classes", 2, 2),
        Case("two classes, one of them always right", cm=np.array([[6, 0], [2, 5]]), n=2),
        Case("never wrong", cm=np.diag(rng.integers(1, 9, 5)), n=3),
        case("the first class has no examples", 4, 5, empty=0),
        case("the last class has no examples", 5, 6, empty=4),
        Case("counts of one byte, and sums of more", cm=byte.astype(np.uint8), n=20),
        case("a small class", 4, 3),
        case("a class that is never right", 4, 6, never_right=1),
        case("a class that is never right", 5, 20, zeros=4, never_right=4),
        Case("equal shares", cm=equal, n=12),
        Case("rare confusions in large classes", cm=rare, n=6),
    ]


def _ranked(scores, n, reported=None, zeros=False):
    """List the n largest scores with their places, as a right answer does."""
    reported = scores if reported is None else reported
    order = np.argsort(-scores, axis=None, kind="stable")[:n]
    places = zip(*np.unravel_index(order, scores.shape), strict=True)
    return [(int(a), int(b), float(reported[a, b])) for a, b in places if zeros or scores[a, b] > 0]


@_naively
def _shares(cm, axis=1):
    return np.nan_to_num(cm / cm.sum(axis=axis, keepdims=True))


def _off(table):
    """Take the diagonal out."""
    return np.where(np.eye(len(table), dtype=bool), 0.0, table)


def _apart(shares):
    """Say nothing where several are equal: which comes first is known to nobody."""
    if not _are_apart(shares):
        raise ValueError
    return shares


def _unless_equal(fn):
    """Say nothing of tables with equal shares, of which a mistake may list any first."""

    def known(cm, n):
        _apart(_off(_shares(cm)))
        return fn(cm, n)

    return known


def _in_order(found, inputs=None):
    """Put equal shares of a list that falls in the order of their classes: any order is right."""
    try:
        shares = [share for _, _, share in found]
        if isinstance(found, list | tuple) and np.all(np.diff(shares) < 1e-9):
            return type(found)(sorted(found, key=lambda one: (-round(one[2], 9), one[0], one[1])))
    except (TypeError, ValueError, IndexError, KeyError):
        pass
    return found


def _everything(cm, n):
    return layers.worst_confusions(cm, cm.size)


def _is_known(found):
    """Say nothing where there is nothing to order."""
    if len(found) < 2:
        raise ValueError
    return found


def _smallest_with_zeros(cm, n):
    """List the smallest of all shares; which zeros come first is known to nobody."""
    off = ~np.eye(len(cm), dtype=bool)
    if np.any(cm[off] == 0):
        raise ValueError
    return _everything(cm, n)[::-1][:n]


worst_confusions = Exercise(
    answer=layers.worst_confusions,
    cases=_confusion_cases,
    mistakes=(
        Mistake(
            "diagonal-included",
            "what is right is listed as well: the diagonal is no confusion",
            _unless_equal(lambda cm, n: _ranked(_shares(cm), n)),
            _unless_equal(lambda cm, n: _ranked(_shares(cm), n, zeros=True)),
        ),
        Mistake(
            "normalized-by-column",
            "a count is divided by the sum of its column: the share is that of the *true* class, "
            "so by the sum of the row",
            _unless_equal(lambda cm, n: _ranked(_off(_shares(cm, axis=0)), n)),
        ),
        Mistake(
            "ascending",
            "the smallest share comes first: `sort` and `argsort` go up",
            _unless_equal(lambda cm, n: _is_known(_everything(cm, n))[::-1][:n]),
            _unless_equal(lambda cm, n: _is_known(layers.worst_confusions(cm, n))[::-1]),
            _unless_equal(_smallest_with_zeros),
        ),
        Mistake(
            "true-pred-swapped",
            "truth and prediction are exchanged: the row of the table is the truth, and stands "
            "first",
            lambda cm, n: [(b, a, share) for a, b, share in layers.worst_confusions(cm, n)],
        ),
        Mistake(
            "zero-division",
            "0 is divided by 0: a class without examples has a row of zeros, and nothing of it was "
            "confused",
            shows=_divides_by_zero(
                lambda case: bool(np.any(case.inputs["cm"].sum(axis=1) == 0)),
                layers.worst_confusions,
            ),
        ),
        Mistake(
            "counts-not-shares",
            "counts are compared: a large class then hides a small one that is always taken for "
            "another. Divide by the sum of the row first",
            _unless_equal(lambda cm, n: _ranked(_off(cm), n)),
            _unless_equal(lambda cm, n: _ranked(_off(cm), n, _shares(cm))),
            _unless_equal(lambda cm, n: _ranked(_off(cm) / cm.sum(), n)),
        ),
        Mistake(
            "share-of-errors",
            "a count is divided by the *errors* of its class: the row is summed up after the "
            "diagonal has been taken out, and must be before",
            lambda cm, n: _ranked(_apart(_shares(_off(cm))), n),
        ),
        Mistake(
            "zeros-listed",
            "pairs are listed that were never confused: the list may be shorter than n",
            shows=lambda case, answer: _lists_zeros(case, answer),
        ),
    ),
    hints=(
        "Divide each row of the table by its sum: what is then large and off the diagonal is a "
        "confusion that takes much of a class.",
        "`cm.sum(axis=1, keepdims=True)` has shape (k, 1), so that (k, k) can be divided by it. "
        "Make the diagonal of the shares 0, sort, and keep at most n triples.",
        "With two loops: `if a != b and cm[a, b] > 0: found.append((a, b, cm[a, b] / "
        "cm[a].sum()))`, then `sorted(found, key=lambda triple: -triple[2])[:n]`.",
    ),
    success="Read it from the other side, too: what fills a *column* is a class that the network "
    "says when it does not know.",
    strict_warnings=True,
    forbidden=_FORBIDDEN,
    observe=_in_order,
)


def _lists_zeros(case, answer):
    """Recognize a right list that goes on with shares of 0."""
    if answer.raised or not isinstance(answer.value, list | tuple):
        return False
    right = _in_order(layers.worst_confusions(**case.inputs))
    first, rest = answer.value[: len(right)], answer.value[len(right) :]
    same = all(np.allclose(a, b) for a, b in zip(first, right, strict=True))
    return bool(same and len(rest) > 0 and all(share == 0 for _, _, share in rest))


# The model card

textures_card = model_card(
    layers.textures_card,
    "A reader who has your card, and not your notebook, can now decide not to use the network. "
    "That is what it is for.",
)

# Questions

predict_random_split = Question(
    id="predict_random_split",
    answer="b",
    says={
        "a": "It rises: shuffled, nearly every test digit has a sibling by the same hand among the "
        "training digits.",
        "b": "Shuffled, nearly every test digit has a sibling by the same hand among the training "
        "digits. The errors fall by half or more, and nothing has been learned.",
        "c": "The digits are the same, but what lies on the other side of the split is not: "
        "siblings by the same hand are now on both sides.",
    },
)

predict_nearest_texture = Question(
    id="predict_nearest_texture",
    answer="b",
    says={
        "a": "Then a stone would have to lie at the same place in two patches. It hardly ever "
        "does.",
        "b": "More than chance, as the bricks' joints are often alike, but far from enough: pixel "
        "by pixel two patches of grass have nothing in common.",
        "c": "It is better than that: some patches do look alike pixel by pixel.",
    },
)

predict_ending = Question(
    id="predict_ending",
    answer="b",
    says={
        "a": "It can learn a weight for each place, but no place of a texture is different from "
        "another: it learns places of these 450 patches.",
        "b": "Grass is grass in every corner of the patch. A mean over the places cannot learn by "
        "heart where a blade was; the list of all places can, and does.",
        "c": "They have the same convolutions, but not the same number of weights behind them: "
        "3,459 against 99.",
    },
)

predict_recall_by_hand = Question(
    id="predict_recall_by_hand",
    answer=0.5,
    says={
        0.5: "Two of four patches of grass were called grass.",
        0.75: "That is the recall of brick: three of four.",
        1: "That is the recall of gravel. For grass look at its row.",
        0.67: "That is the precision of grass: of three patches that were called grass, two are.",
    },
    otherwise="Look at the row of grass: how many patches are grass, and how many of them were "
    "called grass?",
)

predict_worst_pair = Question(
    id="predict_worst_pair",
    answer="c",
    says={
        "a": "Four times is the largest count, but of 25 patches of gravel: 16 percent.",
        "b": "Three of ten are 30 percent.",
        "c": "Two of five are 40 percent. There is little grass, so it does not show in the "
        "counts.",
        "d": "One of ten.",
    },
)

predict_gap_by_hand = Question(
    id="predict_gap_by_hand",
    answer=0.2,
    says={
        0.2: "It is 95 percent sure on average and right three times out of four: 0.95 - 0.75.",
        0.95: "That is how sure it is. How often is it right?",
        0.75: "That is how often it is right. How sure is it?",
    },
    otherwise="Take the mean of the four confidences, and subtract the share that is right.",
)

predict_temperature = Question(
    id="predict_temperature",
    answer="c",
    says={
        "a": "Less sure is not less often right. Halved, the scores keep their order, and the "
        "largest of them is the label.",
        "b": "A wrong label becomes right only if another score becomes the largest. Halved, "
        "they keep their order.",
        "c": "The largest score stays the largest, so not one label changes. Only the confidence "
        "does: it falls.",
        "d": "The labels stay, but the probabilities do not: a softmax of smaller differences is "
        "flatter.",
    },
)

predict_turned = Question(
    id="predict_turned",
    answer="c",
    says={
        "a": "Its long joints stand in the photograph. Turned, they lie.",
        "b": "Among its blades some directions are frequent and others are rare. Turned, it is the "
        "other way round.",
        "c": "Pebbles have no up and no down. The network never had to learn a direction for them.",
        "d": "A kernel that finds lying edges does not find standing ones: turn the picture, and "
        "other kernels answer.",
    },
)

predict_nearer = Question(
    id="predict_nearer",
    answer="d",
    says={
        "a": "It would be right to be less sure. But nothing in its training ever asked it to say "
        "that it does not know.",
        "b": "Look at the picture again: what lies in a patch of twelve pixels is now another "
        "thing, half of a blade or of a pebble.",
        "c": "It does fall, and if only the confidence would fall with it.",
        "d": "It is wrong more often than right, and as sure as ever. A softmax says which of the "
        "three it is, never that it is something else.",
    },
)
