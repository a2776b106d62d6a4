"""Outlines of vector files, in the system of the survey."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pytest
import shapely
from pyproj import Transformer

from core.events import Finished
from core.outlines import read_bounds, write_outlines
from datasets.messages import InputError

RING = np.array([(116.0, 30.0), (117.0, 30.0), (117.0, 31.0), (116.0, 31.0)])
POLYGON = shapely.Polygon(RING, [[(116.4, 30.4), (116.6, 30.4), (116.5, 30.6)]])
LINE = shapely.LineString([(116.2, 30.2), (116.8, 30.9)])


def written(path: Path, shapes: list[Any], crs: str | None = "EPSG:4490") -> Path:
    geopandas.GeoDataFrame(geometry=shapes, crs=crs).to_file(path)
    return path


def read(path: Path, crs: str, bounds: Any = None) -> tuple[dict[str, np.ndarray], Finished]:
    events: list[Any] = []
    out = path.with_suffix(".npz")
    write_outlines(path, out, crs=crs, bounds=bounds, report=events.append)
    with np.load(out, allow_pickle=False) as archive:
        return dict(archive), events[-1]


@pytest.mark.parametrize("suffix", [".shp", ".gpkg", ".geojson"])
def test_lines_and_rings_are_where_they_belong(tmp_path, suffix):
    crs = "EPSG:4326" if suffix == ".geojson" else "EPSG:4490"
    shapes = [POLYGON] if suffix == ".shp" else [POLYGON, LINE, shapely.MultiPolygon([POLYGON])]
    path = written(tmp_path / f"outline{suffix}", shapes, crs)
    found, _ = read(path, "EPSG:4509")
    expected = np.column_stack(
        Transformer.from_crs(crs, "EPSG:4509", always_xy=True).transform(*RING.T)
    )
    ends = found["segments0"].reshape(-1, 2)
    for corner in expected:
        assert np.hypot(*(ends - corner).T).min() < 0.01
    # outer ring, inner ring: 4 + 3 pieces; the same again and the line where they are
    assert len(found["segments0"]) == (7 if suffix == ".shp" else 15)


def test_pieces_of_different_lines_are_not_joined(tmp_path):
    two = [shapely.LineString([(0, 0), (1, 0)]), shapely.LineString([(5, 5), (6, 5)])]
    found, _ = read(written(tmp_path / "two.gpkg", two, "EPSG:4509"), "EPSG:4509")
    assert found["segments0"].tolist() == [[0, 0, 1, 0], [5, 5, 6, 5]]


def test_coarse_levels_keep_to_their_tolerance(tmp_path):
    angle = np.linspace(0, 2 * np.pi, 20_000)
    circle = shapely.LineString(np.column_stack([1e5 * np.cos(angle), 1e5 * np.sin(angle)]))
    found, _ = read(written(tmp_path / "circle.gpkg", [circle], "EPSG:4509"), "EPSG:4509")
    sizes = [len(found[f"segments{level}"]) for level in range(4)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[3] < 200
    for level, tolerance in enumerate(found["tolerances"]):
        ends = found[f"segments{level}"].reshape(-1, 2, 2)
        middles = ends.mean(axis=1)
        assert (1e5 - np.hypot(*middles.T)).max() <= tolerance * 1.01


def test_only_what_is_near_the_survey_is_kept(tmp_path):
    path = written(tmp_path / "two.gpkg", [LINE, shapely.LineString([(0, 0), (1, 1)])])
    found, _ = read(path, "EPSG:4490", (116.0, 30.0, 117.0, 31.0))
    assert len(found["segments0"]) == 1
    with pytest.raises(InputError, match="lies near the survey"):
        read(path, "EPSG:4490", (50.0, 10.0, 51.0, 11.0))


@pytest.mark.parametrize(
    ("own", "survey", "words"),
    [(None, "EPSG:4509", "names no coordinate system"), ("EPSG:4490", "", "unknown"),
     ("EPSG:4490", "EPSG:4509", "")],
)  # fmt: skip
@pytest.mark.filterwarnings("ignore:'crs' was not provided")
def test_an_unknown_system_is_said(tmp_path, own, survey, words):
    _, finished = read(written(tmp_path / "a.shp", [POLYGON], own), survey)
    notices = [notice["template"] for notice in finished.values["notices"]]
    assert bool(notices) == bool(words)
    assert not words or words in notices[0]


def test_what_holds_no_lines_is_refused_in_a_sentence(tmp_path):
    path = written(tmp_path / "points.gpkg", [shapely.Point(1, 1)])
    with pytest.raises(InputError, match="neither lines nor polygons"):
        read(path, "")
    broken = tmp_path / "broken.gpkg"
    broken.write_bytes(b"no database")
    with pytest.raises(InputError, match="cannot be read"):
        read(broken, "")
    with pytest.raises(InputError, match="cannot be read"):
        read(tmp_path / "absent.shp", "")


def test_bounds_of_a_command_line():
    assert read_bounds("") is None
    assert read_bounds("1,2,3.5,4") == (1, 2, 3.5, 4)
    for text in ("1,2,3", "3,2,1,4", "a,b,c,d", "nan,1,2,3"):
        with pytest.raises(InputError, match="no extent"):
            read_bounds(text)
