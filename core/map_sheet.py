"""The class map as a picture with title, legend and scale."""

from __future__ import annotations

import math
from functools import cache
from pathlib import Path

import matplotlib
import numpy as np
import pyarrow as pa
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.ticker import FuncFormatter, MaxNLocator
from numpy.typing import NDArray

from core.class_colours import ClassColours
from core.events import Finished, TaskProgress
from core.files import written_whole
from core.job import Job
from core.mapping import Grid, find_grid
from core.predictions import CLASS_PREFIX, read_predictions
from core.reporting import Reporter
from core.run_folder import RunFolder
from datasets.messages import InputError, message

FONTS = Path(__file__).parent / "fonts"
WORDS = {
    "en": {
        "classes": "Class (samples)",
        "deposit": "known deposit",
        "synthetic": "Synthetic data",
        "x": "Easting",
        "y": "Northing",
        "longitude": "Longitude (°)",
        "latitude": "Latitude (°)",
        "network": "BP network {layers}",
    },
    "zh_CN": {
        "classes": "类别（样品数）",
        "deposit": "已知矿床",
        "synthetic": "合成数据",
        "x": "东坐标",
        "y": "北坐标",
        "longitude": "经度 (°)",
        "latitude": "纬度 (°)",
        "network": "BP 网络 {layers}",
    },
}
# matplotlib's names for the marker shapes of core.class_colours
MARKERS = {
    "o": "o", "s": "s", "t1": "^", "d": "D", "star": "*", "+": "P", "x": "X", "h": "h",
    "t": "v", "p": "p", "t2": ">", "t3": "<",
}  # fmt: skip
SPARSE_PART = 0.2


def write_map(
    run: RunFolder, out: Path, *, dpi: int = 200, language: str = "en", report: Reporter
) -> None:
    """Draw the class map of a finished run as PNG.

    Raises
    ------
    InputError
        When the run has no predictions or no coordinates, or the file cannot be written.
    """
    if out.suffix.lower() != ".png":
        raise InputError("The map {path} should end in .png; give it this ending.", path=str(out))
    report(TaskProgress(message("Drawing the map"), 0, 2))
    table = read_predictions(run.predictions_path)
    if "x" not in table.column_names:
        raise InputError(
            "The run in {path} has no coordinates to draw a map with; choose coordinate columns "
            "and train again.",
            path=str(run.path),
        )
    figure = draw_map(table, run.job(), WORDS.get(language, WORDS["en"]))
    report(TaskProgress(message("Writing"), 1, 2))
    try:
        with written_whole(out) as part:
            figure.savefig(part, dpi=dpi, format="png")
    except OSError as error:
        raise InputError(
            "The file {path} cannot be written: {reason}.", path=str(out), reason=str(error)
        ) from None
    report(Finished(message("The map is in {path}.", path=str(out)), {"out": str(out)}))


def draw_map(table: pa.Table, job: Job, words: dict[str, str]) -> Figure:
    """Return the figure of a prediction table (see `core.predictions`)."""
    names = tuple(
        name.removeprefix(CLASS_PREFIX)
        for name in table.column_names
        if name.startswith(CLASS_PREFIX)
    )
    colours = ClassColours(names)
    place = {name: number for number, name in enumerate(names)}
    codes = np.array([place[name] for name in table.column("class").to_pylist()])
    x, y = table.column("x").to_numpy(), table.column("y").to_numpy()
    with matplotlib.rc_context({"font.family": _font_families(), "font.size": 9}):
        figure = Figure(figsize=(10, 7), layout="constrained")
        axes = figure.add_subplot()
        grid = find_grid(x, y)
        if grid is not None:
            _draw_cells(axes, grid, codes, colours)
        else:
            _draw_points(axes, x, y, codes, colours)
        known = np.array([place.get(name, -1) for name in table.column("known").to_pylist()])
        has_deposits = _draw_deposits(axes, x, y, known, colours)
        _dress(axes, x, job, words)
        _draw_legend(axes, codes, colours, words, has_deposits)
        title = words["network"].format(layers=job.network.layers)
        axes.set_title(f"{_table_name(job, words)}  ·  {job.data.target}  ·  {title}", loc="left")
        figure.draw_without_rendering()
    return figure


def _draw_cells(axes: Axes, grid: Grid, codes: NDArray[np.int64], colours: ClassColours) -> None:
    raster = grid.raster(codes, -1)
    palette = np.array([to_rgba(colours.colour(code)) for code in range(len(colours))])
    picture = np.where(raster[..., None] >= 0, palette[raster], 0.0)
    left, bottom, right, top = grid.bounds
    axes.imshow(picture, origin="lower", extent=(left, right, bottom, top), interpolation="nearest")


def _draw_points(
    axes: Axes,
    x: NDArray[np.float64],
    y: NDArray[np.float64],
    codes: NDArray[np.int64],
    colours: ClassColours,
) -> None:
    size = float(np.clip(40_000 / max(1, len(x)), 1, 36))
    for code in range(len(colours)):
        chosen = codes == code
        axes.scatter(
            x[chosen],
            y[chosen],
            s=size,
            c=[colours.colour(code)],
            marker=MARKERS.get(colours.symbol(code), "o"),
            edgecolors="#00000080",
            linewidths=0.3,
        )
    axes.set_aspect("equal")


def _draw_deposits(
    axes: Axes,
    x: NDArray[np.float64],
    y: NDArray[np.float64],
    known: NDArray[np.int64],
    colours: ClassColours,
) -> bool:
    """Draw labelled samples as symbols where they are sparse; return whether there were any."""
    labelled = np.flatnonzero(known >= 0)
    labelled = labelled[[not colours.is_none(code) for code in known[labelled]]]
    if not 0 < len(labelled) <= SPARSE_PART * len(known):
        return False
    for code in np.unique(known[labelled]):
        chosen = labelled[known[labelled] == code]
        axes.scatter(
            x[chosen],
            y[chosen],
            s=42,
            c=[colours.colour(code)],
            marker=MARKERS.get(colours.symbol(code), "o"),
            edgecolors="black",
            linewidths=0.9,
            zorder=3,
        )
    return True


def _draw_legend(
    axes: Axes,
    codes: NDArray[np.int64],
    colours: ClassColours,
    words: dict[str, str],
    has_deposits: bool,
) -> None:
    counts = np.bincount(codes, minlength=len(colours))
    handles = [
        Line2D(
            [],
            [],
            linestyle="none",
            marker=MARKERS.get(colours.symbol(code), "o") if has_deposits else "s",
            markersize=8,
            markerfacecolor=colours.colour(code),
            markeredgecolor="black" if has_deposits else "#00000040",
            markeredgewidth=0.7,
            label=f"{colours.names[code]}  ({counts[code]:,})",
        )
        for code in range(len(colours))
    ]
    title = words["classes"]
    if has_deposits:
        title += f"\n{words['deposit']}: ● ■ ▲"
    axes.legend(
        handles=handles,
        title=title,
        loc="upper left",
        bbox_to_anchor=(1.01, 1.0),
        frameon=False,
        alignment="left",
        borderaxespad=0.0,
    )


def _dress(axes: Axes, x: NDArray[np.float64], job: Job, words: dict[str, str]) -> None:
    in_degrees = _in_degrees(job, x)
    crs = f" ({job.data.crs})" if job.data.crs else ""
    axes.set_xlabel((words["longitude"] if in_degrees else words["x"]) + crs)
    axes.set_ylabel(words["latitude"] if in_degrees else words["y"])
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_locator(MaxNLocator(6))
        axis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.10g}"))
    axes.tick_params(axis="y", labelrotation=90)
    for label in axes.get_yticklabels():
        label.set_verticalalignment("center")
    if not in_degrees and job.data.crs:
        _draw_scale_bar(axes)


def _draw_scale_bar(axes: Axes) -> None:
    """Draw a bar of a round length, about a fifth of the map's width."""
    left, right = axes.get_xlim()
    bottom, top = axes.get_ylim()
    length = _round_length((right - left) / 5)
    text = f"{length / 1000:g} km" if length >= 1000 else f"{length:g} m"
    start, height = left + 0.03 * (right - left), bottom + 0.04 * (top - bottom)
    box = {"facecolor": "white", "alpha": 0.75, "edgecolor": "none", "pad": 2.0}
    axes.plot([start, start + length], [height, height], color="black", linewidth=3, zorder=4)
    axes.text(
        start + length / 2,
        height + 0.012 * (top - bottom),
        text,
        ha="center",
        va="bottom",
        zorder=4,
        bbox=box,
    )
    axes.set_xlim(left, right)
    axes.set_ylim(bottom, top)


def _round_length(length: float) -> float:
    power = 10.0 ** math.floor(math.log10(length))
    return max((step for step in (2, 5) if step * power <= length), default=1) * power


def _in_degrees(job: Job, x: NDArray[np.float64]) -> bool:
    if job.data.crs in ("EPSG:4326", "EPSG:4490"):
        return True
    return not job.data.crs and bool(np.nanmax(np.abs(x)) <= 360)


def _table_name(job: Job, words: dict[str, str]) -> str:
    scheme, colon, name = job.data.table.partition(":")
    if colon and scheme == "example":
        return f"{name.capitalize()} ({words['synthetic']})"
    return Path(job.data.table).stem


@cache
def _font_families() -> list[str]:
    """Return matplotlib's own font and, behind it, the bundled one for Chinese."""
    families = ["DejaVu Sans"]
    for path in sorted((*FONTS.glob("*.ttf"), *FONTS.glob("*.otf"), *FONTS.glob("*.ttc"))):
        font_manager.fontManager.addfont(path)
        families.append(font_manager.FontProperties(fname=str(path)).get_name())
    return families
