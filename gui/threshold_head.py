"""The line above the plots of a threshold: element, group on show, selection, axis."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.controls import ComboBox, Segments
from gui.linking import SelectionButton
from gui.pages.page import label


class ThresholdHead(QWidget):
    """Chooses what the plots are of.

    Signals
    -------
    element_chosen
        Another element.
    group_chosen
        Another group to draw, "" for all samples.
    axis_changed
        Linear or logarithmic.
    """

    element_chosen = Signal(str)
    group_chosen = Signal(str)
    axis_changed = Signal()

    def __init__(self, selection: SelectionButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.element, self.group = ComboBox(), ComboBox()
        self.element.setAccessibleName(self.tr("Element"))
        self.group.setAccessibleName(self.tr("Group in the plots"))
        self.group.setToolTip(self.tr("The group that the plots show, with its own threshold."))
        self._group_label = label(self.tr("Group"), "muted")
        self.axis = Segments(
            {"log": self.tr("Log axis"), "linear": self.tr("Linear axis")}, self.tr("Axis")
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label(self.tr("Element"), "muted"))
        row.addWidget(self.element)
        row.addWidget(self._group_label)
        row.addWidget(self.group)
        row.addStretch(1)
        row.addWidget(selection)
        row.addWidget(self.axis)
        for combo in (self.element, self.group):
            combo.setMinimumWidth(120)
        self.show_groups((), "")
        self.element.currentIndexChanged.connect(
            lambda _: self.element_chosen.emit(self.element.currentText())
        )
        self.group.currentIndexChanged.connect(
            lambda _: self.group_chosen.emit(self.group.currentData() or "")
        )
        self.axis.changed.connect(lambda _: self.axis_changed.emit())

    def offer_elements(self, names: Sequence[str]) -> None:
        """Offer elements; the chosen one stays where it is among them. Nothing is told."""
        old = self.element.currentText()
        with QSignalBlocker(self.element):
            self.element.clear()
            self.element.addItems(list(names))
            self.element.setCurrentIndex(max(0, list(names).index(old) if old in names else 0))

    def show_groups(self, names: Sequence[str], shown: str) -> None:
        """Offer groups, with that on show; nothing is told. Away where there are none."""
        self._group_label.setVisible(bool(names))
        self.group.setVisible(bool(names))
        known = [self.group.itemData(place) for place in range(self.group.count())]
        with QSignalBlocker(self.group):
            if known != ["", *names]:
                self.group.clear()
                self.group.addItem(self.tr("All groups"), "")
                for name in names:
                    self.group.addItem(name, name)
            self.group.setCurrentIndex(max(0, self.group.findData(shown)))
