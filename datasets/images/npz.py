"""NumPy's .npz and .npy files, without ever running what they hold."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path
from typing import Any, BinaryIO, cast

import numpy as np
from numpy.lib import format as npy
from numpy.typing import NDArray

from datasets.file_access import told_access
from datasets.images.arrays import Way, from_arrays
from datasets.images.raw import LARGEST, RawImages
from datasets.images.unpacking import DEFLATE_AT_BEST
from datasets.messages import InputError, message


def read_npz(path: Path) -> RawImages:
    """Read the images of an .npz file, as Keras or anybody else names its arrays.

    Raises
    ------
    InputError
        When it is damaged, or holds objects or no images.
    """
    try:
        with told_access(path), zipfile.ZipFile(path) as packed:
            members = [m for m in packed.infolist() if m.filename.endswith(".npy")]
            objects = [m.filename[:-4] for m in members if _is_object(packed, m, path)]
            kept = [m for m in members if m.filename[:-4] not in objects]
            _check(kept, path)
            arrays = {m.filename[:-4]: _array(packed, m) for m in kept}
    except ValueError as error:
        raise _damaged(path, error) from None
    if not arrays:
        raise _only_objects(path, objects)
    raw = from_arrays(arrays, str(path), Way())
    if not objects:
        return raw
    told = message(
        "These arrays of objects were not read, since they may hold programs: {names}.",
        names=", ".join(objects[:6]),
    )
    return raw.noting(told)


def read_npy(path: Path) -> RawImages:
    """Read the images of a file with one array.

    Raises
    ------
    InputError
        When it is damaged, or holds objects or no images.
    """
    try:
        with told_access(path), path.open("rb") as stream:
            if _dtype(stream).hasobject:
                raise _only_objects(path, [path.stem])
        with told_access(path):
            # mapped, so that a header that promises too much takes no memory
            array = np.load(path, mmap_mode="r", allow_pickle=False)
    except ValueError as error:
        raise _damaged(path, error) from None
    return from_arrays({path.stem: np.asarray(array)}, str(path), Way())


def _is_object(packed: zipfile.ZipFile, member: zipfile.ZipInfo, path: Path) -> bool:
    with packed.open(member) as stream:
        return _dtype(cast(BinaryIO, stream)).hasobject


def _dtype(stream: BinaryIO) -> np.dtype[Any]:
    return _header(stream)[1]


def _header(stream: BinaryIO) -> tuple[tuple[int, ...], np.dtype[Any]]:
    """Return shape and dtype of an array; a ValueError when the header cannot be read."""
    version = npy.read_magic(stream)
    read = npy.read_array_header_1_0 if version == (1, 0) else npy.read_array_header_2_0
    shape, _, dtype = read(stream)
    return shape, dtype


def _check(members: list[zipfile.ZipInfo], path: Path) -> None:
    """Refuse a file whose list of contents promises what it cannot hold, or too much."""
    promised = sum(member.file_size for member in members)
    possible = all(m.file_size <= DEFLATE_AT_BEST * (m.compress_size + 64) for m in members)
    if promised > LARGEST or not possible:
        raise InputError(
            "The file {path} promises {promised} GB of arrays, more than it can hold or than may "
            "be read ({limit} GB); divide it.",
            path=str(path),
            promised=f"{promised / 2**30:,.1f}",
            limit=LARGEST >> 30,
        )


def _array(packed: zipfile.ZipFile, member: zipfile.ZipInfo) -> NDArray[Any]:
    """Return one array; a ValueError when its header promises more than there is."""
    with packed.open(member) as stream:
        shape, dtype = _header(cast(BinaryIO, stream))
    size = dtype.itemsize
    for side in shape:
        size *= side
    if size > member.file_size:
        raise ValueError(f"{member.filename} is cut short")
    try:
        with packed.open(member) as stream:
            array: NDArray[Any] = npy.read_array(stream, allow_pickle=False)
    except (EOFError, zlib.error) as error:
        raise ValueError(str(error)) from None
    return array


def _damaged(path: Path, error: Exception) -> InputError:
    return InputError(
        "The file {path} is damaged or no file of NumPy ({reason}); get it again.",
        path=str(path),
        reason=" ".join(str(error).split())[:120],
    )


def _only_objects(path: Path, names: list[str]) -> InputError:
    if not names:
        return InputError(
            "The file {path} holds no array; choose a file that numpy.savez wrote.", path=str(path)
        )
    return InputError(
        "The arrays of {path} ({names}) hold objects, which may hold programs and are not read; "
        "save them as plain numbers.",
        path=str(path),
        names=", ".join(names[:6]),
    )
