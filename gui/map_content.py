"""What the Map page can draw: the layers of a run, and those that need no run."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject

from core import map_values
from core.files import same_place
from core.run_folder import RunFolder
from datasets.messages import InputError
from gui import theme
from gui.class_colours import ClassColours
from gui.map_colours import CIVIDIS, DIVERGING, INFERNO, VIRIDIS
from gui.predictions import Predictions, read_predictions
from gui.session import Session
from gui.survey import known_classes

Codes = NDArray[np.int64]
Values = NDArray[np.float64]

CLASS, PROBABILITY, OF_CLASS, AGREEMENT = "class", "probability", "p", "agreement"
ENTROPY, JUDGED, DOUBT, DIFFERENCE = "entropy", "judged", "doubt", "difference"
KNOWN, ELEMENT, THRESHOLD, RESIDUAL = "known", "element", "threshold", "residual"
RUN_LAYERS = (CLASS, PROBABILITY, OF_CLASS, AGREEMENT, ENTROPY, JUDGED, DOUBT, DIFFERENCE)
# layers whose values have a range of their own, which no percentiles need to find
FIXED = (PROBABILITY, OF_CLASS, AGREEMENT, ENTROPY, DOUBT)
OF_ELEMENT = (ELEMENT, THRESHOLD, RESIDUAL)
# from a breath of grey over yellow to red: order is seen also without red or green
_STEPS = ("#c9ced4", "#f0c808", "#e07b00", "#8c1c13")
_STEPS_DARK = ("#4a5058", "#f0d858", "#f08c28", "#ff4d3d")
_RIGHT, _WRONG, _SAME = "#0072b2", "#d55e00", "#8d949d"


@dataclass(frozen=True)
class ClassLayer:
    """Classes to be drawn; `codes` computes the code of each row."""

    codes: Callable[[], Codes]
    names: tuple[str, ...]
    colours: Mapping[str, str] | None = None


@dataclass(frozen=True)
class ValueLayer:
    """Values to be drawn; `values` computes that of each row.

    Attributes
    ----------
    limits
        The range of all possible values, None when it depends on the values.
    scheme
        The colours that suit them.
    """

    values: Callable[[], Values]
    title: str
    unit: str = ""
    limits: tuple[float, float] | None = None
    scheme: str = VIRIDIS
    centred: bool = False


class MapContent(QObject):
    """Knows the layers of the session's table and of the run on show."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.predictions: Predictions | None = None

    def read_run(self) -> None:
        """Take the predictions of the run on show, when it was made from the present table."""
        session = self._session
        run, table = session.run, session.table
        found = read_predictions(run.predictions_path) if run is not None else None
        if table is None or not session.run_target or (found and len(found) != table.rows):
            found = None
        self.predictions = found

    # --- what there is -----------------------------------------------------------------

    def kinds(self) -> list[tuple[str, str]]:
        """Return the layers that can be drawn, each with what it is called."""
        words = {
            CLASS: self.tr("Class"),
            PROBABILITY: self.tr("Probability of the class shown"),
            OF_CLASS: self.tr("Probability of a class"),
            AGREEMENT: self.tr("Agreement of the members"),
            ENTROPY: self.tr("Entropy of the probabilities"),
            JUDGED: self.tr("Residuals: right and wrong"),
            DOUBT: self.tr("Residuals: missing probability"),
            DIFFERENCE: self.tr("Difference to another run"),
            KNOWN: self.tr("Known class"),
            ELEMENT: self.tr("Element"),
            THRESHOLD: self.tr("Threshold classes"),
            RESIDUAL: self.tr("Element: residual of a linear fit"),
        }
        return [(kind, word) for kind, word in words.items() if self._has(kind)]

    def _has(self, kind: str) -> bool:
        if kind in RUN_LAYERS:
            found = self.predictions
            return found is not None and (kind != AGREEMENT or found.agreement is not None)
        if kind == KNOWN:
            return bool(self._session.class_names)
        if kind == RESIDUAL:
            return len(self.elements()) > 1
        return bool(self.elements())

    def elements(self) -> list[str]:
        """Return the columns of numbers that are no coordinates and no classes."""
        table, roles = self._session.table, self._session.roles
        if table is None:
            return []
        return [
            column.name
            for column in table.columns
            if column.kind == "number" and roles[column.name] in ("feature", "ignore")
        ]

    def choices(self, kind: str) -> list[tuple[str, str]]:
        """Return what a layer can be of: text and value; [] when there is nothing to choose."""
        if kind == OF_CLASS and self.predictions is not None:
            return [(name, name) for name in self.predictions.class_names]
        if kind in OF_ELEMENT:
            return [(self.title_of(name), name) for name in self.elements()]
        if kind == DIFFERENCE:
            return [(run.about()["name"], str(run.path)) for run in self._other_runs()]
        return []

    def title_of(self, name: str) -> str:
        """Return a column's name with its unit, where its name does not say it."""
        unit = self.unit_of(name)
        return f"{name} ({unit})" if unit and unit.casefold() not in name.casefold() else name

    def unit_of(self, name: str) -> str:
        """Return the unit of a column, "" when it is not known."""
        table = self._session.table
        column = table.column(name) if table is not None else None
        return column.unit if column is not None else ""

    def kept_threshold(self, name: str) -> float | None:
        """Return the one threshold kept for a column; None without one, or with one a group."""
        kept = self._session.thresholds.get(name)
        return kept.values.get("") if kept is not None else None

    def _other_runs(self) -> list[RunFolder]:
        table, present = self._session.table, self._session.run
        found = []
        for run in self._session.runs():
            if table is None or not run.predictions_path.exists():
                continue
            if present is not None and run.path == present.path:
                continue
            try:
                its_table = run.job().data.table
            except InputError:
                continue
            if same_place(its_table, table.source):
                found.append(run)
        return found

    # --- the layers --------------------------------------------------------------------

    def layer(self, kind: str, of: str, threshold: float | None) -> ClassLayer | ValueLayer | None:
        """Return a layer, None where something is missing.

        Parameters
        ----------
        threshold
            One that was typed, in the unit of the element; without it the kept one counts.
        """
        if kind in RUN_LAYERS:
            return self._of_run(kind, of)
        if kind == KNOWN:
            codes, names = known_classes(self._session)
            return ClassLayer(lambda: codes, names) if names else None
        if not of:
            return None
        if kind == THRESHOLD:
            return self._threshold_layer(of, threshold)
        return self._residual_layer(of) if kind == RESIDUAL else self._element_layer(of)

    def _of_run(self, kind: str, of: str) -> ClassLayer | ValueLayer | None:
        found = self.predictions
        if found is None:
            return None
        names = found.class_names
        if kind == CLASS:
            return ClassLayer(lambda: found.codes, names)
        if kind == JUDGED:
            return self._judged_layer(found)
        if kind == DIFFERENCE:
            return self._difference_layer(found, of)
        if kind == AGREEMENT and found.agreement is not None:
            share = found.agreement
            return ValueLayer(lambda: 100 * share, self.tr("Agreement"), "%", (0.0, 100.0), CIVIDIS)
        if kind == ENTROPY:
            title = self.tr("Entropy: 0 certain, 1 undecided")
            return ValueLayer(
                lambda: map_values.entropy([found.of_class(name) for name in names]),
                title, "", (0.0, 1.0), INFERNO,
            )  # fmt: skip
        if kind == DOUBT:
            return ValueLayer(
                lambda: self._missing(found), self.tr("1 − p(known class)"), "", (0.0, 1.0), INFERNO
            )
        if kind == OF_CLASS and of in names:
            return ValueLayer(lambda: found.of_class(of), f"p({of})", "", (0.0, 1.0))
        return ValueLayer(lambda: found.probability, self.tr("Probability"), "", (0.0, 1.0))

    def _known_of(self, names: tuple[str, ...]) -> Codes:
        """Return the known classes in the order of a run's own."""
        codes, known_names = known_classes(self._session, self._session.run_target)
        return map_values.recoded(codes, known_names, names)

    def _missing(self, found: Predictions) -> Values:
        probabilities = [found.of_class(name) for name in found.class_names]
        return map_values.missing_probability(probabilities, self._known_of(found.class_names))

    def _judged_layer(self, found: Predictions) -> ClassLayer:
        right, wrong = self.tr("right"), self.tr("wrong")
        known = self._known_of(found.class_names)
        return ClassLayer(
            lambda: map_values.judged(known, found.codes),
            (right, wrong),
            {right: _RIGHT, wrong: _WRONG},
        )

    def _difference_layer(self, found: Predictions, path: str) -> ClassLayer | None:
        other = self.other_run(path)
        if other is None:
            return None
        unchanged = self.tr("unchanged")
        names = (*found.class_names, unchanged)
        usual = ClassColours(found.class_names)
        colours = {name: usual.colour(code) for code, name in enumerate(found.class_names)}

        def codes() -> Codes:
            recoded = map_values.recoded(other.codes, other.class_names, found.class_names)
            return map_values.flips(found.codes, recoded, len(found.class_names))

        return ClassLayer(codes, names, {**colours, unchanged: _SAME})

    def other_run(self, path: str) -> Predictions | None:
        """Return the predictions of another run of the same rows, None without them."""
        if not path or self.predictions is None:
            return None
        file = RunFolder(Path(path)).predictions_path
        other = _read_other(file, file.stat().st_mtime_ns) if file.exists() else None
        return other if other is not None and len(other) == len(self.predictions) else None

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


@lru_cache(maxsize=2)
def _read_other(file: Path, changed: int) -> Predictions | None:
    """Read the predictions of a run once, as long as they do not change."""
    return read_predictions(file)
