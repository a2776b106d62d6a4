"""The settings of a threshold beside its plots: method, group, what came out, and what to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from core.numbers import percent, three_digits
from core.thresholds.found import Found
from core.thresholds.settings import ThresholdSettings
from gui import theme
from gui.controls import ComboBox
from gui.feature_checks import FeatureChecks
from gui.forms import SectionForm
from gui.icons import icon
from gui.pages.page import label
from gui.table_info import TableInfo
from gui.threshold_work import ThresholdWork
from gui.translating import core_message, counted

MOST_GROUPS = 200


class ThresholdSettingsView(QWidget):
    """A form over the settings, the result in a sentence, and the buttons.

    Signals
    -------
    changed
        The settings as the user wants them.
    elements_chosen
        Names of the elements of the robust distance.
    keep_wanted, forget_wanted, export_wanted, figures_wanted
        Decide for this threshold, forget the one decided for, write the samples, or the figures
        of all methods, to a file.
    """

    changed = Signal(object)
    elements_chosen = Signal(set)
    keep_wanted = Signal()
    forget_wanted = Signal()
    export_wanted = Signal()
    figures_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._result = label("", "heading")
        self._details = label("", "caption")
        self._trouble = label("", "error")
        self.keep = QPushButton(self.tr("Use"))
        theme.set_role(self.keep, "primary")
        self.keep.clicked.connect(lambda _=False: self.keep_wanted.emit())
        self.forget = QPushButton(self.tr("Forget"))
        self.forget.setToolTip(self.tr("Forget the threshold that was decided for."))
        self.forget.clicked.connect(lambda _=False: self.forget_wanted.emit())
        self.export = QPushButton(icon("export"), self.tr("Export samples…"))
        self.export.setToolTip(
            self.tr(
                "Write value, threshold, ratio, anomalous yes or no and zone for each sample, as a "
                "table or as points for a GIS."
            )
        )
        self.export.clicked.connect(lambda _=False: self.export_wanted.emit())
        self.figures = QPushButton(icon("export"), self.tr("Export figures…"))
        self.figures.setToolTip(
            self.tr("Write the thresholds of all methods with their passes and how each was found.")
        )
        self.figures.clicked.connect(lambda _=False: self.figures_wanted.emit())
        self.form = SectionForm(ThresholdSettings, exclude=("breaks", "group", "group_breaks"))
        self.form.changed.connect(self.changed)
        self._elements_label = label(self.tr("Elements of the distance"))
        self.elements = FeatureChecks()
        self.elements.list.setAccessibleName(self._elements_label.text())
        self.elements.changed.connect(self.elements_chosen)
        self.group = ComboBox()
        self.group.setAccessibleName(self.tr("A threshold for each group"))
        self.group.currentIndexChanged.connect(lambda _: self._group_chosen())
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self._result, self._details, self._trouble, self.keep, self.forget):
            column.addWidget(widget)
        column.addWidget(self.export)
        column.addWidget(self.figures)
        column.addSpacing(6)
        column.addWidget(self.form)
        column.addWidget(self._elements_label)
        column.addWidget(self.elements)
        column.addSpacing(6)
        column.addWidget(label(self.tr("A threshold for each group")))
        column.addWidget(self.group)
        column.addStretch(1)

    # --- showing -----------------------------------------------------------------------

    def offer_elements(self, names: Sequence[str]) -> None:
        """Offer columns for the robust distance; `show_work` ticks them."""
        self._names = tuple(names)

    def show_groups(self, table: TableInfo | None) -> None:
        """Offer the columns that divide the samples into some groups."""
        self.group.blockSignals(True)
        self.group.clear()
        self.group.addItem(self.tr("None: one for all samples"), "")
        for column in table.columns if table is not None else ():
            if 1 < column.distinct <= MOST_GROUPS and _divides(column.kind, column.distinct, table):
                self.group.addItem(column.name, column.name)
        self.group.blockSignals(False)

    def show_work(self, work: ThresholdWork, kept: bool) -> None:
        """Show settings and result as they stand."""
        self.form.set_value(work.settings)
        self.group.blockSignals(True)
        self.group.setCurrentIndex(max(0, self.group.findData(work.settings.group)))
        self.group.blockSignals(False)
        chosen = set(work.elements)
        self.elements.show_features({name: name in chosen for name in self._names})
        for widget in (self._elements_label, self.elements):
            widget.setVisible(work.is_distance)
        found = work.found
        self._result.setText(self._headline(work))
        self._details.setText(self._sentence(found) if found is not None else "")
        self._details.setVisible(found is not None)
        self._trouble.setText(core_message(work.reason) if work.reason is not None else "")
        self._trouble.setVisible(work.reason is not None)
        self.keep.setEnabled(found is not None and not work.waiting)
        for button in (self.export, self.figures):
            button.setEnabled(found is not None and not work.waiting)
        name = self.tr("several elements") if work.is_distance else work.column
        self.keep.setText(self.tr("Use for {column}").format(column=name))
        self.forget.setVisible(kept)

    def _headline(self, work: ThresholdWork) -> str:
        if work.waiting:
            return self.tr("Finding the threshold…")
        if work.found is None:
            return self.tr("No threshold")
        values = [threshold.value for threshold in work.found.thresholds.values()]
        if len(values) == 1:
            text = f"{three_digits(values[0])} {work.unit}".strip()
            return self.tr("Threshold {value}").format(value=text)
        return self.tr("{number} thresholds, {low} to {high}").format(
            number=len(values),
            low=three_digits(min(values)),
            high=f"{three_digits(max(values))} {work.unit}".strip(),
        )

    def _sentence(self, found: Found) -> str:
        text = counted(
            self.tr("{count} of {judged} samples above: {share}."),
            count=f"{found.count:,}",
            judged=f"{found.judged:,}",
            share=percent(found.share),
        )
        for number, words in (
            (found.missing, self.tr("{number} without a value.")),
            (found.censored, self.tr("{number} below the detection limit.")),
            (found.ungrouped, self.tr("{number} without a group.")),
            (self._not_positive(found), self.tr("{number} not positive, without a logarithm.")),
            (len(found.refused), self.tr("{number} groups without a threshold.")),
        ):
            if number:
                text += " " + words.format(number=f"{number:,}")
        return text

    @staticmethod
    def _not_positive(found: Found) -> int:
        return sum(threshold.not_positive for threshold in found.thresholds.values())

    # --- asking ------------------------------------------------------------------------

    def _group_chosen(self) -> None:
        chosen = self.form.value().model_copy(update={"group": self.group.currentData() or ""})
        self.changed.emit(chosen)


def _divides(kind: str, distinct: int, table: TableInfo | None) -> bool:
    """Whether a column divides samples into groups; numbers only where they repeat a lot."""
    rows = table.rows if table is not None else 0
    return rows >= 2 * distinct if kind == "text" else distinct <= 50 and rows >= 20 * distinct
