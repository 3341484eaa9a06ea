"""The detector of unit 19, on fresh seeds: the whole experiment, as the notebook has it."""

import functools
import os

import numpy as np
import pytest

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

from cnnbasics.experiments import detection

SEEDS = (2101, 2102)
"""Two: each takes a third of the time that the tests of this file may take."""

lesson = functools.cache(detection.lesson)
"""Made once for each seed, as a lesson is never changed."""


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
def test_mining_makes_a_detector_of_a_classifier(seed):
    windows = lesson(seed)
    first = detection.train(detection.new_detector(seed), windows, epochs=8)
    before = detection.measure(first, seed)
    (astronaut,) = detection.grays(["astronaut"])
    assert len(detection.search(first, astronaut, 30, 300).boxes) > 50
    detector, added = detection.mine(first, windows, seed)
    after = detection.measure(detector, seed)
    place, overlap = detection.on_astronaut(detector)
    found = before, after, place, overlap, added
    assert after > 0.75, found
    assert after > before + 0.05, found
    assert place is not None, found
    assert place <= 3, found
    assert added[0] == max(added), found


def test_no_photograph_is_on_both_sides():
    assert not set(detection.MINED) & set(detection.UNUSED)
    assert "astronaut" not in detection.MINED + detection.UNUSED


def test_an_evened_pixel_is_the_middle_of_its_own_window_standardized():
    photo = np.random.default_rng(1).integers(0, 255, (40, 50))
    window = photo[3:28, 7:32]
    right = (window[12, 12] - window.mean()) / (window.std() + detection.LEAST_SPREAD)
    np.testing.assert_allclose(detection.evened(photo)[15, 19], right, rtol=1e-5)


def test_the_deltas_of_a_lesson_lead_from_the_window_to_the_face():
    made = lesson(SEEDS[0])
    assert len(made.faces) == len(made.deltas) == 900
    assert np.abs(made.deltas[:, :2]).max() <= 2.5 / 25
    assert np.isfinite(made.others).all()


def test_a_map_has_the_numbers_of_its_windows():
    detector = detection.new_detector(5)
    photo = np.random.default_rng(2).integers(0, 255, (60, 71)).astype(float)
    logits, deltas = detection.heat(detector, photo)
    assert logits.shape == (9, 12)
    assert deltas.shape == (9, 12, 4)
    window = detection.evened(photo)[8:33, 20:45]
    alone = np.asarray(detector.model(window[np.newaxis, :, :, np.newaxis])).item()
    np.testing.assert_allclose(logits[2, 5], alone, atol=1e-4)


def test_each_held_out_face_is_in_one_scene():
    made = detection.scenes(4)
    assert sum(len(boxes) for _, boxes in made) == 25
    for scene, boxes in made:
        assert scene.shape == (200, 200)
        assert (boxes[:, 2:] - boxes[:, :2] >= 28).all()


def test_a_lit_photograph_is_yellow_where_the_window_is_that_the_map_is_sure_of():
    photo = np.full((100, 120), 100.0)
    logits = np.full((9, 11), -20.0)  # 57x68 pixels, for faces of 44
    logits[3, 6] = 20
    shown = detection.lit(photo, logits, 44)
    assert shown.shape == (100, 120, 3)
    rows, columns = np.nonzero(shown[..., 0] > 0.99)
    middle = (4 * np.array([3, 6]) + 12.5) * 44 / 25
    np.testing.assert_allclose([rows.mean() + 0.5, columns.mean() + 0.5], middle, atol=1)
    assert np.ptp(rows) < 8
    dark = np.ones(photo.shape, dtype=bool)
    dark[rows, columns] = False
    np.testing.assert_allclose(shown[dark], 0.45 * 100 / 255, atol=1e-6)
