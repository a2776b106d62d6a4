"""Two processes train one CNN as a single one would, and a lost one costs no more than a step."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.parquet as parquet
import pytest

import core.cnn.parts
from core.bundled import bundled_job
from core.cnn.company import is_one_of_several, run_in_company
from core.cnn.curves import StepsReader
from core.control import Control
from core.history import HistoryReader
from core.reporting import silent
from core.run_folder import RunFolder
from core.run_kinds import run_any_job
from datasets.messages import InputError
from tests.core.cnn.trained_together import IMAGES, WAYS, image_job, survey
from tests.core.windows.small_surveys import write_survey

ROOT = Path(__file__).parents[3]
# sums of single precision taken in another order, and what some steps make of that
CLOSE = 1e-5


@pytest.fixture(scope="module")
def together(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Let two processes do what `tests.core.cnn.trained_together` says; return their folder."""
    folder = tmp_path_factory.mktemp("together")
    write_survey(folder, side=12)
    done = subprocess.run(
        [sys.executable, "-m", "tests.core.cnn.trained_together", str(folder)],
        cwd=ROOT,
        env={**os.environ, "OMP_NUM_THREADS": "1", "ANOMALYST_HOME": str(folder / "home")},
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (folder / "said.txt").write_text(done.stdout)
    return folder


@pytest.fixture
def _plainest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have one process compute where several do; dropout hangs on the layout that is measured."""
    monkeypatch.setattr("core.cnn.members.fastest", lambda places, *_: places[0])


@pytest.mark.parametrize("way", WAYS)
def test_losses_are_those_of_one_process(together: Path, way: str) -> None:
    losses = json.loads((together / "losses.json").read_text())
    np.testing.assert_allclose(losses["together"][way], losses["alone"][way], rtol=CLOSE)


@pytest.mark.usefixtures("_plainest")
def test_a_lost_process_changes_nothing(
    together: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(core.cnn.parts, "load_images", lambda *given, **more: IMAGES)
    alone, broken = RunFolder(tmp_path / "alone"), RunFolder(together / "images")
    run_any_job(image_job(), alone, Control(), silent)
    assert "Another process of this run was lost" in (together / "said.txt").read_text()
    assert broken.state() == "epochs"
    same_curves(broken, alone)
    found, wanted = (parquet.read_table(run.predictions_path) for run in (broken, alone))
    assert found.column_names == wanted.column_names
    assert found.column("class").equals(wanted.column("class"))
    for name in (name for name in wanted.column_names if name.startswith("p ")):
        one, other = (table.column(name).to_numpy() for table in (found, wanted))
        np.testing.assert_allclose(one, other, rtol=CLOSE)
    # nothing is left of a file that was being written
    assert not list(broken.path.rglob(".*.part"))


@pytest.mark.usefixtures("_plainest")
def test_windows_are_trained_together_until_one_process_is_told_to_leave(
    together: Path, tmp_path: Path
) -> None:
    alone, left = RunFolder(tmp_path / "alone"), RunFolder(together / "survey")
    run_any_job(survey(together), alone, Control(), silent)
    assert left.state() == "interrupted"
    same_curves(left, alone, epochs=2)
    assert StepsReader(left.path).read_new()[0]["step"].tolist() == list(range(1, 10))


def same_curves(one: RunFolder, other: RunFolder, epochs: int = 99) -> None:
    found, wanted = (HistoryReader(run.history_path).read_new()[0] for run in (one, other))
    kept = wanted.epoch <= epochs
    assert found.epoch.tolist() == wanted.epoch[kept].tolist()
    assert found.member.tolist() == wanted.member[kept].tolist()
    np.testing.assert_allclose(found.training_loss, wanted.training_loss[kept], rtol=CLOSE)
    np.testing.assert_allclose(found.validation_loss, wanted.validation_loss[kept], rtol=CLOSE)


@pytest.mark.parametrize("rank", ["0", "1"])
def test_bp_networks_are_refused_once(
    rank: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RANK", rank)
    given: Any = (bundled_job("copper"), RunFolder(tmp_path / "run"), Control(), silent)
    if rank == "0":
        with pytest.raises(InputError, match="without torchrun"):
            run_in_company(*given)
    else:
        assert run_in_company(*given) is None
    assert not (tmp_path / "run").exists()


def test_one_process_is_no_company(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RANK", raising=False)
    monkeypatch.setenv("WORLD_SIZE", "4")
    assert not is_one_of_several()
    monkeypatch.setenv("RANK", "0")
    assert is_one_of_several()
    monkeypatch.setenv("WORLD_SIZE", "1")
    assert not is_one_of_several()
