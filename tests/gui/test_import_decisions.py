"""Decisions of the import page: what is typed becomes a recipe, and the head shows it."""

from __future__ import annotations

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from core.describing_values import reading_values
from datasets.deciding import propose
from datasets.recipe import Coordinates, Recipe
from datasets.sources import raw_of_text
from gui.file_decisions import FileDecisions
from gui.import_info import ImportInfo
from gui.place_decisions import PlaceDecisions
from gui.raw_view import RawView

ACROSS = "Analyte,Unit,S1,S2,S3\n" + "".join(
    f"{name},ppm,1,2,3\n" for name in ("Cu", "Pb", "Zn", "As", "Ni")
)
SURVEY = "Sample,Lat/Long,Cu_ppm\n" + "".join(
    f'S{k},"31.2{k:03d}, 117.2{k:03d}",{-999 if k == 9 else k}\n' for k in range(200)
)


def info_of(text: str, recipe: Recipe | None = None) -> ImportInfo:
    raw = raw_of_text(text.encode(), "sheet.csv", recipe)
    return ImportInfo.from_values(
        {"source": "sheet.csv", **reading_values(raw, propose(raw, recipe))}
    )


@pytest.fixture
def decisions(qtbot: QtBot) -> FileDecisions:
    widget = FileDecisions()
    qtbot.addWidget(widget)
    return widget


def type_into(row: Any, text: str) -> None:
    row.editor.setText(text)
    row.editor.editingFinished.emit()


def choose(row: Any, value: str) -> None:
    row.editor.setCurrentIndex(row.editor.findData(value))
    row.editor.activated.emit(row.editor.currentIndex())


def test_what_is_typed_becomes_a_recipe(decisions: FileDecisions) -> None:
    made: list[Recipe] = []
    decisions.changed.connect(made.append)
    decisions.show_info(info_of(SURVEY + "STD1,,4\n"), Recipe(), ("Sample", "Cu_ppm"))
    choose(decisions.rows["quote"], "none")
    assert made[-1] == Recipe(quote="")
    decisions.show_info(info_of(SURVEY), Recipe(quote=""), ())
    assert decisions.rows["quote"].value() == "none"
    type_into(decisions.rows["not_missing"], "-999  ND")
    assert made[-1].not_missing == ("-999", "ND")
    choose(decisions.rows["checks"], "all")
    assert made[-1].checks == "all"


def test_coordinates_are_told_when_they_are_whole(qtbot: QtBot) -> None:
    places = PlaceDecisions()
    qtbot.addWidget(places)
    made: list[Coordinates | None] = []
    places.changed.connect(made.append)
    found = info_of(SURVEY).recipe.coordinates
    assert found == Coordinates(form="lat-lon", pair="Lat/Long")
    places.show_places(found, None, ("Sample",), None, sure=True)
    choose(places.rows["form"], "lon-lat")
    assert made[-1] == Coordinates(form="lon-lat", pair="Lat/Long")
    places.show_places(Coordinates(), None, ("Sample", "a", "b"), None, sure=True)
    choose(places.rows["form"], "parts")
    assert len(made) == 1
    for name, text in (("longitude", "a; b"), ("latitude", "c；d")):
        type_into(places.rows[name], text)
    assert made[-1] == Coordinates(form="parts", longitude=("a", "b"), latitude=("c", "d"))


def test_the_head_has_many_lines_and_shows_samples_across(qtbot: QtBot) -> None:
    view = RawView()
    qtbot.addWidget(view)
    view.show_info(info_of(SURVEY))
    assert view.raw.rowCount() == 201
    assert view.go_to_line(190)
    view.show_info(info_of(ACROSS))
    assert [view.raw.part(3, column) for column in range(3)] == ["names", "units", "samples"]
    assert view.go_to_line(4)
    assert view.currentIndex().column() == 3
    assert "Column 2" in view.menu_of(2).actions()[0].text()
