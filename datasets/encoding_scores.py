"""Which encoding a text without a mark is likely written in: the one whose letters fit best.

A character costs as many bits as it is rare in the language, so that the sum is about the negative
logarithm of how likely the text is in that encoding (a naive Bayes classifier; Manning, Raghavan
and Schütze (2008), "Introduction to Information Retrieval", chapter 13). The costs are estimates:
a usual letter of a language with n of them costs log2(n) + 1, one of the usual Chinese characters
8.5, others of the first level of GB 2312 12.5.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from datasets.languages import CHINESE, LANGUAGES, SYMBOLS, WIDE_SYMBOLS, Language

# cells are looked at once each: one that comes again says nothing new
_MOST_CELLS = 250
_MOST_BYTES = 80
_CELLS = re.compile(rb"[^,;\t\r\n\"]+")
_DIGITS = re.compile(rb"\d+")
_WORD = re.compile(r"[^\W\d_]+(?:/[^\W\d_]+)?")
_FOR_WORD = 5.0
_MOST_FOR_WORDS = 30.0
_UNKNOWN = 40.0
_FEW = 4
# bits for a byte of Chinese of usual characters
_FIT_CHINESE = 6.5
# bytes of the first level, the usual characters, of the national standards
_LEVELS = {
    "gb18030": ("gb2312", (0xB0A1, 0xD7F9)),
    "cp950": ("big5", (0xA440, 0xC67E)),
    "cp932": ("shift_jis", (0x889F, 0x9872)),
    "cp949": ("euc_kr", (0xB0A1, 0xC8FE)),
}


@dataclass(frozen=True)
class Guess:
    """An encoding and how well it fits.

    Attributes
    ----------
    encoding
        Name of a codec of Python.
    bits
        Cost of the text, the less the better.
    per_byte
        Cost for each byte above 127, without what known words make up for.
    text
        What the cells that were looked at say in it.
    """

    encoding: str
    bits: float
    per_byte: float
    text: tuple[str, ...]


def guesses(sample: bytes) -> list[Guess]:
    """Return all encodings that are known, the likeliest first.

    Parameters
    ----------
    sample
        Lines with bytes above 127, whole ones.
    """
    # numbers beside letters, 102°30′, would count the same letters again and again
    cells = _CELLS.findall(_DIGITS.sub(b"1", sample))
    found = dict.fromkeys(cell.strip()[:_MOST_BYTES] for cell in cells)
    high = [cell for cell in found if not cell.isascii()][:_MOST_CELLS]
    plain = [cell for cell in found if cell.isascii()][:_MOST_CELLS]
    ascii_words = _words_of(cell.decode("ascii") for cell in plain)
    count = max(sum(byte > 127 for cell in high for byte in cell), 1)
    best: dict[str, Guess] = {}
    for language in LANGUAGES:
        texts = tuple(cell.decode(language.encoding, "replace") for cell in high)
        cost = sum(_cost(text, language) for text in texts)
        known = len(language.words & (ascii_words | _words_of(texts)))
        bits = language.prior + cost - min(_FOR_WORD * known, _MOST_FOR_WORDS)
        guess = Guess(language.encoding, bits, cost / count, texts)
        if language.encoding not in best or bits < best[language.encoding].bits:
            best[language.encoding] = guess
    return sorted(best.values(), key=lambda guess: guess.bits)


def is_chinese_by_chance_utf8(sample: bytes) -> bool:
    """Whether valid UTF-8 is Chinese in GB 18030: 铜 is also a combining letter, U+036D.

    True only for a text of few characters, all of two bytes, of which some stand in no table, or
    for single Russian letters that are usual Chinese characters: 锌 is also п.
    """
    text = sample.decode("utf-8", "replace")
    letters = {letter for letter in text if letter > "\x7f"}
    if max(letters, default="") >= "\u0800":
        return False
    if not any(_is_strange(letter) for letter in letters):
        chinese = {sign for sign in sample.decode("gb18030", "replace") if sign > "\x7f"}
        russian = all("\u0400" <= letter <= "\u045f" for letter in letters)
        return russian and len(letters) < _FEW and chinese <= CHINESE
    first = guesses(sample)[0]
    return first.encoding == "gb18030" and first.per_byte <= _FIT_CHINESE


def _is_strange(letter: str) -> bool:
    """Whether a letter is of phonetics, combining, or of a script that tables hardly have."""
    return ("\u0180" <= letter < "\u0370" and letter not in "ȘșȚț") or letter >= "\u0460"


def _words_of(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower() for text in texts for word in _WORD.findall(text))


def _cost(text: str, language: Language) -> float:
    one = _wide_cost if language.script == "wide" else _letter_cost
    padded = f" {text} "
    return sum(
        one(padded[k - 1], padded[k], padded[k + 1], language)
        for k in range(1, len(padded) - 1)
        if padded[k] > "\x7f"
    )


def _wide_cost(before: str, sign: str, after: str, language: Language) -> float:
    """Return the bits of a Chinese, Japanese or Korean character between two others."""
    if "\ue000" <= sign <= "\uf8ff" or sign == "\ufffd":
        return _UNKNOWN
    if language.encoding == "gb18030" and (sign < "\u0250" or "\u0391" <= sign <= "\u03c9"):
        return 12.0 if sign.encode("gb2312", "ignore") else 22.5
    ends = (before.isascii() and before.isalpha(), after.isascii() and after.isalpha())
    # letters of half width are of single bytes, as those of Western texts
    glued = any(ends) if "\uff61" <= sign <= "\uff9f" else all(ends)
    if sign in WIDE_SYMBOLS or "\uff01" <= sign <= "\uff5e":
        return 9.0
    return _wide_rarity(sign, before + after, language) + 8.0 * glued


def _wide_rarity(sign: str, beside: str, language: Language) -> float:
    if sign in language.letters:
        return 8.5
    if language.encoding == "cp932" and "\u3041" <= sign <= "\u30fe":
        return 7.0
    if language.encoding == "cp932" and "\uff61" <= sign <= "\uff9f":
        return 5.5 if any("\uff61" <= other <= "\uff9f" for other in beside) else 11.0
    if sign in _usual(language.encoding):
        return 12.5
    codec = _LEVELS[language.encoding][0]
    drawn = "\u2500" <= sign <= "\u257f"
    if not drawn and "\u2010" <= sign <= "\u33ff" and sign.encode(codec, "ignore"):
        return 9.0
    letter = "\u3400" <= sign <= "\u9fff" or "\uac00" <= sign <= "\ud7a3"
    return 17.0 if letter and sign.encode(codec, "ignore") else 22.5


@lru_cache(maxsize=8)
def _usual(encoding: str) -> frozenset[str]:
    codec, (first, last) = _LEVELS[encoding]
    pairs = (code.to_bytes(2, "big") for code in range(first, last + 1))
    return frozenset(pair.decode(codec, "ignore")[:1] for pair in pairs) - {""}


def _letter_cost(before: str, sign: str, after: str, language: Language) -> float:
    """Return the bits of a letter or sign between two others."""
    if sign == "\ufffd" or sign < "\xa0":
        return _UNKNOWN
    inside = before.isalpha() and after.isalpha()
    if sign == "\xa0":
        return 5.0 if before.isdigit() or after == " " else 14.0
    if sign in SYMBOLS:
        if _is_usual_sign(before, sign, after):
            return 2.0
        usual = sign in "’·" or not inside
        return 6.0 if usual else 12.0
    if not sign.isalpha():
        return 12.0 + 4 * inside
    bits = 10.0
    if sign.lower() in language.letters:
        bits = math.log2(len(language.letters)) + 1
    elif language.script == "other":
        bits = 12.0
    return bits + _odd_place(before, sign, after, language)


def _is_usual_sign(before: str, sign: str, after: str) -> bool:
    """Whether a sign stands as in Nº, µg, m², 20 °C and 3±1."""
    if sign in "ºª":
        return before.isalpha() and not after.isalpha()
    if sign == "µ":
        return not before.isalpha() and after in tuple("gGmMlLSR")
    if sign == "°":
        return before.isdigit() or after in ("C", "N", "E", "S", "W")
    return (sign in "²³" and before == "m") or sign == "±"


def _odd_place(before: str, sign: str, after: str, language: Language) -> float:
    """Return the bits for a letter of a case or beside letters as words do not have it."""
    odd = 0.0
    if sign.isupper() and before.islower():
        odd += 6
    if sign.islower() and before.isupper() and not after.islower():
        odd += 5
    if language.script == "other":
        ascii_beside = any(one.isascii() and one.isalpha() for one in (before, after))
        return odd + 5 * ascii_beside
    if not before.isalpha() and not after.isalpha():
        odd += 4
    high = [one > "\x7f" and one.isalpha() for one in (before, after)]
    if any(high) and not any(one.isascii() and one.isalpha() for one in (before, after)):
        odd += 4
    # in Italian, words only end in letters with a grave accent
    if "ì" in language.letters and after.isalpha():
        odd += 5
    return odd
