"""Gridding against published values, scipy, gstools, brute force and equations by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import pandas as pd
import pytest
import rasterio
from gstools.krige import Ordinary
from hypothesis import given, settings
from hypothesis import strategies as st

from core.distances import Metric
from core.events import Event, Failed, Finished, Notice
from core.frame import Frame
from core.grid_methods.choosing import METHODS, Choices
from core.grid_methods.inverse_distance import InverseDistance
from core.grid_methods.kriging import OrdinaryKriging
from core.grid_methods.radial import Radial
from core.grid_methods.variogram import (
    Experimental,
    Variogram,
    estimate,
    fit,
    fitted_variogram,
)
from core.grid_proposals import propose
from core.gridding import Spread, grid_points, nearest_samples
from core.run_folder import RunFolder
from datasets.messages import InputError
from tests.core.small_runs import carry_out, command, small_job, write_table

PLANE = Metric("", degrees=False)


@pytest.fixture
def meuse(shared_data: Path) -> pd.DataFrame:
    """Return the samples of the Meuse flood plain, of the R package sp."""
    return pd.read_csv(shared_data / "geochemistry" / "r_packages" / "sp" / "meuse.csv")


def places_of(table: pd.DataFrame) -> np.ndarray:
    return table[["x", "y"]].to_numpy(float)


def scattered(count: int = 120, seed: int = 2) -> tuple[np.ndarray, np.ndarray]:
    """Return places within 1 km and smooth values with a little noise."""
    rng = np.random.default_rng(seed)
    places = rng.uniform(0, 1000, (count, 2))
    values = np.sin(places[:, 0] / 200) + np.cos(places[:, 1] / 300) + rng.normal(0, 0.05, count)
    return places, values


def gridded(places: np.ndarray, values: np.ndarray, method: Any = "idw", **options: Any) -> Any:
    """Return the raster of samples."""
    how = {name: options.pop(name) for name in ("cell", "radius", "choices") if name in options}
    return grid_points(places[:, 0], places[:, 1], values, Spread(method, **how), **options)


# --- variogram ---------------------------------------------------------------------------


def test_a_variogram_that_hardly_depends_on_its_nugget_is_fitted() -> None:
    """The search gave up after 300 steps along the valley in which the best fit lies."""
    gamma = [131, 260, 91, 170, 185, 93, 157, 172, 171, 193, 150, 180, 227, 220, 293]
    pairs = [12, 193, 99, 422, 42, 230, 377, 418, 455, 61, 283, 167, 366, 422, 484]
    lags = np.arange(1.0, 16.0)
    found = fit(Experimental(lags, np.array(gamma) / 1000, np.array(pairs)), "spherical")
    # the mean of all but the first lag, by their weights
    weights = np.array(pairs)[1:] / lags[1:] ** 2
    level = np.average(np.array(gamma)[1:] / 1000, weights=weights)
    assert found.nugget + found.sill == pytest.approx(level, rel=0.02)
    assert found.length == pytest.approx(2.0, rel=0.05)


def test_the_variogram_of_zinc_is_the_published_one(meuse: pd.DataFrame) -> None:
    """gstat's vignette (vignettes/gstat.Rout.save of r-spatial/gstat, `lzn.vgm`), log zinc."""
    found = estimate(places_of(meuse), np.log(meuse["zinc"].to_numpy(float)))
    pairs = [57, 299, 419, 457, 547, 533, 574, 564, 589, 543, 500, 477, 452, 457, 415]
    assert found.pairs.tolist() == pairs
    assert found.distance[[0, 1, 14]] == pytest.approx([79.29244, 163.97367, 1543.20248])
    gamma = [0.1234479, 0.2162185, 0.3027859, 0.4121448, 0.4634128, 0.5646933, 0.5689683]
    assert found.gamma[:7] == pytest.approx(gamma, abs=5e-8)


def test_the_fit_of_zinc_is_the_published_one(meuse: pd.DataFrame) -> None:
    """gstat chooses the spherical model: nugget 0.05066, sill 0.5906, range 897.0.

    For zinc itself the exponential one (its Matérn of κ = 0.5): 9486.4, 163285.3, 381.7.
    Source: https://www.r-spatial.org/r/2016/02/14/gstat-variogram-fitting.html
    """
    logarithm = fit(estimate(places_of(meuse), np.log(meuse["zinc"].to_numpy(float))))
    assert logarithm.model == "spherical"
    found = (logarithm.nugget, logarithm.sill, logarithm.length)
    assert found == pytest.approx((0.05065971, 0.59060511, 897.0011), rel=1e-4)
    plain = fit(estimate(places_of(meuse), meuse["zinc"].to_numpy(float)))
    assert plain.model == "exponential"
    assert (plain.nugget, plain.sill, plain.length) == pytest.approx(
        (9486.4, 163285.3, 381.7076), rel=1e-4
    )


@given(scale=st.floats(1e-6, 1e6), stretch=st.floats(1e-3, 1e3))
@settings(max_examples=6, deadline=None)
def test_a_fit_follows_the_units(scale: float, stretch: float) -> None:
    places, values = scattered()
    one = fit(estimate(places, values))
    other = fit(estimate(places * stretch, values * scale))
    assert other.model == one.model
    assert other.length == pytest.approx(one.length * stretch, rel=1e-4)
    assert other.sill == pytest.approx(one.sill * scale**2, rel=1e-4)


def test_many_samples_are_drawn_from() -> None:
    places, values = scattered(5000)
    found = estimate(places, values)
    assert found.pairs.sum() < 2000**2 / 2
    assert np.array_equal(found.gamma, estimate(places, values).gamma)


# --- kriging -----------------------------------------------------------------------------


def test_three_samples_by_hand() -> None:
    """The equations of ordinary kriging, written out for three samples and one place.

    Exponential, sill 2, length 10: C(h) = 2 exp(-h / 10). Samples at the corners (0, 0), (6, 0)
    and (0, 8) of a right triangle, whose sides are 6, 8 and 10; the place is (3, 4), the middle
    of the longest side, 5 from each corner.
    """
    a, b, c, near = (2 * np.exp(-h / 10) for h in (6.0, 8.0, 10.0, 5.0))
    matrix = [[2, a, b, 1], [a, 2, c, 1], [b, c, 2, 1], [1, 1, 1, 0]]
    weights = np.linalg.solve(matrix, [near, near, near, 1])
    assert weights[:3].sum() == pytest.approx(1)
    places = np.array([[0.0, 0], [6, 0], [0, 8], [900, 900]])
    values = np.array([1.0, 5.0, -2.0, 0.0])
    kriging = OrdinaryKriging(places, values, Variogram("exponential", 0.0, 2.0, 10.0), 3)
    found = kriging.at(np.array([[3.0, 4.0]]))
    assert found == pytest.approx([weights[:3] @ values[:3]], rel=1e-7)


@pytest.mark.parametrize("model", ["spherical", "exponential", "gaussian"])
@pytest.mark.parametrize("nugget", [0.0, 0.3])
def test_a_neighbourhood_is_solved_as_gstools_solves_it(model: str, nugget: float) -> None:
    places, values = scattered()
    variogram = Variogram(model, nugget, 1.1, 150.0)
    kriging = OrdinaryKriging(places, values, variogram, 12)
    for place in np.random.default_rng(4).uniform(0, 1000, (8, 2)):
        nearest = np.argsort(np.hypot(*(places - place).T))[:12]
        oracle = Ordinary(variogram.gstools_model(2), places[nearest].T, values[nearest])
        wanted, _ = oracle(place.reshape(2, 1))
        assert kriging.at(place.reshape(1, 2)) == pytest.approx(wanted, abs=1e-4)


def test_all_samples_as_neighbours_are_one_solution(meuse: pd.DataFrame) -> None:
    places, values = places_of(meuse), np.log(meuse["zinc"].to_numpy(float))
    variogram = fitted_variogram(places, values)
    whole = OrdinaryKriging(places, values, variogram, 155)
    nearly = OrdinaryKriging(places, values, variogram, 154)
    some = places[::9] + 31.0
    assert whole.at(some) == pytest.approx(nearly.at(some), abs=5e-3)


@given(seed=st.integers(0, 1000), model=st.sampled_from(["spherical", "exponential"]))
@settings(max_examples=15, deadline=None)
def test_without_nugget_samples_keep_their_values(seed: int, model: str) -> None:
    places, values = scattered(40, seed)
    kriging = OrdinaryKriging(places, values, Variogram(model, 0.0, 1.0, 300.0), 12)
    assert kriging.at(places) == pytest.approx(values, abs=1e-6)


def test_cross_validation_of_zinc_beats_the_mean_and_inverse_distances(
    meuse: pd.DataFrame,
) -> None:
    places, values = places_of(meuse), np.log(meuse["zinc"].to_numpy(float))
    variogram = fitted_variogram(places, values)
    left: dict[str, list[float]] = {"kriging": [], "idw": [], "mean": []}
    for row in range(0, len(values), 3):
        others = np.arange(len(values)) != row
        known, there = (places[others], values[others]), places[row : row + 1]
        kriged = OrdinaryKriging(*known, variogram, 16).at(there)[0]
        weighted = InverseDistance(*known, 16, 2.0).at(there)[0]
        for name, guess in (
            ("kriging", kriged),
            ("idw", weighted),
            ("mean", values[others].mean()),
        ):
            left[name].append(guess - values[row])
    errors = {name: float(np.sqrt(np.mean(np.square(each)))) for name, each in left.items()}
    assert errors["kriging"] < errors["idw"] < errors["mean"]


# --- other methods -----------------------------------------------------------------------


def test_inverse_distances_are_those_of_the_formula() -> None:
    places, values = scattered(30)
    there = np.random.default_rng(1).uniform(0, 1000, (20, 2))
    found = InverseDistance(places, values, 7, 3.0).at(there)
    for place, value in zip(there, found, strict=True):
        distance = np.hypot(*(places - place).T)
        nearest = np.argsort(distance)[:7]
        weights = distance[nearest] ** -3.0
        assert value == pytest.approx(weights @ values[nearest] / weights.sum())
    assert InverseDistance(places, values, 7, 20.0).at(places) == pytest.approx(values)


def test_radial_functions_go_through_the_samples() -> None:
    from scipy.interpolate import RBFInterpolator

    places, values = scattered(60)
    radial = Radial(places, values, 60)
    assert radial.at(places) == pytest.approx(values, abs=1e-8)
    there = np.random.default_rng(1).uniform(0, 1000, (20, 2))
    oracle = RBFInterpolator(places, values, kernel="linear", degree=0)
    assert radial.at(there) == pytest.approx(oracle(there), abs=1e-8)


def test_samples_on_a_line_are_no_trouble() -> None:
    x = np.arange(30.0) * 10
    places = np.column_stack([x, np.zeros(30)])
    for method in METHODS:
        found = gridded(places, np.sin(x / 40), method, cell=5.0)
        assert np.isfinite(found.values).any()
        assert np.nanmax(np.abs(found.values)) < 1.2


# --- cells and gaps ----------------------------------------------------------------------


@given(method=st.sampled_from(METHODS), seed=st.integers(0, 50), radius=st.floats(30, 200))
@settings(max_examples=20, deadline=None)
def test_gaps_stay_gaps(method: str, seed: int, radius: float) -> None:
    places, values = scattered(25, seed)
    found = gridded(places, values, method, cell=50.0, radius=radius)
    centres = found.frame.centres(0, found.frame.size)
    nearest = np.linalg.norm(centres[:, None] - places[None], axis=2).min(axis=1)
    assert np.array_equal(np.isfinite(found.values.ravel()), nearest <= radius)
    assert found.values.dtype == np.float32
    if method in ("nearest", "idw"):
        assert np.nanmin(found.values) >= np.float32(values.min())
        assert np.nanmax(found.values) <= np.float32(values.max())


def test_nearest_is_the_nearest() -> None:
    places, values = scattered(40)
    found = gridded(places, values, "nearest", cell=37.0, radius=400.0)
    centres = found.frame.centres(0, found.frame.size)
    nearest = np.linalg.norm(centres[:, None] - places[None], axis=2).argmin(axis=1)
    assert np.array_equal(found.values.ravel(), values[nearest].astype(np.float32))
    index = nearest_samples(places[:, 0], places[:, 1], found.frame, 400.0, PLANE)
    assert np.array_equal(index, nearest)


@given(st.floats(0.1, 500), st.integers(1, 40), st.integers(0, 99))
@settings(deadline=None)
def test_every_sample_lies_in_its_cell(cell: float, count: int, seed: int) -> None:
    places = np.random.default_rng(seed).uniform(-100, 300, (count, 2))
    frame = Frame.around(places[:, 0], places[:, 1], cell)
    left, bottom, right, top = frame.bounds
    assert left <= places[:, 0].min() <= left + cell * 1.001
    assert right - cell * 1.001 <= places[:, 0].max() <= right + cell * 1e-6
    assert bottom <= places[:, 1].min()
    assert top >= places[:, 1].max() - cell * 1e-6
    assert np.allclose(frame.centres(0, 1)[0], (frame.x, frame.y))


def test_a_cell_is_proposed_from_the_samples() -> None:
    x, y = np.meshgrid(np.arange(20) * 250.0, np.arange(15) * 250.0)
    assert propose(x.ravel(), y.ravel(), PLANE).cell == 250.0
    assert 375 < propose(x.ravel(), y.ravel(), PLANE).radius() <= 500
    # soil lines: 20 m along, 200 m apart; the gaps between the lines are filled
    x, y = np.meshgrid(np.arange(200) * 20.0, np.arange(12) * 200.0)
    assert propose(x.ravel(), y.ravel(), PLANE).cell == 20.0
    assert propose(x.ravel(), y.ravel(), PLANE).radius() > 100


def test_degrees_are_measured_in_metres() -> None:
    metric = Metric("EPSG:4326", degrees=True)
    longitude, latitude = np.meshgrid(100 + np.arange(20) * 0.02, 60 + np.arange(20) * 0.01)
    values = longitude.ravel()
    x, y = longitude.ravel(), latitude.ravel()
    # 0.01° of latitude and 0.02° of longitude at 60° are both 1.11 km
    assert propose(x, y, metric).radius() == pytest.approx(2 * 1113, rel=0.02)
    found = grid_points(x, y, values, Spread("nearest", 0.005, 1000.0), metric=metric)
    assert np.isfinite(found.values).all()
    assert found.frame.step_x == 0.005


def test_a_mean_is_taken_where_samples_coincide() -> None:
    places, values = scattered(40)
    x, y = np.append(places[:, 0], places[5, 0]), np.append(places[:, 1], places[5, 1])
    twice = np.append(values, values[5] + 2.0)
    found = grid_points(x, y, twice, Spread("kriging", 50.0))
    mean = values.copy()
    mean[5] += 1.0
    wanted = gridded(places, mean, "kriging", cell=50.0).values
    assert np.allclose(found.values, wanted, atol=1e-5, equal_nan=True)
    assert any("1 place has several" in str(notice) for notice in found.notices)


def test_logarithms_are_undone_and_what_has_none_is_said() -> None:
    places, values = scattered(60)
    concentration = 10**values
    choices = Choices(logarithm=True)
    found = gridded(places, concentration, "kriging", cell=50.0, choices=choices)
    plain = gridded(places, values, "kriging", cell=50.0)
    assert np.allclose(found.values, 10 ** plain.values.astype(float), rtol=1e-5, equal_nan=True)
    concentration[:4] = [0.0, -1.0, np.nan, np.inf]
    found = gridded(places, concentration, "idw", cell=50.0, choices=choices)
    assert "4 samples" in str(found.notices[0])


def test_what_cannot_be_gridded_is_told() -> None:
    places, values = scattered(9)
    for change, said in (
        ({"method": "spline"}, "no method"),
        ({"method": "kriging"}, "at least 10"),
        ({"cell": 1e-3}, "or larger"),
        ({"cell": -5.0}, "no length"),
        ({"cell": float("nan")}, "no length"),
        ({"choices": Choices(neighbours=0)}, "at least 1"),
        ({"choices": Choices(power=0.0)}, "above 0"),
        ({"cancelled": lambda: True}, "was stopped"),
    ):
        with pytest.raises(InputError, match=said):
            gridded(places, values, **{"cell": 50.0, **change})
    for few in (values[:0], values[:1]):
        with pytest.raises(InputError, match="fewer than two places"):
            grid_points(places[: len(few), 0], places[: len(few), 1], few)
    places, values = scattered(30)
    with pytest.raises(InputError, match="do not differ"):
        gridded(places, np.ones(30), "kriging")
    with pytest.raises(InputError, match="no variogram model"):
        gridded(places, values, "kriging", choices=Choices(model="linear"))


def test_progress_counts_to_the_end() -> None:
    places, values = scattered(30)
    told: list[tuple[int, int]] = []
    found = gridded(places, values, cell=5.0, progress=lambda *each: told.append(each))
    assert [done for done, _ in told] == sorted({done for done, _ in told})
    assert told[-1] == (found.frame.size, found.frame.size)
    assert len(told) > 2


# --- the command -------------------------------------------------------------------------


def survey(path: Path) -> tuple[Path, np.ndarray, np.ndarray]:
    places, values = scattered(80)
    cells = [f"{x:.3f},{y:.3f},{10**v:.5f}" for (x, y), v in zip(places, values, strict=True)]
    path.write_text("E,N,Cu_ppm\n" + "\n".join(cells) + "\n")
    return path, places, values


@pytest.mark.parametrize("method", METHODS)
def test_a_column_becomes_a_geotiff_and_numbers(tmp_path: Path, method: Any) -> None:
    table, _, _ = survey(tmp_path / "t.csv")
    words = ("--column", "Cu_ppm", "--x", "E", "--y", "N", "--method", method, "--cell", 40)
    code, events = command("grid", table, *words, "--crs", "EPSG:4509", "--out", tmp_path / "g.tif")
    assert code == 0
    assert isinstance(events[-1], Finished)
    assert command("grid", table, *words, "--out", tmp_path / "g.npz")[0] == 0
    cells = pd.read_csv(table)
    wanted = grid_points(
        cells["E"].to_numpy(),
        cells["N"].to_numpy(),
        cells["Cu_ppm"].to_numpy(),
        Spread(method, 40.0),
    )
    with np.load(tmp_path / "g.npz") as file:
        assert np.array_equal(file["values"], wanted.values, equal_nan=True)
        assert (file["x"], file["y"]) == (wanted.frame.x, wanted.frame.y)
        assert file["step_x"] == file["step_y"] == 40
    with rasterio.open(tmp_path / "g.tif") as file:
        assert np.array_equal(file.read(1)[::-1], wanted.values, equal_nan=True)
        assert file.crs.to_epsg() == 4509
        assert np.isnan(file.nodata)
        assert file.descriptions == ("Cu_ppm",)
        assert file.tags()["METHOD"] == method
        left, bottom, _, _ = wanted.frame.bounds
        assert (file.bounds.left, file.bounds.bottom) == (left, bottom)


def test_limits_count_half_and_are_said(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text("E,N,Cu\n0,0,<4\n10,0,8\n0,10,6\n10,10,<4\n")
    words = ("--column", "Cu", "--x", "E", "--y", "N", "--method", "nearest", "--cell", 10)
    code, events = command("grid", table, *words, "--out", tmp_path / "g.npz")
    assert code == 0
    assert any("2 values of Cu below" in str(e.message) for e in events if isinstance(e, Notice))
    with np.load(tmp_path / "g.npz") as file:
        assert set(np.unique(file["values"])) == {2.0, 6.0, 8.0}


def test_a_run_is_gridded_by_its_own_coordinates(tmp_path: Path) -> None:
    carry_out(small_job(write_table(tmp_path / "table.csv")), tmp_path / "run")
    assert RunFolder(tmp_path / "run").exists
    for column in ("probability", "p a", "Cu"):
        out = tmp_path / "g.npz"
        assert command("grid", tmp_path / "run", "--column", column, "--out", out)[0] == 0
        with np.load(out) as file:
            assert file["step_x"] == 10
    assert command("grid", tmp_path / "run", "--column", "nothing", "--out", out)[0] == 2


def scattered_run(tmp_path: Path) -> RunFolder:
    """Return a run of one ordered output on scattered samples, three of them below a limit."""
    table = write_table(tmp_path / "table.csv")
    lines = table.read_text().splitlines()
    head, rng = lines[0].split(","), np.random.default_rng(4)
    rows = [line.split(",") for line in lines[1:]]
    for number, row in enumerate(rows):
        for name in ("E", "N"):
            place = head.index(name)
            row[place] = f"{float(row[place]) + rng.uniform(-4, 4):.2f}"
        if number < 3:
            row[head.index("Cu")] = "<0.1"
    table.write_text("\n".join([lines[0], *(",".join(row) for row in rows)]) + "\n")
    job = small_job(table)
    changed = job.model_copy(
        update={
            "network": job.network.model_copy(update={"coding": "ordered", "layers": "3-4-1"}),
            "preparation": job.preparation.model_copy(update={"censored_of": {"Cu": "root2"}}),
        }
    )
    carry_out(changed, tmp_path / "run")
    return RunFolder(tmp_path / "run")


Kind = TypeVar("Kind", Failed, Finished)


def last_of(events: list[Event], kind: type[Kind]) -> Kind:
    """Return the last event, which must be of a kind."""
    assert isinstance(events[-1], kind), events[-1]
    return events[-1]


def test_any_layer_of_a_run_is_gridded_and_classes_by_the_nearest_alone(tmp_path: Path) -> None:
    run, out = scattered_run(tmp_path), tmp_path / "g.npz"
    for layer in ("entropy", "probability", "p:a", "missing", "difference", "residual:Cu"):
        words = ("--layer", layer, "--method", "kriging", "--cell", 5, "--out", out)
        code, events = command("grid", run.path, *words)
        assert code == 0, events[-1]
        with np.load(out) as file:
            values = file["values"][np.isfinite(file["values"])]
        assert len(values)
        if layer not in ("difference", "residual:Cu"):
            assert 0 <= values.min() <= values.max() <= 1
    code, events = command("grid", run.path, "--layer", "class", "--method", "idw", "--out", out)
    assert code == 2
    assert "nearest" in str(last_of(events, Failed).message)
    tif = tmp_path / "g.tif"
    assert (
        command("grid", run.path, "--layer", "class", "--method", "nearest", "--out", tif)[0] == 0
    )
    same = ("--nearest", "--out", tmp_path / "e.tif")
    assert command("export", run.path, *same)[0] == 0
    with rasterio.open(tif) as one, rasterio.open(tmp_path / "e.tif") as other:
        assert np.array_equal(one.read(1), other.read(1))
        assert one.colormap(1) == other.colormap(1)


def test_rasters_and_sheets_of_a_run_are_interpolated_alike(tmp_path: Path) -> None:
    run = scattered_run(tmp_path)
    how = ("--method", "idw", "--cell", 5, "--reach", 3)
    assert command("grid", run.path, "--layer", "p:b", *how, "--out", tmp_path / "g.tif")[0] == 0
    layers = ("--layer", "probabilities")
    assert command("export", run.path, *layers, *how, "--out", tmp_path / "p.tif")[0] == 0
    with rasterio.open(tmp_path / "g.tif") as one, rasterio.open(tmp_path / "p.tif") as all_:
        band = all_.descriptions.index("Probability: b") + 1
        assert np.array_equal(one.read(1), all_.read(band), equal_nan=True)
    for layer, method, code in (("p:b", "rbf", 0), ("class", "nearest", 0), ("class", "idw", 2)):
        words = ("--layer", layer, "--method", method, "--out", tmp_path / "m.png", "--dpi", 60)
        assert command("map", run.path, *words)[0] == code


def test_limits_follow_the_rule_of_the_element(tmp_path: Path) -> None:
    run, out = scattered_run(tmp_path), tmp_path / "g.npz"

    def lowest(*words: object) -> float:
        nearest = ("--method", "nearest", "--cell", 2, "--out", out)
        assert command("grid", *words, "--column", "Cu", *nearest)[0] == 0
        with np.load(out) as file:
            return float(np.nanmin(file["values"]))

    assert lowest(run.path) == pytest.approx(0.1 / 2**0.5)
    table = tmp_path / "table.csv"
    assert lowest(table) == pytest.approx(0.05)
    assert lowest(table, "--censored", "limit") == pytest.approx(0.1)
    estimates = [lowest(table, "--censored", rule) for rule in ("ros", "impute")]
    assert all(0 < estimate < 0.1 for estimate in estimates)
    assert estimates[0] != estimates[1]


def test_a_cell_and_a_distance_are_proposed_with_their_reason(tmp_path: Path) -> None:
    table, places, _ = survey(tmp_path / "t.csv")
    code, events = command("grid", table, "--column", "Cu_ppm", "--propose")
    assert code == 0
    finished = last_of(events, Finished)
    found = finished.values
    assert found["radius"] == pytest.approx(2 * found["spacing"], rel=0.05)
    assert found["cell"] == propose(places[:, 0].round(3), places[:, 1].round(3), PLANE).cell
    assert "times the usual distance" in str(finished.message.values["reason"])


def test_what_the_command_cannot_do_is_told(tmp_path: Path) -> None:
    table, _, _ = survey(tmp_path / "t.csv")
    before = table.read_bytes()
    for words in (
        ("--column", "Cu_ppm", "--x", "E", "--y", "N", "--out", tmp_path / "g.png"),
        ("--column", "Zn", "--x", "E", "--y", "N", "--out", tmp_path / "g.tif"),
        ("--column", "Cu_ppm", "--x", "E", "--y", "N", "--out", table),
        ("--column", "Cu_ppm", "--x", "E", "--y", "N", "--cell", "1e-9", "--out", "g.tif"),
    ):
        assert command("grid", table, *words)[0] == 2
    assert table.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir() if path.suffix in (".tif", ".png")] == []
