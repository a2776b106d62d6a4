"""What encoding a text is written in."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

import numpy as np

from datasets.byte_patterns import high_lines, is_text, wide_name
from datasets.encoding_faults import Fault, Opener, blocks_of, first_fault
from datasets.encoding_scores import Guess, guesses, is_chinese_by_chance_utf8
from datasets.languages import TITLES
from datasets.messages import InputError, Message, message

__all__ = ["Encoding", "Fault", "Opener", "find_encoding", "first_fault"]

_HEAD = 1 << 16
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# as many bits as the likeliest encoding must be better than the next, and cost for a byte
_CLEAR = 8.0
_CLEAR_CHINESE = 3.0
_FITTING = 6.5
# an encoding that costs more makes no words
_POSSIBLE = 12.0
# so many NUL bytes are left out of a text however short it is
_FEW_NUL = 8
_RARE = ("cp866", "koi8_r", "mac_roman", "cp850")
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
    doubt
        Why another encoding is possible as well; None when it is sure.
    """

    name: str
    errors: str = "strict"
    notices: tuple[Message, ...] = ()
    doubt: Message | None = None


def find_encoding(opened: Opener, source: str, named: str = "") -> Encoding:
    """Find the encoding of a text.

    A byte order mark decides; then the pattern of NUL bytes; then strict UTF-8; then the encoding
    in which the letters make the likeliest words.

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
        return _utf8_or_chinese(opened, head)
    return _eight_bit(opened, source, fault)


def _utf8_or_chinese(opened: Opener, head: bytes) -> Encoding:
    """Return UTF-8, but GB 18030 for a few Chinese words that are valid UTF-8 by chance."""
    short = len(head) < _HEAD and not head.isascii()
    if not short or not is_chinese_by_chance_utf8(high_lines(head)):
        return Encoding("utf-8")
    if first_fault(opened, "gb18030") is not None:
        return Encoding("utf-8")
    doubt = message(
        "The bytes of the text are valid UTF-8, but make Chinese words as GB 18030 only; it was "
        "read as GB 18030. Please check names and units, and choose the encoding."
    )
    return Encoding("gb18030", notices=(doubt,), doubt=doubt)


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
    stray = _mostly_utf8(opened, fault, "utf-8")
    if stray:
        return stray
    found = guesses(_sample(opened, fault.position))
    for guess in found:
        rare = guess.encoding in _RARE
        if guess.per_byte > (_FITTING if rare else _POSSIBLE):
            continue
        if first_fault(opened, guess.encoding) is None:
            return _told(guess, found)
    for guess in found:
        if guess.encoding in ("cp1252", "gb18030") and first_fault(opened, guess.encoding) is None:
            return _told(guess, found)
    western = first_fault(opened, "cp1252") or fault
    raise InputError(
        "The text encoding of {source} cannot be told: the byte {byte} at position {position}, "
        "line {line}, fits none of UTF-8, GB 18030 and Windows-1252; choose the encoding, or save "
        "the file as CSV in UTF-8 and load that.",
        source=source,
        byte=western.byte,
        position=western.position,
        line=western.line,
    )


def _told(guess: Guess, found: list[Guess]) -> Encoding:
    title = TITLES[guess.encoding]
    said = message("The text is not UTF-8; it was read as {encoding}.", encoding=title)
    others = [one for one in found if one.text != guess.text]
    clear = _CLEAR_CHINESE if guess.encoding == "gb18030" else _CLEAR
    if guess is found[0] and others[0].bits - guess.bits >= clear and guess.per_byte <= _FITTING:
        return Encoding(guess.encoding, notices=(said,))
    doubt = message(
        "The text is not UTF-8, and its few letters beyond ASCII do not tell its encoding surely; "
        "it was read as {encoding}, but may be {other}. Please check names and units, and choose "
        "the encoding.",
        encoding=title,
        other=TITLES[others[0].encoding],
    )
    return Encoding(guess.encoding, notices=(doubt,), doubt=doubt)


def _sample(opened: Opener, position: int) -> bytes:
    """Return lines with bytes above 127, from the place where there are some."""
    with opened() as stream:
        start = max(position - _HEAD, 0)
        stream.seek(start)
        part = stream.read(2 * _HEAD)
    if start:
        part = part[part.find(b"\n") + 1 :]
    return high_lines(part)


def _mostly_utf8(opened: Opener, fault: Fault, name: str) -> Encoding | None:
    """Return UTF-8 where but a few bytes of another encoding stand in it."""
    with opened() as stream:
        good = bad = 0
        for block, _ in blocks_of(stream):
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
    # tab, line ends, form feed, Ctrl-Z, escape and two separators stand in texts
    control = (codes < 32) & ~np.isin(codes, (9, 10, 11, 12, 13, 26, 27, 30, 31))
    nul = int((codes == 0).sum())
    few = _FEW_NUL if nul == control.sum() and head.isascii() else 1
    if control.sum() > max(0.02 * len(codes), few):
        raise InputError(
            "The file {source} is binary, not text; save it as CSV and load that.", source=source
        )
