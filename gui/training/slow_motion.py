"""Whether a run on a table goes slowly."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from gui.trainer import SLOW_PACE, Trainer


class SlowMotion(QCheckBox):
    """A box that slows the trainer down."""

    def __init__(self, trainer: Trainer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(self.tr("Slow motion"))
        self.setToolTip(
            self.tr("At most {n} epochs a second, to watch the network learn.").format(n=SLOW_PACE)
        )
        self.setChecked(trainer.pace > 0)
        self.toggled.connect(lambda slow: trainer.set_pace(SLOW_PACE if slow else 0))

    def show_pace(self, pace: int) -> None:
        """Show whether it goes slowly, which somebody else may have said."""
        self.setChecked(pace > 0)
