"""Whether the map can show where two runs differ, and why it cannot."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from core.files import same_place
from core.image_job import ImageJob
from core.job_file import AnyJob
from core.run_folder import RunFolder


def why_no_map(runs: Sequence[RunFolder], jobs: Sequence[AnyJob]) -> str:
    """Return why the map cannot show the difference of runs, "" where it can."""
    data = [job.data for job in jobs if not isinstance(job, ImageJob)]
    if len(runs) != 2:
        return _tr("The map shows the difference of two runs.")
    if len(data) < 2:
        return _tr("Runs on images have no map.")
    if not same_place(data[0].table, data[1].table):
        return _tr("The runs classified different tables, so no map shows both.")
    if not (data[1].x and data[1].y):
        return _tr("The table has no coordinates, so there is no map.")
    if not all(run.predictions_path.exists() for run in runs):
        return _tr("A run has no predictions yet, so there is no map of it.")
    return ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("comparison map", text)
