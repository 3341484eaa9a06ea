import ast
import base64
import errno
import hashlib
import os
import re
import runpy
import shutil
import subprocess
import sys
import time
import traceback
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pooch
import pytest
from data_server import Server, offer, small_cifar, small_fashion

from cnnbasics import datasets
from cnnbasics.datasets import download, files, shapes

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "data"
OFFLINE = ["photographs", "textures", "slide", "digits", "faces", "shapes"]


def sha256(*arrays):
    digest = hashlib.sha256()
    for array in arrays:
        digest.update(f"{array.dtype.str}{array.shape}".encode() + array.tobytes())
    return digest.hexdigest()


@pytest.fixture(scope="module")
def loaded():
    return {name: datasets.load(name) for name in OFFLINE}


# What is in them


def test_the_readme_has_a_section_for_each_dataset_in_the_order_of_names():
    sections = re.findall(r"^## (.*)$", (DATA / "README.md").read_text("utf-8"), flags=re.M)
    assert sections == datasets.names()


@pytest.mark.parametrize("name", datasets.names())
def test_a_description_says_arrays_range_split_license_source_and_how_made(name):
    text = datasets.describe(name)
    assert text.startswith(f"{name}\n")
    assert "## " not in text
    for key in ("Arrays", "Range", "Split", "License", "Source", "How made"):
        assert re.search(rf"^- .*{key}.*:", text, flags=re.M | re.I), key


def test_a_notebook_shows_a_description_as_markdown():
    from IPython.core.formatters import DisplayFormatter

    formats, _ = DisplayFormatter().format(datasets.describe("faces"))
    assert formats["text/markdown"] == str(datasets.describe("faces"))


@pytest.mark.parametrize("name", OFFLINE)
def test_the_shapes_and_the_range_in_a_description_are_those_of_the_arrays(name, loaded):
    text = datasets.describe(name)
    arrays = text[text.index("- Arrays:") : text.index("- Range:")]
    said = {n: ast.literal_eval(shape) for n, shape in re.findall(r"(\w+) (\([\d, ]+\))", arrays)}
    got = loaded[name] if isinstance(loaded[name], dict) else loaded[name]._asdict()
    got = {n: array for n, array in got.items() if n != "labels"}
    assert said == {n: array.shape for n, array in got.items()}
    pixels = [array for n, array in got.items() if not n.startswith("y_")]
    low, high = re.search(r"- Range: (\d+) to (\d+)", text).groups()
    assert min(a.min() for a in pixels) == int(low)
    assert max(a.max() for a in pixels) == int(high)
    assert {a.dtype for a in pixels} == {np.dtype(np.uint8)}


@pytest.mark.parametrize("name", ["digits", "faces", "shapes"])
def test_a_split_unpacks_in_its_order_and_every_class_has_a_label(name, loaded):
    *parts, labels = loaded[name]
    for x, y in zip(parts[::2], parts[1::2], strict=True):
        assert x.ndim == 4
        assert y.dtype == np.int64
        assert len(x) == len(y)
        assert sorted(set(y.tolist())) == list(range(len(labels)))


@pytest.mark.parametrize("name", ["digits", "faces", "shapes"])
def test_no_image_is_in_two_parts_of_a_split(name, loaded):
    parts = [{image.tobytes() for image in x} for x in loaded[name][:-1:2]]
    assert len(set().union(*parts)) == sum(map(len, parts))


def test_digits_are_scikit_learns_with_the_last_fifty_of_each_digit_as_the_test(loaded):
    from sklearn.datasets import load_digits

    x, y = load_digits(return_X_y=True)
    digits = loaded["digits"]
    for digit in range(10):
        images = x[y == digit].reshape(-1, 8, 8, 1)
        np.testing.assert_array_equal(digits.x_test[digits.y_test == digit], images[-50:])
        np.testing.assert_array_equal(digits.x_train[digits.y_train == digit], images[:-50])


def test_faces_are_scikit_images_with_the_last_25_of_each_class_as_the_test(loaded):
    import skimage.data

    images = np.rint(255 * skimage.data.lfw_subset())[..., np.newaxis]
    faces = loaded["faces"]
    for is_face, start in ((1, 0), (0, 100)):
        got_train = faces.x_train[faces.y_train == is_face]
        got_test = faces.x_test[faces.y_test == is_face]
        np.testing.assert_array_equal(got_train, images[start : start + 75])
        np.testing.assert_array_equal(got_test, images[start + 75 : start + 100])


def test_training_and_test_rows_of_a_texture_lie_ten_rows_apart(loaded):
    train, test = (datasets.load("textures", region=part) for part in ("train", "test"))
    for name, image in loaded["textures"].items():
        np.testing.assert_array_equal(train[name], image[:340])
        np.testing.assert_array_equal(test[name], image[350:])


def test_what_one_caller_changes_the_next_does_not_see():
    datasets.load("photographs")["camera"][:] = 0
    datasets.load("digits").x_train[:] = 0
    assert datasets.load("photographs")["camera"].any()
    assert datasets.load("digits").x_train.any()


def test_a_split_shows_its_shapes_and_not_its_numbers(loaded):
    assert repr(loaded["faces"]) == (
        "TrainTest(x_train=uint8 (150, 25, 25, 1), y_train=int64 (150,),\n"
        "          x_test=uint8 (50, 25, 25, 1), y_test=int64 (50,),\n"
        "          labels=('not a face', 'face'))"
    )


# Shapes


def test_shapes_are_the_same_bytes_on_every_machine(loaded):
    got = sha256(*loaded["shapes"][:-1])
    assert got == "c49eeb32c663c2d7ee7e95db45e5e3d359508f22b5752489c606fc3897c934ea"
    small = datasets.load("shapes", seed=7, n_train=4, n_val=2, n_test=2)
    got = sha256(*small[:-1])
    assert got == "37a845aa10a5798a5a41b59f9d006b0d12af1c3629a9f75f6e9a7cda246e49d3"


def test_fewer_shapes_are_the_first_of_more_and_leave_the_other_parts_alone(loaded):
    few = datasets.load("shapes", n_train=61, n_val=1, n_test=0)
    for part, n in (("train", 61), ("val", 1), ("test", 0)):
        for kind in ("x", "y"):
            all_of_it = getattr(loaded["shapes"], f"{kind}_{part}")
            np.testing.assert_array_equal(getattr(few, f"{kind}_{part}"), all_of_it[:n])


def test_half_of_the_shapes_are_circles_and_they_do_not_simply_take_turns(loaded):
    for y in loaded["shapes"][1:-1:2]:
        assert y.mean() == 0.5
        assert 0.3 < y[::2].mean() < 0.7


def test_another_seed_draws_other_shapes():
    one, other = (datasets.load("shapes", seed=s, n_train=2, n_val=0, n_test=0) for s in (0, 1))
    assert (one.x_train != other.x_train).mean() > 0.9


def test_a_circle_and_a_star_of_one_radius_cover_the_same_area():
    y, x = np.mgrid[-25:25:0.1, -25:25:0.1]
    star = (shapes._star(x, y, 20, turn=np.array(0.1)) < 0).mean()
    circle = (shapes._circle(x, y, 20) < 0).mean()
    assert circle == pytest.approx(star, rel=0.005)


def test_a_star_has_five_tips_and_a_circle_has_none():
    angle = np.arange(720) * np.pi / 360
    x, y = 14 * np.cos(angle), 14 * np.sin(angle)
    inside = shapes._star(x, y, 20, turn=np.array(0.03)) < 0
    assert (np.diff(inside.astype(int), append=inside[:1].astype(int)) == 1).sum() == 5
    assert not (shapes._circle(x, y, 20) < 0).any()


def test_class_one_is_drawn_as_a_star_and_class_zero_as_a_circle():
    choices = np.zeros((2, 27))
    choices[:, -7:] = [1, 0.5, 0.5, 0, 1, 1, 1]  # radius 20, in the middle, a tip to the right
    circle, star = shapes._picture(choices, np.array([0, 1]))
    assert (star[31:33, 48] == 250).all()
    assert (circle[31:33, 48] < 50).all()
    assert (circle[31:33, 32:44] == 250).all()


def test_eight_kinds_of_shapes_are_the_same_bytes_on_every_machine():
    drawn = datasets.load("shapes", n_train=16, n_val=8, n_test=0, kinds=list(shapes.KINDS))
    assert drawn.labels == tuple(shapes.KINDS)
    assert np.bincount(drawn.y_train).tolist() == [2] * 8
    got = sha256(*drawn[:-1])
    assert got == "f5ef7c43c5995195926404306a06c1778d4c832186f6d76f016217c74298672b"


def test_all_kinds_of_shapes_cover_the_same_area():
    y, x = np.mgrid[-25:25:0.1, -25:25:0.1]
    areas = {
        k: (outside(x, y, 20, np.array(0.1)) < 0).mean() for k, outside in shapes.KINDS.items()
    }
    for kind, area in areas.items():
        assert area == pytest.approx(areas["star"], rel=0.005), kind


@pytest.mark.parametrize(
    ("kind", "parts"),
    [("triangle", 3), ("square", 4), ("hexagon", 6), ("cross", 4), ("four-pointed star", 4)],
)
def test_a_kind_has_as_many_corners_as_its_name_says(kind, parts):
    angle = np.arange(720) * np.pi / 360
    for radius in np.arange(5, 25, 0.1):  # a circle that grows out of the shape cuts its corners
        inside = shapes.KINDS[kind](
            radius * np.cos(angle), radius * np.sin(angle), 20, turn=np.array(0.03)
        )
        entered = (np.diff((inside < 0).astype(int), append=inside[:1] < 0) == 1).sum()
        if entered:
            assert entered == parts
            break


@pytest.mark.parametrize("kinds", [("circle",), ("circle", "circle"), ("circle", "blob")])
def test_kinds_that_cannot_be_drawn_are_named(kinds):
    with pytest.raises(ValueError, match=re.escape(f"'four-pointed star'], but it is {kinds!r}.")):
        datasets.load("shapes", n_train=2, kinds=kinds)


def test_brightness_does_not_give_the_class_away(loaded):
    x, y = loaded["shapes"].x_train, loaded["shapes"].y_train
    y = y[np.argsort(x.mean(axis=(1, 2, 3)))]
    stars_below = np.cumsum(y) / y.sum()
    circles_below = np.cumsum(1 - y) / (1 - y).sum()
    assert abs(stars_below - circles_below).max() < 0.1


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"seed": -1}, "`seed` must be a whole number from 0 on, but it is -1."),
        ({"n_val": 2.5}, "`n_val` must be a whole number from 0 on, but it is 2.5."),
    ],
)
def test_shapes_refuse_numbers_that_cannot_be(options, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        datasets.load("shapes", **options)


# Names and options


def test_an_unknown_name_is_answered_by_the_closest_one_and_the_list():
    with pytest.raises(datasets.UnknownDataset) as caught:
        datasets.load("digit")
    assert str(caught.value) == (
        "There is no dataset `digit`. Did you mean `digits`? There are: photographs, textures, "
        "slide, digits, faces, shapes, fashion_mnist, cifar10."
    )
    with pytest.raises(datasets.UnknownDataset, match=r"There is no dataset `xyz`\. There are"):
        datasets.describe("xyz")


def test_an_option_that_a_dataset_does_not_have_is_named_with_those_it_has():
    with pytest.raises(TypeError, match=re.escape("`digits` has no option `seed`; its options: n")):
        datasets.load("digits", seed=1)
    with pytest.raises(TypeError, match=re.escape("no option `rows`; its options: `region`.")):
        datasets.load("textures", rows="train")
    with pytest.raises(ValueError, match=re.escape("['all', 'train', 'test'], but it is 'val'")):
        datasets.load("textures", region="val")


def test_shipped_data_needs_numpy_and_nothing_else():
    code = (
        "import sys; from cnnbasics import datasets\n"
        "for name in ('photographs', 'textures', 'slide', 'digits', 'faces'): datasets.load(name)\n"
        "heavy = {'sklearn', 'skimage', 'scipy', 'tensorflow', 'keras', 'matplotlib', 'PIL',"
        " 'pooch', 'requests'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# The files


def test_making_the_files_again_gives_the_same_bytes(tmp_path):
    runpy.run_path(str(DATA / "make.py"))["write"](tmp_path)
    made = {path.name: path.read_bytes() for path in tmp_path.glob("*.npz")}
    shipped = {path.name: path.read_bytes() for path in DATA.glob("*.npz")}
    del shipped["base.npz"]  # trained, by make_base.py
    assert made == shipped
    # As text: Git may give this one other line ends.
    assert (tmp_path / "registry.txt").read_text() == (DATA / "registry.txt").read_text()


def test_the_registry_is_one_that_pooch_reads():
    keeper = pooch.create(path=DATA, base_url="")
    keeper.load_registry(DATA / "registry.txt")
    assert keeper.registry == files.registry()
    for name, expected in keeper.registry.items():
        assert pooch.file_hash(DATA / name) == expected


def test_the_files_stay_under_six_megabytes():
    assert sum(path.stat().st_size for path in DATA.glob("*.*")) < 6e6


@pytest.fixture
def copy(tmp_path, monkeypatch):
    """A copy of the data folder that a test may damage."""
    shutil.copytree(DATA, tmp_path / "data", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(files, "folder", lambda: tmp_path / "data")
    return tmp_path / "data"


def test_one_changed_bit_is_noticed_and_both_sha256_are_shown(copy):
    content = bytearray((copy / "digits.npz").read_bytes())
    content[5000] ^= 1
    (copy / "digits.npz").write_bytes(content)
    with pytest.raises(datasets.DamagedFile) as caught:
        datasets.load("digits")
    expected = files.registry()["digits.npz"]
    assert f"expected  sha256 {expected}\n" in str(caught.value)
    assert f"got       sha256 {hashlib.sha256(content).hexdigest()}" in str(caught.value)
    assert str(copy / "digits.npz") in str(caught.value)
    assert "git restore data" in str(caught.value)
    assert datasets.load("faces")


def test_a_file_that_is_cut_short_is_noticed(copy):
    content = (copy / "textures.npz").read_bytes()
    (copy / "textures.npz").write_bytes(content[:1000])
    with pytest.raises(datasets.DamagedFile, match="1,000 bytes"):
        datasets.load("textures")


@pytest.mark.parametrize("missing", ["faces.npz", "registry.txt"])
def test_a_missing_file_is_named(copy, missing):
    (copy / missing).unlink()
    with pytest.raises(datasets.DamagedFile) as caught:
        datasets.load("faces")
    assert f"file      {copy / missing}\n" in str(caught.value)
    assert "FileNotFoundError" in str(caught.value)


def test_a_registry_that_is_cut_short_is_a_damaged_file_too(copy):
    content = (copy / "registry.txt").read_text()
    (copy / "registry.txt").write_text(content[: content.index("textures.npz") + 12])
    with pytest.raises(datasets.DamagedFile, match=r"that registry\.txt should name"):
        datasets.load("textures")


def test_an_installed_wheel_has_the_data_in_it(tmp_path):
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, capture_output=True, check=True)
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        wheel.extractall(tmp_path / "site")
    code = (
        "from cnnbasics import datasets; from cnnbasics.datasets import files\n"
        "print(files.folder())\n"
        "for name in ('photographs', 'textures', 'slide', 'digits', 'faces'): datasets.load(name)\n"
        "print(datasets.describe('shapes').splitlines()[0])"
    )
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "site")}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == [str(tmp_path / "site" / "cnnbasics" / "data"), "shapes"]


# Downloads, from a server on this machine


@pytest.fixture
def server(monkeypatch):
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    for name in ("no_proxy", "NO_PROXY"):  # a proxy may come from the system's settings, too
        monkeypatch.setenv(name, "127.0.0.1")
    monkeypatch.setattr(download, "PAUSE", 0)
    server = Server()
    yield server
    server.stop()


@pytest.fixture
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("CNNBASICS_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("CNNBASICS_DATA_URL", raising=False)
    return tmp_path / "cache"


def left_in(folder):
    """What is in the cache, but for the empty files that processes wait at."""
    found = (path.name for path in folder.rglob("*") if path.is_file())
    return sorted(name for name in found if name != ".lock")


CIFAR = "cifar-10-binary.tar.gz"


@pytest.fixture
def cifar(server, cache, monkeypatch):
    """A small CIFAR-10 on the server: its arrays, and the bytes of its one file."""
    arrays, contents = small_cifar()
    offer(server, monkeypatch, "cifar10", contents)
    assert len(contents[CIFAR]) > 4 * 2**13  # or there would be no whole chunk in half of it
    return arrays, contents[CIFAR]


def check_arrays(result, expected):
    for got, want in zip(result[:-1], expected, strict=True):
        np.testing.assert_array_equal(got, want)


@pytest.mark.parametrize(
    ("name", "small"), [("fashion_mnist", small_fashion), ("cifar10", small_cifar)]
)
def test_a_download_is_read_right_and_needs_no_network_the_second_time(
    name, small, server, cache, monkeypatch, capsys
):
    expected, contents = small()
    offer(server, monkeypatch, name, contents)
    first = datasets.load(name, download=True)
    assert len(server.asked) == len(contents)
    assert left_in(cache) == sorted(contents)
    assert capsys.readouterr().err.count("100%") == len(contents)
    second = datasets.load(name)  # what is in the cache needs no leave
    assert len(server.asked) == len(contents)
    for result in (first, second):
        check_arrays(result, expected)
        assert result.y_train.dtype == np.int64
        assert len(result.labels) == 10
        result.x_train[0] = result.y_train[0] = 0  # raises if they cannot be written


def test_nothing_is_downloaded_unasked_and_it_says_how_much_it_would_be(server, cache):
    with pytest.raises(datasets.NotDownloaded) as caught:
        datasets.load("cifar10")
    assert 'datasets.load("cifar10", download=True) fetches it, 170 MB, once' in str(caught.value)
    assert str(cache / "cifar10") in str(caught.value)
    with pytest.raises(datasets.NotDownloaded, match="fetches it, 31 MB"):
        datasets.load("fashion_mnist", download=False)
    assert server.asked == []
    assert not cache.exists()


def test_data_that_come_with_the_course_do_not_mind_that_downloads_are_allowed():
    np.testing.assert_array_equal(
        datasets.load("digits", download=True).x_test, datasets.load("digits").x_test
    )


@pytest.mark.parametrize("name", list(download.SOURCES))
def test_the_readme_says_how_large_a_download_is(name):
    size = sum(source.size for source in download.SOURCES[name].values())
    assert f"Downloaded, {size / 1e6:.0f} MB." in datasets.describe(name)


def test_without_a_network_it_says_what_to_do_and_leaves_nothing(cache, monkeypatch):
    url = f"http://nowhere.invalid/{CIFAR}"
    monkeypatch.setitem(download.SOURCES, "cifar10", {CIFAR: download.Source(url, 10, "0" * 64)})
    with pytest.raises(datasets.DownloadFailed) as caught:
        datasets.load("cifar10", download=True)
    text = str(caught.value)
    assert text.startswith("`cifar10` could not be downloaded.\n")
    assert f"expected  {url}\n          sha256 {'0' * 64}, 10 bytes\n" in text
    assert "came      ConnectionError: " in text
    assert "when there is a network" in text
    assert str(cache / "cifar10" / CIFAR) in text
    assert "kept" not in text


def test_a_connection_that_breaks_is_taken_up_where_it_stopped(server, cache, cifar, capsys):
    arrays, content = cifar
    server.ways = {f"/{CIFAR}": "dropped"}
    check_arrays(datasets.load("cifar10", download=True), arrays)
    (_, all_of_it), (_, rest) = server.asked
    assert all_of_it is None
    assert len(content) / 4 < int(re.fullmatch(r"bytes=(\d+)-", rest)[1]) <= len(content) / 2
    assert left_in(cache) == [CIFAR]
    first, second = capsys.readouterr().err.strip().split("\n")
    assert "100%" not in first
    assert "100%" in second
    assert f"of {len(content) / 1e3:.1f} kB" in second  # of all of it, not of the rest


def test_a_connection_that_falls_silent_is_given_up_and_taken_up_again(server, cifar, monkeypatch):
    monkeypatch.setattr(download, "TIMEOUT", 0.3)
    server.ways = {f"/{CIFAR}": "stalled"}
    check_arrays(datasets.load("cifar10", download=True), cifar[0])
    assert len(server.asked) == 2


def test_a_slow_connection_is_waited_for(server, cifar, monkeypatch):
    monkeypatch.setattr(download, "TIMEOUT", 0.3)  # of silence; all of it takes longer
    server.ways = {f"/{CIFAR}": "slow"}
    check_arrays(datasets.load("cifar10", download=True), cifar[0])
    assert len(server.asked) == 1


def test_what_came_is_kept_when_no_try_gets_through_and_the_next_load_goes_on_from_there(
    server, cache, cifar, monkeypatch
):
    arrays, content = cifar
    monkeypatch.setattr(download, "TRIES", 2)
    server.ways = {f"/{CIFAR}": "dropped always"}
    with pytest.raises(datasets.DownloadFailed, match="came      ChunkedEncodingError") as caught:
        datasets.load("cifar10", download=True)
    assert "loading it again goes on from there" in str(caught.value)
    assert left_in(cache) == [f"{CIFAR}.part"]
    have = (cache / "cifar10" / f"{CIFAR}.part").stat().st_size
    assert len(content) / 2 < have < len(content)
    assert f"kept      {have / 1e3:.1f} kB of {len(content) / 1e3:.1f} kB: " in str(caught.value)
    server.ways = {}
    check_arrays(datasets.load("cifar10", download=True), arrays)
    assert server.asked[2:] == [(f"/{CIFAR}", f"bytes={have}-")]
    assert left_in(cache) == [CIFAR]


def test_a_server_that_cannot_send_the_rest_sends_all_of_it(server, cache, cifar):
    server.ways = {f"/{CIFAR}": "no range"}
    part = cache / "cifar10" / f"{CIFAR}.part"
    part.parent.mkdir(parents=True)
    part.write_bytes(cifar[1][:1000])
    check_arrays(datasets.load("cifar10", download=True), cifar[0])
    assert server.asked == [(f"/{CIFAR}", "bytes=1000-")]


def test_a_server_that_drops_and_cannot_resume_is_not_asked_for_ever(server, cifar):
    server.ways = {f"/{CIFAR}": "no range, dropped always"}
    with pytest.raises(datasets.DownloadFailed, match="ChunkedEncodingError"):
        datasets.load("cifar10", download=True)
    assert len(server.asked) == 2


@pytest.fixture
def part(cache, cifar):
    """Where what has come of the file is kept."""
    path = cache / "cifar10" / f"{CIFAR}.part"
    path.parent.mkdir(parents=True)
    return path


def test_a_kept_part_of_another_file_is_dropped_and_all_of_it_is_asked_for(
    server, cache, cifar, part
):
    part.write_bytes(b"of another file")
    check_arrays(datasets.load("cifar10", download=True), cifar[0])
    assert [asked for _, asked in server.asked] == ["bytes=15-", None]
    assert left_in(cache) == [CIFAR]


def test_a_file_that_was_stopped_after_its_last_byte_is_not_asked_for_again(
    server, cache, cifar, part
):
    part.write_bytes(cifar[1])
    check_arrays(datasets.load("cifar10", download=True), cifar[0])
    assert server.asked == []
    assert left_in(cache) == [CIFAR]


def test_a_server_whose_file_ends_before_the_kept_part_is_asked_for_all_of_it(
    server, cache, cifar, part
):
    part.write_bytes(cifar[1][:-10])
    server.pages[f"/{CIFAR}"] = cifar[1][:-20]
    with pytest.raises(datasets.DownloadFailed, match="came      another file: sha256"):
        datasets.load("cifar10", download=True)
    assert [asked for _, asked in server.asked] == [f"bytes={len(cifar[1]) - 10}-", None]
    assert left_in(cache) == []


def test_a_wrong_file_on_the_last_try_is_refused_too(server, cifar, part, monkeypatch):
    monkeypatch.setattr(download, "TRIES", 1)
    part.write_bytes(b"of another file")
    with pytest.raises(datasets.DownloadFailed, match="came      another file: sha256"):
        datasets.load("cifar10", download=True)


def test_a_server_that_calls_all_of_it_the_rest_is_asked_for_all_of_it(server, cifar, part):
    server.ways = {f"/{CIFAR}": "all as the rest"}
    part.write_bytes(cifar[1][:1000])
    check_arrays(datasets.load("cifar10", download=True), cifar[0])
    assert [asked for _, asked in server.asked] == ["bytes=1000-", None]


def test_a_file_that_has_moved_is_followed_and_its_rest_is_asked_for_there(server, cifar, part):
    server.pages[f"/{CIFAR}.new"] = cifar[1]
    server.ways = {f"/{CIFAR}": "moved"}
    part.write_bytes(cifar[1][:1000])
    check_arrays(datasets.load("cifar10", download=True), cifar[0])
    assert server.asked == [(f"/{CIFAR}", "bytes=1000-"), (f"/{CIFAR}.new", "bytes=1000-")]


def test_a_server_that_does_not_say_how_much_comes_has_its_progress_shown(server, cifar, capsys):
    server.ways = {f"/{CIFAR}": "no length"}
    check_arrays(datasets.load("cifar10", download=True), cifar[0])
    *steps, last = [int(share) for share in re.findall(r"(\d+)% of", capsys.readouterr().err)]
    assert last == 100
    assert 0 < steps[0] < 100
    assert steps == sorted(steps)


@pytest.mark.parametrize(
    ("way", "came"), [("too long", "ChunkedEncodingError"), ("too short", "another file: sha256")]
)
def test_a_server_that_says_a_wrong_length_is_not_believed(server, cache, cifar, way, came):
    server.ways = {f"/{CIFAR}": way}
    with pytest.raises(datasets.DownloadFailed, match=f"came      {came}"):
        datasets.load("cifar10", download=True)
    assert CIFAR not in left_in(cache)


def test_a_file_that_is_gone_from_its_address_is_said_to_be(server, cache, cifar):
    server.pages = {}
    with pytest.raises(datasets.DownloadFailed, match="came      HTTPError: 404"):
        datasets.load("cifar10", download=True)
    assert len(server.asked) == 1


@pytest.mark.parametrize("way", ["wrong", "truncated"])
def test_a_file_with_another_sha256_is_refused_and_both_are_shown(way, server, cache, cifar):
    expected = download.SOURCES["cifar10"][CIFAR]
    came = b"a page that asks you to log in" if way == "wrong" else cifar[1][:-10]
    server.pages[f"/{CIFAR}"] = came
    with pytest.raises(datasets.DownloadFailed) as caught:
        datasets.load("cifar10", download=True)
    assert f"sha256 {expected.sha256}, {expected.size:,} bytes" in str(caught.value)
    assert f"sha256 {hashlib.sha256(came).hexdigest()}, {len(came):,} bytes" in str(caught.value)
    assert "log in first" in str(caught.value)
    assert left_in(cache) == []
    assert len(server.asked) == 1


def test_half_a_file_in_the_cache_is_downloaded_again(server, cache, cifar):
    half = cache / "cifar10" / CIFAR
    half.parent.mkdir(parents=True)
    half.write_bytes(cifar[1][:100])
    check_arrays(datasets.load("cifar10", download=True), cifar[0])
    assert half.read_bytes() == cifar[1]
    assert left_in(cache) == [CIFAR]


def test_a_file_that_somebody_brought_and_that_is_another_is_said_to_be(server, cache, cifar):
    brought = cache / "cifar10" / CIFAR
    brought.parent.mkdir(parents=True)
    brought.write_bytes(b"of another course")
    with pytest.raises(datasets.NotDownloaded) as caught:
        datasets.load("cifar10")
    assert f"There is {brought}, but it is another file:\nexpected  sha256 " in str(caught.value)
    came = hashlib.sha256(b"of another course").hexdigest()
    assert f"came      sha256 {came}, 17 bytes\n" in str(caught.value)
    assert brought.exists()


def test_two_who_share_a_cache_download_a_file_once(server, cache, cifar):
    server.ways = {f"/{CIFAR}": "slow"}
    with ThreadPoolExecutor(2) as two:
        results = [two.submit(datasets.load, "cifar10", download=True) for _ in range(2)]
    for result in results:
        check_arrays(result.result(), cifar[0])
    assert len(server.asked) == 1


def test_a_program_that_is_killed_while_it_downloads_holds_nobody_up(server, cache, cifar):
    code = (
        "import pathlib, sys, time; from cnnbasics.datasets.one_at_a_time import one_at_a_time\n"
        "with one_at_a_time(pathlib.Path(sys.argv[1])): print('in', flush=True); time.sleep(60)"
    )
    lock = cache / "cifar10" / ".lock"
    lock.parent.mkdir(parents=True)
    holder = subprocess.Popen(
        [sys.executable, "-c", code, str(lock)], stdout=subprocess.PIPE, text=True
    )
    with holder, ThreadPoolExecutor(1) as other:
        assert holder.stdout.readline() == "in\n"
        loading = other.submit(datasets.load, "cifar10", download=True)
        time.sleep(0.5)
        assert server.asked == []  # it waits
        holder.kill()
        check_arrays(loading.result(), cifar[0])


def test_a_cache_that_is_full_may_be_read_only(server, cache, cifar):
    datasets.load("cifar10", download=True)
    folder = cache / "cifar10"
    (folder / ".lock").unlink()
    folder.chmod(0o555)
    try:
        check_arrays(datasets.load("cifar10", download=True), cifar[0])
        assert left_in(cache) == [CIFAR]
        assert not (folder / ".lock").exists()
    finally:
        folder.chmod(0o755)


@pytest.mark.parametrize("end", ["", "/"])
def test_a_mirror_is_any_web_server_on_a_filled_cache(server, cache, cifar, monkeypatch, end):
    server.pages = {f"/class/cifar10/{CIFAR}": cifar[1]}
    monkeypatch.setenv("CNNBASICS_DATA_URL", f"{server.url}/class{end}")
    check_arrays(datasets.load("cifar10", download=True), cifar[0])
    assert [path for path, _ in server.asked] == [f"/class/cifar10/{CIFAR}"]
    filled = [path.relative_to(cache).as_posix() for path in cache.rglob(CIFAR)]
    assert filled == [f"cifar10/{CIFAR}"]  # so this folder can be served in turn


def test_a_mirror_that_does_not_have_a_file_is_named_without_its_password(
    server, cache, monkeypatch
):
    address = server.url.replace("//", "//me:secret@")
    monkeypatch.setenv("CNNBASICS_DATA_URL", address)
    with pytest.raises(datasets.DownloadFailed) as caught:
        datasets.load("cifar10", download=True)
    assert f"expected  {server.url}/cifar10/{CIFAR}\n" in str(caught.value)
    assert "mirror in CNNBASICS_DATA_URL: is it right?" in str(caught.value)
    # A notebook shows the causes of an error, too.
    shown = "".join(traceback.format_exception(caught.value))
    assert "secret" not in shown
    assert server.names == [f"Basic {base64.b64encode(b'me:secret').decode()}"]


@pytest.mark.parametrize(
    ("mirror", "shown"),
    [
        ("mirror.example/data", "mirror.example/data"),
        ("ftp://mirror.example", "ftp://mirror.example"),
        ("http://mirror.example?token=secret", "http://mirror.example?token=secret"),
        ("http://me:secret/@mirror.example/data", "mirror.example/data"),
        ("http://me/secret@mirror.example", "mirror.example"),
        ("me:secret@mirror.example", "mirror.example"),
        ("http://[mirror.example", "http://[mirror.example"),
        ("http://mirror.example:eighty", "http://mirror.example:eighty"),
    ],
)
def test_a_mirror_that_is_no_address_of_a_folder_is_named(cache, monkeypatch, mirror, shown):
    monkeypatch.setenv("CNNBASICS_DATA_URL", mirror)
    with pytest.raises(datasets.DownloadFailed) as caught:
        datasets.load("cifar10", download=True)
    text = str(caught.value)
    assert text.startswith("CNNBASICS_DATA_URL must be the address of a folder")
    assert f"but it is {shown!r}." in text
    assert "/ is written %2F and @ is %40" in text


def test_a_mirror_whose_name_no_host_can_have_is_named_without_a_password_with_an_at_sign(
    cache, monkeypatch
):
    monkeypatch.setenv("CNNBASICS_DATA_URL", "http://me:se@cret@a..b")
    with pytest.raises(datasets.DownloadFailed, match="is it right") as caught:
        datasets.load("cifar10", download=True)
    assert f"expected  http://a..b/cifar10/{CIFAR}\n" in str(caught.value)
    assert "cret" not in str(caught.value)


def test_a_proxy_in_the_environment_is_asked_instead(server, cache, cifar, monkeypatch):
    # Nobody has this name: only the proxy can answer.
    monkeypatch.setenv("CNNBASICS_DATA_URL", "http://data.invalid")
    monkeypatch.setenv("http_proxy", server.url)
    server.pages = {f"http://data.invalid/cifar10/{CIFAR}": cifar[1]}
    check_arrays(datasets.load("cifar10", download=True), cifar[0])
    assert [path for path, _ in server.asked] == list(server.pages)


def stop_half_way(error):
    class Downloader(pooch.HTTPDownloader):
        def __call__(self, url, output_file, pooch, check_only=False):
            output_file.write(b"half of it")
            raise error

    return Downloader


def test_a_full_disk_is_named_and_nothing_is_left_on_it(cache, monkeypatch):
    full = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    monkeypatch.setattr(pooch, "HTTPDownloader", stop_half_way(full))
    with pytest.raises(datasets.DownloadFailed) as caught:
        datasets.load("fashion_mnist", download=True)
    assert caught.value.errno == errno.ENOSPC
    assert "came      a full disk" in str(caught.value)
    assert "set CNNBASICS_CACHE to a folder on another disk" in str(caught.value)
    assert left_in(cache) == []


def test_a_student_who_interrupts_a_download_can_go_on_later(server, cache, cifar):
    server.ways = {f"/{CIFAR}": "interrupted"}
    with pytest.raises(KeyboardInterrupt):
        datasets.load("cifar10", download=True)
    assert left_in(cache) == [f"{CIFAR}.part"]
    have = (cache / "cifar10" / f"{CIFAR}.part").stat().st_size
    assert have > len(cifar[1]) / 4
    check_arrays(datasets.load("cifar10", download=True), cifar[0])
    assert server.asked[1:] == [(f"/{CIFAR}", f"bytes={have}-")]


def test_a_cache_that_cannot_be_written_is_named(tmp_path, monkeypatch):
    (tmp_path / "cache").write_text("a file where a folder should be")
    monkeypatch.setenv("CNNBASICS_CACHE", str(tmp_path / "cache"))
    with pytest.raises(datasets.DownloadFailed, match=re.escape(str(tmp_path / "cache"))) as caught:
        datasets.load("cifar10", download=True)
    assert "Set CNNBASICS_CACHE to a folder that you may write to" in str(caught.value)
    assert "network.\n" not in str(caught.value)


@pytest.mark.parametrize("name", list(download.SOURCES))
def test_every_address_is_https_and_every_sha256_is_whole(name):
    for source in download.SOURCES[name].values():
        assert source.url.startswith("https://")
        assert re.fullmatch("[0-9a-f]{64}", source.sha256)
