"""The map of labels: samples faint, deposits as symbols with a line to their sample."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui import theme
from gui.class_colours import UNKNOWN
from gui.labels_info import LabelsInfo, Listed
from gui.map_overlays import symbols_item
from gui.map_view import MapView
from gui.session import Session
from gui.survey import SPARSE_PART, known_classes, place_survey, show_known_classes

# over the deposits' own symbols, which are smaller
LOST_Z = 29
LOST_PX = 20
MOST_SYMBOLS = 2000


class LabelMap(QWidget):
    """Draws what the labels of the session's table are, and where they come from."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._placed: tuple[str, str, str, str] | None = None
        self.view = MapView()
        self._lost = symbols_item(LOST_Z, LOST_PX)
        self.view.plot.addItem(self._lost)
        self.view.describe = self._describe
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)

    def draw(self) -> None:
        """Draw the samples by class, and the deposits where there is a file of them."""
        session = self._session
        place = (
            session.table.arrow_path if session.table is not None else "",
            session.column_of("x"),
            session.column_of("y"),
            session.crs,
        )
        if place != self._placed:
            self._placed = place
            place_survey(self.view, session)
        self._lost.setData(x=[], y=[])
        if not self.view.has_points:
            return
        show_known_classes(self.view, session)
        self._draw_samples()
        labels = session.table.labels if session.table is not None else None
        deposits = session.reading.deposits
        if labels is not None and deposits is not None:
            self._draw_deposits(labels, session.reading.classes.get(deposits.column, {}))
        else:
            self._draw_deposits(_NONE, {})

    def _draw_samples(self) -> None:
        """Draw the labelled samples as symbols, those without an anomaly too, where they are few.

        Beside deposits that stand at places of their own only the background is drawn so.
        """
        session = self._session
        codes, _ = known_classes(session)
        labelled = np.flatnonzero(codes >= 0)
        if session.table is not None and session.table.labels is not None:
            background = session.table.labels.background
            labelled = background[codes[background] >= 0] if len(codes) else labelled[:0]
        if len(labelled) <= min(MOST_SYMBOLS, SPARSE_PART * max(1, len(codes))):
            self.view.set_symbols(labelled, codes[labelled])

    def _draw_deposits(self, labels: LabelsInfo, new_names: dict[str, str]) -> None:
        listed = _together(labels)
        kinds = [new_names.get(kind, kind) for kind in listed.kinds]
        # classes that were taken away or have no sample come after those in force
        names = tuple(dict.fromkeys((*self._session.class_names, *sorted(set(kinds) - {""}))))
        place = {name: number for number, name in enumerate(names)} | {"": UNKNOWN}
        codes = np.array([place[kind] for kind in kinds], np.int64)
        says = [
            f"{name or self.tr('deposit {row}').format(row=row + 1)}: {kind}"
            for name, kind, row in zip(listed.names, kinds, listed.rows.tolist(), strict=True)
        ]
        self.view.set_deposits(listed.x, listed.y, codes, says, names)
        self.view.set_links(self._links(labels))
        known = np.isfinite(labels.unmatched.x)
        self._lost.setData(
            x=labels.unmatched.x[known],
            y=labels.unmatched.y[known],
            symbol="o",
            pen=pg.mkPen(theme.current().error, width=2),
            brush=None,
        )

    def _links(self, labels: LabelsInfo) -> np.ndarray:
        table = self._session.table
        if table is None or not len(labels.pairs):
            return np.empty((0, 4))
        x = table.values(self._session.column_of("x"))[labels.samples]
        y = table.values(self._session.column_of("y"))[labels.samples]
        return np.column_stack([labels.pairs.x, labels.pairs.y, x, y])

    def go_to_sample(self, row: int) -> None:
        """Bring a sample into view and mark it."""
        self.view.zoom_to(np.array([row]))
        self.view.set_selected(row)

    def go_to_place(self, x: float, y: float) -> None:
        """Bring a place into view that need be no sample, with the sample nearest to it."""
        table = self._session.table
        if table is None or not np.isfinite(x) or not self.view.has_points:
            return
        across = table.values(self._session.column_of("x")) - x
        up = table.values(self._session.column_of("y")) - y
        distance = np.nan_to_num(across**2 + up**2, nan=np.inf)
        nearest = int(np.argmin(distance))
        self.view.zoom_to(np.array([nearest]))
        room = 1.3 * float(np.sqrt(distance[nearest]))
        box = self.view.plot.getPlotItem().getViewBox()
        wide = max(room, box.viewRect().width() / 2)
        box.setRange(QRectF(x - wide, y - wide, 2 * wide, 2 * wide), padding=0)

    def _describe(self, index: int) -> str:
        session = self._session
        target = session.column_of("target")
        if session.table is None or not target or not session.class_names:
            return self.tr("row {row}").format(row=f"{index + 1:,}")
        codes, names = session.table.codes(target)
        name = names[codes[index]] if codes[index] >= 0 else self.tr("no class")
        return self.tr("row {row}: {name}").format(row=f"{index + 1:,}", name=name)


def _together(labels: LabelsInfo) -> Listed:
    """Return every deposit once: those of the pairs, and the unmatched."""
    _, first = np.unique(labels.pairs.rows, return_index=True)
    pairs, lost = labels.pairs, labels.unmatched
    return Listed(
        rows=np.concatenate([pairs.rows[first], lost.rows]),
        names=(*(pairs.names[k] for k in first), *lost.names),
        kinds=(*(pairs.kinds[k] for k in first), *lost.kinds),
        x=np.concatenate([pairs.x[first], lost.x]),
        y=np.concatenate([pairs.y[first], lost.y]),
    )


_NOBODY = Listed(np.empty(0, np.int64), (), (), np.empty(0), np.empty(0))
_NONE = LabelsInfo(
    pairs=_NOBODY,
    samples=np.empty(0, np.int64),
    distances=np.empty(0),
    unmatched=_NOBODY,
    reasons=(),
    background=np.empty(0, np.int64),
    all_pairs=0,
    all_unmatched=0,
    all_background=0,
    deposits=0,
    unit="",
    notices=(),
)
