"""What unit 17 says of faces and of drawn people, on fresh seeds."""

import numpy as np
import pytest

from cnnbasics import layers
from cnnbasics.experiments import faces, identities

SEEDS = range(1700, 1705)


@pytest.mark.slow
def test_the_network_beats_a_linear_classifier_and_both_see_faces_in_photographs():
    right, linear, alarms = [], [], []
    windows = faces.windows_without_a_face(50, seed=1)
    for seed in SEEDS:
        x, y, x_test, y_test = faces.split_faces(seed)
        model, flat = faces.learn_faces(x, y, seed), faces.learn_linear(x, y)
        right.append(np.mean((faces.face_logits(model, x_test) > 0) == y_test))
        linear.append(np.mean((flat(x_test) > 0) == y_test))
        alarms += [np.mean(faces.face_logits(model, windows) > 0), np.mean(flat(windows) > 0)]
    assert np.mean(right) > 0.95
    assert min(right) > 0.91
    assert np.mean(linear) > 0.88
    assert np.mean(right) > np.mean(linear)
    assert min(alarms) > 0.1


def rates_of(model, people, threshold, seed):
    scores, same = pairs_of(model, people, seed)
    return layers.far_frr(scores, same, threshold)


def pairs_of(model, people, seed):
    i, j, same = identities.some_pairs(people.who, 1000, seed)
    vectors = identities.embed(model, people.x)
    return -np.linalg.norm(vectors[i] - vectors[j], axis=1), same


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
def test_verification_works_for_new_people_and_worse_for_those_who_were_missing(seed):
    learners = identities.draw_people(100, seed)
    choosers, testers = (identities.draw_people(40, seed, first) for first in (1000, 2000))
    bare, wearers = (identities.draw_people(40, seed, 3000, glasses=n) for n in (0, 40))
    model = identities.learn_embedding(learners, seed)
    level = layers.pick_threshold(*pairs_of(model, choosers, seed))
    far, frr = rates_of(model, testers, level, seed)
    assert max(far, frr) < 0.2

    too_strict = layers.pick_threshold(*pairs_of(model, learners, seed))
    assert too_strict > level
    assert rates_of(model, testers, too_strict, seed)[1] > 1.2 * frr

    with_glasses = sum(rates_of(model, wearers, level, seed))
    assert with_glasses > 1.2 * sum(rates_of(model, bare, level, seed))
    mixed = identities.draw_people(100, seed, glasses=50)
    fairer = identities.learn_embedding(mixed, seed)
    level = layers.pick_threshold(*pairs_of(fairer, choosers, seed))
    assert sum(rates_of(fairer, wearers, level, seed)) < 0.9 * with_glasses

    claimed, real = identities.costs_of_choosing(
        *pairs_of(model, testers, seed), 10, 200, seed, layers.pick_threshold
    )
    assert claimed < 0.8 * real


def test_a_map_of_logits_is_that_of_its_windows():
    model = faces.face_network()
    picture = np.random.default_rng(17).normal(size=(1, 45, 57, 1)).astype(np.float32)
    found = np.asarray(model(picture))[0, :, :, 0]
    assert found.shape >= ((45 - 25) // 4 + 1, (57 - 25) // 4 + 1)
    for i in range(6):
        for j in range(9):
            window = picture[:, 4 * i : 4 * i + 25, 4 * j : 4 * j + 25]
            assert np.asarray(model(window)).item() == pytest.approx(found[i, j], abs=1e-4)


def test_another_split_has_as_many_faces_and_no_patch_twice():
    for seed in (None, 1, 2):
        x, y, x_test, y_test = faces.split_faces(seed)
        assert (len(x), len(x_test), y.sum(), y_test.sum()) == (150, 50, 75, 25)
    both = np.concatenate([x, x_test]).reshape(200, -1)
    assert len(np.unique(both, axis=0)) == len(
        np.unique(np.concatenate(faces.split_faces()[::2]).reshape(200, -1), axis=0)
    )


def test_people_are_the_same_for_the_same_seed_and_others_for_another():
    one, again, other = (identities.draw_people(3, seed, images=2) for seed in (4, 4, 5))
    assert np.array_equal(one.x, again.x)
    assert not np.array_equal(one.x, other.x)
    assert one.who.tolist() == [0, 0, 1, 1, 2, 2]


def test_the_loss_over_a_batch_is_the_mean_over_the_triplets_that_cost_something():
    rng = np.random.default_rng(17)
    who = np.repeat([3, 5, 8], [2, 3, 2])
    vectors = rng.normal(size=(7, 4))
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    squared = layers.pairwise_distance(vectors, vectors) ** 2
    costs = [
        squared[a, p] - squared[a, n] + 0.4
        for a in range(7)
        for p in range(7)
        for n in range(7)
        if a != p and who[a] == who[p] != who[n]
    ]
    wanted = np.mean([cost for cost in costs if cost > 0])
    found = float(identities.batch_all_loss(0.4)(who, vectors.astype(np.float32)))
    assert found == pytest.approx(wanted, rel=1e-4)
