"""A small survey some rows of which are like none of its labelled samples, and runs on it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from core.job import Job
from core.judging import Judged, judge
from core.model import load_model
from core.parts import Parts, load_parts
from core.run_folder import RunFolder
from tests.core.small_runs import carry_out, small_job, write_table

LABELLED, STRANGE = 60, 10


def write_strange(path: Path, *, name: str = "c") -> Path:
    """Write the table of `write_table`, with a row of cells without a class north of it that have
    a hundred times as much of all metals.

    Parameters
    ----------
    name
        What the third class is called.
    """
    lines = write_table(path).read_text(encoding="utf-8").splitlines()
    lines = [line[:-1] + name if line.endswith(",c") else line for line in lines]
    lines += [f"{500_000 + 10 * place},60,{400 + place},380,{420 - place}," for place in range(10)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def judged_by(job: Job, **judging: Any) -> Job:
    """Return a job with other settings of judging."""
    return job.model_copy(update={"judging": job.judging.model_copy(update=judging)})


def strange_run(folder: Path, *, name: str = "c", **judging: Any) -> RunFolder:
    """Carry out a job of two members on the table of `write_strange`, by five folds."""
    folder.mkdir(parents=True, exist_ok=True)
    table = write_strange(folder / "table.csv", name=name)
    job = judged_by(small_job(table, folds=5, members=2), **judging)
    carry_out(job, folder / "run")
    return RunFolder(folder / "run")


def judged_again(run: RunFolder) -> tuple[Judged, Parts]:
    """Return what a finished run was judged by."""
    parts = load_parts(run.survey_job(), lambda _: None, run)
    return judge(load_model(run.model_path), parts), parts
