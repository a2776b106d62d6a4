"""The text of a network, taken apart into words, figures and signs with their positions."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from core.networks.cnn.words import BY_TEXT
from datasets.messages import InputError

LONGEST = 20_000

# what keyboards and papers write for the plain signs; each is one character for another
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("【〔「", "["),
        **dict.fromkeys("】〕」", "]"),
        **dict.fromkeys("‐‑‒–—―−→➔、,;。", "-"),
        **dict.fromkeys("×·•∙∗⋅✕✖∘", "*"),
    }
)
_TOKEN = re.compile(
    r"(?P<size>[0-9]+\s*[x*]\s*[0-9]+)"
    r"|(?P<number>[0-9]+(?:\.[0-9]+)?)"
    r"|(?P<figure>[spg]\s?[0-9]+)"
    r"|(?P<times>\*|x(?=\s*[0-9]))"
    r"|(?P<flag>floor|ceil|nobias)"
    rf"|(?P<word>{'|'.join(sorted(BY_TEXT, key=len, reverse=True))})"
    r"|(?P<open>[\[(])|(?P<close>[\])])|(?P<then>-+>?)|(?P<maybe>\?)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Token:
    """A piece of the text.

    Parameters
    ----------
    kind
        "word", "size", "number", "figure", "flag", "times", "open", "close", "then", "maybe", or
        "end" after the last one.
    text
        As typed, in plain signs and without blanks inside.
    position
        Of its first character, counted from 1.
    """

    kind: str
    text: str
    position: int


def plain_signs(text: str) -> str:
    """Return `text` with full-width and typographic signs as plain ones, as long as before."""
    return "".join(_plain(sign) for sign in text).translate(_SIGNS)


def tokens_of(text: str) -> list[Token]:
    """Return the tokens of a text, "end" last.

    Raises
    ------
    InputError
        At the first thing that is none, with its position.
    """
    if len(text) > LONGEST:
        raise InputError(
            "The layers are {length} characters long; up to {longest} are read.",
            length=len(text),
            longest=LONGEST,
        )
    plain, place = plain_signs(text), 0
    found: list[Token] = []
    while (place := _after_blanks(plain, place)) < len(plain):
        match = _TOKEN.match(plain, place)
        if match is None:
            raise _unknown(text, place, after_times=bool(found) and found[-1].kind == "times")
        kind = match.lastgroup or ""
        found.append(Token(kind, re.sub(r"\s", "", match.group()), place + 1))
        place = match.end()
    return [*found, Token("end", "", len(plain) + 1)]


def _plain(sign: str) -> str:
    normal = unicodedata.normalize("NFKC", sign)
    return normal if len(normal) == 1 else sign


def _after_blanks(text: str, place: int) -> int:
    while place < len(text) and text[place].isspace():
        place += 1
    return place


def _word_at(text: str, place: int) -> str:
    """Return the letters from `place` on, or the one sign there."""
    match = re.compile(r"\w{1,30}").match(text, place)
    return match.group() if match else text[place]


def _unknown(text: str, place: int, after_times: bool) -> InputError:
    if after_times:
        return repeat_needed(place + 1)
    return InputError(
        "Layers, position {position}: {found} is not known; layers are {words}.",
        position=place + 1,
        found=_word_at(text, place),
        words=", ".join(sorted({word.text for word in BY_TEXT.values()})),
    )


def repeat_needed(position: int) -> InputError:
    """Return the error for a sign of repetition without its number."""
    return InputError(
        "Layers, position {position}: how often to repeat must stand here as a number, such as 2.",
        position=position,
    )
