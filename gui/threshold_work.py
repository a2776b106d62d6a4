"""The threshold that is being looked for: of which column and how, as the page changes it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import numpy as np

from core.thresholds.settings import ThresholdSettings
from gui.threshold_finding import ThresholdFinder
from gui.threshold_quick import can_fit


class ThresholdWork(ThresholdFinder):
    """Takes what a person chooses, and has it found."""

    def forget(self) -> None:
        """Begin with another table."""
        self.column, self.shown, self._elements = "", "", ()
        self.settings = ThresholdSettings()
        self._empty()
        self._tell_all()

    def set_column(self, name: str) -> None:
        """Look at another column; what was decided for it is the start."""
        kept = self._services.session.thresholds.get(name)
        self.column = name
        old = self.settings
        if kept is not None:
            self.settings = kept.settings
        elif old.method in ("hand", "mahalanobis") or old.breaks or old.group_breaks:
            self.settings = ThresholdSettings(censored=old.censored, group=old.group)
        if self.settings.group != old.group:
            self.shown = ""
        self._begin()

    def set_elements(self, names: Collection[str]) -> None:
        """Choose the elements of the robust distance; the distances follow a moment later."""
        table = self.table
        ordered = tuple(c.name for c in table.columns if c.name in names) if table else ()
        if ordered == self.elements:
            return
        self._elements = ordered
        if self.is_distance:
            self._elements_soon.request()

    def set_settings(self, settings: ThresholdSettings) -> None:
        """Find the threshold in another way."""
        old = self.settings
        if settings == old:
            return
        if settings.pieces != old.pieces or settings.group != old.group:
            # dragged breaks belong to what they were dragged in
            changes = {"breaks": (), "group_breaks": ()}
            same = (settings.breaks, settings.group_breaks) == (old.breaks, old.group_breaks)
            settings = settings.model_copy(update=changes) if same else settings
        if settings.method == "hand" and old.method != "hand" and settings.value == old.value:
            settings = settings.model_copy(update={"value": self._present_value()})
        self.settings = settings
        was_shown, self.shown = self.shown, self.shown if settings.group == old.group else ""
        is_other_column = self.is_distance or old.method == "mahalanobis"
        if is_other_column or settings.censored != old.censored:
            self._begin()
            return
        if was_shown != self.shown:
            self._draw_picture()
        self._find(comparing=_comparison_changes(old, settings))

    def set_value(self, value: float) -> None:
        """Set the threshold by hand; a dragged line does so many times a second."""
        changes = {"method": "hand", "value": value, "group": ""}
        if self.shown:
            self.shown = ""
            self._draw_picture()
        self.settings = self.settings.model_copy(update=changes)
        self._find(comparing=False)

    def set_breaks(self, breaks: tuple[float, ...], boundary: int) -> None:
        """Move the breaks of the concentration–area plot, of the group on show if there is one."""
        if self.picture is None or not can_fit(self.picture, breaks):
            # too near to the end or the next break: the last place that could be fitted stays
            return
        old = self.settings
        changes: dict[str, Any] = {"method": "ca"}
        if not self.shown or old.method != "ca":
            # among groups, a drag in one of them does not choose another break for all
            changes["boundary"] = boundary
        self.settings = old.with_breaks(self.shown, breaks).model_copy(update=changes)
        if old.method == "ca" and self.settings.group:
            self._move_in_group()
        else:
            self._find(comparing=False)

    def show_group(self, name: str) -> None:
        """Draw the plots of one group, of all samples for ""."""
        if name == self.shown or (name and name not in self.group_names):
            return
        self.shown = name
        self._draw_picture()

    def _present_value(self) -> float:
        single = self.found.single if self.found is not None else None
        if single is not None:
            return single.value
        return float(np.nanmedian(self.found.limits)) if self.found is not None else 0.0


def _comparison_changes(old: ThresholdSettings, new: ThresholdSettings) -> bool:
    return any(getattr(old, name) != getattr(new, name) for name in ("k", "group", "censored")) or (
        old.method != new.method or new.method != "hand"
    )
