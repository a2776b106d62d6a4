"""The synthetic copper survey has the figures its card states."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from datasets import copper
from datasets.examples import EXAMPLES, example
from datasets.random_fields import gaussian_field
from datasets.table import read_table


def test_shape_and_columns() -> None:
    table = copper.copper_table()
    assert table.rows == 22_400
    assert table.names == (
        "sample",
        "easting_m",
        "northing_m",
        *copper.ELEMENT_COLUMNS,
        "deposit_type",
    )
    assert [c.kind for c in table.columns] == ["text", *["number"] * 16, "text"]
    assert not table.notices
    east, north = table.column("easting_m").values, table.column("northing_m").values
    assert sorted(set(np.diff(np.unique(east)))) == [2000.0]
    assert sorted(set(np.diff(np.unique(north)))) == [2000.0]
    # Within 114° to 120° E of the zone at these latitudes.
    assert 300_000 < east.min() < east.max() < 700_000


def test_it_is_read_once_and_like_any_table() -> None:
    assert read_table("example:copper") is copper.copper_table()
    assert copper.copper_table().source == "example:copper"


def test_the_same_seed_gives_the_same_survey() -> None:
    first = copper.generate(1)
    copper._survey.cache_clear()
    assert copper.generate(1).equals(first)
    other = copper.generate(2)
    assert not other.equals(first)
    assert Counter(other["deposit_type"]) == Counter(first["deposit_type"])


def test_classes() -> None:
    counts = Counter(value for value in copper.copper_table().column("deposit_type").values)
    assert counts.pop("no anomaly") == 40
    assert counts.pop(None) == 22_400 - 73
    assert counts == {
        "magmatic": 5,
        "porphyry": 6,
        "skarn": 5,
        "marine volcanic": 5,
        "continental volcanic": 4,
        "metamorphosed": 4,
        "marine sedimentary": 4,
    }


def test_quiet_samples_are_below_the_limit_and_far_away() -> None:
    table = copper.copper_table()
    quiet = np.flatnonzero(table.column("deposit_type").values == "no anomaly")
    values = table.column("Cu_ppm").values[quiet]
    assert np.nanmax(values) < copper.COPPER_LIMIT
    east, north = table.column("easting_m").values, table.column("northing_m").values
    for deposit in copper.occurrences():
        away = np.hypot(east[quiet] - deposit.easting, north[quiet] - deposit.northing)
        assert away.min() > 20_000


def test_the_documented_recipe_gives_the_limit() -> None:
    """Trimmed at mean ± 2 sd until nothing is outside; by itself, without the program's methods."""
    left = copper.copper_table().column("Cu_ppm").values
    left = left[np.isfinite(left)]
    while True:
        mean, sd = left.mean(), left.std(ddof=1)
        kept = left[np.abs(left - mean) <= 2 * sd]
        if len(kept) == len(left):
            break
        left = kept
    assert mean + 2 * sd == pytest.approx(copper.COPPER_LIMIT, abs=0.05)
    assert copper.__doc__ is not None
    assert "mean is 24.48 ppm instead of the national 25.6" in " ".join(copper.__doc__.split())
    assert copper.COPPER_MEAN == 24.48


@pytest.mark.parametrize("column", copper.ELEMENT_COLUMNS)
def test_marginals(column: str) -> None:
    unit, mean, sd, limit = copper.BACKGROUND[column.split("_")[0]]
    cells = copper.copper_table().column(column)
    assert column.endswith(unit)
    median = np.exp(np.log(mean) - sd**2 / 2)
    # The haloes lift Cu, which all seven types are rich in, the most.
    assert np.nanmedian(cells.values) == pytest.approx(median, rel=0.12)
    assert np.nanstd(np.log(cells.values)) == pytest.approx(sd, rel=0.15)
    assert 0.001 < cells.missing / 22_400 < 0.006
    share = cells.censored.mean()
    assert 0.01 < share < 0.08 if limit else share == 0


def test_values_have_three_digits() -> None:
    cells = copper.generate()["Zn_ppm"]
    digits = cells.str.replace(".", "").str.lstrip("0").str.len()
    assert digits.max() == 3
    assert not cells.str.contains("e").any()


def test_occurrences_stand_where_the_types_say() -> None:
    found, types = copper.occurrences(), copper.true_types()
    assert len(found) == 63
    assert sum(deposit.labelled for deposit in found) == 33
    assert types.shape == (22_400,)
    assert all(types[deposit.index] == deposit.type for deposit in found)
    assert 0.05 < np.mean(types != copper.NO_ANOMALY) < 0.15
    label = copper.generate()["deposit_type"]
    assert all(label[d.index] == (d.type if d.labelled else "") for d in found)


def test_types_can_be_told_apart_but_not_perfectly() -> None:
    table = copper.copper_table()
    label = table.column("deposit_type").values
    deposits = np.flatnonzero([text not in (None, copper.NO_ANOMALY) for text in label])
    values = np.log(np.column_stack([table.column(c).values for c in copper.ELEMENT_COLUMNS]))
    values = np.where(np.isnan(values), np.nanmedian(values, axis=0), values)
    values = (values - values.mean(axis=0)) / values.std(axis=0)
    right = 0
    for held in deposits:
        others = deposits[deposits != held]
        means = {t: values[others[label[others] == t]].mean(axis=0) for t in copper.SIGNATURES}
        nearest = min(means, key=lambda t: float(np.sum((values[held] - means[t]) ** 2)))
        right += nearest == label[held]
    assert 0.5 < right / len(deposits) < 1


def test_haloes_raise_copper_and_fall_with_distance() -> None:
    table = copper.copper_table()
    east, north = table.column("easting_m").values, table.column("northing_m").values
    values = table.column("Cu_ppm").values
    rings: list[list[float]] = [[], [], []]
    for deposit in copper.occurrences():
        away = np.hypot(east - deposit.easting, north - deposit.northing) / deposit.radius
        for ring, (low, high) in zip(rings, ((0, 0.3), (0.7, 1.1), (2, 2.5)), strict=True):
            ring.append(float(np.nanmedian(values[(away >= low) & (away < high)])))
    medians = [np.nanmedian(ring) for ring in rings]
    assert medians[0] > 1.5 * medians[1] > 1.5 * medians[2] > 0


def test_a_field_is_standard_and_smooth() -> None:
    field = gaussian_field(60, 80, 5.0, np.random.default_rng(0))
    assert field.shape == (60, 80)
    assert field.mean() == pytest.approx(0, abs=1e-12)
    assert field.std() == pytest.approx(1)
    assert np.mean(field[:, 1:] * field[:, :-1]) > 0.9
    assert abs(np.mean(field[:, 0] * field[:, -1])) < 0.6


def test_the_list_of_examples() -> None:
    found = example("copper")
    assert found.synthetic
    assert "synthetic" in str(found.title).lower()
    assert "synthetic" in str(found.description).lower()
    assert found.crs == copper.CRS == "EPSG:4509"
    assert list(EXAMPLES) == ["copper", "gold"]
