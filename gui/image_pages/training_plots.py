"""Loss, accuracy, learning rate and gradient of a CNN in training, all at once."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core.numbers import three_digits
from gui import theme
from gui.controls import ComboBox, Segments
from gui.curve_legend import Sample
from gui.decimation import Envelope
from gui.icons import icon
from gui.image_pages.cnn_curves import CNNCurves
from gui.image_pages.drawn_curves import DrawnCurves
from gui.image_pages.line_plot import Line, LinePlot
from gui.image_pages.plot_ranges import value_range
from gui.log_zero import zero_row
from gui.shares import share_text
from gui.style_sheet import mix
from gui.throttle import Throttle

# a plot costs some 5 ms of a core that the training wants as well; all four at once would be felt
REDRAW_MS = 160
TURN_MS = 35
# epochs in sight where none is planned
IDLE_EPOCHS = 10
# while less than this share of the planned epochs is done, only what is done is in sight
FIRST_SHARE = 0.1


class TrainingPlots(QWidget):
    """Four plots over the same epochs; they follow the run until a person pans or zooms."""

    def __init__(self, curves: CNNCurves, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._curves = curves
        self._drawn = DrawnCurves(curves)
        self._planned = IDLE_EPOCHS
        self._following = True
        self._cursor = math.nan
        self._build_head()
        self._build_plots()
        self._lay_out()
        self._waiting: list[LinePlot] = []
        self._sharing = False
        self._redraw = Throttle(self._begin_turns, REDRAW_MS, self)
        self._turns = QTimer(self, interval=TURN_MS, singleShot=True)
        self._turns.timeout.connect(self._take_turn)
        self._set_scale()

    # --- building ----------------------------------------------------------------------

    def _build_head(self) -> None:
        self.member = ComboBox()
        self.member.setAccessibleName(self.tr("Network whose curves are shown"))
        self.member.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)
        self.member.currentIndexChanged.connect(lambda _: self._redraw.request())
        self._best = QLabel()
        theme.set_role(self._best, "caption")
        names = {"log": self.tr("Log"), "linear": self.tr("Linear")}
        self.scale = Segments(names, self.tr("Scale of the values"), self)
        self.scale.changed.connect(lambda _: self._set_scale())
        self.fit_button = QPushButton(icon("fit-to-page-outline"), self.tr("Fit"), self)
        self.fit_button.setToolTip(self.tr("Show the whole curve and follow it while it grows."))
        theme.set_role(self.fit_button, "quiet")
        self.fit_button.clicked.connect(lambda _=False: self.fit())

    def _build_plots(self) -> None:
        scheme = theme.current()
        running = Sample(_faded(scheme.training), width=1)
        training, validation = Sample(scheme.training), Sample(scheme.validation)
        words = (self.tr("running"), self.tr("training"), self.tr("validation"))

        def lines(*keys: str) -> dict[str, Line]:
            samples = (running, training, validation)
            return {
                key: Line(word, sample, by_epoch=number > 0)
                for number, (key, word, sample) in enumerate(zip(keys, words, samples, strict=True))
            }

        self.loss = LinePlot(
            self.tr("Loss"),
            lines("loss", "training_loss", "validation_loss"),
            self.tr("The loss will stand here."),
        )
        self.accuracy = LinePlot(
            self.tr("Accuracy, %"),
            lines("accuracy", "training_accuracy", "validation_accuracy"),
            self.tr("The share of right images will stand here."),
        )
        single = Sample(scheme.training, width=1)
        self.rate = LinePlot(
            self.tr("Learning rate"),
            {"learning_rate": Line(self.tr("now"), single)},
            self.tr("This trainer has no learning rate: every weight has a step of its own."),
        )
        self.gradient = LinePlot(
            self.tr("Gradient norm"),
            {"gradient_norm": Line(self.tr("now"), single)},
            self.tr("The length of the gradient will stand here."),
        )
        self.plots = (self.loss, self.accuracy, self.rate, self.gradient)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.member)
        head.addWidget(self._best)
        head.addStretch(1)
        head.addWidget(self.scale)
        head.addWidget(self.fit_button)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for number, plot in enumerate(self.plots):
            grid.addWidget(plot, number // 2, number % 2)
            grid.setColumnStretch(number % 2, 1)
            plot.left.connect(lambda plot=plot: self._leave(plot))
            plot.pointed.connect(self._point)
            plot.fit_wanted.connect(self.fit)
            plot.box.sigXRangeChanged.connect(lambda *_, plot=plot: self._range_changed(plot))
        grid.setRowStretch(0, 3)
        grid.setRowStretch(1, 2)
        for plot in (self.rate, self.gradient):
            plot.epochs.set_title(self.tr("Epoch"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(grid, 1)

    # --- what is shown -----------------------------------------------------------------

    def show_again(self) -> None:
        """Draw what has come since; at most some eight times a second."""
        self._redraw.request()

    def start_over(self) -> None:
        """Another run is on show: forget what was drawn and follow it."""
        self._drawn.forget()
        self.member.setCurrentIndex(0)
        self.fit()

    def set_plan(self, epochs: int, x: np.ndarray, y: np.ndarray) -> None:
        """Say how many epochs are planned, and draw the planned learning rate."""
        self._planned = epochs
        self.rate.set_plan(x, y)
        self._redraw.request()

    def fit(self) -> None:
        """Bring all epochs into sight and follow the run."""
        self._following = True
        self.fit_button.setEnabled(False)
        self._redraw.request()

    @property
    def following(self) -> bool:
        """Whether the plots keep the whole run in sight while it grows."""
        return self._following

    @property
    def shown_member(self) -> int:
        """The member whose curves are drawn strongly."""
        chosen = self.member.currentIndex() - 1
        return chosen if chosen >= 0 else max(0, self._curves.members - 1)

    def redraw(self) -> None:
        """Draw all four plots now."""
        self._waiting = []
        if self.isVisible():
            self._list_members()
            for plot in self.plots:
                self._draw(plot)

    def _begin_turns(self) -> None:
        """Draw one plot after the other, with time between them for all else in the window."""
        if not self.isVisible():
            return
        self._list_members()
        # one that was drawn in this round already does not know what has come since
        self._waiting += [plot for plot in self.plots if plot not in self._waiting]
        if not self._turns.isActive():
            self._take_turn()

    def _take_turn(self) -> None:
        if not self._waiting:
            return
        self._draw(self._waiting.pop(0))
        if self._waiting:
            self._turns.start()

    def _draw(self, plot: LinePlot) -> None:
        member = self.shown_member
        lines, others = self._lines(plot, member), self._others(plot, member)
        bottom, top = self._place_zero(plot, lines, others)
        if self._following:
            self._show_epochs(plot)
            plot.box.setYRange(bottom, top, padding=0.04)
        best = self._curves.best_epoch(member)
        plot.draw(lines, others)
        plot.mark_best(best if plot in (self.loss, self.accuracy) else 0)
        self._write_values_of(plot, member)
        self._best.setText(self.tr("Best epoch: {epoch}").format(epoch=f"{best:,}") if best else "")

    def _show_epochs(self, plot: LinePlot) -> None:
        newest, planned = self._curves.newest, self._planned
        sees_all = newest == 0 or newest >= FIRST_SHARE * planned
        last = max(planned if sees_all else newest, newest)
        plot.epochs.set_last(float(planned))
        plot.box.setXRange(0.0, float(last), padding=0.02)

    def _place_zero(
        self, plot: LinePlot, lines: dict[str, Envelope], others: list[Envelope]
    ) -> tuple[float, float]:
        """Give 0 a place below a logarithmic axis that it is on; return the range with it."""
        bottom, top = self._bounds(plot, lines, others)
        has_zeros = plot.log and any(curve.has_zeros for curve in [*lines.values(), *others])
        zero = zero_row(bottom, top) if has_zeros else math.nan
        plot.set_zero(zero)
        return (zero if has_zeros else bottom), top

    def _bounds(
        self, plot: LinePlot, lines: dict[str, Envelope], others: list[Envelope]
    ) -> tuple[float, float]:
        # the first curve has points within the epochs
        running, *closing = lines.values()
        bounds = value_range(running, [*closing, *others], log=plot.log, up_to=self._ceiling(plot))
        return self._rate_range(bounds) if plot is self.rate else bounds

    def _lines(self, plot: LinePlot, member: int) -> dict[str, Envelope]:
        return {key: self._values(member, key) for key in plot.items}

    def _others(self, plot: LinePlot, member: int) -> list[Envelope]:
        """Return the curves of the members that are drawn faintly: those by epoch."""
        names = tuple(plot.items)[1:]
        return self._drawn.others(member, names, as_errors=self.accuracy.log)

    def _ceiling(self, plot: LinePlot) -> float:
        """Return the value at the top, NaN where the curve itself decides."""
        return 100.0 if plot is self.accuracy and not plot.log else math.nan

    def _rate_range(self, bounds: tuple[float, float]) -> tuple[float, float]:
        _, planned = self.rate.plan.getData()
        if planned is None or not len(planned):
            return bounds
        return 0.0, max(bounds[1] if self._curves.newest else 0.0, float(np.max(planned)))

    def _list_members(self) -> None:
        """Offer the members once there are several; the first choice is whoever learns."""
        members = self._curves.members
        self.member.setVisible(members > 1)
        if self.member.count() == members + 1:
            return
        chosen = self.member.currentIndex()
        self.member.blockSignals(True)
        self.member.clear()
        self.member.addItem(self.tr("Newest network"))
        self.member.addItems(
            [self.tr("Network {n}").format(n=number + 1) for number in range(members)]
        )
        self.member.setCurrentIndex(max(0, chosen if chosen <= members else 0))
        self.member.blockSignals(False)

    def _values(self, member: int, name: str) -> Envelope:
        return self._drawn.curve(member, name, as_errors=self.accuracy.log)

    # --- reading off -------------------------------------------------------------------

    def _write_values(self, member: int) -> None:
        for plot in self.plots:
            self._write_values_of(plot, member)

    def _write_values_of(self, plot: LinePlot, member: int) -> None:
        epoch = math.inf if math.isnan(self._cursor) else self._cursor
        write: Callable[[float], str] = _per_cent if plot is self.accuracy else _number
        plot.write({key: write(self._values(member, key).value_at(epoch)[1]) for key in plot.items})
        plot.mark_cursor(self._cursor)

    def _point(self, epoch: float) -> None:
        self._cursor = epoch if self._curves.members else math.nan
        self._write_values(self.shown_member)

    # --- scales and ranges -------------------------------------------------------------

    def _set_scale(self) -> None:
        log = self.scale.value() == "log"
        for plot in (self.loss, self.accuracy, self.gradient):
            plot.set_log(log)
        self.accuracy.set_title(self.tr("Error, %") if log else self.tr("Accuracy, %"))
        self.fit()

    def _leave(self, plot: LinePlot) -> None:
        self._following = False
        self.fit_button.setEnabled(True)
        self._range_changed(plot)

    def _range_changed(self, plot: LinePlot) -> None:
        """Bring the epochs that a person chose in one plot into sight in all of them."""
        if self._following or self._sharing:
            return
        self._sharing = True
        (first, last), _ = plot.box.viewRange()
        for other in self.plots:
            if other is not plot:
                other.box.setXRange(first, last, padding=0)
        self._sharing = False
        self._redraw.request()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._redraw.request()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._redraw.request()


def _number(value: float) -> str:
    return "" if math.isnan(value) else three_digits(value, keep_zeros=True)


def _per_cent(value: float) -> str:
    return "" if math.isnan(value) else share_text(value / 100).removesuffix(" %")


def _faded(colour: str) -> str:
    return mix(colour, theme.current().plot, 0.45)
