"""The panel asks the verb `model` for what is chosen, and only where there is a model."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from core.events import Finished
from core.run_folder import RunFolder
from datasets.messages import message
from gui.exporting import Exporting
from gui.model_export_panel import ModelExportPanel
from gui.services import Services
from gui.settings import Settings
from tests.core.small_runs import carry_out, small_job, write_table

FOLDER, BUNDLE, ONNX = range(3)


@pytest.fixture
def services(qtbot: QtBot, home: Path) -> Iterator[Services]:
    made = Services(Settings())
    yield made
    made.close()


@pytest.fixture
def panel(qtbot: QtBot, services: Services) -> ModelExportPanel:
    made = ModelExportPanel(services, Exporting(services), lambda: "zh_CN")
    qtbot.addWidget(made)
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
    carry_out(small_job(write_table(tmp_path / "survey.csv")), tmp_path / "v1.2")
    return RunFolder(tmp_path / "v1.2")


def test_a_run_without_a_model_has_nothing_to_take(panel: ModelExportPanel, tmp_path: Path) -> None:
    for none in (None, RunFolder(tmp_path)):
        panel.show_run(none)
        assert not panel.button.isEnabled()
        assert "no trained model" in panel.button.toolTip()


@pytest.mark.parametrize(("kind", "suffix"), [(BUNDLE, ".anomodel"), (ONNX, ".onnx")])
def test_a_file_is_asked_for_by_its_ending(
    panel: ModelExportPanel,
    asked: list[list[str]],
    run: RunFolder,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    kind: int,
    suffix: str,
) -> None:
    place = str(tmp_path / f"given{suffix}")
    offered: list[str] = []

    def choose(parent: object, title: str, proposed: str, filters: str) -> tuple[str, str]:
        offered.append(proposed)
        return place, filters

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    panel.show_run(run)
    panel.what.setCurrentIndex(kind)
    panel.button.click()
    assert asked == [["model", str(run.path), "--out", place, "--language", "zh_CN"]]
    assert offered[0].endswith(f"v1.2{suffix}")


def test_a_folder_is_made_in_the_chosen_one(
    panel: ModelExportPanel,
    asked: list[list[str]],
    run: RunFolder,
    tmp_path: Path,
    services: Services,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said: list[tuple[Any, ...]] = []
    monkeypatch.setattr(services, "say", lambda *words: said.append(words))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    panel.show_run(run)
    panel.what.setCurrentIndex(FOLDER)
    panel.button.click()
    assert asked[0][3] == str(tmp_path / "v1-2-model")
    assert said[0][:2] == ("Done. A notice.", "warning")


def test_who_chooses_no_place_gets_nothing(
    panel: ModelExportPanel,
    asked: list[list[str]],
    run: RunFolder,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    panel.show_run(run)
    panel.button.click()
    assert not asked
