"""Prepare: which features, and what happens to them before the network sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt

from core.job import Preparation
from core.numbers import percent, three_digits
from gui.before_after import BeforeAfter
from gui.feature_checks import FeatureChecks
from gui.feature_summaries import FeatureSummaries, Summary
from gui.forms import SectionForm
from gui.pages.page import Page, label
from gui.prepared_values import PreparedValues
from gui.rules_table import RuleRow, RulesTable
from gui.table_view import TableView

if TYPE_CHECKING:
    from gui.furniture import Furniture

OTHERS = tuple(name for name in Preparation.model_fields if name != "censored")


class PreparePage(Page):
    """Statistics of every feature, and its histogram before and after the preparation."""

    def __init__(self, furniture: Furniture) -> None:
        super().__init__(furniture)
        self._shown = 0
        self.summaries = FeatureSummaries(self)
        self.network_sees = PreparedValues(self.services, self)
        self.add_title(self.tr("Prepare"))
        self._build_middle()
        self._build_inspector()
        self.statistics.selected_row.connect(self._go_to_feature)
        self.summaries.changed.connect(self._show_summaries)
        self.listen(self.session.roles_changed, self._show_features)
        self.listen(self.session.settings_changed, self._show_settings)
        self._show_features()

    def arrive(self) -> None:
        self._ask()

    def dispose(self) -> None:
        self.network_sees.stop()
        super().dispose()

    # --- building ----------------------------------------------------------------------

    def _build_middle(self) -> None:
        split = self.splitter("prepare", Qt.Orientation.Vertical)
        self.pictures = BeforeAfter(self.session, self.network_sees)
        self.pictures.fitted.connect(self._show_rules)
        self.head.addWidget(self.pictures.input)
        self.statistics = TableView()
        self.statistics.setAccessibleName(self.tr("Statistics of the features"))
        split.addWidget(self.pictures)
        split.addWidget(self.statistics)
        split.setSizes([340, 300])
        self.restore_splitters()
        self.column.addWidget(split, 1)

    def _build_inspector(self) -> None:
        self.rule_form = SectionForm(Preparation, exclude=OTHERS)
        self.form = SectionForm(Preparation, exclude=("censored", "censored_of"))
        self.rules = RulesTable()
        self.rules.chosen.connect(self._take_rule)
        self._no_limits = label(
            self.tr("No feature has values below a detection limit."), "caption"
        )
        self.side.addWidget(label(self.tr("Preparation"), "heading"))
        self.side.addWidget(self.rule_form)
        self.side.addWidget(self.rules)
        self.side.addWidget(self._no_limits)
        self.side.addSpacing(6)
        self.side.addWidget(self.form)
        for form in (self.rule_form, self.form):
            form.changed.connect(self.session.set_preparation)
        self.side.addWidget(label(self.tr("Features"), "heading"))
        self.checks = FeatureChecks()
        self.checks.changed.connect(self.session.set_features)
        self.side.addWidget(self.checks, 1)

    # --- features ----------------------------------------------------------------------

    def _show_features(self) -> None:
        table = self.session.table
        if table is None:
            return
        roles = self.session.roles
        self.checks.show_features(
            {
                column.name: roles[column.name] == "feature"
                for column in table.columns
                if column.kind == "number" and roles[column.name] in ("feature", "ignore")
            }
        )
        self.summaries.want(table, self.session.features)
        self._show_summaries()
        self._show_settings()

    def _show_summaries(self) -> None:
        names = self.session.features
        found = [self.summaries.of(name) for name in names]
        columns = self._columns(names, found)
        formats = dict.fromkeys(columns, three_digits) | {self.tr("Share"): percent}
        self.statistics.show_columns(columns, formats)
        self.statistics.select(self._shown)
        self._show_rules()

    def _columns(
        self, names: tuple[str, ...], found: list[Summary | None]
    ) -> dict[str, NDArray[Any]]:
        """Return what the table of statistics shows; gaps where nothing is known yet."""
        table = self.session.table
        infos = [table.column(name) if table is not None else None for name in names]

        def figures(of: str) -> NDArray[np.float64]:
            return np.array([np.nan if each is None else getattr(each, of) for each in found])

        limits = [("" if each is None else limits_text(each)) for each in found]
        missing = [info.missing if info is not None else 0 for info in infos]
        censored = [info.censored if info is not None else 0 for info in infos]
        return {
            self.tr("Feature"): np.array(names, dtype=object),
            self.tr("Missing"): np.array(missing, dtype=np.int64),
            self.tr("Below limit"): np.array(censored, dtype=np.int64),
            self.tr("Share"): figures("share"),
            self.tr("Limits"): np.array([text or None for text in limits], dtype=object),
            self.tr("Minimum"): figures("least"),
            self.tr("Median"): figures("median"),
            self.tr("Maximum"): figures("most"),
            self.tr("Mean"): figures("mean"),
            self.tr("Standard deviation"): figures("deviation"),
        }

    # --- rules -------------------------------------------------------------------------

    def _show_rules(self) -> None:
        table, preparation = self.session.table, self.session.preparation
        if table is None:
            return
        infos = [table.column(name) for name in self.session.features]
        censored = [info for info in infos if info is not None and info.censored]
        self.rules.show_rows(
            [
                RuleRow(
                    info.name,
                    info.censored,
                    info.censored / max(1, table.rows - info.missing),
                    self._tip(info.name),
                )
                for info in censored
            ],
            preparation.censored,
            preparation.censored_of,
        )
        self.rules.setVisible(bool(censored))
        self._no_limits.setVisible(not censored)

    def _tip(self, name: str) -> str:
        """Return the limits of a feature, and what stands for them as far as that is known."""
        summary, found = self.summaries.of(name), self.pictures.found
        lines = []
        if summary is not None and summary.censored:
            lines.append(self.tr("Detection limit: {limits}").format(limits=limits_text(summary)))
        taken = found.features.get(name) if found is not None else None
        if taken is not None and taken["least"] is not None:
            values = span_text(taken["least"], taken["most"])
            lines.append(self.tr("Taken as: {values}").format(values=values))
        return "\n".join(lines)

    def _take_rule(self, name: str, rule: str) -> None:
        preparation = self.session.preparation
        own = {other: its for other, its in preparation.censored_of.items() if other != name}
        if rule:
            own[name] = rule  # type: ignore[assignment]
        self.session.set_preparation(preparation.model_copy(update={"censored_of": own}))

    # --- pictures ----------------------------------------------------------------------

    def _show_settings(self) -> None:
        for form in (self.rule_form, self.form):
            form.set_value(self.session.preparation)
        self._shown = min(self._shown, max(0, len(self.session.features) - 1))
        self._show_rules()
        self._ask()
        self.pictures.show_feature(self._shown)

    def _ask(self) -> None:
        """Let the worker fit what must be fitted, while somebody looks at the page."""
        if self.isVisible():
            self.pictures.ask()

    def _go_to_feature(self, row: int) -> None:
        self._shown = row
        self.pictures.show_feature(row)


def limits_text(summary: Summary) -> str:
    """Write the detection limit, or the range of several; "" where there is none."""
    return span_text(*summary.limits) if summary.censored else ""


def span_text(low: float, high: float) -> str:
    """Write one number, or a range of two."""
    if low == high:
        return three_digits(low)
    return f"{three_digits(low)}…{three_digits(high)}"
