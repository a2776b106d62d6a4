"""Map: the classes over the survey, the predictions behind them, and taking both away."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.numbers import percent, three_digits
from core.run_folder import RunFolder
from gui.controls import ComboBox
from gui.icons import icon
from gui.map_view import MapView
from gui.pages.page import Page, label
from gui.predictions import (
    AGREEMENT,
    CLASS_PREFIX,
    OUTPUT,
    OUTPUT_PREFIX,
    Predictions,
    read_predictions,
)
from gui.results_table import THREE_DECIMALS
from gui.survey import place_survey, show_deposits
from gui.table_view import TableView
from gui.translating import core_message
from gui.verdict import evaluation_sentence

if TYPE_CHECKING:
    from gui.furniture import Furniture

CLASS, PROBABILITY = "class", "probability"
RESOLUTIONS = (100, 200, 300, 600)


class MapPage(Page):
    """The result of the run on show."""

    def __init__(self, furniture: Furniture) -> None:
        super().__init__(furniture)
        self.add_title(self.tr("Map"))
        self._layer = ComboBox()
        self._layer.setAccessibleName(self.tr("Show"))
        self._layer.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)
        self._layer.currentIndexChanged.connect(self._paint)
        self._deposits = QCheckBox(self.tr("Training deposits"))
        self._deposits.setChecked(True)
        self._deposits.toggled.connect(lambda _: self._paint())
        self.head.addWidget(self._deposits)
        self._layer_label = label(self.tr("Show"), "muted")
        self.head.addWidget(self._layer_label)
        self.head.addWidget(self._layer)
        self._about = label("", "muted")
        self.column.addWidget(self._about)
        self._no_map = self._without_map()
        self.column.addWidget(self._no_map)
        self.map = MapView()
        self.table = TableView()
        self.table.setAccessibleName(self.tr("Predictions"))
        self._split = self.splitter("map", Qt.Orientation.Vertical)
        self._split.addWidget(self.map)
        self._split.addWidget(self.table)
        self._split.setSizes([460, 190])
        self.restore_splitters()
        self.column.addWidget(self._split, 1)
        self.map.selected.connect(self.table.select)
        self.table.selected_row.connect(self.map.set_selected)
        self._build_inspector()
        self._predictions: Predictions | None = None
        self.listen(self.session.roles_changed, self._place)
        self.listen(self.session.run_changed, self._show_run)
        self._place()
        self._show_run()

    def _without_map(self) -> QWidget:
        """Return what stands in the place of a map that cannot be drawn."""
        frame = QFrame()
        frame.setProperty("role", "card")
        column = QVBoxLayout(frame)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(
            label(
                self.tr(
                    "There is no map: the table has no coordinates. If it has, choose coordinate X "
                    "and Y on the Data page. The result stands in two tables on the Judge page."
                )
            )
        )
        row = QHBoxLayout()
        for word, page in ((self.tr("Go to Judge"), "judge"), (self.tr("Go to Data"), "data")):
            button = QPushButton(word)
            button.clicked.connect(lambda _=False, page=page: self.services.go(page))
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        return frame

    def _build_inspector(self) -> None:
        self.side.addWidget(label(self.tr("Judgement"), "heading"))
        self._verdict = label("", "muted")
        self.side.addWidget(self._verdict)
        judge = QPushButton(icon("scale-balance"), self.tr("Sample by sample"))
        judge.setToolTip(self.tr("The confusion matrix and the two tables, on the Judge page"))
        judge.clicked.connect(lambda _=False: self.services.go("judge"))
        self.side.addWidget(judge)
        self.side.addSpacing(8)
        self.side.addWidget(label(self.tr("Take away"), "heading"))
        self._buttons: list[QPushButton] = []
        self._button("table-arrow-right", self.tr("Predictions as CSV…"), self._export_table)
        row = QHBoxLayout()
        self._resolution = ComboBox()
        self._resolution.setAccessibleName(self.tr("Resolution"))
        for dpi in RESOLUTIONS:
            self._resolution.addItem(self.tr("{dpi} dpi").format(dpi=dpi), dpi)
        self._resolution.setCurrentIndex(1)
        self._picture = self._button("image-outline", self.tr("Map as PNG…"), self._export_map, row)
        row.addWidget(self._resolution)
        self.side.addLayout(row)
        self._button("file-cog-outline", self.tr("Job file…"), self._export_job)
        self._button("console", self.tr("Copy the command"), self._copy_command)
        self.side.addSpacing(8)
        self.side.addWidget(label(self.tr("Use the model"), "heading"))
        self._button("table-plus", self.tr("Classify another table…"), self._predict)
        self.side.addStretch(1)

    def _button(
        self, symbol: str, text: str, do: Any, row: QHBoxLayout | None = None
    ) -> QPushButton:
        button = QPushButton(icon(symbol), text)
        button.clicked.connect(lambda _=False: do())
        self._buttons.append(button)
        if row is None:
            self.side.addWidget(button)
        else:
            row.addWidget(button, 1)
        return button

    # --- showing -----------------------------------------------------------------------

    def arrive(self) -> None:
        if self._predictions is None:
            self._show_run()

    def _place(self) -> None:
        place_survey(self.map, self.session)
        self.map.setVisible(self.map.has_points)
        self._no_map.setVisible(not self.map.has_points)
        for control in (self._deposits, self._layer_label, self._layer):
            control.setVisible(self.map.has_points)
        self._show_buttons()
        self._paint()

    def _show_run(self) -> None:
        run = self.session.run
        self._predictions = read_predictions(run.predictions_path) if run is not None else None
        table, target = self.session.table, self.session.run_target
        if self._predictions is not None and (
            table is None or not target or len(self._predictions) != table.rows
        ):
            self._predictions = None
        self._show_about(run)
        self._show_buttons()
        self._fill_layers()
        self._show_rows()
        self._paint()

    def _show_buttons(self) -> None:
        for button in self._buttons:
            button.setEnabled(self._predictions is not None)
        if not self.map.has_points:
            self._picture.setEnabled(False)
        self._picture.setToolTip(
            "" if self.map.has_points else self.tr("There is no map: the table has no coordinates.")
        )
        self._resolution.setEnabled(self._picture.isEnabled())

    def _show_rows(self) -> None:
        """Show the predictions; the row number stands at the head of each row already."""
        if self._predictions is None:
            self.table.show_columns({})
            return
        columns = self._predictions.columns()
        del columns["row"]
        if "part" in columns:
            parts = {"training": self.tr("training"), "validation": self.tr("held out")}
            columns["part"] = np.array([parts.get(part) for part in columns["part"]], dtype=object)
        heads = {
            "known": self.tr("Known class"),
            "part": self.tr("Part"),
            "class": self.tr("Class"),
            "probability": self.tr("Probability"),
            AGREEMENT: self.tr("Agreement"),
            OUTPUT: self.tr("Output value"),
        }
        shares = ("probability", AGREEMENT, OUTPUT)
        prefixes = (CLASS_PREFIX, OUTPUT_PREFIX)
        formats = {
            heads.get(name, name): THREE_DECIMALS
            for name in columns
            if name in shares or name.startswith(prefixes)
        }
        self.table.show_columns(
            {heads.get(name, name): values for name, values in columns.items()}, formats
        )

    def _show_about(self, run: RunFolder | None) -> None:
        outcome = run.outcome() if run is not None else None
        evaluation = run.evaluation() if run is not None else None
        if run is None or self._predictions is None:
            self._about.setText(
                self.tr("No result yet: train a network, or open a finished run on the Runs page.")
            )
        else:
            name = run.about()["name"]
            reason = core_message(outcome.sentence) if outcome is not None else ""
            self._about.setText(f"{name} · {reason}")
        self._verdict.setText(evaluation_sentence(evaluation) if evaluation is not None else "")

    def _fill_layers(self) -> None:
        wanted = self._layer.currentData()
        self._layer.blockSignals(True)
        self._layer.clear()
        self._layer.addItem(self.tr("Class"), CLASS)
        self._layer.addItem(self.tr("Probability of the class shown"), PROBABILITY)
        if self._predictions is not None:
            if self._predictions.agreement is not None:
                self._layer.addItem(self.tr("Agreement of the members"), AGREEMENT)
            for name in self._predictions.class_names:
                self._layer.addItem(self.tr("Probability: {name}").format(name=name), f"p:{name}")
        self._layer.setCurrentIndex(max(0, self._layer.findData(wanted)))
        self._layer.blockSignals(False)

    def _paint(self) -> None:
        predictions = self._predictions
        if not self.map.has_points:
            return
        if predictions is None:
            self.map.set_classes(np.empty(0, np.int64), ())
            return
        layer = self._layer.currentData()
        if layer == CLASS:
            self.map.set_classes(predictions.codes, predictions.class_names)
        elif layer == PROBABILITY:
            self.map.set_values(predictions.probability, self.tr("Probability"), "")
        elif layer == AGREEMENT and predictions.agreement is not None:
            self.map.set_values(
                100 * predictions.agreement, self.tr("Agreement"), "%", limits=(0.0, 100.0)
            )
        else:
            name = layer.removeprefix("p:")
            self.map.set_values(predictions.of_class(name), name, "")
        if self._deposits.isChecked():
            show_deposits(self.map, self.session, self.session.run_target)
        else:
            self.map.set_symbols(np.empty(0, np.int64), np.empty(0, np.int64))
        self.map.describe = self._describe

    def _describe(self, index: int) -> str:
        predictions = self._predictions
        if predictions is None:
            return ""
        text = self.tr("row {row}: {name}, probability {p}").format(
            row=f"{index + 1:,}",
            name=predictions.name(index),
            p=three_digits(float(predictions.probability[index])),
        )
        if predictions.agreement is not None:
            text += self.tr(", agreement {share}").format(
                share=percent(float(predictions.agreement[index]))
            )
        return text

    # --- taking away -------------------------------------------------------------------

    def _export_table(self) -> None:
        path = self._ask_path(self.tr("Predictions"), "predictions.csv", "CSV (*.csv)")
        if path and self.session.run is not None:
            self.furniture.exporting.predictions(self.session.run, path)

    def _export_map(self) -> None:
        path = self._ask_path(self.tr("Map"), "map.png", "PNG (*.png)")
        if path and self.session.run is not None:
            dpi = int(self._resolution.currentData())
            language = self.furniture.window.language.code
            self.furniture.exporting.map(self.session.run, path, dpi, language)

    def _export_job(self) -> None:
        path = self._ask_path(self.tr("Job file"), "job.toml", "TOML (*.toml)")
        if path and self.session.run is not None:
            self.furniture.exporting.job(self.session.run, path)

    def _copy_command(self) -> None:
        if self.session.run is not None:
            self.furniture.exporting.copy_command(self.session.run)

    def _predict(self) -> None:
        table, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Table to classify"),
            self.settings.folder(),
            self.tr("Tables (*.csv *.txt *.tsv);;All files (*)"),
        )
        if not table or self.session.run is None:
            return
        proposed = f"{Path(table).stem}-classified.csv"
        path = self._ask_path(self.tr("Classified table"), proposed, "CSV (*.csv)")
        if path:
            self.furniture.exporting.predict(self.session.run, table, path)

    def _ask_path(self, title: str, name: str, kinds: str) -> str:
        folder = self.settings.folder() or str(Path.home())
        path, _ = QFileDialog.getSaveFileName(self, title, str(Path(folder) / name), kinds)
        if path:
            self.settings.set_folder(str(Path(path).parent))
        return path
