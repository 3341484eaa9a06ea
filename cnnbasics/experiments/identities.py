"""Drawn faces of people who do not exist, and a network that tells whether two are the same."""

from typing import NamedTuple

import numpy as np

from cnnbasics import layers
from cnnbasics.experiments.faces import standardize

SIDE = 24
"""Rows and columns of a drawn face."""

SHAPE_PARAMETERS = 15
"""Numbers that make a person: how wide the head is, how far apart the eyes are, and so on."""

IMAGES_EACH = 15
"""Pictures of each person."""


class People(NamedTuple):
    """Pictures of people.

    Attributes
    ----------
    x : ndarray of uint8, shape (N, 24, 24, 1)
    who : ndarray of int, shape (N,)
        The number of the person on each picture.
    """

    x: np.ndarray
    who: np.ndarray


def draw_people(count, seed, first=0, images=IMAGES_EACH, glasses=0):
    """Draw several pictures of each of some people.

    Parameters
    ----------
    count : int
        How many people.
    seed : int
        Of the people and of their pictures.
    first : int
        The number of the first of them.
    images : int
        Pictures of each person.
    glasses : int
        How many of them, the last ones, wear glasses, on each of their pictures.

    Returns
    -------
    People
    """
    rng = np.random.default_rng([17, seed, first])
    shapes = rng.uniform(-1, 1, (count, SHAPE_PARAMETERS))
    who = np.repeat(np.arange(count), images)
    return People(draw_faces(shapes[who], rng, who >= count - glasses), first + who)


def draw_faces(shapes, rng, glasses=False):
    """Draw a face for each row of parameters; pose, light, expression and noise are random.

    Parameters
    ----------
    shapes : ndarray, shape (N, 15)
        From -1 to 1.
    rng : numpy.random.Generator
    glasses : ndarray of bool, shape (N,)
        Who wears glasses.

    Returns
    -------
    ndarray of uint8, shape (N, 24, 24, 1)
    """
    n = len(shapes)
    (
        head_width,
        head_height,
        chin,
        skin,
        hair,
        hair_line,
        eye_gap,
        eye_height,
        eye_size,
        brow_height,
        brow_slope,
        nose_length,
        nose_width,
        mouth_width,
        mouth_height,
    ) = shapes.T[..., np.newaxis, np.newaxis]  # each (N, 1, 1)

    def between(low, high):
        return rng.uniform(low, high, (n, 1, 1))

    rows, columns = np.indices((SIDE, SIDE)) - (SIDE - 1) / 2
    turn, scale = between(-0.12, 0.12), between(0.93, 1.07)
    y, x = rows - between(-1.5, 1.5), columns - between(-1.5, 1.5)
    x, y = (
        (np.cos(turn) * x + np.sin(turn) * y) / scale,
        (np.cos(turn) * y - np.sin(turn) * x) / scale,
    )
    worn = np.broadcast_to(glasses, n)[:, np.newaxis, np.newaxis]
    smile, gape, lid = between(-0.05, 0.12), between(0, 0.8), between(0.6, 1)

    def ellipse(across, down, width, height, power=2.0):
        """How far inside an oval each pixel lies: 0 outside, 1 inside, with a soft edge."""
        far = (np.abs(across / width) ** power + np.abs(down / height) ** power) ** (1 / power)
        return np.clip(0.5 + (1 - far) * np.minimum(width, height), 0, 1)

    image = between(20, 235) + np.zeros((n, SIDE, SIDE))

    def paint(cover, tone):
        nonlocal image
        image = image + cover * (tone - image)

    wide, high = 7.4 + 1.3 * head_width, 9.4 + 1.0 * head_height
    hair_tone, skin_tone = 75 + 65 * hair, 165 + 40 * skin
    power = 2.4 + 0.7 * chin
    paint(ellipse(x, y + 0.8, wide + 1.2, high + 0.9), hair_tone)
    face = ellipse(x, y, wide, high, power)
    below_hair = np.clip(y + high * (0.55 + 0.17 * hair_line) + 0.05 * x * x * 0.3 + 0.5, 0, 1)
    paint(face * below_hair, skin_tone)

    gap, level = 3.2 + 0.75 * eye_gap, -1.9 + 0.9 * eye_height
    size = 1.25 + 0.4 * eye_size
    for side in (-1, 1):
        across = x - side * gap
        paint(ellipse(across, y - level, 1.25 * size, 0.85 * size * lid), skin_tone - 85)
        slope = side * across * (0.16 * brow_slope)
        brow = y - (level - 2.2 - 0.6 * brow_height) - slope
        paint(ellipse(across, brow, 1.9, 0.75), 0.6 * hair_tone)
        rim = ellipse(across, y - level, 2.9, 2.4) - ellipse(across, y - level, 2.1, 1.6)
        paint(worn * np.maximum(rim, 0), 25)
    nose = y - level - 0.5 - (2.1 + 0.7 * nose_length)
    paint(ellipse(x, nose, 1.0 + 0.5 * nose_width, 0.8), skin_tone - 45)
    mouth = y - (5.0 + 0.9 * mouth_height) + smile * x * x
    paint(ellipse(x, mouth, 2.7 + 0.9 * mouth_width, 0.7 + gape), skin_tone - 75)

    light = between(-1, 1) * columns + between(-0.6, 0.6) * rows
    image = image * (1 + 0.035 * light) * between(0.75, 1.15)
    image = image + rng.normal(0, 7, image.shape)
    return np.clip(np.rint(image), 0, 255).astype(np.uint8)[..., np.newaxis]


def embedding_network(size=16):
    """Build the network: a picture in, a point on a sphere out.

    Parameters
    ----------
    size : int
        Numbers of an embedding.

    Returns
    -------
    keras.Model
        ``(N, 24, 24, 1)`` standardized pictures in, ``(N, size)`` rows of length 1 out.
    """
    import keras
    from keras.layers import Conv2D, Dense, Flatten, MaxPooling2D, UnitNormalization

    return keras.Sequential(
        [
            keras.Input((SIDE, SIDE, 1)),
            Conv2D(16, 3, activation="relu"),
            MaxPooling2D(),
            Conv2D(32, 3, activation="relu"),
            MaxPooling2D(),
            Flatten(),
            Dense(64, activation="relu"),
            Dense(size),
            UnitNormalization(),
        ]
    )


def batch_all_loss(margin):
    """Make the triplet loss over all triplets of a batch, as a loss of Keras.

    Parameters
    ----------
    margin : float

    Returns
    -------
    callable
        ``loss(who, embeddings)``: the mean over all triplets whose loss is not 0.
    """
    from keras import ops

    def loss(who, embeddings):
        who = ops.reshape(who, (-1,))
        squared = ops.maximum(2 - 2 * ops.matmul(embeddings, ops.transpose(embeddings)), 0)
        same = ops.equal(who[:, None], who[None, :])
        positive = ops.logical_and(same, ops.logical_not(ops.eye(ops.shape(who)[0], dtype="bool")))
        fits = ops.logical_and(positive[:, :, None], ops.logical_not(same)[:, None, :])
        each = ops.maximum(squared[:, :, None] - squared[:, None, :] + margin, 0)
        each = each * ops.cast(fits, each.dtype)  # [anchor, positive, negative]
        return ops.sum(each) / ops.maximum(ops.sum(ops.cast(each > 0, each.dtype)), 1)

    return loss


def learn_embedding(people, seed, steps=500, margin=0.4, persons=16, images=4):
    """Train the network so that pictures of one person come close together.

    Parameters
    ----------
    people : People
    seed : int
        Of the first weights and of the batches.
    steps : int
    margin : float
    persons, images : int
        A batch has so many people, and so many pictures of each.

    Returns
    -------
    keras.Model
    """
    import keras

    keras.utils.set_random_seed(seed)
    rng = np.random.default_rng(seed)
    model = embedding_network()
    model.compile(keras.optimizers.Adam(2e-3), batch_all_loss(margin), jit_compile=False)
    x = standardize(people.x)
    pictures = [np.flatnonzero(people.who == person) for person in np.unique(people.who)]
    for _ in range(steps):
        chosen = rng.choice(len(pictures), persons, replace=False)
        batch = np.concatenate([rng.choice(pictures[k], images, replace=False) for k in chosen])
        model.train_on_batch(x[batch], people.who[batch])
    return model


def embed(model, x):
    """Return the embeddings of pictures.

    Parameters
    ----------
    model : keras.Model
    x : ndarray, shape (N, 24, 24, 1)
        Gray levels from 0 to 255.

    Returns
    -------
    ndarray of float, shape (N, size)
    """
    return np.asarray(model(standardize(x), training=False)).astype(float)


def some_pairs(who, count, seed):
    """Draw pairs of pictures, as many of one person as of two.

    Parameters
    ----------
    who : ndarray of int, shape (N,)
        The person on each picture.
    count : int
        Pairs of each kind.
    seed : int

    Returns
    -------
    i, j : ndarray of int, shape (2 * count,)
        The two pictures of each pair.
    same : ndarray of bool, shape (2 * count,)
        Whether they show one person; the first half does.
    """
    rng = np.random.default_rng(seed)
    i, j = np.triu_indices(len(who), 1)
    same = who[i] == who[j]
    chosen = np.concatenate(
        [rng.choice(np.flatnonzero(same == kind), count, replace=False) for kind in (True, False)]
    )
    return i[chosen], j[chosen], same[chosen]


def costs_of_choosing(scores, same, size, times, seed, pick):
    """Choose a threshold on a few pairs, and see what it costs on those and on all.

    Parameters
    ----------
    scores : ndarray, shape (2 * count,)
        Of `some_pairs`.
    same : ndarray of bool, shape (2 * count,)
    size : int
        Pairs of each kind to choose on.
    times : int
        How often that is done, each time with others.
    seed : int
    pick : callable
        ``pick(scores, same)`` gives the threshold.

    Returns
    -------
    own, all : float
        The mean of (FAR + FRR) / 2 on the pairs it was chosen on, and on all.
    """
    rng = np.random.default_rng(seed)
    genuine, others = np.flatnonzero(same), np.flatnonzero(~same)
    costs = []
    for _ in range(times):
        few = [rng.choice(kind, size, replace=False) for kind in (genuine, others)]
        few = np.concatenate(few)
        threshold = pick(scores[few], same[few])
        own = layers.far_frr(scores[few], same[few], threshold)
        costs.append([np.mean(own), np.mean(layers.far_frr(scores, same, threshold))])
    return tuple(float(cost) for cost in np.mean(costs, axis=0))
