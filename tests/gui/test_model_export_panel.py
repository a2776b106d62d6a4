"""The panel asks the verb `model` for what is chosen, and only where there is a model."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from core.run_folder import RunFolder
from gui.exporting import Exporting
from gui.model_export_panel import ModelExportPanel
from gui.services import Services
from tests.gui.conftest import SaveDialog

FOLDER, BUNDLE, ONNX = range(3)


@pytest.fixture
def panel(qtbot: QtBot, services: Services) -> ModelExportPanel:
    made = ModelExportPanel(services, Exporting(services), lambda: "zh_CN")
    qtbot.addWidget(made)
    return made


def test_a_run_without_a_model_has_nothing_to_take(panel: ModelExportPanel, tmp_path: Path) -> None:
    for none in (None, RunFolder(tmp_path)):
        panel.show_run(none)
        assert not panel.button.isEnabled()
        assert "no trained model" in panel.button.toolTip()


@pytest.mark.parametrize(("kind", "suffix"), [(BUNDLE, ".anomodel"), (ONNX, ".onnx")])
def test_a_file_is_asked_for_by_its_ending(
    panel: ModelExportPanel,
    asked: list[list[str]],
    ended_run: RunFolder,
    dialog: SaveDialog,
    tmp_path: Path,
    kind: int,
    suffix: str,
) -> None:
    dialog.place = str(tmp_path / f"given{suffix}")
    panel.show_run(ended_run)
    panel.what.setCurrentIndex(kind)
    panel.button.click()
    assert asked == [["model", str(ended_run.path), "--out", dialog.place, "--language", "zh_CN"]]
    assert dialog.proposed == [f"v1-2.3{suffix}"]


def test_a_folder_is_made_in_the_chosen_one(
    panel: ModelExportPanel,
    asked: list[list[str]],
    said: list[tuple[Any, ...]],
    ended_run: RunFolder,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    panel.show_run(ended_run)
    panel.what.setCurrentIndex(FOLDER)
    panel.button.click()
    assert asked[0][3] == str(tmp_path / "v1-2-3-model")
    assert said[0][:3] == ("Done. A notice.", "warning", "Show in folder")


def test_who_chooses_no_place_gets_nothing(
    panel: ModelExportPanel,
    asked: list[list[str]],
    ended_run: RunFolder,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    panel.show_run(ended_run)
    panel.button.click()
    assert not asked
