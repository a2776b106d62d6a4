"""What a word names, and that a slip in it is told before anything large is loaded."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from core.finding import find_images, find_source, find_table, is_of_images
from datasets.messages import InputError
from tests.core.small_runs import ROOT, small_job, write_job, write_table

HEAVY = ("torch", "pandas", "scipy", "sklearn", "numba", "matplotlib", "rasterio")
REFUSED = [
    ["run", "gone", "--out", "run"],
    ["run", "job.toml", "--out", "run"],
    ["run", "mnist", "--out", "run"],
    ["run", "digits", "--out", "run", "--set", "foo.bar=1"],
    ["prepare", "gone"],
    ["prepare", "job.toml"],
    ["job", "gone", "--target", "a"],
    ["images", "gone"],
    ["columns", "gone"],
    ["import", "gone", "--out", "a.csv"],
    ["statistics", "gone"],
    ["correlations", "gone"],
    ["threshold", "gone", "--column", "Cu"],
    ["grid", "gone", "--column", "Cu", "--out", "a.tif"],
    ["map", "gone", "--out", "a.png"],
    ["export", "gone", "--out", "a.csv"],
    ["predict", "gone", "a.csv", "--out", "b.csv"],
    ["compare", "gone", "gone"],
    ["networks", "--layers", "nosuch"],
]


def test_a_slip_is_told_before_anything_large_is_loaded(tmp_path: Path) -> None:
    write_job(tmp_path / "job.toml", small_job(tmp_path / "gone.csv"))
    script = (
        "import json, sys; from core.command_line import run_words;"
        "from core.commands.channel import Channel; from core.control import Control;"
        "told = Channel([].append, Control());"
        f"codes = [run_words(words, told) for words in {REFUSED}];"
        f"print(json.dumps([codes, [m for m in {HEAVY} if m in sys.modules]]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "ANOMALYST_HOME": str(tmp_path / "home")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    codes, loaded = json.loads(done.stdout)
    assert codes == [2] * len(REFUSED)
    assert loaded == []


def test_a_source_is_found_by_path_or_as_an_example(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_source("digits") == "example:digits"
    assert find_source("gold") == "example:gold"
    write_table(tmp_path / "digits")
    assert find_source("digits") == "digits"
    assert is_of_images("example:digits")
    assert not is_of_images("example:gold")
    assert not is_of_images("digits")


@pytest.mark.parametrize("find", [find_source, find_table, find_images])
def test_a_source_that_is_not_there_is_told(tmp_path: Path, find: object) -> None:
    assert callable(find)
    with pytest.raises(InputError, match="There is no file"):
        find(str(tmp_path / "gone"))
