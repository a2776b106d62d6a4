"""The folder for what is found out about a run: that of the run itself, or any that is no run's."""

from __future__ import annotations

from pathlib import Path

from core.files import same_place
from core.run_folder import RunFolder
from datasets.field_reasons import reason_of
from datasets.messages import InputError


def make_result_folder(out: Path, run: RunFolder, refusal: InputError) -> None:
    """Make the folder for files about a run, or take the one that is there.

    Parameters
    ----------
    refusal
        What is raised where `out` is the folder of another run, whose own files would be replaced.

    Raises
    ------
    InputError
        `refusal`, or when the folder cannot be made.
    """
    if RunFolder(out).exists and not same_place(str(out), str(run.path)):
        raise refusal
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(
            "The folder {path} cannot be written: {reason}.",
            path=str(out),
            reason=reason_of(error),
        ) from None
