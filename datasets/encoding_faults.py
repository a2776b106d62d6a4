"""Where the bytes of a text are none of an encoding."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from datasets.languages import TITLES

Opener = Callable[[], BinaryIO]

BLOCK = 1 << 23
_ASCII_IS_SAME = ("utf-8", "utf-8-sig", *TITLES)


@dataclass(frozen=True)
class Fault:
    """The first byte that an encoding does not know.

    Attributes
    ----------
    position
        In the file, from 0.
    line
        From 1.
    byte
        As "0xFF".
    """

    position: int
    line: int
    byte: str


def first_fault(opened: Opener, encoding: str) -> Fault | None:
    """Return the first byte that `encoding` does not know, None when it knows all."""
    decoder = codecs.getincrementaldecoder(encoding)()
    ascii_is_same = encoding in _ASCII_IS_SAME
    read = pending = 0
    with opened() as stream:
        for block, last in blocks_of(stream):
            try:
                if pending or last or not (ascii_is_same and block.isascii()):
                    decoder.decode(block, last)
            except UnicodeDecodeError as error:
                # the error counts from what was left of the block before
                return _fault(opened, read - pending + error.start, error.object[error.start])
            read += len(block)
            pending = len(decoder.getstate()[0])
    return None


def _fault(opened: Opener, position: int, byte: int) -> Fault:
    with opened() as stream:
        before = stream.read(position)
    line = before.count(b"\n") + before.count(b"\r") - before.count(b"\r\n") + 1
    return Fault(position, line, f"0x{byte:02X}")


def blocks_of(stream: BinaryIO) -> Iterator[tuple[bytes, bool]]:
    """Yield the blocks of a file, and whether each is the last."""
    block = stream.read(BLOCK)
    while block:
        following = stream.read(BLOCK)
        yield block, not following
        block = following
