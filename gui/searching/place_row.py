"""Where the trials of a search are carried out: on this machine, or on a cluster by Dask."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from gui import theme
from gui.controls import ComboBox

# of `Search.scheduler`
HERE, LOCAL_CLUSTER = "", "local"
# in the list of places, in front of an address
ELSEWHERE = "address"


class PlaceRow(QWidget):
    """A choice, and for a scheduler elsewhere its address."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        label = QLabel(self.tr("Compute on"), self)
        self.place = ComboBox(self)
        self.place.addItem(self.tr("This machine"), HERE)
        self.place.addItem(self.tr("Dask cluster on this machine"), LOCAL_CLUSTER)
        self.place.addItem(self.tr("Dask scheduler"), ELSEWHERE)
        self.place.setAccessibleName(label.text())
        label.setBuddy(self.place)
        self.address = QLineEdit(self, placeholderText="tcp://host:8786")
        self.address.setAccessibleName(self.tr("Address of the scheduler"))
        self._caption = QLabel("", self, wordWrap=True)
        theme.set_role(self._caption, "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (label, self.place, self.address, self._caption):
            column.addWidget(widget)
        self.place.currentIndexChanged.connect(lambda _: self._chosen())
        self.address.textEdited.connect(lambda _: self.changed.emit())
        self._show()

    def value(self) -> str | None:
        """Return `Search.scheduler`, None where an address is wanted and there is none."""
        place = str(self.place.currentData())
        return self.address.text().strip() or None if place == ELSEWHERE else place

    def set_value(self, scheduler: str) -> None:
        """Show a place without a signal; an address that was written once stays in its line."""
        is_address = scheduler not in (HERE, LOCAL_CLUSTER)
        self.place.blockSignals(True)
        self.place.setCurrentIndex(self.place.findData(ELSEWHERE if is_address else scheduler))
        self.place.blockSignals(False)
        if is_address:
            self.address.setText(scheduler)
        self._show()

    def words(self) -> str:
        """Return where it is, where that is not this machine itself."""
        return self.place.currentText() if self.value() != HERE else ""

    def _chosen(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        place = self.place.currentData()
        self.address.setVisible(place == ELSEWHERE)
        words = {
            HERE: self.tr("In processes of this program."),
            LOCAL_CLUSTER: self.tr("Workers of Dask, one for each process."),
            ELSEWHERE: self.tr("Its workers reach the table under the same path."),
        }
        self._caption.setText(words[place])
