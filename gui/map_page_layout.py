"""What the Map page consists of, and which of its parts are shown."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from gui.explaining.why_here import WhyHere
from gui.export_panel import ExportPanel
from gui.map_about import SampleWords
from gui.map_content import MapContent
from gui.map_layer_choice import LayerChoice
from gui.map_page_parts import Judgement, NoMap, ResultBar, UseOfModel
from gui.map_rows import PredictionRows
from gui.map_side import CellSide, LayerSide, OverlaySide
from gui.map_view import MapView
from gui.pages.page import Page, label
from gui.translating import core_message


class MapPageLayout(Page):
    """Builds the parts of the Map page; `gui.pages.map_page` brings them to life."""

    content: MapContent

    def _build_middle(self) -> None:
        self.add_title(self.tr("Map"))
        self.choice = LayerChoice(self.content)
        self.head.addWidget(self.choice)
        self._about = label("", "muted")
        self.result_bar = ResultBar()
        self._no_map = NoMap(self.services.go)
        for widget in (self._about, self.result_bar, self._no_map):
            self.column.addWidget(widget)
        self.map = MapView()
        self.words = SampleWords(self.session, self.content, self.map.places, self)
        self.table = PredictionRows()
        self._split = self.splitter("map", Qt.Orientation.Vertical)
        self._split.addWidget(self.map)
        self._split.addWidget(self.table)
        self._split.setSizes([460, 190])
        self.restore_splitters()
        self.column.addWidget(self._split, 1)

    def _build_inspector(self) -> None:
        self.layer_side = LayerSide(self.services)
        self.over = OverlaySide(self.services)
        self.cell = CellSide()
        self.why = WhyHere(self.services)
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
        self.side.insertWidget(self.side.indexOf(self.cell) + 1, self.why)
        self._judgement = Judgement(self.services.go)
        self._take_away = label(self.tr("Take away"), "heading")
        self.export = ExportPanel(self.furniture)
        self._use = UseOfModel()
        for part in (self._judgement, self._take_away, self.export, self._use):
            self.side.addWidget(part)
        self.side.addStretch(1)

    def _show_parts(self) -> None:
        has_map, result = self.map.has_points, self.content.result
        self.map.setVisible(has_map)
        self._no_map.setVisible(not has_map)
        for widget in (self.choice, *self._map_parts):
            widget.setVisible(has_map)
        has_run = self.content.predictions is not None
        self._judgement.setVisible(has_run and result is None)
        self._use.predict.setVisible(has_run)
        for widget in (self._take_away, self.export, self.over.deposits):
            # these speak of the run and the survey, which are not on the map
            widget.setVisible(result is None)

    def _show_about(self) -> None:
        run = self.session.run
        outcome = run.outcome() if run is not None else None
        self._about.setHidden(self.content.result is not None)
        if run is None or self.content.predictions is None:
            self._judgement.show_evaluation(None)
            self._about.setText(
                self.tr(
                    "No result yet: elements and thresholds can be drawn; classes follow when a "
                    "run has ended."
                )
            )
            return
        reason = core_message(outcome.sentence) if outcome is not None else ""
        self._about.setText(f"{run.about()['name']} · {reason}")
        self._judgement.show_evaluation(run.evaluation())
