"""The middle of the Draw page: the pad, what is seen of it, and what the network makes of it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from datasets.messages import Message
from gui.controls import ComboBox
from gui.image_pages.draw_asking import Seen
from gui.image_pages.draw_pad import DrawPad
from gui.image_pages.graph_words import size_text
from gui.image_pages.inside_subject import NetworkAbout
from gui.image_pages.map_tiles import Tiles
from gui.image_pages.maps_view import MapsView
from gui.image_pages.pixel_view import PixelView
from gui.image_pages.probability_bars import ProbabilityBars
from gui.pages.page import label
from gui.shares import share_text
from gui.translating import core_message

UNKNOWN = -1
MAP_SIDE = 64


class DrawStage(QWidget):
    """Shows what it is given and decides nothing.

    Parameters
    ----------
    splitter
        Holds the pad over the feature maps.
    """

    layer_changed = Signal()

    def __init__(self, splitter: QSplitter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pad = DrawPad()
        self.seen = PixelView()
        self.seen.setAccessibleName(self.tr("What the network sees"))
        self.verdict = label("", "heading")
        self.bars = ProbabilityBars()
        self.maps = MapsView(self.tr("Feature maps of the drawing; Enter enlarges one"))
        self.maps.set_most_room(MAP_SIDE)
        self.layer = ComboBox()
        self.layer.setAccessibleName(self.tr("Layer"))
        self.layer.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)
        self.layer.currentIndexChanged.connect(lambda _: self.layer_changed.emit())
        splitter.addWidget(self._upper())
        splitter.addWidget(self._lower())
        splitter.setSizes([430, 230])
        splitter.setStretchFactor(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(splitter)

    def _upper(self) -> QWidget:
        """Return the pad beside what is seen of it."""
        box = QWidget()
        beside = QVBoxLayout()
        beside.setSpacing(6)
        beside.addWidget(label(self.tr("What the network sees"), "caption"))
        beside.addWidget(self.seen)
        beside.addWidget(self.verdict)
        beside.addWidget(self.bars)
        beside.addStretch(1)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.pad, 3)
        row.addLayout(beside, 2)
        return box

    def _lower(self) -> QWidget:
        """Return the feature maps under the choice of their layer."""
        box = QWidget()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(self.tr("Feature maps of"), "muted"))
        head.addWidget(self.layer)
        head.addStretch(1)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.maps, 1)
        return box

    # --- what is shown -----------------------------------------------------------------

    @property
    def layer_name(self) -> str:
        """The layer whose maps are wanted, "" before there is a network."""
        return str(self.layer.currentData() or "")

    def offer(self, network: NetworkAbout) -> None:
        """Offer the layers of another network; the one chosen stays where it has one so called."""
        wanted = self.layer_name or next((each.name for each in network.having("filters")), "")
        with QSignalBlocker(self.layer):
            self.layer.clear()
            for each in network.having("features"):
                self.layer.addItem(f"{each.name} · {size_text(each.output)}", each.name)
            self.layer.setCurrentIndex(max(0, self.layer.findData(wanted)))

    def show_failure(self, failure: Message) -> None:
        """Say why the network has no answer."""
        self.verdict.setText(core_message(failure))

    def show_seen(self, seen: Seen | None) -> None:
        """Show what the network made of the drawing; None where nothing is drawn."""
        if seen is None:
            self.verdict.setText("")
            self.bars.hide()
            self.maps.show_tiles(None)
            return
        best = int(np.argmax(seen.probabilities))
        self.verdict.setText(f"{seen.classes[best]}  ·  {share_text(seen.probabilities[best])}")
        self.bars.show_probabilities(seen.classes, seen.probabilities, UNKNOWN, best)
        self.bars.show()
        if seen.maps is not None:
            values = seen.maps
            self.maps.show_tiles(Tiles(values.reshape(-1, 1, 1) if values.ndim == 1 else values))
