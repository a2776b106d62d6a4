"""A network in the middle of a page: the line it is typed in, its drawing, its layers."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from core.job_sections.cnn import CNN
from core.networks.cnn.plan import CUSTOM
from core.networks.cnn.planned import ImageShape
from core.networks.cnn.zoo import ZOO
from gui import theme
from gui.image_pages.example_links import ExampleLinks
from gui.image_pages.layer_table import LayerTable
from gui.image_pages.network_graph import NetworkGraph
from gui.image_pages.network_sheet import sheet_of
from gui.image_pages.network_totals import NetworkTotals
from gui.image_pages.pattern_line import EXAMPLES, PatternLine
from gui.translating import core_message


class NetworkEditor(QWidget):
    """Line, drawing and table of one network, always in agreement.

    It stands by itself: `show_network` tells it what there is, `changed` what a person made of it.
    """

    changed = Signal(object)

    def __init__(self, splitter: QSplitter | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self.line = PatternLine()
        self.line.setAccessibleName(self.tr("Layers as text"))
        self.line.typed.connect(self._take_text)
        self.error = QLabel("", wordWrap=True)
        theme.set_role(self.error, "error")
        self.graph = NetworkGraph()
        self.table = LayerTable()
        self.totals = NetworkTotals()
        self.table.changed.connect(self._take_text)
        self.table.row_chosen.connect(self.graph.select_row)
        self.graph.row_chosen.connect(self.table.select_row)
        self.splitter = splitter or QSplitter(Qt.Orientation.Vertical)
        for part in (self.graph, self.table):
            self.splitter.addWidget(part)
        self.splitter.setStretchFactor(0, 5)
        self.splitter.setStretchFactor(1, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.line)
        self.examples = ExampleLinks(EXAMPLES)
        self.examples.taken.connect(self._take_text)
        column.addWidget(self.examples)
        column.addWidget(self.error)
        column.addWidget(self.splitter, 1)
        column.addWidget(self.totals)

    def show_network(self, cnn: CNN, shape: ImageShape, classes: int) -> None:
        """Show a network for images of `shape` (C, H, W) and so many classes."""
        sheet = sheet_of(cnn, shape, classes)
        own = cnn.name == CUSTOM
        self.line.set_text(sheet.text)
        self.line.setPlaceholderText(self._placeholder(cnn, bool(sheet.text)))
        refused = sheet.error if own else None
        self.line.mark(sheet.position if own else -1, wrong=refused is not None)
        self.error.setText(core_message(refused) if refused is not None else "")
        self.error.setVisible(refused is not None)
        if sheet.layers or not own:
            self.table.show_sheet(sheet, keep=cnn.name == self._name)
            self.graph.select_row(self.table.row)
        self._name = cnn.name
        self.totals.show_plan(sheet.plan)
        self.graph.set_faded(sheet.drawn is None)
        if sheet.drawn is not None:
            self.graph.show_plan(sheet.drawn)

    def _placeholder(self, cnn: CNN, has_text: bool) -> str:
        if has_text or cnn.name == CUSTOM or cnn.name not in ZOO:
            return self.tr("Layers, for example [(CONV-RELU)*2-POOL]*2-FC-SOFTMAX")
        return self.tr(
            "{network} is not a row of layers that can be written; type one here"
        ).format(network=ZOO[cnn.name].title)

    def _take_text(self, text: str) -> None:
        self.changed.emit(CNN(name=CUSTOM, layers=text))
