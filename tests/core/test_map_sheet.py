"""A map sheet: its size, its cells or points, its words, its scale."""

from __future__ import annotations

import struct
from pathlib import Path
from xml.etree import ElementTree

import geopandas
import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from pyproj import Transformer

from core.exporting.layers import Layer, layer
from core.exporting.writing import read_results
from core.job import Job
from core.map_drawing import value_pixels
from core.map_scale import (
    in_degrees,
    metres_of_units,
    place_tick_labels,
    round_length,
    set_ticks,
)
from core.map_sheet import SIZE, Sheet, draw_map
from core.map_words import WORDS
from core.run_folder import RunFolder
from datasets.messages import InputError, Message, message
from tests.core.small_results import NAMES, grid_places, results_at
from tests.core.small_runs import carry_out, command, small_job, write_table


def picture_size(path: Path) -> tuple[int, int]:
    head = path.read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", head[16:24])
    return width, height


@pytest.fixture
def run(tmp_path: Path) -> RunFolder:
    folder = RunFolder(tmp_path / "run")
    carry_out(small_job(write_table(tmp_path / "table.csv")), folder.path)
    return folder


@pytest.mark.parametrize("dpi", [50, 123])
def test_a_picture_has_the_size_of_its_resolution(run: RunFolder, tmp_path: Path, dpi: int) -> None:
    out = tmp_path / "deep" / "map.png"
    assert command("map", run.path, "--out", out, "--dpi", dpi)[0] == 0
    assert picture_size(out) == (10 * dpi, 7 * dpi)


def test_a_grid_is_drawn_as_cells_and_named(run: RunFolder) -> None:
    figure = draw_map(read_results(run), Sheet())
    (axes,) = figure.axes
    (image,) = axes.images
    assert image.get_extent() == [499_995, 500_095, -5, 55]
    assert axes.get_title(loc="left") == "table  ·  rock  ·  BP network 3-4-3"
    legend = axes.get_legend() or figure.legends[0]
    labels = [text.get_text() for text in legend.get_texts()]
    counts = [int(label.partition("(")[2].rstrip(")")) for label in labels]
    assert [label.partition(" ")[0] for label in labels] == ["a", "b", "c", "unknown"]
    assert sum(counts) == 60


def test_cells_have_the_colours_of_their_class() -> None:
    found = results_at(*grid_places(5, 7))
    (image,) = draw_map(found, Sheet()).axes[0].images
    picture = np.asarray(image.get_array())
    column = ((found.x - found.x.min()) / 50).round().astype(int)
    row = ((found.y - found.y.min()) / 50).round().astype(int)
    for code, name in enumerate(NAMES):
        colour = found.palette.colour(found.class_names.index(name))
        drawn = picture[row[found.codes == code], column[found.codes == code], :3]
        wanted = [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
        assert (drawn == wanted).all()


@pytest.mark.parametrize("name", ["probability", "agreement", "entropy", "p:porphyry"])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_other_layers_have_a_scale(name: str, language: str) -> None:
    found = results_at(*grid_places(5, 7))
    figure = draw_map(found, Sheet(name, language=language))
    axes, scale = figure.axes
    key = "of class" if name.startswith("p:") else name
    assert scale.get_xlabel() == WORDS[language][key].format(name="porphyry")
    assert scale.get_xlim() == (0.0, 1.0)
    assert scale.get_xlabel() in axes.get_title(loc="left")


def test_an_element_is_drawn_as_it_was_measured(run: RunFolder) -> None:
    results = read_results(run)
    drawn = layer(results, "column:Cu")
    table = Path(results.source).read_text().splitlines()[1:]
    assert drawn.values.tolist() == [float(line.split(",")[2]) for line in table]
    figure = draw_map(results, Sheet("column:Cu", title="铜 $x_1$"))
    assert figure.axes[0].get_title(loc="left") == "铜 $x_1$"
    assert figure.axes[1].get_xlabel() == "Cu"


def test_a_wide_range_is_drawn_on_a_logarithmic_scale() -> None:
    values = np.array([np.nan, *np.geomspace(1, 1e4, 200)])
    pixels, scale = value_pixels(Layer("column:Cu", message("Cu"), values, None))
    assert type(scale.norm).__name__ == "LogNorm"
    assert pixels[0].tolist() == [0, 0, 0, 0]
    assert (pixels[1:, 3] == 255).all()
    even = Layer("column:Cu", message("Cu"), np.linspace(1, 2, 9), None)
    assert type(value_pixels(even)[1].norm).__name__ == "Normalize"
    nothing = Layer("column:Cu", message("Cu"), np.full(4, np.nan), None)
    assert not value_pixels(nothing)[0].any()


@pytest.mark.parametrize(
    ("crs", "degrees", "metres"),
    [
        ("EPSG:4509", False, 1.0),
        ("EPSG:2264", False, 0.3048006096),
        ("EPSG:4490", True, 55_800.0),
        ("", False, None),
        ("nowhere", False, None),
    ],
)
def test_a_scale_is_that_of_the_system(crs: str, degrees: bool, metres: float | None) -> None:
    """EPSG:2264 counts in US survey feet of 1200 / 3937 m."""
    found = results_at(*grid_places(4, 5), crs=crs)
    assert in_degrees(found) == degrees
    lengths = metres_of_units(found, 117.0, 60.0)
    if metres is None:
        assert lengths is None
    else:
        assert lengths is not None
        assert lengths[0] == pytest.approx(metres, rel=1e-3)


def test_degrees_keep_the_shape_of_the_land() -> None:
    found = results_at(*grid_places(9, 9, 0.1, 116, 59.6), crs="")
    assert in_degrees(found)
    axes = draw_map(found, Sheet()).axes[0]
    # a degree of longitude at 60° is half one of latitude, but for the flattening of the earth
    assert axes.get_aspect() == pytest.approx(2.0, rel=0.01)
    assert axes.get_xlabel() == "Longitude"
    bar = next(text.get_text() for text in axes.texts if text.get_text().endswith("km"))
    assert bar == "10 km"


@pytest.mark.parametrize("suffix", ["svg", "pdf"])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_sheets_for_printing_hold_their_letters(
    run: RunFolder, tmp_path: Path, suffix: str, language: str
) -> None:
    out = tmp_path / f"map.{suffix}"
    words = ("--language", language, "--dpi", 80, "--title", "铜矿 & Cu")
    assert command("map", run.path, "--out", out, *words)[0] == 0
    content = out.read_bytes()
    if suffix == "svg":
        # letters are outlines: no font is asked of whoever opens it
        assert b"<text" not in content
        assert ElementTree.parse(out).getroot().tag.endswith("svg")
    else:
        assert content.startswith(b"%PDF")
        assert b"/FontFile" in content or b"/CharProcs" in content


def test_colours_that_were_chosen(run: RunFolder, tmp_path: Path) -> None:
    out = tmp_path / "map.png"
    assert command("map", run.path, "--out", out, "--dpi", 50, "--colour", "a=#ff00ff")[0] == 0
    assert (pyplot_pixels(out) == [255, 0, 255]).all(axis=-1).sum() > 100


def pyplot_pixels(path: Path) -> np.ndarray:
    from PIL import Image

    with Image.open(path) as picture:
        return np.asarray(picture.convert("RGB"))


def test_what_cannot_be_drawn_is_told(run: RunFolder, tmp_path: Path) -> None:
    results = read_results(run)
    for name in ("height", "p:gold", "column:gold", "agreement"):
        with pytest.raises(InputError):
            draw_map(results, Sheet(name))
    assert command("map", run.path, "--out", tmp_path / "map.jpg")[0] == 2
    assert command("map", run.path, "--out", tmp_path / "m.png", "--colour", "a")[0] == 2
    assert not (tmp_path / "m.png").exists()


def test_chinese_words_have_glyphs(run: RunFolder, tmp_path: Path) -> None:
    """A missing glyph is a warning, which fails a test."""
    out = tmp_path / "map.png"
    words = ("--dpi", 50, "--language", "zh_CN")
    assert command("map", run.path, "--out", out, *words)[0] == 0
    assert out.exists()


def scattered(tmp_path: Path, change: str) -> tuple[Job, Path]:
    """Write the small table with other coordinates."""
    lines = write_table(tmp_path / "table.csv").read_text().splitlines()
    changed = [lines[0]]
    for number, line in enumerate(lines[1:]):
        rest = line.split(",", 2)[2]
        x, y = f"{(number * 37) % 61 * 1.37}", f"{(number * 17) % 59 * 2.11}"
        if change == "none" or (change == "some" and number % 4 == 0):
            x = ""
        if change == "one":
            x = y = "5"
        changed.append(f"{x},{y},{rest}")
    path = tmp_path / "scattered.csv"
    path.write_text("\n".join(changed) + "\n")
    return small_job(path), path


@pytest.mark.parametrize("change", ["points", "some", "one"])
def test_points_are_drawn_too(tmp_path: Path, change: str) -> None:
    job, _ = scattered(tmp_path, change)
    carry_out(job, tmp_path / "run")
    out = tmp_path / "map.png"
    assert command("map", tmp_path / "run", "--out", out, "--dpi", 50)[0] == 0
    assert picture_size(out) == (500, 350)


@given(st.floats(1e-6, 1e9))
def test_a_scale_bar_has_a_round_length(length: float) -> None:
    found = round_length(length)
    assert length / 2.6 < found <= length * (1 + 1e-9)
    assert f"{found:e}"[0] in "125"


@pytest.mark.parametrize(
    ("wide", "high"), [(20_000, 10_000), (90_000, 2_000), (1_500, 60_000)], ids=["", "wide", "tall"]
)
@pytest.mark.parametrize("name", ["class", "entropy"])
def test_bar_and_arrow_lie_outside_the_frame(name: str, wide: float, high: float) -> None:
    """Nothing lies on the data, and the row of arrow and bar is on the sheet, clear of letters."""
    x, y = grid_places(6, 7, 1.0, 0.0, 0.0)
    figure = draw_map(results_at(500_000 + x * wide / 7, 4e6 + y * high / 6), Sheet(name))
    FigureCanvasAgg(figure).draw()
    axes = figure.axes[0]
    renderer = figure.canvas.get_renderer()  # type: ignore[attr-defined]
    frame = axes.get_window_extent()
    row = [*axes.texts, *(line for line in axes.lines if line.get_linewidth() == 3)]
    assert len(row) == 4
    for part in row:
        box = part.get_window_extent(renderer)
        assert not box.overlaps(frame)
        assert box.y1 < axes.xaxis.label.get_window_extent(renderer).y0
        assert figure.bbox.x0 <= box.x0 < box.x1 <= figure.bbox.x1
        for other in (*figure.texts, *figure.axes[1:]):
            there = other.get_tightbbox(renderer)
            assert there is not None
            assert not box.overlaps(there)


def test_outlines_lie_on_the_sheet_in_its_system(tmp_path: Path) -> None:
    """A square in degrees, a line that leaves the map, and one that lies beside it."""
    found = results_at(*grid_places(5, 5, 100.0, 500_000.0, 3e6))
    corners = [
        (500_150, 3_000_150),
        (500_250, 3_000_150),
        (500_250, 3_000_250),
        (500_150, 3_000_250),
    ]
    there = Transformer.from_crs("EPSG:4509", "EPSG:4326", always_xy=True)
    square = shapely.Polygon([there.transform(*corner) for corner in corners])
    across = shapely.LineString([(400_000, 3_000_020), (600_000, 3_000_020)])
    files = [tmp_path / "geology.gpkg", tmp_path / "faults.shp", tmp_path / "far.gpkg"]
    for path, shape, crs in (
        (files[0], square, 4326),
        (files[1], across, 4509),
        (files[2], shapely.LineString([(0, 0), (1, 1)]), 4326),
    ):
        geopandas.GeoDataFrame(geometry=[shape], crs=crs).to_file(path)
    bare = draw_map(found, Sheet()).axes[0]
    notices: list[Message] = []
    axes = draw_map(found, Sheet(outlines=tuple(files)), notices).axes[0]
    assert (axes.get_xlim(), axes.get_ylim()) == (bare.get_xlim(), bare.get_ylim())
    drawn = [each for each in axes.collections if isinstance(each, LineCollection)]
    (ring,), (line,) = (np.asarray(lines.get_segments()) for lines in drawn)
    assert ring[:4] == pytest.approx(np.array(corners), abs=0.05)
    assert line.tolist() == [[499_950, 3_000_020], [500_450, 3_000_020]]
    # over the cells, under the deposits
    assert all(axes.images[0].get_zorder() < lines.get_zorder() < 3 for lines in drawn)
    legend = axes.get_legend()
    assert legend is not None
    labels = [text.get_text() for text in legend.get_texts()]
    assert labels[-2:] == ["geology.gpkg", "faults.shp"]
    assert [str(notice) for notice in notices] == [
        "Nothing of far.gpkg lies inside the map; it is not drawn."
    ]


def test_the_verb_draws_outlines_on_a_map_of_numbers_too(run: RunFolder, tmp_path: Path) -> None:
    path = tmp_path / "faults.geojson"
    path.write_text(
        '{"type": "LineString", "coordinates": [[500000, 0], [500090, 50]]}', encoding="utf-8"
    )
    out = tmp_path / "map.svg"
    words = ("map", run.path, "--out", out, "--layer", "entropy")
    assert command(*words)[0] == 0
    bare = out.read_text(encoding="utf-8").count("LineCollection")
    code, events = command(*words, "--outlines", path)
    assert code == 0
    assert out.read_text(encoding="utf-8").count("LineCollection") == bare + 1
    # the run knows no system, the file claims one
    assert "system of the survey is unknown" in str(events[-1].values["notices"])  # type: ignore[union-attr]


@pytest.mark.parametrize("low", [0.0, 0.3, 0.9])
def test_labels_of_the_axes_stay_apart(low: float) -> None:
    figure = Figure(figsize=SIZE)
    axes = figure.add_subplot()
    axes.set(xlim=(480_000 + 1000 * low, 508_000), ylim=(3_799_000 + 1000 * low, 3_829_000))
    set_ticks(axes, degrees=False)
    place_tick_labels(axes)
    FigureCanvasAgg(figure).draw()
    labels = [*axes.get_xticklabels(), *axes.get_yticklabels()]
    boxes = [label.get_window_extent() for label in labels if label.get_text()]
    assert len(boxes) > 6
    for number, box in enumerate(boxes):
        assert not any(box.overlaps(other) for other in boxes[number + 1 :])
