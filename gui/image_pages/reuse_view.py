"""DenseNet's feature reuse: how much each layer of a block takes from each one before it."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtWidgets import QWidget

from core.numbers import NOTHING, three_digits
from gui.controls import ComboBox
from gui.image_pages.asking import Asking
from gui.image_pages.heat_map import HeatMap
from gui.image_pages.inside_answers import Answer, Question
from gui.image_pages.inside_subject import Looked
from gui.image_pages.inside_view import InsideView
from gui.image_pages.share_legend import ShareLegend
from gui.pages.page import label


class ReuseView(InsideView):
    """A heat map for each dense block, as figure 5 of Huang et al. (2017)."""

    def __init__(self, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(asking, parent)
        self.map = HeatMap(self.tr("Feature reuse; the arrow keys go from cell to cell"))
        self.map.pointed.connect(self._read_out)
        self.head.addWidget(ShareLegend())
        about = label(
            self.tr(
                "Mean size of the weights by which a layer reads the maps of an earlier one, as a "
                "share of the largest of its column."
            ),
            "caption",
        )
        self.content.addWidget(about)
        self.content.addWidget(self.map, 1)
        self.block = ComboBox()
        self.block.setAccessibleName(self.tr("Dense block"))
        self.block.currentIndexChanged.connect(lambda _: self._show_block())
        self.settings.addWidget(label(self.tr("Dense block"), "caption"))
        self.settings.addWidget(self.block)

    def question(self, looked: Looked) -> Question | None:
        return looked.question("reuse") if looked.network.dense_blocks else None

    def draw(self, answer: Answer) -> None:
        chosen = max(0, self.block.currentIndex())
        self.block.blockSignals(True)
        self.block.clear()
        for number in range(answer.values["blocks"]):
            self.block.addItem(self.tr("Block {number}").format(number=number + 1))
        self.block.setCurrentIndex(min(chosen, self.block.count() - 1))
        self.block.blockSignals(False)
        self._show_block()

    def _show_block(self) -> None:
        number = self.block.currentIndex()
        if self.shown is None or number < 0:
            return
        share = self.shown.array(f"share_{number}")
        self.map.set_cells(
            share_pixels(share),
            (self._names("sources"), self._names("targets")),
            (self.tr("is read"), self.tr("reads")),
        )

    def _names(self, side: str) -> list[str]:
        assert self.shown is not None
        return [str(name) for name in self.shown.array(f"{side}_{self.block.currentIndex()}")]

    def set_old(self, is_old: bool) -> None:
        self.map.set_old(is_old)

    def _read_out(self, row: int, column: int) -> None:
        if row < 0 or self.shown is None:
            self.readout.setText("")
            return
        number = self.block.currentIndex()
        share = float(self.shown.array(f"share_{number}")[row, column])
        mean = float(self.shown.array(f"mean_{number}")[row, column])
        source, target = self._names("sources")[row], self._names("targets")[column]
        value = f"{share:.2f} ({three_digits(mean)})" if np.isfinite(share) else NOTHING
        self.readout.setText(f"{source} → {target}: {value}")


def share_pixels(share: NDArray[np.floating]) -> NDArray[np.uint8]:
    """Return a colour for each share of 1, uint8, shape (..., 4); NaN is transparent."""
    table = pg.colormap.get("viridis").getLookupTable(nPts=256, alpha=True)
    places = np.rint(255 * np.nan_to_num(np.clip(share, 0.0, 1.0))).astype(np.int64)
    pixels = np.asarray(table, np.uint8)[places]
    pixels[np.isnan(share), 3] = 0
    return pixels
