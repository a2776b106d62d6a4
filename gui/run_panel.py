"""What the worker makes of a run at a place that somebody chooses: a report, or its model."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton, QWidget

from core.events import Finished
from core.run_folder import RunFolder
from datasets.messages import Message
from gui.exporting import Exporting
from gui.services import Services
from gui.translating import core_message


class RunPanel(QWidget):
    """A button that asks for a place and has something written there, where a run has it.

    Subclasses lay it out, and say what is asked for and what the run must have.

    Parameters
    ----------
    language
        Returns the code of the window's language.
    """

    def __init__(
        self, services: Services, exporting: Exporting, language: Callable[[], str]
    ) -> None:
        super().__init__()
        self._services, self._exporting, self._language = services, exporting, language
        self._run: RunFolder | None = None
        self.button = QPushButton()
        self.button.clicked.connect(lambda _=False: self._write())

    def show_run(self, run: RunFolder | None) -> None:
        """Write of this run from now on; None, or one that has nothing to write: of none."""
        lacking = self._lacking(run)
        self._run = None if lacking else run
        self.button.setEnabled(not lacking)
        self.button.setToolTip(lacking or self._about())

    def _write(self) -> None:
        if self._run is None:
            return
        path = self._ask_path(self._run)
        if path:
            self._services.tasks.ask(
                self._words(self._run, path),
                lambda event: self._say(path, event),
                self._services.say_failure,
            )

    def _say(self, path: str, event: Finished) -> None:
        notices = [Message(**said) for said in event.values.get("notices", ())]
        action, shown = self._way_to(Path(path).absolute())
        place = QUrl.fromLocalFile(str(shown))
        self._services.say(
            " ".join(core_message(said) for said in (event.message, *notices)),
            "warning" if notices else "success",
            action,
            lambda: QDesktopServices.openUrl(place),
        )

    def _lacking(self, run: RunFolder | None) -> str:
        """Return why nothing of a run can be written, "" where it can."""
        raise NotImplementedError

    def _about(self) -> str:
        """Return what the button writes."""
        return ""

    def _ask_path(self, run: RunFolder) -> str:
        """Return the place that somebody chooses, "" for none."""
        raise NotImplementedError

    def _words(self, run: RunFolder, path: str) -> list[str]:
        """Return the command that writes it."""
        raise NotImplementedError

    def _way_to(self, path: Path) -> tuple[str, Path]:
        """Return what is offered when it is written, and what that opens."""
        return self.tr("Show in folder"), path.parent
