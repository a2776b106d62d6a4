"""The columns that may be features, each with a tick."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

State = Qt.CheckState


class FeatureChecks(QWidget):
    """A list with ticks, and buttons for all and none."""

    changed = Signal(set)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Features"))
        self.list.setMinimumHeight(160)
        self.list.itemChanged.connect(lambda _: self._tell())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        for text, state in (
            (self.tr("All"), State.Checked),
            (self.tr("None"), State.Unchecked),
        ):
            button = QPushButton(text)
            button.setProperty("role", "quiet")
            button.clicked.connect(lambda _=False, state=state: self._check_all(state))
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)

    def show_features(self, ticks: Mapping[str, bool]) -> None:
        """Show columns, ticked or not, without telling of it."""
        with QSignalBlocker(self.list):
            if [self.list.item(row).text() for row in range(self.list.count())] != list(ticks):
                self.list.clear()
                for name in ticks:
                    item = QListWidgetItem(name)
                    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
                    self.list.addItem(item)
            for row, ticked in enumerate(ticks.values()):
                self.list.item(row).setCheckState(State.Checked if ticked else State.Unchecked)

    def _check_all(self, state: State) -> None:
        with QSignalBlocker(self.list):
            for row in range(self.list.count()):
                self.list.item(row).setCheckState(state)
        self._tell()

    def _tell(self) -> None:
        self.changed.emit(
            {
                self.list.item(row).text()
                for row in range(self.list.count())
                if self.list.item(row).checkState() == State.Checked
            }
        )
