"""Unknown cells in all that is taken away: rasters, areas, points, tables, sheets, grids."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from functools import partial
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import openpyxl
import pandas as pd
import pytest
import rasterio

from core.class_colours import UNKNOWN, ClassColours
from core.exporting.layers import layer, probability_layers
from core.exporting.results import Results, rgba
from core.exporting.writing import How, read_results, write_results
from core.map_sheet import Sheet, draw_map
from core.map_values import is_striped, with_unknown
from core.prediction_columns import set_size, set_text, unknown_name
from core.predictions import read_predictions
from core.run_folder import RunFolder
from datasets.messages import InputError
from tests.core.small_results import NAMES, grid_places, results_at
from tests.core.small_runs import command
from tests.core.uncertainty.small_doubts import STRANGE, strange_run
from tests.thorough import thorough

GREY = ClassColours(()).colour(UNKNOWN)
MARKED = np.arange(30) % 4 == 0


def marked_results(names: tuple[str, ...] = NAMES) -> Results:
    """Return results every fourth row of which is unlike the training samples."""
    sets = [set_text(names[: 1 + row % 3]) for row in range(30)]
    unlike = np.where(MARKED, 1.5, 0.5)
    return results_at(*grid_places(5, 6), names=names, unlike=unlike, set=sets)


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> RunFolder:
    return strange_run(tmp_path_factory.mktemp("strange"))


def written(results: Results, out: Path, **how: Any) -> Path:
    write_results(results, out, lambda _: None, How(**how))
    return out


@pytest.mark.parametrize(
    ("names", "wanted"),
    [
        (("a", "b"), "unknown"),
        (("a", "Unknown"), "unknown (unlike)"),
        (("unknown", "unknown (unlike)"), "unknown (unlike) (unlike)"),
    ],
)
def test_a_class_of_that_name_keeps_it(names: tuple[str, ...], wanted: str) -> None:
    assert unknown_name(names) == wanted


def test_a_set_counts_its_classes_whatever_they_are_called() -> None:
    assert set_text(["a; b", "c"]) == "a, b; c"
    assert [set_size(text) for text in ("", "a", "a; b", "a; b; c")] == [0, 1, 2, 3]


def test_a_sample_without_a_class_is_not_unknown() -> None:
    codes = np.array([0, 1, -1, 2], np.int16)
    found = with_unknown(codes, np.array([2.0, 1.0, 3.0, np.inf]), 3)
    assert found.tolist() == [3, 1, -1, 3]
    assert found.dtype == np.int16


def test_the_class_raster_has_a_number_for_them(tmp_path: Path) -> None:
    results = marked_results()
    with rasterio.open(written(results, tmp_path / "map.tif")) as file:
        cells, colours = file.read(1)[::-1], file.colormap(1)
        assert file.tags(1)["CLASS_4"] == "unknown"
    grid = results.grid
    assert grid is not None
    wanted = np.where(MARKED, 4, results.codes + 1)
    assert cells.ravel()[grid.index].tolist() == wanted.tolist()
    assert colours[4] == rgba(GREY)
    beside = ElementTree.parse(tmp_path / "map.tif.aux.xml")
    assert [each.text for each in beside.iter("Category")] == [None, *NAMES, "unknown"]
    last = [each.text for each in list(beside.iter("Row"))[-1]]
    assert last[:3] == ["4", "unknown", str(MARKED.sum())]


def test_it_is_called_so_in_chinese_too(tmp_path: Path) -> None:
    named = marked_results(("未知", "b", "c"))
    for results, wanted in ((marked_results(), "未知"), (named, "未知（不相似）")):
        chinese = Results(results.table, results.whole, results.job, "", "", language="zh_CN")
        with rasterio.open(written(chinese, tmp_path / "map.tif")) as file:
            assert file.tags(1)["CLASS_4"] == wanted


def test_areas_hold_the_unknown_cells(tmp_path: Path) -> None:
    out = written(marked_results(), tmp_path / "areas.gpkg", layer="areas")
    areas = geopandas.read_file(out).set_index("class")
    assert areas.loc["unknown", "cells"] == MARKED.sum()
    assert areas.loc["unknown", "code"] == 4
    assert areas.geometry.area.sum() == 30 * 50.0**2


@pytest.mark.parametrize("ending", ["gpkg", "shp", "csv", "xlsx", "parquet"])
def test_tables_and_points_carry_what_is_not_known(
    run: RunFolder, tmp_path: Path, ending: str
) -> None:
    out = tmp_path / f"found.{ending}"
    assert command("export", run.path, "--out", out)[0] == 0
    readers: dict[str, Any] = {
        "csv": pd.read_csv,
        "xlsx": partial(pd.read_excel, engine="openpyxl"),
        "parquet": pd.read_parquet,
    }
    found = readers.get(ending, geopandas.read_file)(out)
    own = read_predictions(run.predictions_path).to_pandas()
    for name in ("mapped", "set"):
        assert found[name].tolist() == own[name].tolist()
    assert np.allclose(found["unlike"], own["unlike"], rtol=1e-12)
    assert (own["mapped"] == "unknown").sum() >= STRANGE


def test_the_legend_of_a_workbook_counts_them(tmp_path: Path) -> None:
    out = written(marked_results(), tmp_path / "p.xlsx")
    rows = list(openpyxl.load_workbook(out)["Legend"].iter_rows())
    last = rows[-1]
    assert [cell.value for cell in last[:3]] == ["unknown", 4, MARKED.sum()]
    assert last[3].fill.start_color.rgb.lower() == "00" + GREY.lstrip("#")


def test_a_sheet_hatches_them_and_says_so() -> None:
    results = marked_results()
    figure = draw_map(results, Sheet())
    (axes,) = figure.axes
    legend = axes.get_legend()
    assert legend is not None
    assert legend.get_texts()[-1].get_text() == f"unknown  ({MARKED.sum()})"
    assert legend.legend_handles[-1].get_hatch() == "////"  # type: ignore[union-attr]
    picture = np.asarray(axes.images[0].get_array())
    grid = results.grid
    assert grid is not None
    rows, columns = np.divmod(grid.index[MARKED], grid.columns)
    striped = is_striped(rows, columns)
    grey = np.array(rgba(GREY)[:3])
    assert 0 < striped.sum() < len(striped)
    assert (picture[rows[~striped], columns[~striped], :3] == grey).all()
    assert (picture[rows[striped], columns[striped], :3] < grey).all()
    others = picture.reshape(-1, 4)[grid.index[~MARKED], :3]
    usual = [rgba(results.palette.colour(code))[:3] for code in results.codes[~MARKED]]
    assert np.array_equal(others, np.array(usual))


def test_smaller_copies_of_a_hatching_keep_one() -> None:
    rows, columns = np.indices((60, 90))
    for step in (1, 2, 4, 8):
        kept = is_striped(rows, columns)[::step, ::step]
        assert kept.mean() == pytest.approx(1 / 3, abs=0.02)


def test_layers_of_what_is_not_known() -> None:
    results = marked_results()
    sizes = layer(results, "set-size")
    assert sizes.limits == (1, 3)
    assert sizes.values.tolist() == [1 + row % 3 for row in range(30)]
    unlike = layer(results, "unlike")
    assert unlike.limits is None
    assert np.array_equal(unlike.values > 1, MARKED)
    assert [each.name for each in probability_layers(results)][-2:] == ["set-size", "unlike"]
    bare = results_at(*grid_places(5, 6))
    assert [each.name for each in probability_layers(bare)][-1].startswith("p:")
    for name in ("unlike", "set-size", "wrong"):
        with pytest.raises(InputError):
            layer(bare, name)


def test_wrong_votes_are_a_layer(run: RunFolder) -> None:
    results = read_results(run)
    found = layer(results, "wrong").values
    known = results.codes_of("known") >= 0
    assert np.isfinite(found[known]).all()
    assert np.isnan(found[~known]).all()
    assert set(found[known]) <= {0.0, 0.5, 1.0}


@pytest.mark.parametrize("name", ["unlike", "set-size", *thorough(["class", "wrong"])])
def test_the_verbs_know_the_layers(run: RunFolder, tmp_path: Path, name: str) -> None:
    for verb, ending in (("export", "tif"), ("map", "svg"), ("map", "png"), ("grid", "tif")):
        out = tmp_path / f"{verb}-{name}.{ending}"
        more = ("--method", "nearest") if verb == "grid" else ()
        code, events = command(verb, run.path, "--layer", name, "--out", out, *more)
        assert code == 0, events[-1]
        assert out.stat().st_size > 0


def test_a_gridded_class_raster_has_them(run: RunFolder, tmp_path: Path) -> None:
    out = tmp_path / "grid.tif"
    words = ("--layer", "class", "--method", "nearest", "--out", out)
    assert command("grid", run.path, *words)[0] == 0
    with rasterio.open(out) as file:
        assert file.tags(1)["CLASS_4"] == "unknown"
        assert (file.read(1) == 4).sum() >= STRANGE


def test_a_raster_of_a_new_table_has_them(run: RunFolder, tmp_path: Path) -> None:
    out = tmp_path / "new.tif"
    table = run.survey_job().data.table
    assert command("predict", run.path, table, "--out", out)[0] == 0
    with rasterio.open(out) as file:
        assert (file.read(1)[0] == 4).all()
