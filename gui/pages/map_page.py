"""Map: the layers of the run and of the table over the survey, and taking them away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from gui import map_layer_kinds as layers
from gui.map_content import MapContent
from gui.map_grid_work import Raster
from gui.map_layer_kinds import ClassLayer, ValueLayer
from gui.map_page_layout import MapPageLayout
from gui.map_requests import GridRequests
from gui.map_result import MappedResult
from gui.map_result_files import ResultFiles
from gui.survey import place_survey, row_names, show_deposits

if TYPE_CHECKING:
    from gui.furniture import Furniture

NOTHING = np.empty(0, np.int64)


class MapPage(MapPageLayout):
    """The survey: elements and thresholds before a run, the result of the run on show.

    A classified file of any size can lie on the map instead, without changing the session.
    """

    def __init__(self, furniture: Furniture) -> None:
        super().__init__(furniture)
        self.content = MapContent(self.session, self)
        self.requests = GridRequests(self.session, self.content, self)
        self.files = ResultFiles(furniture, self)
        self._sample = -1
        self._raster: Raster | None = None
        self._shown: tuple[str, str] = ("", "")
        self._kind_shown = ""
        self._placed: tuple[str, ...] | None = None
        self._build_middle()
        self._build_inspector()
        self.map.describe = self._describe
        self.map.pointer.between = self._is_interpolated
        self._connect()
        self._place()
        self._show_run()

    def _connect(self) -> None:
        side = self.layer_side
        self.choice.changed.connect(self._choose)
        side.changed.connect(self._paint)
        side.unknown.shown.toggled.connect(self._show_unknown)
        side.order_changed.connect(self.map.class_legend.sort_by)
        side.opacity_changed.connect(self.map.set_opacity)
        side.gridding.gridded.connect(self._take_raster)
        side.gridding.left.connect(self._leave_raster)
        self.map.class_legend.reordered.connect(side.was_dragged)
        self.over.deposits.toggled.connect(lambda _: self._show_deposits())
        self.over.lines.toggled.connect(self.map.set_graticule)
        self.over.outlines.drawn.connect(self.map.set_outlines)
        self.map.selected.connect(lambda index: self._pick(np.array([index])))
        self.map.selected_rows.connect(self._pick)
        self.map.laid_out.connect(self._show_outlines)
        self.table.selected_row.connect(lambda index: self._pick(np.array([index])))
        self._use.predict_wanted.connect(self.files.ask_table)
        self._use.file_wanted.connect(self.files.ask_result)
        self.files.ready.connect(self.show_result)
        self.why.more_wanted.connect(lambda: self.services.go("judge"))
        self.result_bar.left.connect(lambda: self.show_result(None))
        self.listen(self.session.roles_changed, self._place)
        self.listen(self.session.run_changed, self._show_run)
        self.listen(self.session.selection_changed, self._show_selection)
        self.listen(self.session.thresholds_changed, self._show_thresholds)
        self.listen(self.session.colours_changed, self._paint)
        self.listen(self.session.outlines_changed, self._show_outlines)

    # --- the survey, the run, and a classified file ------------------------------------

    def arrive(self) -> None:
        if self.content.predictions is None:
            self._show_run()

    def show_result(self, result: MappedResult | None) -> None:
        """Show a classified file instead of the survey; None shows the survey again."""
        self.content.result = result
        self._sample = -1
        self.result_bar.show_result(result)
        self._place()
        self._show_run()

    def _place(self) -> None:
        """Lay the samples out anew where table or coordinates have changed."""
        result = self.content.result
        place = self.requests.place
        if place != self._placed:
            self._placed = place
            if result is not None:
                self.map.set_points(result.x, result.y)
                self.map.set_crs(result.crs, presumed_metres=self.files.in_metres(result))
            else:
                place_survey(self.map, self.session)
        elif result is None:
            self.map.set_crs(self.session.crs, presumed_metres=self._in_metres())
            self._show_outlines()
        self._show_parts()
        self.choice.fill()
        self._show_selection()

    def _in_metres(self) -> bool:
        bounds = self.map.bounds
        return bounds is not None and max(abs(bounds[0]), abs(bounds[2])) > 400

    def _show_run(self) -> None:
        self.content.read_run()
        self._show_about()
        self._show_parts()
        self.choice.fill()
        found = self.content.predictions if self.content.result is None else None
        names = row_names(self.session, len(found)) if found is not None else None
        self.table.show_predictions(found, names)
        self._show_sample(self._sample)

    # --- which layer -------------------------------------------------------------------

    def show_layer(self, kind: str, of: str = "") -> None:
        """Show a layer of `gui.map_layer_kinds`, of a class, column or run where it takes one."""
        self.choice.choose(kind, of)

    def _choose(self) -> None:
        kind, of = self.choice.shown
        side = self.layer_side
        is_new, self._shown = (kind, of) != self._shown, (kind, of)
        is_other_kind = is_new and kind != self._kind_shown
        self._kind_shown = kind
        side.threshold_row.setVisible(kind == layers.THRESHOLD)
        if is_new:
            side.threshold.clear()
        side.offer_threshold(self.content.kept_threshold(of))
        layer = self._find_layer()
        if isinstance(layer, ValueLayer) and is_other_kind:
            has_range = layer.limits is not None
            side.values.suit(layer.scheme, has_range=has_range, centred=layer.centred)
        self._paint()

    def _show_unknown(self, shown: bool) -> None:
        """Paint anew; cells between samples have to be found again for other classes."""
        self.content.shows_unknown = shown
        self._raster = None
        self._paint()

    def _find_layer(self) -> ClassLayer | ValueLayer | None:
        kind, of = self._shown
        return self.content.layer(kind, of, self.layer_side.typed_threshold())

    # --- drawing -----------------------------------------------------------------------

    def _paint(self) -> None:
        if not self.map.has_points:
            return
        layer = self._find_layer()
        self._offer_gridding(layer)
        self.layer_side.values.setVisible(isinstance(layer, ValueLayer))
        self.layer_side.order_row.setVisible(isinstance(layer, ClassLayer))
        share = self.content.unknown_share() if self._shown[0] == layers.CLASS else None
        self.layer_side.unknown.show_share(share)
        if layer is None:
            self.map.set_classes(NOTHING, ())
        elif self._raster is not None:
            self._draw_raster(layer, self._raster)
        elif isinstance(layer, ClassLayer):
            self.map.set_classes(layer.codes, layer.names, layer.colours, layer.hatched)
        else:
            look = self.layer_side.values.look(layer.limits)
            self.map.set_values(layer.values, layer.title, layer.unit, look=look)
        self._say_what_is_missing(layer)
        self._show_deposits()
        self.export.set_layer(layers.name_for_export(*self._shown))

    def _say_what_is_missing(self, layer: ClassLayer | ValueLayer | None) -> None:
        kind, of = self._shown
        if layer is not None:
            self._show_about()
        elif kind == layers.THRESHOLD:
            self._about.setText(
                self.tr(
                    "No threshold is kept for {element}: type one at the right, or keep one on the "
                    "Anomalies page."
                ).format(element=of)
            )
        elif kind == layers.DIFFERENCE:
            self._about.setText(self.tr("There is no other finished run of this table."))

    def _offer_gridding(self, layer: ClassLayer | ValueLayer | None) -> None:
        """Offer to grid the layer on show, where samples lie scattered."""
        scattered = self.map.layer is not None and self.map.grid is None
        panel = self.layer_side.gridding
        panel.setVisible(scattered and layer is not None)
        if scattered:
            panel.set_request(self.requests.request(*self._shown, layer))

    def _take_raster(self, raster: Raster) -> None:
        self._raster = raster
        self._paint()

    def _leave_raster(self) -> None:
        if self._raster is not None:
            self._raster = None
            self._paint()

    def _draw_raster(self, layer: ClassLayer | ValueLayer, raster: Raster) -> None:
        painting = self.map.painting
        if isinstance(layer, ClassLayer):
            painting.set_class_raster(
                raster.codes, raster.rect, layer.names, layer.colours, layer.hatched
            )
            return
        look = self.layer_side.values.look(layer.limits)
        painting.set_raster(raster.values, raster.rect, layer.title, layer.unit, look)

    def _show_deposits(self) -> None:
        shown = self.over.deposits.isChecked() and self.content.result is None
        if shown and self.map.has_points:
            show_deposits(self.map, self.session, self.session.run_target)
        else:
            self.map.set_symbols(NOTHING, NOTHING)

    def _show_outlines(self) -> None:
        """Draw outlines, which need the extent of a survey that has been laid out."""
        if self.map.bounds is not None:
            self.over.outlines.show_for(self.map.bounds)
            self._offer_gridding(self._find_layer())

    def _show_thresholds(self) -> None:
        if self._shown[0] == layers.THRESHOLD:
            self._choose()

    # --- one sample, and many ----------------------------------------------------------

    def _pick(self, rows: np.ndarray) -> None:
        """Select samples; rows of a classified file are none of the session's."""
        if self.content.result is None:
            self.session.select_rows(rows)
            return
        self.map.set_selection(rows if len(rows) > 1 else NOTHING)
        self._show_sample(int(rows[0]) if len(rows) == 1 else -1)

    def _show_selection(self) -> None:
        if self.content.result is not None:
            return
        rows = self.session.selection
        is_one = len(rows) == 1
        self.map.set_selected(int(rows[0]) if is_one else -1)
        self.map.set_selection(NOTHING if is_one else rows)
        if is_one:
            self.table.select(int(rows[0]))
        self._show_sample(int(rows[0]) if is_one else -1)

    def _show_sample(self, index: int) -> None:
        self._sample = index
        other = self._shown[1] if self._shown[0] == layers.DIFFERENCE else ""
        self.cell.show_facts(self.words.facts(index, other))
        self._offer_why(index)

    def _offer_why(self, index: int) -> None:
        """Offer to say why a sample of the run has its class, none of a classified file."""
        is_of_run = self.content.predictions is not None and self.content.result is None
        self.why.show_sample(self.session.run if is_of_run else None, index)
        self.why.show_between(self._raster is not None)

    def _is_interpolated(self, x: float, y: float) -> bool:
        return self._raster is not None and self._raster.covers(x, y)

    def _describe(self, index: int) -> str:
        kind, of = self._shown
        if kind in layers.OF_ELEMENT:
            return self.words.value_line(index, of)
        return self.words.class_line(index)
