"""The predictions of a run on images as files, by the verb `export`."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest
from openpyxl import load_workbook
from pyarrow import csv, parquet

from core.command_line import run_words
from core.commands.channel import Channel
from core.control import Control
from core.events import Event, Failed, Finished
from core.image_job import ImageJob, Images
from core.run_folder import RunFolder


@pytest.fixture
def run(tmp_path: Path) -> RunFolder:
    made = RunFolder(tmp_path / "run")
    made.create(ImageJob(images=Images(source="example:digits")))
    columns = {"sample": [1, 2, 3], "known": ["4", "", "9"], "class": ["4", "4", "7"]}
    parquet.write_table(pa.table({**columns, "p 4": [0.9, 0.5, 0.1]}), made.predictions_path)
    return made


def export(run: RunFolder, out: Path, *options: str) -> Event:
    events: list[Event] = []
    words = ["export", str(run.path), "--out", str(out), *options, "--json"]
    run_words(words, Channel(events.append, Control()))
    return events[-1]


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".parquet"])
def test_every_image_is_written(run: RunFolder, tmp_path: Path, suffix: str):
    out = tmp_path / f"out{suffix}"
    done = export(run, out)
    assert isinstance(done, Finished)
    assert done.values["rows"] == 3
    if suffix == ".xlsx":
        sheet = load_workbook(out)["predictions"]
        classes = [sheet.cell(row, 3).value for row in (2, 3, 4)]
    else:
        table = csv.read_csv(out) if suffix == ".csv" else parquet.read_table(out)
        classes = table["class"].to_pylist()
    assert [str(name) for name in classes] == ["4", "4", "7"]


def test_images_without_a_class_alone(run: RunFolder, tmp_path: Path):
    done = export(run, tmp_path / "out.parquet", "--what", "predictions")
    assert isinstance(done, Finished)
    assert parquet.read_table(tmp_path / "out.parquet")["sample"].to_pylist() == [2]


@pytest.mark.parametrize(
    ("name", "options", "words"),
    [
        ("out.tif", (), "should end in"),
        ("out.csv", ("--layer", "entropy"), "no places on a map"),
        ("run/predictions.parquet", (), "choose another name"),
    ],
)
def test_what_cannot_be_is_refused(
    run: RunFolder, tmp_path: Path, name: str, options: tuple[str, ...], words: str
):
    before = run.predictions_path.read_bytes()
    failed = export(run, tmp_path / name, *options)
    assert isinstance(failed, Failed)
    assert words in failed.message.template
    assert run.predictions_path.read_bytes() == before
