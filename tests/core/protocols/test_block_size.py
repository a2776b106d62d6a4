"""Blocks are as wide as features are alike, and what they keep apart is not flattered."""

from __future__ import annotations

import gstools
import numpy as np
import pytest
from pyproj import Transformer
from sklearn.neighbors import KNeighborsClassifier

from core.protocols.block_size import BLOCKS_A_FOLD, BlockSize, propose_block_size
from core.protocols.blocks import lay_blocks
from core.protocols.division import Division
from core.protocols.plane import plane_of
from datasets.dataset import Dataset
from datasets.random_fields import gaussian_field
from tests.core.protocols.small_divisions import Floats, dataset_of, divided

WIDTH = 100_000.0
UTM = "EPSG:32635"


def places_of(rows: int, seed: int) -> Floats:
    """Return samples strewn over a square in UTM zone 35."""
    corner = np.array([450_000.0, 7_200_000.0])
    return corner + np.random.default_rng(seed).uniform(0, WIDTH, (rows, 2))


def fields(places: Floats, reach: float, count: int, seed: int) -> Floats:
    """Return values of random fields whose spherical variogram has this range."""
    model = gstools.Spherical(dim=2, var=1.0, len_scale=reach)
    fields = [gstools.SRF(model, seed=seed * 100 + each) for each in range(count)]
    return np.column_stack([field(places.T) for field in fields])


def proposed(dataset: Dataset, folds: int = 5, degrees: bool = False) -> BlockSize:
    return propose_block_size(plane_of(dataset, degrees), dataset.features, dataset.labelled, folds)


@pytest.mark.parametrize("reach", [8_000.0, 20_000.0])
def test_blocks_are_about_as_wide_as_the_range_of_a_known_field(reach: float) -> None:
    places = places_of(500, 3)
    dataset = dataset_of(np.arange(500) % 3, places, features=fields(places, reach, 3, 1), crs=UTM)
    found = proposed(dataset)
    assert reach / 2 < found.reach < reach * 2
    assert found.size == pytest.approx(found.reach, rel=0.05)
    assert found.notice is None


def test_few_extreme_values_change_no_range() -> None:
    """An outlier of a thousand standard deviations would be all the variance there is."""
    places = places_of(400, 3)
    features = fields(places, 20_000.0, 2, 2)
    plain = proposed(dataset_of(np.arange(400) % 2, places, features=features, crs=UTM))
    features[::100] *= 1000.0
    wild = proposed(dataset_of(np.arange(400) % 2, places, features=features, crs=UTM))
    assert wild.reach == pytest.approx(plain.reach, rel=0.3)


def test_blocks_too_few_for_the_folds_are_made_smaller_and_told() -> None:
    places = places_of(400, 5)
    features = fields(places, 90_000.0, 2, 3)
    dataset = dataset_of(np.arange(400) % 2, places, features=features, crs=UTM)
    found = proposed(dataset, folds=10)
    assert found.size < found.reach
    assert "blocks so large would be too few, so they are" in str(found.notice)
    assert f"{found.size:,g} m" in str(found.notice)
    blocks = lay_blocks(plane_of(dataset, False), found.size)
    # rounded to two figures, it may be a little larger than was counted
    assert len(np.unique(blocks.of_rows)) >= 0.9 * BLOCKS_A_FOLD * 10
    # fewer folds need fewer blocks
    assert proposed(dataset, folds=2).size > found.size


def test_only_labelled_samples_count_as_filling_blocks() -> None:
    """Labels in one corner need small blocks, however wide the survey."""
    places = places_of(600, 6)
    target = np.full(600, -1)
    near = np.flatnonzero((places < places.min(axis=0) + WIDTH / 4).all(axis=1))
    target[near] = np.arange(len(near)) % 2
    features = fields(places, 30_000.0, 2, 4)
    everywhere = proposed(dataset_of(np.arange(600) % 2, places, features=features, crs=UTM))
    corner = proposed(dataset_of(target, places, features=features, crs=UTM))
    assert corner.reach == everywhere.reach
    assert corner.size < everywhere.size / 2


@pytest.mark.parametrize("known", [True, False])
def test_degrees_give_the_blocks_that_metres_give(known: bool) -> None:
    """At 65° north a degree of longitude is 47 km, one of latitude 111 km."""
    places = places_of(400, 7)
    to_degrees = Transformer.from_crs(UTM, "EPSG:4326", always_xy=True)
    degrees = np.column_stack(to_degrees.transform(*places.T))
    features = fields(places, 20_000.0, 2, 5)
    target = np.arange(400) % 2
    metres = proposed(dataset_of(target, places, features=features, crs=UTM))
    crs = "EPSG:4326" if known else ""
    dataset = dataset_of(target, degrees, features=features, crs=crs)
    turned = proposed(dataset, degrees=not known)
    assert turned.size == pytest.approx(metres.size, rel=0.1)
    assert plane_of(dataset, not known).unit == "m"
    size = metres.size
    ours = lay_blocks(plane_of(dataset, not known), size).of_rows
    theirs = lay_blocks(plane_of(dataset_of(target, places, crs=UTM), False), size).of_rows
    assert len(np.unique(ours)) == pytest.approx(len(np.unique(theirs)), rel=0.25)


def test_a_block_is_as_wide_as_it_says() -> None:
    places = places_of(500, 8)
    dataset = dataset_of(np.arange(500) % 2, places, crs=UTM)
    blocks = lay_blocks(plane_of(dataset, False), 15_000.0)
    columns, rows = blocks.of_rows % blocks.columns, blocks.of_rows // blocks.columns
    for axis, cells in enumerate((columns, rows)):
        low = blocks.origin[axis] + 15_000.0 * cells
        assert (places[:, axis] >= low - 1e-6).all()
        assert (places[:, axis] <= low + 15_000.0 + 1e-6).all()
    # they reach over both edges by the same
    over = places.min(axis=0) - np.array(blocks.origin)
    assert (over >= 0).all()
    assert (over < 7_500.0 + 1e-6).all()


# --- honesty ------------------------------------------------------------------------------


def test_blocks_with_a_buffer_do_not_flatter_what_knows_places_alone() -> None:
    """Features and classes are fields that know nothing of each other.

    Neighbours share both, so a random division lets the nearest sample give the class away. Held
    out by blocks farther apart than the fields reach, the truth comes out: a toss of a coin.
    """
    cells = 26
    places = 1000.0 * np.argwhere(np.ones((cells, cells))).astype(np.float64)
    features = np.column_stack([smooth(cells, 100 + each) for each in range(6)])
    right: dict[str, list[float]] = {"folds": [], "blocks": []}
    for seed in range(8):
        target = (smooth(cells, seed) > 0).astype(np.int64)
        dataset = dataset_of(target, places, features=features, crs=UTM)
        for protocol, shares in right.items():
            division = divided(
                dataset, seed=seed, protocol=protocol, block_size=7_000.0, buffer=5_000.0
            )
            shares.append(nearest_right(dataset, division))
    flattered, honest = np.mean(right["folds"]), np.mean(right["blocks"])
    assert flattered > 0.75
    assert honest < 0.6
    assert flattered - honest > 0.2


def smooth(cells: int, seed: int) -> Floats:
    """Return a field over square cells that is alike as far as four of them."""
    field = gaussian_field(cells, cells, 4.0, np.random.default_rng(seed)).ravel()
    return field - np.median(field)


def nearest_right(dataset: Dataset, division: Division) -> float:
    """Return the share of held-out samples that the most alike sample in training is right of."""
    right = 0
    for each in division.splits:
        rest = np.setdiff1d(dataset.labelled, np.union1d(each.held_out, each.left_out))
        classifier = KNeighborsClassifier(1).fit(dataset.features[rest], dataset.target[rest])
        named = classifier.predict(dataset.features[each.held_out])
        right += int((named == dataset.target[each.held_out]).sum())
    return right / len(dataset.labelled)
