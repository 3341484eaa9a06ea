"""Unit 18: cases, mistakes, hints and questions of scores and splits for a rare class."""

import math

import numpy as np

from cnnbasics import layers
from cnnbasics.checking.exercise import (
    READY_MADE,
    Case,
    Exercise,
    Mistake,
    Question,
    Refusal,
    Seeded,
)
from cnnbasics.exercises.model_card import model_card

_FORBIDDEN = (*READY_MADE, "sklearn", "scipy.stats", "scipy.spatial")


def _naively(fn):
    """Let a formula divide by zero in peace."""

    def silent(*args, **kwargs):
        with np.errstate(all="ignore"):
            return fn(*args, **kwargs)

    return silent


def _not_finite(value):
    parts = value if isinstance(value, tuple | list) else [value]
    return not all(np.all(np.isfinite(np.asarray(part, dtype=float))) for part in parts)


def _divides_by_zero(nothing):
    """Recognize 0 over 0, in the cases in which there is ``nothing(case)`` to divide by."""

    def shows(case, answer):
        if not nothing(case):
            return False
        if answer.raised:
            return answer.raised.type in ("ZeroDivisionError", "FloatingPointError")
        return any("encountered in" in words for words in answer.warned) or _not_finite(
            answer.value
        )

    return shows


# sensitivity_specificity


def _labels(rng, n, ill):
    """Draw labels of which so many are ill, in any order."""
    return rng.permutation(np.arange(n) < ill).astype(int)


def _changed(rng, y, misses, alarms):
    """Draw a prediction with so many ill ones missed and so many false alarms."""
    p = y.copy()
    for kind, wrong in ((1, misses), (0, alarms)):
        p[rng.permutation(np.flatnonzero(y == kind))[:wrong]] = 1 - kind
    return p


def _sens_cases(rng, hidden):
    def case(label, n, ill, misses, alarms, change=lambda labels: labels):
        y = _labels(rng, n, ill)
        return Case(label, y=change(y), p=change(_changed(rng, y, misses, alarms)))

    zeros, ones = np.zeros(5, dtype=int), np.ones(4, dtype=int)
    if not hidden:
        y, p = np.array([1, 1, 1, 0, 0, 0, 0, 0]), np.array([1, 0, 1, 0, 0, 1, 0, 0])
        return [
            Case("by hand", y=y, p=p),
            case("one ill of ten", 10, 1, 0, 2),
            case("three ill of twenty", 20, 3, 2, 1),
            Case("always healthy", y=_labels(rng, 12, 3), p=np.zeros(12, dtype=int)),
            Case("always ill", y=_labels(rng, 9, 2), p=np.ones(9, dtype=int)),
            Case("nobody is ill", y=zeros, p=np.array([0, 1, 0, 0, 0])),
            Case("nobody is healthy", y=ones, p=np.array([1, 1, 0, 1])),
        ]
    return [
        case("few are ill", 24, 4, 1, 3),
        case("few are ill", 40, 5, 2, 6),
        case("few are healthy", 15, 11, 3, 1),
        case("half are ill", 16, 8, 2, 3),
        case("all are right", 11, 4, 0, 0),
        case("all are wrong", 13, 5, 5, 8),
        Case("always healthy", y=_labels(rng, 14, 3), p=np.zeros(14, dtype=int)),
        Case("always ill", y=_labels(rng, 17, 4), p=np.ones(17, dtype=int)),
        Case("nobody is ill", y=np.zeros(7, dtype=int), p=_labels(rng, 7, 2)),
        Case("nobody is healthy", y=np.ones(6, dtype=int), p=_labels(rng, 6, 4)),
        Case("nobody is ill or called so", y=zeros, p=zeros.copy()),
        Case("everybody is ill and called so", y=ones, p=ones.copy()),
        case("labels of one byte", 30, 7, 3, 5, lambda labels: labels.astype(np.uint8)),
        case("many, of one byte", 700, 300, 40, 130, lambda labels: labels.astype(np.uint8)),
        Case("one patient", y=np.array([1]), p=np.array([0])),
        case("one is ill", 12, 1, 0, 3),
        case("one is healthy", 9, 8, 2, 0),
    ]


def _counts(y, p):
    """Count the ill that were found and missed, and the healthy that were left alone and not."""
    kinds = ((1, 1), (1, 0), (0, 0), (0, 1))
    return [int(np.sum((y == truth) & (p == said))) for truth, said in kinds]


def _shares(pick):
    """Return two shares, each a count over a sum; 0 where there is nothing to divide by."""

    def shares(y, p):
        pairs = pick(*_counts(y, p))
        return tuple(part / whole if whole else 0.0 for part, whole in pairs)

    return shares


def _nobody(case):
    y = case.inputs["y"]
    return y.min() == y.max()


def _right_share(y, p):
    return float(np.mean(y == p))


_sens = layers.sensitivity_specificity

sensitivity_specificity = Exercise(
    answer=layers.sensitivity_specificity,
    cases=_sens_cases,
    mistakes=(
        Mistake(
            "accuracy-on-imbalance",
            "all scans are thrown into one pot: that is the accuracy, and where few are ill it "
            "hardly notices them. Look at the ill alone, then at the healthy alone",
            lambda y, p: (_right_share(y, p), _right_share(y, p)),
            _right_share,
            lambda y, p: (_sens(y, p)[0], _right_share(y, p)),
            lambda y, p: (_right_share(y, p), _sens(y, p)[1]),
            _shares(
                lambda found, missed, left, alarms: (
                    (found, found + missed + left + alarms),
                    (left, found + missed + left + alarms),
                )
            ),
        ),
        Mistake(
            "sens-spec-swapped",
            "the two are exchanged: sensitivity is about the ill, specificity about the healthy, "
            "and sensitivity comes first",
            lambda y, p: _sens(y, p)[::-1],
        ),
        Mistake(
            "divides-by-called",
            "the share is taken of those *called* ill, or called healthy: a patient who is ill "
            "wants to know how many like her are found, so divide by those who *are*",
            _shares(
                lambda found, missed, left, alarms: (
                    (found, found + alarms),
                    (left, left + missed),
                )
            ),
            _shares(
                lambda found, missed, left, alarms: (
                    (found, found + alarms),
                    (found, found + missed),
                )
            ),
            _shares(
                lambda found, missed, left, alarms: (
                    (found, found + missed),
                    (found, found + alarms),
                )
            ),
            _shares(
                lambda found, missed, left, alarms: (
                    (found, found + missed),
                    (left, left + missed),
                )
            ),
            _shares(
                lambda found, missed, left, alarms: (
                    (found, found + alarms),
                    (left, left + alarms),
                )
            ),
        ),
        Mistake(
            "rates-of-error",
            "the errors are counted: what is asked is the share that is right, of the ill and of "
            "the healthy",
            lambda y, p: _sens(y, 1 - p),
            lambda y, p: (_sens(y, p)[0], _sens(y, 1 - p)[1]),
            lambda y, p: (_sens(y, 1 - p)[0], _sens(y, p)[1]),
        ),
        Mistake(
            "zero-division",
            "0 is divided by 0: where nobody is ill there is no sensitivity, where nobody is "
            "healthy no specificity. By contract they are 0 then",
            shows=_divides_by_zero(_nobody),
        ),
    ),
    hints=(
        "Two questions, and each has its own people: of those who *are* ill, which share is called "
        "ill? Of those who *are* healthy, which share is called healthy?",
        "`y == 1` picks the ill, shape (N,); `p[y == 1]` is what they were called. Its mean is the "
        "sensitivity, unless it is empty.",
        "`found = np.sum((y == 1) & (p == 1))`, divided by `max(np.sum(y == 1), 1)`. The same with "
        "0 for the healthy.",
    ),
    success="Neither depends on how many are ill; what a positive result is worth does, and that "
    "is precision. Both depend on how ill they are: in a screening more are hard to see.",
    strict_warnings=True,
    forbidden=_FORBIDDEN,
)

# roc_auc


def _auc_cases(rng, hidden):
    def case(label, n, ill, levels, change=lambda scores: scores):
        """Draw scores in quarters; fewer levels than scans make ties."""
        y = _labels(rng, n, ill)
        if levels >= n:
            scores = rng.permutation(np.arange(levels))[:n] / 4.0 - 1
        else:
            # An ill and a healthy one share a score, whatever else is drawn.
            scores = rng.integers(0, levels, n) / 4.0
            scores[np.flatnonzero(y == 1)[0]] = scores[np.flatnonzero(y == 0)[0]]
        return Case(label, y=y, scores=change(scores))

    def narrow(scores):
        return scores.astype(np.float32)

    def whole(scores):
        return np.rint(4 * scores).astype(int)

    def close_together(label, n, ill, levels):
        """Draw scores of which nothing is left, and the area is a half, in a coarser type."""
        for _ in range(100):  # one or two tries will do
            made = case(label, n, ill, levels, lambda scores: 1 + scores * 2.0**-30)
            if abs(layers.roc_auc(**made.inputs) - 0.5) > 0.05:
                break
        return made

    def spread(scores):
        return 2.0 ** (4 * scores)

    if not hidden:
        return [
            Case(
                "by hand",
                y=np.array([1, 0, 1, 0, 0]),
                scores=np.array([0.75, 0.5, 0.25, 0.0, -0.5]),
            ),
            Case(
                "by hand, one tie",
                y=np.array([1, 0, 0, 1]),
                scores=np.array([0.75, 0.25, 0.5, 0.5]),
            ),
            Case("all alike", y=np.array([1, 0, 0, 1, 0]), scores=np.full(5, 0.25)),
            case("no ties", 9, 3, 12),
            case("no ties", 14, 4, 20),
            case("ties", 12, 4, 3),
            case("many ties", 16, 5, 2),
            Case("perfect", y=np.array([0, 0, 1, 0, 1]), scores=np.array([-1, 0, 2.0, 0.25, 1])),
            Case("one ill, one healthy", y=np.array([1, 0]), scores=np.array([-1.0, 1.0])),
            close_together("close together", 10, 4, 12),
            case("of very different size", 12, 4, 45, spread),
        ]
    return [
        case("no ties", 20, 6, 30),
        case("no ties, few ill", 40, 3, 60),
        case("no ties, few healthy", 18, 14, 25),
        case("no ties, logits", 25, 10, 50, lambda scores: 3 * scores - 15),
        case("ties", 24, 8, 5),
        case("ties", 30, 9, 8),
        case("many ties", 40, 12, 3),
        case("labels for scores", 25, 6, 2),
        Case("all alike", y=_labels(rng, 9, 3), scores=np.zeros(9)),
        Case("worst of all", y=np.array([1, 1, 0, 0, 0]), scores=np.arange(5.0)),
        case("float32", 22, 7, 40, narrow),
        case("whole numbers", 26, 9, 6, whole),
        case("bytes", 30, 8, 90, lambda scores: (4 * scores + 4).astype(np.uint8)),
        close_together("close together", 24, 8, 40),
        close_together("close together, with ties", 24, 8, 10),
        case("of very different size", 26, 9, 55, spread),
        case("of very different size", 20, 12, 45, spread),
    ]


def _auc_by_pairs(y, scores, tie=0.5, divide=None):
    """Count the pairs that stand right; a tie counts so much."""
    ill, healthy = (scores[y == c].astype(float)[:, np.newaxis] for c in (1, 0))
    apart = ill - healthy.T
    won = np.sum(apart > 0) + tie * np.sum(apart == 0)
    return float(won / (apart.size if divide is None else divide(y)))


def _along(order):
    """Walk down the scores one scan at a time, ties in the order they come: the area of steps."""

    def area(y, scores):
        ranked = y[order(scores.astype(float))]
        ill, healthy = np.cumsum(ranked), np.cumsum(1 - ranked)
        return float(np.sum(ill[ranked == 0]) / (ill[-1] * healthy[-1]))

    return area


def _at_half(cut):
    def share(y, scores):
        return float(np.mean(_sens(y, (scores >= cut(scores)).astype(int))))

    return share


def _one_threshold(measure):
    return lambda y, scores: measure(y, (scores > 0.5).astype(int))


roc_auc = Exercise(
    answer=layers.roc_auc,
    cases=_auc_cases,
    mistakes=(
        Mistake(
            "auc-ignores-ties",
            "a tie does not count a half: it is lost, won, or decided by the order in which the "
            "scans come. A network that gives all the same score must get 0.5",
            lambda y, scores: _auc_by_pairs(y, scores, tie=0),
            lambda y, scores: _auc_by_pairs(y, scores, tie=1),
            _along(lambda scores: np.argsort(-scores, kind="stable")),
            _along(lambda scores: np.argsort(scores, kind="stable")[::-1]),
            _along(lambda scores: np.argsort(-scores)),
            _along(lambda scores: np.argsort(scores)[::-1]),
        ),
        Mistake(
            "upside-down",
            "the pairs are read the wrong way round: count those in which the *ill* one has the "
            "higher score",
            lambda y, scores: 1 - _auc_by_pairs(y, scores),
        ),
        Mistake(
            "wrong-pairs",
            "the count is divided by the wrong number of pairs: each ill one meets each healthy "
            "one, so there are as many as the product of the two numbers",
            lambda y, scores: _auc_by_pairs(y, scores, divide=lambda y: 1),
            lambda y, scores: _auc_by_pairs(y, scores, divide=len),
            lambda y, scores: _auc_by_pairs(y, scores, divide=lambda y: len(y) ** 2),
            lambda y, scores: _auc_by_pairs(y, scores, divide=lambda y: len(y) * (len(y) - 1) / 2),
        ),
        Mistake(
            "one-threshold",
            "the scores are cut at one threshold and counted there: the area is about all "
            "thresholds, and needs none",
            _one_threshold(layers.accuracy),
            _one_threshold(lambda y, p: float(np.mean(_sens(y, p)))),
            _one_threshold(lambda y, p: _sens(y, p)[0]),
            _at_half(np.median),
            _at_half(np.mean),
            _at_half(lambda scores: 0.5),
            _at_half(lambda scores: 0),
        ),
        Mistake(
            "means-compared",
            "the mean scores of the two groups are compared: what counts is the order in each "
            "pair, not by how much the scores differ",
            lambda y, scores: float(scores[y == 1].mean() - scores[y == 0].mean()),
            lambda y, scores: float(np.mean(scores[y == 1] > scores[y == 0].mean())),
        ),
    ),
    hints=(
        "Put each ill scan beside each healthy one. In what share of these pairs does the ill one "
        "have the higher score?",
        "`scores[y == 1]` as a column and `scores[y == 0]` as a row: compared, they give a table "
        "with a cell for each pair.",
        "`higher = ill[:, np.newaxis] > healthy`, `same = ill[:, np.newaxis] == healthy`; then the "
        "mean of `higher + 0.5 * same`.",
    ),
    success="Only the order counted: any network whose scores you squeeze, stretch or shift keeps "
    "its area. So it says nothing on whether a 0.9 means 90 percent.",
    forbidden=_FORBIDDEN,
)

# patient_split


def _split_cases(rng, hidden):
    def case(label, healthy, ill, frac, scans=(3, 6), some=False, one=False):
        """Draw patients with several scans each, in any order and with any names."""
        n = healthy + ill
        names = rng.permutation(np.arange(500, 999))[:n]
        sizes = rng.integers(scans[0], scans[1] + 1, n)
        own = np.repeat(np.arange(n), sizes)
        y = (own < ill).astype(int)
        first = np.cumsum(sizes) - sizes
        if some:  # an ill patient's first scan does not show it
            y[first[:ill]] = 0
        if one:
            y[:] = 0
            y[first[:ill] + rng.integers(1, sizes[:ill])] = 1
        kept = some or one
        order = np.argsort(rng.random(n)[own], kind="stable") if kept else rng.permutation(len(own))
        own, y = own[order], y[order]
        seeded = Seeded(int(rng.integers(1, 10_000)))
        return Case(label, patients=names[own], y=y, frac=frac, rng=seeded)

    def drawn_again(healthy, ill, frac):
        """Three times the same patients, each time with another generator."""
        inputs = case("", healthy, ill, frac).inputs
        seeds = rng.permutation(np.arange(1, 10_000))[:3]
        return [
            Case("the same patients, another `rng`", **inputs | {"rng": Seeded(int(seed))})
            for seed in seeds
        ]

    only_one = "only one scan of an ill patient shows it"
    if not hidden:
        return [
            case("two ill, two healthy", 2, 2, 0.5, (2, 2)),
            case("two ill, six healthy", 6, 2, 0.5, (2, 3)),
            case("one in five is ill", 16, 4, 0.25),
            case("one in four is ill", 30, 10, 0.3),
            case("one in three is ill", 20, 10, 0.4),
            case("some have many more scans", 16, 8, 0.25, (2, 12)),
            case("an ill patient whose first scan shows nothing", 12, 8, 0.5, (3, 5), True),
            case("an ill patient whose first scan shows nothing", 18, 6, 0.5, (3, 5), True),
            case("an ill patient whose first scan shows nothing", 24, 12, 0.25, (2, 4), True),
            case("an ill patient whose first scan shows nothing", 30, 20, 0.4, (2, 3), True),
            case(only_one, 20, 12, 0.5, (3, 5), one=True),
            case(only_one, 24, 16, 0.25, (3, 4), one=True),
            case(only_one, 30, 20, 0.4, (3, 5), one=True),
            *drawn_again(30, 20, 0.4),
        ]
    return [
        case("one in five is ill", 24, 6, 1 / 3),
        case("one in five is ill", 40, 10, 0.3),
        case("one in four is ill", 45, 15, 0.2),
        case("one in ten is ill", 36, 4, 0.25),
        case("one in three is ill", 24, 12, 0.25),
        case("half are ill", 20, 20, 0.4),
        case("some have many more scans", 30, 12, 0.5, (2, 14)),
        case("a share that does not come out even", 17, 7, 0.25),
        case("two or three scans each", 40, 20, 0.2, (2, 3)),
        case("an ill patient whose first scan shows nothing", 20, 12, 0.25, (2, 5), True),
        case("an ill patient whose first scan shows nothing", 30, 16, 0.5, (3, 6), True),
        case("an ill patient whose first scan shows nothing", 15, 10, 0.4, (2, 4), True),
        case("an ill patient whose first scan shows nothing", 30, 30, 0.3, (2, 4), True),
        case("an ill patient whose first scan shows nothing", 25, 20, 0.4, (2, 3), True),
        case("an ill patient whose first scan shows nothing", 30, 20, 0.5, (2, 4), True),
        case("an ill patient whose first scan shows nothing", 40, 24, 0.25, (2, 3), True),
        case(only_one, 30, 20, 0.4, (3, 5), one=True),
        case(only_one, 30, 30, 0.3, (3, 4), one=True),
        case(only_one, 25, 20, 0.5, (3, 6), one=True),
        case(only_one, 40, 30, 0.4, (3, 5), one=True),
        case(only_one, 30, 24, 0.5, (3, 4), one=True),
        case(only_one, 24, 24, 0.25, (3, 6), one=True),
        *drawn_again(24, 18, 0.5),
    ]


_BEFORE: dict[bytes, dict[int, bytes]] = {}
"""By the patients of a case and the seed of its generator, which scans were held out last."""


def _split_as_data(result, inputs):
    """Say which numbers came, whether the generator was used, and whether it made a difference."""
    rng = inputs["rng"]
    drawn = rng.bit_generator.state != np.random.default_rng(rng.seed).bit_generator.state
    used = drawn or rng.bit_generator.seed_seq.n_children_spawned > 0
    return {"parts": result, "used": bool(used), "again": _came_before(result, inputs)}


def _came_before(result, inputs):
    """Tell whether another generator held out the same scans of the same patients."""
    try:
        held = np.sort(np.asarray(result[1], dtype=np.int64)).tobytes()
    except (TypeError, ValueError, IndexError, KeyError, OverflowError):
        return False
    of = np.concatenate([inputs["patients"], inputs["y"]]).tobytes()
    before = _BEFORE.setdefault(of, {})
    seed = inputs["rng"].seed
    before[seed] = held
    return any(other == held for key, other in before.items() if key != seed)


def _is_numbers(part):
    whole = isinstance(part, np.ndarray) and part.ndim == 1
    return whole and (part.dtype.kind in "iu" or part.size == 0)


def _wrong_in_split(case, value):
    """Return the mistake in a split, and why it is one; None if there is none."""
    patients, y, frac = (case.inputs[name] for name in ("patients", "y", "frac"))
    n, names = len(y), np.unique(patients)
    parts = value.get("parts") if isinstance(value, dict) else None
    pair = isinstance(parts, tuple | list) and len(parts) == 2
    parts = [np.asarray(part) if isinstance(part, list) else part for part in parts] if pair else []
    if not (pair and all(map(_is_numbers, parts))):
        return (
            "",
            "It should return two arrays of whole numbers: of scans to train on, then of "
            "those held out.",
        )
    train, held = (part.astype(np.int64) for part in parts)
    both = np.concatenate([train, held])
    if both.size == names.size and np.array_equal(np.sort(both), names):
        return "patients-not-scans", "It returns the names of patients, and not numbers of scans."
    if both.size and not 0 <= both.min() <= both.max() < n:
        return (
            "",
            f"Scans have the numbers 0 to {n - 1}, and it returns {both.min()} to {both.max()}.",
        )
    if both.size != n or len(set(both.tolist())) != n:
        return (
            "",
            f"Each of the {n} scans should be in one of the two parts, once; yours hold "
            f"{both.size} numbers, {len(set(both.tolist()))} of them different.",
        )
    torn = np.intersect1d(patients[train], patients[held]).size
    if torn:
        return "image-level-split", f"{torn} of {names.size} patients are in both parts."
    ill = np.array([y[patients == name].max() for name in names])
    is_held = np.isin(names, patients[held])
    for kind, word in ((1, "ill"), (0, "healthy")):
        of = int(np.sum(ill == kind))
        found = int(np.sum(is_held[ill == kind]))
        if abs(found - frac * of) < 1 - 1e-9:
            continue
        why = f"Of {of} {word} patients {found} are held out: a share of {frac:.3g} is asked for."
        others = [np.sum(~is_held[ill == k]) - frac * np.sum(ill == k) for k in (0, 1)]
        if all(abs(off) < 1 - 1e-9 for off in others):
            return "parts-swapped", why
        off = is_held.sum() - frac * names.size  # over all patients, ill or not
        return "ill-not-shared-out" if abs(off) < 2 else "", why
    if value.get("used") is not True:
        return (
            "not-from-rng",
            "It does not draw from `rng`: nobody can repeat the split, or draw another.",
        )
    if value.get("again") is True:
        return "not-from-rng", "Another `rng` held out the very same patients: it decides nothing."
    for kind, word in ((1, "ill"), (0, "healthy")):
        chosen = is_held[ill == kind]
        steps = np.diff(chosen.astype(int))  # one step only: the first names, or the last
        if math.comb(chosen.size, int(chosen.sum())) > 10**6 and np.count_nonzero(steps) == 1:
            return "not-from-rng", f"The {word} patients are held out in the order of their names."
        turns = np.count_nonzero(np.diff(chosen.astype(int), append=int(chosen[0])))
        if math.comb(chosen.size, int(chosen.sum())) > 10**8 and turns == 2:
            return "", f"The {word} patients that are held out are neighbors by name."
    return None


def _found(name):
    def shows(case, answer):
        if answer.raised:
            return False
        found = _wrong_in_split(case, answer.value)
        return found is not None and found[0] == name

    return shows


def _split_refuses(case, value):
    found = _wrong_in_split(case, value)
    return Refusal(found[1]) if found else None


patient_split = Exercise(
    answer=layers.patient_split,
    cases=_split_cases,
    mistakes=(
        Mistake(
            "image-level-split",
            "scans are split and not patients: the network is tested on other scans of patients "
            "that it has learned by heart",
            shows=_found("image-level-split"),
        ),
        Mistake(
            "ill-not-shared-out",
            "the share is not taken of the ill patients and of the healthy ones: where few are "
            "ill, all of them may fall on one side",
            shows=_found("ill-not-shared-out"),
        ),
        Mistake(
            "patients-not-scans",
            "you return which patients are where: what is asked are the numbers of their scans, "
            "the places in `patients`",
            shows=_found("patients-not-scans"),
        ),
        Mistake(
            "parts-swapped",
            "the share is kept for training and the rest is held out",
            shows=_found("parts-swapped"),
        ),
        Mistake(
            "not-from-rng",
            "chance does not come from `rng`, or there is none",
            shows=_found("not-from-rng"),
        ),
    ),
    hints=(
        "Make a list of patients first, and say of each whether any of the scans shows illness. "
        "Draw from the ill ones and from the healthy ones. Only then look for their scans.",
        "`np.unique(patients)` has one entry a patient. The two results together hold N numbers, "
        "those of the scans.",
        "`ill = np.unique(patients[y == 1])`, `healthy = np.setdiff1d(patients, ill)`. Of each, "
        "`rng.permutation(names)[: round(frac * len(names))]`. `np.isin(patients, chosen)` says "
        "which scans are held out.",
    ),
    success="The same rule holds wherever examples hang together: clips of one video, photographs "
    "of one day, sentences of one author, hospitals with one scanner.",
    forbidden=_FORBIDDEN,
    observe=_split_as_data,
    refuses=_split_refuses,
)

# class_weights


def _weight_cases(rng, hidden):
    def case(label, *counts, names=None, kind=int):
        names = range(len(counts)) if names is None else names
        return Case(label, y=rng.permutation(np.repeat(names, counts)).astype(kind))

    if not hidden:
        return [
            Case("by hand", y=np.array([0, 0, 0, 1])),
            case("two classes", 9, 3),
            case("the ill are more", 4, 12),
            case("as many of each", 5, 5),
            case("three classes", 10, 4, 2),
            case("four classes", 3, 9, 6, 12),
            case("classes 0, 2 and 5", 6, 2, 4, names=(0, 2, 5)),
            case("classes 1 and 2", 8, 4, names=(1, 2)),
        ]
    return [
        case("few are ill", 45, 5),
        case("few are ill", 30, 7),
        case("few are healthy", 6, 33),
        case("as many of each", 8, 8),
        case("three classes", 20, 12, 4),
        case("five classes", 8, 3, 14, 5, 20),
        case("classes 1 and 2", 15, 6, names=(1, 2)),
        case("classes 0, 3 and 4", 9, 18, 4, names=(0, 3, 4)),
        case("one class", 7),
        case("labels of one byte", 40, 9, kind=np.uint8),
        case("many, of one byte", 500, 300, kind=np.uint8),
    ]


def _weights_as_data(result, inputs):
    """Read keys as whole numbers, whether they are Python's or NumPy's."""
    if not isinstance(result, dict):
        return result
    return {
        str(int(key)) if isinstance(key, int | np.integer) else repr(key): weight
        for key, weight in result.items()
    }


def _weighted(weight, known=True):
    """Weigh each class by ``weight(n, total, K, counts)``."""

    def weights(y):
        classes, counts = np.unique(y, return_counts=True)
        total, k = int(counts.sum()), len(classes) if known else int(y.max()) + 1
        return {
            int(c): float(weight(n, total, k, counts))
            for c, n in zip(classes, counts.astype(float), strict=True)
        }

    return weights


def _of_another(y):
    """Give each class the weight of the next one: two are exchanged."""
    weights = layers.class_weights(y)
    return dict(zip(weights, [*weights.values()][::-1], strict=True))


class_weights = Exercise(
    answer=layers.class_weights,
    cases=_weight_cases,
    mistakes=(
        Mistake(
            "weights-inverted",
            "the frequent class gets the larger weight: the rarer a class, the more each of its "
            "examples has to count",
            _weighted(lambda n, total, k, counts: n / total),
            _weighted(lambda n, total, k, counts: k * n / total),
            _weighted(lambda n, total, k, counts: n),
            _weighted(lambda n, total, k, counts: n / counts.max()),
            _of_another,
        ),
        Mistake(
            "classes-not-counted",
            "the number of classes is left out: then the weights of all examples sum to K times "
            "N, and the steps of the training become K times as large",
            _weighted(lambda n, total, k, counts: total / n),
        ),
        Mistake(
            "largest-is-one",
            "the weights have the right ratio and another scale: here those of all examples are "
            "to sum to N, so that the loss keeps its size",
            _weighted(lambda n, total, k, counts: counts.max() / n),
            _weighted(lambda n, total, k, counts: counts.min() / n),
            _weighted(lambda n, total, k, counts: 1 / n),
            _weighted(lambda n, total, k, counts: 1 / n / np.sum(1 / counts)),
            _weighted(lambda n, total, k, counts: k / n / np.sum(1 / counts)),
        ),
        Mistake(
            "share-left-over",
            "a class gets the share of all the others, 1 - n / N: that is larger for a rare class, "
            "and far too small to make up for it",
            _weighted(lambda n, total, k, counts: 1 - n / total),
            _weighted(lambda n, total, k, counts: k * (1 - n / total)),
        ),
        Mistake(
            "absent-classes",
            "classes that do not occur are counted, too: K is how many do",
            _weighted(lambda n, total, k, counts: total / (k * n), known=False),
        ),
    ),
    hints=(
        "Each class shall weigh as much as any other: N / K in all, shared out among its examples.",
        "`np.unique(y, return_counts=True)` gives the classes that occur and how often. One weight "
        "for each goes into the dict.",
        "`{int(c): len(y) / (len(classes) * n) for c, n in zip(classes, counts)}`.",
    ),
    success="A weight does not add what a network has not seen: 3 ill patients counted ten times "
    "are still 3 patients.",
    forbidden=_FORBIDDEN,
    observe=_weights_as_data,
)

# dice


def _dice_cases(rng, hidden):
    def masks(shape, first, second, shared):
        """Draw two masks with so many pixels, so many of them in both."""
        order = rng.permutation(int(np.prod(shape)))
        a, b = np.zeros(order.size, dtype=bool), np.zeros(order.size, dtype=bool)
        a[order[:first]] = True
        b[order[first - shared : first - shared + second]] = True
        return a.reshape(shape), b.reshape(shape)

    def case(label, shape, first, second, shared, kinds=(bool, bool)):
        a, b = masks(shape, first, second, shared)
        return Case(label, a=a.astype(kinds[0]), b=b.astype(kinds[1]))

    if not hidden:
        a = np.array([[0, 1, 1, 0], [0, 1, 1, 0], [0, 0, 0, 0]], dtype=bool)
        b = np.array([[0, 0, 1, 1], [0, 0, 1, 1], [0, 0, 1, 1]], dtype=bool)
        return [
            Case("by hand", a=a, b=b),
            Case("both are empty", a=np.zeros((2, 3), dtype=bool), b=np.zeros((2, 3), dtype=bool)),
            Case("both are empty", a=np.zeros((3, 2), dtype=int), b=np.zeros((3, 2), dtype=int)),
            case("one is empty", (3, 4), 0, 5, 0),
            case("they share nothing", (4, 3), 3, 5, 0),
            case("they are equal", (3, 5), 6, 6, 6),
            case("one lies in the other", (5, 4), 9, 4, 4),
            case("0 and 1", (4, 6), 8, 11, 5, (int, int)),
            case("one bool, one of 0 and 1", (5, 6), 7, 9, 3, (bool, np.uint8)),
        ]
    return [
        case("two masks", (6, 5), 10, 7, 4),
        case("two masks", (5, 9), 20, 15, 9),
        case("small in large", (8, 7), 40, 3, 3),
        case("they hardly touch", (7, 6), 12, 13, 1),
        case("they share nothing", (5, 5), 4, 9, 0),
        case("one is empty", (4, 7), 6, 0, 0),
        case("they are equal", (6, 4), 5, 5, 5),
        case("both are full", (3, 4), 12, 12, 12),
        Case("both are empty", a=np.zeros((4, 5), dtype=bool), b=np.zeros((4, 5), dtype=bool)),
        Case("both are empty", a=np.zeros((5, 2), dtype=np.uint8), b=np.zeros((5, 2), dtype=bool)),
        case("0 and 1", (7, 8), 20, 14, 8, (int, int)),
        case("0 and 1 of one byte", (30, 40), 500, 400, 300, (np.uint8, np.uint8)),
        case("several masks at once", (3, 4, 5), 22, 17, 9),
        case("a single row", (12,), 5, 6, 2, (int, bool)),
    ]


def _of_masks(score):
    """Score two masks by what they share, what each holds, and how many pixels there are."""

    @_naively
    def scored(a, b):
        a, b = a.astype(bool), b.astype(bool)
        sizes = (np.sum(a & b), np.sum(a), np.sum(b), a.size)
        if not (sizes[1] or sizes[2]):
            return 1.0
        return float(score(*(float(size) for size in sizes)))

    return scored


def _iou(empty):
    def iou(a, b):
        a, b = a.astype(bool), b.astype(bool)
        union = np.sum(a | b)
        return float(np.sum(a & b) / union) if union else empty

    return iou


def _both_empty(case):
    return not (np.any(case.inputs["a"]) or np.any(case.inputs["b"]))


def _empty_is_wrong(case, answer):
    """Recognize 0 over 0, and a Dice of 0 for two masks that are equal because both are empty."""
    if not _both_empty(case):
        return False
    if answer.raised:
        return answer.raised.type in ("ZeroDivisionError", "FloatingPointError")
    value = np.asarray(answer.value, dtype=float)
    return value.size == 1 and bool(np.isnan(value).all() or np.all(value == 0))


dice = Exercise(
    answer=layers.dice,
    cases=_dice_cases,
    mistakes=(
        Mistake(
            "dice-is-iou",
            "what both share is divided by what at least one holds: that is the IoU, also called "
            "Jaccard index. Dice is twice the share over the sum of both sizes",
            _iou(1.0),
        ),
        Mistake(
            "dice-nan",
            "two empty masks are not taken for equal: 0 is divided by 0, or the result is 0. "
            "Nothing was there and nothing was marked, and that is right: 1",
            shows=_empty_is_wrong,
        ),
        Mistake(
            "two-is-missing",
            "the 2 is missing: two equal masks would get a half",
            _of_masks(lambda shared, a, b, n: shared / (a + b)),
        ),
        Mistake(
            "pixel-accuracy",
            "pixels that are in neither mask count as right: in a picture that is nearly all "
            "background, an empty mask would be nearly perfect",
            lambda a, b: float(np.mean(a.astype(bool) == b.astype(bool))),
        ),
        Mistake(
            "over-one-mask",
            "what both share is divided by the size of one mask only: then a mask of everything, "
            "or of a single pixel, would be perfect",
            _of_masks(lambda shared, a, b, n: shared / a),
            _of_masks(lambda shared, a, b, n: shared / b),
            _of_masks(lambda shared, a, b, n: shared / max(a, b)),
            _of_masks(lambda shared, a, b, n: shared / min(a, b)),
            _of_masks(lambda shared, a, b, n: 2 * shared / n),
        ),
    ),
    hints=(
        "Count three things: the pixels of one mask, those of the other, and those that are in "
        "both.",
        "Both masks have one shape, any; the result is one number. Where both are empty, it is 1.",
        "`shared = np.sum((a == 1) & (b == 1))`; `2 * shared / (np.sum(a == 1) + np.sum(b == 1))`, "
        "unless the sum is 0.",
    ),
    success="Dice is the F1 score of pixels: precision and recall in one number. A small lesion "
    "loses a lot by one pixel, a large one hardly anything.",
    strict_warnings=True,
    forbidden=_FORBIDDEN,
)

# The card

scans_card = model_card(
    layers.scans_card,
    "A card like this goes with the network wherever it goes. In the European Union the AI Act "
    "(2024) asks for instructions for use with each system of high risk: what it is for, how well "
    "it does, where it fails.",
)

# Questions

predict_always_healthy = Question(
    "predict_always_healthy",
    answer="c",
    says={
        "a": "It finds nobody who is ill, that is true. But accuracy counts all scans.",
        "b": "That would be a coin. It says the same of everybody, and most are healthy.",
        "c": "75 of 100 patients are healthy, and it says so of all. It is right three times out "
        "of four, and of no use to anybody.",
        "d": "It is wrong about each of the 25 who are ill.",
    },
)

predict_positive = Question(
    "predict_positive",
    answer="c",
    says={
        "a": "Nine in ten of the ill are called ill. Turn it round: of those called ill, how many "
        "are ill?",
        "b": "That would be so if as many healthy people as ill ones were called ill. There are a "
        "hundred times as many healthy ones.",
        "c": "9 of the 10 who are ill, and a tenth of the 990 who are not: 99. So 9 of 108, one in "
        "twelve. The rarer the illness, the less a positive result says.",
        "d": "That is how many are ill before anybody is tested. A positive result does say "
        "something: one in twelve is more.",
    },
)

predict_unweighted = Question(
    "predict_unweighted",
    answer="b",
    says={
        "a": "There is a lesion in each scan of the ill, and nothing else tells them. But the loss "
        "has to be worth the trouble first.",
        "b": "Saying healthy is right three times out of four, and learned in a few steps: lower "
        "all scores. After that all scores are much alike, and little is left to learn from.",
        "c": "That would be wrong three times out of four: the loss drives it the other way.",
    },
)

predict_auc = Question(
    "predict_auc",
    answer=0.875,
    says={
        0.875: "Four pairs. 0.75 is above both healthy ones, 0.5 is above 0.25 and ties with 0.5: "
        "2 + 1 + 0.5 = 3.5 of 4.",
        0.75: "The tie counts a half: 3.5 of 4, not 3.",
        1: "0.5 is not above 0.5: the tie counts a half.",
        3.5: "That is how many pairs stand right. The share of them is asked.",
        0.5: "Count pairs: 2 ill times 2 healthy make 4.",
        0.125: "That is the share that stands wrong.",
    },
    otherwise="Make all four pairs of an ill and a healthy one. A pair counts 1 if the ill one has "
    "the higher score, a half if they are equal.",
)

predict_new_patients = Question(
    "predict_new_patients",
    answer="b",
    says={
        "a": "They were never tested on a patient they had not seen. Wait for it.",
        "b": "The flat network has a weight of its own for each place, enough to learn 60 "
        "backgrounds by heart, and who is ill. The map network looks for the same small thing "
        "everywhere; a background does not fit into that.",
        "c": "The lesion is there in new patients, too, and it looks the same. Who has learned "
        "lesions goes on finding them.",
        "d": "The map network knows no place, so it has to find the lesion to be right at all.",
    },
)

predict_dice = Question(
    "predict_dice",
    answer=0.4,
    says={
        0.4: "They share 2 pixels and hold 4 and 6: 2 · 2 / (4 + 6).",
        0.25: "That is the IoU: 2 shared over 8 in at least one of them.",
        0.2: "The 2 is missing: twice what they share.",
        0.5: "That is what they share, over the lesion alone: then a mask of everything would be "
        "perfect. Dice looks at both sizes: 2 · 2 / (4 + 6).",
    },
    otherwise="Count the ones in each mask, and the places where both have a one.",
)

predict_slide = Question(
    "predict_slide",
    answer="b",
    says={
        "a": "It cannot know what it does not know. It was never shown a picture in which a small "
        "bright spot meant nothing.",
        "b": "A nucleus is a small spot on a smoother ground, and that is all that a lesion ever "
        "was to this network.",
        "c": "The glands are large, and it looks at windows of seven pixels: to it they are "
        "ground.",
    },
)
