"""Images from anywhere: a file, a folder, an example."""

from __future__ import annotations

from pathlib import Path

from datasets.images.examples import read_example
from datasets.images.finishing import finished
from datasets.images.folders import read_folder
from datasets.images.idx import is_idx
from datasets.images.idx_pairs import read_idx_folder, read_idx_pair
from datasets.images.image_reading import ImageReading
from datasets.images.image_set import ImageSet
from datasets.images.kinds import kind_of
from datasets.images.matlab import read_matlab
from datasets.images.npz import read_npy, read_npz
from datasets.images.picture_files import find_pictures
from datasets.images.pixel_table import read_pixel_table
from datasets.images.raw import RawImages
from datasets.images.sheets import read_sheet
from datasets.messages import InputError
from datasets.side_by_side import Told

# longer side to which pictures are brought before their ink is framed
FRAMED_FROM = 128


def read_images(
    source: str,
    reading: ImageReading | None = None,
    *,
    cache: Path | None = None,
    told: Told | None = None,
) -> ImageSet:
    """Read images.

    Parameters
    ----------
    source
        Path of a file or folder, ``example:digits`` or ``example:mnist``.
    reading
        What was decided about it; without, all is proposed from the data.
    cache
        Folder into which MNIST was fetched.
    told
        Told which share is read, for folders of many files.

    Raises
    ------
    InputError
        When it cannot be read as images.
    """
    reading = reading or ImageReading()
    if source.startswith("example:"):
        return finished(read_example(source, cache), source, reading)
    path = Path(source)
    if not path.exists():
        raise InputError(
            "There is no file or folder {path}; check the name and the folder.", path=source
        )
    return finished(_raw(path, reading, told), source, reading)


def _raw(path: Path, reading: ImageReading, told: Told | None) -> RawImages:
    match kind_of(path):
        case "folder":
            return _folder(path, reading, told)
        case "idx":
            return read_idx_pair(path)
        case "npz":
            return read_npz(path)
        case "npy":
            return read_npy(path)
        case "mat":
            return read_matlab(path, reading.pixel_order)
        case "picture":
            return read_sheet(path, reading)
        case _:
            return read_pixel_table(path, reading)


def _folder(folder: Path, reading: ImageReading, told: Told | None) -> RawImages:
    pictures, _ = find_pictures(folder, 1)
    files = sorted(file for file in folder.iterdir() if file.is_file())
    indexed = [] if pictures else [file for file in files if is_idx(file)]
    if indexed:
        return read_idx_folder(folder, indexed)
    # what is cut out of a picture needs more pixels than the image it becomes
    is_framed = reading.framing != "kept"
    side = max(FRAMED_FROM, reading.side) if is_framed else reading.side
    return read_folder(folder, side, told, is_passing=is_framed)
