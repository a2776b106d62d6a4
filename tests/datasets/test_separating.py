"""Coordinates that share a cell, and those in pieces."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from datasets.coordinate_pairs import halves
from datasets.coordinate_parts import piece_of
from datasets.deciding import reusable
from datasets.recipe import Coordinates, Recipe
from tests.datasets.sheets import cells, proposed


@pytest.mark.parametrize(
    ("name", "texts", "form"),
    [
        ("Lat/Long", ["31.2083, 117.2583", "31.2183, 117.2683", "none"], "lat-lon"),
        ("location", ["31,2083 117,2583", "31,2183 117,2683"], "lat-lon"),
        ("经纬度", ["东经117°15′30″,北纬31°12′30″", "E117°15′30″ N31°13′30″"], "lon-lat"),
        ("pos", ["31°12'30\"N 117°15'30\"E", "31°12'30\"S 117°15'30\"W"], "lat-lon"),
        ("geom", ["POINT (117.5 31.2)", "SRID=4326;POINT(117.6 31.3)"], "lon-lat"),
        ("Coordinates", ["431200 7012300", "431300 7012400"], "lon-lat"),
        ("坐标", ["4412345，20512345", "4412346，20512346"], "lat-lon"),
    ],
)
def test_two_coordinates_in_a_cell(name: str, texts: list[str], form: str) -> None:
    sheet = f"id\t{name}\tCu\n" + "".join(f"S{k}\t{text}\t{k}\n" for k, text in enumerate(texts))
    found = proposed(sheet)
    assert found.recipe.coordinates == Coordinates(form=form, pair=name)  # type: ignore[arg-type]
    names = ("easting", "northing") if "00" in texts[0] or name == "坐标" else None
    assert found.table.names == ("id", *(names or ("longitude", "latitude")), "Cu")
    east, north = (found.table.columns[k].values for k in (1, 2))
    assert np.nanmax(np.abs(east)) > np.nanmax(np.abs(north)) or name == "Coordinates"
    assert (found.table.crs == "EPSG:4326") == (names is None)
    # the recipe gives the same, and is kept for the laboratory
    kept = reusable(found.recipe, Recipe())
    assert kept.coordinates == found.recipe.coordinates
    assert proposed(sheet, kept).table.names == found.table.names
    apart = proposed(sheet, Recipe(coordinates=Coordinates()))
    assert apart.table.names == ("id", name, "Cu")


def test_a_cell_that_has_no_two_coordinates_is_listed_for_both() -> None:
    sheet = "id,GPS,Cu\n" + "".join(f'S{k},"{20 + k}.5,1{k}.25",{k}\n' for k in range(30))
    found = proposed(sheet + "T1,25105,3\nT2,,4\n").table
    assert [(cell.column, cell.text) for cell in found.unread] == [
        ("longitude", "25105, ?"),
        ("latitude", "25105, ?"),
    ]
    assert found.column("latitude").missing == 2


@pytest.mark.parametrize("texts", [["12 5", "3 4"], ["12-5", "3-4"], ["1.234/5.678", "3.333/4.4"]])
def test_other_pairs_are_no_coordinates(texts: list[str]) -> None:
    sheet = "id,range,Cu\n" + "".join(f"a{k},{text},{k}\n" for k, text in enumerate(texts))
    assert proposed(sheet).table.names == ("id", "range", "Cu")


def test_degrees_minutes_seconds_in_columns() -> None:
    names = "id,Lat_deg,Lat_min,Lat_sec,Long_deg,Long_min,Long_sec,E/W,Cu\n"
    rows = "".join(f"S{k},31,12,30,117,15,{k}.5,W,{k}\n" for k in range(20))
    odd = "a,31,13,,117,16,,W,3\nb,,,,,,,,4\nc,31,,30,117,15,70,W,5\n"
    found = proposed(names + rows + odd)
    assert found.table.names == ("id", "longitude", "latitude", "Cu")
    east, north = (found.table.column(name).values for name in ("longitude", "latitude"))
    assert east[0] == pytest.approx(-(117 + 15 / 60 + 0.5 / 3600))
    assert north[20] == pytest.approx(31 + 13 / 60)
    assert np.isnan(east[21:]).all()
    assert np.isnan(north[21:]).all()
    assert {cell.line for cell in found.table.unread} == {24}
    assert found.table.crs == "EPSG:4326"
    assert proposed(names + rows, found.recipe).table.names == found.table.names


@pytest.mark.parametrize(
    ("name", "piece"),
    [
        ("LatD", ("latitude", 0)),
        ("经度 分", ("longitude", 1)),
        ('Longitude (")', ("longitude", 2)),
        ("N/S", ("latitude", 3)),
        ("LONG_DIR", ("longitude", 3)),
        ("Latitude", ("latitude", -1)),
        ("La_ppm", None),
        ("Lonestar", None),
    ],
)
def test_names_of_pieces(name: str, piece: tuple[str, int] | None) -> None:
    assert piece_of(name) == piece


@settings(max_examples=60, deadline=None)
@given(
    st.floats(-90, 90).map(lambda x: round(x, 5)),
    st.floats(-180, 180).map(lambda x: round(x, 5)),
    st.sampled_from([", ", ";", " ", " / ", "，"]),
    st.sampled_from(["{}", "({})", "[{}]"]),
)
def test_pairs_come_apart(north: float, east: float, between: str, around: str) -> None:
    text = around.format(f"{north:.5f}{between}{east:.5f}")
    assert halves(text) == (f"{north:.5f}", f"{east:.5f}")


def test_samples_across() -> None:
    sheet = (
        "Report 12 of the laboratory,,,,,\nAnalyte,Unit,S1,S2,S3,S4\n"
        "Easting,m,431200,431300,431400,431500\nNorthing,m,7012300,7012400,7012500,7012600\n"
        "Cu,ppm,12,<5,33,41\nPb,ppm,3,4,5,6\nZn,ppm,30,40,50,60\nSiO2,%,60.1,61,62,63\n"
        "Au,ppb,<1,2,3,\n"
    )
    found = proposed(sheet)
    table = found.table
    assert found.recipe.layout == "across"
    assert (table.rows, table.names[0], table.names[-1]) == (4, "Analyte", "Au")
    assert cells(table.column("Cu")) == ["12", "<5", "33", "41"]
    assert [column.unit for column in table.columns[3:]] == ["ppm", "ppm", "ppm", "%", "ppb"]
    # lines are columns of the sheet
    assert (found.recipe.names, found.recipe.units, found.recipe.first) == ((1,), 2, 3)
    assert "Report 12" in str(table.notices[0])
    assert proposed(sheet, found.recipe).table.names == table.names
    assert proposed(sheet, Recipe(layout="wide")).table.names[:3] == ("Analyte", "Unit", "S1")
    turned = "id,Cu,Pb\nA,1,2\nB,3,4\n"
    assert proposed(turned, Recipe(layout="across")).table.names == ("id", "A", "B")
    # nothing stands across in a single column; that is no reason to crash
    assert len(proposed("a\n1\n2\n3\n", Recipe(layout="across")).table.names) == 4


def test_tables_of_figures_are_not_turned() -> None:
    rows = "".join(f"{name},1,2,3,4\n" for name in ("Cu", "Pb", "Zn", "As", "Au"))
    assert proposed("Element,Min,Max,Mean,Median\n" + rows).recipe.layout == "wide"
