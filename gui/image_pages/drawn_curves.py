"""The curves of a run as they are drawn: accuracies in per cent, on a log scale as errors."""

from __future__ import annotations

from gui.decimation import Envelope
from gui.image_pages.cnn_curves import CNNCurves

ACCURACY = "accuracy"


class DrawnCurves:
    """Computes each point once, when it is first drawn."""

    def __init__(self, curves: CNNCurves) -> None:
        self._curves = curves
        self._shares: dict[tuple[int, str, bool], tuple[int, Envelope]] = {}

    def forget(self) -> None:
        """Another run is on show."""
        self._shares.clear()

    def curve(self, member: int, name: str, *, as_errors: bool) -> Envelope:
        """Return a curve of a member.

        Parameters
        ----------
        as_errors
            Whether an accuracy is drawn as the share of wrong samples: near 1 a logarithm shows
            nothing.
        """
        found = self._curves.curve(member, name)
        if not name.endswith(ACCURACY):
            return found
        key = (member, name, as_errors)
        done, shown = self._shares.get(key, (0, Envelope()))
        if len(found) < done:
            done, shown = 0, Envelope()
        fresh = 100 * found.y[done:]
        shown.append(found.x[done:], 100 - fresh if as_errors else fresh)
        self._shares[key] = (len(found), shown)
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
