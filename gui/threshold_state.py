"""What threshold is looked for, and what was found so far."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from core.thresholds.concentration_area import Curve
from core.thresholds.found import Found, Threshold
from core.thresholds.groups import Groups
from core.thresholds.kept import KeptThreshold, kept_from
from core.thresholds.picture import Picture
from core.thresholds.settings import ThresholdSettings
from datasets.messages import Message
from datasets.units import unit_of
from gui.services import Services
from gui.table_info import TableInfo
from gui.threshold_quick import curve_of
from gui.threshold_subject import Subject
from gui.threshold_tasks import Line


class ThresholdState(QObject):
    """Column, settings and result; `ThresholdWork` changes them.

    Signals
    -------
    measured
        Another column, rule for censored values or group on show: every plot is to be drawn anew.
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
        self.subject = Subject()
        self.column = ""
        self.settings = ThresholdSettings()
        # of the robust distance; none: all features
        self._elements: tuple[str, ...] = ()
        # the group that the plots are of; "": all samples
        self.shown = ""
        self.picture: Picture | None = None
        self.found: Found | None = None
        self.reason: Message | None = None
        self.compared: tuple[Line, ...] = ()
        self.waiting = False

    @property
    def table(self) -> TableInfo | None:
        """The table of the session."""
        return self._services.session.table

    @property
    def columns(self) -> tuple[str, ...]:
        """What the threshold is about: the column, or the elements of the robust distance."""
        return self.elements if self.is_distance else (self.column,)

    @property
    def elements(self) -> tuple[str, ...]:
        """Elements of the robust distance: those chosen, or all features that are numbers."""
        return self._elements or self._services.session.features

    @property
    def unit(self) -> str:
        """Unit of the values, "" for a distance and where it is unknown."""
        info = self.table.column(self.column) if self.table is not None else None
        if info is None or self.is_distance:
            return ""
        return info.unit or unit_of(self.column)

    @property
    def is_distance(self) -> bool:
        """Whether the values are robust distances over several elements."""
        return self.settings.method == "mahalanobis"

    @property
    def groups(self) -> Groups | None:
        """The groups with a threshold each, None for one threshold for all samples."""
        return self.subject.groups(self.table, self.settings.group)

    @property
    def group_names(self) -> tuple[str, ...]:
        """Groups that were looked at, those without a threshold last."""
        if self.found is None or not self.settings.group:
            return ()
        return (*self.found.thresholds, *self.found.refused)

    @property
    def shown_thresholds(self) -> tuple[Threshold, ...]:
        """Thresholds of what the plots are of: all, or that of the group on show."""
        thresholds = self.found.thresholds if self.found is not None else {}
        if self.shown:
            return (thresholds[self.shown],) if self.shown in thresholds else ()
        return tuple(thresholds.values())

    def curve(self) -> Curve | None:
        """Return the concentration–area plot with its pieces, None where there are too few."""
        return curve_of(self.picture, self.settings.of_group(self.shown))

    def kept(self) -> KeptThreshold | None:
        """Return the threshold as a project keeps it."""
        if self.found is None or self.table is None:
            return None
        return kept_from(self.found, self.columns, self.unit, self.table.fingerprint)
