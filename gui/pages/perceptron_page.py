"""Perceptron: a single unit learns a logic function, one sample after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton

from core.networks.perceptron import (
    Perceptron,
    PerceptronSettings,
    Step,
    build_perceptron,
)
from core.truth_tables import FUNCTIONS
from gui import theme
from gui.controls import Segments
from gui.decision_view import DecisionView
from gui.error_curve import ErrorCurve
from gui.forms import SectionForm
from gui.icons import icon
from gui.pages.page import Page, label
from gui.steps_table import StepsTable, plain
from gui.translating import core_message
from gui.truth_table import TruthTableEditor

if TYPE_CHECKING:
    from gui.furniture import Furniture

STEP_MS = {"slow": 1000, "medium": 300, "fast": 40}


class PerceptronPage(Page):
    """The decision line moves while the steps are written down beside it."""

    def __init__(self, furniture: Furniture) -> None:
        super().__init__(furniture)
        self._chosen = PerceptronSettings()
        self._perceptron: Perceptron = build_perceptron(self._chosen)
        self._pace = QTimer(self)
        self._pace.timeout.connect(self._tick)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.add_title(self.tr("Perceptron"))
        self._build_buttons()
        self._build_sentences()
        self._build_middle()
        self._build_inspector()
        self.reset()

    # --- building ----------------------------------------------------------------------

    def _build_buttons(self) -> None:
        self.run = QPushButton()
        theme.set_role(self.run, "primary")
        self.run.clicked.connect(self.run_or_pause)
        self.next = QPushButton(icon("step-forward"), self.tr("Step"))
        self.next.clicked.connect(self.step)
        self.again = QPushButton(icon("restart"), self.tr("Reset"))
        self.again.setToolTip(self.tr("Begin again with the first weights."))
        self.again.clicked.connect(self.reset)
        for button in (self.next, self.run, self.again):
            self.head.addWidget(button)

    def _build_sentences(self) -> None:
        self.said = label("", "muted")
        self.verdict = label("")
        self.verdict.setStyleSheet("font-weight: 600;")
        # the plot must not jump when the sentence grows by a line
        self.said.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.column.addWidget(self.said)
        self.column.addWidget(self.verdict)

    def _build_middle(self) -> None:
        self.view = DecisionView()
        self.view.toggled.connect(self._toggle)
        self.errors = ErrorCurve()
        self.table = StepsTable()
        self.table.chosen.connect(self._look_back)
        self.table.empty.set_action(self.tr("Step"), self.step)
        plots = self.splitter("perceptron-plots", Qt.Orientation.Vertical)
        plots.addWidget(self.view)
        plots.addWidget(self.errors)
        plots.setSizes([450, 150])
        whole = self.splitter("perceptron", Qt.Orientation.Horizontal)
        whole.addWidget(plots)
        whole.addWidget(self.table)
        whole.setSizes([412, 408])
        self.restore_splitters()
        self.column.addWidget(whole, 1)

    def _build_inspector(self) -> None:
        self.side.addWidget(label(self.tr("One unit"), "heading"))
        self.form = SectionForm(self._chosen, exclude=("targets",))
        self.form.changed.connect(self._take)
        self.side.addWidget(self.form)
        self.side.addSpacing(6)
        self.side.addWidget(label(self.tr("Truth table"), "heading"))
        self.targets = TruthTableEditor()
        self.targets.toggled.connect(self._toggle)
        self.side.addWidget(self.targets)
        self.side.addSpacing(6)
        self.side.addWidget(label(self.tr("Speed")))
        self.speed = Segments(
            {"slow": self.tr("Slow"), "medium": self.tr("Medium"), "fast": self.tr("Fast")},
            self.tr("Speed"),
        )
        self.speed.set_value("medium")
        self.speed.changed.connect(lambda speed: self._pace.setInterval(STEP_MS[speed]))
        self._pace.setInterval(STEP_MS["medium"])
        self.side.addWidget(self.speed)
        self.side.addStretch(1)

    # --- what a person does ------------------------------------------------------------

    def arrive(self) -> None:
        self.setFocus()

    def run_or_pause(self) -> None:
        """Let it learn at the chosen speed, or halt."""
        if self._pace.isActive():
            self.pause()
        elif not self._perceptron.learned:
            self._pace.start()
            self._show_buttons()

    def pause(self) -> None:
        """Halt where it stands."""
        self._pace.stop()
        self._show_buttons()

    def step(self) -> None:
        """Present the next sample."""
        known = self._perceptron.cycle
        step = next(self._perceptron, None)
        if step is None:
            return
        self.table.append(step)
        self._show_step(step)
        if self._perceptron.cycle is not known:
            self.pause()
        self._show_progress()

    def reset(self) -> None:
        """Begin again with the first weights."""
        self._pace.stop()
        self._perceptron = build_perceptron(self._chosen)
        table = self._perceptron.table
        self.view.show_table(table)
        self.targets.show_table(table)
        self.table.clear(table.inputs)
        self.said.setText(self._opening())
        self._show_weights(None)
        self._show_progress()

    def _tick(self) -> None:
        self.step()
        if self._perceptron.learned:
            self.pause()

    def _take(self, settings: PerceptronSettings) -> None:
        """Take other settings; a table of one's own begins as the one on show."""
        if settings.function == "own" and self._chosen.function != "own":
            settings = settings.model_copy(update={"targets": self._perceptron.table.digits})
            self.form.set_value(settings)
        self._chosen = settings
        self.reset()

    def _toggle(self, sample: int) -> None:
        """Learn the function with the other target for a sample."""
        table = self._perceptron.table.toggled(sample)
        function = table.name if table.name in FUNCTIONS else "own"
        self._chosen = self._chosen.model_copy(
            update={"function": function, "targets": table.digits}
        )
        self.form.set_value(self._chosen)
        self.reset()

    def _look_back(self, step: Step) -> None:
        """Show an earlier step as it was; learning goes on from the last one."""
        self.pause()
        self._show_step(step)

    # --- keys --------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        actions = {Qt.Key.Key_Space: self.run_or_pause, Qt.Key.Key_Right: self.step}
        act = actions.get(Qt.Key(event.key()))
        if act is None or event.modifiers():
            super().keyPressEvent(event)
            return
        act()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.pause()

    # --- showing -----------------------------------------------------------------------

    def _show_step(self, step: Step) -> None:
        self.said.setText(self._explained(step))
        self._show_weights(step)

    def _show_weights(self, step: Step | None) -> None:
        weights = step.weights if step is not None else self._perceptron.weights
        before = [float(weight) for weight in step.before] if step is not None else None
        self.view.show_weights([float(weight) for weight in weights], before)
        self.view.show_step(step)
        self.targets.show_weights(weights)

    def _show_progress(self) -> None:
        unit = self._perceptron
        self.errors.show_errors(unit.errors, len(unit.table.targets), unit.cycle)
        ended = unit.learned or unit.cycle is not None
        self.verdict.setText(core_message(unit.sentence()) if ended else "")
        self.verdict.setVisible(ended)
        self._show_buttons()

    def _show_buttons(self) -> None:
        running, learned = self._pace.isActive(), self._perceptron.learned
        self.run.setText(self.tr("Pause") if running else self.tr("Run"))
        self.run.setIcon(icon("pause" if running else "play", theme.current().on_accent))
        reason = self.tr("It is learned: nothing changes any more.")
        self.run.setToolTip(reason if learned else self.tr("Space"))
        self.next.setToolTip(reason if learned else self.tr("Right arrow key"))
        self.run.setEnabled(not learned)
        self.next.setEnabled(not learned)

    # --- words -------------------------------------------------------------------------

    def _opening(self) -> str:
        return self.tr(
            "One unit with a step output: it answers 1 where w·x + b is 0 or more. It is shown "
            "one sample after the other, and each wrong answer moves its weights by η(t − o)x. "
            "Press Run or Step."
        )

    def _explained(self, step: Step) -> str:
        """Say what a step did and why."""
        values = {
            "epoch": f"{step.epoch:,}",
            "inputs": ", ".join(map(str, step.inputs)),
            "net": plain(float(step.net)),
            "output": step.output,
            "target": step.target,
        }
        if step.error == 0:
            return self.tr(
                "Epoch {epoch}, sample ({inputs}): w·x + b = {net}, so the output is {output}, "
                "as it should be. Nothing changes."
            ).format(**values)
        return self.tr(
            "Epoch {epoch}, sample ({inputs}): w·x + b = {net}, so the output is {output}, but "
            "the target is {target}. The weights move by η(t − o)x: {changes}."
        ).format(changes=_changes(step), **values)


def _changes(step: Step) -> str:
    """Write what moved, such as "w₁ + 1, b + 1"; a weight whose input is 0 does not."""
    names = (*("w₁", "w₂")[: len(step.inputs)], "b")
    moved = []
    for name, before, after in zip(names, step.before, step.weights, strict=True):
        change = float(after - before)
        if change:
            moved.append(f"{name} {'+' if change > 0 else '−'} {plain(abs(change))}")
    return ", ".join(moved)
