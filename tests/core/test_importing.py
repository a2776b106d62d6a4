"""The verb that turns any file into a clean table."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow.parquet as pq

from core.events import Failed, Finished
from datasets.recipe import read_recipe
from datasets.table import read_table
from tests.core.small_runs import command

SHEET = """Survey of nowhere,,,,
id,E,N,Cu,Fe2O3
,m,m,ppm,%
a,500100,7000100,<2,5.1
b,500200,7000200,35,4.2
c,500300,7000150,>100,lost
""" + "".join(f"d{k},{500400 + k},{7000000 + 3 * k},{k + 3},{k / 10 + 1}\n" for k in range(20))


def imported(tmp_path: Path, out: str, *words: object) -> Finished:
    sheet = tmp_path / "sheet.csv"
    sheet.write_text(SHEET, encoding="utf-8")
    code, events = command("import", sheet, "--out", tmp_path / out, *words)
    assert code == 0, events[-1]
    assert isinstance(events[-1], Finished)
    return events[-1]


def test_parquet_reads_back_as_the_same_table(tmp_path: Path) -> None:
    imported(tmp_path, "table.parquet")
    first, again = read_table(tmp_path / "sheet.csv"), read_table(tmp_path / "table.parquet")
    assert again.names == first.names
    for one, other in zip(first.columns, again.columns, strict=True):
        assert one.kind == other.kind
        if one.kind == "number":
            np.testing.assert_array_equal(one.values, other.values)
        assert list(one.censored) == list(other.censored)
        assert (one.above is None) == (other.above is None)
        told = (one.unit, one.element, one.method)
        assert told == (other.unit, other.element, other.method)
    above = again.column("Cu").above
    assert above is not None
    assert list(above[:3]) == [False, False, True]


def test_conversions_are_kept_in_parquet(tmp_path: Path) -> None:
    recipe = tmp_path / "lab.toml"
    recipe.write_text('[columns.Fe2O3]\nconvert_to_element = "Fe"\nconvert_to_unit = "ppm"\n')
    imported(tmp_path, "table.parquet", "--recipe", recipe)
    column = read_table(tmp_path / "table.parquet").column("Fe2O3")
    assert (column.element, column.unit) == ("Fe", "ppm")
    np.testing.assert_allclose(column.values[:2], [35671, 29376], rtol=1e-3)
    field = pq.read_schema(tmp_path / "table.parquet").field("Fe2O3")
    assert field.metadata == {b"unit": b"ppm", b"element": b"Fe"}


def test_csv_has_signs_beside_the_numbers(tmp_path: Path) -> None:
    imported(tmp_path, "table.csv")
    frame = pd.read_csv(tmp_path / "table.csv")
    assert list(frame.columns) == ["id", "E", "N", "Cu", "Cu_qualifier", "Fe2O3"]
    assert frame["Cu"].tolist()[:3] == [2, 35, 100]
    assert frame["Cu_qualifier"].fillna("").tolist()[:3] == ["<", "", ">"]
    again = read_table(tmp_path / "table.csv").column("Cu")
    assert list(again.censored[:3]) == [True, False, False]


def test_the_report_has_every_decision_and_cell(tmp_path: Path) -> None:
    finished = imported(tmp_path, "table.csv", "--report")
    text = str(finished.message)
    assert "row 3 (line 6), Fe2O3: lost" in text
    assert "units = 3  Most of its cells are units." in text
    for decision in finished.values["decisions"]:
        assert decision["name"] in text
    assert finished.values["unread"] == {
        "count": 1,
        "cells": [{"row": 3, "line": 6, "column": "Fe2O3", "text": "lost"}],
    }
    assert "1 cell could not be read" in str(imported(tmp_path, "table.csv").message)


def test_the_recipe_is_kept_for_the_next_file(tmp_path: Path) -> None:
    imported(tmp_path, "table.csv", "--save-recipe", tmp_path / "lab.toml")
    recipe = read_recipe(tmp_path / "lab.toml")
    assert (recipe.names, recipe.units, recipe.last) == ((2,), 3, None)
    assert recipe.columns["Cu"].unit == "ppm"
    imported(tmp_path, "again.csv", "--recipe", tmp_path / "lab.toml")
    assert (tmp_path / "again.csv").read_bytes() == (tmp_path / "table.csv").read_bytes()


def test_another_ending_is_refused(tmp_path: Path) -> None:
    code, events = command("import", "example:copper", "--out", tmp_path / "table.xls")
    assert code == 2
    assert isinstance(events[-1], Failed)
    assert "can be written as .parquet or .csv" in str(events[-1].message)
