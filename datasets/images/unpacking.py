"""Bytes of a file, plain or gzipped, never more than were asked for."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from datasets.file_access import told_access
from datasets.messages import InputError

GZIP = b"\x1f\x8b"
DEFLATE_AT_BEST = 1032
"""Bytes that one packed byte can stand for, https://zlib.net/zlib_tech.html (1032 : 1)."""
_BLOCK = 1 << 22
# the tables of a packed stream stand before its first byte
_LEAST_PACKED = 1 << 12


@contextmanager
def unpacked(path: Path) -> Iterator[BinaryIO]:
    """Open the bytes of a file, unpacked where it is gzipped.

    Raises
    ------
    InputError
        When it cannot be read, is damaged, or ends too early inside its packing.
    """
    with told_access(path):
        with path.open("rb") as file:
            packed = file.read(2) == GZIP
        try:
            with gzip.open(path) if packed else path.open("rb") as stream:
                yield cast(BinaryIO, stream)
        except (EOFError, gzip.BadGzipFile, zlib.error):
            raise InputError(
                "The packed file {path} is damaged or was copied only in part; get it again.",
                path=str(path),
            ) from None


def most_bytes(path: Path) -> int:
    """Return how many bytes a file can hold at most, unpacked."""
    with told_access(path):
        size = path.stat().st_size
        with path.open("rb") as file:
            return size * DEFLATE_AT_BEST if file.read(2) == GZIP else size


def read_at_most(stream: BinaryIO, wanted: int) -> bytearray:
    """Return the next `wanted` bytes, fewer where the stream ends; memory grows with them only."""
    read = bytearray()
    while len(read) < wanted and (block := stream.read(min(_BLOCK, wanted - len(read)))):
        read += block
    return read


def head_of(path: Path, size: int = 1 << 16) -> bytes:
    """Return the first bytes of a file, unpacked; fewer where it is shorter or damaged.

    Raises
    ------
    InputError
        When it cannot be opened.
    """
    with told_access(path), path.open("rb") as file:
        head = file.read(max(size, _LEAST_PACKED))
    if not head.startswith(GZIP):
        return head[:size]
    unpacker = zlib.decompressobj(wbits=31)
    try:
        return unpacker.decompress(head, size)
    except zlib.error:
        return b""
