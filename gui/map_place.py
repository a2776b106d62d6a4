"""What is known of a place on a map: its coordinates in two systems, its scale and its north."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from core.crs import System, degrees_text, find_system, metres_of_a_degree
from datasets.messages import InputError
from gui.map_background import Newest

# length of a second of latitude
_SECOND_M = 31.0
# Systems of degrees met most: known at once, before pyproj is loaded.
DEGREES = frozenset({"EPSG:4326", "EPSG:4490", "EPSG:4214", "EPSG:4610", "EPSG:4555"})


class MapPlaces(QObject):
    """The coordinate system of a map; it is looked up on a thread, and until then little known."""

    found = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.system: System | None = None
        self._text = ""
        self._presumed_metres = False
        self._newest = Newest(self)

    @property
    def busy(self) -> bool:
        """Whether the system is still being looked up."""
        return self._newest.busy

    def set_system(self, text: str, *, presumed_metres: bool) -> None:
        """Take the name of a system.

        Parameters
        ----------
        presumed_metres
            Whether coordinates of an unknown system look like metres.
        """
        self._presumed_metres = presumed_metres
        if text == self._text:
            return
        self._text, self.system = text, None
        if text:
            self._newest.ask(lambda: _found(text), self._take)
        self.found.emit()

    @property
    def in_degrees(self) -> bool:
        """Whether the coordinates are longitude and latitude."""
        return self.system.is_geographic if self.system is not None else self._text in DEGREES

    def metres_of_units(self, x: float, y: float) -> tuple[float, float] | None:
        """Return the length of a unit along both axes at a place, None where nobody knows."""
        if self.system is not None:
            return self.system.metres_of_units(x, y)
        if self.in_degrees:
            return metres_of_a_degree(y)
        return (1.0, 1.0) if self._presumed_metres else None

    def text(self, x: float, y: float, pixel: float = 0.0) -> str:
        """Write a place in the survey's own coordinates and in degrees.

        Parameters
        ----------
        pixel
            Size of a pixel in units of the map: seconds get a decimal where it is small.
        """
        own = f"{x:,.5f}, {y:,.5f}" if self.in_degrees else f"{x:,.6g}, {y:,.6g}"
        if not self.in_degrees and max(abs(x), abs(y)) >= 1000:
            own = f"{x:,.0f}, {y:,.0f}"
        degrees = self.degrees(x, y)
        if degrees is None:
            return own
        units = self.metres_of_units(x, y)
        is_far = units is not None and pixel * units[1] > _SECOND_M / 10
        return f"{own} · {degrees_text(*degrees, decimals=0 if is_far else 1)}"

    def degrees(self, x: float, y: float) -> tuple[float, float] | None:
        """Return longitude and latitude of a place, None where they are not known."""
        if self.system is not None:
            return self.system.degrees(x, y)
        return (x, y) if self.in_degrees and abs(y) <= 90 else None

    def true_north(self, x: float, y: float) -> float | None:
        """Return how far true north lies clockwise of up, in degrees; None where not known."""
        return self.system.true_north(x, y) if self.system is not None else None

    def _take(self, system: System | None) -> None:
        if self._newest.busy:
            return
        self.system = system
        self.found.emit()


def _found(text: str) -> System | None:
    """Return a system; none for a name that is no system, which the Data page has told of."""
    try:
        return find_system(text)
    except InputError:
        return None
