"""One sample in words: for the line under the map, and all that is known of it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject

from core import map_values
from core.crs import degrees_text
from core.numbers import percent, three_digits
from gui.map_content import MapContent
from gui.map_place import MapPlaces
from gui.map_result import MappedResult
from gui.map_run_layers import Predicted
from gui.session import Session

Fact = tuple[str, str]


class SampleWords(QObject):
    """Writes about samples of the session's table and of the run on show."""

    def __init__(
        self,
        session: Session,
        content: MapContent,
        places: MapPlaces,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._content, self._places = session, content, places

    def class_line(self, index: int) -> str:
        """Return row, class, probability, agreement and whether a sample is unknown; without a run
        its row.
        """
        found = self._content.shown
        if found is None:
            return self.tr("row {row}").format(row=f"{index + 1:,}")
        text = self.tr("row {row}: {name}, probability {p}").format(
            row=f"{index + 1:,}",
            name=found.name(index),
            p=three_digits(float(found.probability[index])),
        )
        if found.agreement is not None:
            text += self.tr(", agreement {share}").format(
                share=percent(float(found.agreement[index]))
            )
        if found.unlike is not None and found.unlike[index] > 1:
            text += self.tr(", unlike the training samples")
        return text

    def value_line(self, index: int, name: str) -> str:
        """Return row and value of a column."""
        return self.tr("row {row}: {name} = {value}").format(
            row=f"{index + 1:,}", name=name, value=self._value(index, name)
        )

    def facts(self, index: int, other: str) -> list[Fact]:
        """Return everything known of a sample.

        Parameters
        ----------
        other
            Folder of a run that the map compares with, "" for none.
        """
        result, table = self._content.result, self._session.table
        if result is not None:
            return self._of_result(result, index) if 0 <= index < len(result) else []
        if table is None or not 0 <= index < table.rows:
            return []
        return [
            (self.tr("Row"), f"{index + 1:,}"),
            *self._place(index),
            *self._of_run(index, other),
            *self._values(index),
        ]

    def _place(self, index: int) -> list[Fact]:
        table, session = self._session.table, self._session
        names = session.column_of("x"), session.column_of("y")
        if table is None or not all(names):
            return []
        x, y = (float(table.cell(name, index)) for name in names)
        facts = [(name, f"{value:,.10g}") for name, value in zip(names, (x, y), strict=True)]
        return facts + self._degrees(x, y)

    def _degrees(self, x: float, y: float) -> list[Fact]:
        degrees = None if self._places.in_degrees else self._places.degrees(x, y)
        if degrees is not None or self._places.in_degrees:
            longitude, _, latitude = degrees_text(*(degrees or (x, y))).partition(" ")
            return [(self.tr("Longitude"), longitude), (self.tr("Latitude"), latitude)]
        return []

    def _of_result(self, result: MappedResult, index: int) -> list[Fact]:
        x, y = float(result.x[index]), float(result.y[index])
        return [
            (self.tr("Row"), f"{index + 1:,}"),
            ("x", f"{x:,.10g}"),
            ("y", f"{y:,.10g}"),
            *self._degrees(x, y),
            *self._predicted(result, index, ""),
        ]

    def _of_run(self, index: int, other: str) -> list[Fact]:
        found, table = self._content.predictions, self._session.table
        target = self._session.run_target or self._session.column_of("target")
        known = table.cell(target, index) if table is not None and target else None
        facts = [(self.tr("Known class"), self._value(index, target))] if known else []
        return facts + (self._predicted(found, index, other) if found is not None else [])

    def _predicted(self, found: Predicted, index: int, other: str) -> list[Fact]:
        facts = [(self.tr("Class"), found.name(index)), *self._not_known(found, index)]
        if found.agreement is not None:
            facts.append((self.tr("Agreement"), percent(float(found.agreement[index]))))
        compared = self._content.other_run(other)
        if compared is not None:
            facts.append((self.tr("Class in the other run"), compared.name(index)))
        probabilities = [(name, float(found.of_class(name)[index])) for name in found.class_names]
        columns = [np.array([p]) for _, p in probabilities]
        facts.append((self.tr("Entropy"), three_digits(float(map_values.entropy(columns)[0]))))
        by_size = sorted(probabilities, key=lambda pair: -pair[1])
        return facts + [(f"p({name})", three_digits(p)) for name, p in by_size]

    def _not_known(self, found: Predicted, index: int) -> list[Fact]:
        facts = []
        if found.unlike is not None:
            score = three_digits(float(found.unlike[index]))
            facts.append((self.tr("Unlike"), self.tr("{score} × threshold").format(score=score)))
        in_set = found.set_of(index)
        if in_set:
            facts.append((self.tr("Prediction set"), in_set))
        return facts

    def _values(self, index: int) -> list[Fact]:
        table = self._session.table
        if table is None:
            return []
        names = self._content.elements()
        return [(self._content.title_of(name), self._value(index, name)) for name in names]

    def _value(self, index: int, name: str) -> str:
        """Return a cell as the laboratory wrote it: with its sign of a limit."""
        table = self._session.table
        if table is None or table.column(name) is None:
            return "–"
        value = table.cell(name, index)
        if value is None or (isinstance(value, float) and np.isnan(value)):
            return self.tr("missing")
        if isinstance(value, str):
            return value
        below, above = table.censored(name), table.above(name)
        sign = "<" if below is not None and below[index] else ""
        sign = ">" if above is not None and above[index] else sign
        return sign + three_digits(float(value))
