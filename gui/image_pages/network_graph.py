"""The drawing of a CNN: its overview, or every layer with its branches."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from core.networks.cnn.planned import Plan
from gui import theme
from gui.controls import Segments
from gui.icons import icon
from gui.image_pages.graph_blocks import Block, blocks_of
from gui.image_pages.graph_canvas import ZOOM, GraphCanvas
from gui.image_pages.graph_layout import Box, Layout, chain_layout, graph_layout
from gui.image_pages.graph_nodes import Node, nodes_of
from gui.image_pages.graph_painter import Written
from gui.image_pages.graph_words import GraphWords

# up to so many boxes in a row are drawn as stacks of maps
MOST_STACKS = 12


class NetworkGraph(QWidget):
    """Draws a plan; tells which layer a person points out, and marks the one they chose.

    Small networks are stacks of maps, as papers draw them. Large ones are boxes as high as their
    maps and as wide as these are many; the overview gathers branches and repetitions.
    """

    row_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = GraphWords(self)
        self._plan: Plan | None = None
        self._nodes: tuple[Node, ...] = ()
        self._blocks: tuple[Block, ...] = ()
        self._boxes: tuple[Box, ...] = ()
        self._row = -1
        self.canvas = GraphCanvas()
        self.canvas.setAccessibleName(self.tr("Drawing of the network"))
        self.canvas.chosen.connect(self._tell)
        self.canvas.entered.connect(self._enter)
        self.level = Segments(
            {"overview": self.tr("Overview"), "layers": self.tr("Every layer")},
            self.tr("Drawing"),
        )
        self.level.changed.connect(lambda _: self._draw(keep=False))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._head())
        column.addWidget(self.canvas, 1)

    def show_plan(self, plan: Plan) -> None:
        """Draw a network; the place stays where it is another form of the one before."""
        if plan == self._plan:
            return
        alike = self._plan is not None and len(plan.layers) == len(self._plan.layers)
        self._plan = plan
        self._nodes = nodes_of(plan)
        self._blocks = blocks_of(self._nodes)
        self._head_for(alike)
        self._draw(keep=alike)

    def set_faded(self, faded: bool) -> None:
        """Draw it pale: what is typed is not what is drawn."""
        if faded != self.canvas.faded:
            self.canvas.faded = faded
            self.canvas.update()

    def select_row(self, row: int) -> None:
        """Mark the box of a layer, by its place in the plan; -1 marks none."""
        self._row = row
        self.canvas.select(self._box_of(row))

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self.level)
        self._about = QLabel("")
        theme.set_role(self._about, "caption")
        row.addSpacing(8)
        row.addWidget(self._about, 1)
        for symbol, words, act in (
            ("minus", self.tr("Smaller (−)"), lambda: self.canvas.zoom(1 / ZOOM)),
            ("plus", self.tr("Larger (+)"), lambda: self.canvas.zoom(ZOOM)),
            ("fit-to-page-outline", self.tr("Show everything (Home)"), self.canvas.fit),
        ):
            button = QToolButton()
            button.setIcon(icon(symbol))
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.clicked.connect(lambda _=False, act=act: act())
            row.addWidget(button)
        return row

    def _head_for(self, alike: bool) -> None:
        """Offer every layer where the overview gathers some."""
        gathers = len(self._blocks) < len(self._nodes)
        self.level.setVisible(gathers)
        if not alike or not gathers:
            self.level.set_value("overview")
        self._about.setText(
            self.tr("Height: side of the maps. Width: how many there are.")
            if not self._is_stacks
            else self.tr("Each sheet is a map; up to 6 are drawn.")
        )

    @property
    def _is_stacks(self) -> bool:
        return len(self._nodes) <= MOST_STACKS and len(self._blocks) == len(self._nodes)

    def _draw(self, *, keep: bool) -> None:
        assert self._plan is not None
        layout = self._layout_now()
        self._boxes = layout.boxes
        written = [self._written(box) for box in layout.boxes]
        self.canvas.show_layout(layout, written, self._tip, keep=keep)
        if not keep and self.level.value() == "layers":
            self.canvas.fit_height()
        self.canvas.select(self._box_of(self._row))

    def _layout_now(self) -> Layout:
        if self.level.value() == "layers":
            return graph_layout(self._nodes)
        return chain_layout(self._nodes, self._blocks, stacks=self._is_stacks)

    def _written(self, box: Box) -> Written:
        node = self._nodes[box.nodes[-1]]
        return Written(node.kind, self._words.head(node), self._words.foot(node, box.block))

    def _tip(self, number: int) -> str:
        assert self._plan is not None
        box = self._boxes[number]
        nodes = [self._nodes[node] for node in box.nodes]
        return self._words.tip(self._plan, nodes, box.block)

    def _box_of(self, row: int) -> int:
        if row < 0:
            return -1
        for number, box in enumerate(self._boxes):
            if any(row in self._nodes[node].rows for node in box.nodes):
                return number
        return -1

    def _tell(self, box: int) -> None:
        rows = self._rows_of(box)
        if rows:
            self._row = rows[0]
            self.row_chosen.emit(rows[0])

    def _enter(self, box: int) -> None:
        """Show every layer of a gathered box."""
        rows = self._rows_of(box)
        if self.level.value() == "overview" and self.level.isVisible() and rows:
            self._row = rows[0]
            self.level.set_value("layers")
            self._draw(keep=False)

    def _rows_of(self, box: int) -> Sequence[int]:
        return [row for node in self._boxes[box].nodes for row in self._nodes[node].rows]
