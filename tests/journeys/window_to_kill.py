"""A window in a process of its own that trains without end, for a test that kills it."""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer

from core.job import Training
from gui.app import make_application, make_window
from gui.window import MainWindow


def main() -> None:
    """Open the copper survey, train, and say so once a checkpoint exists."""
    app = make_application(sys.argv)
    window = make_window(app)
    window.furnished.connect(lambda: window.open("example", "copper"))
    timer = QTimer(window, interval=100)
    timer.timeout.connect(lambda: step(window))
    timer.start()
    window.show()
    app.exec()


def step(window: MainWindow) -> None:
    """Do the next thing as soon as it can be done."""
    if window.furniture is None:
        return
    services = window.furniture.services
    session, trainer = services.session, services.trainer
    if session.table is not None and session.run is None:
        session.set_training(
            Training.model_validate(
                {**session.training.model_dump(), "error_goal": 1e-300, "epochs": 10_000_000}
            )
        )
        trainer.set_pace(0)
        window.furniture.running.train()
    elif trainer.progress and session.run and session.run.checkpoint_path.exists():
        print("training", flush=True)
        trainer.progress = None


if __name__ == "__main__":
    main()
