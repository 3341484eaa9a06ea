"""The course's layers against slow loops; no TensorFlow, so that these run in a second."""

import inspect
import itertools

import numpy as np
import pytest

from cnnbasics import layers

SIGNATURES = {
    "image_facts": "(img)",
    "nchw_to_nhwc": "(x)",
    "nhwc_to_nchw": "(x)",
    "to_unit_range": "(img)",
    "conv_output_size": "(n, k, stride=1, pad=0)",
    "zero_pad2d": "(x, pad)",
    "window_dot": "(patch, kernel, bias=0.0)",
    "correlate2d": "(image, kernel, stride=1, pad=0)",
    "flip_kernel": "(k)",
    "convolve2d": "(image, kernel)",
    "design_kernels": "()",
    "conv2d_forward": "(x, w, b, stride=1, padding=0)",
    "same_padding": "(n, k, stride)",
    "conv_params": "(kh, kw, cin, cout, bias=True)",
    "conv_macs": "(hout, wout, kh, kw, cin, cout)",
    "dense_params": "(nin, nout)",
    "im2col": "(x, kh, kw, stride, pad)",
    "conv2d_matmul": "(x, w, b, stride=1, padding=0)",
    "pointwise_conv": "(x, w)",
    "receptive_field": "(layers)",
}

# Form of a padding, and the zeros at top, bottom, left and right that it stands for.
PADDINGS = [
    (0, ((0, 0), (0, 0))),
    ("valid", ((0, 0), (0, 0))),
    (2, ((2, 2), (2, 2))),
    ((1, 0), ((1, 1), (0, 0))),
    ([0, 2], ((0, 0), (2, 2))),
    (((1, 0), (0, 2)), ((1, 0), (0, 2))),
    (np.array([[0, 3], [1, 2]]), ((0, 3), (1, 2))),
]

NUMBERS = [np.uint8, np.int8, np.int64, np.float16, np.float32, np.float64]


@pytest.fixture
def rng():
    return np.random.default_rng(20)


def starts(n, k, stride):
    """Every place where a window of `k` can begin, found by trying them all."""
    return [i for i in range(0, n, stride) if i + k <= n]


def slow_pad(x, pads):
    (top, bottom), (left, right) = pads
    n, h, w, c = x.shape
    out = np.zeros((n, top + h + bottom, left + w + right, c), x.dtype)
    out[:, top : top + h, left : left + w] = x
    return out


def slow_conv(x, w, b, stride, pads):
    """One multiplication at a time, in Python's own numbers; also how many there were."""
    x = slow_pad(x, pads)
    kh, kw, cin, cout = w.shape
    rows, columns = starts(x.shape[1], kh, stride[0]), starts(x.shape[2], kw, stride[1])
    out = np.zeros((len(x), len(rows), len(columns), cout))
    macs = 0
    for n, i, j, f in np.ndindex(out.shape):
        total = float(b[f])
        for p, q, c in np.ndindex(kh, kw, cin):
            total += float(x[n, rows[i] + p, columns[j] + q, c]) * float(w[p, q, c, f])
            macs += 1
        out[n, i, j, f] = total
    return out, macs


def layer(rng, h=6, w=5, kh=2, kw=3, n=2, cin=2, cout=3):
    return (
        rng.normal(size=(n, h, w, cin)),
        rng.normal(size=(kh, kw, cin, cout)),
        np.arange(1, cout + 1) * 10.0,
    )


def integers(rng, shape, dtype):
    return rng.integers(0, 100, shape).astype(dtype)


def calls(rng, dtype=float):
    """One call of each function that takes an array, by name."""
    x = integers(rng, (2, 5, 6, 2), dtype)
    w = integers(rng, (3, 2, 2, 4), dtype)
    b = integers(rng, (4,), dtype)
    image, kernel = x[0, :, :, 0], w[:, :, 0, 0]
    return {
        "image_facts": (image,),
        "nchw_to_nhwc": (x,),
        "nhwc_to_nchw": (x,),
        "zero_pad2d": (x, 0),
        "window_views": (x, (1, 1)),
        "window_dot": (image[:3, :2], kernel, b[:1]),
        "correlate2d": (image, kernel),
        "flip_kernel": (kernel,),
        "convolve2d": (image, kernel),
        "conv2d_forward": (x, w, b),
        "im2col": (x, 1, 1, 1, 0),
        "conv2d_matmul": (x, w, b),
        "pointwise_conv": (x, w[0, 0]),
    }


@pytest.mark.parametrize("name", SIGNATURES)
def test_a_signature_is_the_one_that_the_course_promises(name):
    assert str(inspect.signature(getattr(layers, name))) == SIGNATURES[name]


# Images as arrays


@pytest.mark.parametrize(
    ("shape", "facts"),
    [((4, 6, 3), (4, 6, 3)), ((5, 2), (5, 2, 1)), ((1, 1), (1, 1, 1)), ((3, 2, 4), (3, 2, 4))],
)
@pytest.mark.parametrize("dtype", NUMBERS)
def test_image_facts_say_what_is_in_the_array(rng, shape, facts, dtype):
    img = integers(rng, shape, dtype)
    found = layers.image_facts(img)
    assert (found["height"], found["width"], found["channels"]) == facts
    assert found["dtype"] == dtype
    assert found["min"] == min(img.ravel().tolist())
    assert found["max"] == max(img.ravel().tolist())


def test_a_pixel_keeps_its_place_when_the_layout_changes(rng):
    x = rng.normal(size=(2, 3, 4, 5))
    moved = layers.nchw_to_nhwc(x)
    for n, c, h, w in np.ndindex(x.shape):
        assert moved[n, h, w, c] == x[n, c, h, w]
    np.testing.assert_array_equal(layers.nhwc_to_nchw(moved), x)


def test_only_uint8_is_scaled_to_the_unit_range():
    every_byte = np.arange(256, dtype=np.uint8).reshape(16, 16)
    expected = [[(16 * i + j) / 255 for j in range(16)] for i in range(16)]
    np.testing.assert_allclose(layers.to_unit_range(every_byte), expected, rtol=1e-15)
    for dtype in (np.float16, np.float32, np.float64):
        img = np.array([[-3.0, 0.5, 700.0]], dtype)
        scaled = layers.to_unit_range(img)
        assert scaled.dtype == dtype
        assert not np.shares_memory(scaled, img)
        np.testing.assert_array_equal(scaled, img)


# One channel


def test_the_output_size_is_the_number_of_places_a_window_can_start():
    for n, k, stride, pad in itertools.product(range(1, 9), range(1, 8), range(1, 6), range(4)):
        if k <= n + 2 * pad:
            size = layers.conv_output_size(n, k, stride, pad)
            assert type(size) is int
            assert size == len(starts(n + 2 * pad, k, stride))
        else:
            with pytest.raises(ValueError, match=f"`k` is {k} but .* only {n + 2 * pad} long"):
                layers.conv_output_size(n, k, stride, pad)


def test_sizes_may_be_numpy_integers():
    assert layers.conv_output_size(np.int64(7), np.uint8(3), np.array(2), np.int32(1)) == 4


def test_the_output_shape_goes_down_first_and_then_across():
    size, kernel, stride, padding = (7, 9), (3, 2), (2, 4), ((1, 0), (0, 3))
    expected = len(starts(8, 3, 2)), len(starts(12, 2, 4))
    assert layers.conv_output_shape(size, kernel, stride, padding) == expected


@pytest.mark.parametrize(("padding", "pads"), PADDINGS)
def test_every_form_of_padding_reads_as_four_sides(padding, pads):
    assert layers.padding_pairs(padding) == pads


@pytest.mark.parametrize(("pad", "pads"), PADDINGS)
@pytest.mark.parametrize("dtype", NUMBERS)
def test_padding_adds_zeros_and_keeps_the_number_type(rng, pad, pads, dtype):
    x = integers(rng, (2, 3, 4, 2), dtype)
    padded = layers.zero_pad2d(x, pad)
    assert padded.dtype == dtype
    np.testing.assert_array_equal(padded, slow_pad(x, pads))


@pytest.mark.parametrize("shape", [(2, 3), (1, 1), (3, 2, 4)])
@pytest.mark.parametrize("bias", [0.25, np.float32(0.25), np.array(0.25), np.array([0.25])])
def test_a_window_dot_is_the_sum_of_the_products_and_one_bias(rng, shape, bias):
    patch, kernel = rng.normal(size=shape), rng.normal(size=shape)
    expected = sum(patch[i] * kernel[i] for i in np.ndindex(shape)) + 0.25
    found = layers.window_dot(patch, kernel, bias)
    assert isinstance(found, float)
    assert found == pytest.approx(expected, rel=1e-12)


def test_a_window_of_bytes_does_not_overflow():
    assert (
        layers.window_dot(np.full((2, 2), 200, np.uint8), np.full((2, 2), 200, np.uint8)) == 160000
    )


@pytest.mark.parametrize("stride", [1, (1, 3), (3, 2), 5])
@pytest.mark.parametrize(("pad", "pads"), PADDINGS)
@pytest.mark.parametrize("size", [(2, 3), (1, 1), (5, 6), (3, 1)])
def test_correlation_is_a_window_dot_at_every_place(rng, stride, pad, pads, size):
    image, kernel = rng.normal(size=(5, 6)), rng.normal(size=size)
    steps = stride if isinstance(stride, tuple) else (stride, stride)
    x, w = image[None, :, :, None], kernel[:, :, None, None]
    expected, _ = slow_conv(x, w, [0], steps, pads)
    found = layers.correlate2d(image, kernel, stride, pad)
    np.testing.assert_allclose(found, expected[0, :, :, 0], rtol=1e-12, atol=1e-12)


def test_correlation_gives_a_bright_pixel_back_turned_and_convolution_as_it_is(rng):
    kernel = rng.normal(size=(2, 3))
    pixel = np.zeros((3, 5))
    pixel[1, 2] = 1
    np.testing.assert_array_equal(layers.convolve2d(pixel, kernel), kernel)
    np.testing.assert_array_equal(layers.correlate2d(pixel, kernel), layers.flip_kernel(kernel))
    assert layers.flip_kernel(kernel)[0, 0] == kernel[1, 2]
    assert layers.flip_kernel(kernel)[0, 2] == kernel[1, 0]


def test_convolution_multiplies_polynomials(rng):
    a, b = rng.normal(size=9), rng.normal(size=4)
    found = layers.convolve2d(a[np.newaxis], b[np.newaxis])
    np.testing.assert_allclose(found[0], np.convolve(a, b, mode="valid"), rtol=1e-12, atol=1e-12)


def test_the_designed_kernels_do_what_they_are_called(rng):
    kernels = layers.design_kernels()
    assert list(kernels) == ["identity", "blur", "vertical_edge", "horizontal_edge", "sharpen"]
    image = rng.normal(size=(7, 8))
    does = {name: layers.correlate2d(image, kernel) for name, kernel in kernels.items()}
    inside = image[1:-1, 1:-1]
    np.testing.assert_array_equal(does["identity"], inside)
    assert does["blur"].std() < inside.std() < does["sharpen"].std()
    for name, kernel in kernels.items():
        assert kernel.shape == (3, 3)
        assert kernel.sum() == pytest.approx(0 if "edge" in name else 1, abs=1e-12)
    standing = np.repeat([[0.0, 0, 0, 1, 1, 1]], 6, axis=0)
    for name, across, along in [
        ("vertical_edge", standing, standing.T),
        ("horizontal_edge", standing.T, standing),
    ]:
        assert abs(layers.correlate2d(across, kernels[name])).max() > 0
        assert abs(layers.correlate2d(along, kernels[name])).max() == 0


def test_each_call_gives_kernels_of_its_own():
    first, second = layers.design_kernels(), layers.design_kernels()
    for kernel in first.values():
        kernel[:] = 9
    assert not any((kernel == 9).any() for kernel in second.values())


# The convolution layer


@pytest.mark.parametrize("forward", [layers.conv2d_forward, layers.conv2d_matmul])
@pytest.mark.parametrize("stride", [(1, 1), (2, 1), (1, 3), (4, 5)])
@pytest.mark.parametrize(("padding", "pads"), PADDINGS)
def test_a_convolution_layer_equals_seven_loops(rng, forward, stride, padding, pads):
    for shape in [{}, {"kh": 1, "kw": 1}, {"kh": 6, "kw": 5}, {"n": 1, "cin": 1, "cout": 1}]:
        x, w, b = layer(rng, **shape)
        expected, _ = slow_conv(x, w, b, stride, pads)
        found = forward(x, w, b, stride, padding)
        np.testing.assert_allclose(found, expected, rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize("forward", [layers.conv2d_forward, layers.conv2d_matmul])
def test_same_padding_in_a_layer_is_the_rule_of_same_padding(rng, forward):
    for stride in itertools.product((1, 2, 3, 7), repeat=2):
        x, w, b = layer(rng, kh=4)
        pads = layers.same_padding(6, 4, stride[0]), layers.same_padding(5, 3, stride[1])
        expected, _ = slow_conv(x, w, b, stride, pads)
        found = forward(x, w, b, stride, "same")
        assert found.shape[1:3] == (-(-6 // stride[0]), -(-5 // stride[1]))
        np.testing.assert_allclose(found, expected, rtol=1e-12, atol=1e-12)


def test_same_padding_adds_as_little_as_it_can_and_an_odd_zero_after():
    for n, k, stride in itertools.product(range(1, 12), range(1, 9), range(1, 6)):
        before, after = layers.same_padding(n, k, stride)
        total = before + after
        out = -(-n // stride)
        assert after - before in (0, 1)
        assert len(starts(n + total, k, stride)) >= out
        assert total == 0 or len(starts(n + total - 1, k, stride)) < out
        assert layers.conv_output_shape((n, n), (k, k), stride, "same") == (out, out)


@pytest.mark.parametrize("name", ["conv2d_forward", "conv2d_matmul", "pointwise_conv"])
@pytest.mark.parametrize("dtype", NUMBERS)
def test_a_layer_computes_in_float64_whatever_comes_in(rng, name, dtype):
    arguments = calls(rng, dtype)[name]
    found = getattr(layers, name)(*arguments)
    expected = getattr(layers, name)(*[a.astype(float) for a in arguments])
    assert found.dtype == np.float64
    np.testing.assert_array_equal(found, expected)


def test_the_counts_are_those_of_the_loops(rng):
    x, w, b = layer(rng, kh=3)
    out, macs = slow_conv(x, w, b, (2, 1), ((0, 0), (0, 0)))
    n, hout, wout, cout = out.shape
    kernel = w.shape[:2]
    assert layers.conv_macs(hout, wout, *kernel, 2, cout) * n == macs
    assert layers.conv_params(*kernel, 2, cout) == w.size + b.size
    assert layers.conv_params(*kernel, 2, cout, bias=False) == w.size
    assert layers.dense_params(7, 3) == np.zeros((7, 3)).size + np.zeros(3).size
    assert type(layers.conv_params(3, 3, 2, 4)) is int


@pytest.mark.parametrize("dtype", NUMBERS)
@pytest.mark.parametrize(("pad", "pads"), PADDINGS)
def test_im2col_has_a_window_in_each_row_and_keeps_the_number_type(rng, dtype, pad, pads):
    x = integers(rng, (2, 5, 4, 3), dtype)
    padded = slow_pad(x, pads)
    expected = [
        padded[n, i : i + 3, j : j + 2].ravel()
        for n in range(2)
        for i in starts(padded.shape[1], 3, 2)
        for j in starts(padded.shape[2], 2, 3)
    ]
    found = layers.im2col(x, 3, 2, (2, 3), pad)
    assert found.dtype == dtype
    np.testing.assert_array_equal(found, expected)


def test_writing_into_im2col_changes_one_number_only():
    rows = layers.im2col(np.zeros((1, 1, 6, 1)), 1, 3, 1, 0)
    rows[0, 1] = 1
    assert rows.sum() == 1


def test_a_pointwise_convolution_is_a_convolution_with_a_kernel_of_one_pixel(rng):
    x, w = rng.normal(size=(2, 3, 4, 5)), rng.normal(size=(5, 2))
    expected = layers.conv2d_forward(x, w[np.newaxis, np.newaxis], np.zeros(2))
    np.testing.assert_allclose(layers.pointwise_conv(x, w), expected, rtol=1e-12, atol=1e-12)


def test_the_receptive_field_is_what_an_output_number_depends_on(rng):
    for _ in range(100):
        stack = [(int(rng.integers(1, 6)), int(rng.integers(1, 4))) for _ in range(rng.integers(5))]
        n = 2  # two numbers come out; walk back to how many must go in
        for k, s in reversed(stack):
            n = (n - 1) * s + k
        depends = np.eye(n)  # depends[i, j]: does number i of this layer see input pixel j
        for k, s in stack:
            windows = [depends[i : i + k].sum(axis=0) for i in starts(len(depends), k, s)]
            depends = np.array(windows)
        first, second = np.flatnonzero(depends[0]), np.flatnonzero(depends[1])
        size, jump = layers.receptive_field(stack)
        assert (type(size), type(jump)) == (int, int)
        assert (size, jump) == (first[-1] - first[0] + 1, second[0] - first[0])


def test_without_layers_a_number_sees_itself():
    assert layers.receptive_field([]) == (1, 1)


# Manners


@pytest.mark.parametrize("name", calls(np.random.default_rng(0)))
def test_a_function_leaves_its_inputs_alone(rng, name):
    arguments = calls(rng)[name]
    copies = [np.copy(a) for a in arguments]
    getattr(layers, name)(*arguments)
    for argument, copy in zip(arguments, copies, strict=True):
        np.testing.assert_array_equal(argument, copy)


@pytest.mark.parametrize("name", sorted(set(calls(np.random.default_rng(0))) - {"image_facts"}))
def test_only_a_change_of_layout_is_a_view(rng, name):
    arguments = calls(rng)[name]
    result = getattr(layers, name)(*arguments)
    shared = any(np.shares_memory(result, a) for a in arguments if isinstance(a, np.ndarray))
    assert shared == (name in {"nchw_to_nhwc", "nhwc_to_nchw", "flip_kernel"})


@pytest.mark.parametrize("name", calls(np.random.default_rng(0)))
def test_lists_do_as_well_as_arrays(rng, name):
    arguments = calls(rng)[name]
    lists = [a.tolist() if isinstance(a, np.ndarray) else a for a in arguments]
    function = getattr(layers, name)
    np.testing.assert_equal(function(*lists), function(*arguments))


X, W, B = np.zeros((1, 4, 5, 2)), np.zeros((3, 3, 2, 4)), np.zeros(4)
IMAGE = X[0, :, :, 0]


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: layers.image_facts(X), r"`img` has shape \(1, 4, 5, 2\) .* \(H, W\) or \(H, W, C"),
        (lambda: layers.nchw_to_nhwc(IMAGE), r"`x` has shape \(4, 5\) .* \(N, C, H, W\)"),
        (lambda: layers.nhwc_to_nchw(IMAGE), r"`x` has shape \(4, 5\) .* \(N, H, W, C\)"),
        (lambda: layers.to_unit_range([1, 2]), "`img` holds int64 but must hold uint8 or floats"),
        (lambda: layers.conv_output_size(6.0, 3), "`n` is 6.0 but .* whole number from 1"),
        (lambda: layers.conv_output_size(6, 3, 0), "`stride` is 0 but .* from 1"),
        (lambda: layers.conv_output_size(6, 3, 1, -1), "`pad` is -1 but .* from 0"),
        (lambda: layers.zero_pad2d(X, "same"), '`padding` is "same", which needs the sizes'),
        (lambda: layers.zero_pad2d(X, (1, -2)), "`padding` is -2 but .* from 0"),
        (
            lambda: layers.zero_pad2d(X, (1, 2, 3)),
            r"`padding` is \(1, 2, 3\) but must be an int, a",
        ),
        (lambda: layers.zero_pad2d(X, (1, (2, 3))), r"`padding` is \(2, 3\) but .* whole number"),
        (lambda: layers.zero_pad2d(X, 1.5), "`padding` is 1.5 but .* whole number from 0"),
        (lambda: layers.padding_pairs("full"), '`padding` is "full" but .* "valid" and "same"'),
        (lambda: layers.stride_pair((1, 2, 3)), r"`stride` is \(1, 2, 3\) but must be an int or"),
        (lambda: layers.stride_pair((1, 0)), "`stride` is 0 but .* from 1"),
        (lambda: layers.stride_pair("2"), "`stride` is '2' but"),
        (lambda: layers.window_dot(IMAGE, IMAGE.T), r"shape \(4, 5\) but `kernel` .* \(5, 4\)"),
        (lambda: layers.window_dot(IMAGE, IMAGE, [1, 2]), "`bias` has 2 elements .* 1 bias"),
        (lambda: layers.correlate2d(X, IMAGE), r"`image` has shape \(1, 4, 5, 2\) .* \(H, W\)"),
        (lambda: layers.correlate2d(IMAGE, IMAGE.T), "`k` is 5 but the padded axis is only 4"),
        (lambda: layers.flip_kernel([1, 2]), r"`k` has shape \(2,\) .* \(kH, kW\)"),
        (lambda: layers.convolve2d(IMAGE, W), r"`kernel` has shape \(3, 3, 2, 4\)"),
        (lambda: layers.conv2d_forward(X[..., :1], W, B), "`w` has 2 input .* but `x` has 1"),
        (lambda: layers.conv2d_forward(X, W, B[:3]), "`b` has 3 numbers but `w` has 4 filters"),
        (lambda: layers.conv2d_forward(X, W, 0), r"`b` has shape \(\) but must be \(Cout\)"),
        (lambda: layers.conv2d_matmul(X[..., :1], W, B), "`w` has 2 input .* but `x` has 1"),
        (lambda: layers.conv2d_forward(X * 1j, W, B), "`x` holds complex128 but"),
        (lambda: layers.im2col(X, 3, 6, 1, 0), "`k` is 6 but the padded axis is only 5"),
        (lambda: layers.im2col(X, 0, 3, 1, 0), "`kh` is 0 but"),
        (lambda: layers.same_padding(5, 3, 0), "`stride` is 0 but"),
        (lambda: layers.conv_params(3, 3, 0, 2), "`cin` is 0 but"),
        (lambda: layers.conv_macs(0, 3, 3, 3, 1, 2), "`hout` is 0 but"),
        (lambda: layers.dense_params(3, 2.5), "`nout` is 2.5 but"),
        (lambda: layers.pointwise_conv(X, [[1], [2], [3]]), "`w` has 3 input .* but `x` has 2"),
        (lambda: layers.receptive_field([(3, 1), 3]), r"`layer` is 3 but must be \(k, s\)"),
        (lambda: layers.receptive_field([(3, 0)]), "`layer` is 0 but"),
    ],
)
def test_what_makes_no_sense_is_refused_with_both_values(call, says):
    with pytest.raises(ValueError, match=says):
        call()
