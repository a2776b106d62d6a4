"""MATLAB's .mat files up to version 7, read by SciPy."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from datasets.file_access import told_access
from datasets.images.arrays import Way, from_arrays
from datasets.images.raw import LARGEST, RawImages
from datasets.messages import InputError, message

HEAD = b"MATLAB 5.0 MAT-file"
_HDF5 = b"\x89HDF\r\n\x1a\n"
_HEADER = 128
_PACKED = 15


def read_matlab(path: Path, order: Literal["auto", "rows", "columns"] = "auto") -> RawImages:
    """Read the images of a .mat file.

    Labels of 1…10 are those of digits in MATLAB, which counts from 1: 10 stands for 0.

    Raises
    ------
    InputError
        When it is of version 7.3, damaged, or holds no images.
    """
    check_matlab(path)
    arrays = dict(_flat(_loaded(path)))
    way = Way(last=True, order="auto" if order == "auto" else "rows")
    return _from_zero(from_arrays(arrays, str(path), way))


def check_matlab(path: Path) -> None:
    """Refuse what SciPy cannot read, and what promises more than the file can hold.

    Raises
    ------
    InputError
        With the reason.
    """
    with told_access(path), path.open("rb") as stream:
        head = stream.read(_HEADER)
        stream.seek(512)
        second = stream.read(8)
    if _HDF5 in (head[:8], second) or head.startswith(b"MATLAB 7.3"):
        raise InputError(
            "The file {path} is a MATLAB file of version 7.3, which cannot be read here; save it "
            "in MATLAB with save('file.mat', '-v7') and load that.",
            path=str(path),
        )
    if head.startswith(HEAD[:10]):
        _check_elements(path, "<" if head[126:128] == b"IM" else ">")


def _check_elements(path: Path, order: str) -> None:
    """Walk over the variables of a version 5 file: each has a tag with its length.

    Format: MathWorks, MAT-File Format, “Level 5 MAT-File Format”: a type and a number of bytes,
    then the data; packed data begin with such a tag themselves.
    """
    size, promised, place = path.stat().st_size, 0, _HEADER
    with told_access(path), path.open("rb") as stream:
        while place + 8 <= size:
            stream.seek(place)
            kind, length = struct.unpack(order + "II", stream.read(8))
            if place + 8 + length > size:
                raise _cut_short(path)
            promised += _unpacked_length(stream.read(min(length, 64)), order, kind, length)
            place += 8 + length
    if promised > LARGEST:
        raise InputError(
            "The file {path} promises {promised} GB of variables, more than the {limit} GB that "
            "may be read; divide it.",
            path=str(path),
            promised=f"{promised / 2**30:,.1f}",
            limit=LARGEST >> 30,
        )


def _unpacked_length(start: bytes, order: str, kind: int, length: int) -> int:
    if kind != _PACKED:
        return length
    try:
        tag = zlib.decompressobj().decompress(start, 8)
        return int(struct.unpack(order + "II", tag)[1])
    except (zlib.error, struct.error):
        return length


def _loaded(path: Path) -> dict[str, Any]:
    from scipy.io import loadmat

    try:
        with told_access(path):
            return dict(loadmat(path))
    except InputError:
        raise
    # its reader raises whatever the bytes of a damaged file lead it to
    except Exception as error:
        raise InputError(
            "The file {path} is damaged or no MATLAB file ({reason}); save it again with "
            "save('file.mat', '-v7').",
            path=str(path),
            reason=" ".join(str(error).split())[:120] or type(error).__name__,
        ) from None


def _flat(values: dict[str, Any], before: str = "") -> Iterator[tuple[str, NDArray[Any]]]:
    """Yield the arrays of all variables, those inside structures as structure.field."""
    for name, value in values.items():
        if name.startswith("__") or not isinstance(value, np.ndarray):
            continue
        if value.dtype.names is not None and value.size == 1:
            fields = {field: value[field].flat[0] for field in value.dtype.names}
            yield from _flat(fields, f"{before}{name}.")
        elif value.dtype.kind == "O":
            yield before + name, _texts(value)
        else:
            yield before + name, value


def _texts(cells: NDArray[Any]) -> NDArray[Any]:
    """Return a cell array of texts as texts."""
    return np.array(
        [str(cell.flat[0]) if isinstance(cell, np.ndarray) and cell.size else str(cell)
         for cell in cells.reshape(-1)],
        dtype=object,
    )  # fmt: skip


def _from_zero(raw: RawImages) -> RawImages:
    labels = raw.labels
    if labels is None or labels.dtype.kind not in "iuf":
        return raw
    if not np.array_equal(np.unique(labels), np.arange(1, 11)):
        return raw
    told = message("The label 10 was read as the digit 0, since MATLAB counts from 1.")
    return replace(raw, labels=np.where(labels == 10, 0, labels)).noting(told)


def _cut_short(path: Path) -> InputError:
    return InputError(
        "The MATLAB file {path} is cut short: its last variable is not whole; get it again.",
        path=str(path),
    )
