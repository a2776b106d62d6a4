"""What is given in place of a job is told apart, with the command that makes a job of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from core.bundled import bundled_image_job, find_any_job
from core.job_file import job_text
from core.run_folder import RunFolder
from datasets.messages import InputError
from tests.core.small_runs import small_job, write_table
from tests.datasets.images.drawn import digits


def refused(path: Path) -> str:
    with pytest.raises(InputError) as told:
        find_any_job(str(path))
    return str(told.value)


def test_images_and_tables_are_told_with_the_command_that_proposes_a_job(tmp_path: Path) -> None:
    pixels, labels = digits()
    np.savez(tmp_path / "a.npz", x=pixels[:20], y=labels[:20])
    rows = np.c_[labels[:20], pixels[:20].reshape(20, -1)]
    np.savetxt(tmp_path / "pixels.csv", rows, fmt="%d", delimiter=",")
    for name in ("a.npz", "pixels.csv"):
        told = refused(tmp_path / name)
        assert "holds images, not a job" in told
        assert f"main.py job {tmp_path / name} --out job.toml" in told
    told = refused(write_table(tmp_path / "a table.csv"))
    assert f'is a table, not a job; propose one with python main.py job "{tmp_path}/a table' in told


def test_folders_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert "a folder in which there are no images" in refused(tmp_path / "empty")
    (tmp_path / "pictures" / "7").mkdir(parents=True)
    (tmp_path / "pictures" / "7" / "a.png").touch()
    assert "holds images, not a job" in refused(tmp_path / "pictures")
    run = RunFolder(tmp_path / "run")
    run.create(small_job(write_table(tmp_path / "table.csv")))
    assert f"give its job file {run.job_path} instead" in refused(run.path)


def test_a_job_may_have_any_name(tmp_path: Path) -> None:
    job = bundled_image_job("digits")
    for name in ("job.toml", "job.txt", "job"):
        (tmp_path / name).write_text(job_text(job), encoding="utf-8")
        assert find_any_job(str(tmp_path / name)) == job
    (tmp_path / "broken.toml").write_text("a,b\n1,2\n", encoding="utf-8")
    shutil.copy(tmp_path / "broken.toml", tmp_path / "broken")
    for name in ("broken.toml", "broken"):
        assert "is not valid TOML" in refused(tmp_path / name)
