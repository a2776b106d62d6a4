"""Proposed roles, on headers as they are met and on public tables."""

from __future__ import annotations

import numpy as np
import pytest

from datasets.messages import InputError
from datasets.roles import guess_crs, propose_roles
from datasets.table import Table, read_table
from tests.datasets.helpers import SHARED, public_table, table, with_role

EAST = [500_000.0 + 37.5 * k for k in range(30)]
NORTH = [7_000_000.0 + 11.5 * (k * 7 % 30) for k in range(30)]
SMALL = [3.0 + (k * 13 % 29) / 10 for k in range(30)]


def made(**columns: object) -> Table:
    """A table of 30 rows; underscored names may be given as a dictionary instead."""
    return made_of(dict(columns))


def made_of(columns: dict[str, object]) -> Table:
    cells = {name: list(values) for name, values in columns.items()}  # type: ignore[call-overload]
    rows = zip(*cells.values(), strict=True)
    lines = ["\t".join(cells), *("\t".join(map(str, row)) for row in rows)]
    return table("\n".join(lines) + "\n")


@pytest.mark.parametrize(
    ("x", "y"),
    [
        ("XCOO", "YCOO"),
        ("UTME", "UTMN"),
        ("x", "y"),
        ("X", "Y"),
        ("POINT_X", "POINT_Y"),
        ("easting_m", "northing_m"),
        ("东坐标", "北坐标"),
        ("横坐标", "纵坐标"),
        ("Y坐标", "X坐标"),
        ("E", "N"),
        ("X_UTM (m)", "Y_UTM (m)"),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_pairs_in_metres(x: str, y: str, turned: bool) -> None:
    columns: dict[str, object] = {x: EAST, y: NORTH}
    if turned:
        columns = dict(reversed(columns.items()))
    found = made_of(columns | {"Cu": SMALL, "Zn": SMALL})
    roles = propose_roles(found)
    assert [role.column for role in roles] == list(found.names)
    assert with_role(roles, "x") == [x]
    assert with_role(roles, "y") == [y]
    assert with_role(roles, "feature") == ["Cu", "Zn"]
    assert guess_crs(found, roles) == ""


@pytest.mark.parametrize(
    ("x", "y"), [("lon", "lat"), ("LONGITUDE", "LATITUDE"), ("经度", "纬度"), ("X", "Y")]
)
def test_pairs_in_degrees(x: str, y: str) -> None:
    rows = range(30)
    found = made_of(
        {y: [30.12345 + k / 97 for k in rows], x: [117.54321 + k / 89 for k in rows], "Cu": SMALL}
    )
    roles = propose_roles(found)
    assert with_role(roles, "x") == [x]
    assert with_role(roles, "y") == [y]
    assert guess_crs(found, roles) == "EPSG:4326"


def test_yttrium_beside_sure_coordinates() -> None:
    roles = propose_roles(made(XCOO=EAST, YCOO=NORTH, Cu=SMALL, Y=SMALL))
    assert (with_role(roles, "x"), with_role(roles, "y")) == (["XCOO"], ["YCOO"])
    assert with_role(roles, "feature") == ["Cu", "Y"]


def test_letters_beside_sure_coordinates() -> None:
    roles = propose_roles(made(X=SMALL, Y=SMALL, Zn=SMALL, lon=EAST, lat=NORTH))
    assert (with_role(roles, "x"), with_role(roles, "y")) == (["lon"], ["lat"])
    assert with_role(roles, "feature") == ["Y", "Zn"]


def test_a_lone_y_is_yttrium() -> None:
    roles = propose_roles(made(Cu=SMALL, Y=SMALL, Zn=SMALL))
    assert not with_role(roles, "x")
    assert not with_role(roles, "y")
    assert with_role(roles, "feature") == ["Cu", "Y", "Zn"]


def test_x_and_y_that_do_not_vary_together_are_no_pair() -> None:
    roles = propose_roles(made(X=[1, 2] * 15, Y=[5, 5, 6, 6, 7] * 6, Zn=SMALL))
    assert not with_role(roles, "x")
    assert "Y" in with_role(roles, "feature")


def test_gauss_krueger_letters() -> None:
    north = [3_320_000.0 + 13 * k for k in range(30)]
    for zone in (0, 39_000_000):
        found = made(X=north, Y=[zone + value for value in EAST], Cu=SMALL)
        roles = propose_roles(found)
        assert (with_role(roles, "x"), with_role(roles, "y")) == (["Y"], ["X"])
        assert "Gauss" in str(roles[0].reason)


def test_a_coordinate_chosen_as_target_is_none() -> None:
    roles = propose_roles(made(X=EAST, Y=NORTH, Cu=SMALL), "Y")
    assert with_role(roles, "target") == ["Y"]
    assert not with_role(roles, "x")


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("ID", [f"{k * 7}" for k in range(30)]),
        ("S_ID", SMALL),
        ("样品号", [f"A{k}" for k in range(30)]),
        ("anything", [f"{k + 4}" for k in range(30)]),
        ("where", [f"place {k}" for k in range(30)]),
        ("note", ["a", "b", "c"] * 10),
        ("Ag", [1.5] * 30),
        ("Hg", [""] * 30),
        ("ELEV", SMALL),
        ("dist.m", SMALL),
        ("Year", SMALL),
        ("采样日期", [950815 + k % 7 for k in range(30)]),
    ],
)
def test_columns_that_are_ignored(name: str, cells: object) -> None:
    found = made_of({name: cells, "Cu": SMALL, "deposit_type": ["p", "q"] * 15})
    role = propose_roles(found)[0]
    assert role.role == "ignore", role
    assert str(role.reason).endswith(".")


@pytest.mark.parametrize("name", ["CU_PPM_ICP40", "Au (ppb)", "铜", "La_T", "LOI", "pH", "NO3_IC"])
def test_columns_that_are_features(name: str) -> None:
    assert with_role(propose_roles(made_of({name: SMALL, "a": SMALL})), "feature") == [name, "a"]


@pytest.mark.parametrize(
    "name",
    [
        *("class", "Type", "target", "label", "LITHO", "lithology", "deposit_type", "rock_type"),
        *("soil", "COUN", "类型", "类别", "岩性", "矿床类型"),
    ],
)
def test_numeric_codes_with_a_telling_name_are_a_target(name: str) -> None:
    found = made_of({"Cu": SMALL, name: [1, 2, 20] * 10})
    assert with_role(propose_roles(found), "target") == [name]


def test_text_of_few_values_is_a_target_and_numbers_are_not() -> None:
    found = made_of({"flag": [1, 2, 3] * 10, "colour": ["r", "g"] * 15, "Cu": SMALL})
    assert with_role(propose_roles(found), "target") == ["colour"]


def test_a_telling_name_comes_before_plain_text() -> None:
    found = made_of({"colour": ["r", "g"] * 15, "class": [1, 2] * 15, "Cu": SMALL})
    roles = propose_roles(found)
    assert with_role(roles, "target") == ["class"]
    assert with_role(roles, "ignore") == ["colour"]


def test_measurements_are_no_target() -> None:
    assert not with_role(propose_roles(made_of({"class": SMALL, "Cu": SMALL})), "target")


def test_a_given_target_stands() -> None:
    found = made_of({"Cu": SMALL, "class": [1, 2] * 15, "Zn": SMALL})
    roles = propose_roles(found, "Cu")
    assert [role.role for role in roles] == ["target", "ignore", "feature"]
    with pytest.raises(InputError, match="no column “Cd”"):
        propose_roles(found, "Cd")


def test_the_copper_example_states_its_system() -> None:
    found = read_table("example:copper")
    roles = propose_roles(found)
    assert guess_crs(found, roles) == "EPSG:4509"
    assert [role.role for role in roles] == ["ignore", "x", "y", *["feature"] * 14, "target"]


# --- public tables -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "target", "pair", "features"),
    [
        ("r_packages/StatDA/chorizon.csv", "COUN", ("XCOO", "YCOO"), ("Cu", "Y", "SiO2", "LOI")),
        ("r_packages/rgr/kola.c.csv", "LITHO", ("UTME", "UTMN"), ("Cu", "Y", "Si_XRF", "pH")),
        ("r_packages/rgr/kola.o.csv", None, ("UTME", "UTMN"), ("N", "C", "Y")),
        ("r_packages/rgr/ogrady.csv", "Lith", ("E", "N"), ("Si", "Cu")),
        ("r_packages/sp/meuse.csv", "soil", ("x", "y"), ("cadmium", "copper", "om")),
        ("r_packages/mvoutlier/bsstop.csv", None, ("XCOO", "YCOO"), ("La_T", "Y_T", "SiO2_T")),
        ("r_packages/mvoutlier/bssbot.csv", None, ("XCOO", "YCOO"), ("La_B", "Y_B")),
        ("r_packages/gstat/jura.pred.csv", "Rock", ("long", "lat"), ("Cd", "Zn")),
        ("r_packages/gstat/jura.val.csv", "Rock", ("long", "lat"), ("Cd", "Zn")),
        ("r_packages/compositions/juraset.csv", "Rock", ("X", "Y"), ("Cd", "Zn")),
        ("r_packages/robCompositions/trondelagC.csv", None, ("E32wgs", "N32wgs"), ("In", "Y")),
        ("rocks/manual_python_geologia/rocas.csv", None, None, ("SiO2", "FeOT")),
        ("rocks/manual_python_geologia/collar.csv", None, ("X", "Y"), ()),
    ],
)
def test_public_tables(
    path: str, target: str | None, pair: tuple[str, str] | None, features: tuple[str, ...]
) -> None:
    roles = propose_roles(public_table(path), target)
    assert with_role(roles, "x") + with_role(roles, "y") == list(pair or ())
    assert set(features) <= set(with_role(roles, "feature"))
    if target:
        assert with_role(roles, "target") == [target]
    for ignored in ("ID", "ELEV", "elev", "dist"):
        assert ignored not in with_role(roles, "feature")


def test_the_rock_names_are_proposed_as_target() -> None:
    found = public_table("rocks/manual_python_geologia/rocas.csv")
    assert with_role(propose_roles(found), "target") == ["Nombre"]


def test_every_public_table_gets_one_role_a_column() -> None:
    paths = sorted(SHARED.rglob("*.csv"))
    if not paths:
        pytest.skip("the public tables are not beside this checkout")
    for path in paths:
        found = read_table(path)
        roles = propose_roles(found)
        assert tuple(role.column for role in roles) == found.names
        for single in ("x", "y", "target"):
            assert len(with_role(roles, single)) <= 1
        text = {column.name for column in found.columns if column.kind == "text"}
        assert not text & set(with_role(roles, "feature"))
        assert np.all([str(role.reason) for role in roles])
