"""What stands above the loss plot: the scales of its axes, and the way back to the whole curve."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from gui import theme
from gui.controls import Segments
from gui.icons import icon


class CurveHeader(QWidget):
    """Chooses logarithmic or linear axes; *Fit* asks for the whole curve."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        names = {"log": self.tr("Log"), "linear": self.tr("Linear")}
        self._y_scale = Segments(names, self.tr("Scale of the loss"), self)
        self._x_scale = Segments(names, self.tr("Scale of the epochs"), self)
        self._x_scale.set_value("linear")
        self.fit = QPushButton(icon("fit-to-page-outline"), self.tr("Fit"), self)
        self.fit.setToolTip(self.tr("Show the whole curve and follow it while it grows."))
        theme.set_role(self.fit, "quiet")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._row.addStretch(1)
        for title, segments in (
            (self.tr("Loss"), self._y_scale),
            (self.tr("Epochs"), self._x_scale),
        ):
            label = QLabel(title, self)
            theme.set_role(label, "caption")
            self._row.addWidget(label)
            self._row.addWidget(segments)
            segments.changed.connect(lambda _: self.changed.emit())
        self._row.addWidget(self.fit)

    @property
    def log_x(self) -> bool:
        return self._x_scale.value() == "log"

    @property
    def log_y(self) -> bool:
        return self._y_scale.value() == "log"

    def set_log(self, *, x: bool | None = None, y: bool | None = None) -> None:
        """Choose scales without a signal; None leaves one as it is."""
        for segments, log in ((self._x_scale, x), (self._y_scale, y)):
            if log is not None:
                segments.set_value("log" if log else "linear")
