"""A layer on the axes of a map sheet: the samples themselves, or cells between them."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.cm import ScalarMappable

from core.exporting.coordinate_system import metric_of
from core.exporting.gridded import Gridding, refuse_classes
from core.exporting.layers import Layer
from core.exporting.placement import place
from core.exporting.results import Results
from core.gridding import Spread
from core.map_drawing import (
    cell_pixels,
    class_pixels,
    draw_picture,
    draw_pixels,
    raster_pixels,
    value_pixels,
)

Words = dict[str, str]


def draw_classes(axes: Axes, results: Results, spread: Spread | None, words: Words) -> str:
    """Draw the classes; return how cells between samples were filled, "" where none were.

    Raises
    ------
    InputError
        When classes are to be interpolated by another method than the nearest sample.
    """
    pixels, hatched = class_pixels(results), results.mapped_codes == results.unknown_code
    hatched &= results.mapped_codes >= 0
    if spread is None or results.grid is not None:
        draw_pixels(axes, results, pixels, hatched)
        return ""
    refuse_classes(spread)
    gridding = Gridding(results, spread)
    placement = place(results, gridding.spread)
    draw_picture(axes, cell_pixels(pixels, placement.samples, hatched), placement.frame.bounds)
    return _note(results, gridding.spread, words)


def draw_values(
    axes: Axes, results: Results, layer: Layer, spread: Spread | None, words: Words
) -> tuple[ScalarMappable, str]:
    """Draw numbers; return their scale, and how cells between samples were filled.

    The scale is that of the samples, so that a sheet of points and one of cells compare.
    """
    pixels, scale = value_pixels(layer)
    if spread is None or results.grid is not None:
        draw_pixels(axes, results, pixels)
        return scale, ""
    gridding = Gridding(results, spread)
    found = gridding.raster(layer)
    draw_picture(axes, raster_pixels(found.values, scale), found.frame.bounds)
    return scale, _note(results, gridding.spread, words)


def _note(results: Results, spread: Spread, words: Words) -> str:
    radius = f"{spread.radius:g} {metric_of(results.crs).unit}".strip()
    return words["gridded"].format(method=words[spread.method], radius=radius)
