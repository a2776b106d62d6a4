"""Labels: which samples have a class, where it comes from, and what the classes are called."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSplitter, QTabWidget, QVBoxLayout, QWidget

from core.crs import find_system
from core.numbers import count
from core.reading import Deposits
from datasets.messages import InputError, Message, message
from gui.classes_table import ClassesTable
from gui.label_lists import DepositList
from gui.label_map import LabelMap
from gui.label_source import LabelSource
from gui.pages.page import label
from gui.translating import counted

if TYPE_CHECKING:
    from gui.furniture import Furniture

SETTINGS_WIDTH = 300


class LabelsPanel(QWidget):
    """A map of the labels, lists of the deposits and classes, and the settings beside them."""

    def __init__(self, furniture: Furniture) -> None:
        super().__init__()
        self._furniture = furniture
        self._session = furniture.services.session
        self.map = LabelMap(self._session)
        self.classes = ClassesTable(self._session)
        self.pairs = DepositList(
            self.tr("Deposits and their samples"),
            self.tr("Join a file of deposits to see which sample each of them labels."),
        )
        self.unmatched = DepositList(
            self.tr("Deposits that label no sample"), self.tr("Every deposit labels a sample.")
        )
        self.source = LabelSource(furniture)
        self._about = label("", "caption")
        self.lists = QTabWidget()
        self._lay_out()
        self._connections: list[tuple[Any, Callable[..., None]]] = []
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        for widget in (self.classes, self.pairs, self.unmatched):
            self.lists.addTab(widget, "")
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(8)
        split.addWidget(self.map)
        split.addWidget(self.lists)
        split.setSizes([400, 240])
        middle = QVBoxLayout()
        middle.setSpacing(4)
        middle.addWidget(self._about)
        middle.addWidget(split, 1)
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFixedWidth(SETTINGS_WIDTH)
        self._scroll.setWidget(self.source)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(middle, 1)
        row.addWidget(self._scroll)

    def take_settings(self) -> QWidget:
        """Give the settings to a page that has an inspector for them."""
        self._scroll.takeWidget()
        self._scroll.hide()
        return self.source

    def _connect(self) -> None:
        session = self._session
        self._listen(session.roles_changed, self.refresh)
        self._listen(session.colours_changed, self._colours_changed)
        self._listen(session.thresholds_changed, self._thresholds_changed)
        # a task that was cancelled has no other end
        self._listen(self._furniture.services.tasks.idle, lambda: self._set_busy(False))
        self.source.target_wanted.connect(lambda name: session.set_role(name, "target"))
        self.source.join_wanted.connect(self._join)
        self.source.removal_wanted.connect(self._leave_out)
        self.classes.wanted.connect(self._rename)
        self.pairs.chosen.connect(self._go_to_pair)
        self.unmatched.chosen.connect(self._go_to_unmatched)
        self.map.view.selected.connect(self._show_pair_of)

    def _listen(self, signal: Any, slot: Callable[..., None]) -> None:
        signal.connect(slot)
        self._connections.append((signal, slot))

    def dispose(self) -> None:
        """Stop listening to the session."""
        for signal, slot in self._connections:
            signal.disconnect(slot)
        self._connections = []

    # --- showing -----------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the labels as they stand in the session."""
        self.map.draw()
        self.classes.show_target()
        table = self._session.table
        labels = table.labels if table is not None else None
        if labels is None:
            self.pairs.show_nothing()
            self.unmatched.show_nothing()
        else:
            self.pairs.show_pairs(labels)
            self.unmatched.show_unmatched(labels)
        self.source.show_session(self._unit(), self._thresholds())
        self._show_tabs()
        self._about.setText(self._summary())

    def _show_tabs(self) -> None:
        table = self._session.table
        labels = table.labels if table is not None else None
        for place, name, number in (
            (0, self.tr("Classes"), len(self._session.class_names)),
            (1, self.tr("Pairs"), labels.all_pairs if labels else 0),
            (2, self.tr("Unmatched"), labels.all_unmatched if labels else 0),
        ):
            self.lists.setTabText(place, f"{name} ({count(number)})")
        for place in (1, 2):
            self.lists.setTabVisible(place, labels is not None)

    def _summary(self) -> str:
        session = self._session
        if session.table is None or not session.column_of("target"):
            return self.tr("No labels yet: choose a column of classes, or a file of deposits.")
        text = counted(
            self.tr("{labelled} of {rows} samples have a class in “{column}”"),
            labelled=count(session.labelled),
            rows=count(session.table.rows),
            column=session.column_of("target"),
        )
        labels = session.table.labels
        if labels is not None:
            text += " · " + counted(
                self.tr(
                    "{matched} of {deposits} deposits label a sample · {background} background "
                    "samples"
                ),
                matched=count(labels.deposits - labels.all_unmatched),
                deposits=count(labels.deposits),
                background=count(labels.all_background),
            )
            if len(labels.distances):
                text += " · " + self.tr("the farthest is {distance} {unit} away").format(
                    distance=count(round(float(labels.distances.max()))), unit=labels.unit
                )
        return text

    def _colours_changed(self) -> None:
        self.map.draw()
        self.classes.model.refresh()

    def _thresholds_changed(self) -> None:
        self.source.form.set_thresholds(self._thresholds())

    def _unit(self) -> str:
        """Return the unit of distances between samples, "" when it is unknown."""
        try:
            system = find_system(self._session.crs)
        except InputError:
            return ""
        if system is None:
            return ""
        if system.is_geographic or system.metres == 1.0:
            return "m"
        return self.tr("units")

    def _thresholds(self) -> dict[str, float]:
        """Return the thresholds kept for single columns over the whole survey."""
        return {
            column: kept.values[""]
            for column, kept in self._session.thresholds.items()
            if kept.columns == (column,) and set(kept.values) == {""}
        }

    # --- doing -------------------------------------------------------------------------

    def _join(self, fields: dict[str, Any]) -> None:
        session = self._session
        x, y = session.column_of("x"), session.column_of("y")
        if session.table is None or not session.has_coordinates:
            self.source.show_failure(
                message("Choose the coordinates of the samples on the Data page first.")
            )
            return
        present = session.reading.deposits
        taken = {column.name for column in session.table.columns}
        column = present.column if present is not None else _free_name(taken)
        deposits = Deposits(**fields, sample_x=x, sample_y=y, sample_crs=session.crs, column=column)
        self._read({"deposits": deposits}, lambda: session.set_role(column, "target"))

    def _leave_out(self) -> None:
        reading = self._session.reading
        if reading.deposits is None:
            return
        classes = {k: v for k, v in reading.classes.items() if k != reading.deposits.column}
        self._read({"deposits": None, "classes": classes}, lambda: None)

    def _rename(self, names: dict[str, str]) -> None:
        target = self._session.column_of("target")
        classes = {k: v for k, v in self._session.reading.classes.items() if k != target}
        if names:
            classes[target] = names
        self._read({"classes": classes}, lambda: None)

    def _read(self, changes: dict[str, Any], then: Callable[[], None]) -> None:
        """Read the table again with a changed reading, beside the window."""

        def done() -> None:
            self._set_busy(False)
            then()

        def failed(failure: Message) -> None:
            self._set_busy(False)
            self.source.show_failure(failure)

        self._set_busy(True)
        reading = self._session.reading.model_copy(update=changes)
        self._furniture.opening.read_again(reading, done, failed)

    def _set_busy(self, busy: bool) -> None:
        self.source.set_busy(busy)
        self.classes.set_busy(busy)

    def _go_to_pair(self, place: int) -> None:
        table = self._session.table
        if table is not None and table.labels is not None:
            sample = int(table.labels.samples[place])
            self.map.go_to_sample(sample)
            self._session.select_rows(np.array([sample]))

    def _go_to_unmatched(self, place: int) -> None:
        table = self._session.table
        if table is not None and table.labels is not None:
            lost = table.labels.unmatched
            self.map.go_to_place(float(lost.x[place]), float(lost.y[place]))

    def _show_pair_of(self, sample: int) -> None:
        self._session.select_rows(np.array([sample]))
        table = self._session.table
        if table is None or table.labels is None:
            return
        found = np.flatnonzero(table.labels.samples == sample)
        if len(found):
            self.lists.setCurrentWidget(self.pairs)
            self.pairs.table.select(int(found[0]))


def _free_name(names: set[str]) -> str:
    number, name = 2, "deposit"
    while name in names:
        name, number = f"deposit {number}", number + 1
    return name
