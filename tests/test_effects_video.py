"""What unit 20 claims of clips of moving digits, on seeds that it does not use."""

import numpy as np
import pytest

from cnnbasics import datasets, layers
from cnnbasics.experiments import video

SEEDS = (201, 202)
"""Two: each trains eight networks, and all of it should take less than a minute."""

EPOCHS = 8
"""As in the unit, on the clips of moving digits."""


def share(model, x, y):
    return float(np.mean(video.probabilities(model, x).argmax(axis=1) == y))


@pytest.mark.slow
def test_one_frame_is_chance_six_are_not_and_it_is_their_order_that_counts():
    one, six, two = (video.bench(lambda n=n: video.stack_network(n)) for n in (1, 6, 2))
    digits = datasets.load("digits").x_test[:200, :, :, 0]
    for seed in SEEDS:
        clips = video.moving_digits(seed)
        scores = {}
        for name, bench, frames in (("one", one, 1), ("six", six, 6), ("two", two, 2)):
            x, x_test = (video.as_channels(part[:, :frames]) for part in (clips.x, clips.x_test))
            data = (x, clips.y, x_test, clips.y_test)
            scores[name] = bench.run(data, [seed], epochs=EPOCHS).test_accuracy[0, -1]
        assert scores["one"] < 0.2, seed
        assert scores["six"] > 0.88, seed
        mixed = video.as_channels(video.shuffled(clips.x_test, seed))
        assert share(six.model, mixed, clips.y_test) < 0.45, seed
        backward = video.as_channels(clips.x_test[:, ::-1])
        assert share(six.model, backward, (clips.y_test + 4) % 8) > 0.85, seed
        looks = [video.as_channels(clips.x_test[:, t : t + 2]) for t in range(5)]
        probs = np.stack([video.probabilities(two.model, look) for look in looks], axis=1)
        alone = np.mean(probs.argmax(axis=2) == clips.y_test[:, np.newaxis])
        assert np.mean(layers.clip_prediction(probs) == clips.y_test) > alone + 0.04, seed
        rng = np.random.default_rng(seed)
        y, start = rng.integers(0, 8, 200), rng.integers(0, 24, (200, 2))
        for speed in (0, 22):
            x = video.moved(digits, y, np.full(200, speed), start)
            x = video.as_channels(x + rng.normal(0, 0.3, x.shape))
            if speed:
                assert share(six.model, x, (y + 4) % 8) > 0.85, seed
            else:
                assert np.median(video.probabilities(six.model, x).max(axis=1)) > 0.5, seed


@pytest.mark.slow
def test_a_3d_convolution_tells_the_direction_as_well():
    bench = video.bench(video.clip_network)
    for seed in SEEDS:
        clips = video.moving_digits(seed)
        data = (clips.x, clips.y, clips.x_test, clips.y_test)
        assert bench.run(data, [seed], epochs=EPOCHS).test_accuracy[0, -1] > 0.65, seed


@pytest.mark.slow
def test_a_split_by_clip_pretends_what_one_frame_cannot_know_and_differences_help():
    scene = video.bench(video.scene_network, rate=0.002)
    frames, changes = (video.bench(lambda n=n: video.stack_network(n)) for n in (6, 5))
    for seed in SEEDS:
        x, y = video.filmed(seed)
        rng = np.random.default_rng(seed)
        by_video = layers.video_split([x.shape[1]] * len(x), 6, 1, 0.25, rng)
        mixed = rng.permutation(np.concatenate(by_video))
        by_clip = mixed[len(by_video[1]) :], mixed[: len(by_video[1])]

        def score(bench, parts, see, x=x, y=y, seed=seed):
            (a, b), (c, d) = (video.cut(x, y, part) for part in parts)
            return bench.run((see(a), b, see(c), d), [seed], epochs=15).test_accuracy[0, -1]

        pretended = score(scene, by_clip, lambda c: video.as_channels(c[:, :1]))
        honest = score(scene, by_video, lambda c: video.as_channels(c[:, :1]))
        assert pretended > 0.6 > 0.35 > honest, (seed, pretended, honest)
        seen = score(frames, by_video, video.as_channels)
        moved = score(changes, by_video, lambda c: video.as_channels(np.diff(c, axis=1)))
        assert moved > seen + 0.2, (seed, seen, moved)
