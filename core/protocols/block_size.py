"""How large blocks should be: as far as the features of a survey are alike."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.protocols.blocks import can_be_laid, lay_blocks
from core.protocols.plane import Plane
from datasets.messages import InputError, Message, message

Floats = NDArray[np.float64]
# features whose variograms are fitted, and samples that each is estimated from
MOST_FEATURES, MOST_SAMPLES = 12, 600
# blocks with labelled samples that each fold should have to draw from
BLOCKS_A_FOLD = 3
# share of the sill at which samples count as unlike
UNLIKE = 0.95


@dataclass(frozen=True)
class BlockSize:
    """A proposal.

    Attributes
    ----------
    size
        Side of a block, two figures.
    reach
        Median distance at which the variograms of the features reach 95 % of their sill; NaN
        where none could be fitted.
    notice
        Why the blocks are smaller than that, where they are.
    """

    size: float
    reach: float
    notice: Message | None = None


def propose_block_size(
    plane: Plane, features: Floats, labelled: NDArray[np.int64], folds: int
) -> BlockSize:
    """Propose blocks as wide as the features are alike, with enough of them for the folds.

    That blocks should be no smaller than the range of spatial autocorrelation is the advice of
    Roberts, D. R. et al., 2017, Cross-validation strategies for data with temporal, spatial,
    hierarchical, or phylogenetic structure, Ecography 40, 913-929; that the median range over the
    features be taken, of Valavi, R. et al., 2019, blockCV, Methods in Ecology and Evolution 10,
    225-232. Values are replaced by their ranks, so that no single one decides.

    Parameters
    ----------
    features
        float64, shape (P, S), NaN where missing.
    labelled
        Rows that are divided.
    folds
        Number of folds that the blocks go into.

    Raises
    ------
    InputError
        When all labelled samples lie in one place.
    """
    placed = labelled[plane.is_placed[labelled]]
    extent = float(np.ptp(plane.places[placed], axis=0).max()) if len(placed) else 0.0
    if extent == 0:
        raise InputError(
            "All labelled samples lie in one place, so there are no blocks to hold out; judge by "
            "folds."
        )
    reach = _median_reach(plane, features)
    wanted = _two_figures(reach if np.isfinite(reach) else extent / 5)
    size = _two_figures(_dividing(plane, placed, wanted, BLOCKS_A_FOLD * folds))
    if not np.isfinite(reach):
        return BlockSize(size, reach, _no_variogram(plane.written(size)))
    notice = _smaller(plane.written(_two_figures(reach)), plane.written(size))
    return BlockSize(size, reach, notice if size < wanted else None)


def _dividing(plane: Plane, placed: NDArray[np.int64], wanted: float, blocks: int) -> float:
    """Return the largest size up to `wanted` with so many blocks that hold samples.

    Samples crowded into a few places fill fewer, however small they are: then the largest with
    the most of them.
    """
    found, most, size = wanted, 0, wanted
    # rounded to two figures, a size falls by a twentieth at most
    while most < blocks and can_be_laid(plane, 0.9 * size):
        occupied = len(np.unique(lay_blocks(plane, size).of_rows[placed]))
        if occupied > most:
            found, most = size, occupied
        size *= 0.8
    return found


def _median_reach(plane: Plane, features: Floats) -> float:
    """Return how far the features are alike, NaN where none says so."""
    # gstools takes a second to load
    from core.grid_methods.variogram import LEAST

    placed = np.flatnonzero(plane.is_placed)
    rng = np.random.default_rng(0xB10C)
    columns = np.arange(features.shape[1])
    if len(columns) > MOST_FEATURES:
        columns = np.sort(rng.choice(len(columns), MOST_FEATURES, replace=False))
    found = []
    for column in columns:
        rows = placed[np.isfinite(features[placed, column])]
        if len(rows) > MOST_SAMPLES:
            rows = rng.choice(rows, MOST_SAMPLES, replace=False)
        if len(rows) >= LEAST:
            found.append(_reach(plane.places[rows], features[rows, column]))
    known = [reach for reach in found if np.isfinite(reach)]
    return float(np.median(known)) if known else float("nan")


def _reach(places: Floats, values: Floats) -> float:
    """Return where the variogram of a feature levels out, NaN where it has none to speak of."""
    from scipy.stats import rankdata

    from core.grid_methods.variogram import LAGS, fitted_variogram

    try:
        variogram = fitted_variogram(places, rankdata(values) / len(values), "spherical")
    except InputError:
        return float("nan")
    if variogram.sill <= 0.05 * variogram.nugget:
        return float("nan")
    reach = float(variogram.gstools_model(2).percentile_scale(UNLIKE))
    # beyond the longest lag a range is a guess, the survey has a trend; so it is within the first
    longest = float(np.linalg.norm(np.ptp(places, axis=0))) / 3
    return float(np.clip(reach, longest / LAGS, longest))


def _two_figures(value: float) -> float:
    return float(f"{value:.1e}")


def _no_variogram(size: str) -> Message:
    return message(
        "The features have no variogram to take a block size from, so blocks are {size}, a fifth "
        "of the survey at most.",
        size=size,
    )


def _smaller(reach: str, size: str) -> Message:
    return message(
        "The features are alike as far as {reach}; blocks so large would be too few, so they are "
        "{size}, and samples of neighbouring blocks still resemble each other.",
        reach=reach,
        size=size,
    )
