"""A product of Fourier transforms, one of them conjugated, and every stride-th number of it."""

import numpy as np


def correlate2d(image, kernel, stride=1, pad=0):
    sh, sw = (stride, stride) if isinstance(stride, int) else stride
    x = np.pad(image, pad)
    spectrum = np.fft.fft2(x) * np.conj(np.fft.fft2(kernel, s=x.shape))
    places = np.fft.ifft2(spectrum).real
    return places[: x.shape[0] - kernel.shape[0] + 1 : sh, : x.shape[1] - kernel.shape[1] + 1 : sw]
