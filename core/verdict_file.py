"""The verdict of a run, written into its folder."""

from __future__ import annotations

from core.events import TaskProgress
from core.files import write_json
from core.judging import Judged
from core.parts import Parts
from core.reporting import Reporter
from core.run_folder import RunFolder
from core.verdict.verdict import verdict_of
from datasets.messages import message


def write_verdict(
    folder: RunFolder, judged: Judged, parts: Parts, seed: int, report: Reporter
) -> None:
    """Find what the result is worth and write it as ``verdict.json``.

    Nothing is written where no sample was held out: there is nothing to say of new ones.
    """
    if judged.held_out is None:
        return
    report(TaskProgress(message("Finding what the result is worth"), 0, 1))
    dataset = parts.dataset
    verdict = verdict_of(
        judged.held_out,
        judged.training,
        judged.found.probability if dataset.coordinates is not None else None,
        {**parts.division.to_values(), "chose": "held_out_chose" in judged.evaluation},
        parts.division.resampled if parts.second is None else "samples",
        seed=seed,
    )
    write_json(folder.verdict_path, verdict)
