"""A text as blocks of whole lines in UTF-8, whatever it is written in."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import BinaryIO

from datasets.encodings import Encoding, Opener

# Larger blocks are no faster, and one odd row makes its whole block slow.
BLOCK = 1 << 23


class TextBlocks:
    """Iterate once over the blocks of a text.

    The byte order mark, NUL bytes and a Ctrl-Z at the end are left out.

    Attributes
    ----------
    nul_count
        NUL bytes that were left out so far.
    """

    def __init__(self, opened: Opener, encoding: Encoding) -> None:
        self.nul_count = 0
        self._opened = opened
        self._encoding = encoding

    def __iter__(self) -> Iterator[bytes]:
        parts: list[bytes] = []
        with self._opened() as stream:
            for data in _in_utf8(stream, self._encoding):
                if b"\0" in data:
                    self.nul_count += data.count(b"\0")
                    data = data.replace(b"\0", b"")
                cut = _last_line_end(data)
                if not cut:
                    parts.append(data)
                    continue
                yield b"".join([*parts, data[:cut]])
                parts = [data[cut:]]
        rest = b"".join(parts).rstrip(b"\x1a")
        if rest:
            yield rest

    def first_nul_line(self) -> int:
        """Return the line of the first NUL byte, from 1; 0 when there is none."""
        lines = 1
        with self._opened() as stream:
            for data in _in_utf8(stream, self._encoding):
                at = data.find(b"\0")
                if at >= 0:
                    return lines + count_lines(data[:at])
                lines += count_lines(data)
        return 0


def count_lines(data: bytes) -> int:
    """Count the line ends of a text: CR, LF or both."""
    returns = data.count(b"\r")
    return data.count(b"\n") + returns - (data.count(b"\r\n") if returns else 0)


def _in_utf8(stream: BinaryIO, encoding: Encoding) -> Iterator[bytes]:
    plain = codecs.lookup(encoding.name).name in ("utf-8", "utf-8-sig", "ascii")
    decoder = codecs.getincrementaldecoder(encoding.name)(encoding.errors)
    first = True
    while block := stream.read(BLOCK):
        if not plain or encoding.errors != "strict":
            block = decoder.decode(block).encode("utf-8", "replace")
        # programs that add a mark to a text that has one leave two
        while first and block.startswith(codecs.BOM_UTF8):
            block = block.removeprefix(codecs.BOM_UTF8)
        yield block
        first = False
    yield decoder.decode(b"", final=True).encode("utf-8", "replace")


def _last_line_end(data: bytes) -> int:
    """Return where the last whole line ends, 0 when none does.

    A carriage return at the very end may have its line feed in what follows.
    """
    return max(data.rfind(b"\n"), data.rfind(b"\r", 0, max(len(data) - 1, 0))) + 1
