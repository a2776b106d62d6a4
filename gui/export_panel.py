"""What can be taken away of a run, and as what: one choice, its settings, one button."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from core.job import Job
from core.mapping import find_grid
from core.numbers import typed_size
from core.run_folder import RunFolder
from core.window_job import WindowJob
from datasets.messages import InputError
from gui.controls import ComboBox
from gui.export_kinds import JOB, RASTER, SHEET, ExportKinds, Kind
from gui.icons import icon
from gui.pages.page import label

if TYPE_CHECKING:
    from gui.furniture import Furniture

RESOLUTIONS = (100, 200, 300, 600)
# rows among which a grid is found within a frame
MOST_LOOKED_AT = 100_000


class ExportPanel(QWidget):
    """The ways to take the run on show away; for the inspector of a page."""

    def __init__(self, furniture: Furniture) -> None:
        super().__init__()
        self._furniture = furniture
        self._session = furniture.services.session
        self._looked_at: tuple[tuple[str, str, str], bool] = (("", "", ""), False)
        self._kinds = {kind.key: kind for kind in ExportKinds(self).all()}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.what = ComboBox()
        self.what.setAccessibleName(self.tr("What to take away"))
        self._fill_what()
        column.addWidget(self.what)
        self.about = label("", "caption")
        column.addWidget(self.about)
        column.addWidget(self._build_sheet())
        column.addWidget(self._build_cells())
        self.reason = label("", "muted")
        column.addWidget(self.reason)
        row = QHBoxLayout()
        self.button = QPushButton(icon("export"), self.tr("Export…"))
        self.button.clicked.connect(lambda _=False: self.export())
        self.command = QPushButton(icon("console"), self.tr("Copy the command"))
        self.command.clicked.connect(lambda _=False: self._copy_command())
        row.addWidget(self.button, 1)
        row.addWidget(self.command)
        column.addLayout(row)
        self.what.currentIndexChanged.connect(lambda _: self._show_kind())
        self._session.run_changed.connect(self.refresh)
        self._session.roles_changed.connect(self.refresh)
        self.refresh()

    # --- building ----------------------------------------------------------------------

    def _fill_what(self) -> None:
        group = ""
        for kind in self._kinds.values():
            if group and kind.group != group:
                self.what.insertSeparator(self.what.count())
            group = kind.group
            self.what.addItem(kind.text, kind.key)

    def _build_sheet(self) -> QWidget:
        self._sheet = QWidget()
        form = _form(self._sheet)
        self.layer = ComboBox()
        self.layer.setSizeAdjustPolicy(
            ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.layer.setMinimumContentsLength(12)
        self.title = QLineEdit()
        self.title.setPlaceholderText(self.tr("as proposed"))
        self.resolution = ComboBox()
        for dpi in RESOLUTIONS:
            self.resolution.addItem(self.tr("{dpi} dpi").format(dpi=dpi), dpi)
        self.resolution.setCurrentIndex(1)
        form.addRow(self.tr("Layer"), self.layer)
        form.addRow(self.tr("Title"), self.title)
        form.addRow(self.tr("Resolution"), self.resolution)
        return self._sheet

    def _build_cells(self) -> QWidget:
        self._cells = QWidget()
        form = self._form_of_cells = _form(self._cells)
        self.method = ComboBox()
        self.method.setMinimumContentsLength(10)
        self.method.setToolTip(
            self.tr(
                "How numbers between scattered samples are found; classes always by the nearest "
                "sample."
            )
        )
        for text, value in (
            (self.tr("Points"), ""),
            (self.tr("Nearest sample"), "nearest"),
            (self.tr("Inverse distances (IDW)"), "idw"),
            (self.tr("Radial basis functions (RBF)"), "rbf"),
            (self.tr("Ordinary kriging"), "kriging"),
        ):
            self.method.addItem(text, value)
        form.addRow(self.tr("Interpolation"), self.method)
        self.cell, self.radius = QLineEdit(), QLineEdit()
        for field, word in (
            (self.cell, self.tr("Cell size")),
            (self.radius, self.tr("Search radius")),
        ):
            field.setPlaceholderText(self.tr("as proposed"))
            field.setToolTip(
                self.tr(
                    "Only for samples that lie on no grid: cells farther than the radius from "
                    "every sample stay empty."
                )
            )
            field.textChanged.connect(lambda _: self._show_reason())
            form.addRow(word, field)
        return self._cells

    # --- showing -----------------------------------------------------------------------

    @property
    def kind(self) -> Kind:
        """What is chosen."""
        return self._kinds[self.what.currentData()]

    def choose(self, key: str) -> None:
        """Choose what is taken away: "classes", "points", "xlsx", "png"…"""
        self.what.setCurrentIndex(self.what.findData(key))

    def set_layer(self, layer: str) -> None:
        """Let map sheets show a layer: "class", "entropy", ``p:CLASS``, ``column:NAME``…"""
        place = self.layer.findData(layer)
        if place >= 0:
            self.layer.setCurrentIndex(place)

    def refresh(self) -> None:
        """Show what can be taken away of the run on show."""
        job = self._job()
        self._fill_layers(job)
        model = cast(QStandardItemModel, self.what.model())
        for place in range(self.what.count()):
            key = self.what.itemData(place)
            if key is None:
                continue
            why = self._obstacle(self._kinds[key], job)
            model.item(place).setEnabled(not why)
            self.what.setItemData(place, why or None, Qt.ItemDataRole.ToolTipRole)
        if job is not None and self._obstacle(self.kind, job):
            self.choose("xlsx")
        self._show_kind()

    def _job(self) -> Job | WindowJob | None:
        """Return the job of the run on show, None when there is nothing to take away."""
        run = self._session.run
        if run is None or not run.predictions_path.exists():
            return None
        try:
            return run.survey_job()
        except InputError:
            return None

    def _obstacle(self, kind: Kind, job: Job | WindowJob | None) -> str:
        if job is None:
            return self.tr("There is no result yet: train a network, or open a finished run.")
        if kind.needs_map and not (job.data.x and job.data.y):
            return self.tr("The run has no coordinates.")
        return ""

    def _fill_layers(self, job: Job | WindowJob | None) -> None:
        wanted = self.layer.currentData()
        self.layer.clear()
        self.layer.addItem(self.tr("Class"), "class")
        self.layer.addItem(self.tr("Probability of the class shown"), "probability")
        self.layer.addItem(self.tr("Entropy"), "entropy")
        self.layer.addItem(self.tr("Residuals: missing probability"), "missing")
        run = self._session.run
        if job is None or run is None:
            return
        if isinstance(job, Job) and job.network.coding == "ordered":
            self.layer.addItem(self.tr("Residuals: output − target"), "difference")
        if run.about()["members"] > 1:
            self.layer.addItem(self.tr("Agreement of the members"), "agreement")
        evaluation = run.evaluation()
        for name in evaluation["classes"] if evaluation is not None else ():
            self.layer.addItem(self.tr("Probability: {name}").format(name=name), f"p:{name}")
        for name in job.data.features:
            self.layer.addItem(name, f"column:{name}")
        for name in job.data.features if len(job.data.features) > 1 else ():
            self.layer.addItem(self.tr("{name}: residual").format(name=name), f"residual:{name}")
        self.set_layer(wanted or "class")

    def _show_kind(self) -> None:
        kind = self.kind
        self.about.setText(kind.about)
        self._sheet.setVisible(kind.group == SHEET)
        of_cells = kind.group == RASTER or kind.layer == "areas"
        self._cells.setVisible((of_cells or kind.group == SHEET) and not self._on_grid())
        self._form_of_cells.setRowVisible(
            self.method, kind.group == SHEET or kind.layer == "probabilities"
        )
        self._show_reason()

    def _on_grid(self) -> bool:
        """Whether the samples are known to have cells of their own, so that no size is asked."""
        table, session = self._session.table, self._session
        x, y = session.column_of("x"), session.column_of("y")
        if table is None or not x or not y or table.rows > MOST_LOOKED_AT:
            return False
        place = (table.fingerprint, x, y)
        if place != self._looked_at[0]:
            numbers = all(table.values(name).dtype.kind == "f" for name in (x, y))
            grid = find_grid(table.values(x), table.values(y)) if numbers else None
            self._looked_at = (place, grid is not None)
        return self._looked_at[1]

    def _show_reason(self) -> None:
        job = self._job()
        reason = self._obstacle(self.kind, job)
        wrong = not self._cells.isHidden() and None in (
            typed_size(self.cell.text()),
            typed_size(self.radius.text()),
        )
        if wrong and not reason:
            reason = self.tr("Cell size and search radius are numbers above 0.")
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
        self.button.setEnabled(not reason)
        self.button.setToolTip(reason)
        self.command.setEnabled(job is not None)

    # --- doing -------------------------------------------------------------------------

    def export(self) -> None:
        """Ask for a place and take away what is chosen."""
        run, kind = self._session.run, self.kind
        if run is None or not self.button.isEnabled():
            return
        exporting = self._furniture.exporting
        path = exporting.ask_path(self, kind.text, kind.name, [kind.filter])
        if path:
            self._write(run, kind, path)

    def _write(self, run: RunFolder, kind: Kind, path: str) -> None:
        exporting, language = self._furniture.exporting, self._furniture.window.language.code
        if kind.group == JOB:
            exporting.job(run, path)
        elif kind.group == SHEET:
            dpi, layer = int(self.resolution.currentData()), str(self.layer.currentData())
            title = self.title.text().strip()
            exporting.map(run, path, dpi, language, layer, title, self._cell_options(layer))
        else:
            exporting.export(run, path, language, self._options(kind))

    def _options(self, kind: Kind) -> list[str]:
        options = ["--layer", kind.layer] if kind.layer else []
        if kind.group == RASTER or kind.layer == "areas":
            # on a grid the samples keep their own cells
            options.append("--nearest")
        return options + self._cell_options(kind.layer)

    def _cell_options(self, layer: str) -> list[str]:
        """Return how scattered samples become cells; [] for points and for a regular grid."""
        if self._cells.isHidden():
            return []
        options = []
        method = str(self.method.currentData())
        if not self.method.isHidden():
            if method and layer == "class":
                method = "nearest"
            options = ["--method", method] if method else []
        if self.kind.group == SHEET and not options:
            return []
        for word, field in (("--cell", self.cell), ("--radius", self.radius)):
            size = typed_size(field.text())
            options += [word, repr(size)] if size else []
        return options

    def _copy_command(self) -> None:
        if self._session.run is not None:
            self._furniture.exporting.copy_command(self._session.run)


def _form(widget: QWidget) -> QFormLayout:
    form = QFormLayout(widget)
    form.setContentsMargins(0, 0, 0, 0)
    form.setSpacing(8)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return form
