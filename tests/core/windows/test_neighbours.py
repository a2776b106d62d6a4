"""Cells around samples, each once: of them come the windows that a run cuts."""

from __future__ import annotations

import numpy as np
import torch
from hypothesis import given
from hypothesis import strategies as st

from core.windows.neighbours import neighbours_of
from core.windows.raster import find_cells
from core.windows.samples import cut_windows


@given(side=st.integers(2, 8), half=st.integers(1, 4), seed=st.integers(0, 99))
def test_windows_put_together_are_those_that_are_cut(side: int, half: int, seed: int) -> None:
    """With gaps, edges, cells of several samples and samples without a place."""
    chance = np.random.default_rng(seed)
    count = int(chance.integers(3, 2 * side * side))
    places = 100.0 * np.concatenate([[[0, 0], [side, side]], chance.integers(0, side, (count, 2))])
    places[chance.random(len(places)) < 0.1] = np.nan
    places[:2] = np.array([[0.0, 0.0], [100.0 * side, 100.0 * side]])
    values = chance.normal(size=(len(places), 2))
    grid = find_cells(places[:, 0], places[:, 1], "", (100.0, 100.0))
    rows = np.sort(chance.permutation(len(places))[: len(places) // 2 + 1])
    found = neighbours_of(rows, grid, 2 * half + 1)
    cells = np.vstack([found.means(values[found.rows]), np.zeros(2)])
    windows = np.moveaxis(cells[found.around], -1, 1)
    expected = cut_windows(values, grid, 2 * half + 1, mask=True).batch(torch.from_numpy(rows))
    np.testing.assert_allclose(windows, expected[:, :2].numpy(), atol=1e-6)
    np.testing.assert_array_equal(found.around >= 0, expected[:, 2].numpy() == 1)


def test_no_row_is_read_that_no_window_reaches() -> None:
    row, column = np.divmod(np.arange(100), 10)
    grid = find_cells(100.0 * column, 100.0 * row, "", (100.0, 100.0))
    found = neighbours_of(np.array([0, 1]), grid, 3)
    assert np.unique(found.rows).tolist() == [0, 1, 2, 10, 11, 12]
    assert found.cells == 8
