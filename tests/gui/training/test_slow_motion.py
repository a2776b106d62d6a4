"""The box slows the trainer down, and shows what somebody else has said."""

from __future__ import annotations

from typing import Any, cast

from pytestqt.qtbot import QtBot

from gui.trainer import SLOW_PACE
from gui.training.slow_motion import SlowMotion


class PacedTrainer:
    """What the box knows of a trainer."""

    def __init__(self, pace: int) -> None:
        self.pace = pace

    def set_pace(self, pace: int) -> None:
        self.pace = pace


def test_it_tells_the_trainer_and_shows_its_pace(qtbot: QtBot) -> None:
    trainer = PacedTrainer(SLOW_PACE)
    box = SlowMotion(cast(Any, trainer))
    qtbot.addWidget(box)
    assert box.isChecked()
    box.click()
    assert trainer.pace == 0
    box.show_pace(SLOW_PACE)
    assert box.isChecked()
    assert trainer.pace == SLOW_PACE
