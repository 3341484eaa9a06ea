"""What unit 18 claims of splits, class weights and the Dice loss, on seeds it does not use."""

import numpy as np
import pytest

from cnnbasics import datasets, layers
from cnnbasics.experiments import medical_images

SEEDS = (101, 102, 103, 104, 105)


def test_phantoms_are_as_many_as_the_unit_says_and_the_ill_have_their_lesion_in_each_scan():
    data = medical_images.phantoms(5)
    assert data.x.shape == (1000, 32, 32, 1)
    assert np.bincount(data.patients).tolist() == [10] * 100
    assert len(np.unique(data.patients[data.y == 1])) == 25
    assert data.y.sum() == 250
    np.testing.assert_array_equal(data.masks.any(axis=(1, 2)), data.y == 1)
    same = medical_images.phantoms(5)
    np.testing.assert_array_equal(data.x, same.x)
    assert (medical_images.phantoms(6).x != data.x).mean() > 0.9


def test_a_stain_that_was_mixed_is_found_again():
    stains = medical_images.STAINS / np.linalg.norm(medical_images.STAINS, axis=1, keepdims=True)
    amounts = np.random.default_rng(0).uniform(0, 1.5, (5, 6, 3))
    slide = 256 * np.exp(-amounts @ stains) - 1
    np.testing.assert_allclose(medical_images.hematoxylin(slide), amounts[..., 0], atol=1e-9)


def test_spots_are_pieces_that_share_sides():
    mask = np.array([[1, 1, 0, 1], [0, 1, 0, 1], [1, 0, 0, 0], [0, 0, 1, 1]], dtype=bool)
    assert medical_images.spots(mask) == 4
    assert medical_images.spots(np.zeros((3, 3), dtype=bool)) == 0


def splits(data, seed):
    """Split scans, and patients, as the unit does."""
    rng = np.random.default_rng(seed)
    return (
        medical_images.split_by_scan(data, rng),
        layers.patient_split(data.patients, data.y, medical_images.HELD_OUT, rng),
    )


def scores(build, data, split, seed, *, weighted=True):
    """Train a network, and return the truth and its scores on what was held out."""
    train, test = split
    weights = layers.class_weights(data.y[train]) if weighted else None
    network = medical_images.train(build, data.x[train], data.y[train], seed, weights=weights)
    return data.y[test], medical_images.scores_of(network, data.x[test])


@pytest.mark.slow
def test_a_split_by_scan_praises_both_networks_and_one_by_patient_only_the_map_network():
    falls = []
    for seed in SEEDS:
        data = medical_images.phantoms(seed)
        by_scan, by_patient = splits(data, seed)
        same = layers.roc_auc(*scores(medical_images.flat_network, data, by_scan, seed))
        new = layers.roc_auc(*scores(medical_images.flat_network, data, by_patient, seed))
        assert same > 0.85, seed
        falls.append(same - new)
        y, z = scores(medical_images.map_network, data, by_patient, seed)
        assert layers.roc_auc(y, z) > max(0.93, new + 0.03), seed
        assert min(layers.sensitivity_specificity(y, (z > 0).astype(int))) > 0.65, seed
    assert np.mean(falls) > 0.15, falls
    assert min(falls) > 0, falls


@pytest.mark.slow
def test_without_weights_nobody_is_ill_and_outlines_learned_with_dice_fit_and_mark_nuclei():
    slide = medical_images.hematoxylin(datasets.load("slide")["colon"])
    slide = (slide - slide.mean()) / slide.std()
    for seed in SEEDS:
        data = medical_images.phantoms(seed)
        by_scan, (train, test) = splits(data, seed)
        y, z = scores(medical_images.map_network, data, by_scan, seed, weighted=False)
        sensitivity, specificity = layers.sensitivity_specificity(y, (z > 0).astype(int))
        assert sensitivity < 0.15, seed
        assert specificity > 0.85, seed

        outliner = medical_images.train(
            medical_images.mask_network,
            data.x[train],
            data.masks[train],
            seed,
            loss=medical_images.dice_loss,
        )
        masks = medical_images.scores_of(outliner, data.x[test]) > 0
        ill = data.y[test] == 1
        pairs = zip(data.masks[test][ill], masks[ill], strict=True)
        assert np.mean([layers.dice(a, b) for a, b in pairs]) > 0.45, seed
        marks = medical_images.scores_of(outliner, slide[np.newaxis, :, :, np.newaxis])[0] > 0
        assert medical_images.spots(marks) > 70, seed
        assert slide[marks].mean() > slide[~marks].mean() + 1.2, seed
