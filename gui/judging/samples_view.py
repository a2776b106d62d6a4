"""The labelled samples one by one, and the classified rest; both can be taken away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from gui.judging.samples_part import SamplesPart
from gui.predictions import Predictions
from gui.results_table import Names, prediction_columns, right_ones, training_columns
from gui.translating import counted


class SamplesView(QSplitter):
    """Two tables, one above the other; one row of both is chosen.

    Parameters
    ----------
    export
        Takes one of them away, "training" or "predictions".

    Attributes
    ----------
    chosen, why_wanted, map_wanted
        Tell the row that a person went to, wants explained, and wants to see on the map, counted
        from 0.
    """

    chosen = Signal(int)
    why_wanted = Signal(int)
    map_wanted = Signal(int)

    def __init__(self, export: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(8)
        self.training = SamplesPart(
            self.tr("Training results"), self.tr("Export training results…")
        )
        self.training.button.clicked.connect(lambda _=False: export("training"))
        self.predictions = SamplesPart(self.tr("Predictions"), self.tr("Export predictions…"))
        self.predictions.button.clicked.connect(lambda _=False: export("predictions"))
        for part in (self.training, self.predictions):
            self.addWidget(part)
            part.chosen.connect(self._choose)
            part.why_wanted.connect(self.why_wanted)
            part.map_wanted.connect(self.map_wanted)
        self.setSizes([320, 280])

    def show_predictions(self, found: Predictions | None, names: Names | None) -> None:
        """Show the predictions of a run, with the column that names its samples."""
        if found is None:
            self.training.show_columns({}, "", "")
            self.predictions.show_columns({}, "", "")
            return
        rows = int(found.labelled.sum())
        self.training.show_columns(
            training_columns(found, names),
            self.tr("{right} of {rows} right, trained on or held out").format(
                right=f"{right_ones(found):,}", rows=f"{rows:,}"
            ),
            self.tr("No row has a known class."),
        )
        self.predictions.show_columns(
            prediction_columns(found, names),
            counted(self.tr("{rows} rows without a known class"), rows=f"{len(found) - rows:,}"),
            self.tr("Every row has a known class: there is nothing else to classify."),
        )

    def offer_map(self, offered: bool) -> None:
        """Offer to show a row on the map, or not where the run is of another table."""
        self.training.on_map.setVisible(offered)
        self.predictions.on_map.setVisible(offered)

    def select(self, row: int) -> None:
        """Go to a row, counted from 0, without telling of it again; -1 for none."""
        self.training.select(row)
        self.predictions.select(row)

    def _choose(self, row: int) -> None:
        self.select(row)
        self.chosen.emit(row)
