"""The layers of a network to choose one of: name, kind and size."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from gui.image_pages.graph_words import size_text
from gui.image_pages.inside_subject import LayerAbout
from gui.translating import core_text


class LayerChoice(QTreeWidget):
    """A list in which one layer is chosen."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Layers"))
        self.setHeaderLabels([self.tr("Layer"), self.tr("Kind"), self.tr("Size")])
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setIndentation(4)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        self.setMinimumHeight(120)
        self._layers: tuple[LayerAbout, ...] = ()
        self.currentItemChanged.connect(lambda *_: self._tell())

    def show_layers(self, layers: Sequence[LayerAbout], wanted: str) -> None:
        """Offer layers; the wanted one is marked, or else the first."""
        with QSignalBlocker(self):
            if tuple(layers) != self._layers:
                self._layers = tuple(layers)
                self.clear()
                for layer in layers:
                    words = [layer.name, core_text(layer.title), size_text(layer.output)]
                    item = QTreeWidgetItem(words)
                    item.setToolTip(1, words[1])
                    item.setSizeHint(1, QSize(0, self.fontMetrics().height() + 8))
                    self.addTopLevelItem(item)
            self.choose(wanted)

    def choose(self, name: str) -> None:
        """Mark a layer without a signal."""
        with QSignalBlocker(self):
            names = [layer.name for layer in self._layers]
            item = self.topLevelItem(names.index(name) if name in names else 0)
            if item is not None:
                self.setCurrentItem(item)

    def _tell(self) -> None:
        if self.layer:
            self.chosen.emit(self.layer)

    @property
    def layer(self) -> str:
        """Name of the layer that is marked, "" without any."""
        item = self.currentItem()
        return item.text(0) if item is not None else ""
