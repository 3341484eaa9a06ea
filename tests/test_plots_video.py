"""Film strips, differences, a film that plays, and the slider for two frames."""

import io

import ipywidgets
import numpy as np
import pytest
from PIL import Image
from test_plots import (  # noqa: F401  (the two tests are collected here, for the gallery below)
    test_every_figure_has_a_text_alternative_that_reaches_the_page,
    test_no_figure_reaches_its_edge,
)

from cnnbasics import plots, widgets
from cnnbasics.experiments import video

CLIPS = video.moving_digits(0, n_train=4, n_test=1, noise=0.1).x

GALLERY = {
    "films": lambda: plots.show_film.picture(
        CLIPS, ["right", "down", "up left", "→ called ↗"], title="Four films"
    ),
    "one frame seen": lambda: plots.show_film.picture(CLIPS[:2], title="One", seen=[0]),
    "a long film": lambda: plots.show_film.picture(
        [np.concatenate([CLIPS[0]] * 3)], title="Eighteen frames"
    ),
    "differences": lambda: plots.show_film.picture(
        [np.diff(CLIPS[0], axis=0)], title="Differences", signed=True
    ),
    "two frames": lambda: plots.show_motion.picture(CLIPS[0], 2),
    "frames that are wide": lambda: plots.show_motion.picture(CLIPS[0][:, :8, :, 0]),
    "a film that plays": lambda: plots.play_clip.picture(CLIPS[0], title="It plays"),
}


@pytest.fixture(scope="module", params=GALLERY)
def drawn(request):
    return GALLERY[request.param]()


def test_a_film_that_plays_is_a_still_picture_first_and_last():
    picture = GALLERY["a film that plays"]()
    film = Image.open(io.BytesIO(picture.data))
    assert film.n_frames == 8
    assert (film.info["loop"], film.info["default_image"]) == (2, True)
    still = np.asarray(film.convert("RGB"), dtype=int)
    film.seek(7)
    assert np.array_equal(np.asarray(film.convert("RGB")), still)
    film.seek(3)
    assert not np.array_equal(np.asarray(film.convert("RGB")), still)


def test_a_covered_frame_is_covered():
    assert GALLERY["one frame seen"]().words.count("?") == 10
    assert "5 of them covered" in GALLERY["one frame seen"]().alt


def test_what_is_drawn_is_the_students_own_difference():
    calls = []

    def difference(clip):
        calls.append(clip.shape)
        return np.zeros((5, 24, 24, 1))

    assert "100% of the pixels" in plots.show_motion.picture(CLIPS[0], 1, difference).alt
    assert calls == [(6, 24, 24, 1)]


@pytest.mark.parametrize(
    ("draw", "words"),
    [
        (lambda: plots.show_film.picture([], title="t"), "at least 1"),
        (lambda: plots.show_film.picture([CLIPS[0], CLIPS[0][:3]], title="t"), "3 frames"),
        (lambda: plots.show_film.picture([np.zeros((3, 4, 4, 3))], title="t"), "3 channels"),
        (lambda: plots.show_film.picture(CLIPS, ["one"], title="t"), "1 entries"),
        (lambda: plots.show_motion.picture(CLIPS[0], 5), "0 to 4"),
    ],
)
def test_what_does_not_fit_is_refused(draw, words):
    with pytest.raises(ValueError, match=words):
        draw()


def test_the_slider_draws_each_pair_of_frames():
    box = widgets.motion_slider(CLIPS[0])
    (slider,) = box.children[0].children
    assert (slider.min, slider.max) == (0, 4)
    slider.value = 4
    assert isinstance(box.children[1], ipywidgets.HTML)
    assert "Frames 4 and 5" in box.children[1].value
