"""What somebody gave in place of a job: the sentence that names the command to type."""

from __future__ import annotations

import tomllib
from pathlib import Path

from core.run_folder import RunFolder
from datasets.images.kinds import looks_like_images
from datasets.images.unpacking import head_of
from datasets.messages import InputError
from datasets.suffixes import OPENED_SUFFIXES


def refuse_other_than_job(path: Path) -> None:
    """Refuse images, a table, the folder of a run and any other folder; take what may be a job.

    Raises
    ------
    InputError
        Says how a job is made of it, or where the job is.
    """
    if RunFolder(path).exists:
        raise InputError(
            "{path} is the folder of a run; give its job file {job} instead.",
            path=str(path),
            job=str(RunFolder(path).job_path),
        )
    if not path.is_dir() and _may_be_job(path):
        return
    if looks_like_images(path):
        raise InputError(
            "{path} holds images, not a job; propose one with python main.py job {typed} --out "
            "job.toml, then give job.toml.",
            path=str(path),
            typed=typed_path(path),
        )
    if path.is_dir():
        raise InputError(
            "{path} is a folder in which there are no images; give a job file, or make one of a "
            "table or of images with python main.py job.",
            path=str(path),
        )
    if path.suffix.lower() in OPENED_SUFFIXES:
        raise InputError(
            "{path} is a table, not a job; propose one with python main.py job {typed} --target "
            "COLUMN --out job.toml, then give job.toml.",
            path=str(path),
            typed=typed_path(path),
        )


def typed_path(path: Path) -> str:
    """Return a path as it is typed in a command, on any system."""
    return f'"{path}"' if " " in str(path) else str(path)


def _may_be_job(path: Path) -> bool:
    """Whether a file is one of settings, whatever its name; a job is shorter than its head."""
    # what comes through a pipe can be read only once
    if path.suffix.lower() == ".toml" or not path.is_file():
        return True
    try:
        return bool(tomllib.loads(head_of(path).decode("utf-8")))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError):
        return False
