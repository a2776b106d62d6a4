"""The predictions of a run below the map, a row for each sample."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QWidget

from core.prediction_columns import CLASS_PREFIX, MAPPED, OUTPUT_PREFIX, SET, UNLIKE
from gui.predictions import AGREEMENT, OUTPUT, Predictions
from gui.results_table import THREE_DECIMALS, Names, mapped_texts, part_words
from gui.table_view import TableView


class PredictionRows(TableView):
    """Shows the predictions; the row number stands at the head of each row already."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Predictions"))

    def show_predictions(self, found: Predictions | None, names: Names | None = None) -> None:
        """Show predictions, or nothing where there are none.

        Parameters
        ----------
        names
            Header and cells of the column that names the samples.
        """
        self.setVisible(found is not None)
        if found is None:
            self.show_columns({})
            return
        columns = found.columns()
        del columns["row"]
        if names is not None and names[0] not in columns:
            columns = {names[0]: names[1], **columns}
        if "part" in columns:
            parts = part_words(columns["part"])
            columns["part"] = np.array([parts.get(part) for part in columns["part"]], dtype=object)
        if MAPPED in columns:
            columns[MAPPED] = mapped_texts(columns[MAPPED], found.class_names)
        heads = {
            "known": self.tr("Known class"),
            "part": self.tr("Part"),
            "wrong": self.tr("Wrong votes"),
            "class": self.tr("Class"),
            "probability": self.tr("Probability"),
            MAPPED: self.tr("On the map"),
            AGREEMENT: self.tr("Agreement"),
            SET: self.tr("Prediction set"),
            UNLIKE: self.tr("Unlike"),
            OUTPUT: self.tr("Output value"),
        }
        prefixed = {CLASS_PREFIX: "p {name}", OUTPUT_PREFIX: self.tr("Output value {name}")}
        for name in columns:
            for prefix, words in prefixed.items():
                if name.startswith(prefix):
                    heads[name] = words.format(name=name.removeprefix(prefix))
        shares = ("probability", AGREEMENT, UNLIKE, OUTPUT)
        prefixes = (CLASS_PREFIX, OUTPUT_PREFIX)
        formats = {
            heads.get(name, name): THREE_DECIMALS
            for name in columns
            if name in shares or name.startswith(prefixes)
        }
        self.show_columns(
            {heads.get(name, name): values for name, values in columns.items()}, formats
        )
