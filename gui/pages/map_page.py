"""Map: the layers of the run and of the table over the survey, and taking them away."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.run_folder import RunFolder
from datasets.suffixes import OPENED_SUFFIXES
from gui import map_content as layers
from gui.controls import ComboBox
from gui.export_panel import ExportPanel
from gui.icons import icon
from gui.map_about import SampleWords
from gui.map_content import ClassLayer, MapContent, ValueLayer
from gui.map_gridding import Raster
from gui.map_side import CellSide, LayerSide, OverlaySide
from gui.map_view import MapView
from gui.pages.page import Page, label
from gui.predictions import AGREEMENT, CLASS_PREFIX, OUTPUT, OUTPUT_PREFIX
from gui.results_table import THREE_DECIMALS
from gui.survey import place_survey, show_deposits
from gui.table_view import TableView
from gui.translating import core_message
from gui.verdict import evaluation_sentence

if TYPE_CHECKING:
    from gui.furniture import Furniture

NOTHING = np.empty(0, np.int64)


class MapPage(Page):
    """The survey: elements and thresholds before a run, and the result of the run on show."""

    def __init__(self, furniture: Furniture) -> None:
        super().__init__(furniture)
        self.content = MapContent(self.session, self)
        self._build_head()
        self._no_map = self._without_map()
        self.column.addWidget(self._no_map)
        self.map = MapView()
        self.words = SampleWords(self.session, self.content, self.map.places, self)
        self.map.describe = self._describe
        self.table = TableView()
        self.table.setAccessibleName(self.tr("Predictions"))
        self._split = self.splitter("map", Qt.Orientation.Vertical)
        self._split.addWidget(self.map)
        self._split.addWidget(self.table)
        self._split.setSizes([460, 190])
        self.restore_splitters()
        self.column.addWidget(self._split, 1)
        self._build_inspector()
        self._sample = -1
        self._shown: tuple[str, str] = ("", "")
        self._raster: Raster | None = None
        self._connect()
        self._placed: tuple[str, ...] | None = None
        self._place()
        self._show_run()

    # --- building ----------------------------------------------------------------------

    def _build_head(self) -> None:
        self.add_title(self.tr("Map"))
        self._layer = ComboBox()
        self._layer.setAccessibleName(self.tr("Show"))
        self._of = ComboBox()
        self._of.setAccessibleName(self.tr("Of"))
        for box in (self._layer, self._of):
            box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)
            box.setMaximumWidth(260)
        self._layer_label = label(self.tr("Show"), "muted")
        for widget in (self._layer_label, self._layer, self._of):
            self.head.addWidget(widget)
        self._about = label("", "muted")
        self.column.addWidget(self._about)

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
        self.layer_side = LayerSide(self.services)
        self.over = OverlaySide(self.services)
        self.cell = CellSide()
        self._map_parts: list[QWidget] = []
        for heading, widget in (
            (self.tr("Map layer"), self.layer_side),
            (self.tr("Over the map"), self.over),
            (self.tr("About this cell"), self.cell),
        ):
            title = label(heading, "heading")
            self._map_parts += [title, widget]
            self.side.addWidget(title)
            self.side.addWidget(widget)
            self.side.addSpacing(8)
        self._deposits = self.over.deposits
        self._build_judgement()
        self._build_export()
        self.side.addStretch(1)

    def _build_judgement(self) -> None:
        self._judgement = QWidget()
        column = QVBoxLayout(self._judgement)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(10)
        column.addWidget(label(self.tr("Judgement"), "heading"))
        self._verdict = label("", "muted")
        column.addWidget(self._verdict)
        judge = QPushButton(icon("scale-balance"), self.tr("Sample by sample"))
        judge.setToolTip(self.tr("The confusion matrix and the two tables, on the Judge page"))
        judge.clicked.connect(lambda _=False: self.services.go("judge"))
        column.addWidget(judge)
        self.side.addWidget(self._judgement)

    def _build_export(self) -> None:
        self.side.addWidget(label(self.tr("Take away"), "heading"))
        self.export = ExportPanel(self.furniture)
        self.side.addWidget(self.export)
        self.side.addSpacing(8)
        self._use = QWidget()
        column = QVBoxLayout(self._use)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(label(self.tr("Use the model"), "heading"))
        predict = QPushButton(icon("table-plus"), self.tr("Classify another table…"))
        predict.clicked.connect(lambda _=False: self._predict())
        column.addWidget(predict)
        self.side.addWidget(self._use)

    def _connect(self) -> None:
        self._layer.currentIndexChanged.connect(lambda _: self._choose_layer())
        self._of.currentIndexChanged.connect(lambda _: self._choose_of())
        self.layer_side.changed.connect(self._paint)
        self.layer_side.order_changed.connect(self.map.class_legend.sort_by)
        self.layer_side.opacity_changed.connect(self.map.set_opacity)
        self.layer_side.gridding.gridded.connect(self._take_raster)
        self.layer_side.gridding.left.connect(self._leave_raster)
        self.map.class_legend.reordered.connect(self.layer_side.was_dragged)
        self.over.deposits.toggled.connect(lambda _: self._show_deposits())
        self.over.lines.toggled.connect(self.map.set_graticule)
        self.over.outlines.drawn.connect(self.map.set_outlines)
        self.map.selected.connect(lambda index: self.session.select_rows(np.array([index])))
        self.map.selected_rows.connect(self.session.select_rows)
        self.map.laid_out.connect(self._show_outlines)
        self.table.selected_row.connect(lambda index: self.session.select_rows(np.array([index])))
        self.listen(self.session.roles_changed, self._place)
        self.listen(self.session.run_changed, self._show_run)
        self.listen(self.session.selection_changed, self._show_selection)
        self.listen(self.session.thresholds_changed, self._show_thresholds)
        self.listen(self.session.colours_changed, self._paint)
        self.listen(self.session.outlines_changed, self._show_outlines)

    # --- the survey and the run --------------------------------------------------------

    def arrive(self) -> None:
        if self.content.predictions is None:
            self._show_run()

    def _place(self) -> None:
        """Lay the samples out anew where table or coordinates have changed."""
        table = self.session.table
        place = (
            table.arrow_path if table is not None else "",
            self.session.column_of("x"),
            self.session.column_of("y"),
        )
        if place != self._placed:
            self._placed = place
            place_survey(self.map, self.session)
        else:
            self.map.set_crs(self.session.crs, presumed_metres=self._in_metres())
            self._show_outlines()
        has_map = self.map.has_points
        self.map.setVisible(has_map)
        self._no_map.setVisible(not has_map)
        for widget in (self._layer_label, self._layer, *self._map_parts):
            widget.setVisible(has_map)
        self._show_buttons()
        self._fill_layers()
        self._show_selection()

    def _in_metres(self) -> bool:
        bounds = self.map.bounds
        return bounds is not None and max(abs(bounds[0]), abs(bounds[2])) > 400

    def _show_run(self) -> None:
        run = self.session.run
        self.content.read_run()
        self._show_about(run)
        self._show_buttons()
        self._fill_layers()
        self._show_rows()
        self._show_sample(self._sample)

    def _show_buttons(self) -> None:
        has_result = self.content.predictions is not None
        for widget in (self._judgement, self._use):
            widget.setVisible(has_result)

    def _show_rows(self) -> None:
        """Show the predictions; the row number stands at the head of each row already."""
        found = self.content.predictions
        self.table.setVisible(found is not None)
        if found is None:
            self.table.show_columns({})
            return
        columns = found.columns()
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
        if run is None or self.content.predictions is None:
            self._about.setText(
                self.tr(
                    "No result yet: elements and thresholds can be drawn; classes follow when a "
                    "run has ended."
                )
            )
        else:
            name = run.about()["name"]
            reason = core_message(outcome.sentence) if outcome is not None else ""
            self._about.setText(f"{name} · {reason}")
        self._verdict.setText(evaluation_sentence(evaluation) if evaluation is not None else "")

    # --- which layer -------------------------------------------------------------------

    def show_layer(self, kind: str, of: str = "") -> None:
        """Show a layer of `gui.map_content`, of a class, column or run where it takes one."""
        self._layer.setCurrentIndex(self._layer.findData(kind))
        if of:
            self._of.setCurrentIndex(self._of.findData(of))

    def _fill_layers(self) -> None:
        """Offer the layers there are; a new run brings its class map to the front."""
        kinds = self.content.kinds()
        had_run = self._layer.findData(layers.CLASS) >= 0
        has_run = self.content.predictions is not None
        wanted = self._layer.currentData() if has_run == had_run else None
        self._layer.blockSignals(True)
        self._layer.clear()
        for kind, word in kinds:
            if kind == layers.KNOWN and self._layer.count():
                self._layer.insertSeparator(self._layer.count())
            self._layer.addItem(word, kind)
        # a separator has no data either: "nothing wanted" must not find it
        self._layer.setCurrentIndex(max(0, self._layer.findData(wanted)) if wanted else 0)
        self._layer.blockSignals(False)
        self._choose_layer()

    def _choose_layer(self) -> None:
        kind = self._layer.currentData() or ""
        choices = self.content.choices(kind)
        wanted = self._of.currentData()
        self._of.blockSignals(True)
        self._of.clear()
        for text, value in choices:
            self._of.addItem(text, value)
        self._of.setCurrentIndex(max(0, self._of.findData(wanted)))
        self._of.blockSignals(False)
        self._of.setVisible(bool(choices) and self.map.has_points)
        self._choose_of()

    def _choose_of(self) -> None:
        kind, of = self._layer.currentData() or "", self._of.currentData() or ""
        side = self.layer_side
        is_new, self._shown = (kind, of) != self._shown, (kind, of)
        is_other_kind = is_new and kind != self._kind_shown
        self._kind_shown = kind
        scattered = self.map.has_points and self.map.grid is None
        side.gridding.setVisible(kind == layers.ELEMENT and scattered)
        side.threshold_row.setVisible(kind == layers.THRESHOLD)
        if is_new:
            side.threshold.clear()
            side.gridding.set_column(of if kind == layers.ELEMENT else "")
        side.offer_threshold(self.content.kept_threshold(of))
        layer = self._find_layer()
        if isinstance(layer, ValueLayer) and is_other_kind:
            has_range = layer.limits is not None
            side.values.suit(layer.scheme, has_range=has_range, centred=layer.centred)
        self._paint()

    _kind_shown = ""

    def _find_layer(self) -> ClassLayer | ValueLayer | None:
        kind, of = self._shown
        return self.content.layer(kind, of, self.layer_side.typed_threshold())

    # --- drawing -----------------------------------------------------------------------

    def _paint(self) -> None:
        if not self.map.has_points:
            return
        layer = self._find_layer()
        self.layer_side.values.setVisible(isinstance(layer, ValueLayer))
        self.layer_side.order_row.setVisible(isinstance(layer, ClassLayer))
        if isinstance(layer, ClassLayer):
            self.map.set_classes(layer.codes, layer.names, layer.colours)
        elif isinstance(layer, ValueLayer) and self._raster is not None:
            self._draw_raster(layer, self._raster)
        elif isinstance(layer, ValueLayer):
            look = self.layer_side.values.look(layer.limits)
            self.map.set_values(layer.values, layer.title, layer.unit, look=look)
        else:
            self.map.set_classes(NOTHING, ())
        self._say_what_is_missing(layer)
        self._show_deposits()
        self._offer_sheet()

    def _say_what_is_missing(self, layer: ClassLayer | ValueLayer | None) -> None:
        kind, of = self._shown
        if layer is not None:
            self._show_about(self.session.run)
        elif kind == layers.THRESHOLD:
            self._about.setText(
                self.tr(
                    "No threshold is kept for {element}: type one at the right, or keep one on the "
                    "Anomalies page."
                ).format(element=of)
            )
        elif kind == layers.DIFFERENCE:
            self._about.setText(self.tr("There is no other finished run of this table."))

    def _take_raster(self, raster: Raster) -> None:
        self._raster = raster
        self._paint()

    def _leave_raster(self) -> None:
        if self._raster is not None:
            self._raster = None
            self._paint()

    def _draw_raster(self, layer: ValueLayer, raster: Raster) -> None:
        look = self.layer_side.values.look(layer.limits)
        self.map.set_raster(raster.values, raster.rect, layer.title, layer.unit, look)

    def _show_deposits(self) -> None:
        if self._deposits.isChecked() and self.map.has_points:
            show_deposits(self.map, self.session, self.session.run_target)
        else:
            self.map.set_symbols(NOTHING, NOTHING)

    def _show_outlines(self) -> None:
        """Draw outlines, which need the extent of a survey that has been laid out."""
        if self.map.bounds is not None:
            self.over.outlines.show_for(self.map.bounds)
            side = self.layer_side
            side.gridding.setVisible(self._shown[0] == layers.ELEMENT and self.map.grid is None)

    def _show_thresholds(self) -> None:
        if self._shown[0] == layers.THRESHOLD:
            self._choose_of()

    # --- one sample, and many ----------------------------------------------------------

    def _show_selection(self) -> None:
        rows = self.session.selection
        if len(rows) == 1:
            self.map.set_selection(NOTHING)
            self.map.set_selected(int(rows[0]))
            self.table.select(int(rows[0]))
            self._show_sample(int(rows[0]))
        else:
            self.map.set_selected(-1)
            self.map.set_selection(rows)
            self._show_sample(-1)

    def _show_sample(self, index: int) -> None:
        self._sample = index
        other = self._shown[1] if self._shown[0] == layers.DIFFERENCE else ""
        self.cell.show_facts(self.words.facts(index, other))

    def _describe(self, index: int) -> str:
        kind, of = self._shown
        if kind in layers.OF_ELEMENT:
            return self.words.value_line(index, of)
        return self.words.class_line(index)

    # --- taking away -------------------------------------------------------------------

    def _offer_sheet(self) -> None:
        """Propose the layer on show for map sheets."""
        kind, of = self._shown
        name = {
            layers.OF_CLASS: f"p:{of}",
            layers.ELEMENT: f"column:{of}",
        }.get(kind, kind)
        self.export.set_layer(name)

    def _predict(self) -> None:
        exporting = self.furniture.exporting
        table, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Table to classify"),
            self.settings.folder(),
            self.tr("Tables ({suffixes});;All files (*)").format(
                suffixes=" ".join(f"*{suffix}" for suffix in OPENED_SUFFIXES)
            ),
        )
        if not table or self.session.run is None:
            return
        proposed = f"{Path(table).stem}-classified.csv"
        kinds = [*exporting.table_kinds(), "GeoTIFF (*.tif)"]
        path = exporting.ask_path(self, self.tr("Classified table"), proposed, kinds)
        if path:
            exporting.predict(self.session.run, table, path)
