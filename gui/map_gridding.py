"""From scattered samples to a raster: how, how fine, and the command that does it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QPushButton, QWidget
from shiboken6 import isValid

from core.events import Finished
from core.files import write_text
from core.numbers import NumberError, parse_number
from core.places import table_cache_folder
from core.reading import Reading, reading_text
from datasets.messages import Message
from gui import theme
from gui.controls import ComboBox
from gui.icons import icon
from gui.services import Services

NEAREST, IDW, RBF, KRIGING = "nearest", "idw", "rbf", "kriging"


@dataclass(frozen=True, eq=False)
class Raster:
    """A gridded column.

    Attributes
    ----------
    values
        float32, shape (rows, columns), row 0 at the smallest y, NaN in the gaps.
    rect
        Outer edges of the cells.
    """

    column: str
    values: NDArray[np.float32]
    rect: QRectF


def read_raster(column: str, path: Path) -> Raster:
    """Read what the command ``grid`` wrote; x and y are the centre of the first cell."""
    with np.load(path, allow_pickle=False) as archive:
        values = np.asarray(archive["values"], np.float32)
        x, y, step_x, step_y = (float(archive[name]) for name in ("x", "y", "step_x", "step_y"))
    rows, columns = values.shape
    rect = QRectF(x - step_x / 2, y - step_y / 2, columns * step_x, rows * step_y)
    return Raster(column, values, rect)


class GriddingPanel(QWidget):
    """Asks how scattered samples are to be gridded, and shows them as points again."""

    gridded = Signal(object)
    left = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._column = ""
        self.method = ComboBox()
        self.method.setAccessibleName(self.tr("Interpolation"))
        self.method.setMinimumWidth(60)
        for text, value in (
            (self.tr("Nearest sample"), NEAREST),
            (self.tr("Inverse distances (IDW)"), IDW),
            (self.tr("Radial basis functions (RBF)"), RBF),
            (self.tr("Ordinary kriging"), KRIGING),
        ):
            self.method.addItem(text, value)
        self.method.setCurrentIndex(self.method.findData(IDW))
        self.cell = QLineEdit(placeholderText=self.tr("proposed"))
        self.cell.setAccessibleName(self.tr("Cell size"))
        self.cell.setToolTip(
            self.tr("Side of a cell in units of the coordinates; empty: from the samples' distance")
        )
        self.logarithm = QCheckBox(self.tr("On logarithms"))
        self.start = QPushButton(icon("grid"), self.tr("Interpolate"))
        self.start.setToolTip(self.tr("Interpolate between the samples; gaps stay gaps."))
        self.start.clicked.connect(lambda _=False: self._ask())
        self.back = QPushButton(self.tr("Show the samples"))
        self.back.clicked.connect(lambda _=False: self._leave())
        self.back.hide()
        self._said = QLabel("", wordWrap=True)
        theme.set_role(self._said, "caption")
        self._said.hide()
        self._lay_out()
        services.tasks.idle.connect(self._enable)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, word in enumerate((self.tr("Interpolation"), self.tr("Cell size"))):
            label = QLabel(word)
            theme.set_role(label, "muted")
            grid.addWidget(label, row, 0)
        grid.addWidget(self.method, 0, 1)
        grid.addWidget(self.cell, 1, 1)
        grid.addWidget(self.logarithm, 2, 1)
        grid.addWidget(self.start, 3, 1)
        grid.addWidget(self.back, 4, 1)
        grid.addWidget(self._said, 5, 0, 1, 2)

    def set_column(self, column: str) -> None:
        """Take the column that is to be gridded; another one's raster is no longer shown."""
        if column != self._column:
            self._column = column
            self._leave()

    def _ask(self) -> None:
        cell = self._cell()
        if cell is None:
            return
        self.start.setEnabled(False)
        column, out = self._column, table_cache_folder() / "raster.npz"

        def done(event: Finished) -> None:
            # the window may have been made anew in another language meanwhile
            if isValid(self) and column == self._column:
                self.back.show()
                self.gridded.emit(read_raster(column, out))

        def failed(failure: Message, traceback: str) -> None:
            self._services.say_failure(failure, traceback)

        self._services.tasks.ask(self._words(cell, out), done, failed)

    def _words(self, cell: float, out: Path) -> list[str]:
        session = self._services.session
        assert session.table is not None
        words = ["grid", session.table.source, "--column", self._column, "--out", str(out)]
        words += ["--x", session.column_of("x"), "--y", session.column_of("y")]
        words += ["--crs", session.crs, "--method", str(self.method.currentData())]
        words += ["--cell", repr(cell)] if cell else []
        words += ["--log"] if self.logarithm.isChecked() else []
        if session.reading != Reading():
            path = table_cache_folder() / "grid-reading.toml"
            path.parent.mkdir(parents=True, exist_ok=True)
            write_text(path, reading_text(session.reading))
            words += ["--reading", str(path)]
        return words

    def _cell(self) -> float | None:
        """Return the typed size, 0 for a proposed one, None for what is no size."""
        text = self.cell.text().strip()
        try:
            size = parse_number(text) if text else 0.0
        except NumberError:
            size = -1.0
        wrong = size < 0 or (bool(text) and size == 0)
        self.cell.setProperty("invalid", wrong)
        self.cell.style().polish(self.cell)
        self._said.setText(self.tr("The cell size is a number above 0.") if wrong else "")
        self._said.setVisible(wrong)
        return None if wrong else size

    def _enable(self) -> None:
        """Offer to begin again, also after a cancelled task, which tells nobody else."""
        self.start.setEnabled(True)

    def _leave(self) -> None:
        self.back.hide()
        self.left.emit()
