"""Colours as grey."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

# luma of red, green and blue. Source: ITU-R BT.601-7, section 2.5.1.
LUMA = (0.299, 0.587, 0.114)


def luma(pixels: NDArray[np.uint8], axis: int = -1) -> NDArray[np.uint8]:
    """Return pixels whose `axis` holds red, green and blue without that axis."""
    grey = np.tensordot(pixels, np.array(LUMA), axes=(axis, 0))
    return np.asarray(np.rint(grey), np.uint8)
