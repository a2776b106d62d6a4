"""GeoTIFF: classes with colours and names, and rasters of numbers.

One sample a cell, cell centres on samples, north up, tiled and compressed.
"""

from __future__ import annotations

import contextlib
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.enums import Resampling
from rasterio.errors import NotGeoreferencedWarning
from rasterio.transform import Affine

from core.exporting.categories import categories_xml
from core.exporting.coordinate_system import wkt_of
from core.exporting.folders import written_beside
from core.exporting.gridded import Gridding, gridded_cells
from core.exporting.layers import Layer
from core.exporting.placement import Placement
from core.exporting.results import Results, rgba
from core.exporting.written import not_written
from core.files import write_text
from core.frame import Frame
from core.gridding import Spread
from datasets.messages import InputError, Message

NO_CLASS = 0
MOST_CLASSES = 65_535
TILE = 256
# cells a side above which a map needs overviews to be drawn fast
LARGE = 2048
# sidecar files that speak of the file that is being replaced
STALE = (".aux.xml", ".ovr", ".msk")
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Band:
    """One band: what it is, and how to get its cells, north up, shape (rows, columns)."""

    description: str
    cells: Callable[[], NDArray[Any]]
    unit: str = ""
    tags: Mapping[str, str] = field(default_factory=dict)


def write_classes(results: Results, placement: Placement, out: Path) -> None:
    """Write the classes as one band: 1 for the first class, 0 where no sample is, the last number
    where a sample is unlike the training samples.

    Colours stand in the file, names in ``out.aux.xml``, where GDAL keeps them, and in the tags.

    Raises
    ------
    InputError
        When there are more classes than numbers, or the place cannot be written.
    """
    codes = np.append(results.mapped_codes, -1)[placement.samples]
    write_codes(results, placement.frame, codes, out)


def write_codes(
    results: Results,
    frame: Frame,
    codes: NDArray[np.int64],
    out: Path,
    tags: Mapping[str, str] | None = None,
) -> None:
    """Write class codes of cells as `write_classes` does.

    Parameters
    ----------
    codes
        int64, shape (rows, columns), row 0 at the smallest y, -1 where no class is.
    """
    names = results.mapped_names
    if len(names) > MOST_CLASSES:
        raise InputError(
            "{count} classes are more than a GeoTIFF can number; take the results away as a table.",
            count=f"{len(names):,}",
        )
    kind = np.uint8 if len(names) < 256 else np.uint16
    colours = {NO_CLASS: (0, 0, 0, 0)}
    colours |= {code + 1: rgba(results.mapped_palette.colour(code)) for code in range(len(names))}
    cells = (codes + 1).astype(kind)
    names_of = {f"CLASS_{code}": name for code, name in enumerate(names, start=1)}
    counts = np.bincount(cells[cells != NO_CLASS], minlength=len(names) + 1)
    write_raster(
        out,
        frame,
        [Band("class", lambda: cells[::-1], tags=names_of)],
        kind,
        NO_CLASS,
        results.crs,
        colours=colours,
        tags=tags,
        beside=categories_xml(names, colours, counts),
    )


def write_layers(
    results: Results,
    placement: Placement,
    layers: Sequence[Layer],
    out: Path,
    progress: Progress = lambda done, total: None,
) -> None:
    """Write layers as bands of float32, NaN where no sample is, each with its name and unit."""
    bands = [
        Band(
            str(layer.title),
            lambda layer=layer: placement.spread(layer.values.astype(np.float32), np.nan),  # type: ignore[misc]
            layer.unit,
        )
        for layer in layers
    ]
    write_raster(out, placement.frame, bands, np.float32, np.nan, results.crs, progress=progress)


def write_gridded(
    results: Results,
    spread: Spread,
    layers: Sequence[Layer],
    out: Path,
    progress: Progress = lambda done, total: None,
) -> list[Message]:
    """Write layers of scattered samples as `write_layers` does, interpolated; return notices."""
    gridding = Gridding(results, spread)
    cells = gridded_cells(gridding, layers)
    bands = [
        Band(str(layer.title), each, layer.unit) for layer, each in zip(layers, cells, strict=True)
    ]
    tags = {"METHOD": spread.method}
    write_raster(
        out, gridding.frame, bands, np.float32, np.nan, results.crs, tags=tags, progress=progress
    )
    return gridding.notices


def write_raster(
    out: Path,
    frame: Frame,
    bands: Sequence[Band],
    kind: type[np.generic],
    missing: float,
    crs: str,
    *,
    colours: Mapping[int, tuple[int, int, int, int]] | None = None,
    tags: Mapping[str, str] | None = None,
    beside: str = "",
    progress: Progress = lambda done, total: None,
) -> None:
    """Write bands of one type as a GeoTIFF, whole or not at all.

    Parameters
    ----------
    kind
        numpy type of the cells.
    missing
        What stands in cells without a sample.
    crs
        Coordinate reference system; one that is not known is left out.
    beside
        Text of the file ``.aux.xml``.
    """
    stale = [out.name + suffix for suffix in STALE]
    try:
        with written_beside(out, stale) as part, _quiet():
            with rasterio.open(
                part, "w", **_profile(frame, len(bands), kind, missing, crs)
            ) as file:
                file.update_tags(TIFFTAG_SOFTWARE="Anomalyst", **(tags or {}))
                for number, band in enumerate(bands, start=1):
                    progress(number - 1, len(bands))
                    _write_band(file, number, band)
                if colours:
                    file.write_colormap(1, dict(colours))
            _add_overviews(part, frame)
            if beside:
                write_text(part.with_name(part.name + ".aux.xml"), beside)
    except (OSError, rasterio.errors.RasterioError) as error:
        raise not_written(out, error) from None


def transform_of(frame: Frame) -> Affine:
    """Return what turns column and row, counted from the north-west corner, into coordinates."""
    left, _, _, top = frame.bounds
    return Affine(frame.step_x, 0.0, left, 0.0, -frame.step_y, top)


def _profile(
    frame: Frame, bands: int, kind: type[np.generic], missing: float, crs: str
) -> dict[str, Any]:
    profile: dict[str, Any] = {
        "driver": "GTiff",
        "height": frame.rows,
        "width": frame.columns,
        "count": bands,
        "dtype": np.dtype(kind).name,
        "nodata": missing,
        "transform": transform_of(frame),
        "tiled": True,
        "blockxsize": TILE,
        "blockysize": TILE,
        "compress": "deflate",
        "BIGTIFF": "IF_SAFER",
    }
    wkt = wkt_of(crs)
    if wkt:
        profile["crs"] = rasterio.crs.CRS.from_wkt(wkt)
    return profile


def _write_band(file: Any, number: int, band: Band) -> None:
    file.write(band.cells(), number)
    file.set_band_description(number, band.description)
    if band.unit:
        file.set_band_unit(number, band.unit)
    if band.tags:
        file.update_tags(number, **band.tags)


def _add_overviews(path: Path, frame: Frame) -> None:
    """Add smaller copies of a large raster, of whole cells: a mean of classes is none."""
    factors = [2**power for power in range(1, 8) if max(frame.shape) / 2**power >= LARGE / 4]
    if max(frame.shape) > LARGE:
        with rasterio.open(path, "r+") as file:
            file.build_overviews(factors, Resampling.nearest)


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """A survey in a system of its own may begin at (0, 0) with cells of 1, which is meant."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        yield
