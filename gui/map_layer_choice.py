"""The head of the Map page: which layer is drawn, and of what."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui import map_layer_kinds as layers
from gui.controls import ComboBox
from gui.map_content import MapContent
from gui.pages.page import label


class LayerChoice(QWidget):
    """Two choices side by side; the second is away where there is nothing to choose."""

    changed = Signal()

    def __init__(self, content: MapContent, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self.kinds, self.of = ComboBox(), ComboBox()
        self.kinds.setAccessibleName(self.tr("Show"))
        self.of.setAccessibleName(self.tr("Of"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        words = label(self.tr("Show"), "muted")
        words.setWordWrap(False)
        row.addWidget(words)
        for box in (self.kinds, self.of):
            box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)
            box.setMaximumWidth(260)
            row.addWidget(box)
        self._had_run = False
        self.kinds.currentIndexChanged.connect(lambda _: self._choose_kind())
        self.of.currentIndexChanged.connect(lambda _: self.changed.emit())

    @property
    def shown(self) -> tuple[str, str]:
        """The layer, and the class, column or run it is of, "" for none."""
        return self.kinds.currentData() or "", self.of.currentData() or ""

    def choose(self, kind: str, of: str = "") -> None:
        """Show a layer of `gui.map_layer_kinds`."""
        self.kinds.setCurrentIndex(self.kinds.findData(kind))
        if of:
            self.of.setCurrentIndex(self.of.findData(of))

    def fill(self) -> None:
        """Offer the layers there are; a new run brings its class map to the front."""
        has_run = self._content.shown is not None
        wanted = self.kinds.currentData() if has_run == self._had_run else None
        self._had_run = has_run
        self.kinds.blockSignals(True)
        self.kinds.clear()
        for kind, word in self._content.kinds():
            if kind == layers.KNOWN and self.kinds.count():
                self.kinds.insertSeparator(self.kinds.count())
            self.kinds.addItem(word, kind)
        # a separator has no data either: "nothing wanted" must not find it
        self.kinds.setCurrentIndex(max(0, self.kinds.findData(wanted)) if wanted else 0)
        self.kinds.blockSignals(False)
        self._choose_kind()

    def _choose_kind(self) -> None:
        choices = self._content.choices(self.kinds.currentData() or "")
        wanted = self.of.currentData()
        self.of.blockSignals(True)
        self.of.clear()
        for text, value in choices:
            self.of.addItem(text, value)
        self.of.setCurrentIndex(max(0, self.of.findData(wanted)))
        self.of.blockSignals(False)
        self.of.setVisible(bool(choices))
        self.changed.emit()
