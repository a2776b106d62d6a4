"""What the Map page can draw: the layers of a run, of a classified file, and of the table."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject

from core.files import same_place
from core.run_folder import RunFolder
from datasets.messages import InputError
from gui.map_element_layers import ElementLayers
from gui.map_layer_kinds import (
    AGREEMENT,
    CLASS,
    DIFFERENCE,
    DOUBT,
    ELEMENT,
    ENTROPY,
    ERROR,
    JUDGED,
    JUDGING,
    KNOWN,
    OF_CLASS,
    OF_ELEMENT,
    PROBABILITY,
    RESIDUAL,
    RUN_LAYERS,
    SET_SIZE,
    THRESHOLD,
    UNLIKE,
    WRONG,
    ClassLayer,
    ValueLayer,
)  # fmt: skip
from gui.map_result import MappedResult
from gui.map_run_layers import Predicted, RunLayers
from gui.predictions import Predictions, read_predictions
from gui.session import Session
from gui.survey import known_classes


class MapContent(QObject):
    """Knows the layers of the session's table and of the run on show, or of a classified file.

    Attributes
    ----------
    predictions
        Of the run on show, None without one.
    result
        A classified file that is shown instead of the session's survey.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._runs, self._elements = RunLayers(session, self), ElementLayers(session, self)
        self.predictions: Predictions | None = None
        self.result: MappedResult | None = None

    @property
    def shown(self) -> Predicted | None:
        """The predictions on the map."""
        return self.result if self.result is not None else self.predictions

    @property
    def shows_unknown(self) -> bool:
        """Whether the class map shows what is unlike the training samples as a class of its own."""
        return self._runs.shows_unknown

    @shows_unknown.setter
    def shows_unknown(self, shown: bool) -> None:
        self._runs.shows_unknown = shown

    def unknown_name(self) -> str:
        """Return what cells unlike the training samples are called beside the classes on show."""
        return self._runs.unknown_name(self.shown.class_names if self.shown is not None else ())

    def unknown_share(self) -> float | None:
        """Return the share of unlike cells, 0 to 1; None where that is not told."""
        unlike = self.shown.unlike if self.shown is not None else None
        if unlike is None or len(unlike) == 0:
            return None
        return float(np.count_nonzero(unlike > 1) / len(unlike))

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
            SET_SIZE: self.tr("Size of the prediction set"),
            UNLIKE: self.tr("Unlike the training samples"),
            JUDGED: self.tr("Residuals: right and wrong"),
            DOUBT: self.tr("Residuals: missing probability"),
            WRONG: self.tr("Residuals: wrong votes"),
            ERROR: self.tr("Residuals: output − target"),
            DIFFERENCE: self.tr("Difference to another run"),
            KNOWN: self.tr("Known class"),
            ELEMENT: self.tr("Element"),
            THRESHOLD: self.tr("Threshold classes"),
            RESIDUAL: self.tr("Element: residual of a linear fit"),
        }
        return [(kind, word) for kind, word in words.items() if self._has(kind)]

    def _has(self, kind: str) -> bool:
        found = self.shown
        if kind in RUN_LAYERS:
            if found is None or (kind == AGREEMENT and found.agreement is None):
                return False
            parts = {
                ERROR: found.ordered,
                UNLIKE: found.unlike,
                SET_SIZE: found.set_sizes,
                WRONG: found.wrong,
            }
            if kind in parts and parts[kind] is None:
                return False
            return self.result is None or kind not in (*JUDGING, DIFFERENCE)
        if self.result is not None:
            return False
        if kind == KNOWN:
            return bool(self._session.class_names)
        return len(self.elements()) > (1 if kind == RESIDUAL else 0)

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
        if kind == OF_CLASS and self.shown is not None:
            return [(name, name) for name in self.shown.class_names]
        if kind in OF_ELEMENT:
            return [(self.title_of(name), name) for name in self.elements()]
        if kind == DIFFERENCE:
            return [(run.about()["name"], str(run.path)) for run in self._other_runs()]
        return []

    def title_of(self, name: str) -> str:
        """Return a column's name with its unit, where its name does not say it."""
        unit = self._elements.unit_of(name)
        return f"{name} ({unit})" if unit and unit.casefold() not in name.casefold() else name

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
                its_table = run.survey_job().data.table
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
        found = self.shown
        if kind in RUN_LAYERS:
            if kind == DIFFERENCE:
                other = self.other_run(of)
                return self._runs.difference(found, other) if found and other else None
            return self._runs.layer(kind, of, found) if found is not None else None
        if kind == KNOWN:
            codes, names = known_classes(self._session)
            return ClassLayer(lambda: codes, names) if names else None
        return self._elements.layer(kind, of, threshold) if of else None

    def other_run(self, path: str) -> Predictions | None:
        """Return the predictions of another run of the same rows, None without them."""
        if not path or self.predictions is None:
            return None
        file = RunFolder(Path(path)).predictions_path
        other = _read_other(file, file.stat().st_mtime_ns) if file.exists() else None
        return other if other is not None and len(other) == len(self.predictions) else None


@lru_cache(maxsize=2)
def _read_other(file: Path, changed: int) -> Predictions | None:
    """Read the predictions of a run once, as long as they do not change."""
    return read_predictions(file)
