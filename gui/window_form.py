"""The settings of the windows that a CNN sees of a survey: their side, their cells, their turns."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from core.job_sections.window import Window
from core.window_job import WindowSettings
from gui import theme
from gui.forms import SectionForm


class WindowForm(QWidget):
    """Emits the new settings; an even side becomes the next odd one."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = WindowSettings()
        self.form = SectionForm(Window)
        self.form.changed.connect(self._take_window)
        self.flips = QCheckBox(self.tr("Learn flips and quarter turns"))
        self.flips.setToolTip(
            self.tr("A map has no up and down: each window is learned in its eight positions.")
        )
        self.flips.toggled.connect(self._take_flips)
        self._about = QLabel("", wordWrap=True)
        theme.set_role(self._about, "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.form)
        column.addWidget(self.flips)
        column.addWidget(self._about)

    def show_settings(self, settings: WindowSettings, features: int) -> None:
        """Show the windows of so many prepared features."""
        self._settings = settings
        self.form.set_value(settings.window)
        self.flips.blockSignals(True)
        self.flips.setChecked(settings.augmentation.flip)
        self.flips.blockSignals(False)
        cells = settings.window.cells
        words = (
            self.tr("The CNN sees {cells} × {cells} cells with {features} features and a mask.")
            if settings.window.mask
            else self.tr("The CNN sees {cells} × {cells} cells with {features} features.")
        )
        self._about.setText(words.format(cells=cells, features=features))

    def _take_window(self, window: Window) -> None:
        if window.cells % 2 == 0:
            # downwards where it was just made smaller, so that the arrow goes on
            step = -1 if window.cells < self._settings.window.cells else 1
            window = window.model_copy(update={"cells": window.cells + step})
            self.form.set_value(window)
        self._emit(window=window)

    def _take_flips(self, flips: bool) -> None:
        self._emit(augmentation=self._settings.augmentation.model_copy(update={"flip": flips}))

    def _emit(self, **changes: object) -> None:
        self.changed.emit(self._settings.model_copy(update=changes))
