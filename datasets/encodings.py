"""What encoding a text is written in."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

import numpy as np

from datasets.byte_patterns import (
    high_lines,
    is_chinese,
    is_cyrillic,
    is_text,
    is_traditional,
    wide_name,
)
from datasets.messages import InputError, Message, message

Opener = Callable[[], BinaryIO]

BLOCK = 1 << 23
_HEAD = 1 << 16
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_TITLES = {
    "gb18030": "GB 18030",
    "cp950": "Big5",
    "cp1252": "Windows-1252",
    "cp1251": "Windows-1251",
}
_STRAY = "anomalyst.stray"


@dataclass(frozen=True)
class Encoding:
    """How the bytes of a text become characters.

    Attributes
    ----------
    name
        Name of a codec of Python.
    errors
        "strict", or the handler that reads single bytes of another encoding.
    notices
        What was worked around.
    """

    name: str
    errors: str = "strict"
    notices: tuple[Message, ...] = ()


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


def find_encoding(opened: Opener, source: str, named: str = "") -> Encoding:
    """Find the encoding of a text.

    A byte order mark decides; then the pattern of NUL bytes; then strict UTF-8, GB 18030 where it
    gives Chinese, Windows-1252.

    Parameters
    ----------
    opened
        Opens the file anew.
    source
        Its name, for the sentences.
    named
        Encoding that was chosen; "" to find it.

    Raises
    ------
    InputError
        When the file is no text in the encoding, or in any. It names the byte and its line.
    """
    with opened() as stream:
        head = stream.read(_HEAD)
    if named:
        return _chosen(opened, source, named)
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return _chosen(opened, source, encoding)
    wide = wide_name(head)
    if wide and is_text(head.decode(wide, "ignore")) and first_fault(opened, wide) is None:
        return Encoding(wide)
    _refuse_binary(head, source)
    fault = first_fault(opened, "utf-8")
    if fault is None:
        return Encoding("utf-8")
    return _eight_bit(opened, source, fault)


def first_fault(opened: Opener, encoding: str) -> Fault | None:
    """Return the first byte that `encoding` does not know, None when it knows all."""
    decoder = codecs.getincrementaldecoder(encoding)()
    ascii_is_same = encoding in ("utf-8", "utf-8-sig", "gb18030", "cp1252", "cp1251", "cp950")
    read = pending = 0
    with opened() as stream:
        for block, last in _blocks(stream):
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


def _blocks(stream: BinaryIO) -> Iterator[tuple[bytes, bool]]:
    block = stream.read(BLOCK)
    while block:
        following = stream.read(BLOCK)
        yield block, not following
        block = following


def _chosen(opened: Opener, source: str, name: str) -> Encoding:
    try:
        # codecs such as hex, which make no text of bytes, are refused here as well
        "".encode(name)
        fault = first_fault(opened, name)
    except (LookupError, TypeError, ValueError):
        raise InputError(
            "There is no text encoding “{encoding}”, chosen for {source}; choose utf-8, gb18030, "
            "utf-16 or cp1252.",
            encoding=name,
            source=source,
        ) from None
    if fault is None:
        return Encoding(name)
    if codecs.lookup(name).name in ("utf-8", "utf-8-sig"):
        stray = _mostly_utf8(opened, fault, name)
        if stray:
            return stray
    raise InputError(
        "The file {source} is not written in {encoding}: the byte {byte} at position {position}, "
        "line {line}, is none of it; choose another encoding.",
        source=source,
        encoding=name,
        byte=fault.byte,
        position=fault.position,
        line=fault.line,
    )


def _eight_bit(opened: Opener, source: str, fault: Fault) -> Encoding:
    """Choose among the encodings without a mark for a text that is not UTF-8."""
    sample = _sample(opened, fault.position)
    stray = _mostly_utf8(opened, fault, "utf-8")
    if stray:
        return stray
    if is_cyrillic(sample) and first_fault(opened, "cp1251") is None:
        return _told("cp1251")
    if is_traditional(sample) and first_fault(opened, "cp950") is None:
        return _told("cp950")
    in_chinese = first_fault(opened, "gb18030")
    if in_chinese is None and is_chinese(sample):
        return _told("gb18030")
    western = first_fault(opened, "cp1252")
    if western is None:
        return _told("cp1252")
    if in_chinese is None:
        return _told("gb18030")
    raise InputError(
        "The text encoding of {source} cannot be told: the byte {byte} at position {position}, "
        "line {line}, fits none of UTF-8, GB 18030 and Windows-1252; choose the encoding, or save "
        "the file as CSV in UTF-8 and load that.",
        source=source,
        byte=western.byte,
        position=western.position,
        line=western.line,
    )


def _told(name: str) -> Encoding:
    said = message("The text is not UTF-8; it was read as {encoding}.", encoding=_TITLES[name])
    return Encoding(name, notices=(said,))


def _sample(opened: Opener, position: int) -> bytes:
    """Return lines with bytes above 127, from the place where there are some."""
    with opened() as stream:
        stream.seek(max(position - _HEAD, 0))
        return high_lines(stream.read(2 * _HEAD))


def _mostly_utf8(opened: Opener, fault: Fault, name: str) -> Encoding | None:
    """Return UTF-8 where but a few bytes of another encoding stand in it."""
    with opened() as stream:
        good = bad = 0
        for block, _ in _blocks(stream):
            text = block.decode("utf-8", errors="surrogateescape")
            codes = np.frombuffer(text.encode("utf-32-le", errors="surrogatepass"), dtype=np.uint32)
            escaped = (codes >= 0xDC80) & (codes <= 0xDCFF)
            bad += int(escaped.sum())
            good += int(((codes > 127) & ~escaped).sum())
            if bad > 1000 + good:
                return None
    if good < 10 * bad:
        return None
    said = message(
        "The text is UTF-8, but for {count} bytes of another encoding, the first in line {line}; "
        "these were read as Windows-1252.",
        count=bad,
        line=fault.line,
    )
    return Encoding(name, _STRAY, (said,))


def _read_stray(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    stray = error.object[error.start : error.end]
    return stray.decode("cp1252", errors="replace"), error.end


codecs.register_error(_STRAY, _read_stray)


def _refuse_binary(head: bytes, source: str) -> None:
    codes = np.frombuffer(head, dtype=np.uint8)
    # tab, line ends, form feed, Ctrl-Z and escape stand in texts
    control = (codes < 32) & ~np.isin(codes, (9, 10, 11, 12, 13, 26, 27))
    if control.sum() > max(0.02 * len(codes), 1):
        raise InputError(
            "The file {source} is binary, not text; save it as CSV and load that.", source=source
        )
