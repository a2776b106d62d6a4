"""What a word of a command line names: the folder of a run, a table, an example."""

from __future__ import annotations

from pathlib import Path

from core.bundled import (
    bundled_image_job,
    bundled_image_names,
    bundled_job,
    bundled_names,
)
from core.places import mnist_folder
from core.run_folder import RunFolder
from datasets.file_access import told_access
from datasets.images.examples import FETCHED, check_fetched
from datasets.images.kinds import kind_of, looks_like_images
from datasets.messages import InputError

_EXAMPLE = "example:"


def find_run(path: Path) -> RunFolder:
    """Return the run in a folder, or the model of one in a bundle.

    Raises
    ------
    InputError
        When there is no such folder or bundle, or it holds no run.
    """
    run = RunFolder(path)
    if run.exists:
        return run
    if path.is_file():
        # what reads bundles is needed by few
        from core.model_export.bundle_reading import is_bundle, opened_bundle

        if is_bundle(path):
            return opened_bundle(path)
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

    Raises
    ------
    InputError
        When there is no such file; told before the libraries that read tables are loaded.
    """
    path = Path(name)
    if name in bundled_names() and not (path.is_file() or RunFolder(path).exists):
        return bundled_job(name).data.table
    check_source(name)
    return name


def find_images(name: str) -> str:
    """Return the images that a word names: themselves, or those of the example of that name.

    A file or folder wins over an example of the same name.

    Raises
    ------
    InputError
        When there is no such file or folder; told before the libraries that read them are loaded.
    """
    if name in bundled_image_names() and not Path(name).exists():
        return bundled_image_job(name).images.source
    check_source(name)
    return name


def find_source(name: str) -> str:
    """Return the table or the images that a word names; see `find_table` and `find_images`."""
    return find_images(name) if name in bundled_image_names() else find_table(name)


def is_of_images(source: str) -> bool:
    """Whether a source is images rather than a table of samples, as the window tells them apart."""
    if source.startswith(_EXAMPLE):
        return source.partition(":")[2] in bundled_image_names()
    return looks_like_images(Path(source))


def is_table_file(source: str) -> bool:
    """Whether a source that is there can be a table of samples too: text or Parquet."""
    return not source.startswith(_EXAMPLE) and kind_of(Path(source)) in ("text", "parquet")


def check_source(source: str) -> None:
    """Check that a table or images are there, before what reads them is loaded.

    Raises
    ------
    InputError
        When there is no such file or folder, or MNIST was not fetched.
    """
    if source == FETCHED:
        check_fetched(mnist_folder())
    elif not source.startswith(_EXAMPLE):
        with told_access(Path(source)):
            Path(source).stat()
