"""Layers of the elements of a table: values, residuals and threshold classes."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject

from core import map_values
from gui import theme
from gui.map_colours import DIVERGING
from gui.map_layer_kinds import ELEMENT, RESIDUAL, ClassLayer, ValueLayer, Values
from gui.session import Session

# from a breath of grey over yellow to red: order is seen also without red or green
_STEPS = ("#c9ced4", "#f0c808", "#e07b00", "#8c1c13")
_STEPS_DARK = ("#4a5058", "#f0d858", "#f08c28", "#ff4d3d")


class ElementLayers(QObject):
    """Makes the layers of the session's table."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def layer(
        self, kind: str, name: str, threshold: float | None
    ) -> ClassLayer | ValueLayer | None:
        """Return the layer of a column, None where something is missing."""
        if kind == ELEMENT:
            return self._element_layer(name)
        if kind == RESIDUAL:
            return self._residual_layer(name)
        return self._threshold_layer(name, threshold)

    def unit_of(self, name: str) -> str:
        """Return the unit of a column, "" when it is not known."""
        table = self._session.table
        column = table.column(name) if table is not None else None
        return column.unit if column is not None else ""

    def _element_layer(self, name: str) -> ValueLayer | None:
        table = self._session.table
        if table is None or table.column(name) is None:
            return None
        return ValueLayer(lambda: table.values(name), name, self._unit_beside(name))

    def _unit_beside(self, name: str) -> str:
        unit = self.unit_of(name)
        return "" if unit.casefold() in name.casefold() else unit

    def _residual_layer(self, name: str) -> ValueLayer | None:
        table = self._session.table
        if table is None or table.column(name) is None:
            return None
        others = [other for other in self._session.features if other != name]
        if not others:
            return None

        def values() -> Values:
            columns = [table.values(column) for column in (name, *others)]
            positive = all(float(np.nanmin(column, initial=1.0)) > 0 for column in columns)
            return map_values.linear_residual(columns[0], columns[1:], logarithm=positive)

        title = self.tr("{element} less its linear fit on the {count} other features")
        return ValueLayer(
            values,
            title.format(element=name, count=len(others)),
            self.tr("standard deviations"),
            None,
            DIVERGING,
            True,
        )

    def _threshold_layer(self, name: str, typed: float | None) -> ClassLayer | None:
        table = self._session.table
        if table is None or table.column(name) is None:
            return None
        threshold = typed if typed is not None else self._thresholds_of_rows(name)
        if threshold is None:
            return None
        names = (
            self.tr("up to the threshold"),
            self.tr("1–2 × threshold"),
            self.tr("2–4 × threshold"),
            self.tr("above 4 × threshold"),
        )
        steps = _STEPS_DARK if theme.current().dark else _STEPS
        values = table.values(name)
        return ClassLayer(
            lambda: map_values.threshold_classes(np.asarray(values / threshold), 1.0),
            names,
            dict(zip(names, steps, strict=True)),
        )

    def _thresholds_of_rows(self, name: str) -> float | Values | None:
        """Return the kept threshold of a column: one number, or that of each row's group."""
        kept, table = self._session.thresholds.get(name), self._session.table
        if kept is None or table is None:
            return None
        if "" in kept.values:
            return kept.values[""]
        group = kept.settings.group
        if table.column(group) is None:
            return None
        codes, groups = table.codes(group)
        by_group = np.array([*(kept.values.get(one, np.nan) for one in groups), np.nan])
        return np.asarray(by_group[codes])
