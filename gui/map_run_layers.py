"""Layers of predictions: of a run on the session's table, or of a classified file."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject

from core import map_values
from core.prediction_columns import unknown_name
from core.window_job import output_activation
from gui import map_layer_kinds as kinds
from gui.class_colours import UNKNOWN, ClassColours
from gui.map_colours import CIVIDIS, DIVERGING, INFERNO
from gui.map_layer_kinds import ClassLayer, Codes, ValueLayer, Values
from gui.session import Session
from gui.survey import known_classes

_RIGHT, _WRONG, _SAME = "#0072b2", "#d55e00", "#8d949d"


class Predicted(Protocol):
    """What layers need of predictions."""

    def __len__(self) -> int: ...

    @property
    def class_names(self) -> tuple[str, ...]: ...

    @property
    def codes(self) -> NDArray[np.int64]: ...

    @property
    def probability(self) -> NDArray[np.float64]: ...

    @property
    def agreement(self) -> NDArray[np.float64] | None: ...

    @property
    def unlike(self) -> NDArray[np.float64] | None: ...

    @property
    def set_sizes(self) -> NDArray[np.float64] | None: ...

    @property
    def wrong(self) -> NDArray[np.float64] | None: ...

    def set_of(self, index: int) -> str: ...

    def of_class(self, name: str) -> NDArray[np.float64]: ...

    def name(self, index: int) -> str: ...

    @property
    def ordered(self) -> NDArray[np.float64] | None: ...


class RunLayers(QObject):
    """Makes the layers of predictions.

    Attributes
    ----------
    shows_unknown
        Whether cells unlike the training samples are a class of their own.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.shows_unknown = True

    def layer(self, kind: str, of: str, found: Predicted) -> ClassLayer | ValueLayer:
        """Return a layer that needs nothing but the predictions and the known classes."""
        names = found.class_names
        if kind == kinds.CLASS:
            return self._class_layer(found)
        if kind == kinds.JUDGED:
            return self._judged_layer(found)
        if kind == kinds.ERROR and found.ordered is not None:
            return self._error_layer(found, found.ordered)
        share = found.agreement
        if kind == kinds.AGREEMENT and share is not None:
            return ValueLayer(lambda: 100 * share, self.tr("Agreement"), "%", (0.0, 100.0), CIVIDIS)
        unknown = self._unknown_layer(kind, found)
        if unknown is not None:
            return unknown
        if kind == kinds.ENTROPY:
            title = self.tr("Entropy: 0 certain, 1 undecided")
            return ValueLayer(
                lambda: map_values.entropy([found.of_class(name) for name in names]),
                title, "", (0.0, 1.0), INFERNO,
            )  # fmt: skip
        if kind == kinds.DOUBT:
            return ValueLayer(
                lambda: self._missing(found), self.tr("1 − p(known class)"), "", (0.0, 1.0), INFERNO
            )
        if kind == kinds.OF_CLASS and of in names:
            return ValueLayer(lambda: found.of_class(of), f"p({of})", "", (0.0, 1.0))
        return ValueLayer(lambda: found.probability, self.tr("Probability"), "", (0.0, 1.0))

    def unknown_name(self, names: tuple[str, ...]) -> str:
        """Return what cells unlike the training samples are called beside classes."""
        return unknown_name(names, self.tr("unknown"), self.tr(" (unlike)"))

    def _class_layer(self, found: Predicted) -> ClassLayer:
        names, unlike = found.class_names, found.unlike
        if unlike is None or not self.shows_unknown:
            return ClassLayer(lambda: found.codes, names)
        usual, unknown = ClassColours(names), self.unknown_name(names)
        colours = {name: usual.colour(code) for code, name in enumerate(names)}
        return ClassLayer(
            lambda: map_values.with_unknown(found.codes, unlike, len(names)),
            (*names, unknown),
            {**colours, unknown: usual.colour(UNKNOWN)},
            len(names),
        )

    def _unknown_layer(self, kind: str, found: Predicted) -> ValueLayer | None:
        """Return a layer of what is not known, None where the kind is another one."""
        unlike, sizes, wrong = found.unlike, found.set_sizes, found.wrong
        if kind == kinds.UNLIKE and unlike is not None:
            title = self.tr("Unlike the training samples: 1 at the threshold")
            return ValueLayer(lambda: unlike, title, "", None, INFERNO)
        if kind == kinds.SET_SIZE and sizes is not None:
            limits = (1.0, float(len(found.class_names)))
            title = self.tr("Classes in the prediction set")
            return ValueLayer(lambda: sizes, title, "", limits, CIVIDIS)
        if kind == kinds.WRONG and wrong is not None:
            title = self.tr("Members that name another class")
            return ValueLayer(lambda: 100 * wrong, title, "%", (0.0, 100.0), INFERNO)
        return None

    def difference(self, found: Predicted, other: Predicted) -> ClassLayer:
        """Return the classes that another run does not name."""
        unchanged = self.tr("unchanged")
        names = (*found.class_names, unchanged)
        usual = ClassColours(found.class_names)
        colours = {name: usual.colour(code) for code, name in enumerate(found.class_names)}

        def codes() -> Codes:
            recoded = map_values.recoded(other.codes, other.class_names, found.class_names)
            return map_values.flips(found.codes, recoded, len(found.class_names))

        return ClassLayer(codes, names, {**colours, unchanged: _SAME})

    def _known_of(self, names: tuple[str, ...]) -> Codes:
        """Return the known classes in the order of a run's own."""
        codes, known_names = known_classes(self._session, self._session.run_target)
        return map_values.recoded(codes, known_names, names)

    def _missing(self, found: Predicted) -> Values:
        probabilities = [found.of_class(name) for name in found.class_names]
        return map_values.missing_probability(probabilities, self._known_of(found.class_names))

    def _error_layer(self, found: Predicted, output: Values) -> ValueLayer:
        run = self._session.run
        activation = output_activation(run.survey_job()) if run is not None else ""
        limits = map_values.output_limits(activation)
        names = found.class_names

        def values() -> Values:
            known = self._known_of(names)
            return map_values.difference_to_target(output, known, len(names), limits)

        return ValueLayer(values, self.tr("Output − target"), "", None, DIVERGING, True)

    def _judged_layer(self, found: Predicted) -> ClassLayer:
        right, wrong = self.tr("right"), self.tr("wrong")
        known = self._known_of(found.class_names)
        return ClassLayer(
            lambda: map_values.judged(known, found.codes),
            (right, wrong),
            {right: _RIGHT, wrong: _WRONG},
        )
