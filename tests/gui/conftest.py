"""What tests of panels stand on: services without a worker's answer, and a run that has ended."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from core.events import Finished
from core.files import write_json
from core.outcome import Outcome
from core.run_folder import RunFolder
from datasets.messages import message
from gui.services import Services
from gui.settings import Settings
from tests.core.small_runs import small_job


@pytest.fixture
def services(qtbot: QtBot, home: Path) -> Iterator[Services]:
    made = Services(Settings())
    yield made
    made.close()


@pytest.fixture
def asked(services: Services, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Collect the words that the worker is asked, and end each task well with a notice."""
    words: list[list[str]] = []

    def ask(given: list[str], done: Any, failed: Any) -> None:
        words.append(given)
        notice = dataclasses.asdict(message("A notice."))
        done(Finished(message("Done."), {"notices": [notice]}))

    monkeypatch.setattr(services.tasks, "ask", ask)
    return words


@pytest.fixture
def said(services: Services, monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """Collect what is said across the top of the window."""
    spoken: list[tuple[Any, ...]] = []
    monkeypatch.setattr(services, "say", lambda *words: spoken.append(words))
    return spoken


@pytest.fixture
def ended_run(tmp_path: Path) -> RunFolder:
    """A folder with the files of a finished run, called ``v1/2.3``."""
    made = RunFolder(tmp_path / "run")
    made.create(small_job(tmp_path / "survey.csv"), "v1/2.3")
    made.model_path.mkdir()
    write_json(made.model_path / "model.json", {})
    made.predictions_path.touch()
    made.write_outcome(Outcome("goal"))
    return made


class SaveDialog:
    """The dialog that asks where to save: returns `place`, and keeps the names it proposed."""

    def __init__(self) -> None:
        self.place = ""
        self.proposed: list[str] = []

    def ask(self, parent: object, title: str, proposed: str, kinds: str) -> tuple[str, str]:
        self.proposed.append(Path(proposed).name)
        return self.place, kinds


@pytest.fixture
def dialog(monkeypatch: pytest.MonkeyPatch) -> SaveDialog:
    made = SaveDialog()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", made.ask)
    return made
