"""Train, pause and stop; above the views of the run."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from gui import theme
from gui.icons import icon
from gui.running import Running
from gui.trainer import Trainer


class RunButtons(QWidget):
    """Each button can be pressed when it would do something."""

    def __init__(self, running: Running, trainer: Trainer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trainer = trainer
        self.train = QPushButton(icon("play", theme.current().on_accent), self.tr("Train"))
        self.train.setProperty("role", "primary")
        self.train.setToolTip("Ctrl+R")
        self.train.clicked.connect(running.train)
        self.pause = QPushButton(icon("pause"), self.tr("Pause"))
        self.pause.setToolTip("Ctrl+P")
        self.pause.clicked.connect(running.pause_or_resume)
        self.stop = QPushButton(icon("stop"), self.tr("Stop"))
        self.stop.setToolTip("Ctrl+.")
        self.stop.clicked.connect(running.stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for button in (self.train, self.pause, self.stop):
            row.addWidget(button)

    def show_state(self, obstacle: str) -> None:
        """Enable what can be done now; `obstacle` says why nothing can be trained."""
        trainer = self._trainer
        self.train.setEnabled(not trainer.active and not obstacle)
        self.train.setToolTip(obstacle or "Ctrl+R")
        paused = trainer.state == "paused"
        self.pause.setEnabled(trainer.state in ("training", "paused"))
        self.pause.setText(self.tr("Resume") if paused else self.tr("Pause"))
        self.pause.setIcon(icon("play" if paused else "pause"))
        self.stop.setEnabled(trainer.active and trainer.state != "stopping")
