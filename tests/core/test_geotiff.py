"""A GeoTIFF is reopened by GDAL and compared cell by cell."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pyarrow as pa
import pytest
import rasterio
import rasterio.shutil
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.enums import ColorInterp

from core.events import Event, Notice
from core.exporting.formats import colours_from, refuse_to_overwrite
from core.exporting.geotiff import write_classes, write_layers
from core.exporting.layers import layer, probability_layers
from core.exporting.placement import Placement, place
from core.exporting.results import Results, rgba
from core.exporting.writing import How, write_results
from core.gridding import Spread
from core.predictions import read_predictions
from datasets.messages import InputError
from tests.core.small_results import CRS, NAMES, grid_places, results_at
from tests.core.small_runs import carry_out, command, small_job, write_table


def at_samples(path: Path, results: Results, band: int = 1) -> np.ndarray:
    """Return what GDAL finds in the cell of each sample."""
    with rasterio.open(path) as file:
        cells, to_place = file.read(band), file.transform
    column = np.floor((results.x - to_place.c) / to_place.a).astype(int)
    row = np.floor((results.y - to_place.f) / to_place.e).astype(int)
    return cells[row, column]


def written(results: Results, out: Path, how: How | None = None) -> list[str]:
    """Write results; return the notices."""
    events: list[Event] = []
    write_results(results, out, events.append, how)
    return [str(event.message) for event in events if isinstance(event, Notice)]


@pytest.fixture
def results() -> Results:
    return results_at(*grid_places(17, 23))


def test_classes_are_in_their_cells(results: Results, tmp_path: Path) -> None:
    out = tmp_path / "deep" / "map.tif"
    assert written(results, out) == []
    assert np.array_equal(at_samples(out, results), results.codes + 1)
    with rasterio.open(out) as file:
        assert (file.count, file.dtypes[0], file.nodata) == (1, "uint8", 0)
        assert (file.height, file.width) == (17, 23)
        assert file.crs.to_epsg() == 4509
        assert file.transform.e == -50
        assert file.transform.a == 50
        # the corner of the file is half a cell north-west of the corner sample
        corner = file.transform.c, file.transform.f
        assert corner == (results.x.min() - 25, results.y.max() + 25)
        assert file.compression.name == "deflate"
        assert file.block_shapes == [(256, 256)]
        assert file.profile["tiled"]
        assert file.descriptions == ("class",)
        assert file.tags()["AREA_OR_POINT"] == "Area"
    assert sorted(path.name for path in out.parent.iterdir()) == ["map.tif", "map.tif.aux.xml"]


def test_colours_and_names_are_what_gdal_reads(results: Results, tmp_path: Path) -> None:
    out = tmp_path / "map.tif"
    written(results, out)
    with rasterio.open(out) as file:
        assert file.colorinterp == (ColorInterp.palette,)
        table = file.colormap(1)
        assert file.tags(1)["CLASS_3"] == NAMES[2]
    for code in range(3):
        assert table[code + 1] == rgba(results.palette.colour(code))
    assert table[0][3] == 0
    # GDAL writes into a VRT what it knows of the file
    rasterio.shutil.copy(out, tmp_path / "map.vrt", driver="VRT")
    band = ElementTree.parse(tmp_path / "map.vrt").find("VRTRasterBand")
    assert band is not None
    names = [each.text or "" for each in band.findall("CategoryNames/Category")]
    assert names == ["", *NAMES]
    rows = [[cell.text for cell in row] for row in band.findall("GDALRasterAttributeTable/Row")]
    counts = np.bincount(results.codes, minlength=3)
    assert [row[:3] for row in rows] == [
        [str(code + 1), name, str(counts[code])] for code, name in enumerate(NAMES)
    ]


def test_chosen_colours_are_written(tmp_path: Path) -> None:
    results = results_at(*grid_places(4, 5))
    chosen = Results(
        results.table,
        results.table,
        results.job,
        CRS,
        "survey.csv",
        colours={"porphyry": "#123456"},
    )
    written(chosen, tmp_path / "map.tif")
    with rasterio.open(tmp_path / "map.tif") as file:
        assert file.colormap(1)[1] == (0x12, 0x34, 0x56, 255)


def test_probabilities_are_bands(results: Results, tmp_path: Path) -> None:
    out = tmp_path / "p.tif"
    written(results, out, How("probabilities"))
    wanted = probability_layers(results)
    assert [each.name for each in wanted[:3]] == ["probability", "agreement", "entropy"]
    with rasterio.open(out) as file:
        assert set(file.dtypes) == {"float32"}
        assert np.isnan(file.nodata)
        assert file.descriptions == tuple(str(each.title) for each in wanted)
    for band, each in enumerate(wanted, start=1):
        assert np.array_equal(at_samples(out, results, band), each.values.astype(np.float32))


def test_entropy_is_that_of_scipy(results: Results) -> None:
    from scipy.stats import entropy

    shares = np.column_stack([results.values(f"p {name}") for name in NAMES])
    assert np.allclose(layer(results, "entropy").values, entropy(shares, axis=1) / np.log(3))


@settings(max_examples=25, deadline=None)
@given(
    shape=st.tuples(st.integers(2, 12), st.integers(2, 12)),
    step=st.sampled_from([0.0125, 0.1, 1.0, 25.0, 2000.0]),
    corner=st.tuples(st.integers(-170, 170), st.integers(-80, 80)),
    missing=st.integers(0, 3),
)
def test_any_grid_comes_back(
    tmp_path_factory: pytest.TempPathFactory,
    shape: tuple[int, int],
    step: float,
    corner: tuple[int, int],
    missing: int,
) -> None:
    x, y = grid_places(*shape, step=step, west=corner[0], south=corner[1])
    keep = slice(min(missing, len(x) // 4), None)
    found = results_at(x[keep], y[keep])
    placement = place_or_none(found)
    if placement is None:
        return
    out = tmp_path_factory.mktemp("grid") / "g.tif"
    write_classes(found, placement, out)
    assert np.array_equal(at_samples(out, found), found.codes + 1)
    with rasterio.open(out) as file:
        assert int((file.read(1) == 0).sum()) == placement.frame.size - len(found.x)


def place_or_none(found: Results) -> Placement | None:
    return place(found) if found.grid is not None else None


def test_gaps_and_samples_without_a_place(tmp_path: Path) -> None:
    x, y = grid_places(10, 10)
    x, y = x[:-7].copy(), y[:-7].copy()
    x[3], y[8] = np.nan, np.nan
    found = results_at(x, y)
    out = tmp_path / "map.tif"
    (notice,) = written(found, out)
    assert "2 samples have no coordinates" in notice
    with rasterio.open(out) as file:
        assert int((file.read(1) == 0).sum()) == 9
        assert int((file.read_masks(1) == 0).sum()) == 9


def test_samples_that_share_a_cell_are_counted(tmp_path: Path) -> None:
    x, y = grid_places(10, 10)
    found = results_at(np.append(x, x[:3]), np.append(y, y[:3]))
    (notice,) = written(found, tmp_path / "map.tif")
    assert "3 samples share a cell" in notice
    assert at_samples(tmp_path / "map.tif", found)[0] == found.codes[100] + 1


def scattered(count: int = 60) -> Results:
    rng = np.random.default_rng(5)
    return results_at(rng.uniform(5e5, 5.1e5, count), rng.uniform(4e6, 4.01e6, count))


def test_scattered_samples_are_refused_with_the_ways_out(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"\.gpkg.*--nearest"):
        written(scattered(), tmp_path / "map.tif")
    assert list(tmp_path.iterdir()) == []


def test_scattered_samples_are_spread_by_nearest(tmp_path: Path) -> None:
    found = scattered()
    out = tmp_path / "map.tif"
    (notice,) = written(found, out, How(spread=Spread(cell=500, radius=900)))
    assert "500" in notice
    assert "900 m" in notice
    with rasterio.open(out) as file:
        band = file.read(1)
        for row in range(file.height):
            for column in range(file.width):
                x = file.transform.c + (column + 0.5) * 500
                y = file.transform.f - (row + 0.5) * 500
                distance = np.hypot(found.x - x, found.y - y)
                near = distance.min() <= 900
                assert band[row, column] == (found.codes[distance.argmin()] + 1 if near else 0)


@pytest.mark.parametrize(("crs", "said"), [("", "is not known"), ("EPSG:999999", "999999")])
def test_without_a_known_system_there_is_a_notice(tmp_path: Path, crs: str, said: str) -> None:
    found = results_at(*grid_places(4, 5), crs=crs)
    (notice,) = written(found, tmp_path / "map.tif")
    assert said in notice
    with rasterio.open(tmp_path / "map.tif") as file:
        assert file.crs is None


@pytest.mark.parametrize("crs", ["EPSG:4490", "4326", "CGCS2000 / 3-degree Gauss-Kruger CM 117E"])
def test_systems_have_many_names(tmp_path: Path, crs: str) -> None:
    found = results_at(*grid_places(4, 5, 0.1, 116, 30), crs=crs)
    assert written(found, tmp_path / "map.tif") == []
    with rasterio.open(tmp_path / "map.tif") as file:
        assert file.crs.is_geographic != crs.startswith("CGCS")


def test_an_older_file_beside_it_goes(results: Results, tmp_path: Path) -> None:
    out = tmp_path / "map.tif"
    (tmp_path / "map.tif.ovr").write_bytes(b"old")
    written(results, out)
    assert not (tmp_path / "map.tif.ovr").exists()
    assert (tmp_path / "map.tif.aux.xml").exists()
    written(results, out, How("entropy"))
    assert [path.name for path in tmp_path.iterdir()] == ["map.tif"]


def test_more_than_255_classes_take_two_bytes(tmp_path: Path) -> None:
    names = tuple(f"unit {number}" for number in range(300))
    found = results_at(*grid_places(30, 30), names=names)
    written(found, tmp_path / "map.tif")
    assert np.array_equal(at_samples(tmp_path / "map.tif", found), found.codes + 1)
    with rasterio.open(tmp_path / "map.tif") as file:
        assert file.dtypes == ("uint16",)


def test_a_large_raster_has_overviews(tmp_path: Path) -> None:
    found = results_at(*grid_places(3, 2100))
    placement = place(found)
    write_layers(found, placement, [layer(found, "probability")], tmp_path / "p.tif")
    with rasterio.open(tmp_path / "p.tif") as file:
        assert file.overviews(1) == [2, 4]


def test_what_cannot_be_written_leaves_nothing(results: Results, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(InputError, match="cannot be written"):
        written(results, tmp_path / "file" / "map.tif")
    folder = tmp_path / "map.tif"
    folder.mkdir()
    with pytest.raises(InputError, match="cannot be written"):
        written(results, folder)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "map.tif"]


def test_layers_that_are_none_are_told(results: Results, tmp_path: Path) -> None:
    for name, said in (("height", "no layer"), ("p:gold", "no class"), ("column:q", "survey.csv")):
        with pytest.raises(InputError, match=said):
            written(results, tmp_path / "map.tif", How(name))
    single = results.table.drop_columns(["agreement"])
    bare = Results(single, single, results.job, CRS, "survey.csv")
    with pytest.raises(InputError, match="single member"):
        written(bare, tmp_path / "map.tif", How("agreement"))
    nowhere = single.drop_columns(["x", "y"])
    with pytest.raises(InputError, match="no coordinates"):
        written(Results(nowhere, nowhere, results.job, CRS, "s"), tmp_path / "map.tif")


def test_colours_are_read_from_words() -> None:
    assert colours_from(["a=b=#D55E00"]) == {"a=b": "#d55e00"}
    for word in ("skarn", "skarn=red", "=#d55e00"):
        with pytest.raises(InputError, match="no colour"):
            colours_from([word])


def test_the_table_is_never_overwritten(tmp_path: Path) -> None:
    for name, source in (("t.tif", "t.tif"), ("t.shp", "t.dbf")):
        with pytest.raises(InputError, match="table itself"):
            refuse_to_overwrite(tmp_path / name, str(tmp_path / source))


def test_a_run_on_the_command_line(tmp_path: Path) -> None:
    table = write_table(tmp_path / "table.csv")
    carry_out(small_job(table), tmp_path / "run")
    own = read_predictions(tmp_path / "run" / "predictions.parquet")
    out = tmp_path / "map.tif"
    assert command("export", tmp_path / "run", "--out", out)[0] == 0
    results = Results(own, own, small_job(table), "", str(table))
    assert np.array_equal(at_samples(out, results), results.mapped_codes + 1)
    assert command("predict", tmp_path / "run", table, "--out", tmp_path / "new.tif")[0] == 0
    # a sample that was learned from is near to itself, and none of them is unknown here
    assert np.array_equal(at_samples(tmp_path / "new.tif", results), results.codes + 1)
    words = ("--layer", "column:Cu", "--out", tmp_path / "Cu.tif")
    assert command("export", tmp_path / "run", *words)[0] == 0
    copper = [float(line.split(",")[2]) for line in table.read_text().splitlines()[1:]]
    assert np.array_equal(at_samples(tmp_path / "Cu.tif", results), np.array(copper, np.float32))
    before = table.read_bytes()
    assert command("export", tmp_path / "run", "--out", table)[0] == 2
    assert table.read_bytes() == before


@pytest.mark.parametrize("method", ["", "idw"])
def test_a_band_of_an_element_knows_its_unit(tmp_path: Path, method: str) -> None:
    table = write_table(tmp_path / "table.csv")
    table.write_text(table.read_text().replace("Cu", "Cu_ppm").replace("Pb", "Pb (g/t)"))
    x, y = grid_places(6, 10)
    if method:
        x = x + np.random.default_rng(2).uniform(-20, 20, len(x))
    found = replace(results_at(x, y), source=str(table))
    spread = Spread("idw") if method else None
    for name, unit in (("column:Cu_ppm", "ppm"), ("column:Pb (g/t)", "g/t"), ("entropy", None)):
        out = tmp_path / "map.tif"
        written(found, out, How(layer=name, spread=spread))
        with rasterio.open(out) as file:
            assert file.units == (unit,)
            assert file.descriptions == (str(layer(found, name).title),)


def test_some_rows_fill_some_cells(tmp_path: Path) -> None:
    table = write_table(tmp_path / "table.csv")
    lines = table.read_text().splitlines()
    table.write_text("\n".join([*lines[:31], *(line[:-1] for line in lines[31:])]) + "\n")
    carry_out(small_job(table), tmp_path / "run")
    out = tmp_path / "map.tif"
    for what, first, last in (("training", 0, 30), ("predictions", 30, 60)):
        assert command("export", tmp_path / "run", "--what", what, "--out", out)[0] == 0
        own = read_predictions(tmp_path / "run" / "predictions.parquet")
        cells = at_samples(out, Results(own, own, small_job(table), "", ""))
        chosen = np.zeros(60, bool)
        chosen[first:last] = True
        assert np.array_equal(cells > 0, chosen)


def test_codes_of_classes_that_are_not_predicted() -> None:
    table = pa.table(
        {"row": [1, 2, 3], "class": ["b", None, "z"], "p a": [0, 0, 0], "p b": [1, 1, 1]}
    )
    found = Results(table, table, small_job(Path("t.csv")), "", "t.csv")
    assert found.codes.tolist() == [1, -1, -1]
