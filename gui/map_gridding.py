"""From scattered samples to a raster: how, how fine, how far, and the command that does it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

from core.numbers import typed_size
from datasets.messages import Message
from gui import theme
from gui.controls import ComboBox
from gui.icons import icon
from gui.map_grid_work import GridWork, Raster, Request
from gui.services import Services
from gui.translating import core_message

NEAREST, IDW, RBF, KRIGING = "nearest", "idw", "rbf", "kriging"
SPACINGS, LENGTH = "reach", "radius"


class GriddingPanel(QWidget):
    """Asks how scattered samples are to be gridded, and shows them as points again."""

    gridded = Signal(object)
    left = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._request: Request | None = None
        self.work = GridWork(services, self)
        self.work.gridded.connect(self._take)
        self.work.proposed.connect(self._show_proposal)
        self._build_choices()
        self._build_buttons()
        self._lay_out()
        services.tasks.idle.connect(self._enable)

    def _build_choices(self) -> None:
        self.method = ComboBox()
        self.method.setAccessibleName(self.tr("Interpolation"))
        self.method.setMinimumWidth(60)
        for text, value in (
            (self.tr("Nearest sample"), NEAREST),
            (self.tr("Inverse distances (IDW)"), IDW),
            (self.tr("Radial basis functions (RBF)"), RBF),
            (self.tr("Ordinary kriging"), KRIGING),
        ):
            self.method.addItem(text, value)
        self.method.setCurrentIndex(self.method.findData(IDW))
        self.cell = self._field(self.tr("Cell size"))
        self.cell.setToolTip(
            self.tr("Side of a cell in units of the coordinates; empty: from the samples' distance")
        )
        self.radius = self._field(self.tr("Blank beyond"))
        self.radius.setToolTip(
            self.tr("Cells farther from every sample stay empty, so that gaps stay gaps.")
        )
        self.radius.textEdited.connect(lambda _: self._show_reason())
        self.unit = ComboBox()
        self.unit.setAccessibleName(self.tr("Unit of the distance"))
        self.unit.setMinimumWidth(60)
        self.unit.addItem(self.tr("× spacing"), SPACINGS)
        self.unit.addItem(self.tr("m"), LENGTH)
        self.unit.currentIndexChanged.connect(lambda _: self._show_reason())
        self.logarithm = QCheckBox(self.tr("On logarithms"))

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit(placeholderText=self.tr("proposed"))
        field.setAccessibleName(name)
        field.setMinimumWidth(40)
        return field

    def _build_buttons(self) -> None:
        self.start = QPushButton(icon("grid"), self.tr("Interpolate"))
        self.start.setToolTip(self.tr("Interpolate between the samples; gaps stay gaps."))
        self.start.clicked.connect(lambda _=False: self._ask())
        self.back = QPushButton(self.tr("Show the samples"))
        self.back.clicked.connect(lambda _=False: self._leave())
        self.back.hide()
        self.said = QLabel("", wordWrap=True)
        theme.set_role(self.said, "caption")
        self.said.hide()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        words = self.tr("Interpolation"), self.tr("Cell size"), self.tr("Blank beyond")
        for row, word in enumerate(words):
            label = QLabel(word)
            theme.set_role(label, "muted")
            grid.addWidget(label, row, 0)
        grid.addWidget(self.method, 0, 1, 1, 2)
        grid.addWidget(self.cell, 1, 1, 1, 2)
        grid.addWidget(self.radius, 2, 1)
        grid.addWidget(self.unit, 2, 2)
        grid.addWidget(self.said, 3, 0, 1, 3)
        grid.addWidget(self.logarithm, 4, 1, 1, 2)
        grid.addWidget(self.start, 5, 1, 1, 2)
        grid.addWidget(self.back, 6, 1, 1, 2)

    # --- what is gridded ---------------------------------------------------------------

    def set_request(self, request: Request | None) -> None:
        """Take the layer on show; another one's raster is no longer shown.

        Classes have no values in between: the nearest sample alone can be taken.
        """
        is_other = request is None or self._request is None or request.key != self._request.key
        self._request = request
        if request is None:
            return
        self.method.setEnabled(not request.is_classes)
        if request.is_classes:
            self.method.setCurrentIndex(self.method.findData(NEAREST))
        self.method.setToolTip(
            self.tr("Classes are no numbers: only the nearest sample can be taken.")
            if request.is_classes
            else ""
        )
        self.logarithm.setVisible(not request.is_classes and request.limits is None)
        if is_other:
            self._leave()
        self.work.propose(request)
        self._show_reason()

    def _ask(self) -> None:
        cell, radius = typed_size(self.cell.text()), typed_size(self.radius.text())
        for field, size in ((self.cell, cell), (self.radius, radius)):
            field.setProperty("invalid", size is None)
            field.style().polish(field)
        self._show_reason()
        if self._request is None or cell is None or radius is None:
            return
        self.start.setEnabled(False)
        words = ["--method", str(self.method.currentData())]
        words += ["--cell", repr(cell)] if cell else []
        words += [f"--{self.unit.currentData()}", repr(radius)] if radius else []
        words += ["--log"] if self.logarithm.isChecked() and self._request.limits is None else []
        self.work.grid(self._request, words)

    def _take(self, raster: Raster) -> None:
        if self._request is not None and raster.key == self._request.key:
            self.back.show()
            self.gridded.emit(raster)

    def _enable(self) -> None:
        """Offer to begin again, also after a cancelled task, which tells nobody else."""
        self.start.setEnabled(True)

    def _leave(self) -> None:
        self.back.hide()
        self.left.emit()

    # --- why ---------------------------------------------------------------------------

    def _show_proposal(self) -> None:
        found = self.work.proposal
        if found is not None:
            self.cell.setPlaceholderText(f"{found['cell']:g}")
            self.unit.setItemText(1, found["unit"] or self.tr("units"))
        self._show_reason()

    def _show_reason(self) -> None:
        """Say why the proposed distance is proposed, or what a typed one comes to."""
        wrong = None in (typed_size(self.cell.text()), typed_size(self.radius.text()))
        text = self.tr("Cell size and distance are numbers above 0.") if wrong else ""
        found, radius = self.work.proposal, typed_size(self.radius.text())
        if not wrong and found is not None:
            if not radius:
                text = core_message(Message(**found["reason"]))
            elif self.unit.currentData() == SPACINGS:
                said = self.tr("{radius} {unit}: {reach} times the usual distance, {spacing}")
                text = said.format(
                    radius=f"{radius * found['spacing']:.3g}", unit=found["unit"],
                    reach=f"{radius:g}", spacing=f"{found['spacing']:.3g}",
                )  # fmt: skip
            else:
                text = self.tr("{reach} times the usual distance of the samples").format(
                    reach=f"{radius / found['spacing']:.2g}"
                )
        self.said.setText(text)
        self.said.setVisible(bool(text))
