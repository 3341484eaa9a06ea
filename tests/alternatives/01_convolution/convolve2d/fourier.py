"""A product of Fourier transforms, of which the valid part is cut out."""

import numpy as np


def convolve2d(image, kernel):
    h, w = image.shape
    kh, kw = kernel.shape
    spectrum = np.fft.rfft2(image) * np.fft.rfft2(kernel, s=image.shape)
    return np.fft.irfft2(spectrum, s=(h, w))[kh - 1 :, kw - 1 :]
