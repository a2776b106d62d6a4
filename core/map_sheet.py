"""A map of a run as a sheet: title, legend, scale, north, coordinates, where it is from."""

from __future__ import annotations

import contextlib
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path

import matplotlib
import numpy as np
from matplotlib.axes import Axes
from matplotlib.cm import ScalarMappable
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from core.events import Finished, Notice, TaskProgress
from core.exporting.coordinate_system import system_of
from core.exporting.formats import PICTURES, suffix_of
from core.exporting.layers import CLASS, Layer, layer
from core.exporting.results import Results
from core.exporting.writing import read_results
from core.exporting.written import check_place, result_written
from core.gridding import Spread
from core.map_drawing import draw_class_legend, draw_deposit_legend, draw_deposits
from core.map_fonts import font_families
from core.map_layer import draw_classes, draw_values
from core.map_scale import (
    draw_north_arrow,
    draw_scale_bar,
    in_degrees,
    metres_of_units,
    place_tick_labels,
    set_ticks,
)
from core.map_words import WORDS, layer_title
from core.reporting import Reporter
from core.run_folder import RunFolder
from core.sheet_outlines import draw_outlines
from datasets.messages import InputError, Message, message

# inches: A4 across with a margin
SIZE = (10.0, 7.0)
SEPARATOR = "  ·  "
# letters
WIDEST_LINE = 190


@dataclass(frozen=True)
class Sheet:
    """What a map sheet shows.

    Attributes
    ----------
    layer
        "class", or a layer of `core.exporting.layers`.
    title
        "" makes one of table, layer and network.
    dpi
        Dots an inch of PNG, and of the cells in SVG and PDF.
    language
        "en" or "zh_CN".
    colours
        Colours of classes that somebody chose.
    spread
        How scattered samples are spread over cells; None draws them as points.
    outlines
        Files whose lines and polygon edges are drawn over the map.
    """

    layer: str = CLASS
    title: str = ""
    dpi: int = 200
    language: str = "en"
    colours: Mapping[str, str] = field(default_factory=dict)
    spread: Spread | None = None
    outlines: tuple[Path, ...] = ()

    @property
    def words(self) -> dict[str, str]:
        return WORDS.get(self.language, WORDS["en"])


def write_map(run: RunFolder, out: Path, sheet: Sheet, report: Reporter) -> None:
    """Draw a map of a finished run as PNG, SVG or PDF.

    Raises
    ------
    InputError
        When the run has no predictions, no coordinates or no such layer, or the file cannot be
        written.
    """
    kind = suffix_of(out, PICTURES).lstrip(".")
    check_place(out, *map(str, sheet.outlines))
    report(TaskProgress(message("Drawing the map"), 0, 2))
    results = read_results(run, colours=sheet.colours, language=sheet.language)
    check_place(out, results.source)
    if not results.has_places:
        raise InputError(
            "The run in {path} has no coordinates to draw a map with; choose coordinate columns "
            "and train again.",
            path=str(run.path),
        )
    notices: list[Message] = []
    figure = draw_map(results, sheet, notices)
    for notice in notices:
        report(Notice(notice))
    report(TaskProgress(message("Writing"), 1, 2))
    with result_written(out) as part, _style():
        figure.savefig(part, dpi=sheet.dpi, format=kind, metadata=_metadata(kind))
    values = {"out": str(out), "notices": [asdict(notice) for notice in notices]}
    report(Finished(message("The map is in {path}.", path=str(out)), values))


def draw_map(results: Results, sheet: Sheet, notices: list[Message] | None = None) -> Figure:
    """Return the figure of results.

    Parameters
    ----------
    notices
        Receives what there is to say of the outlines.
    """
    words = sheet.words
    said = notices if notices is not None else []
    with _style():
        figure = Figure(figsize=SIZE, layout="constrained")
        axes = figure.add_subplot()
        if sheet.layer == CLASS:
            note = draw_classes(axes, results, sheet.spread, words)
            deposits = draw_deposits(axes, results)
            draw_class_legend(axes, results, deposits, words, _outlines(axes, results, sheet, said))
            shown = words["class"]
        else:
            drawn = layer(results, sheet.layer)
            shown = layer_title(drawn.name, str(drawn.title), words)
            scale, note = draw_values(axes, results, drawn, sheet.spread, words)
            _draw_scale(figure, axes, drawn, scale, shown)
            deposits = draw_deposits(axes, results)
            lines = _outlines(axes, results, sheet, said)
            draw_deposit_legend(axes, results, deposits, words, lines)
        _dress(axes, results, words)
        _draw_title(figure, axes, results, sheet, shown, note)
        figure.draw_without_rendering()
    return figure


def _outlines(axes: Axes, results: Results, sheet: Sheet, notices: list[Message]) -> list[Line2D]:
    """Draw the outlines; return their entries of the legend."""
    if not sheet.outlines:
        return []
    entries, said = draw_outlines(axes, sheet.outlines, results.crs)
    notices += said
    return entries


@contextlib.contextmanager
def _style() -> Iterator[None]:
    """Letters of an SVG are drawn, those of a PDF embedded: both look the same everywhere."""
    with matplotlib.rc_context(
        {
            "font.family": font_families(),
            "font.size": 9,
            "svg.fonttype": "path",
            "pdf.fonttype": 3,
            # a name may hold dollars, which are no formula
            "text.parse_math": False,
        }
    ):
        yield


def _metadata(kind: str) -> dict[str, str]:
    return {"Software" if kind == "png" else "Creator": "Anomalyst"}


def _draw_scale(
    figure: Figure, axes: Axes, drawn: Layer, scale: ScalarMappable, title: str
) -> None:
    known = drawn.values[np.isfinite(drawn.values)]
    low, high = scale.get_clim()
    beyond = known.size and drawn.limits is None
    ends = (bool(beyond and known.min() < low), bool(beyond and known.max() > high))
    extend = {(True, True): "both", (True, False): "min", (False, True): "max"}.get(ends, "neither")
    figure.colorbar(
        scale,
        ax=axes,
        location="bottom",
        label=title,
        extend=extend,
        shrink=0.6,
        aspect=40,
        pad=0.02,
    )


def _dress(axes: Axes, results: Results, words: dict[str, str]) -> None:
    degrees = in_degrees(results)
    axes.set_xlabel(words["longitude" if degrees else "x"])
    axes.set_ylabel(words["latitude" if degrees else "y"])
    left, right = axes.get_xlim()
    bottom, top = axes.get_ylim()
    metres = metres_of_units(results, (left + right) / 2, (bottom + top) / 2)
    aspect = metres[1] / metres[0] if metres is not None else 1.0
    axes.set_aspect(aspect)
    set_ticks(axes, degrees=degrees, shape=aspect * (top - bottom) / (right - left))
    axes.set_xlim(left, right)
    axes.set_ylim(bottom, top)
    place_tick_labels(axes)
    if metres is not None:
        draw_scale_bar(axes, metres[0])
    draw_north_arrow(axes, words["north"])


def _draw_title(
    figure: Figure, axes: Axes, results: Results, sheet: Sheet, shown: str, note: str
) -> None:
    words, job = sheet.words, results.job
    network = words["network"].format(layers=job.network.layers)
    name = _table_name(results, words)
    title = sheet.title or SEPARATOR.join((name, job.data.target, network))
    if sheet.layer != CLASS and not sheet.title:
        title = SEPARATOR.join((name, shown))
    axes.set_title(title, loc="left", fontsize=13)
    system = system_of(results.crs)
    parts = [
        words["table"].format(name=name),
        words["target"].format(name=job.data.target),
        network,
        note,
        words["crs"].format(name=f"{system.name} ({system.text})") if system is not None else "",
        words["run"].format(name=results.run.about()["name"]) if results.run is not None else "",
        words["drawn"].format(date=date.today().isoformat()),
    ]
    lines = textwrap.wrap(SEPARATOR.join(part for part in parts if part), WIDEST_LINE)
    figure.supxlabel("\n".join(lines), x=0.01, ha="left", fontsize=7, color="#555555")


def _table_name(results: Results, words: dict[str, str]) -> str:
    is_example = results.source.startswith("example:")
    return f"{results.name.capitalize()} ({words['synthetic']})" if is_example else results.name
