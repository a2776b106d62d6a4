"""A laboratory that sends what laboratories send: sheets of samples, and a list of deposits.

Everything is generated: elements are lognormal, and some of them are enriched around the deposits
of a type, so that there is something to learn.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pyproj import Transformer

CRS = "EPSG:4509"
WEST, SOUTH, STEP = 420_000.0, 4_180_000.0, 2000.0
SIDE = 24
UNKNOWN_CODE = "待补"
UNREAD = "12.3.4"
UNREAD_ROW = 30

# name, unit, method, median, spread of the logarithm, limit below
ELEMENTS = (
    ("Au", "ppb", "FA-AAS", 2.0, 0.5, 1.0),
    ("Au", "ppb", "ICP-MS", 2.1, 0.5, 0.2),
    ("Ag", "ppb", "ICP-MS", 70.0, 0.3, 20.0),
    ("Cu", "ppm", "XRF", 24.0, 0.3, 1.0),
    ("Pb", "ppm", "XRF", 22.0, 0.3, 2.0),
    ("Zn", "ppm", "XRF", 65.0, 0.3, 5.0),
    ("Mo", "ppm", "POL", 0.9, 0.4, 0.4),
    ("As", "ppm", "AFS", 9.0, 0.4, 1.0),
    ("Ni", "ppm", "XRF", 28.0, 0.3, 2.0),
)
# factor at the deposit, by the place of the element in ELEMENTS
KINDS = {
    "斑岩型": {3: 9.0, 6: 12.0},
    "矽卡岩型": {3: 7.0, 4: 8.0, 5: 9.0},
    "热液型": {0: 14.0, 1: 14.0, 2: 6.0, 7: 9.0},
}
IN_ENGLISH = {"斑岩型": "porphyry", "矽卡岩型": "skarn", "热液型": "hydrothermal"}
DEPOSITS_EACH = 6
LAB_HIGHEST_AU = 20.0


@dataclass(frozen=True)
class Survey:
    """What lies in the ground, and where the deposits are.

    Attributes
    ----------
    x, y
        float64, shape (samples,), metres in `CRS`, on a grid.
    values
        float64, shape (samples, elements).
    deposit_x, deposit_y, kinds
        Of each deposit; the last one lies far outside.
    """

    x: NDArray[np.float64]
    y: NDArray[np.float64]
    values: NDArray[np.float64]
    deposit_x: NDArray[np.float64]
    deposit_y: NDArray[np.float64]
    kinds: tuple[str, ...]


def make_survey(seed: int = 4, side: int = SIDE) -> Survey:
    """Draw a survey: a grid of samples, and deposits that enrich the cells around them."""
    rng = np.random.default_rng(seed)
    column, row = np.meshgrid(np.arange(side), np.arange(side))
    x, y = WEST + STEP * column.ravel(), SOUTH + STEP * row.ravel()
    logs = np.log([each[3] for each in ELEMENTS]) + rng.normal(
        size=(len(x), len(ELEMENTS))
    ) * np.array([each[4] for each in ELEMENTS])
    # the second method measures the same gold
    logs[:, 1] = logs[:, 0] + 0.05 + 0.04 * rng.normal(size=len(x))
    at_x, at_y, kinds = _deposits(rng)
    for place_x, place_y, kind in zip(at_x, at_y, kinds, strict=True):
        near = np.exp(-(((x - place_x) ** 2 + (y - place_y) ** 2) / (1.3 * STEP) ** 2))
        for element, factor in KINDS[kind].items():
            logs[:, element] += near * np.log(factor)
    return Survey(x.astype(np.float64), y.astype(np.float64), np.exp(logs), at_x, at_y, kinds)


def _deposits(
    rng: np.random.Generator,
) -> tuple[NDArray[np.float64], NDArray[np.float64], tuple[str, ...]]:
    """Put deposits on a coarse grid, a little off the samples, and one 300 km away."""
    number = len(KINDS) * DEPOSITS_EACH
    places = rng.permutation(25)[:number]
    offset = rng.uniform(-600, 600, (2, number))
    x = WEST + STEP * (2 + 5 * (places % 5)) + offset[0]
    y = SOUTH + STEP * (2 + 5 * (places // 5)) + offset[1]
    kinds = tuple(name for name in KINDS for _ in range(DEPOSITS_EACH))
    far = "斑岩型"
    return np.append(x, x[0] - 300_000), np.append(y, y[0]), (*kinds, far)


# --- sheets --------------------------------------------------------------------------


def sheet_rows(survey: Survey, rows: slice = slice(None)) -> list[list[str]]:
    """Return the cells of a sheet, numbers with a point."""
    names = ["样品号", "横坐标", "纵坐标", *(each[0] for each in ELEMENTS)]
    units = ["", "m", "m", *(each[1] for each in ELEMENTS)]
    methods = ["分析方法", "", "", *(each[2] for each in ELEMENTS)]
    title = ["某地区1:20万水系沉积物测量分析结果", *[""] * (len(names) - 1)]
    numbers = range(len(survey.x))[rows]
    return [title, names, units, methods, *(_sample(survey, number) for number in numbers)]


def without_copper(survey: Survey) -> NDArray[np.int64]:
    """Return the samples whose copper the laboratory reports as -999."""
    return np.arange(5, len(survey.x), 97)


def _sample(survey: Survey, number: int) -> list[str]:
    cells = [f"{value:.2f}" for value in survey.values[number]]
    for place, (*_, limit) in enumerate(ELEMENTS):
        if survey.values[number, place] < limit:
            cells[place] = f"<{limit:g}"
    if survey.values[number, 1] > LAB_HIGHEST_AU:
        cells[1] = f">{LAB_HIGHEST_AU:g}"
    if number % 97 == 5:
        cells[3] = "-999"
    if number % 83 == 7:
        cells[8] = UNKNOWN_CODE
    if number == UNREAD_ROW - 1:
        cells[5] = UNREAD
    return [f"HD{number + 1:04}", f"{survey.x[number]:.0f}", f"{survey.y[number]:.0f}", *cells]


def write_sheet(path: Path, rows: list[list[str]]) -> Path:
    """Write a sheet as such laboratories do: GBK, semicolons, decimal commas."""
    decimal = [[_with_comma(cell) for cell in row] for row in rows]
    return _write(path, decimal, ";", "gbk")


def write_plain_sheet(path: Path, rows: list[list[str]]) -> Path:
    """Write the same sheet in UTF-8 with commas and points."""
    return _write(path, rows, ",", "utf-8")


def _with_comma(cell: str) -> str:
    is_number = cell.lstrip("<>-").replace(".", "", 1).isdigit()
    return cell.replace(".", ",") if is_number else cell


def _write(path: Path, rows: list[list[str]], separator: str, encoding: str) -> Path:
    text = io.StringIO()
    csv.writer(text, delimiter=separator, lineterminator="\r\n").writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def write_deposits(path: Path, survey: Survey, names: Mapping[str, str] | None = None) -> Path:
    """Write the deposits in degrees of longitude and latitude, EPSG:4326.

    Parameters
    ----------
    names
        What kinds are called instead.
    """
    called = names or {}
    to_degrees = Transformer.from_crs(CRS, "EPSG:4326", always_xy=True)
    lon, lat = to_degrees.transform(survey.deposit_x, survey.deposit_y)
    rows = [["矿床", "类型", "经度", "纬度"]]
    for number, kind in enumerate(survey.kinds):
        name = called.get(kind, kind)
        rows.append([f"矿床{number + 1}", name, f"{lon[number]:.6f}", f"{lat[number]:.6f}"])
    return _write(path, rows, ",", "utf-8")
