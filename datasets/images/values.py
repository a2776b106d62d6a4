"""Values of any range brought to the 0…255 of a byte, in one step for all images of a set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from datasets.messages import Message, message

# full ink of images of 1, 4, 8, 10, 12 and 16 bits; scikit-learn's and UCI's digits count to 16
FULL = (1, 15, 16, 255, 1023, 4095, 65535)
_BLOCK = 4096


@dataclass(frozen=True)
class _Span:
    """What becomes 0 and what becomes 255, and whether values beyond are cut off."""

    zero: float
    full: float
    cut: bool = False


def to_bytes(pixels: NDArray[Any]) -> tuple[NDArray[np.uint8], tuple[Message, ...]]:
    """Return pixels of any numbers as bytes.

    Parameters
    ----------
    pixels
        Numbers without NaN, any shape with the samples first.

    Returns
    -------
    tuple
        The same shape in uint8, and a notice where values changed.
    """
    if pixels.dtype == np.bool_:
        return pixels.astype(np.uint8) * np.uint8(255), ()
    low, high = float(pixels.min()), float(pixels.max())
    if pixels.dtype == np.uint8 and high > FULL[2]:
        return pixels, ()
    span = _span(low, high, whole=_is_whole(pixels))
    if (span.zero, span.full) == (0, 255):
        return _scaled(pixels, span), ()
    told = message(
        "Values from {low} to {high} were brought to 0…255.", low=f"{low:g}", high=f"{high:g}"
    )
    if span.cut:
        told = message(
            "Values from {low} to {high} were brought to 0…255 as values of 0…1; what lies beyond "
            "was cut off.",
            low=f"{low:g}",
            high=f"{high:g}",
        )
    return _scaled(pixels, span), (told,)


def _span(low: float, high: float, whole: bool) -> _Span:
    """Tell which values stand for no ink and full ink from the least and the largest."""
    if low >= 0 and whole:
        return _Span(0, next((full for full in FULL if high <= full), high))
    if low >= 0 and high <= 1.001:
        return _Span(0, 1)
    if low >= 0:
        return _Span(0, next((full for full in FULL[2:] if high <= full), high))
    if -1.001 <= low < -0.5 and high <= 1.001:
        return _Span(-1, 1)
    if low >= -0.5 and high <= 1.5:
        # resampled by a method that swings over, as in 20×20 digits of a well-known course
        return _Span(0, 1, cut=True)
    if whole and low >= -128 and high <= 127:
        return _Span(-128, 127)
    return _Span(low, high)


def _is_whole(pixels: NDArray[Any]) -> bool:
    if pixels.dtype.kind in "iu":
        return True
    return all(bool((block == np.floor(block)).all()) for block in _blocks(pixels))


def _scaled(pixels: NDArray[Any], span: _Span) -> NDArray[np.uint8]:
    result = np.empty(pixels.shape, np.uint8)
    width = max(span.full - span.zero, 1e-300)
    for start in range(0, len(pixels), _BLOCK):
        block = pixels[start : start + _BLOCK].astype(np.float64)
        share = np.clip((block - span.zero) / width, 0.0, 1.0)
        result[start : start + _BLOCK] = np.floor(share * 255 + 0.5)
    return result


def broken_samples(pixels: NDArray[Any]) -> NDArray[np.bool_]:
    """bool, shape (P,): which images hold a value that is no finite number."""
    if pixels.dtype.kind != "f":
        return np.zeros(len(pixels), np.bool_)
    axes = tuple(range(1, pixels.ndim))
    return np.concatenate([~np.isfinite(block).all(axis=axes) for block in _blocks(pixels)])


def _blocks(pixels: NDArray[Any]) -> Iterator[NDArray[Any]]:
    for start in range(0, len(pixels), _BLOCK):
        yield pixels[start : start + _BLOCK]
