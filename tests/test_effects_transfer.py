"""What unit 14 claims holds on fresh draws: transfer wins, fine-tuning hardly counts."""

import os

import numpy as np
import pytest

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras

from cnnbasics import datasets, layers
from cnnbasics.experiments import transfer

pytestmark = pytest.mark.slow

FRESH = range(100, 105)
ON_TEST, ON_TRAINING = "on the test images", "on the training images"


def learned(make, seed, epochs=30):
    """Draw the task and a network with a seed, train, and measure."""
    keras.utils.set_random_seed(seed)
    return transfer.learn(make(), transfer.target_task(seed), epochs)


def test_a_new_head_on_the_shipped_base_beats_training_from_scratch_on_forty_images():
    base = transfer.load_base()
    ours = [learned(lambda: layers.build_transfer(base, 2), seed)[ON_TEST] for seed in FRESH]
    theirs = [learned(transfer.from_scratch, seed) for seed in FRESH]
    assert min(ours) > 0.85
    assert min(np.subtract(ours, [result[ON_TEST] for result in theirs])) > 0.25
    # The rival is not broken: it knows its own images.
    assert np.mean([result[ON_TRAINING] for result in theirs]) > 0.9


def test_it_is_what_the_base_learned_that_counts_and_not_its_architecture():
    results = [
        learned(lambda: layers.build_transfer(transfer.new_base(), 2), seed)[ON_TEST]
        for seed in FRESH
    ]
    assert max(results) < 0.7


def test_fine_tuning_at_a_small_rate_changes_little():
    base = transfer.load_base()
    kept, gains = base.get_weights(), []
    for seed in FRESH:
        base.set_weights(kept)
        keras.utils.set_random_seed(seed)
        task = transfer.target_task(seed)
        model = layers.build_transfer(base, 2)
        before = transfer.learn(model, task, 30)[ON_TEST]
        layers.fine_tune(model, base, transfer.last_convolution(base), 1e-4)
        gains.append(transfer.learn(model, task, 20)[ON_TEST] - before)
    assert min(gains) < 0.05
    assert abs(np.mean(gains)) < 0.05


def test_a_momentum_of_99_percent_spoils_a_short_training_as_the_network_is_used():
    lost = {}
    for momentum in (0.99, 0.8):
        results = [
            learned(lambda m=momentum: transfer.from_scratch(momentum=m), seed, epochs=20)
            for seed in FRESH
        ]
        lost[momentum] = np.mean([r["while training"] - r[ON_TRAINING] for r in results])
    assert lost[0.99] > 0.1
    assert lost[0.8] < 0.08


def test_the_shipped_base_knows_its_own_six_shapes():
    unseen = six_shapes()
    assert transfer.accuracy(transfer.load_base(), *unseen) > 0.98


def test_the_recipe_gives_a_base_as_good_as_the_shipped_one():
    """With two fifths of the images and eight epochs: less than a fourth of the work."""
    base = transfer.train_base(n_train=3600, epochs=8, seed=3)
    assert transfer.accuracy(base, *six_shapes()) > 0.95
    shipped = transfer.load_base()
    ours, theirs = (
        np.mean([learned(lambda b=b: layers.build_transfer(b, 2), s)[ON_TEST] for s in FRESH])
        for b in (base, shipped)
    )
    assert ours > theirs - 0.08


def six_shapes():
    drawn = datasets.load(
        "shapes", seed=1, n_train=0, n_val=0, n_test=600, kinds=transfer.BASE_KINDS
    )
    return drawn.x_test, drawn.y_test
