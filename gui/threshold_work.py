"""The threshold that is being looked for: of which column, how, and what was found."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from core.events import Finished
from core.thresholds.comparing import compare
from core.thresholds.concentration_area import Curve, fit_segments
from core.thresholds.finding import Found, Threshold, find_thresholds, found_from, taken_values
from core.thresholds.groups import Groups
from core.thresholds.kept import KeptThreshold, kept_from
from core.thresholds.picture import Picture, picture_of, read_picture
from core.thresholds.plain import refused_from, threshold_from
from core.thresholds.settings import ThresholdSettings, settings_from
from datasets.messages import InputError, Message, message
from datasets.units import unit_of
from gui.services import Services
from gui.table_info import TableInfo
from gui.threshold_tasks import Line, codes_of, line_from, line_of, task_words
from gui.throttle import Throttle

# up to so many samples everything is found at once; more are a task of the worker
MOST_AT_ONCE = 100_000
COMPARE_MS = 150


class ThresholdWork(QObject):
    """Finds thresholds for the page: at once where that is quick, beside the window elsewhere.

    Signals
    -------
    measured
        Another column or another rule for censored values: every plot is to be drawn anew.
    found_changed
        The threshold is another one, or there is none; `reason` says why.
    compared_changed
        There is another comparison.
    """

    measured = Signal()
    found_changed = Signal()
    compared_changed = Signal()

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.column = ""
        self.settings = ThresholdSettings()
        self.values: NDArray[np.float64] = np.empty(0)
        self.below: NDArray[np.bool_] | None = None
        self.picture: Picture | None = None
        self.found: Found | None = None
        self.reason: Message | None = None
        self.compared: tuple[Line, ...] = ()
        self.waiting = False
        self._groups: tuple[str, Groups] | None = None
        self._asked = 0
        # a slider asks for more comparisons than anybody can read
        self._soon = Throttle(self._compare, COMPARE_MS, self)

    # --- what is asked -----------------------------------------------------------------

    @property
    def table(self) -> TableInfo | None:
        """The table of the session."""
        return self._services.session.table

    @property
    def columns(self) -> tuple[str, ...]:
        """What the threshold is about: the column, or all features for the robust distance."""
        if self.settings.method == "mahalanobis":
            return self._services.session.features
        return (self.column,)

    @property
    def unit(self) -> str:
        """Unit of the values, "" for a distance and where it is unknown."""
        info = self.table.column(self.column) if self.table is not None else None
        if info is None or self.settings.method == "mahalanobis":
            return ""
        return info.unit or unit_of(self.column)

    @property
    def is_distance(self) -> bool:
        """Whether the values are robust distances over several elements."""
        return self.settings.method == "mahalanobis"

    def dispose(self) -> None:
        """Take no answer any more."""
        self._asked += 1
        self._soon.cancel()

    def forget(self) -> None:
        """Begin with another table."""
        self.column, self._groups = "", None
        self.settings = ThresholdSettings()
        self._clear()

    def set_column(self, name: str) -> None:
        """Look at another column; what was decided for it is the start."""
        kept = self._services.session.thresholds.get(name)
        self.column = name
        if kept is not None:
            self.settings = kept.settings
        elif self.settings.method in ("hand", "mahalanobis") or self.settings.breaks:
            self.settings = ThresholdSettings(
                censored=self.settings.censored, group=self.settings.group
            )
        self._begin()

    def set_settings(self, settings: ThresholdSettings) -> None:
        """Find the threshold in another way."""
        if settings == self.settings:
            return
        old, self.settings = self.settings, settings
        if settings.pieces != old.pieces and settings.breaks:
            self.settings = settings.model_copy(update={"breaks": ()})
        if settings.method == "hand" and old.method != "hand" and settings.value == old.value:
            self.settings = self.settings.model_copy(update={"value": self._present_value()})
        is_other_column = self.is_distance or old.method == "mahalanobis"
        if is_other_column or settings.censored != old.censored:
            self._begin()
        else:
            self._find(comparing=_comparison_changes(old, self.settings))

    def set_value(self, value: float) -> None:
        """Set the threshold by hand; a dragged line does so many times a second."""
        hand = self.settings.model_copy(update={"method": "hand", "value": value, "group": ""})
        self.settings = hand
        self._find(comparing=False)

    def set_breaks(self, breaks: tuple[float, ...], boundary: int) -> None:
        """Move the breaks of the concentration–area plot."""
        picture = self.picture
        if picture is None:
            return
        try:
            fit_segments(picture.area_values, picture.area_counts, 0, breaks)
        except InputError:
            # too near to the end or to the next break: the last place that could be fitted stays
            return
        changes = {"method": "ca", "breaks": breaks, "boundary": boundary}
        self.settings = self.settings.model_copy(update=changes)
        self._find(comparing=False)

    def curve(self) -> Curve | None:
        """Return the concentration–area plot with its pieces, None where there are too few."""
        picture = self.picture
        if picture is None or len(picture.area_values) == 0:
            return None
        breaks = self.settings.breaks if self.settings.method == "ca" else ()
        pieces = self.settings.pieces_number if breaks else int(self.settings.pieces)
        try:
            return fit_segments(picture.area_values, picture.area_counts, pieces, breaks)
        except InputError:
            return None

    def kept(self) -> KeptThreshold | None:
        """Return the threshold as a project keeps it."""
        if self.found is None or self.table is None:
            return None
        return kept_from(self.found, self.columns, self.unit, self.table.fingerprint)

    # --- finding -----------------------------------------------------------------------

    def _begin(self) -> None:
        table = self.table
        if table is None or not self.column:
            self._clear()
            return
        self._empty()
        if not self.is_distance:
            self.values = table.values(self.column)
            self.below = table.censored(self.column)
        if self._is_large or self.is_distance:
            self._tell_all()
            self._ask(comparing=True)
            return
        self.picture = picture_of(taken_values(self.values, self.below, self.settings), self.below)
        self.measured.emit()
        self._find(comparing=True)

    def _clear(self) -> None:
        self._empty()
        self._tell_all()

    def _tell_all(self) -> None:
        self.measured.emit()
        self.found_changed.emit()
        self.compared_changed.emit()

    def _empty(self) -> None:
        self._asked += 1
        self._soon.cancel()
        self.values, self.below = np.empty(0), None
        self.picture = self.found = self.reason = None
        self.compared, self.waiting = (), False

    @property
    def _is_large(self) -> bool:
        return len(self.values) > MOST_AT_ONCE

    def _find(self, *, comparing: bool) -> None:
        is_quick = self.settings.method == "hand" or (
            self.settings.method == "ca" and not self.settings.group
        )
        if not len(self.values):
            return
        if self._is_large and (comparing or not is_quick):
            self._ask(comparing=comparing)
            return
        self._asked += 1
        try:
            self.found, self.reason = self._found_at_once(), None
        except InputError as error:
            self.found, self.reason = None, error.message
        self.waiting = False
        self.found_changed.emit()
        if comparing:
            self._soon.request()

    def _found_at_once(self) -> Found:
        settings = self.settings
        if self._is_large:
            return found_from(self.values, self.below, settings, {"": self._quick_threshold()})
        return find_thresholds(self.values, self.below, settings, self._group_codes())

    def _quick_threshold(self) -> Threshold:
        used = int(np.count_nonzero(np.isfinite(self.values)))
        if self.settings.method == "hand" or self.picture is None:
            return Threshold(self.settings.value, used, used)
        picture = self.picture
        curve = fit_segments(
            picture.area_values,
            picture.area_counts,
            self.settings.pieces_number,
            self.settings.breaks,
        )
        value = curve.breaks[self.settings.boundary_number - 1]
        return Threshold(value, used, used, curve=curve)

    def _compare(self) -> None:
        if not len(self.values) or self._is_large:
            return
        lines = compare(self.values, self.below, self.settings, self._group_codes())
        self.compared = tuple(line_from(line) for line in lines)
        self.compared_changed.emit()

    def _group_codes(self) -> Groups | None:
        name, table = self.settings.group, self.table
        if not name or table is None:
            return None
        if self._groups is None or self._groups[0] != name:
            self._groups = (name, codes_of(table, name))
        return self._groups[1]

    def _present_value(self) -> float:
        single = self.found.single if self.found is not None else None
        if single is not None:
            return single.value
        return float(np.nanmedian(self.found.limits)) if self.found is not None else 0.0

    # --- beside the window -------------------------------------------------------------

    def _ask(self, *, comparing: bool) -> None:
        table = self.table
        if table is None:
            return
        if self.is_distance and len(self.columns) < 2:
            self.reason = message("Choose two features or more on the Data page.")
            self.found_changed.emit()
            return
        self._asked += 1
        asked = self._asked
        self.waiting = True
        self.found_changed.emit()
        words = task_words(table, self.columns, self.settings, comparing)

        def done(event: Finished) -> None:
            if asked == self._asked:
                self._take(event.values)

        def failed(failure: Message, traceback: str) -> None:
            if traceback:
                self._services.say_failure(failure, traceback)
            if asked == self._asked:
                self.found, self.reason, self.waiting = None, failure, False
                self.found_changed.emit()

        self._services.tasks.ask(words, done, failed)

    def _take(self, values: dict[str, Any]) -> None:
        told = values["threshold"]
        thresholds = {name: threshold_from(found) for name, found in told["thresholds"].items()}
        self.picture = read_picture(Path(values["picture"]))
        settings = settings_from(told["settings"])
        if "distances" in values:
            self.values = np.load(values["distances"], allow_pickle=False)
            by_hand = found_from(self.values, None, ThresholdSettings(), thresholds)
            self.found = replace(by_hand, settings=settings)
        else:
            self.found = found_from(
                self.values,
                self.below,
                settings,
                thresholds,
                self._group_codes(),
                refused_from(told),
            )
        self.waiting, self.reason = False, None
        self.measured.emit()
        self.found_changed.emit()
        if values["compared"]:
            self.compared = tuple(line_of(line) for line in values["compared"])
            self.compared_changed.emit()


def _comparison_changes(old: ThresholdSettings, new: ThresholdSettings) -> bool:
    return any(getattr(old, name) != getattr(new, name) for name in ("k", "group", "censored")) or (
        old.method != new.method or new.method != "hand"
    )
