"""Cells, points, deposits and their legends on the axes of a map sheet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.cm import ScalarMappable
from matplotlib.colors import LogNorm, Normalize
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from numpy.typing import NDArray

from core.class_colours import ClassColours
from core.exporting.layers import Layer
from core.exporting.results import Results, rgba
from core.map_values import is_striped

# matplotlib's names for the marker shapes of core.class_colours
MARKERS = {
    "o": "o", "s": "s", "t1": "^", "d": "D", "star": "*", "+": "P", "x": "X", "h": "h",
    "t": "v", "p": "p", "t2": ">", "t3": "<",
}  # fmt: skip
SPARSE_PART = 0.2
PERCENTILES = (2.0, 98.0)
# values of a layer that span more than this are drawn on a logarithmic scale
WIDE = 30.0
# points above which a vector file holds them as a picture
MOST_VECTORS = 5000
COLOUR_MAP = "viridis"
# share of its light that a stripe of a hatched cell keeps
STRIPE = 0.62
Pixels = NDArray[np.uint8]


def class_pixels(results: Results) -> Pixels:
    """Return the colour of each row's class, uint8, shape (rows, 4); transparent without one."""
    colours = results.mapped_palette
    palette = np.array(
        [*(rgba(colours.colour(code)) for code in range(len(colours))), (0, 0, 0, 0)]
    )
    return np.asarray(palette[results.mapped_codes], np.uint8)


def raster_pixels(values: NDArray[Any], scale: ScalarMappable) -> Pixels:
    """Return the colour of each cell, uint8, shape (rows, columns, 4); transparent in gaps."""
    pixels = (scale.to_rgba(values) * 255).round().astype(np.uint8)
    pixels[~np.isfinite(values)] = 0
    return pixels


def value_pixels(layer: Layer) -> tuple[Pixels, ScalarMappable]:
    """Return the colour of each row's value, and the scale between both.

    The scale spans the possible values, or the 2nd to 98th percentile where there are no limits.
    """
    known = layer.values[np.isfinite(layer.values)]
    scale = ScalarMappable(_norm(layer, known), COLOUR_MAP)
    return raster_pixels(layer.values, scale), scale


def _norm(layer: Layer, known: NDArray[np.float64]) -> Normalize:
    if layer.limits is not None:
        return Normalize(*layer.limits, clip=True)
    low, high = np.percentile(known, PERCENTILES) if known.size else (0.0, 1.0)
    if high <= low:
        high = low + 1.0
    wide = low > 0 and high / low > WIDE
    return LogNorm(low, high, clip=True) if wide else Normalize(low, high, clip=True)


def draw_pixels(
    axes: Axes, results: Results, pixels: Pixels, hatched: NDArray[np.bool_] | None = None
) -> None:
    """Draw the rows as cells of their grid, or as points.

    Parameters
    ----------
    hatched
        bool, shape (rows,): cells with darker stripes.
    """
    grid = results.grid
    if grid is None:
        _draw_points(axes, results, pixels)
        return
    draw_picture(axes, cell_pixels(pixels, grid.samples(), hatched), grid.bounds)


def cell_pixels(
    pixels: Pixels, samples: NDArray[np.int64], hatched: NDArray[np.bool_] | None = None
) -> Pixels:
    """Return the colours of cells, uint8, shape (rows, columns, 4), transparent without a sample.

    Parameters
    ----------
    samples
        int64, shape (rows, columns): row of the sample in each cell, -1 for none.
    hatched
        As for `draw_pixels`.
    """
    picture = np.where(samples[..., None] >= 0, pixels[samples], np.uint8(0))
    if hatched is not None:
        rows, columns = np.nonzero(hatched[samples] & (samples >= 0))
        striped = is_striped(rows, columns)
        rows, columns = rows[striped], columns[striped]
        picture[rows, columns, :3] = picture[rows, columns, :3] * STRIPE
    return picture


def draw_picture(axes: Axes, picture: Pixels, bounds: tuple[float, float, float, float]) -> None:
    """Draw cells, uint8, shape (rows, columns, 4), row 0 at the smallest y."""
    left, bottom, right, top = bounds
    axes.imshow(picture, origin="lower", extent=(left, right, bottom, top), interpolation="nearest")


def _draw_points(axes: Axes, results: Results, pixels: Pixels) -> None:
    known = np.isfinite(results.x) & np.isfinite(results.y)
    axes.scatter(
        results.x[known],
        results.y[known],
        s=float(np.clip(40_000 / max(1, int(known.sum())), 1, 36)),
        c=pixels[known] / 255.0,
        edgecolors="#00000080",
        linewidths=0.3,
        rasterized=int(known.sum()) > MOST_VECTORS,
    )


def draw_deposits(axes: Axes, results: Results) -> NDArray[np.int64]:
    """Draw labelled samples as symbols where they are sparse; return the codes of those drawn."""
    colours = results.palette
    known = results.codes_of("known")
    labelled = sparse_deposits(results)
    for code in np.unique(known[labelled]):
        chosen = labelled[known[labelled] == code]
        axes.scatter(
            results.x[chosen],
            results.y[chosen],
            s=42,
            c=[colours.colour(code)],
            marker=_marker(colours, code),
            edgecolors="black",
            linewidths=0.9,
            zorder=3,
        )
    return known[labelled]


def sparse_deposits(results: Results) -> NDArray[np.int64]:
    """Return the rows of deposits, none where so many samples are labelled that none stands out."""
    known = results.codes_of("known")
    labelled = np.flatnonzero((known >= 0) & np.isfinite(results.x) & np.isfinite(results.y))
    labelled = labelled[[not results.palette.is_none(code) for code in known[labelled]]]
    return labelled if len(labelled) <= SPARSE_PART * len(known) else labelled[:0]


def draw_class_legend(
    axes: Axes,
    results: Results,
    drawn: NDArray[np.int64],
    words: dict[str, str],
    lines: Sequence[Line2D] = (),
) -> None:
    """Draw the classes with their counts, deposits as their symbols, and entries of lines."""
    codes = results.mapped_codes
    counts = np.bincount(codes[codes >= 0], minlength=len(results.mapped_names))
    labels = [f"{name}  ({counts[code]:,})" for code, name in enumerate(results.class_names)]
    title = words["classes"]
    if len(drawn):
        title += f"\n{words['deposit']}: ● ■ ▲"
    marks = _marks(results.palette, range(len(labels)), labels, symbols=bool(len(drawn)))
    unknown = _unknown_mark(results, counts) if results.unlike is not None else []
    _legend(axes, [*marks, *unknown, *lines], title)


def _unknown_mark(results: Results, counts: NDArray[np.int64]) -> list[Patch]:
    colour = results.mapped_palette.colour(results.unknown_code)
    label = f"{results.mapped_names[-1]}  ({counts[results.unknown_code]:,})"
    dark = "#{:02x}{:02x}{:02x}".format(*(int(STRIPE * part) for part in rgba(colour)[:3]))
    return [Patch(facecolor=colour, edgecolor=dark, hatch="////", linewidth=0.0, label=label)]


def draw_deposit_legend(
    axes: Axes,
    results: Results,
    drawn: NDArray[np.int64],
    words: dict[str, str],
    lines: Sequence[Line2D] = (),
) -> None:
    """Draw the classes of the deposits with the number of each, and entries of lines."""
    if not len(drawn):
        if lines:
            _legend(axes, lines, "")
        return
    codes, counts = np.unique(drawn, return_counts=True)
    labels = [
        f"{results.class_names[code]}  ({count:,})"
        for code, count in zip(codes, counts, strict=True)
    ]
    marks = _marks(results.palette, codes.tolist(), labels, symbols=True)
    _legend(axes, [*marks, *lines], words["deposit"])


def _marks(colours: ClassColours, codes: Any, labels: list[str], *, symbols: bool) -> list[Line2D]:
    return [
        Line2D(
            [],
            [],
            linestyle="none",
            marker=_marker(colours, code) if symbols else "s",
            markersize=8,
            markerfacecolor=colours.colour(code),
            markeredgecolor="black" if symbols else "#00000040",
            markeredgewidth=0.7,
            label=label,
        )
        for code, label in zip(codes, labels, strict=True)
    ]


def _legend(axes: Axes, handles: Sequence[Line2D | Patch], title: str) -> None:
    axes.legend(
        handles=list(handles),
        title=title,
        loc="upper left",
        bbox_to_anchor=(1.01, 1.0),
        frameon=False,
        alignment="left",
        borderaxespad=0.0,
        ncols=1 + len(handles) // 32,
    )


def _marker(colours: ClassColours, code: int) -> str:
    return MARKERS.get(colours.symbol(code), "o")
