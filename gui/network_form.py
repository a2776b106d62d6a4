"""The settings of a network besides its layers: coding of the classes and first weights."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.job import Network
from core.proposing import with_coding
from gui.declared import declared_fields
from gui.form_row import FormRow

ELSEWHERE = ("layers", "activations")


class NetworkForm(QWidget):
    """A row for each field; another coding changes the outputs of the network with it."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._network: Network | None = None
        self._classes = 2
        self._rows: dict[str, FormRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)

    def row(self, name: str) -> FormRow:
        """Return the row of a field."""
        return self._rows[name]

    def show_network(self, network: Network, classes: int) -> None:
        """Show the settings of a network for so many classes without a signal."""
        self._network, self._classes = network, classes
        if not self._rows:
            self._make_rows(network)
        for name, row in self._rows.items():
            if row.value() != getattr(network, name):
                row.set_value(getattr(network, name))
            row.setVisible(row.declared.matters(dict(network)))

    def _make_rows(self, network: Network) -> None:
        for declared in declared_fields(Network, ELSEWHERE):
            row = FormRow(declared, getattr(network, declared.name), self)
            row.changed.connect(lambda name=declared.name: self._edited(name))
            self._rows[declared.name] = row
            self._column.addWidget(row)

    def _edited(self, name: str) -> None:
        assert self._network is not None
        value = self._rows[name].value()
        if name == "coding":
            network = with_coding(self._network, value, self._classes)
        else:
            network = self._network.model_copy(update={name: value})
        self.show_network(network, self._classes)
        self.changed.emit(network)
