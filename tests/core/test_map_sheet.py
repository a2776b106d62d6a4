"""The map as a picture: its size, its grid or points, its words."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.job import Job
from core.map_sheet import WORDS, _round_length, draw_map
from core.predictions import read_predictions
from core.run_folder import RunFolder
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
    figure = draw_map(read_predictions(run.predictions_path), run.job(), WORDS["en"])
    (axes,) = figure.axes
    (image,) = axes.images
    assert image.get_extent() == [499_995, 500_095, -5, 55]
    assert axes.get_title(loc="left") == "table  ·  rock  ·  BP network 3-4-3"
    legend = axes.get_legend() or figure.legends[0]
    labels = [text.get_text() for text in legend.get_texts()]
    counts = [int(label.partition("(")[2].rstrip(")")) for label in labels]
    assert [label[0] for label in labels] == ["a", "b", "c"]
    assert sum(counts) == 60


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
    found = _round_length(length)
    assert length / 2.6 < found <= length * (1 + 1e-9)
    assert f"{found:e}"[0] in "125"
