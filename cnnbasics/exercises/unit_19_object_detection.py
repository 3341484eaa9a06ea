"""Unit 19: cases, mistakes, hints and questions of boxes, and of what they are worth."""

import functools
import operator

import numpy as np

from cnnbasics import layers
from cnnbasics.checking.exercise import Case, Exercise, Mistake, Question
from cnnbasics.exercises.model_card import model_card

_FORBIDDEN = ("cnnbasics.layers.detection", "tensorflow", "keras", "torch", "sklearn")


def _telling(make, right, mistaken):
    """Make inputs until they tell the right answer from each mistaken one."""
    for _ in range(2000):
        inputs = make()
        if inputs is None:
            continue
        wanted = np.asarray(right(**inputs))
        if all(_is_other(wanted, fn, inputs) for fn in mistaken):
            return inputs
    raise RuntimeError("no inputs were found that tell all mistakes from the right answer")


def _is_other(wanted, fn, inputs):
    with np.errstate(all="ignore"):
        found = np.asarray(fn(**inputs), dtype=float)
    return found.shape != wanted.shape or bool(np.abs(found - wanted).max(initial=0) > 1e-5)


def _box(rng, low=0, high=40, least=4):
    """Draw a box whose corners are quarters from `low` / 4 to `high` / 4."""
    sides = [_ends(rng, low, high, least) for _ in range(2)]
    return np.array([sides[0][0], sides[1][0], sides[0][1], sides[1][1]]) / 4


def _ends(rng, low, high, least):
    length = int(rng.integers(least, max(least + 1, (high - low) // 2)))
    start = int(rng.integers(low, high - length + 1))
    return start, start + length


# iou


def _pair(rng, where, low=0):
    """Draw two boxes: overlapping, crossing, one inside the other, or apart; b is where it says."""

    def make():
        a, b = _box(rng, low, low + 48), _box(rng, low, low + 48)
        sides = np.minimum(a[2:], b[2:]) - np.maximum(a[:2], b[:2])
        if where == "inside":
            b = np.array([a[0] + 0.5, a[1] + 0.25, a[2] - 0.25, a[3] - 0.25])
            return {"a": a, "b": b} if (b[:2] < b[2:]).all() else None
        if where == "crossing":  # no corner of either lies in the other
            b = a + np.array([0.75, -1.25, -0.5, 0.5])
            return {"a": a, "b": b} if (b[:2] < b[2:]).all() else None
        if where in ("right", "left") and (a[0] < b[0]) != (where == "right"):
            return None
        if where in ("below", "above") and (a[1] < b[1]) != (where == "below"):
            return None
        apart = {"over": (), "corner": (0, 1)}.get(where, (int(where in ("below", "above")),))
        signs = np.array([-1 if axis in apart else 1 for axis in range(2)])
        return {"a": a, "b": b} if (sides * signs >= 0.5).all() else None

    tells = {
        "over": (_xywh, _area_as_xywh, _dice, _smaller, _larger, _first, _hull, *_PIXELS),
        "inside": (_xywh, _dice, _hull if low else _smaller),
        "crossing": (_dice, _smaller, _hull, *_PIXELS),
        "corner": (_unclamped, _clamped_late),
    }.get(where, (_unclamped,))
    return _telling(make, layers.iou, tells)


def _iou_cases(rng, hidden):
    def case(label, where, low=0, kind=float):
        pair = _pair(rng, where, low)
        if kind is int:
            pair = {name: (4 * box).astype(int) for name, box in pair.items()}
        return Case(label, **{name: box.astype(kind) for name, box in pair.items()})

    if not hidden:
        by_hand = {"a": np.array([0.0, 0.0, 4.0, 3.0]), "b": np.array([2.0, 1.0, 6.0, 4.0])}
        return [
            Case("by hand", **by_hand),
            case("they overlap", "over"),
            case("one inside the other", "inside"),
            case("they cross", "crossing"),
            case("one right of the other", "right"),
            case("one above the other", "above"),
            case("apart in both directions", "corner"),
            case("apart in both directions, once more", "corner"),
        ]
    same = _box(rng)
    x1, y1, x2, y2 = _box(rng)
    return [
        case("they overlap", "over"),
        case("they overlap, once more", "over"),
        case("they overlap, whole numbers", "over", kind=int),
        case("they overlap, float32", "over", kind=np.float32),
        case("they overlap, left of 0 and above it", "over", low=-40),
        case("one inside the other", "inside"),
        case("they cross", "crossing"),
        case("one right of the other", "right"),
        case("one left of the other", "left"),
        case("one below the other", "below"),
        case("one above the other", "above"),
        case("apart in both directions", "corner"),
        case("apart in both directions, whole numbers", "corner", kind=int),
        Case("the same box", a=same, b=same.copy()),
        Case("they touch", a=np.array([x1, y1, x2, y2]), b=np.array([x2, y1, x2 + 2.5, y2 + 1])),
    ]


def _overlap(clamp=True, late=False, plus=(0, 0), over=lambda i, a, b: a + b - i):
    """Compute an IoU with one of its steps exchanged.

    `clamp` cuts sides off at 0 (`late`: only their product), `plus` is added to the sides of what
    is shared and of the boxes, and `over(shared, a, b)` is what the shared area is divided by.
    """

    def overlap(a, b):
        a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
        sides = np.minimum(a[2:], b[2:]) - np.maximum(a[:2], b[:2]) + plus[0]
        if clamp:
            sides = np.maximum(sides, 0)
        shared = sides.prod()
        if late:
            shared = max(shared, 0)
        return shared / over(shared, *((box[2:] - box[:2] + plus[1]).prod() for box in (a, b)))

    return overlap


def _as_corners(box):
    return np.concatenate([box[:2], np.add(box[:2], box[2:])])


def _xywh(a, b):
    a, b = (_as_corners(np.asarray(box, dtype=float)) for box in (a, b))
    return _right_overlap(a, b)


def _area_as_xywh(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    shared = np.maximum(np.minimum(a[2:], b[2:]) - np.maximum(a[:2], b[:2]), 0).prod()
    return shared / (a[2:].prod() + b[2:].prod() - shared)


def _hull(a, b):
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    shared = np.maximum(np.minimum(a[2:], b[2:]) - np.maximum(a[:2], b[:2]), 0).prod()
    return shared / (np.maximum(a[2:], b[2:]) - np.minimum(a[:2], b[:2])).prod()


def _right_overlap(a, b):
    """Compute an IoU without NumPy: thousands are needed for the cases."""
    (ax, ay, ar, al), (bx, by, br, bl) = (map(float, box) for box in (a, b))
    shared = max(min(ar, br) - max(ax, bx), 0.0) * max(min(al, bl) - max(ay, by), 0.0)
    return shared / ((ar - ax) * (al - ay) + (br - bx) * (bl - by) - shared)


_unclamped = _overlap(clamp=False)
_clamped_late = _overlap(clamp=False, late=True)
_dice = _overlap(over=lambda i, a, b: (a + b) / 2)
_double = _overlap(over=lambda i, a, b: a + b)
_smaller = _overlap(over=lambda i, a, b: min(a, b))
_larger = _overlap(over=lambda i, a, b: max(a, b))
_first = _overlap(over=lambda i, a, b: a)
_second = _overlap(over=lambda i, a, b: b)
_plus_1_all = _overlap(plus=(1, 1))
_PIXELS = (_plus_1_all, _overlap(plus=(1, 0)), _overlap(plus=(0, 1)))

iou = Exercise(
    answer=layers.iou,
    cases=_iou_cases,
    mistakes=(
        Mistake(
            "two-negatives-multiply",
            "a side of what two boxes share comes out below 0 where they are apart, and two such "
            "sides multiply to an area above 0: each side is at least 0",
            _unclamped,
            _clamped_late,
            _overlap(clamp=False, over=lambda i, a, b: a + b - abs(i)),
        ),
        Mistake(
            "plus-1-pixel",
            "1 is added to the sides, as if x2 were the last pixel inside: coordinates are points, "
            "and a box from 2 to 6 is 4 wide",
            *_PIXELS,
        ),
        Mistake(
            "xywh-as-xyxy",
            "the last two numbers are read as width and height: they are the other corner, x2, y2",
            _xywh,
            _area_as_xywh,
        ),
        Mistake(
            "union-double-counts",
            "what the boxes share is counted twice in the area that they cover together",
            _double,
        ),
        Mistake(
            "dice-not-iou",
            "this is twice the shared area over the sum of both, which is called Dice: two halves "
            "that match give 1/2 there and 1/3 here",
            _dice,
        ),
        Mistake(
            "over-one-box",
            "the shared area is divided by that of one of the boxes: then a small box inside a "
            "large one would be a perfect match",
            _smaller,
            _larger,
            _first,
            _second,
        ),
        Mistake(
            "union-as-rectangle",
            "the shared area is divided by the rectangle around both boxes: its corners belong to "
            "neither",
            _hull,
        ),
    ),
    hints=(
        "What do two boxes share? Again a box, or nothing. Where does it begin, where does it end?",
        "It begins at the larger x1 and the larger y1 and ends at the smaller x2 and the smaller "
        "y2. Its width and its height are at least 0. Together the boxes cover both areas, less "
        "what was counted twice.",
        "w = max(0, min(a[2], b[2]) - max(a[0], b[0])), h the same with 3 and 1; shared = w * h; "
        "shared / (area of a + area of b - shared).",
    ),
    success="An IoU of 0.5 is stricter than it sounds: a box of the right size may be off by a "
    "third of its width, and no more.",
    forbidden=_FORBIDDEN,
)

# nms


def _crowd(rng, clusters, threshold, kind=float):
    """Draw boxes in clusters that lie apart; in each one some overlap above the threshold."""
    boxes = []
    for k in range(clusters):
        corner = np.array([60 * (k % 2), 60 * (k // 2)]) + rng.integers(0, 8, 2)
        side = rng.integers(16, 28, 2)
        step = rng.choice([-1, 1], 2) * rng.integers(2, 9, 2)
        for n in range(int(rng.integers(3, 6))):
            start = corner + 10 + n * step // 2 + rng.integers(0, 3, 2)
            boxes.append(np.concatenate([start, start + side + rng.integers(0, 4, 2)]))
    order = rng.permutation(len(boxes))
    boxes = np.array(boxes)[order] / (1 if kind is int else 4)
    scores = rng.permutation(np.arange(1, 97))[: len(boxes)] / 100
    return {"boxes": boxes.astype(kind), "scores": scores, "threshold": threshold}


def _is_sharp(boxes, threshold):
    """Tell whether no IoU is so near the threshold that rounding decides."""
    overlaps = [_right_overlap(a, b) for k, a in enumerate(boxes) for b in boxes[:k]]
    return all(abs(each - threshold) > 1e-6 for each in overlaps)


def _nms_cases(rng, hidden):
    def case(label, clusters, threshold, kind=float, logits=False):
        def make():
            crowd = _crowd(rng, clusters, threshold, kind)
            if logits:
                crowd["scores"] = 8 * crowd["scores"] - 8
            return crowd if _is_sharp(crowd["boxes"], threshold) else None

        return Case(label, **_telling(make, layers.nms, _NMS_TELLS))

    def apart(label):
        """Two boxes corner to corner, whose distances multiply to much, and one that goes."""
        x, y = (int(n) for n in rng.integers(0, 5, 2))
        boxes = np.array([[x, y, x + 8, y + 8], [x + 14, y + 13, x + 22, y + 21]], dtype=float)
        boxes = np.concatenate([boxes, boxes[:1] + np.array([1, 2, 1, 2])])
        if rng.random() < 0.5:  # the other diagonal
            boxes[:, ::2] = 30 - boxes[:, 2::-2]
        scores = rng.choice([[0.9, 0.6, 0.4], [0.5, 0.8, 0.3]])
        return Case(label, boxes=boxes, scores=scores, threshold=0.25)

    def at(label, threshold, share):
        """Two pairs, one exactly at the threshold and one above it."""
        x, y = (int(n) for n in rng.integers(0, 5, 2))
        boxes = [[x, y, x + 4, y + 4], [x, y, x + 4, y + share]]  # IoU share / 4
        boxes += [[x + 9, y, x + 13, y + 8], [x + 9, y + 1, x + 13, y + 8]]
        scores = rng.choice([[0.9, 0.6, 0.4, 0.7], [0.5, 0.8, 0.9, 0.3]])
        return Case(label, boxes=np.array(boxes, float), scores=scores, threshold=threshold)

    def between(label):
        """A box that overlaps two a little: too much only if both are added. Another one goes."""
        x, y = (int(n) for n in rng.integers(0, 5, 2))
        boxes = [[x + 4, y, x + 12, y + 8], [x, y, x + 8, y + 8], [x + 8, y, x + 16, y + 8]]
        boxes = np.array([*boxes, [x + 9, y + 1, x + 16, y + 8]], dtype=float)
        if rng.random() < 0.5:
            boxes = boxes[:, [1, 0, 3, 2]]
        scores = rng.choice([[0.4, 0.9, 0.6, 0.5], [0.2, 0.7, 0.8, 0.3]])
        return Case(label, boxes=boxes, scores=scores, threshold=0.4)

    if not hidden:
        chain = np.array([[0, 0, 4, 4], [1, 0, 5, 4], [2.5, 0, 6.5, 4]], dtype=float)
        scores = np.array([0.9, 0.8, 0.7])
        return [
            Case("by hand: a chain of three", boxes=chain, scores=scores, threshold=0.4),
            Case("one box", boxes=chain[:1], scores=scores[:1], threshold=0.5),
            case("two places", 2, 0.4),
            case("three places", 3, 0.3),
            case("scores below 0", 2, 0.35, logits=True),
            apart("corner to corner"),
            between("between two others"),
            at("exactly at the threshold", 0.5, 2),
            at("exactly at the threshold, once more", 0.25, 1),
        ]
    return [
        case("two places", 2, 0.5),
        case("three places", 3, 0.4),
        case("four places", 4, 0.3),
        case("four places, once more", 4, 0.45),
        case("whole numbers", 3, 0.35, int),
        case("float32", 2, 0.4, np.float32),
        case("scores below 0", 3, 0.4, logits=True),
        apart("corner to corner"),
        apart("corner to corner, once more"),
        between("between two others"),
        at("exactly at the threshold", 0.25, 1),
        at("exactly at the threshold, once more", 0.5, 2),
        at("exactly at the threshold, three quarters", 0.75, 3),
        Case("one box", boxes=_box(rng)[np.newaxis], scores=np.array([0.2]), threshold=0.3),
    ]


def _kept(first=-1, goes=operator.gt, by="kept", end=None):
    """Suppress boxes in a mistaken way.

    `first` sorts: -1 the highest score first, 1 the lowest, 0 as they stand. `by` says which of the
    boxes before it a box is compared with: those "kept", "all" or the "first" one. `goes(iou,
    threshold)` says whether it goes then, `end(kept, order, boxes, scores)` what is returned.
    """

    def kept_boxes(boxes, scores, threshold):
        scores = np.asarray(scores)
        order = np.argsort(first * scores, kind="stable") if first else np.arange(len(scores))
        kept = []
        for place, i in enumerate(order):
            against = {"kept": kept, "all": order[:place], "first": order[: min(place, 1)]}[by]
            if not any(goes(_right_overlap(boxes[i], boxes[j]), threshold) for j in against):
                kept.append(int(i))
        kept = np.array(kept, dtype=int)
        return end(kept, order, boxes, scores) if end else kept

    return kept_boxes


def _by_score(kept, order, boxes, scores):
    return kept[np.argsort(-scores[kept])]


def _mask(kept, order, boxes, scores):
    return np.isin(np.arange(len(scores)), kept)


_lowest = _kept(first=1)
_lowest_sorted = _kept(first=1, end=_by_score)
_first_only = _kept(by="first")
_by_all = _kept(by="all")
_as_given = _kept(first=0)
_as_given_sorted = _kept(first=0, end=_by_score)
_in_order = _kept(end=lambda kept, order, boxes, scores: np.sort(kept))
_places = _kept(end=lambda kept, order, boxes, scores: np.flatnonzero(np.isin(order, kept)))
_NMS_TELLS = (
    _lowest,
    _lowest_sorted,
    _first_only,
    _by_all,
    _as_given,
    _as_given_sorted,
    _in_order,
    _places,
)

nms = Exercise(
    answer=layers.nms,
    cases=_nms_cases,
    mistakes=(
        Mistake(
            "keeps-lowest",
            "the box with the lowest score is taken first, and the better ones go: `argsort` puts "
            "the smallest first",
            _lowest,
            _lowest_sorted,
        ),
        Mistake(
            "one-pass-only",
            "only the best box of all suppresses: when its neighbors are gone, the best of the "
            "rest has its turn, until nothing is left",
            _first_only,
        ),
        Mistake(
            "suppressed-suppress",
            "a box that is gone already still suppresses others: only boxes that are kept do",
            _by_all,
        ),
        Mistake(
            "scores-ignored",
            "the boxes have their turn as they stand in the array: the highest score comes first",
            _as_given,
            _as_given_sorted,
        ),
        Mistake(
            "gone-at-threshold",
            "a box goes whose IoU is exactly the threshold: it goes only if it lies above",
            _kept(goes=operator.ge),
        ),
        Mistake(
            "far-ones-go",
            "boxes that hardly overlap go and those that do stay: it is the other way round",
            _kept(goes=operator.lt),
        ),
        Mistake(
            "places-after-sorting",
            "the numbers count in the sorted order: return the places in `boxes` as it came",
            _places,
        ),
        Mistake(
            "not-by-score",
            "the right boxes are kept, in the order of the array: the highest score comes first",
            _in_order,
        ),
        Mistake(
            "boxes-returned",
            "the boxes themselves are returned: return their indices, so that scores can be found",
            _kept(end=lambda kept, order, boxes, scores: np.asarray(boxes)[kept]),
        ),
        Mistake(
            "mask-returned",
            "a mask is returned, which cannot say which comes first: return the indices",
            _kept(end=_mask),
            _kept(end=lambda *found: _mask(*found).astype(int)),
        ),
    ),
    hints=(
        "Take the best box. Whatever overlaps it too much is the same thing seen twice: throw it "
        "away. Of what is left take the best again.",
        "`boxes` (N, 4), `scores` (N,); the result holds indices from 0 to N - 1. Keep a list of "
        "indices that are left, sorted by score, and one of those that are kept.",
        "left = list(np.argsort(-scores)). While left: best = left.pop(0); keep it; left = [i for "
        "i in left if iou(boxes[best], boxes[i]) <= threshold].",
    ),
    success="It is greedy: each decision is final. Two people who stand close together may "
    "suppress each other, which is why some newer detectors learn to give each thing one box.",
    integers=True,
    forbidden=_FORBIDDEN,
)

# decode_boxes


def _deltas(rng, n):
    """Draw how boxes move, in eighths, and stretch; nothing is 0 and no two are the same."""
    parts = [rng.permutation(np.arange(1, n + 4))[:n] * rng.choice([-1, 1], n) for _ in range(4)]
    return np.stack(parts, axis=1) / 8


def _decode_cases(rng, hidden):
    def case(label, n, low=0, kind=float, more=0):
        anchors = np.stack([_box(rng, low, low + 60, 8) for _ in range(n)])
        if kind is int:
            anchors = 4 * anchors
        deltas = _deltas(rng, n).astype(np.float32 if kind is np.float32 else float)
        deltas[:, 2:] += more * np.sign(deltas[:, 2:])
        return Case(label, anchors=anchors.astype(kind), deltas=deltas)

    if not hidden:
        return [
            Case(
                "by hand",
                anchors=np.array([[2.0, 4.0, 6.0, 10.0]]),
                deltas=np.array([[0.5, 0.0, np.log(2), 0.0]]),
            ),
            Case(
                "nothing moves",
                anchors=np.array([[1.0, 2.0, 4.0, 8.0]]),
                deltas=np.zeros((1, 4)),
            ),
            case("one box", 1),
            case("three boxes", 3),
            case("stretched and shrunk a lot", 4, more=5),
        ]
    return [
        case("one box", 1),
        case("two boxes", 2),
        case("many boxes", 12),
        case("left of 0 and above it", 3, low=-50),
        case("whole numbers", 4, kind=int),
        case("float32", 5, kind=np.float32),
        case("four boxes", 4),
        case("stretched and shrunk a lot", 6, more=5),
    ]


def _decoded(read=None, change=None, move=None, stretch=np.exp, plus=0, end=None):
    """Decode boxes with one step exchanged.

    `read(anchors)` and `change(deltas)` replace what came in, `move(corner, size, new, shift)`
    gives the new center, `stretch` the factors, and `end(center, size)` the result.
    """

    def decoded(anchors, deltas):
        anchors, deltas = np.asarray(anchors, dtype=float), np.asarray(deltas, dtype=float)
        anchors = read(anchors) if read else anchors
        deltas = change(deltas) if change else deltas
        corner, size = anchors[:, :2], anchors[:, 2:] - anchors[:, :2] + plus
        shift, new = deltas[:, :2], size * stretch(deltas[:, 2:])
        place = move or (lambda corner, size, new, shift: corner + size / 2 + shift * size)
        center = place(corner, size, new, shift)
        ends = end or (lambda center, new: (center - new / 2, center + new / 2))
        return np.concatenate(ends(center, new), axis=1)

    return decoded


decode_boxes = Exercise(
    answer=layers.decode_boxes,
    cases=_decode_cases,
    mistakes=(
        Mistake(
            "corner-not-center",
            "the corner is moved and the box grows from there: the center moves, and the box grows "
            "to all sides",
            _decoded(move=lambda corner, size, new, shift: corner + shift * size + new / 2),
            _decoded(move=lambda corner, size, new, shift: corner + shift * size),
        ),
        Mistake(
            "no-exp",
            "the last two numbers are taken for factors: they are logarithms of factors, so that 0 "
            "leaves a size as it is and no size falls below 0",
            _decoded(stretch=lambda d: d),
            _decoded(stretch=lambda d: 1 + d),
        ),
        Mistake(
            "offset-in-pixels",
            "the center moves by so many pixels: it moves by so many widths and heights of the "
            "anchor",
            _decoded(move=lambda corner, size, new, shift: corner + size / 2 + shift),
        ),
        Mistake(
            "moves-by-new-size",
            "the center moves by widths and heights of the new box: by those of the anchor",
            _decoded(move=lambda corner, size, new, shift: corner + size / 2 + shift * new),
        ),
        Mistake(
            "size-not-corner",
            "center and size, or corner and size, are returned: the result is x1, y1, x2, y2",
            _decoded(end=lambda center, new: (center, new)),
            _decoded(end=lambda center, new: (center - new / 2, new)),
        ),
        Mistake(
            "whole-size-each-side",
            "the whole width lies on either side of the center: half of it does",
            _decoded(end=lambda center, new: (center - new, center + new)),
        ),
        Mistake(
            "rows-first",
            "the deltas are read as dy, dx, dh, dw: x comes first",
            _decoded(change=lambda deltas: deltas[:, [1, 0, 3, 2]]),
        ),
        Mistake(
            "xywh-as-xyxy",
            "the last two numbers of an anchor are read as width and height: they are x2 and y2",
            _decoded(read=lambda a: np.concatenate([a[:, :2], a[:, :2] + a[:, 2:]], axis=1)),
        ),
        Mistake(
            "plus-1-pixel",
            "1 is added to the sides of the anchors, as if x2 were the last pixel inside",
            _decoded(plus=1),
            _decoded(plus=1, end=lambda c, new: (c - new / 2, c + new / 2 - 1)),
        ),
        Mistake(
            "exp-sign",
            "the sizes are divided where they should be multiplied: exp(dw), not exp(-dw)",
            _decoded(stretch=lambda d: np.exp(-d)),
        ),
        Mistake(
            "other-base",
            "the logarithms are natural ones: exp, not powers of 2 or 10",
            _decoded(stretch=np.exp2),
            _decoded(stretch=lambda d: 10.0**d),
        ),
    ),
    hints=(
        "Go over to center and size, move the one, stretch the other, and come back to corners.",
        "All are (N,): w = x2 - x1, cx = x1 + w / 2; new cx = cx + dx * w; new w = w * exp(dw). "
        "The same with y, h, dy and dh.",
        "x1 = anchors[:, 0] and so on, dx = deltas[:, 0] and so on; at the end np.stack([cx - w / "
        "2, cy - h / 2, cx + w / 2, cy + h / 2], axis=1).",
    ),
    success="Measured in its own size, the same small step means the same to a large box and to a "
    "small one: so one head of a network can serve all sizes.",
    forbidden=_FORBIDDEN,
)

# average_precision


def _found(rng, images, threshold, exact, bare=False, logits=False):
    """Draw what is there in some images, apart from each other, and what was found there.

    `bare` finds nothing in the last image, `logits` gives scores that are not from 0 to 1.
    """
    boxes, truths = [], []
    for k in range(images):
        count = int(rng.integers(1, 4)) if k else 4
        if k == 2:
            count = 0  # nothing is there, and all that is found is wrong
        there = np.array([_place(rng, n) for n in range(count)]).reshape(-1, 4)
        found = []
        for n, truth in enumerate(there):
            if rng.random() < 0.8 if k else n < len(there) - 1:  # one at least is never found
                found.append(_jittered(rng, truth, threshold, True))
                if rng.random() < 0.8:
                    found.append(_jittered(rng, truth, threshold, True))
            if rng.random() < 0.3:
                found.append(_jittered(rng, truth, threshold, False))
        for n in rng.choice([5, 6, 7, 8], 2, replace=False):
            found.append(_place(rng, n))
        if k == 1:  # where something is in the first image, and nothing in this one
            found.append(_jittered(rng, truths[0][3], threshold, True))
        if exact and k == 0:
            share = {0.5: 2, 0.75: 3}[threshold]
            there = np.concatenate([there, [[80.0, 60.0, 84.0, 64.0]]])
            found.append(np.array([80.0, 60.0, 84.0, 60.0 + share]))
        found = [box for box in found if box is not None and not (bare and k == images - 1)]
        found = np.array(found).reshape(-1, 4)[rng.permutation(len(found))]
        boxes.append(found)
        truths.append(there)
    total = sum(map(len, boxes))
    scores = rng.permutation(np.arange(1, 98))[:total] / 100
    if logits:
        scores = 12 * scores - 7
    scores = np.split(scores, np.cumsum([len(each) for each in boxes])[:-1])
    return {"boxes": boxes, "scores": scores, "truths": truths, "threshold": threshold}


def _place(rng, n):
    """Draw a box in one of nine fields that lie apart."""
    x, y = 20 * (n % 3), 20 * (n // 3)
    return _box(rng, 0, 64, 20) + np.array([x, y, x, y])


def _jittered(rng, truth, threshold, good):
    """Draw a box near a truth, with an IoU well above the threshold or well below."""
    reach = 6 if threshold < 0.6 else 3
    for _ in range(60):
        box = truth + (rng.integers(-reach, reach + 1, 4) if good else rng.integers(-12, 13, 4)) / 4
        if (box[:2] < box[2:]).all():
            overlap = _right_overlap(box, truth)
            if good and threshold + 0.02 < overlap < 0.98:
                return box
            if not good and 0.1 < overlap < threshold - 0.02:
                return box
    return None


def _ap_cases(rng, hidden):
    def case(label, images, threshold=None, exact=False, **more):
        def make():
            found = _found(rng, images, threshold or 0.5, exact, **more)
            if threshold is None:
                del found["threshold"]
            return found

        tells = _AP_TELLS + ((_strict,) if exact else ())
        tells += (_unranked, _mean, _pooled_images) if images > 1 else ()
        tells += (_sure_only,) if more.get("logits") else ()
        return Case(label, **_telling(make, layers.average_precision, tells))

    if not hidden:
        truth = np.array([[0, 0, 4, 4], [10, 0, 14, 4], [0, 10, 4, 14], [10, 10, 14, 14]], float)
        found = np.array([truth[0], [30, 0, 34, 4], [30, 9, 34, 13], truth[1] + 0.5, truth[2]])
        return [
            Case(
                "by hand: a hit, two misses, two hits",
                boxes=[found],
                scores=[np.array([0.9, 0.8, 0.7, 0.6, 0.5])],
                truths=[truth],
                threshold=0.5,
            ),
            case("one image", 1),
            case("two images", 2),
            case("three images, in one of them nothing", 3, 0.5),
            case("exactly at the threshold", 2, 0.5, exact=True),
            case("exactly at the threshold of 0.75", 2, 0.75, exact=True),
            case("four images", 4, 0.6),
            case("four images, in one of them nothing is found", 4, bare=True),
            case("scores that are not from 0 to 1", 2, logits=True),
        ]
    lonely = {"boxes": [np.empty((0, 4))], "scores": [np.empty(0)], "truths": [np.ones((1, 4))]}
    lonely["truths"][0][0, 2:] += 3
    return [
        case("one image", 1),
        case("two images", 2),
        case("three images, in one of them nothing", 3),
        case("four images", 4, 0.5),
        case("five images, a high threshold", 5, 0.7),
        case("exactly at the threshold", 2, 0.5, exact=True),
        case("exactly at the threshold of 0.75", 3, 0.75, exact=True),
        case("six images", 6, 0.6),
        case("five images, in one of them nothing is found", 5, 0.6, bare=True),
        case("four images, in one of them nothing is found", 4, bare=True),
        case("scores that are not from 0 to 1", 3, logits=True),
        Case("nothing found", **lonely, threshold=0.5),
    ]


def _measured(
    ranked=True,
    matched=True,
    least=operator.ge,
    taken="false",
    pooled=False,
    best=False,
    area=None,
):
    """Measure a detector in a mistaken way.

    `ranked` and `matched` say whether the scores decide the order of the ranking and the matching
    (-1: the lowest first), `least(iou, threshold)` what is a hit, `taken` what becomes of a second
    box on a truth ("false", "hit" or "skip"), `pooled` whether all images are taken as one, `best`
    whether each truth takes the box that fits it best, and `area(hits, count)` what is returned.
    """

    def measured(boxes, scores, truths, threshold=0.5):
        if pooled:
            boxes, scores, truths = ([np.concatenate(part)] for part in (boxes, scores, truths))
        rows = []
        for own, sure, there in zip(boxes, scores, truths, strict=True):
            free = [True] * len(there)
            overlaps = [[_right_overlap(box, truth) for truth in there] for box in own]
            tops = np.argmax(overlaps, axis=0) if best and len(own) and len(there) else []
            for k in (
                np.argsort(-matched * np.asarray(sure), kind="stable")
                if matched
                else range(len(own))
            ):
                n = int(np.argmax(overlaps[k])) if len(there) else -1
                hit = n >= 0 and bool(least(overlaps[k][n], threshold))
                if best:
                    hit = hit and tops[n] == k
                elif hit and not free[n] and taken != "hit":
                    if taken == "skip":
                        continue
                    hit = False
                if hit:
                    free[n] = False
                rows.append((float(sure[k]), hit))
        if ranked:
            rows.sort(key=lambda row: -ranked * row[0])
        hits = np.array([hit for _, hit in rows], dtype=float)
        return (area or _enveloped)(hits, sum(map(len, truths)))

    return measured


def _precision(hits):
    return hits.cumsum() / np.arange(1, len(hits) + 1)


def _enveloped(hits, count):
    precision = _precision(hits)
    return float((np.maximum.accumulate(precision[::-1])[::-1] * hits).sum() / count)


def _raw(hits, count):
    return float((_precision(hits) * hits).sum() / count)


def _trapezoid(start):
    def area(hits, count):
        precision, recall = _precision(hits), hits.cumsum() / count
        if start:
            precision, recall = np.append(1.0, precision), np.append(0.0, recall)
        return float(((precision[1:] + precision[:-1]) / 2 * np.diff(recall)).sum())

    return area


def _points(count_of_points):
    def area(hits, count):
        precision, recall = _precision(hits), hits.cumsum() / count
        levels = np.linspace(0, 1, count_of_points)
        return float(np.mean([precision[recall >= at - 1e-12].max(initial=0.0) for at in levels]))

    return area


def _over_found(hits, count):
    return _enveloped(hits, max(hits.sum(), 1))


def _mean(boxes, scores, truths, threshold=0.5, empty=None):
    """Average over images; one in which nothing is there counts as `empty`, or not at all."""
    values = [
        _right_ap([own], [sure], [there], threshold) if len(there) else empty
        for own, sure, there in zip(boxes, scores, truths, strict=True)
    ]
    return float(np.mean([value for value in values if value is not None]))


_right_ap = _measured()


def _sure_only(boxes, scores, truths, threshold=0.5):
    """Leave out what has a score below 0."""
    boxes = [own[sure > 0] for own, sure in zip(boxes, scores, strict=True)]
    return _right_ap(boxes, [sure[sure > 0] for sure in scores], truths, threshold)


_unranked = _measured(ranked=False)
_unsorted = _measured(ranked=False, matched=False)
_ascending = _measured(ranked=-1, matched=-1)
_twice = _measured(taken="hit")
_skipped = _measured(taken="skip")
_strict = _measured(least=operator.gt)
_pooled_images = _measured(pooled=True)
_not_enveloped = _measured(area=_raw)
_eleven = _measured(area=_points(11))
_found_only = _measured(area=_over_found)
_best_fit = _measured(best=True)
_AP_TELLS = (
    _not_enveloped,
    _found_only,
    _skipped,
    _measured(matched=False),
    _best_fit,
    _measured(area=_points(101)),
    _twice,
    _eleven,
    _unsorted,
)

average_precision = Exercise(
    answer=layers.average_precision,
    cases=_ap_cases,
    mistakes=(
        Mistake(
            "unsorted-ap",
            "the boxes are not ranked by their scores, the highest first, over all images "
            "together: precision after k boxes means the k that the detector is surest of",
            _unranked,
            _unsorted,
            _ascending,
            _measured(ranked=-1),
            _measured(matched=False),
        ),
        Mistake(
            "duplicate-match",
            "a second box on the same truth counts as a hit, too: each truth can be found once",
            _twice,
        ),
        Mistake(
            "duplicates-dropped",
            "a second box on the same truth is left out: it is a false alarm, and costs precision",
            _skipped,
        ),
        Mistake(
            "no-envelope",
            "the precision is taken as it is at each hit: it is the best that is reached from "
            "there on, at that recall or a higher one",
            _not_enveloped,
            _measured(area=_trapezoid(False)),
            _measured(area=_trapezoid(True)),
        ),
        Mistake(
            "fixed-points",
            "the precision is averaged over 11 or 101 levels of recall: that is how two older or "
            "other contests do it, and here each hit has its own step",
            _eleven,
            _measured(area=_points(101)),
        ),
        Mistake(
            "divides-by-found",
            "it is divided by the number of hits: what was never found has to count, so divide by "
            "the number of truths",
            _found_only,
        ),
        Mistake(
            "mean-over-images",
            "each image gets an average precision of its own: all boxes of all images belong into "
            "one ranking",
            _mean,
            functools.partial(_mean, empty=0.0),
            functools.partial(_mean, empty=1.0),
        ),
        Mistake(
            "images-mixed",
            "a box is compared with the truths of other images, too",
            _pooled_images,
        ),
        Mistake(
            "miss-at-threshold",
            "a box whose IoU is exactly the threshold is taken for a miss: it is a hit",
            _strict,
        ),
        Mistake(
            "best-fit-first",
            "each truth takes the box that fits it best: the box with the highest score has the "
            "first choice",
            _best_fit,
        ),
        Mistake(
            "one-point-only",
            "this is precision, recall or F1 at the end of the list: the average goes along it",
            _measured(area=lambda hits, count: float(hits.mean()) if len(hits) else 0.0),
            _measured(area=lambda hits, count: float(hits.sum() / count)),
            _measured(area=lambda hits, count: float(2 * hits.sum() / (len(hits) + count))),
        ),
    ),
    hints=(
        "First say of each box whether it is a hit. Then forget the boxes: a ranked list of hits "
        "and misses, and the number of truths, are all you need.",
        "In each image, from the highest score down: find the truth with the largest IoU; a hit if "
        "that is at least `threshold` and this truth is still free. Collect (score, hit) of all "
        "images in one list and sort it.",
        "hits as 0 and 1, K of them: precision = hits.cumsum() / np.arange(1, K + 1); from the "
        "right, np.maximum.accumulate(precision[::-1])[::-1]; sum it where hits is 1, divide by "
        "the number of truths.",
    ),
    success="Only the order of the scores matters: multiply all of them by 7, and the average "
    "precision stays as it is. So it says nothing about whether 0.9 means nine in ten.",
    forbidden=_FORBIDDEN,
)

detector_card = model_card(
    layers.detector_card,
    success="Model cards are from Mitchell and others (2019); detectors are where they are read "
    "most closely, because a detector is pointed at people who were never asked.",
)

# Questions

predict_false_alarms = Question(
    id="predict_false_alarms",
    answer="d",
    says={
        "a": "Its score on the test has nothing to do with how often it is asked.",
        "b": "That would need one false alarm in thousands of windows: 50 test patches cannot "
        "promise that.",
        "c": "That is a rate of 0.1 %. One false alarm in 50 would be 2 %.",
        "d": "2 % of 10,000 is 200. A test of 50 patches, half of them faces, cannot tell 2 % from "
        "0.2 %; and a photograph asks about things that no test patch showed.",
    },
)

predict_iou_half = Question(
    id="predict_iou_half",
    answer="b",
    says={
        "a": "Half of each box is shared. But together they cover more than one box.",
        "b": "They share 50 of 100 each, and cover 100 + 100 - 50 = 150 together: a third.",
        "c": "That divides by 200, and counts the shared half twice.",
        "d": "They share half of each.",
    },
)

predict_map_rows = Question(
    id="predict_map_rows",
    answer=22,
    says={
        22: "(109 - 25) / 4 + 1: a window in every fourth row, as long as it fits.",
        21: "84 / 4 steps, and one window more than steps.",
        27: "That is 109 / 4, rounded down: the last windows would hang over the border.",
        85: "That would be a window in every row. Two poolings make steps of 4.",
        1: "That is for one patch of 25x25. The same layers give more numbers for more rows.",
    },
    otherwise="In steps of 4, how often does a window of 25 rows fit into 109?",
)

predict_survivors = Question(
    id="predict_survivors",
    answer="b",
    says={
        "a": "B goes, and from then on it cannot push anything out.",
        "b": "A goes first and takes B with it. C overlaps B, and B is gone; with A it shares less "
        "than the threshold.",
        "c": "A and B overlap by 0.6, which is above 0.4: the one with the lower score goes.",
        "d": "The best one always stays.",
    },
)

predict_where_to_mine = Question(
    id="predict_where_to_mine",
    answer="c",
    says={
        "a": "Then you would have told it what is no face in the very picture that you test it on.",
        "b": "Those are the test's grounds. What it learned of them, the test would no longer see.",
        "c": "Whatever it learns must come from pictures that no figure is measured on.",
        "d": "There is no face in the patch of not-faces that it still takes for one: 75 of them "
        "are soon learned. The hard ones are out there.",
    },
)

predict_scores_halved = Question(
    id="predict_scores_halved",
    answer="c",
    says={
        "a": "Nothing is cut off at a score of 0.5: all boxes are in the ranking.",
        "b": "Precision and recall count boxes; scores only say in which order.",
        "c": "The order is the same, so the hits and misses stand in the same order.",
    },
)
