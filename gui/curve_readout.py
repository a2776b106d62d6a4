"""What the legend of the loss plot says: last values, or those under the cursor."""

from __future__ import annotations

import math
from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from core.numbers import count, three_digits
from gui import theme
from gui.curve_legend import CurveLegend, Sample
from gui.member_curves import best_sample, median_sample, picked_sample, worst_sample
from gui.member_history import PARTS, MemberHistory

Readings = Mapping[str, tuple[float, float]]


class CurveReadout(CurveLegend):
    """Names and values of the curves of one member, or of many."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        scheme = theme.current()
        self.add("epoch", self.tr("Epoch"))
        self.add("training", self.tr("Training"), Sample(scheme.training))
        self.add("validation", self.tr("Validation"), Sample(scheme.validation))
        self.add("training median", self.tr("Training"), median_sample("training"))
        self.add("validation median", self.tr("Validation"), median_sample("validation"))
        self.add("band", self.tr("Median, 10–90 %"), Sample(scheme.muted, band=True))
        self.add("best", "", best_sample("training"))
        self.add("worst", "", worst_sample("training"))
        self.add("picked", "", picked_sample("training"))
        self.set_help(
            "band",
            self.tr(
                "The strong line is the median of the members; the band leaves out the lowest "
                "and the highest tenth."
            ),
        )
        self.set_help("picked", self.tr("Training loss, and validation loss (dashed)."))
        self.add("goal", self.tr("Error goal"), Sample(scheme.success, Qt.PenStyle.DashLine))

    def show_single(self, readings: Readings) -> None:
        """Write the epoch and value of both parts of one member, NaN where there is none."""
        for key in ("training median", "validation median", "band", "best", "worst", "picked"):
            self.set_shown(key, False)
        for part in PARTS:
            epoch, value = readings[part]
            self._write(part, value)
            if part == "training" and not math.isnan(epoch):
                self.set_value("epoch", count(round(epoch)))

    def show_members(self, history: MemberHistory, epoch: float, picked: int) -> None:
        """Write median and picked member at an epoch, and which members are best and worst."""
        column = history.column_at(epoch)
        self.set_value("epoch", count(int(history.epochs[column])))
        self.set_shown("band", True)
        for part in PARTS:
            self.set_shown(part, False)
            self._write(f"{part} median", float(history.quantiles(part)[column, 1]))
        self._write_picked(history, column, picked)
        self._name_extremes(history)

    def show_goal(self, goal: float) -> None:
        """Write the error goal, none when it is NaN."""
        self._write("goal", goal, keep_zeros=False)

    def _write_picked(self, history: MemberHistory, column: int, picked: int) -> None:
        is_there = 0 <= picked < history.members
        self.set_shown("picked", is_there)
        if is_there:
            losses = [float(history.curves(part)[column, picked]) for part in PARTS]
            known = [three_digits(loss, keep_zeros=True) for loss in losses if not math.isnan(loss)]
            self.set_name("picked", self.tr("Member {n}").format(n=count(picked + 1)))
            self.set_value("picked", " / ".join(known))

    def _name_extremes(self, history: MemberHistory) -> None:
        latest = history.latest(history.deciding_part)
        best, worst = history.best_and_worst()
        names = {
            "best": (best, self.tr("Best: member {n}")),
            "worst": (worst, self.tr("Worst: member {n}")),
        }
        for key, (member, name) in names.items():
            self.set_name(key, name.format(n=count(member + 1)))
            self._write(key, float(latest[member]) if member >= 0 else math.nan)

    def _write(self, key: str, value: float, *, keep_zeros: bool = True) -> None:
        self.set_shown(key, not math.isnan(value))
        self.set_value(key, three_digits(value, keep_zeros=keep_zeros))
