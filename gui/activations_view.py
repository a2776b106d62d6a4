"""Activations: what every layer makes of one sample, over the epochs of a run."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from core.job import activation_name
from core.networks.forward import layer_outputs
from core.numbers import count, three_digits
from core.snapshots import SnapshotAbout
from gui import theme
from gui.controls import SpinBox
from gui.frame_cursor import FrameCursor
from gui.inside_page import Inside, InsidePage
from gui.sample_features import Sample, sample_features
from gui.session import Session
from gui.table_info import TableInfo
from gui.translating import core_text
from gui.unit_columns import NOWHERE, UnitColumn, UnitColumns
from gui.unit_names import layer_name, unit_names

BOUNDED = ("logistic", "tanh", "step1", "step2", "ramp1", "ramp2", "softsign", "softmax")


class ActivationsView(InsidePage):
    """A sample of the session's table on its way through the network."""

    def __init__(
        self, session: Session, cursor: FrameCursor, parent: QWidget | None = None
    ) -> None:
        super().__init__(cursor, parent)
        self._session = session
        self._inside: Inside | None = None
        self._table: TableInfo | None = None
        self._features: Sample | None = None
        self._read: tuple[object, ...] = ()
        self._outputs: list[NDArray[np.float64]] = []
        self.row = SpinBox()
        self.row.setAccessibleName(self.tr("Row of the table"))
        self.row.setMinimum(1)
        self.row.valueChanged.connect(lambda _: self._redraw())
        self.sentence = QLabel("")
        self.readout = QLabel("")
        for label in (self.sentence, self.readout):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.readout.setFont(theme.tabular(self.readout.font()))
        self.units = UnitColumns()
        self.units.pointed.connect(self._write_readout)
        head = QHBoxLayout()
        head.setSpacing(8)
        title = QLabel(self.tr("Row"))
        title.setBuddy(self.row)
        head.addWidget(title)
        head.addWidget(self.row)
        head.addWidget(self.sentence, 3)
        head.addWidget(self.readout, 2)
        self.content.addLayout(head)
        self.content.addWidget(self.units, 1)

    def set_sample(self, row: int) -> None:
        """Show another sample, by its row of the table, counted from 0."""
        self._take_table()
        self.row.setValue(row + 1)

    def obstacle(self, inside: Inside) -> str:
        self._inside = inside
        self._take_table()
        self._read_features(inside.about)
        if self._table is None:
            return self.tr("Open the table of this run to see what the network makes of a sample.")
        if self._features is None:
            return self.tr("The open table lacks features of this run; open the table it read.")
        return ""

    def draw(self, inside: Inside) -> None:
        about, features = inside.about, self._features
        if features is None:
            return
        prepared = about.preparations[about.folds[inside.member]].apply(
            features.features, features.censored
        )
        parameters = inside.frame.parameters[inside.member]
        outputs = layer_outputs(parameters, about.sizes, about.activations, prepared)
        self._outputs = [values[0] for values in outputs]
        highest = self._highest(about)
        last = len(about.sizes) - 1
        self.units.set_columns(
            [self._column(about, layer) for layer in range(last + 1)],
            unit_names(about, 0),
            unit_names(about, last),
            highest,
        )
        self._write_sentence(about, highest)

    # --- inner -------------------------------------------------------------------------

    def _take_table(self) -> None:
        """Take the session's table, at its first sample of known class."""
        table = self._session.table
        if table is self._table:
            return
        self._table = table
        known = self._known_codes()
        first = int(np.argmax(known >= 0)) if known is not None else 0
        blocker = QSignalBlocker(self.row)
        self.row.setMaximum(max(1, table.rows if table is not None else 1))
        self.row.setValue(first + 1)
        blocker.unblock()

    def _read_features(self, about: SnapshotAbout) -> None:
        wanted = (id(self._table), self.row.value(), about.feature_names)
        if wanted != self._read:
            self._read = wanted
            self._features = None
            if self._table is not None:
                row = self.row.value() - 1
                self._features = sample_features(self._table, about.feature_names, row)

    def _known_codes(self) -> NDArray[np.int64] | None:
        target = self._session.run_target or self._session.column_of("target")
        if self._table is None or not target or self._table.column(target) is None:
            return None
        return self._table.codes(target)[0]

    def _redraw(self) -> None:
        if self._inside is not None and self.isVisible():
            self.show_inside(self._inside)

    def _highest(self, about: SnapshotAbout) -> int:
        """Return the output that says the class, -1 where a single output codes it."""
        outputs = self._outputs[-1]
        if about.coding == "ordered" or not np.isfinite(outputs).all():
            return -1
        return int(np.argmax(outputs))

    def _column(self, about: SnapshotAbout, layer: int) -> UnitColumn:
        values = self._outputs[layer]
        word = self.tr("prepared")
        limit = 1.0
        if layer:
            word = core_text(activation_name(about.activations[layer - 1]))
        if layer == 0 or about.activations[layer - 1] not in BOUNDED:
            limit = float(np.max(np.abs(values), initial=0.0, where=np.isfinite(values)))
        subtitle = f"{word} · ±{three_digits(limit)}"
        return UnitColumn(layer_name(about, layer), subtitle, values, limit)

    def _write_sentence(self, about: SnapshotAbout, highest: int) -> None:
        words = []
        known = self._known_codes()
        target = self._session.run_target or self._session.column_of("target")
        if known is not None and self._table is not None:
            code = int(known[self.row.value() - 1])
            names = self._table.codes(target)[1]
            words.append(
                self.tr("Known class: {name}.").format(name=names[code])
                if code >= 0
                else self.tr("Its class is not known.")
            )
        if highest >= 0:
            words.append(
                self.tr("Highest output: {name}, {value}.").format(
                    name=unit_names(about, len(about.sizes) - 1)[highest],
                    value=three_digits(float(self._outputs[-1][highest]), keep_zeros=True),
                )
            )
        self.sentence.setText(" ".join(words))
        self.sentence.setToolTip(self.sentence.text())
        self.units.setAccessibleName(
            self.tr("Activations of row {row}.").format(row=count(self.row.value()))
            + " "
            + self.sentence.text()
        )

    def _write_readout(self) -> None:
        layer, unit = self.units.cell
        if self._inside is None or self._features is None or self.units.cell == NOWHERE:
            self.readout.setText("")
            return
        name = unit_names(self._inside.about, layer)[unit]
        value = three_digits(float(self._outputs[layer][unit]), keep_zeros=True)
        preparation = self._inside.about.preparations[0]
        if layer or len(preparation.fill) != preparation.inputs or preparation.rotation is not None:
            self.readout.setText(f"{name}: {value}")
            return
        limit = "<" if self._features.censored[0, unit] else ""
        measured = limit + three_digits(float(self._features.features[0, unit]))
        self.readout.setText(
            self.tr("{name}: {measured}, prepared {value}").format(
                name=name, measured=measured, value=value
            )
        )
