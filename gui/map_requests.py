"""What the gridding is given: the layer on show with its places and its rule for limits."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject

from core.grid_numbers import Element, rule_of
from gui import map_layer_kinds as layers
from gui.map_content import MapContent
from gui.map_grid_work import NO_LIMITS, Request
from gui.map_layer_kinds import ClassLayer, ValueLayer
from gui.session import Session
from gui.table_info import TableInfo


class GridRequests(QObject):
    """Makes requests of the layers of a `MapContent`."""

    def __init__(
        self, session: Session, content: MapContent, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._content = session, content

    @property
    def place(self) -> tuple[str, ...]:
        """Which samples are on the map: a file and its columns of coordinates."""
        result, table = self._content.result, self._session.table
        if result is not None:
            return (str(result.folder),)
        path = table.arrow_path if table is not None else ""
        return path, self._session.column_of("x"), self._session.column_of("y")

    def request(self, kind: str, of: str, layer: ClassLayer | ValueLayer | None) -> Request | None:
        """Return what is needed to grid a layer, None where it has nothing to grid."""
        result, table = self._content.result, self._session.table
        if layer is None or (result is None and table is None):
            return None
        if result is not None:
            x, y, crs = result.x, result.y, result.crs
        else:
            assert table is not None
            x, y = (table.values(self._session.column_of(axis)) for axis in ("x", "y"))
            crs = self._session.crs
        run = self._session.run
        key = (*self.place, str(run.path) if run is not None else "", kind, of)
        if isinstance(layer, ClassLayer):
            key = (*key, str(layer.hatched))
            return Request(key, self.place, kind, x, y, layer.codes, crs, is_classes=True)
        below, rule = NO_LIMITS, ""
        others: tuple[Element, ...] = ()
        if kind == layers.ELEMENT and table is not None:
            below, rule, others = self._limits(table, of)
        return Request(
            key, self.place, layer.title, x, y, layer.values, crs, layer.unit, layer.limits,
            False, below, rule, others,
        )  # fmt: skip

    def _limits(self, table: TableInfo, name: str) -> tuple[np.ndarray, str, tuple[Element, ...]]:
        """Return which values of an element are limits, its rule, and what it is imputed from."""
        below = table.censored(name)
        if below is None:
            return NO_LIMITS, "", ()
        rule = rule_of(self._session.preparation, name)
        if rule != "impute":
            return below, rule, ()
        names = (other for other in self._session.features if other != name)
        return below, rule, tuple(_element(table, other) for other in names)


def _element(table: TableInfo, name: str) -> Element:
    values, below = table.values(name), table.censored(name)
    return Element(name, "", values, below if below is not None else np.zeros(len(values), bool))
