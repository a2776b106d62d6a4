"""Windows of cells: each holds what lies around its sample, and nothing else."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from core.cnn.augmenting import Augmenter
from core.job_sections.images import Augmentation
from core.windows.raster import find_cells
from core.windows.samples import cut_windows
from datasets.messages import InputError

Floats = NDArray[np.float64]


@given(
    side=st.integers(3, 9),
    half=st.integers(1, 4),
    features=st.integers(1, 3),
    seed=st.integers(0, 99),
)
def test_a_window_is_cut_from_the_maps_and_gaps_are_masked(
    side: int, half: int, features: int, seed: int
) -> None:
    chance = np.random.default_rng(seed)
    rows, columns = np.divmod(np.arange(side * side), side)
    kept = np.sort(chance.permutation(side * side)[: max(side * side - 3, side * side // 2 + 2)])
    rows, columns = rows[kept], columns[kept]
    inputs = chance.normal(size=(len(kept), features))
    grid = find_cells(columns * 100.0, rows * 100.0, "", (100.0, 100.0))
    windows = cut_windows(inputs, grid, 2 * half + 1, mask=True)
    maps = np.zeros((features + 1, side + 2 * half, side + 2 * half), np.float32)
    top, left = int(rows.min()), int(columns.min())
    for row, column, own in zip(rows, columns, inputs, strict=True):
        maps[:features, row - top + half, column - left + half] = own
        maps[features, row - top + half, column - left + half] = 1
    found = windows.batch(torch.arange(len(kept))).numpy()
    for number, (row, column) in enumerate(zip(rows - top, columns - left, strict=True)):
        expected = maps[:, row : row + 2 * half + 1, column : column + 2 * half + 1]
        np.testing.assert_array_equal(found[number], expected)


def test_a_sample_without_coordinates_stands_alone_in_its_window() -> None:
    x = np.array([0.0, 100.0, 0.0, 100.0, np.nan])
    y = np.array([0.0, 0.0, 100.0, 100.0, 50.0])
    grid = find_cells(x, y, "", (100.0, 100.0))
    assert grid.index.tolist() == [0, 1, 2, 3, -1]
    lost = cut_windows(np.arange(1.0, 6.0)[:, None], grid, 3, mask=True).batch(torch.tensor([4]))[0]
    assert lost[0].sum() == lost[0, 1, 1] == 5
    assert lost[1].sum() == lost[1, 1, 1] == 1


def test_samples_of_one_cell_are_averaged_around_but_keep_their_own_value() -> None:
    grid = find_cells(np.array([0.0, 0.0, 100.0]), np.array([0.0, 1.0, 0.0]), "", (100.0, 100.0))
    windows = cut_windows(np.array([[1.0], [3.0], [7.0]]), grid, 3, mask=False)
    found = windows.batch(torch.arange(3))[:, 0].numpy()
    assert found[:, 1, 1].tolist() == [1, 3, 7]
    assert found[2, 1, 0] == 2


def test_turned_windows_keep_their_middle() -> None:
    grid = find_cells(*_square(5), "")
    windows = cut_windows(np.arange(25.0)[:, None], grid, 3, mask=True)
    augmenter = Augmenter(Augmentation(flip=True), windows.shape)
    generator = torch.Generator().manual_seed(1)
    rows = torch.full((64,), 12)
    turned = windows.batch(rows, augmenter, generator)
    plain = windows.batch(rows)
    assert torch.equal(turned[:, :, 1, 1], plain[:, :, 1, 1])
    assert len({tuple(each.flatten().tolist()) for each in turned[:, 0]}) == 8


def _square(side: int) -> tuple[Floats, Floats]:
    rows, columns = np.divmod(np.arange(side * side), side)
    return columns.astype(float), rows.astype(float)


def test_cells_that_are_too_many_are_refused() -> None:
    with pytest.raises(InputError, match="choose a larger cell size"):
        find_cells(np.array([0.0, 1e6]), np.array([0.0, 1e6]), "", (1.0, 1.0))
    with pytest.raises(InputError, match="No sample has coordinates"):
        find_cells(np.full(3, np.nan), np.full(3, np.nan), "", (1.0, 1.0))
