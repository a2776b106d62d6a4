"""XLSX, CSV and Parquet are reopened with openpyxl and pandas and compared cell by cell."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import openpyxl
import pandas as pd
import pyarrow as pa
import pytest

from core.events import Event, Notice
from core.exporting.results import Results
from core.exporting.words import CHINESE, ENGLISH, meaning
from core.exporting.workbook import MOST_ROWS, write_workbook
from core.exporting.writing import How, write_results
from core.predictions import read_predictions
from core.run_folder import RunFolder
from datasets.messages import InputError
from tests.core.small_results import NAMES, grid_places, results_at
from tests.core.small_runs import carry_out, command, small_job, write_table


def written(results: Results, out: Path, how: How | None = None) -> list[str]:
    """Write results; return the notices."""
    events: list[Event] = []
    write_results(results, out, events.append, how)
    return [str(event.message) for event in events if isinstance(event, Notice)]


def read(path: Path, sheet: int | None) -> Any:
    """Return a sheet, or all of them by their titles."""
    return pd.read_excel(path, sheet_name=sheet, engine="openpyxl")


@pytest.fixture
def results() -> Results:
    return results_at(*grid_places(5, 6))


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> RunFolder:
    folder = tmp_path_factory.mktemp("run")
    table = write_table(folder / "table.csv")
    lines = table.read_text().splitlines()
    table.write_text("\n".join([*lines[:41], *(line[:-1] for line in lines[41:])]) + "\n")
    carry_out(small_job(table), folder / "run")
    return RunFolder(folder / "run")


def test_numbers_are_numbers(results: Results, tmp_path: Path) -> None:
    out = tmp_path / "deep" / "p.xlsx"
    assert written(results, out) == []
    found = read(out, 0)
    wanted = results.table.to_pandas()
    for name in ("known", "part"):
        wanted[name] = wanted[name].where(wanted[name] != "")
    # openpyxl writes 16 digits, one more than a spreadsheet shows
    pd.testing.assert_frame_equal(found, wanted, check_dtype=False, rtol=1e-15, atol=0)
    sheet = openpyxl.load_workbook(out)["Predictions"]
    assert sheet.freeze_panes == "A2"
    assert sheet["A1"].font.bold
    assert sheet["G2"].data_type == "n"
    assert sheet.column_dimensions["F"].width > sheet.column_dimensions["A"].width


def test_a_run_has_all_its_sheets(run: RunFolder, tmp_path: Path) -> None:
    out = tmp_path / "run.xlsx"
    assert command("export", run.path, "--out", out)[0] == 0
    sheets = read(out, None)
    assert list(sheets) == ["Predictions", "Training results", "Legend", "Job"]
    own = read_predictions(run.predictions_path).to_pandas()
    assert sheets["Predictions"]["class"].tolist() == own["class"].tolist()
    assert np.allclose(sheets["Predictions"]["probability"], own["probability"], 1e-15, 0)
    assert len(sheets["Training results"]) == 40
    assert sheets["Training results"]["right"].dtype == bool
    job = dict(zip(sheets["Job"]["Setting"], sheets["Job"]["Value"], strict=True))
    assert job["network.layers"] == "3-4-3"
    assert job["data.features"] == "Cu, Zn, Pb"
    assert job["Run"] == "run"
    legend = sheets["Legend"]
    assert legend["Column"].tolist()[: len(own.columns)] == own.columns.tolist()
    assert {"a", "b", "c", "Cu"} <= set(legend["Column"])


def test_one_table_has_one_sheet_and_a_language(run: RunFolder, tmp_path: Path) -> None:
    out = tmp_path / "run.xlsx"
    words = ("--what", "training", "--language", "zh_CN", "--out", out)
    assert command("export", run.path, *words)[0] == 0
    assert openpyxl.load_workbook(out, read_only=True).sheetnames == ["训练结果", "图例", "作业"]


def test_the_legend_has_the_colours_of_the_classes(results: Results, tmp_path: Path) -> None:
    written(results, tmp_path / "p.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "p.xlsx")["Legend"]
    rows = {row[0].value: row for row in sheet.iter_rows() if row[0].value in NAMES}
    counts = np.bincount(results.codes)
    for code, name in enumerate(NAMES):
        assert [cell.value for cell in rows[name][1:3]] == [code + 1, counts[code]]
        colour = results.palette.colour(code)
        assert rows[name][3].fill.fgColor.rgb == "00" + colour.removeprefix("#")


def test_nothing_in_a_text_is_carried_out(tmp_path: Path) -> None:
    texts = ["=1+1", '=HYPERLINK("http://x")', "#N/A", "+1", "bell\x07", "x" * 40_000]
    found = results_at(*grid_places(2, 3), site=texts)
    notices = written(found, tmp_path / "p.xlsx")
    assert len(notices) == 2
    sheet = openpyxl.load_workbook(tmp_path / "p.xlsx")["Predictions"]
    column = sheet[1].index(next(cell for cell in sheet[1] if cell.value == "site"))
    cells = [row[column] for row in sheet.iter_rows(min_row=2)]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.value for cell in cells] == [*texts[:4], "bell�", "x" * 32_767]


def test_numbers_that_are_none_are_empty(tmp_path: Path) -> None:
    found = results_at(*grid_places(2, 3), height=[1.0, np.nan, np.inf, None, -0.0, 5e-324])
    written(found, tmp_path / "p.xlsx")
    cells = read(tmp_path / "p.xlsx", 0)["height"].to_numpy()
    assert np.array_equal(cells, [1.0, np.nan, np.nan, np.nan, 0.0, 5e-324], equal_nan=True)


def test_too_many_rows_are_refused(tmp_path: Path) -> None:
    table = pa.table({"row": pa.nulls(MOST_ROWS)})
    small = results_at(*grid_places(2, 3))
    with pytest.raises(InputError, match=r"1,048,575 rows.*\.csv"):
        write_workbook(small, {"a": table}, tmp_path / "p.xlsx", ENGLISH)
    assert list(tmp_path.iterdir()) == []


def test_csv_is_for_spreadsheets(results: Results, tmp_path: Path) -> None:
    written(results, tmp_path / "p.csv")
    assert (tmp_path / "p.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    found = pd.read_csv(tmp_path / "p.csv")
    wanted = results.table.to_pandas()
    for name in ("known", "part"):
        wanted[name] = wanted[name].where(wanted[name] != "")
    pd.testing.assert_frame_equal(found, wanted, check_dtype=False, check_exact=True)


def test_parquet_is_the_table(results: Results, tmp_path: Path) -> None:
    written(results, tmp_path / "p.parquet")
    assert read_predictions(tmp_path / "p.parquet").equals(results.table)


def test_predictions_of_another_table(run: RunFolder, tmp_path: Path) -> None:
    own = read_predictions(run.predictions_path).to_pandas()
    for name in ("new.xlsx", "new.csv"):
        out = tmp_path / name
        assert command("predict", run.path, run.path.parent / "table.csv", "--out", out)[0] == 0
        found = read(out, 0) if name.endswith("xlsx") else pd.read_csv(out)
        assert found["class"].tolist() == own["class"].tolist()


def test_other_endings_are_told(results: Results, run: RunFolder, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"\.tif, \.tiff, \.gpkg"):
        written(results, tmp_path / "p.xls")
    with pytest.raises(InputError, match="no layers"):
        written(results, tmp_path / "p.csv", How("entropy"))
    assert command("export", run.path, "--out", tmp_path / "p.doc")[0] == 2
    assert list(tmp_path.iterdir()) == []


def test_every_word_is_in_both_languages(results: Results) -> None:
    assert set(ENGLISH) == set(CHINESE)
    for words in (ENGLISH, CHINESE):
        meanings = [meaning(name, words) for name in results.table.column_names]
        assert len(set(meanings)) == len(meanings)
