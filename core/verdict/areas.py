"""How small an area holds the deposits: success-rate curve and prediction–area plot of a class.

Cells, of equal area, are ranked by the probability of the class; a held-out sample stands among
them at the probability that members gave it which had not seen it. So the curve is what C.-J. F.
Chung & A. G. Fabbri (2003, Validation of spatial prediction models for landslide hazard mapping,
Natural Hazards 30, 451-472) call the prediction-rate curve.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.verdict.thinning import thinned

Array = NDArray[np.float64]
Score = dict[str, Any]

# levels of the prediction–area plot from each of held-out samples, shares of the area and scores;
# the crossing is one more
_FROM_SAMPLES, _FROM_AREA, _FROM_SCORES = 99, 50, 50


@dataclass(frozen=True)
class Placed:
    """Held-out samples of a class among the cells.

    Attributes
    ----------
    cells
        Probabilities of M cells, ascending, shape (M,).
    levels
        Probabilities that held-out samples have, each once, descending, shape (k,).
    captured
        Share of the samples at each level or above it, shape (k,).
    area
        Share of the cells above the first level, at it or above, above the second …, between
        0 and 1 at the ends, shape (2 k + 2,); a vertex of the success-rate curve each.
    """

    cells: Array
    levels: Array
    captured: Array
    area: Array

    @property
    def vertices(self) -> Array:
        """Share of the samples at each vertex, shape (2 k + 2,)."""
        before = np.concatenate(([0.0], self.captured[:-1]))
        pairs = np.column_stack((before, self.captured)).ravel()
        return np.concatenate(([0.0], pairs, [1.0]))


def placed(score: Array, cells: Array) -> Placed:
    """Place held-out samples of a class among the cells.

    Where samples and cells have the same probability the curve runs straight from before to after
    them, as if any order among them were as likely.

    Parameters
    ----------
    score
        float64, shape (n,), 1 or more. Held-out probability of the class for its samples.
    cells
        float, shape (M,), 1 or more, without NaN. Probability of the class for all cells.
    """
    ordered = np.sort(cells)
    levels, counts = np.unique(score.astype(ordered.dtype), return_counts=True)
    levels, counts = levels[::-1], counts[::-1]
    sides = [np.searchsorted(ordered, levels, side=side) for side in ("right", "left")]
    area = 1 - np.column_stack(sides).ravel() / len(ordered)
    captured = np.cumsum(counts) / len(score)
    return Placed(ordered, levels, captured, np.concatenate(([0.0], area, [1.0])))


def success_rate(found: Placed) -> Score:
    """Return "area" and "captured", 200 points or fewer from (0, 0) to (1, 1), and "auc".

    The area under the curve, 0 to 1, is the chance that a held-out sample has a higher
    probability than a cell, ties half; 0.5 is what ranking at random has.
    """
    area, captured = thinned(found.area, found.vertices)
    auc = float(np.trapezoid(found.vertices, found.area))
    return {"area": area.tolist(), "captured": captured.tolist(), "auc": auc}


def prediction_area(found: Placed) -> Score:
    """Return the prediction–area plot and its crossing.

    M. Yousefi & E. J. M. Carranza (2015), Prediction–area (P–A) plot and C–A fractal analysis to
    classify and evaluate evidential maps for mineral prospectivity modeling, Computers &
    Geosciences 79, 69-81: over the probability the share of samples and, downwards, that of the
    area at or above it. They cross where captured = 1 - area; the higher, the better.

    Returns
    -------
    dict
        "score" ascending, "captured" and "area" at or above it, 200 or fewer, and "crossing" with
        "score", "captured", "area" and "weight" = ln(captured / area), the natural logarithm of
        the normalised density; None where the area is 0.
    """
    crossing = _crossing(found)
    score = _levels(found, crossing["score"])
    # levels descend, so that those at or above a score are the first ones
    places = np.searchsorted(-found.levels, -score, side="right")
    captured = np.concatenate(([0.0], found.captured))[places]
    area = 1 - np.searchsorted(found.cells, score, side="left") / len(found.cells)
    return {
        "score": score.tolist(),
        "captured": captured.tolist(),
        "area": area.tolist(),
        "crossing": crossing,
    }


def _crossing(found: Placed) -> Score:
    """Where the success-rate curve meets captured = 1 - area, which it does once."""
    captured = found.vertices
    total = found.area + captured
    end = int(np.searchsorted(total, 1.0))
    share = (1.0 - total[end - 1]) / (total[end] - total[end - 1])
    area = float(found.area[end - 1] + share * (found.area[end] - found.area[end - 1]))
    right = 1.0 - area
    return {
        "score": _score_at(found, end, area),
        "captured": right,
        "area": area,
        "weight": math.log(right / area) if 0 < area < 1 else None,
    }


def _score_at(found: Placed, end: int, area: float) -> float:
    """Probability where `area` is reached on the way to vertex `end`."""
    if end % 2 == 0 and end <= 2 * len(found.levels):
        return float(found.levels[end // 2 - 1])
    # rounded, or a whole number of cells may become one more
    cells = math.ceil(round(area * len(found.cells), 6))
    return float(found.cells[len(found.cells) - max(cells, 1)])


def _levels(found: Placed, crossing: float) -> Array:
    cells = found.cells
    chosen = (
        _evenly(found.levels, _FROM_SAMPLES),
        _evenly(cells, _FROM_AREA),
        np.linspace(cells[0], cells[-1], _FROM_SCORES, dtype=cells.dtype),
        np.array([crossing], dtype=cells.dtype),
    )
    return np.unique(np.concatenate(chosen))


def _evenly(values: Array, most: int) -> Array:
    places = np.linspace(0, len(values) - 1, min(most, len(values))).astype(np.int64)
    return values[places]
