"""The decision on coordinates that do not stand in a column each."""

from __future__ import annotations

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from datasets.messages import Message
from datasets.recipe import Coordinates
from gui.decision_row import DecisionRow, form_of, show_row
from gui.translating import core_message

PAIRS = ("lat-lon", "lon-lat")


class PlaceDecisions(QWidget):
    """Edits the `Coordinates` of a recipe."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._found: Coordinates | None = None
        self.rows = {
            "form": DecisionRow(
                self.tr("Coordinates"),
                {
                    "apart": self.tr("Each in a column"),
                    "lat-lon": self.tr("Latitude, longitude in one cell"),
                    "lon-lat": self.tr("Longitude, latitude in one cell"),
                    "parts": self.tr("Degrees, minutes in columns"),
                },
            ),
            "pair": DecisionRow(self.tr("Column of pairs"), {}),
            "longitude": DecisionRow(self.tr("Longitude")),
            "latitude": DecisionRow(self.tr("Latitude")),
        }
        hint = self.tr("Columns of degrees, minutes, seconds, direction; with ; between them.")
        for name in ("longitude", "latitude"):
            self.rows[name].editor.setToolTip(hint)
        self._form = form_of(
            self.rows, {name: row.editor.accessibleName() for name, row in self.rows.items()}
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._form)
        for row in self.rows.values():
            row.changed.connect(self._take)

    def show_places(
        self,
        found: Coordinates | None,
        made: Coordinates | None,
        names: tuple[str, ...],
        reason: Message | None,
        *,
        sure: bool,
    ) -> None:
        """Show what was found and what a person made of it.

        Parameters
        ----------
        names
            Columns of the table.
        """
        self._found = found or Coordinates()
        own = (found.pair, *found.longitude, *found.latitude) if found is not None else ()
        self.rows["pair"].set_choices(
            {name: name for name in dict.fromkeys((*own, *names)) if name}
        )
        mine, all_found = _plain(made), _plain(self._found)
        said = core_message(reason) if reason is not None else ""
        for name, row in self.rows.items():
            is_form = name == "form"
            row.show_decision(
                mine[name], all_found[name], said if is_form else "", sure=sure or not is_form
            )
        self._show_rows()

    def _chosen(self) -> str:
        return self.rows["form"].value() or (self._found.form if self._found else "apart")

    def _show_rows(self) -> None:
        form = self._chosen()
        show_row(self._form, self.rows["form"], True)
        show_row(self._form, self.rows["pair"], form in PAIRS)
        for name in ("longitude", "latitude"):
            show_row(self._form, self.rows[name], form == "parts")

    def _take(self) -> None:
        """Tell what was chosen as soon as it is whole."""
        self._show_rows()
        values = {name: row.value() for name, row in self.rows.items()}
        if not any(values.values()):
            self.changed.emit(None)
            return
        found, form = self._found or Coordinates(), self._chosen()
        made = Coordinates.model_validate(
            {
                "form": form,
                "pair": (values["pair"] or found.pair) if form in PAIRS else "",
                "longitude": _names(values["longitude"]) or found.longitude
                if form == "parts"
                else (),
                "latitude": _names(values["latitude"]) or found.latitude if form == "parts" else (),
            }
        )
        whole = made.pair if form in PAIRS else made.longitude and made.latitude
        if form == "apart" or whole:
            self.changed.emit(made)


def _plain(places: Coordinates | None) -> dict[str, str]:
    if places is None:
        return {"form": "", "pair": "", "longitude": "", "latitude": ""}
    return {
        "form": places.form,
        "pair": places.pair,
        "longitude": "; ".join(places.longitude),
        "latitude": "; ".join(places.latitude),
    }


def _names(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in re.split(r"[;；]", text)) if text.strip() else ()
