"""Somebody in front of the window: what journeys do and what they wait for."""

from __future__ import annotations

import csv
import random
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.job import Training
from core.run_folder import RunFolder
from gui.furniture import PAGES, Furniture
from gui.import_info import ImportInfo
from gui.pages.anomalies_page import AnomaliesPage
from gui.pages.data_page import DataPage
from gui.pages.import_page import ImportPage
from gui.pages.judge_page import JudgePage
from gui.pages.map_page import MapPage
from gui.pages.runs_page import RunsPage
from gui.pages.train_page import TrainPage
from gui.session import Session
from gui.table_info import TableInfo
from gui.trainer import Trainer
from gui.window import MainWindow

PATIENCE_MS = 40_000


class Person:
    """Drives a window by its controls and looks at what is on screen."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.qtbot = qtbot
        self.left = False

    # --- what is in front of the person ------------------------------------------------

    @property
    def furniture(self) -> Furniture:
        assert self.window.furniture is not None
        return self.window.furniture

    @property
    def session(self) -> Session:
        return self.furniture.services.session

    @property
    def trainer(self) -> Trainer:
        return self.furniture.services.trainer

    @property
    def data(self) -> DataPage:
        page = self.furniture.page("data")
        assert isinstance(page, DataPage)
        return page

    @property
    def import_page(self) -> ImportPage:
        page = self.furniture.page("import")
        assert isinstance(page, ImportPage)
        return page

    @property
    def anomalies(self) -> AnomaliesPage:
        page = self.furniture.page("anomalies")
        assert isinstance(page, AnomaliesPage)
        return page

    @property
    def table(self) -> TableInfo:
        assert self.session.table is not None
        return self.session.table

    @property
    def imported(self) -> ImportInfo:
        assert self.table.imported is not None
        return self.table.imported

    @property
    def train_page(self) -> TrainPage:
        page = self.furniture.page("train")
        assert isinstance(page, TrainPage)
        return page

    @property
    def judge_page(self) -> JudgePage:
        page = self.furniture.page("judge")
        assert isinstance(page, JudgePage)
        return page

    @property
    def map_page(self) -> MapPage:
        page = self.furniture.page("map")
        assert isinstance(page, MapPage)
        return page

    @property
    def runs(self) -> RunsPage:
        page = self.furniture.page("runs")
        assert isinstance(page, RunsPage)
        return page

    @property
    def run(self) -> RunFolder:
        assert self.session.run is not None
        return self.session.run

    @property
    def banner(self) -> str:
        return self.window.banner.text

    # --- what a person does ------------------------------------------------------------

    def wait(self, condition: Callable[[], object], ms: int = PATIENCE_MS) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=ms)

    def click(self, button: QPushButton) -> None:
        self.wait(button.isVisible)
        assert button.isEnabled(), button.text()
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def go(self, page: str) -> None:
        number = list(PAGES).index(page)
        self.qtbot.mouseClick(self.window.rail.buttons[number], Qt.MouseButton.LeftButton)
        assert self.furniture.current == page

    def open_copper(self) -> None:
        self.window.open("example", "copper")
        self.wait(lambda: self.session.table is not None)
        self.trainer.set_pace(0)

    def open_table(self, path: Path) -> None:
        before = self.session.table
        self.window.open("path", str(path))
        self.wait(lambda: self.session.table is not before)

    def read(self, decide: Callable[[], object]) -> None:
        """Decide something about the file and wait until it was read so."""
        before = self.session.table
        decide()
        self.wait(lambda: self.session.table is not before)

    def write(self, field: QWidget, text: str) -> None:
        """Write into a line of text in place of what stands there."""
        assert isinstance(field, QLineEdit)
        # QTest has keys for Latin letters alone
        field.setText(text)
        QTest.keyClick(field, Qt.Key.Key_Return)

    def set_training(self, **values: object) -> None:
        """Change fields as the form would; the form has tests of its own."""
        kept = self.session.training.model_dump()
        self.session.set_training(Training.model_validate({**kept, **values}))

    def train_to_the_end(self) -> RunFolder:
        self.go("train")
        self.click(self.train_page.train)
        self.wait(lambda: not self.trainer.active)
        return self.run

    def train_forever(self) -> RunFolder:
        """Begin a run whose goal is out of reach, and wait until it learns."""
        self.set_training(error_goal=1e-300, epochs=10_000_000, patience=0)
        self.go("train")
        self.click(self.train_page.train)
        self.wait(lambda: self.trainer.progress is not None)
        return self.run

    def answer(self, words: str) -> None:
        """Press a button of the question that comes up next."""

        def press() -> None:
            box = QApplication.activeModalWidget()
            assert isinstance(box, QMessageBox)
            button = next(b for b in box.buttons() if words in b.text())
            button.click()

        self.qtbot.waitUntil(lambda: True)
        from PySide6.QtCore import QTimer

        QTimer.singleShot(400, press)

    def leave(self) -> None:
        """Close the window, whatever goes on in it."""
        if self.left:
            return
        self.left = True
        if self.trainer.active:
            self.answer("resume later")
        self.window.close()
        self.window.deleteLater()
        QApplication.processEvents()


def write_survey(path: Path, rows: int = 80, *, encoding: str = "utf-8") -> Path:
    """Write a small survey with two classes that copper and nickel tell apart."""
    chance = random.Random(7)
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["sample", "X", "Y", "Cu_ppm", "Ni_ppm", "Zn_ppm", "rock"])
        for number in range(rows):
            is_ore = number % 2 == 0
            writer.writerow(
                [
                    f"S{number:03}",
                    f"{500_000 + chance.uniform(0, 9000):.1f}",
                    f"{4_200_000 + chance.uniform(0, 9000):.1f}",
                    f"{chance.lognormvariate(4.5 if is_ore else 3, 0.3):.1f}",
                    f"{chance.lognormvariate(4 if is_ore else 3, 0.3):.1f}",
                    "<5" if number % 17 == 0 else f"{chance.lognormvariate(4, 0.3):.1f}",
                    "ore" if is_ore else "barren",
                ]
            )
    return path
