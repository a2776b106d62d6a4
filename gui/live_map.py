"""The survey as the run on show classifies it, while it learns and when it has ended."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.numbers import percent, three_digits
from core.run_folder import RunFolder
from gui.controls import Segments
from gui.map_view import MapView
from gui.pages.page import label
from gui.session import Session
from gui.survey import known_classes, place_survey, show_deposits, show_known_classes

AGREEMENT_NAME = "live_agreement.npy"


class LiveMap(QWidget):
    """A class map and, for runs with several members, how far these agree on it."""

    voted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._place: tuple[str, str, str] | None = None
        self._codes: NDArray[np.int64] = np.empty(0, np.int64)
        self._names: tuple[str, ...] = ()
        self._agreement: NDArray[np.float64] | None = None
        self.view = MapView()
        self.view.class_legend.names_alone = True
        self.choice = Segments(
            {"class": self.tr("Class"), "agreement": self.tr("Agreement")},
            self.tr("What the map shows"),
        )
        self.choice.changed.connect(lambda _: self._draw())
        self.choice.hide()
        self._offer()
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Class map"), "caption"), 1)
        head.addWidget(self.choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.view, 1)

    def place(self) -> None:
        """Take the coordinates of the session's table; without any the map is hidden."""
        session = self._session
        place = (
            session.table.fingerprint if session.table is not None else "",
            session.column_of("x"),
            session.column_of("y"),
        )
        if place != self._place:
            self._place = place
            place_survey(self.view, session)
            for side in ("left", "bottom"):
                # the readout tells coordinates, and beside the curves the map needs the room
                self.view.plot.getPlotItem().hideAxis(side)
            self.setVisible(self.view.has_points)

    def recolour(self) -> None:
        """Draw the same classes in the colours that the user chose."""
        if len(self._codes):
            self._draw()
        elif self.view.has_points:
            show_known_classes(self.view, self._session)

    def set_several(self, several: bool) -> None:
        """Offer the agreement, for a run with several members."""
        self.choice.setVisible(several)

    def show_known(self) -> None:
        """Show the known classes alone."""
        self._forget()
        if self.view.has_points:
            show_known_classes(self.view, self._session)

    def show_live(self, classes: Path) -> None:
        """Show what a run in training wrote: class codes, and how far its members agree."""
        codes = _load(classes)
        target = self._session.run_target
        if not self._fits(codes) or not target:
            return
        agreement = _load(classes.with_name(AGREEMENT_NAME))
        _, names = known_classes(self._session, target)
        self._show(codes.astype(np.int64), names, agreement if self._fits(agreement) else None)
        self.view.describe = self._describe_vote

    def show_result(self, run: RunFolder) -> None:
        """Show the predictions of a run that has ended; nothing changes where there are none."""
        from gui.predictions import read_predictions

        predictions = read_predictions(run.predictions_path)
        target, table = self._session.run_target, self._session.table
        if predictions is None or not target or table is None:
            return
        if len(predictions) != table.rows:
            return
        agreement = predictions.columns().get("agreement")
        self._show(predictions.codes, predictions.class_names, agreement)

        def describe(index: int) -> str:
            said = self.tr("{name}, probability {p}").format(
                name=predictions.name(index), p=three_digits(float(predictions.probability[index]))
            )
            return said + self._agreement_at(index)

        self.view.describe = describe

    def _show(
        self,
        codes: NDArray[np.int64],
        names: Sequence[str],
        agreement: NDArray[Any] | None,
    ) -> None:
        self._codes, self._names = codes, tuple(names)
        self._agreement = None if agreement is None else np.asarray(agreement, np.float64)
        self._draw()
        self.voted.emit()

    def votes(self) -> tuple[NDArray[np.int64], NDArray[np.float64], tuple[str, ...]] | None:
        """Return class and agreement of every row and the class names; None before any vote."""
        if self._agreement is None or len(self._agreement) != len(self._codes):
            return None
        return self._codes, self._agreement, self._names

    def _draw(self) -> None:
        if len(self._codes) == 0 or not self.view.has_points:
            return
        # the class legend of a map of values is that of the classes shown last
        self.view.set_classes(self._codes, self._names)
        self._offer()
        wanted = not self.choice.isHidden() and self.choice.value() == "agreement"
        if wanted and self._agreement is not None:
            self.view.set_values(
                100 * self._agreement, self.tr("Agreement"), "%", limits=(0.0, 100.0)
            )
        show_deposits(self.view, self._session, self._session.run_target)

    def _forget(self) -> None:
        self._codes, self._agreement = np.empty(0, np.int64), None
        self.view.describe = None
        self._offer()

    def _offer(self) -> None:
        """Let the agreement be chosen when there is one."""
        button = self.choice.button("agreement")
        button.setEnabled(self._agreement is not None)
        button.setToolTip(
            self.tr("The members have not voted yet.")
            if self._agreement is None
            else self.tr("Share of the members that vote for the class shown.")
        )

    def _fits(self, values: NDArray[Any]) -> bool:
        table = self._session.table
        return table is not None and values.shape == (table.rows,)

    def _describe_vote(self, index: int) -> str:
        code = int(self._codes[index])
        name = self._names[code] if 0 <= code < len(self._names) else ""
        return name + self._agreement_at(index)

    def _agreement_at(self, index: int) -> str:
        if self._agreement is None:
            return ""
        share = percent(float(self._agreement[index]))
        return self.tr(", agreement {share}").format(share=share)


def _load(path: Path) -> NDArray[Any]:
    """Return an array of the run, empty where it is absent: its end takes live files along."""
    try:
        values: NDArray[Any] = np.load(path, allow_pickle=False)
    except (OSError, ValueError):
        return np.empty(0)
    return values
