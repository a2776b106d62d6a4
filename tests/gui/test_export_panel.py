"""The panel offers what applies, says why the rest does not, and writes it beside the window."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest
import rasterio
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from core.describing import describe_table
from core.events import Event, Finished
from core.run_folder import RunFolder
from gui.export_panel import ExportPanel
from gui.exporting import Exporting
from gui.language import Language
from gui.services import Services
from gui.table_info import TableInfo
from tests.core.small_runs import carry_out, small_job, write_table

MAPS = ("classes", "probabilities", "points", "shapefile", "areas", "png", "svg", "pdf")


class SmallWindow:
    """What of a window the panel knows."""

    def __init__(self, language: Language) -> None:
        self.language = language


class SmallFurniture:
    """What of the furniture the panel knows."""

    def __init__(self, services: Services, language: Language) -> None:
        self.services = services
        self.exporting = Exporting(services)
        self.window = SmallWindow(language)


@pytest.fixture
def panel(qtbot: QtBot, qapp: QApplication, services: Services) -> ExportPanel:
    furniture = cast(Any, SmallFurniture(services, Language(qapp)))
    made = ExportPanel(furniture)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> RunFolder:
    folder = tmp_path_factory.mktemp("run")
    carry_out(small_job(write_table(folder / "table.csv"), members=2), folder / "run")
    return RunFolder(folder / "run")


def enabled(panel: ExportPanel) -> set[str]:
    model = cast(QStandardItemModel, panel.what.model())
    return {
        key
        for place in range(panel.what.count())
        if (key := panel.what.itemData(place)) and model.item(place).isEnabled()
    }


def test_without_a_result_it_says_why(panel: ExportPanel) -> None:
    assert enabled(panel) == set()
    assert not panel.button.isEnabled()
    assert not panel.command.isEnabled()
    assert "no result yet" in panel.reason.text()
    assert panel.reason.isVisible()


def test_a_result_can_be_taken_away(panel: ExportPanel, run: RunFolder) -> None:
    panel._session.select_run(run)
    assert enabled(panel) == {*MAPS, "xlsx", "csv", "parquet", "job"}
    assert panel.button.isEnabled()
    assert not panel.reason.isVisible()
    layers = [panel.layer.itemData(place) for place in range(panel.layer.count())]
    assert layers[:5] == ["class", "probability", "entropy", "missing", "agreement"]
    assert layers[5:] == [
        *("p:a", "p:b", "p:c", "column:Cu", "column:Zn", "column:Pb"),
        *("residual:Cu", "residual:Zn", "residual:Pb"),
    ]
    panel._session.select_run(None)
    assert enabled(panel) == set()


def test_without_coordinates_there_is_no_map(panel: ExportPanel, tmp_path: Path) -> None:
    job = small_job(write_table(tmp_path / "table.csv"))
    data = job.data.model_copy(update={"x": "", "y": ""})
    carry_out(job.model_copy(update={"data": data}), tmp_path / "run")
    panel._session.select_run(RunFolder(tmp_path / "run"))
    assert enabled(panel) == {"xlsx", "csv", "parquet", "job"}
    assert panel.kind.key == "xlsx"
    assert panel.button.isEnabled()
    panel.choose("classes")
    assert not panel.button.isEnabled()
    assert panel.reason.text() == "The run has no coordinates."


def test_settings_are_those_of_the_choice(panel: ExportPanel, run: RunFolder) -> None:
    panel._session.select_run(run)
    for key in (*MAPS, "xlsx", "csv", "parquet", "job"):
        panel.choose(key)
        assert panel._sheet.isVisible() == (key in ("png", "svg", "pdf"))
        assert panel._cells.isVisible() == (key in MAPS and key not in ("points", "shapefile"))
        has_choice = key in ("probabilities", "png", "svg", "pdf")
        assert panel.method.isVisible() == has_choice
        assert panel.about.text()


def test_a_size_that_is_none_is_told(panel: ExportPanel, run: RunFolder) -> None:
    panel._session.select_run(run)
    panel.choose("classes")
    for text, fits in (("12,5", True), ("", True), ("-3", False), ("wide", False), ("0", False)):
        panel.cell.setText(text)
        assert panel.button.isEnabled() == fits
        assert panel.reason.isVisible() != fits
    panel.cell.setText("12,5")
    assert panel._options(panel.kind) == ["--layer", "class", "--nearest", "--cell", "12.5"]
    panel.cell.setText("wide")
    panel.choose("csv")
    assert panel.button.isEnabled()


def export(
    panel: ExportPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, key: str, path: Path
) -> list[tuple[Any, ...]]:
    """Take something away to a path; return what was said."""
    said: list[tuple[Any, ...]] = []
    services = panel._furniture.services
    services.said.connect(lambda *each: said.append(each))

    def chosen(parent: QWidget, title: str, proposed: str, kinds: str) -> tuple[str, str]:
        assert Path(proposed).suffix == path.suffix
        return str(path), kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    panel.choose(key)
    panel.button.click()
    qtbot.waitUntil(lambda: bool(said) and not services.tasks.busy, timeout=40_000)
    return said


def test_files_are_written_beside_the_window(
    panel: ExportPanel,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    run: RunFolder,
    tmp_path: Path,
) -> None:
    """One after another, for the worker takes seconds to start."""
    panel._session.select_run(run)
    panel._session.set_class_colour("a", "#ff00ff")
    out = tmp_path / "out"
    (said,) = export(panel, qtbot, monkeypatch, "classes", out / "map.tif")
    assert said[0].startswith("Saved as map.tif. The coordinate system")
    assert said[1:3] == ("warning", "Show in folder")
    with rasterio.open(out / "map.tif") as file:
        assert file.colormap(1)[1] == (255, 0, 255, 255)
    assert panel._furniture.services.settings.folder() == str(out)
    panel.title.setText("My map")
    panel.set_layer("p:b")
    panel.resolution.setCurrentIndex(0)
    (said,) = export(panel, qtbot, monkeypatch, "png", out / "map.png")
    assert said[1] == "success"
    assert (out / "map.png").stat().st_size > 10_000
    (said,) = export(panel, qtbot, monkeypatch, "job", out / "job.toml")
    assert "3-4-3" in (out / "job.toml").read_text()
    (said,) = export(panel, qtbot, monkeypatch, "xlsx", Path("/proc/nowhere/p.xlsx"))
    assert said[1] == "error"


def test_a_name_without_an_ending_gets_it(
    panel: ExportPanel, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    exporting = panel._furniture.exporting
    kinds = ["CSV (*.csv)", "Excel (*.xlsx)"]
    for kind, ending in ((kinds[1], ".xlsx"), ("", ".csv")):
        chosen = (str(tmp_path / "name"), kind)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, chosen=chosen: chosen)
        assert exporting.ask_path(panel, "t", "name.csv", kinds) == str(tmp_path / f"name{ending}")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    assert exporting.ask_path(panel, "t", "name.csv", kinds) == ""


def test_the_command_is_copied(panel: ExportPanel, run: RunFolder) -> None:
    panel._session.select_run(run)
    panel.command.click()
    text = QApplication.clipboard().text()
    assert "main.py" in text
    assert str(run.job_path) in text


@pytest.mark.parametrize("on_grid", [True, False])
def test_samples_on_a_grid_are_asked_for_no_cell(
    panel: ExportPanel, run: RunFolder, tmp_path: Path, on_grid: bool
) -> None:
    table = write_table(tmp_path / "table.csv")
    if not on_grid:
        head, *lines = table.read_text().splitlines()
        moved = [f"{row**1.7 % 97},{line}" for row, line in enumerate(lines)]
        table.write_text("\n".join(["E," + head.replace("E,", "Old,"), *moved]) + "\n")
    events: list[Event] = []
    describe_table(str(table), target="rock", cache=tmp_path, report=events.append)
    finished = events[-1]
    assert isinstance(finished, Finished)
    panel._session.open_table(TableInfo.from_values(finished.values))
    for column, role in (("E", "x"), ("N", "y")):
        panel._session.set_role(column, role)
    panel._session.select_run(run)
    panel.choose("classes")
    assert panel._cells.isHidden() == on_grid
    assert panel._options(panel.kind) == ["--layer", "class", "--nearest"]
