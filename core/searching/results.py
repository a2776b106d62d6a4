"""What came of a trial: how well it chose, and what it says of the samples that judge."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.searching.setting import Setting
from datasets.messages import Message


@dataclass(frozen=True)
class Trial:
    """How well a setting did by the samples that choose.

    Attributes
    ----------
    setting
        None for the job as it is.
    inner
        Macro-F1, 0 to 1, of the samples that choose in each outer fold; None where it is not
        defined. Empty where it failed.
    failed
        Why it could not be carried out, or None.
    """

    number: int
    setting: Setting | None
    inner: tuple[float | None, ...]
    seconds: float
    failed: Message | None = None

    @property
    def mean(self) -> float | None:
        """Mean of `inner`, by which the job is chosen that a search ends with."""
        known = [score for score in self.inner if score is not None]
        return float(np.mean(known)) if self.inner and len(known) == len(self.inner) else None


@dataclass(frozen=True)
class Said:
    """What a setting says of the samples that judge, should it be chosen.

    Attributes
    ----------
    named
        int64, shape (L,). Class of each labelled sample by members that never saw its fold; -1
        where it is never held out.
    probability
        float64, shape (L, C).
    """

    named: NDArray[np.int64]
    probability: NDArray[np.float64]
