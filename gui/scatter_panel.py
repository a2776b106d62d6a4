"""The tab of the scatter plot: which two elements, and how they go together."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from core.correlations import correlate
from gui.class_colours import ClassColours
from gui.controls import ComboBox
from gui.correlation_map import correlation_text
from gui.element_data import ElementData, Rows
from gui.icons import icon
from gui.map_legend import ClassLegend, LegendArea
from gui.pages.page import label
from gui.scatter_view import ScatterView
from gui.translating import counted

# rows whose ranks are found within two frames
MOST_RANKED = 100_000


@dataclass(frozen=True)
class Relation:
    """Correlation of two elements; ranks are left out where there are too many samples."""

    samples: int
    pearson: float
    spearman: float | None


class ScatterPanel(QWidget):
    """Two choosers over a scatter plot."""

    # names of the elements across and up
    pair_changed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = ScatterView()
        self.across, self.up = self._chooser(self.tr("Across")), self._chooser(self.tr("Up"))
        swap = QPushButton(icon("swap-horizontal"), "")
        swap.setToolTip(self.tr("Swap the axes"))
        swap.setAccessibleName(swap.toolTip())
        swap.setProperty("role", "quiet")
        swap.clicked.connect(lambda _=False: self._swap())
        self._relation = label("", "caption")
        self._note = label("", "caption")
        self.legend = ClassLegend()
        self.legend.names_alone = True
        self.legend.toggled.connect(self.view.toggle_class)
        self._area = LegendArea(self.legend)
        head = QHBoxLayout()
        head.setSpacing(6)
        for widget in (self.up, label(self.tr("against"), "muted"), self.across, swap):
            head.addWidget(widget)
        head.addStretch(1)
        middle = QHBoxLayout()
        middle.addWidget(self.view, 1)
        middle.addWidget(self._area)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._relation)
        column.addLayout(middle, 1)
        column.addWidget(self._note)

    def _chooser(self, name: str) -> ComboBox:
        made = ComboBox()
        made.setAccessibleName(name)
        made.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)
        made.currentIndexChanged.connect(lambda _: self._tell())
        return made

    # --- choosing ----------------------------------------------------------------------

    def offer(self, names: tuple[str, ...]) -> None:
        """Offer elements, keeping the choice where it still exists."""
        for number, chooser in enumerate((self.across, self.up)):
            wanted = chooser.currentText()
            with QSignalBlocker(chooser):
                chooser.clear()
                chooser.addItems(list(names))
                usual = min(number, len(names) - 1)
                chooser.setCurrentIndex(names.index(wanted) if wanted in names else usual)

    def choose(self, across: str, up: str) -> None:
        """Choose both elements without telling of it."""
        for chooser, name in ((self.across, across), (self.up, up)):
            with QSignalBlocker(chooser):
                chooser.setCurrentIndex(chooser.findText(name))

    def choose_across(self, name: str) -> None:
        """Put an element on the horizontal axis; one that stands upright makes room for it."""
        if name == self.up.currentText() and self.across.currentText() != name:
            self.choose(name, self.across.currentText())
        else:
            self.choose(name, self.up.currentText())

    def pair(self) -> tuple[str, str]:
        """Return the names of the elements across and up."""
        return self.across.currentText(), self.up.currentText()

    def _swap(self) -> None:
        across, up = self.pair()
        self.choose(up, across)
        self._tell()

    def _tell(self) -> None:
        self.pair_changed.emit(*self.pair())

    # --- showing -----------------------------------------------------------------------

    def show_pair(
        self,
        across: ElementData,
        up: ElementData,
        codes: NDArray[np.int64],
        colours: ClassColours,
        relation: Relation | None = None,
    ) -> None:
        """Draw two elements; see `ScatterView.show_pair`. Without `relation` it is computed."""
        self.view.show_pair(across, up, codes, colours)
        self._relation.setText(self._relation_text(across, relation or relation_of(across, up)))
        self._show_legend(codes, colours)
        parts = []
        if self.view.is_dense:
            parts.append(
                self.tr(
                    "More than {most} points: the stronger the colour, the more samples."
                ).format(most="10,000")
            )
        if not self.view.is_dense and bool((across.below | up.below).any()):
            parts.append(self.tr("Rings: a value below its limit."))
        self._note.setText(" ".join(parts))
        self._note.setVisible(bool(parts))

    def mark(self, rows: Rows) -> None:
        """Mark the selected rows."""
        self.view.mark(rows)

    def _show_legend(self, codes: NDArray[np.int64], colours: ClassColours) -> None:
        counts = np.bincount(codes[codes >= 0], minlength=len(colours))
        self._area.setVisible(len(colours) > 0)
        if len(colours):
            self.legend.show_classes(colours, counts)
            # new rows have a size only when they are on screen
            QTimer.singleShot(0, self._area, self._area.fit_width)

    def _relation_text(self, across: ElementData, relation: Relation) -> str:
        parts = [self.tr("Pearson r = {r}").format(r=correlation_text(relation.pearson))]
        if relation.spearman is not None:
            parts.append(self.tr("Spearman ρ = {r}").format(r=correlation_text(relation.spearman)))
        parts.append(counted(self.tr("{number} samples"), number=f"{relation.samples:,}"))
        if across.log:
            parts.append(self.tr("on log10"))
        return "  ·  ".join(parts)


def relation_of(across: ElementData, up: ElementData) -> Relation:
    """Return how two elements correlate, as they are drawn; a thread may ask."""
    both = np.column_stack([across.x, up.x])
    names = (across.name, up.name)
    samples = int(np.isfinite(both).all(axis=1).sum())
    pearson = float(correlate(names, both, "pearson", "raw").r[0, 1])
    if len(both) > MOST_RANKED:
        return Relation(samples, pearson, None)
    return Relation(samples, pearson, float(correlate(names, both, "spearman", "raw").r[0, 1]))
