"""A map sheet: its size, its cells or points, its words, its scale."""

from __future__ import annotations

import struct
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from core.exporting.layers import Layer, layer
from core.exporting.writing import read_results
from core.job import Job
from core.map_drawing import value_pixels
from core.map_scale import (
    draw_scale_bar,
    in_degrees,
    metres_of_units,
    place_tick_labels,
    round_length,
    set_ticks,
)
from core.map_sheet import SIZE, Sheet, draw_map
from core.map_words import WORDS
from core.run_folder import RunFolder
from datasets.messages import InputError, message
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
    assert [label[0] for label in labels] == ["a", "b", "c"]
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


def test_the_scale_bar_hides_no_deposit() -> None:
    axes = Figure(figsize=SIZE).add_subplot()
    axes.set(xlim=(500_000, 520_000), ylim=(4_000_000, 4_010_000))
    deposits = np.array([[501_500.0, 4_000_500.0], [518_000.0, 4_000_300.0]])
    samples = np.column_stack([np.linspace(500_000, 505_000, 50), np.full(50, 4_009_500.0)])
    draw_scale_bar(axes, 1.0, deposits, samples)
    (ground,) = axes.patches
    assert isinstance(ground, Rectangle)
    left, bottom, right, top = np.ravel(ground.get_bbox().get_points())
    assert 0 < left < right < 1
    assert 0 < bottom < top < 1
    for places in (deposits, samples):
        x, y = (places[:, 0] - 500_000) / 20_000, (places[:, 1] - 4_000_000) / 10_000
        assert not ((x >= left) & (x <= right) & (y >= bottom) & (y <= top)).any()
    with_north = 0.935
    assert right <= with_north or top < 0.85


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
