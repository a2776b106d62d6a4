"""What the bytes of a text look like: wide characters, Chinese, Russian or Western words."""

from __future__ import annotations

import re

import numpy as np

_PAIR = re.compile(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]")
_HIGH_LINE = re.compile(rb"[^\r\n]*[\x80-\xff][^\r\n]*")
_FEW = 6
_CYRILLIC_WORD = re.compile(r"[А-яЁё]{3,}")


def eight_bit_name(sample: bytes) -> str:
    """Return the encoding of texts that may be cut inside a character, such as those of a table."""
    high = sum(byte > 127 for byte in sample)
    if sample.decode("utf-8", errors="replace").count("\ufffd") <= 0.05 * high:
        return "utf-8"
    lines = high_lines(sample)
    if is_cyrillic(lines):
        return "cp1251"
    if is_traditional(lines):
        return "cp950"
    return "gb18030" if is_chinese(lines) else "cp1252"


def high_lines(sample: bytes) -> bytes:
    """Return the lines with bytes above 127."""
    return b"\n".join(_HIGH_LINE.findall(sample))


def is_chinese(sample: bytes) -> bool:
    """Tell Chinese from Western text, of which most is valid GB 18030 as well.

    A Western letter stands before an ASCII letter (``µg``, ``ü`` in ``Grün``); of a Chinese
    character in GB 2312 both bytes are above 160.
    """
    pairs = _PAIR.findall(sample)
    both = sum(pair[0] >= 0xA1 and pair[1] >= 0xA1 for pair in pairs)
    return bool(both > len(pairs) / 2)


def is_traditional(sample: bytes) -> bool:
    """Tell Chinese in Big5 from Chinese in GB 18030, as which most of it can be read too.

    The first byte of a usual character is of A4 to C6, the second below 128 for two in five;
    in GB 2312 it never is. A text in Western letters has no such mixture.
    """
    pairs = _PAIR.findall(sample)
    low = sum(pair[1] < 0x80 for pair in pairs)
    usual = sum(0xA4 <= pair[0] <= 0xC6 for pair in pairs)
    if len(pairs) < _FEW or usual < 0.9 * len(pairs) or not 0.1 < low / len(pairs) < 0.8:
        return False
    text = sample.decode("cp950", errors="replace")
    high = sum(character > "\x7f" for character in text)
    return sum("\u4e00" <= character <= "\u9fff" for character in text) > 0.9 * high


def is_cyrillic(sample: bytes) -> bool:
    """Tell Russian words in Windows-1251: small letters, which as GB 18030 are rare characters."""
    text = sample.decode("cp1251", errors="replace")
    words = _CYRILLIC_WORD.findall(text)
    high = sum(character > "\x7f" for character in text)
    in_words = sum(len(word) for word in words)
    usual = sum(word[1:].islower() or word.isupper() for word in words)
    common = sum(0xB0 <= pair[0] <= 0xD7 for pair in _PAIR.findall(sample))
    return bool(high) and in_words > 0.75 * high and usual > 0.9 * len(words) and common < high / 4


def wide_name(head: bytes) -> str:
    """Return UTF-16 or UTF-32 without a mark, from where NUL bytes stand; "" for neither."""
    codes = np.frombuffer(head, dtype=np.uint8)
    if len(codes) < 4 or (codes == 0).mean() < 0.1:
        return ""
    nul = codes[: len(codes) // 4 * 4].reshape(-1, 4) == 0
    share = nul.mean(axis=0)
    if share[2] > 0.9 and share[3] > 0.9 and share[0] < 0.1:
        return "utf-32-le"
    if share[0] > 0.9 and share[1] > 0.9 and share[3] < 0.1:
        return "utf-32-be"
    even, odd = share[0] + share[2], share[1] + share[3]
    if odd > 9 * even:
        return "utf-16-le"
    return "utf-16-be" if even > 9 * odd else ""


def is_text(head: str) -> bool:
    """Whether a text has hardly any control characters."""
    control = sum(character < " " and character not in "\t\n\v\f\r\x1a" for character in head)
    return control <= 0.02 * len(head)
