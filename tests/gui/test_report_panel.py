"""The panel asks the verb `report` for the chosen place and language, where there is a result."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from core.run_folder import RunFolder
from gui.exporting import Exporting
from gui.report_panel import ReportPanel
from gui.services import Services
from tests.gui.conftest import SaveDialog


@pytest.fixture
def panel(qtbot: QtBot, services: Services) -> ReportPanel:
    made = ReportPanel(services, Exporting(services), lambda: "zh_CN")
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_run_without_a_result_has_no_report(panel: ReportPanel, ended_run: RunFolder) -> None:
    panel.show_run(ended_run)
    assert panel.button.isEnabled()
    assert "HTML" in panel.button.toolTip()
    ended_run.outcome_path.unlink()
    for none in (ended_run, None):
        panel.show_run(none)
        assert not panel.button.isEnabled()
        assert "no result" in panel.button.toolTip()


def test_it_is_asked_for_in_the_language_of_the_window_or_another(
    panel: ReportPanel,
    asked: list[list[str]],
    ended_run: RunFolder,
    dialog: SaveDialog,
    tmp_path: Path,
) -> None:
    dialog.place = str(tmp_path / "r.pdf")
    panel.show_run(ended_run)
    panel.button.click()
    words = ["report", str(ended_run.path), "--out", str(tmp_path / "r.pdf"), "--language"]
    assert asked == [[*words, "zh_CN"]]
    assert dialog.proposed == ["v1-2.3 report.html"]
    panel.language.setCurrentIndex(panel.language.findData("en"))
    # a refreshed list shows the same run again, and keeps what was chosen
    panel.show_run(ended_run)
    panel.button.click()
    assert asked[1] == [*words, "en"]


def test_chosen_colours_go_with_it(
    panel: ReportPanel,
    asked: list[list[str]],
    ended_run: RunFolder,
    services: Services,
    dialog: SaveDialog,
    tmp_path: Path,
) -> None:
    dialog.place = str(tmp_path / "r.html")
    services.session.set_class_colour("skarn", "#d55e00")
    panel.show_run(ended_run)
    panel.button.click()
    assert asked[0][-2:] == ["--colour", "skarn=#d55e00"]


def test_what_is_said_opens_the_file(
    panel: ReportPanel,
    asked: list[list[str]],
    said: list[tuple[Any, ...]],
    ended_run: RunFolder,
    dialog: SaveDialog,
    tmp_path: Path,
) -> None:
    dialog.place = str(tmp_path / "r.html")
    panel.show_run(ended_run)
    panel.button.click()
    assert said[0][:3] == ("Done. A notice.", "warning", "Open it")


def test_who_chooses_no_place_gets_nothing(
    panel: ReportPanel, asked: list[list[str]], ended_run: RunFolder, dialog: SaveDialog
) -> None:
    panel.show_run(ended_run)
    panel.button.click()
    assert dialog.proposed
    assert not asked
