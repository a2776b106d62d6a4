"""A finished run on a table of its own, for the tests of this folder."""

from __future__ import annotations

from pathlib import Path

from core.run_folder import RunFolder
from tests.core.small_runs import carry_out, small_job, write_table


def finished_run(folder: Path, *, folds: int = 3, members: int = 2) -> RunFolder:
    """Train for a moment."""
    table = write_table(folder / "survey.csv")
    path = folder / "run"
    carry_out(small_job(table, folds=folds, members=members), path)
    return RunFolder(path)
