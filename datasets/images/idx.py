"""IDX, the format of MNIST: a magic number, the size of every axis, the values.

Format: http://yann.lecun.com/exdb/mnist/ (“THE IDX FILE FORMAT”): two zero bytes, a byte for the
type of the values, one for the number of axes, then the sizes as 32-bit numbers, high byte first.
Files written on other machines have the same numbers low byte first; both are read.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from datasets.images.raw import RawImages, check_size
from datasets.images.unpacking import head_of, most_bytes, read_at_most, unpacked
from datasets.messages import InputError, Message, message

TYPES = {0x08: "u1", 0x09: "i1", 0x0B: "i2", 0x0C: "i4", 0x0D: "f4", 0x0E: "f8"}
_MOST_AXES = 4


@dataclass(frozen=True)
class Header:
    """What the first bytes of an IDX file say; `order` is ">" or "<"."""

    shape: tuple[int, ...]
    dtype: np.dtype[Any]
    order: str
    length: int

    @property
    def promised(self) -> int:
        """Bytes of values."""
        size = 1
        for side in self.shape:
            size *= side
        return size * self.dtype.itemsize


def header_of(head: bytes, most: int) -> Header | None:
    """Return what the first bytes of a file say, None where it is no IDX file.

    Parameters
    ----------
    most
        Bytes that the file can hold. A magic number that is right may stand before sizes whose
        bytes are swapped: where the sizes as they stand do not fit and swapped ones do, those are
        meant.
    """
    if len(head) < 8:
        return None
    if head[:2] == b"\0\0" and head[2] in TYPES and 1 <= head[3] <= _MOST_AXES:
        code, axes, order = head[2], head[3], ">"
    elif head[2:4] == b"\0\0" and head[1] in TYPES and 1 <= head[0] <= _MOST_AXES:
        code, axes, order = head[1], head[0], "<"
    else:
        return None
    return _fitting(head, code, axes, order, most)


def _fitting(head: bytes, code: int, axes: int, order: str, most: int) -> Header | None:
    length = 4 + 4 * axes
    if len(head) < length:
        return None
    found = []
    for tried in (order, "<" if order == ">" else ">"):
        shape = struct.unpack(f"{tried}{axes}I", head[4:length])
        found.append(Header(shape, np.dtype(tried + TYPES[code]), tried, length))
    fits = [header for header in found if 0 < header.promised <= most - length]
    return (fits or found)[0]


def is_idx(path: Path) -> bool:
    """Whether the content of a file is IDX."""
    return header_of(head_of(path, 64), most_bytes(path)) is not None


def axes_of(path: Path) -> int:
    """Return how many axes an IDX file has: 1 for labels, 3 for images; 0 when it is none."""
    header = header_of(head_of(path, 64), most_bytes(path))
    return len(header.shape) if header is not None else 0


def read_idx(path: Path) -> tuple[NDArray[Any], tuple[Message, ...]]:
    """Read one IDX file.

    Returns
    -------
    tuple
        Its values with the shape that the header gives them, and notices.

    Raises
    ------
    InputError
        When it is no IDX file, is cut short, or promises what it cannot hold.
    """
    most = most_bytes(path)
    header = header_of(head_of(path, 64), most)
    if header is None:
        raise InputError(
            "The file {path} is no IDX file: its first bytes are not those of one; choose a file "
            "such as train-images-idx3-ubyte.gz.",
            path=str(path),
        )
    _check(header, most, path)
    with unpacked(path) as stream:
        stream.read(header.length)
        values = read_at_most(stream, header.promised)
        further = bool(stream.read(1))
    if len(values) < header.promised:
        raise _cut_short(header, len(values), path)
    array = np.frombuffer(values, header.dtype).reshape(header.shape)
    return array.astype(header.dtype.newbyteorder("="), copy=False), _notes(header, further, path)


def images_of(path: Path) -> RawImages:
    """Read the images of an IDX file, grey (P, H, W) or of 3 channels.

    Raises
    ------
    InputError
        As `read_idx`, or when its axes are not those of images.
    """
    values, notices = read_idx(path)
    if values.ndim == 4 and values.shape[3] == 3:
        return RawImages(values, notices=notices)
    if values.ndim == 4 and values.shape[1] == 3:
        return RawImages(values.transpose(0, 2, 3, 1), notices=notices)
    if values.ndim != 3:
        raise InputError(
            "The IDX file {path} has {axes} axes, not the 3 of images; choose the file of the "
            "images, such as train-images-idx3-ubyte.gz.",
            path=str(path),
            axes=values.ndim,
        )
    return RawImages(values, notices=notices)


def _check(header: Header, most: int, path: Path) -> None:
    if len(header.shape) >= 3:
        height, width = header.shape[1:3]
        check_size(header.shape[0], height, width, header.dtype.itemsize, str(path))
    if header.promised > most - header.length:
        raise InputError(
            "The file {path} is cut short or damaged: its header promises {promised} bytes "
            "({shape}), but the file can hold {most} at most; get it again.",
            path=str(path),
            promised=f"{header.promised:,}",
            shape="×".join(map(str, header.shape)),
            most=f"{max(most - header.length, 0):,}",
        )


def _cut_short(header: Header, read: int, path: Path) -> InputError:
    each = header.promised // header.shape[0]
    return InputError(
        "The file {path} is cut short: its header promises {count} items, but the bytes end in "
        "item {number}; get it again.",
        path=str(path),
        count=f"{header.shape[0]:,}",
        number=f"{read // each + 1:,}",
    )


def _notes(header: Header, further: bool, path: Path) -> tuple[Message, ...]:
    said = []
    if header.order == "<":
        said.append(message("The numbers of {name} stand low byte first.", name=path.name))
    if further:
        said.append(
            message(
                "{name} holds more bytes than its header tells of; they were left out.",
                name=path.name,
            )
        )
    return tuple(said)
