"""What a word of a command line names: the folder of a run, a table, an example."""

from __future__ import annotations

from pathlib import Path

from core.bundled import (
    bundled_image_job,
    bundled_image_names,
    bundled_job,
    bundled_names,
)
from core.run_folder import RunFolder
from datasets.messages import InputError


def find_run(path: Path) -> RunFolder:
    """Return the run in a folder.

    Raises
    ------
    InputError
        When there is no such folder, or it holds no run.
    """
    run = RunFolder(path)
    if run.exists:
        return run
    if path.exists():
        raise InputError(
            "{path} is not the folder of a run; give the folder that the verb run wrote with "
            "--out.",
            path=str(path),
        )
    if str(path) in (*bundled_names(), *bundled_image_names()):
        raise InputError(
            "{name} is an example that was not run here; run it first with python main.py run "
            "{name} --out runs/{name}, then give the folder runs/{name}.",
            name=str(path),
        )
    raise InputError(
        "There is no run folder {path}; check its path, or list the runs of a folder with python "
        "main.py runs --folder FOLDER.",
        path=str(path),
    )


def find_table(name: str) -> str:
    """Return the table that a word names: itself, or the table of the example of that name.

    A file or the folder of a run wins over an example of the same name.
    """
    if name not in bundled_names():
        return name
    path = Path(name)
    return name if path.is_file() or RunFolder(path).exists else bundled_job(name).data.table


def find_images(name: str) -> str:
    """Return the images that a word names: themselves, or those of the example of that name.

    A file or folder wins over an example of the same name.
    """
    if name not in bundled_image_names() or Path(name).exists():
        return name
    return bundled_image_job(name).images.source
