"""Unit 17: cases, mistakes, hints and questions of verification by distances and a threshold."""

import numpy as np

from cnnbasics import layers
from cnnbasics.checking.exercise import (
    READY_MADE,
    Case,
    Crash,
    Exercise,
    Mistake,
    Question,
    Refusal,
    numbers,
)
from cnnbasics.exercises.model_card import model_card

_FORBIDDEN = (*READY_MADE, "scipy.spatial", "sklearn")


def _apart(right, *others):
    """Tell whether a result differs from all others, in shape or clearly in some number."""
    return all(
        np.shape(right) != np.shape(other)
        or np.max(np.abs(np.asarray(right) - other), initial=0) > 0.001
        for other in others
    )


# pairwise_distance


def _distance_cases(rng, hidden):
    def case(label, m, n, d, kind=float):
        return Case(label, a=numbers(rng, m, d).astype(kind), b=numbers(rng, n, d).astype(kind))

    def whole(m, n, d):
        draw = (rng.integers(1, 10, size) * rng.choice([-1, 1], size) for size in ((m, d), (n, d)))
        return Case("whole numbers", **dict(zip("ab", draw, strict=True)))

    def pixels(m, n, d):
        # Far apart in both directions, so that a difference of uint8 wraps around.
        a, b = (rng.integers(0, 2, (k, d)) * 200 + rng.integers(0, 56, (k, d)) for k in (m, n))
        return Case("pixels, uint8", a=a.astype(np.uint8), b=b.astype(np.uint8))

    def equal(m, d):
        # Short, so that a square that is rounded to just above 0 still has a root of nearly 0.
        a = 0.003 * rng.normal(size=(m, d))
        b = np.concatenate([rng.permutation(a), 0.003 * rng.normal(size=(3, d))])
        return Case("many points that are equal", a=a, b=b)

    if not hidden:
        a, b = np.array([[0.0, 0.0], [3.0, 4.0]]), np.array([[3.0, 0.0], [0.0, 4.0], [6.0, 8.0]])
        return [
            Case("by hand", a=a, b=b),
            case("three to two", 3, 2, 4),
            case("as many of each", 3, 3, 2),
            whole(2, 4, 3),
            pixels(2, 3, 4),
            pixels(3, 2, 5),
            equal(30, 7),
            equal(26, 5),
        ]
    return [
        case("four to three", 4, 3, 5),
        case("as many of each", 4, 4, 3),
        case("as many points as numbers in each", 3, 3, 3),
        case("one to many", 1, 5, 4),
        case("many to one", 6, 1, 3),
        case("one number in each", 4, 3, 1),
        case("long vectors", 3, 5, 40),
        whole(5, 3, 2),
        pixels(4, 3, 6),
        pixels(2, 5, 9),
        case("float32", 4, 5, 6, np.float32),
        equal(30, 6),
        equal(28, 9),
    ]


def _differences(a, b):
    """Subtract each row of `b` from each of `a`: (M, N, D), as floats."""
    return a[:, np.newaxis].astype(float) - b


def _wrapped(a, b):
    """Subtract in the type that came in, which says something of whole numbers only."""
    if a.dtype != np.uint8:
        return _differences(a, b)
    return a[:, np.newaxis] - b


def _row_by_row(a, b):
    if len(a) != len(b) and 1 not in (len(a), len(b)):
        raise Crash
    return np.sqrt(np.sum((a.astype(float) - b) ** 2, axis=1))


def _is_nan_only(case, answer):
    """Recognize roots of what was rounded to below 0: all that is a number is right."""
    value, right = np.asarray(answer.value, dtype=float), layers.pairwise_distance(**case.inputs)
    lost = np.isnan(value)
    return (
        value.shape == right.shape
        and lost.any()
        and np.allclose(value[~lost], right[~lost], atol=1e-6)
        and np.allclose(right[lost], 0, atol=1e-9)
    )


pairwise_distance = Exercise(
    answer=layers.pairwise_distance,
    cases=_distance_cases,
    mistakes=(
        Mistake(
            "root-missing",
            "the squares are summed, and the root is not taken",
            lambda a, b: np.sum(_differences(a, b) ** 2, axis=2),
        ),
        Mistake(
            "absolute-values",
            "the sizes of the differences are summed, not their squares: that is the way along "
            "the streets, not the straight one",
            lambda a, b: np.abs(_differences(a, b)).sum(axis=2),
            lambda a, b: np.sqrt(np.abs(_differences(a, b)).sum(axis=2)),
        ),
        Mistake(
            "transposed",
            "rows and columns are swapped: a row of the result belongs to a vector of `a`",
            lambda a, b: layers.pairwise_distance(b, a),
        ),
        Mistake(
            "row-by-row",
            "row i of `a` is compared with row i of `b` only: each is to be compared with each",
            _row_by_row,
        ),
        Mistake(
            "mean-not-sum",
            "the mean of the squares is taken, not their sum: then a distance shrinks with the "
            "length of the vectors",
            lambda a, b: np.sqrt(np.mean(_differences(a, b) ** 2, axis=2)),
        ),
        Mistake(
            "sum-squared",
            "the differences are summed before they are squared, so that they cancel each other",
            lambda a, b: np.abs(_differences(a, b).sum(axis=2)),
        ),
        Mistake(
            "uint8-wraps",
            "pixels are subtracted or squared as uint8, in which 3 - 5 is 254 and 20 * 20 is 144: "
            "make them floats first",
            lambda a, b: np.sqrt(np.sum(_wrapped(a, b) ** 2, axis=2)),
            lambda a, b: np.sqrt(np.sum(_wrapped(a, b).astype(float) ** 2, axis=2)),
        ),
        Mistake(
            "root-below-zero",
            "the root is taken of a number that rounding has brought below 0, which gives NaN: "
            "cut off at 0 before the root",
            shows=_is_nan_only,
        ),
    ),
    hints=(
        "Pythagoras, for each pair: subtract, square, sum over the numbers of a vector, root.",
        "`a[:, np.newaxis]` is (M, 1, D), and minus `b`, which is (N, D), it gives all "
        "differences, (M, N, D). The sum over the last axis leaves (M, N).",
        "`d = a[:, np.newaxis].astype(float) - b`, then `np.sqrt(np.sum(d ** 2, axis=2))`.",
    ),
    success="For many vectors one matrix product does most of it: |a - b|^2 = |a|^2 + |b|^2 - "
    "2 a.b. Of equal vectors rounding may bring that below 0, so it is cut off before the root.",
    forbidden=_FORBIDDEN,
)

# triplet_loss


def _squares(a, b):
    return np.sum((a.astype(float) - b) ** 2, axis=1)


def _triplets(each=None, near=None, far=None, over=np.mean):
    """Make a mistaken loss: `each` takes both distances and the margin, `over` makes one number."""

    def loss(a, p, n, margin):
        close = (near or (lambda a, p, n: _squares(a, p)))(a, p, n)
        distant = (far or (lambda a, p, n: _squares(a, n)))(a, p, n)
        terms = each or (lambda close, distant, m: np.maximum(close - distant + m, 0))
        return over(terms(close, distant, margin))

    return loss


def _root(a, b):
    return np.sqrt(_squares(a, b))


def _over_active(terms):
    return terms.sum() / max(np.count_nonzero(terms), 1)


_NO_MARGIN = (_triplets(lambda near, far, m: np.maximum(near - far, 0)),)
_NO_MAX = (_triplets(lambda near, far, m: near - far + m),)
_TURNED = (
    _triplets(lambda near, far, m: np.maximum(far - near + m, 0)),
    _triplets(lambda near, far, m: np.maximum(far - near - m, 0)),
)
_MAX_AFTER = (_triplets(lambda near, far, m: near - far + m, over=lambda t: max(t.mean(), 0)),)
_NO_SQUARE = (
    _triplets(near=lambda a, p, n: _root(a, p), far=lambda a, p, n: _root(a, n)),
    _triplets(
        near=lambda a, p, n: np.abs(a.astype(float) - p).sum(axis=1),
        far=lambda a, p, n: np.abs(a.astype(float) - n).sum(axis=1),
    ),
)
_SUM = (_triplets(over=np.sum),)
_MARGIN_OFF = (_triplets(lambda near, far, m: np.maximum(near - far - m, 0)),)
_ACTIVE = (_triplets(over=_over_active),)
_OTHER_PAIR = (_triplets(far=lambda a, p, n: _squares(p, n)),)
_NUMBERS_TOO = (
    _triplets(
        near=lambda a, p, n: np.mean((a.astype(float) - p) ** 2, axis=1),
        far=lambda a, p, n: np.mean((a.astype(float) - n) ** 2, axis=1),
    ),
)
_EACH_NUMBER = (
    lambda a, p, n, margin: np.mean(
        np.maximum((a.astype(float) - p) ** 2 - (a.astype(float) - n) ** 2 + margin, 0)
    ),
    lambda a, p, n, margin: np.mean(
        np.sum(np.maximum((a.astype(float) - p) ** 2 - (a.astype(float) - n) ** 2 + margin, 0), 1)
    ),
)
_OVER_BATCH = (
    lambda a, p, n, margin: np.mean(
        np.maximum(np.sum((a - p) ** 2.0 - (a - n) ** 2.0, axis=0) + margin, 0)
    ),
)
_LOSS_MISTAKES = (
    *_NO_MARGIN,
    *_NO_MAX,
    *_TURNED,
    *_MAX_AFTER,
    *_NO_SQUARE,
    *_SUM,
    *_MARGIN_OFF,
    *_ACTIVE,
    *_OTHER_PAIR,
    *_NUMBERS_TOO,
    *_EACH_NUMBER,
    *_OVER_BATCH,
)


def _triplet_cases(rng, hidden):
    def draw(count, length, kind):
        if kind is int:
            return rng.integers(1, 5, (3, count, length)) * rng.choice([-1, 1], (3, count, length))
        # An anchor has a positive and a negative about equally near, so that the margin counts.
        a = numbers(rng, count, length)
        p, n = (a + numbers(rng, count, length) / 2 for _ in range(2))
        return [part.astype(kind) for part in (a, p, n)]

    def case(label, count, length, margin, kind=float):
        for _ in range(500):  # a few tries will do
            a, p, n = draw(count, length, kind)
            inputs = {"a": a, "p": p, "n": n, "margin": margin}
            wrong = [mistaken(**inputs) for mistaken in _LOSS_MISTAKES]
            if _apart(layers.triplet_loss(**inputs), *wrong) and all(
                _apart(one, other) for k, one in enumerate(wrong) for other in wrong[:k]
            ):
                break
        return Case(label, **inputs)

    if not hidden:
        hand = [[0.0, 0.0], [1.0, 1.0]], [[1.0, 0.0], [1.0, 3.0]], [[0.0, 2.0], [2.0, 1.0]]
        a, p, n = map(np.array, hand)
        return [
            Case("by hand", a=a, p=p, n=n, margin=1.0),
            case("four triplets", 4, 3, 0.5),
            case("six triplets", 6, 2, 0.25),
            case("five triplets", 5, 4, 1.5),
        ]
    near, far = numbers(rng, 3, 4), 100 + numbers(rng, 3, 4)
    return [
        case("five triplets", 5, 3, 0.5),
        case("four triplets", 4, 6, 2.0),
        case("seven triplets", 7, 2, 0.25),
        case("many triplets", 12, 5, 1.0),
        case("whole numbers", 6, 3, 2, int),
        case("float32", 5, 4, 0.75, np.float32),
        Case("all far enough", a=near, p=near + 0.5, n=far, margin=0.4),
        Case("all in one point", a=near, p=near.copy(), n=near.copy(), margin=0.75),
        Case("one triplet", a=near[:1], p=near[:1] + 1.0, n=near[:1] - 0.5, margin=0.5),
    ]


triplet_loss = Exercise(
    answer=layers.triplet_loss,
    cases=_triplet_cases,
    mistakes=(
        Mistake(
            "no-margin",
            "the margin is left out: then a network that maps every picture to one point has a "
            "loss of 0",
            *_NO_MARGIN,
        ),
        Mistake(
            "no-max0",
            "a triplet that is in order counts below 0, and pays for others that are not: each is "
            "cut off at 0",
            *_NO_MAX,
        ),
        Mistake(
            "sign-swapped",
            "the signs of the two distances are swapped: it would push one person's pictures apart",
            *_TURNED,
        ),
        Mistake(
            "max-after-mean",
            "the cut at 0 comes after the mean: there, triplets that are in order have already "
            "paid for the others. First cut each, then take the mean",
            *_MAX_AFTER,
        ),
        Mistake(
            "missing-square",
            "the distances are not squared",
            *_NO_SQUARE,
        ),
        Mistake(
            "sum-not-mean",
            "the triplets are summed: their mean does not grow with the batch",
            *_SUM,
        ),
        Mistake(
            "margin-subtracted",
            "the margin is subtracted: it is added, so that a triplet costs something until the "
            "negative is farther away by the margin",
            *_MARGIN_OFF,
        ),
        Mistake(
            "mean-over-active",
            "the mean is taken over the triplets that are not 0: here it is over all of the batch",
            *_ACTIVE,
        ),
        Mistake(
            "positive-to-negative",
            "the negative is compared with the positive: both are compared with the anchor",
            *_OTHER_PAIR,
        ),
        Mistake(
            "mean-over-numbers",
            "the mean of the squares of a vector is taken in place of their sum",
            *_NUMBERS_TOO,
        ),
        Mistake(
            "cut-each-number",
            "each number of a vector is cut off at 0: first sum the squares, then cut",
            *_EACH_NUMBER,
        ),
        Mistake(
            "sum-over-batch",
            "the squares are summed down the batch: the sum goes along the numbers of a vector",
            *_OVER_BATCH,
        ),
    ),
    hints=(
        "For each triplet: how far to the positive, how far to the negative, both squared. It "
        "costs nothing if the second is larger by the margin at least.",
        "`a`, `p` and `n` are (B, D). The sums of squares are (B,), the costs too. Their mean is "
        "one number.",
        "`near = np.sum((a - p) ** 2, axis=1)`, `far` with `n`, then "
        "`np.mean(np.maximum(near - far + margin, 0))`.",
    ),
    success="Where the cost is 0 the gradient is 0, too: such triplets teach nothing. That is why "
    "those who train with this loss search for hard ones.",
    forbidden=_FORBIDDEN,
)

# far_frr


def _part(flags):
    return np.mean(flags) if flags.size else 0.0


def _rates(accept=np.greater_equal, of=None, order=(0, 1)):
    """Make a mistaken `far_frr`; `of` makes the two rates from what is accepted and `same`."""

    def rates(scores, same, threshold):
        if same.all() or not same.any():
            raise ValueError  # what is done where a kind is missing is another mistake
        accepted = accept(scores, threshold)
        found = of(accepted, same) if of else (_part(accepted[~same]), _part(~accepted[same]))
        return tuple(float(found[k]) for k in order)

    return rates


def _over_all(accepted, same):
    return np.mean(accepted & ~same), np.mean(~accepted & same)


def _over_decided(accepted, same):
    return _part(~same[accepted]), _part(same[~accepted])


def _counts(accepted, same):
    return np.sum(accepted & ~same), np.sum(~accepted & same)


def _kinds_mixed(accepted, same):
    return _part(accepted[same]), _part(~accepted[~same])


_RATE_MISTAKES = {
    "far-frr-swapped": (_rates(order=(1, 0)),),
    "threshold-direction": (_rates(np.less_equal), _rates(np.less)),
    "equal-is-rejected": (_rates(np.greater),),
    "divides-by-all": (_rates(of=_over_all),),
    "divides-by-decided": (_rates(of=_over_decided),),
    "counts-not-rates": (_rates(of=_counts),),
    "kinds-mixed-up": (_rates(of=_kinds_mixed),),
}


def _rate_cases(rng, hidden):
    def draw(genuine, others, kind):
        same = rng.permutation(np.arange(genuine + others) < genuine)
        scores = rng.integers(-7, 5, same.size) + 3 * same
        scores = scores if kind is int else (scores / 4 - 1).astype(kind)
        return scores, same, scores[rng.integers(len(scores))].item()

    def case(label, genuine, others, kind=float):
        for _ in range(2000):  # some twenty tries will do
            scores, same, threshold = draw(genuine, others, kind)
            inputs = {"scores": scores, "same": same, "threshold": threshold}
            wrong = [fn(**inputs) for fns in _RATE_MISTAKES.values() for fn in fns]
            if _apart(layers.far_frr(**inputs), *wrong) and all(
                _apart(one, other) for k, one in enumerate(wrong) for other in wrong[:k]
            ):
                break
        return Case(label, **inputs)

    def one_kind(kind, n):
        scores = rng.integers(-4, 5, n) / 4
        label = "only pairs of one person" if kind else "only pairs of two people"
        return Case(label, scores=scores, same=np.full(n, kind), threshold=scores[0].item())

    if not hidden:
        scores, same = np.array([0.9, 0.6, 0.5, 0.8, 0.2]), np.array([True] * 3 + [False] * 2)
        return [
            Case("by hand", scores=scores, same=same, threshold=0.6),
            case("more pairs of two people", 5, 9),
            case("more pairs of one person", 9, 6),
            case("as many of each", 7, 7),
            one_kind(True, 3),
            one_kind(False, 4),
        ]
    low, high = -100.0, 100.0
    scores, same = draw(6, 8, float)[:2]
    return [
        case("few of one person", 6, 15),
        case("few of two people", 14, 7),
        case("as many of each", 8, 8),
        case("many pairs", 20, 60),
        case("whole numbers", 6, 10, int),
        case("float32", 7, 9, np.float32),
        Case("everything is accepted", scores=scores, same=same, threshold=low),
        Case("nothing is accepted", scores=scores, same=same, threshold=high),
        one_kind(True, 4),
        one_kind(False, 3),
    ]


def _breaks_on_one_kind(case, answer):
    """Recognize a rate that is no number where there are no pairs of its kind."""
    same = case.inputs["same"]
    if not (same.all() or not same.any()):
        return False
    if answer.raised:
        return "ArithmeticError" in answer.raised.ancestors or answer.raised.type == "ValueError"
    return bool(np.isnan(np.asarray(answer.value, dtype=float)).any())


far_frr = Exercise(
    answer=layers.far_frr,
    cases=_rate_cases,
    mistakes=(
        Mistake(
            "far-frr-swapped",
            "the two rates are swapped: first the false accepts, then the false rejects",
            *_RATE_MISTAKES["far-frr-swapped"],
        ),
        Mistake(
            "threshold-direction",
            "the wrong side of the threshold is counted: a pair is accepted from the threshold "
            "up, as a larger score means more alike",
            *_RATE_MISTAKES["threshold-direction"],
        ),
        Mistake(
            "equal-is-rejected",
            "a score that equals the threshold is rejected: here it is accepted",
            *_RATE_MISTAKES["equal-is-rejected"],
        ),
        Mistake(
            "divides-by-all",
            "both are divided by the number of all pairs: false accepts can only come from pairs "
            "of two people, so those are what they are divided by, and false rejects by the others",
            *_RATE_MISTAKES["divides-by-all"],
        ),
        Mistake(
            "divides-by-decided",
            "false accepts are divided by what was accepted, false rejects by what was rejected: "
            "that changes with how many pairs of each kind there happen to be",
            *_RATE_MISTAKES["divides-by-decided"],
        ),
        Mistake(
            "counts-not-rates",
            "errors are counted: a rate is their share of the pairs of that kind",
            *_RATE_MISTAKES["counts-not-rates"],
        ),
        Mistake(
            "kinds-mixed-up",
            "`same` is read the wrong way round: False means that the two pictures show two "
            "people, and only there a false accept can happen",
            *_RATE_MISTAKES["kinds-mixed-up"],
        ),
        Mistake(
            "zero-division",
            "it divides by 0 where there are no pairs of one kind: the rate of errors among them "
            "is 0 here",
            shows=_breaks_on_one_kind,
        ),
    ),
    hints=(
        "Two questions to two groups. Of the pairs of two people, how many are accepted? Of the "
        "pairs of one person, how many are not?",
        "`accepted` and `same` are (N,) of True and False. `accepted[~same]` has the decisions "
        "about pairs of two people; its mean is FAR.",
        "`accepted = scores >= threshold`; `far = accepted[~same].mean()` and "
        "`frr = (~accepted[same]).mean()`, each 0 if there is nothing to take a mean of.",
    ),
    success="Neither rate depends on how many pairs of each kind you have. What people meet does: "
    "in a search among a thousand strangers even a FAR of 1 % means ten false alarms.",
    forbidden=_FORBIDDEN,
)

# pick_threshold


def _errors(scores, same):
    """FAR and FRR at each threshold: one for each different score, and one above them all."""
    values = np.unique(scores)
    accepted = np.arange(len(values) + 1) <= np.searchsorted(values, scores)[:, np.newaxis]
    return values, np.mean(accepted[~same], axis=0), np.mean(~accepted[same], axis=0)


def _rule(scores, same, threshold):
    """Find the number of a threshold: those between two neighboring scores decide alike."""
    return int(np.searchsorted(np.unique(scores), threshold))


def _smallest(costs):
    return np.isclose(costs, np.min(costs), rtol=0, atol=1e-9)


def _best(scores, same):
    """Mark the thresholds with the smallest FAR + FRR."""
    _, far, frr = _errors(scores, same)
    return _smallest(far + frr)


def _fewest(scores, same):
    _, far, frr = _errors(scores, same)
    return _smallest(far * np.sum(~same) + frr * np.sum(same))


def _most_equal(scores, same):
    _, far, frr = _errors(scores, same)
    return _smallest(np.abs(far - frr))


def _turned(scores, same):
    """Mark the best thresholds of those who accept what lies below them."""
    values = np.unique(scores)
    below = np.searchsorted(values, scores)[:, np.newaxis] < np.arange(len(values) + 1)
    costs = np.mean(below[~same], axis=0) + np.mean(~below[same], axis=0)
    return _smallest(costs)


def _lowest_without_accepts(scores, same):
    _, far, _ = _errors(scores, same)
    return _smallest(far)


def _highest_without_rejects(scores, same):
    _, _, frr = _errors(scores, same)
    return _smallest(frr)


def _equal_rejected(scores, same):
    """Mark the best thresholds of those who reject a score that equals it."""
    return np.append(_best(scores, same)[1:], False)


_CRITERIA = {
    "fewest": _fewest,
    "equal": _most_equal,
    "far": _lowest_without_accepts,
    "frr": _highest_without_rejects,
    "strict": _equal_rejected,
}


def _least_squares(scores, same):
    _, far, frr = _errors(scores, same)
    return _smallest(far**2 + frr**2)


def _is_no_least_square(scores, same):
    """Tell whether those who square the rates choose another threshold."""
    return not np.any(_best(scores, same) & _least_squares(scores, same))


def _is_apart(scores, same):
    """Tell whether each wrong way to choose leads to a wrong threshold, and to its own."""
    turned = _turned(scores, same)
    turned = turned | np.append(turned[1:], False)  # what equals the threshold may belong to it
    wrong = [marks(scores, same) for marks in _CRITERIA.values()]
    return np.sum([_best(scores, same), *wrong, turned], axis=0).max() == 1


# Pairs from the least to the most alike, in turn of one person and of two people: some of one
# person are hard and lie below all, and one of two people looks most alike.
_OTHERS_MANY = (2, 21, 1, 2, 5, 1)
_OWN_MANY = (8, 12, 4, 2, 36, 2)
_NO_MIDDLE_WAY = (5, 31, 4, 8, 16, 1)  # the sum is smallest where one rate is much the larger


def _threshold_cases(rng, hidden):
    def case(label, runs, times=1, kind=float, scale=0.25, far=0, fits=_is_apart):
        counts = np.array(runs) * times
        same = np.repeat(np.arange(len(counts)) % 2 == 0, counts)
        begins = np.isin(np.arange(same.size), np.cumsum(counts))
        for _ in range(200):  # two or three tries will do
            steps = np.where(begins, rng.integers(1, 4, same.size), rng.integers(0, 4, same.size))
            scores = np.cumsum(steps) - 2 * same.size
            scores[[0, -1]] += [-far, far]
            if fits(scores, same):
                break
        order = rng.permutation(same.size)
        scores = scores if kind is int else (scores * scale).astype(kind)
        return Case(label, scores=scores[order], same=same[order])

    many, few = "more pairs of two people", "more pairs of one person"
    if not hidden:
        scores, same = np.array([0.9, 0.6, 0.5, 0.8, 0.2]), np.array([True] * 3 + [False] * 2)
        return [
            Case("by hand", scores=scores, same=same),
            case(many, _OTHERS_MANY),
            case(few, _OWN_MANY),
            case(many, _OTHERS_MANY, 2),
            case("scores close together", _OTHERS_MANY, scale=2.0**-14),
            case("two scores far from the others", _OWN_MANY, far=10**9),
        ]
    return [
        case(many, _OTHERS_MANY),
        case(few, _OWN_MANY),
        case(many, _OTHERS_MANY, 3),
        case(few, _OWN_MANY, 2),
        case("whole numbers", _OTHERS_MANY, 2, int),
        case("float32", _OWN_MANY, 1, np.float32),
        case("scores close together", _OTHERS_MANY, 2, scale=2.0**-14),
        case("large scores", _OWN_MANY, 2, scale=1024.0),
        case("scores very close together", _OWN_MANY, scale=2.0**-30),
        case("two scores far from the others", _OTHERS_MANY, 2, far=10**9),
        case("two scores far from the others", _OWN_MANY, far=10**9),
        case("hundreds of pairs", _OTHERS_MANY, 15),
        case("hundreds of pairs", _OWN_MANY, 8),
        case("one rate much larger", _NO_MIDDLE_WAY, fits=_is_no_least_square),
        case("one rate much larger", _NO_MIDDLE_WAY, 2, fits=_is_no_least_square),
    ]


def _as_threshold(value):
    """Return a value as a number, or None."""
    array = np.asarray(value)
    if array.size != 1 or array.dtype.kind not in "fiu" or not np.isfinite(array).all():
        return None
    return array.reshape(()).item()


def _refuse_threshold(case, value):
    scores, same = case.inputs["scores"], case.inputs["same"]
    threshold = _as_threshold(value)
    if threshold is None:
        return Refusal(
            "It should be one finite number.", layers.pick_threshold(scores, same), value
        )
    marks = _best(scores, same)
    if marks[_rule(scores, same, threshold)]:
        return None
    values, far, frr = _errors(scores, same)
    place, best = _rule(scores, same, threshold), int(np.argmax(marks))
    why = "Another threshold has a smaller sum of FAR and FRR."
    costs = [float(np.round(far[k] + frr[k], 6)) for k in (best, place)]
    return Refusal(
        why,
        {"threshold": float(values[best]), "far + frr": costs[0]},
        {"threshold": threshold, "far + frr": costs[1]},
    )


def _chosen(marks):
    """Recognize a threshold that is the best in another sense."""

    def shows(case, answer):
        threshold = _as_threshold(answer.value)
        if threshold is None:
            return False
        scores, same = case.inputs["scores"], case.inputs["same"]
        return bool(marks(scores, same)[_rule(scores, same, threshold)])

    return shows


def _chosen_turned(case, answer):
    """Recognize the best threshold of those who accept what lies below it, or from it down."""
    threshold = _as_threshold(answer.value)
    if threshold is None:
        return False
    scores, same = case.inputs["scores"], case.inputs["same"]
    marks, values = _turned(scores, same), np.unique(scores)
    return any(bool(marks[np.searchsorted(values, threshold, side)]) for side in ("left", "right"))


def _costs(scores, same):
    _, far, frr = _errors(scores, same)
    return (far + frr)[:-1]


pick_threshold = Exercise(
    answer=layers.pick_threshold,
    cases=_threshold_cases,
    mistakes=(
        Mistake(
            "threshold-direction",
            "the threshold is the best for those who accept what lies below it: here a larger "
            "score means more alike, and a pair is accepted from the threshold up",
            shows=_chosen_turned,
        ),
        Mistake(
            "equal-is-rejected",
            "the threshold is one score too low: perhaps a score that equals it was rejected where "
            "you tried it, and `far_frr` accepts it",
            shows=_chosen(_equal_rejected),
        ),
        Mistake(
            "fewest-errors",
            "the number of errors is made small, whichever kind they are: then the kind with more "
            "pairs decides. The two *rates* are summed",
            shows=_chosen(_fewest),
        ),
        Mistake(
            "equal-errors",
            "the threshold is the one where FAR and FRR are most alike: their sum can be smaller "
            "elsewhere",
            shows=_chosen(_most_equal),
        ),
        Mistake(
            "one-error-only",
            "only one of the two errors is made small: that is easy, by accepting nobody or all",
            lambda scores, same: scores.max(),
            lambda scores, same: np.unique(scores)[np.argmin(_errors(scores, same)[1][:-1])],
            lambda scores, same: scores[same].min(),
        ),
        Mistake(
            "returns-index",
            "the place of the threshold is returned, not the threshold",
            lambda scores, same: int(np.argmin(_costs(scores, same))),
            lambda scores, same: int(
                np.argmin(_costs(scores, same)[np.searchsorted(np.unique(scores), scores)])
            ),
        ),
        Mistake(
            "returns-error",
            "the smallest sum of the rates is returned, not the threshold that has it",
            lambda scores, same: float(_costs(scores, same).min()),
        ),
        Mistake(
            "between-the-means",
            "it lies halfway between the means of the two kinds: no error was looked at",
            lambda scores, same: (scores[same].mean() + scores[~same].mean()) / 2,
        ),
    ),
    hints=(
        "Only finitely many thresholds differ in what they decide: the scores themselves will do. "
        "Try them all, and keep the best.",
        "`far_frr` gives two rates for one threshold; their sum is what you compare. One float "
        "comes back.",
        "`costs = [sum(far_frr(scores, same, t)) for t in scores]`, then "
        "`float(scores[np.argmin(costs)])`.",
    ),
    success="The smallest sum is one choice among many. A telephone that locks its owner out is a "
    "nuisance; a border gate that lets a stranger through is another matter. Weigh the two errors "
    "before you choose.",
    forbidden=_FORBIDDEN,
    refuses=_refuse_threshold,
)

faces_card = model_card(
    layers.faces_card,
    "A card does not make a network better. It lets the next person decide not to use it. The idea "
    "is of Mitchell and others (2019).",
)

# Questions

predict_linear = Question(
    id="predict_linear",
    answer="c",
    says={
        "a": "Half is what a coin gets. Even the sum of all pixels does better: faces are in the "
        "light, many of the patches are dark corners.",
        "b": "More than that. Most of the patches that are no faces are plain: a ramp, an edge, "
        "a black corner. Hardly anything like them is a face.",
        "c": "46 of 50 or so. The faces stand in the same place, at the same size, upright; one "
        "picture of weights, laid over each, is enough for most. So 90 % proves little here.",
        "d": "Not all of them. But look how near it comes.",
    },
)

predict_triplet = Question(
    id="predict_triplet",
    answer=3,
    says={
        3: "The first costs 1 - 9 + 2 = -6, so 0; the second 4 - 0 + 2 = 6. The mean is 3.",
        0: "The two costs are -6 and 6, and their mean is 0: but the first is cut off at 0 before.",
        6: "That is the sum of the two costs, 0 and 6. The loss is their mean.",
        2: "That is what comes without the squares: 1 - 3 + 2 = 0 and 2 - 0 + 2 = 4, mean 2.",
        -1: "Without squares and without the cut? Square the distances, and cut each cost at 0.",
        1: "Squares first: 1 and 9, 4 and 0.",
    },
    otherwise="Each cost: squared distance to the positive, minus squared distance to the "
    "negative, plus 2; cut off at 0. Then the mean of the two.",
)

predict_new_person = Question(
    id="predict_new_person",
    answer="d",
    says={
        "a": "A softmax sums to 1 over the 100 it knows. It cannot say *none of these*.",
        "b": "That would be the case if it knew what it does not know. A softmax may be quite "
        "sure: it compares the 100 with one another, and with nothing else.",
        "c": "There are 100 outputs, and a 101st is not among them.",
        "d": "It must name one of the 100, whoever stands before it. To let one more person in "
        "you would have to train again.",
    },
)

predict_threshold_up = Question(
    id="predict_threshold_up",
    answer="b",
    says={
        "a": "A higher threshold asks for more likeness. Fewer pairs are accepted, of both kinds.",
        "b": "Fewer pairs are accepted: fewer wrong ones, and fewer right ones. No threshold "
        "makes both errors small; only better scores do.",
        "c": "That would be a better network. A threshold only trades one error for the other.",
        "d": "Each pair is compared with it, so it decides about all of them.",
    },
)

predict_training_people = Question(
    id="predict_training_people",
    answer="a",
    says={
        "a": "The pictures of people it has learned lie closer together than those of new people. "
        "A threshold that fits them asks too much of everybody else.",
        "b": "That would be so if the pictures of new people lay closer together than those it "
        "was trained on.",
        "c": "It was trained on them! Their pictures have been pulled together for hundreds of "
        "steps.",
    },
)

predict_strangers = Question(
    id="predict_strangers",
    answer=50,
    says={
        50: "5 % of 1,000: fifty innocent people, for each search, before anybody has looked for "
        "the right one.",
        1: "At most one of the list can be the right one. The others are compared all the same, "
        "and each of them may be accepted falsely.",
        5: "5 is the percentage. Of 1,000 strangers it is more.",
        0: "Each comparison with a stranger may be accepted falsely, one time in twenty.",
        95: "That is what 100 - 5 is.",
        950: "That many are rejected, rightly. How many are not?",
    },
    otherwise="1,000 comparisons with strangers, and 5 % of them are accepted.",
)

predict_glasses = Question(
    id="predict_glasses",
    answer="b",
    says={
        "a": "If the network looked at what glasses do not hide, yes. But it has learned what to "
        "look at from people without any.",
        "b": "To the network two dark rings are the most striking thing about a face, and it has "
        "never learned that they say nothing about who it is.",
        "c": "It would be, if glasses made everyone look different. They make people look alike.",
    },
)
