"""A network as the compiled kernel wants it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.job import Activation, Loss
from core.kernels.activations import CODES
from core.kernels.gradient import CROSS_ENTROPY, MSE


@dataclass(frozen=True)
class KernelNetwork:
    """Sizes, activations and loss of a network, int64 arrays and a code."""

    sizes: NDArray[np.int64]
    codes: NDArray[np.int64]
    loss: int

    @classmethod
    def of(
        cls, sizes: Sequence[int], activations: Sequence[Activation], loss: Loss
    ) -> KernelNetwork:
        """Return what the kernel must know of a network."""
        codes = np.array([CODES[name] for name in activations])
        return cls(np.array(sizes), codes, MSE if loss == "mse" else CROSS_ENTROPY)
