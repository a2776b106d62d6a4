"""The panel asks the verb `report` for the chosen place and language, where there is a result."""

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
from gui.exporting import Exporting
from gui.report_panel import ReportPanel
from gui.services import Services
from gui.settings import Settings
from tests.core.small_runs import small_job


@pytest.fixture
def services(qtbot: QtBot, home: Path) -> Iterator[Services]:
    made = Services(Settings())
    yield made
    made.close()


@pytest.fixture
def panel(qtbot: QtBot, services: Services) -> ReportPanel:
    made = ReportPanel(services, Exporting(services), lambda: "zh_CN")
    qtbot.addWidget(made)
    made.show()
    return made


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
def run(tmp_path: Path) -> RunFolder:
    """A folder with the files of a finished run."""
    made = RunFolder(tmp_path / "run")
    made.create(small_job(tmp_path / "survey.csv"), "v1/2")
    made.model_path.mkdir()
    write_json(made.model_path / "model.json", {})
    made.predictions_path.touch()
    made.write_outcome(Outcome("goal"))
    return made


def choose(monkeypatch: pytest.MonkeyPatch, place: str) -> list[str]:
    """Let the dialog return a place; collect the names that it proposes."""
    offered: list[str] = []

    def chosen(parent: object, title: str, proposed: str, kinds: str) -> tuple[str, str]:
        offered.append(Path(proposed).name)
        return place, kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    return offered


def test_a_run_without_a_result_has_no_report(panel: ReportPanel, run: RunFolder) -> None:
    panel.show_run(run)
    assert panel.button.isEnabled()
    run.outcome_path.unlink()
    for none in (run, None):
        panel.show_run(none)
        assert not panel.button.isEnabled()
        assert "no result" in panel.button.toolTip()


def test_it_is_asked_for_in_the_language_of_the_window_or_another(
    panel: ReportPanel,
    asked: list[list[str]],
    run: RunFolder,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    offered = choose(monkeypatch, str(tmp_path / "r.pdf"))
    panel.show_run(run)
    panel.button.click()
    words = ["report", str(run.path), "--out", str(tmp_path / "r.pdf"), "--language"]
    assert asked == [[*words, "zh_CN"]]
    assert offered == ["v1-2 report.html"]
    panel.language.setCurrentIndex(panel.language.findData("en"))
    # a refreshed list shows the same run again, and keeps what was chosen
    panel.show_run(run)
    panel.button.click()
    assert asked[1] == [*words, "en"]


def test_chosen_colours_go_with_it(
    panel: ReportPanel,
    asked: list[list[str]],
    run: RunFolder,
    services: Services,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    choose(monkeypatch, str(tmp_path / "r.html"))
    services.session.set_class_colour("skarn", "#d55e00")
    panel.show_run(run)
    panel.button.click()
    assert asked[0][-2:] == ["--colour", "skarn=#d55e00"]


def test_what_is_said_opens_the_file(
    panel: ReportPanel,
    asked: list[list[str]],
    run: RunFolder,
    services: Services,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said: list[tuple[Any, ...]] = []
    monkeypatch.setattr(services, "say", lambda *words: said.append(words))
    choose(monkeypatch, str(tmp_path / "r.html"))
    panel.show_run(run)
    panel.button.click()
    assert said[0][:3] == ("Done. A notice.", "warning", "Open it")


def test_who_chooses_no_place_gets_nothing(
    panel: ReportPanel, asked: list[list[str]], run: RunFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, "")
    panel.show_run(run)
    panel.button.click()
    assert not asked
