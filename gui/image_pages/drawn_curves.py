"""The curves of a run as they are drawn: accuracies in per cent, on a log scale as errors.

Loss and accuracy of the batches are running means.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from gui.decimation import Envelope
from gui.image_pages.cnn_curves import CNNCurves
from gui.image_pages.running_mean import running_mean

ACCURACY = "accuracy"
OF_BATCHES = ("loss", ACCURACY)


class DrawnCurves:
    """Computes each point once, when it is first drawn."""

    def __init__(self, curves: CNNCurves) -> None:
        self._curves = curves
        self._drawn: dict[tuple[int, str, bool], tuple[int, Envelope]] = {}

    def forget(self) -> None:
        """Another run is on show."""
        self._drawn.clear()

    def curve(self, member: int, name: str, *, as_errors: bool) -> Envelope:
        """Return a curve of a member.

        Parameters
        ----------
        as_errors
            Whether an accuracy is drawn as the share of wrong samples: near 1 a logarithm shows
            nothing.
        """
        found = self._curves.curve(member, name)
        if not (name.endswith(ACCURACY) or name in OF_BATCHES):
            return found
        key = (member, name, as_errors)
        done, shown = self._drawn.get(key, (0, Envelope()))
        if len(found) < done:
            done, shown = 0, Envelope()
        if len(found) > done:
            shown.append(found.x[done:], _values(found, name, as_errors)[done:])
        self._drawn[key] = (len(found), shown)
        return shown

    def others(self, member: int, names: tuple[str, ...], *, as_errors: bool) -> list[Envelope]:
        """Return the last of some curves of all members but one, that which has any points.

        Parameters
        ----------
        names
            Curves with a point an epoch; () gives none.
        """
        members = range(self._curves.members)
        known = [name for name in names if any(len(self._curves.curve(m, name)) for m in members)]
        if not known:
            return []
        return [self.curve(m, known[-1], as_errors=as_errors) for m in members if m != member]


def _values(curve: Envelope, name: str, as_errors: bool) -> NDArray[np.float64]:
    values = curve.y
    if name.endswith(ACCURACY):
        values = 100 * (1 - curve.y) if as_errors else 100 * curve.y
    return running_mean(curve.x, values) if name in OF_BATCHES else values
