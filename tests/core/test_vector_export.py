"""GeoPackage and Shapefile are reopened with pyogrio and geopandas and compared row by row."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

import geopandas
import numpy as np
import pandas as pd
import pyarrow as pa
import pyogrio
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.events import Event, Notice
from core.exporting.field_names import legal_names
from core.exporting.results import Results
from core.exporting.writing import How, write_results
from core.predictions import read_predictions
from datasets.messages import InputError
from tests.core.small_results import CRS, NAMES, grid_places, results_at
from tests.core.small_runs import carry_out, command, small_job, write_table


def written(results: Results, out: Path, how: How | None = None) -> list[str]:
    """Write results; return the notices."""
    events: list[Event] = []
    write_results(results, out, events.append, how)
    return [str(event.message) for event in events if isinstance(event, Notice)]


@pytest.fixture
def results() -> Results:
    rng = np.random.default_rng(5)
    return results_at(rng.uniform(5e5, 5.1e5, 60), rng.uniform(4e6, 4.01e6, 60))


def frame_of(results: Results) -> pd.DataFrame:
    frame = results.table.to_pandas()
    for name in ("known", "part"):
        frame[name] = frame[name].where(frame[name] != "")
    return frame


def test_a_geopackage_has_every_cell(results: Results, tmp_path: Path) -> None:
    out = tmp_path / "deep" / "p.gpkg"
    assert written(results, out) == []
    assert pyogrio.list_layers(out).tolist() == [["predictions", "Point"]]
    found = geopandas.read_file(out)
    assert found.crs.to_epsg() == 4509
    assert np.array_equal(found.geometry.x, results.x)
    assert np.array_equal(found.geometry.y, results.y)
    pd.testing.assert_frame_equal(
        pd.DataFrame(found.drop(columns="geometry")), frame_of(results), check_dtype=False
    )
    assert [path.name for path in out.parent.iterdir()] == ["p.gpkg"]


def test_a_geopackage_says_what_its_fields_are(results: Results, tmp_path: Path) -> None:
    written(results, tmp_path / "p.gpkg", How(language="zh_CN"))
    with contextlib.closing(sqlite3.connect(tmp_path / "p.gpkg")) as file:
        rows = dict(file.execute("SELECT column_name, description FROM gpkg_data_columns"))
        extension = file.execute("SELECT extension_name FROM gpkg_extensions").fetchall()
    assert rows["class"] == "类别"
    assert rows[f"p {NAMES[2]}"].startswith("斑岩铜矿的概率")
    assert set(rows) == set(results.table.column_names)
    assert ("gpkg_schema",) in extension


def test_a_shapefile_has_every_cell_under_short_names(results: Results, tmp_path: Path) -> None:
    (notice,) = written(results, tmp_path / "p.shp")
    assert "p-fields.txt" in notice
    found = geopandas.read_file(tmp_path / "p.shp")
    fields = [name for name in found.columns if name != "geometry"]
    assert found.crs.to_epsg() == 4509
    assert max(map(len, fields)) <= 10
    assert (tmp_path / "p.cpg").read_text() == "UTF-8"
    listed = (tmp_path / "p-fields.txt").read_text(encoding="utf-8").splitlines()
    for field, line, name in zip(fields, listed, results.table.column_names, strict=True):
        assert line.startswith(f"{field:<10}  {name}  (")
    wanted = frame_of(results)
    found.columns = pd.Index([*wanted.columns, "geometry"])
    # dBASE III writes numbers in decimal digits
    pd.testing.assert_frame_equal(
        pd.DataFrame(found.drop(columns="geometry")),
        wanted,
        check_dtype=False,
        rtol=1e-13,
        atol=1e-14,
    )
    assert np.array_equal(found.geometry.x, results.x)


@pytest.mark.parametrize("name", ["p.gpkg", "p.shp"])
def test_samples_without_a_place_keep_their_row(tmp_path: Path, name: str) -> None:
    x, y = grid_places(3, 4)
    x, y = x.copy(), y.copy()
    x[2], y[5] = np.nan, np.inf
    found = results_at(x, y)
    notices = written(found, tmp_path / name)
    assert any("2 samples have no coordinates" in notice for notice in notices)
    read = geopandas.read_file(tmp_path / name)
    assert read.geometry.isna().to_numpy().nonzero()[0].tolist() == [2, 5]
    assert len(read) == 12


@pytest.mark.parametrize("name", ["p.gpkg", "p.shp"])
def test_numbers_that_are_none_are_null(tmp_path: Path, name: str) -> None:
    found = results_at(*grid_places(3, 4), height=np.where(np.arange(12) == 4, np.nan, 7.0))
    written(found, tmp_path / name)
    assert geopandas.read_file(tmp_path / name)["height"].isna().to_numpy().nonzero()[0] == [4]


def test_columns_that_a_geopackage_keeps_for_itself(tmp_path: Path) -> None:
    found = results_at(*grid_places(3, 4), fid=np.arange(12), GEOM=np.arange(12), Row=np.arange(12))
    written(found, tmp_path / "p.gpkg")
    names = geopandas.read_file(tmp_path / "p.gpkg").columns.tolist()
    assert {"fid_", "GEOM_", "Row_"} <= set(names)


def test_areas_cover_the_cells_of_their_class(tmp_path: Path) -> None:
    found = results_at(*grid_places(9, 11))
    written(found, tmp_path / "areas.gpkg", How("areas"))
    read = geopandas.read_file(tmp_path / "areas.gpkg")
    counts = np.bincount(found.codes, minlength=3)
    assert read["class"].tolist() == list(NAMES)
    assert read["code"].tolist() == [1, 2, 3]
    assert read["cells"].tolist() == counts.tolist()
    assert np.allclose(read.geometry.area, counts * 50.0**2)
    points = geopandas.GeoSeries.from_xy(found.x, found.y, crs=CRS)
    for code in range(3):
        inside = points.within(read.geometry[code]).to_numpy()
        assert np.array_equal(inside, found.codes == code)


def test_an_unknown_system_is_said(tmp_path: Path) -> None:
    found = results_at(*grid_places(3, 4), crs="")
    (notice,) = written(found, tmp_path / "p.gpkg")
    assert "is not known" in notice
    assert geopandas.read_file(tmp_path / "p.gpkg").crs is None
    (tmp_path / "q.prj").write_text("of an earlier file")
    written(found, tmp_path / "q.shp")
    assert not (tmp_path / "q.prj").exists()
    assert geopandas.read_file(tmp_path / "q.shp").crs is None


def test_no_coordinates_no_points(results: Results, tmp_path: Path) -> None:
    bare = results.table.drop_columns(["x", "y"])
    for how in (How(), How("areas")):
        with pytest.raises(InputError, match="no coordinates"):
            written(Results(bare, bare, results.job, CRS, "s"), tmp_path / "p.gpkg", how)
    with pytest.raises(InputError, match="points or areas"):
        written(results, tmp_path / "p.gpkg", How("entropy"))
    assert list(tmp_path.iterdir()) == []


def test_long_texts_are_said_and_too_much_is_refused(tmp_path: Path) -> None:
    found = results_at(*grid_places(3, 4), note=["x" * 300] * 12)
    notices = written(found, tmp_path / "p.shp")
    assert any("12 texts are longer" in notice for notice in notices)
    wide = pa.table({f"c{number}": np.arange(12) for number in range(260)})
    for axis in "xy":
        wide = wide.append_column(axis, found.table.column(axis))
    with pytest.raises(InputError, match=r"wide\.gpkg"):
        written(Results(wide, wide, found.job, CRS, "s"), tmp_path / "wide.shp")


def test_a_file_is_replaced_whole(results: Results, tmp_path: Path) -> None:
    out = tmp_path / "p.gpkg"
    out.write_bytes(b"something else")
    written(results, out)
    written(results, out)
    assert len(geopandas.read_file(out)) == 60


@given(st.lists(st.text(max_size=40), unique=True, max_size=60))
def test_names_are_legal_and_different(names: list[str]) -> None:
    found = legal_names(names)
    assert len(found) == len(names)
    assert len({name.casefold() for name in found}) == len(names)
    for name in found:
        assert 1 <= len(name) <= 10
        assert name.isascii()
        assert name[0].isalpha()
        assert name.replace("_", "a").isalnum()


def test_names_stay_readable() -> None:
    names = ["row", "probability", "p skarn", "p skarn & more", "output 斑岩", "Hügel", "8th"]
    assert legal_names(names) == [
        *("row", "prob", "p_skarn", "p_skarn_mo", "o_5", "Hugel", "f_8th"),
    ]


def test_a_run_on_the_command_line(tmp_path: Path) -> None:
    table = write_table(tmp_path / "table.csv")
    carry_out(small_job(table), tmp_path / "run")
    own = read_predictions(tmp_path / "run" / "predictions.parquet").to_pandas()
    for out in (tmp_path / "a.gpkg", tmp_path / "a.shp"):
        assert command("export", tmp_path / "run", "--out", out)[0] == 0
        found = geopandas.read_file(out)
        assert found["class"].tolist() == own["class"].tolist()
        assert np.array_equal(found.geometry.y, own["y"])
    assert command("predict", tmp_path / "run", table, "--out", tmp_path / "new.gpkg")[0] == 0
    assert geopandas.read_file(tmp_path / "new.gpkg")["class"].tolist() == own["class"].tolist()
